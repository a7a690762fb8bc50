import { cartography } from '../layers/index.ts';
import { PlanAtlas } from './elements/plan-atlas/plan-atlas.ts';
import { PlanCard } from './elements/plan-card/plan-card.ts';
import { PlanLayers } from './elements/plan-layers/plan-layers.ts';
import { PlanList } from './elements/plan-list/plan-list.ts';
import { PlanMap } from './elements/plan-map/plan-map.ts';
import { PlanText } from './elements/plan-text/plan-text.ts';
import { define } from './elements/shared/define.ts';

PlanAtlas.parts ??= {
  cartography,
  loadMap: () => import('./map-module.ts'),
  loadBundle: async (source, signal) => {
    const first = typeof source === 'string' ? fetch(source, { signal }) : null;
    first?.catch(() => undefined);
    const { loadSource } = await import('./elements/plan-atlas/load-source.ts');
    return loadSource(source, signal, first);
  },
};

define('plan-card', PlanCard);
define('plan-layers', PlanLayers);
define('plan-list', PlanList);
define('plan-map', PlanMap);
define('plan-text', PlanText);
define('plan-atlas', PlanAtlas);

export { PlanAtlas, PlanCard, PlanLayers, PlanList, PlanMap, PlanText };
export type * from './contracts/bundle.ts';
export type * from './contracts/events.ts';
export type { Problem } from './contracts/errors.ts';
export type { Camera, ViewState } from './contracts/state.ts';
