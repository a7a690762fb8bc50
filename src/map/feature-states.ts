import type { FeatureLook, SceneStyle } from '../contracts/map-port.ts';

const PLAIN: FeatureLook = { opacity: 1, isLit: false, isSelected: false };

export interface StateTarget {
  setFeatureState(
    feature: { source: string; id: string },
    state: { o: number; lit: boolean; sel: boolean; named: boolean },
  ): unknown;
}

/** Sends only the looks that changed, to every source that holds the feature. */
export class FeatureStates {
  readonly #sourcesOf = new Map<string, string[]>();
  #looks: Readonly<Record<string, FeatureLook>> = {};

  constructor(style: SceneStyle) {
    for (const [source, { features }] of Object.entries(style.sources)) {
      for (const { properties } of features) {
        const id: unknown = properties?.['id'];
        if (typeof id !== 'string') continue;
        const sources = this.#sourcesOf.get(id) ?? [];
        if (!sources.includes(source)) sources.push(source);
        this.#sourcesOf.set(id, sources);
      }
    }
  }

  lookOf(id: string): FeatureLook {
    return (Object.hasOwn(this.#looks, id) ? this.#looks[id] : undefined) ?? PLAIN;
  }

  /** The sources that hold a feature; none when it is not on the map. */
  sourcesOf(id: string): readonly string[] {
    return this.#sourcesOf.get(id) ?? [];
  }

  /** True when any state changed, so that a new frame is due. */
  apply(looks: Readonly<Record<string, FeatureLook>>, target: StateTarget): boolean {
    if (looks === this.#looks) return false;
    let hasChanged = false;
    for (const id of new Set([...Object.keys(this.#looks), ...Object.keys(looks)])) {
      const before = this.lookOf(id);
      const after = (Object.hasOwn(looks, id) ? looks[id] : undefined) ?? PLAIN;
      if (
        before.opacity === after.opacity &&
        before.isLit === after.isLit &&
        before.isSelected === after.isSelected &&
        (before.isNamed ?? false) === (after.isNamed ?? false)
      ) {
        continue;
      }
      const state = {
        o: after.opacity,
        lit: after.isLit,
        sel: after.isSelected,
        named: after.isNamed ?? false,
      };
      for (const source of this.sourcesOf(id)) {
        target.setFeatureState({ source, id }, state);
        hasChanged = true;
      }
    }
    this.#looks = looks;
    return hasChanged;
  }

  /** After a lost context or a new style the map has forgotten every state. */
  forget(): void {
    this.#looks = {};
  }
}
