import { conventions } from '../layers/conventions.ts';
import { PlanAtlas } from './elements/plan-atlas/plan-atlas.ts';
import { loadLens, loadTool } from './tools.ts';
import { PlanText } from './elements/plan-text/plan-text.ts';
import { define } from './elements/shared/define.ts';

PlanAtlas.parts ??= {
  conventions,
  loadPanels: async () => {
    const { Address, cartography, PlanCard, PlanLayers, PlanList, PlanMap } =
      await import('./panels.ts');
    define('plan-map', PlanMap);
    define('plan-card', PlanCard);
    define('plan-layers', PlanLayers);
    define('plan-list', PlanList);
    return { Address, cartography };
  },
  loadLens,
  loadTool,
  loadMap: () => import('./map-module.ts'),
  loadBundle: async (source, signal) => {
    const first = typeof source === 'string' ? fetch(source, { signal }) : null;
    first?.catch(() => undefined);
    const { loadSource } = await import('./elements/plan-atlas/load-source.ts');
    return loadSource(source, signal, first);
  },
};

define('plan-text', PlanText);
define('plan-atlas', PlanAtlas);

export { PlanAtlas, PlanText };
export type { PlanMap } from './elements/plan-map/plan-map.ts';
export type { PlanCard } from './elements/plan-card/plan-card.ts';
export type { PlanLayers } from './elements/plan-layers/plan-layers.ts';
export type { PlanList } from './elements/plan-list/plan-list.ts';
export type * from './contracts/bundle.ts';
export type * from './contracts/events.ts';
export type { Problem } from './contracts/errors.ts';
export type { Camera, ViewState } from './contracts/state.ts';
