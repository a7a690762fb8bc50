import { createContext } from '@lit/context';
import type { MapModule } from '../../contracts/map-port.ts';
import type { Store } from '../../contracts/state.ts';
import type { Cartography, Conventions } from '../../contracts/theme.ts';
import type { LoadedSource } from '../plan-atlas/load-source.ts';

/** What `<plan-atlas>` hands down to the elements in it. */
export interface Atlas {
  readonly store: Store;
  readonly conventions: Conventions;
  /** Null until the panels are loaded. */
  readonly cartography: Cartography | null;
  /** Address of a picture for the map's place until it has painted. */
  readonly poster?: string | null;
  /** Loads the map's code when it is first needed. */
  readonly loadMap: () => Promise<MapModule>;
  /** Reads a plan bundle from an address or an object; rejects with a PlanError when nothing usable is left. */
  readonly loadBundle: (source: string | object, signal: AbortSignal) => Promise<LoadedSource>;
  /** Origins beside the page's own that bundles may come from. */
  readonly listOrigins: () => readonly string[];
}

export const atlasContext = createContext<Atlas>(Symbol.for('plan-atlas'));
