import type { MapModule } from '../../contracts/map-port.ts';
import type { ToolName } from '../../contracts/state.ts';

/** What of an atlas's loaders a talk needs. */
export interface TalkLoaders {
  readonly loadMap: () => Promise<MapModule>;
  readonly loadTools: () => Promise<{
    readonly loadTool: (name: ToolName | 'lens') => Promise<void>;
  }>;
}

/**
 * Nothing that a scene may show, or a meeting draw on it, must still have to come when the network has gone. Resolves
 * when all of it is there; rejects with the first fault, after everything else has come.
 */
export async function fetchAhead({ loadMap, loadTools }: TalkLoaders): Promise<void> {
  const found = await Promise.allSettled([
    loadMap().then((map) => Promise.all([map.loadPulse(), map.loadMarks()])),
    import('../plan-presenter/show-marks.ts').then(({ fetchMarks }) => fetchMarks()),
    loadTools().then(({ loadTool }) => Promise.all([loadTool('lens'), loadTool('compare')])),
  ]);
  const failed = found.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** The loaders of the atlas that an element lies in; null outside one. */
export function loadersOf(element: Element): TalkLoaders | null {
  const atlas = element.closest('plan-atlas');
  return (atlas?.constructor as { readonly parts?: TalkLoaders | null } | undefined)?.parts ?? null;
}
