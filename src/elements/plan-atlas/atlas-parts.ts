import type { ToolName } from '../../contracts/state.ts';
import type { MapModule } from '../../contracts/map-port.ts';
import type { Cartography, Conventions } from '../../contracts/theme.ts';
import type { findUndrawn } from '../../core/find-undrawn.ts';
import type { AtlasFrame } from './atlas-frame.ts';
import type { LoadedSource } from './load-source.ts';
import type { showSlowLoad } from './slow-load.ts';

export interface LoadedPanels {
  /** The cartography as the window wants it; the same object while its size is the same. */
  readonly cartographyOfScreen: () => Cartography;
  readonly findUndrawn: typeof findUndrawn;
  readonly AtlasFrame: typeof AtlasFrame;
}

export interface Tools {
  /** Loads and defines the element of a tool, or what says in words what the lens shows. */
  readonly loadTool: (name: ToolName | 'lens') => Promise<void>;
  readonly showSlowLoad: typeof showSlowLoad;
}

/** What the library joins to the element: conventions, and the code that is loaded on use. */
export interface AtlasParts {
  readonly conventions: Conventions;
  readonly loadMap: () => Promise<MapModule>;
  /** Loads and defines what comes after the text: frame, map shell, panels. */
  readonly loadPanels: () => Promise<LoadedPanels>;
  /** Loads what is seldom wanted. */
  readonly loadTools: () => Promise<Tools>;
  /** Where the library comes from: bundles may lie there too; empty when nobody can say. */
  readonly ownOrigin: string;
  /** @param listed origins beside the page's own that the bundle may come from */
  readonly loadBundle: (
    source: string | object,
    signal: AbortSignal,
    listed: readonly string[],
  ) => Promise<LoadedSource>;
}
