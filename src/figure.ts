import { conventions } from '../layers/conventions.ts';
import { PlanFigure } from './elements/plan-figure/plan-figure.ts';
import { define } from './elements/shared/define.ts';
import { SliceElement } from './elements/shared/slice-element.ts';

SliceElement.parts ??= {
  conventions,
  origin: new URL(import.meta.url).origin,
  loadAtlas: () => import('./index.ts'),
};

define('plan-figure', PlanFigure);

export { PlanFigure };
