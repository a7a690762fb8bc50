import type { PlanBundle } from '../contracts/bundle.ts';
import type { Slice } from '../contracts/embed.ts';
import type { ViewState } from '../contracts/state.ts';
import { MessageFault } from '../core/embed/message-fault.ts';
import { readCall } from '../core/embed/read-call.ts';
import type { Envelope } from '../core/embed/read-message.ts';
import { createInitialState } from '../core/initial-state.ts';
import { toViewState } from '../core/view-state.ts';
import { isFlavour, toLanguage } from '../elements/plan-atlas/read-attributes.ts';
import type { FrameSlice } from './frame-slice.ts';

/** What a figure or a quote has of a view. */
const FIELDS = ['feature', 'clause', 'lang', 'flavour'] as const;
type Field = (typeof FIELDS)[number];

/** `<plan-figure>` or `<plan-quote>`, as far as a frame knows them. */
export type PartElement = HTMLElement & { readonly bundle?: PlanBundle | null };

/** A figure or a quote in a frame: the page around it may say what it shows, and in which language and colours. */
export function createPartSlice(name: Exclude<Slice, 'atlas'>, element: PartElement): FrameSlice {
  const bundle = (): PlanBundle | null => element.bundle ?? null;
  return {
    name,
    element,
    bundle,
    lang: () => toLanguage(element.getAttribute('lang')),
    answer: (envelope) => answer(name, element, bundle()!, envelope),
  };
}

function answer(
  name: string,
  element: HTMLElement,
  bundle: PlanBundle,
  envelope: Envelope,
): ViewState | null {
  const call = readCall(envelope, { bundle, now: viewOf(element, bundle) });
  switch (call.type) {
    case 'plan:connect':
      return null;
    case 'plan:select':
      setFields(element, call.payload);
      break;
    case 'plan:state':
      setFields(element, call.payload.view ?? {});
      break;
    default:
      throw new MessageFault(
        'not-supported',
        `${call.type}: a ${name} has one map or text of its own`,
        'Embed the slice "atlas" for this, or send plan:select and plan:state.',
      );
  }
  return viewOf(element, bundle);
}

/** What is not of a part is left out in silence, so that one view fits every slice. */
function setFields(element: HTMLElement, view: Partial<Pick<ViewState, Field>>): void {
  for (const field of FIELDS) {
    const value = view[field];
    if (value === null) element.removeAttribute(field);
    else if (value !== undefined) element.setAttribute(field, value);
  }
}

function viewOf(element: HTMLElement, bundle: PlanBundle): ViewState {
  const view = toViewState({ ...createInitialState(), bundle });
  const flavour = element.getAttribute('flavour');
  return {
    ...view,
    feature: element.getAttribute('feature'),
    clause: element.getAttribute('clause'),
    lang: toLanguage(element.getAttribute('lang')),
    flavour: isFlavour(flavour) ? flavour : 'auto',
  };
}
