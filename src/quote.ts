import { conventions } from '../layers/conventions.ts';
import { PlanQuote } from './elements/plan-quote/plan-quote.ts';
import { define } from './elements/shared/define.ts';
import { SliceElement } from './elements/shared/slice-element.ts';

SliceElement.parts ??= {
  conventions,
  // A classic script has no address of its own.
  origin: URL.canParse(import.meta.url) ? new URL(import.meta.url).origin : '',
  loadAtlas: () => import('./index.ts'),
};

define('plan-quote', PlanQuote);

export { PlanQuote };
