/** The one-file build: every element, and the plan that they show when a page gives them no other. */
import './index.ts';
import './figure.ts';
import './quote.ts';
import plan from 'virtual:built-in-plan';
import { setBuiltInPlan } from './elements/shared/built-in-plan.ts';

/** Elements of the page are upgraded by now, and look for their plan once this script has ended. */
setBuiltInPlan(() => JSON.parse(plan) as object);
