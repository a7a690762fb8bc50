import { conventions } from '../layers/conventions.ts';
import { PlanFigure } from './elements/plan-figure/plan-figure.ts';
import { define } from './elements/shared/define.ts';
import { SliceElement } from './elements/shared/slice-element.ts';

SliceElement.parts ??= {
  conventions,
  // A classic script has no address of its own.
  origin: URL.canParse(import.meta.url) ? new URL(import.meta.url).origin : '',
  loadAtlas: () => import('./index.ts'),
};

define('plan-figure', PlanFigure);

export { PlanFigure };
