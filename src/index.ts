import { conventions } from '../layers/conventions.ts';
import { PlanAtlas as AtlasElement } from './elements/plan-atlas/plan-atlas.ts';
import { PlanText as TextElement } from './elements/plan-text/plan-text.ts';
import { define } from './elements/shared/define.ts';

/** Bundles may lie beside the library, wherever that is. */
const OWN_ORIGIN = URL.canParse(import.meta.url) ? new URL(import.meta.url).origin : '';

/** Only saves time: what may be asked for is for `loadSource` to say. */
const mayBeAsked = (source: string, listed: readonly string[]): boolean =>
  URL.canParse(source, document.baseURI) &&
  [origin, ...listed].includes(new URL(source, document.baseURI).origin);

AtlasElement.parts ??= {
  conventions,
  loadPanels: async () => {
    const panels = await import('./panels.ts');
    const { AtlasFrame, cartographyOfScreen, findUndrawn } = panels;
    define('plan-map', panels.PlanMap);
    define('plan-card', panels.PlanCard);
    define('plan-layers', panels.PlanLayers);
    define('plan-list', panels.PlanList);
    define('plan-search', panels.PlanSearch);
    void panels.loadPresenter();
    return { AtlasFrame, cartographyOfScreen, findUndrawn };
  },
  loadTools: () => import('./tools.ts'),
  loadMap: () => import('./map-module.ts'),
  ownOrigin: OWN_ORIGIN,
  loadBundle: async (source, signal, listed) => {
    const isAsked = typeof source === 'string' && mayBeAsked(source, listed);
    const first = isAsked ? fetch(source, { signal }) : null;
    first?.catch(() => undefined);
    const { loadSource } = await import('./elements/plan-atlas/load-source.ts');
    return loadSource(source, signal, listed, first);
  },
};

/** The atlas first: an element inside one asks it for the state as soon as it is defined. */
export const PlanAtlas = define('plan-atlas', AtlasElement);
export const PlanText = define('plan-text', TextElement);

export type PlanAtlas = AtlasElement;
export type PlanText = TextElement;
export type { PlanMap } from './elements/plan-map/plan-map.ts';
export type { PlanCard } from './elements/plan-card/plan-card.ts';
export type { PlanLayers } from './elements/plan-layers/plan-layers.ts';
export type { PlanList } from './elements/plan-list/plan-list.ts';
export type * from './contracts/bundle.ts';
export type * from './contracts/events.ts';
export type { Problem } from './contracts/errors.ts';
export type { Camera, ViewState } from './contracts/state.ts';
