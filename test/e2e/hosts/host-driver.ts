/** The same few doors into every host page of the contract suite, whatever the page is made of. */
import type { PlanNews } from '../../../src/contracts/protocol.ts';
import type { Lens, ViewState } from '../../../src/contracts/state.ts';

/** What the page was told, with the plan's id in place of the whole plan. */
export interface Told {
  readonly name: PlanNews;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What came of a command: the view after it, or the code of a refusal. */
export type Outcome = { readonly view: ViewState } | { readonly refused: string };

export interface HostDriver {
  /** Brings what the page needs: the library, or the client and its connections. */
  readonly load: () => Promise<void>;
  /** Puts an atlas with these attributes into the page; before `load`, markup that waits. */
  readonly mount: (key: string, attributes: Readonly<Record<string, string>>) => Promise<void>;
  /** Likewise, with the plan as an object; only where a host can. */
  readonly mountObject?: (key: string, plan: object) => Promise<void>;
  readonly change: (key: string, attributes: Readonly<Record<string, string>>) => Promise<void>;
  /** Resolves when the map stands. */
  readonly ready: (key: string) => Promise<void>;
  readonly unmount: (key: string) => Promise<void>;
  /** Moves it to another place of the page. */
  readonly move: (key: string) => Promise<void>;
  readonly told: (key: string) => readonly Told[];
  readonly select: (
    key: string,
    target: { readonly feature?: string; readonly clause?: string },
  ) => Promise<Outcome>;
  readonly highlight: (key: string, features: readonly string[]) => Promise<Outcome>;
  readonly fit: (key: string, features: readonly string[]) => Promise<Outcome>;
  readonly layers: (key: string, ids: readonly string[]) => Promise<Outcome>;
  readonly lens: (key: string, lens: Partial<Lens>) => Promise<Outcome>;
  readonly scene: (key: string, id: string | null) => Promise<Outcome>;
  readonly state: (key: string) => Promise<ViewState>;
  readonly setState: (key: string, view: Partial<ViewState>) => Promise<Outcome>;
}

declare global {
  // oxlint-disable-next-line no-var
  var driver: HostDriver;
}
