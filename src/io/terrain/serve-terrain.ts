import type { Problem } from '../../contracts/errors.ts';
import { PlanError } from '../../contracts/errors.ts';
import { TileFault, type TileFaultKind } from '../tiles/tile-fault.ts';
import { TerrainDesk, type OpenedTerrain, type TerrainGiven } from './terrain-desk.ts';

export type ToTerrain =
  | { readonly id: number; readonly type: 'open'; readonly given: TerrainGiven }
  | {
      readonly id: number;
      readonly type: 'heights' | 'contours';
      readonly tile: readonly [z: number, x: number, y: number];
    }
  | { readonly id: number; readonly type: 'cancel' };

export type FromTerrain =
  | { readonly id: number; readonly type: 'progress'; readonly share: number }
  | { readonly id: number; readonly type: 'opened'; readonly opened: OpenedTerrain }
  | {
      readonly id: number;
      readonly type: 'tile';
      readonly tile: ArrayBuffer | ImageBitmap | null;
    }
  | {
      readonly id: number;
      readonly type: 'failed';
      readonly message: string;
      /** Of a file. */
      readonly problems?: readonly Problem[];
      /** Of a tile. */
      readonly kind?: TileFaultKind;
    };

/** The worker's end. */
export interface TerrainPort {
  readonly post: (message: FromTerrain, transfer: readonly Transferable[]) => void;
  readonly listen: (listener: (message: ToTerrain) => void) => void;
}

/** Answers a terrain session; every question gets one answer, unless it is called off. */
export function serveTerrain(port: TerrainPort): void {
  const desk = new TerrainDesk();
  const open = new Map<number, AbortController>();
  port.listen((message) => {
    if (message.type === 'cancel') {
      open.get(message.id)?.abort();
      return;
    }
    const { id } = message;
    const controller = new AbortController();
    open.set(id, controller);
    void answer(desk, message, controller.signal, (share) =>
      port.post({ id, type: 'progress', share }, []),
    )
      .then(
        (reply) => {
          if (controller.signal.aborted) return;
          const tile = reply.type === 'tile' ? reply.tile : null;
          port.post(reply, tile ? [tile] : []);
        },
        (error: unknown) => port.post(describe(id, error), []),
      )
      .finally(() => open.delete(id));
  });
}

async function answer(
  desk: TerrainDesk,
  message: Exclude<ToTerrain, { type: 'cancel' }>,
  signal: AbortSignal,
  report: (share: number) => void,
): Promise<FromTerrain> {
  const { id } = message;
  if (message.type === 'open') {
    const task = { report, isCancelled: () => signal.aborted };
    return { id, type: 'opened', opened: await desk.open(message.given, task) };
  }
  const [z, x, y] = message.tile;
  const tile =
    message.type === 'heights'
      ? await desk.heights(z, x, y, signal)
      : await desk.contours(z, x, y, signal);
  return { id, type: 'tile', tile };
}

function describe(id: number, error: unknown): FromTerrain {
  const message = error instanceof Error ? error.message : String(error);
  return {
    id,
    type: 'failed',
    message,
    ...(error instanceof PlanError ? { problems: error.problems } : {}),
    ...(error instanceof TileFault ? { kind: error.kind } : {}),
  };
}
