import type { EmbedOptions } from '../contracts/embed.ts';
import type { Problem } from '../contracts/errors.ts';
import type { ViewerRequest } from '../contracts/state.ts';
import { readCall, type PlanCall } from '../core/embed/read-call.ts';
import { completeView, decodePermalink } from '../core/permalink.ts';
import type { PlanAtlas } from '../elements/plan-atlas/plan-atlas.ts';
import type { FrameSlice } from './frame-slice.ts';

/**
 * The atlas in a frame: it takes its view from the address once, and never writes it.
 * @param problems what is wrong with the address; told beside the plan
 */
export function openAtlasSlice(
  atlas: PlanAtlas,
  { controls, gestures }: EmbedOptions,
  problems: readonly Problem[],
): FrameSlice {
  atlas.toggleAttribute('no-present', true);
  atlas.controls = controls;
  atlas.gestures = gestures;
  const tell = (found: readonly Problem[]): void => {
    for (const problem of found) notify(atlas, problem);
  };
  const takeAddress = (): void => {
    const bundle = atlas.bundle!;
    const address = decodePermalink(location.hash, bundle);
    atlas.setViewState(completeView(address.view, bundle));
    tell([...problems, ...address.problems]);
  };
  if (atlas.bundle) takeAddress();
  else {
    atlas.addEventListener('plan-load', takeAddress, { once: true });
    tell(problems);
  }
  return {
    name: 'atlas',
    element: atlas,
    bundle: () => atlas.bundle,
    lang: () => atlas.getViewState().lang,
    answer: (envelope) =>
      answerCall(atlas, readCall(envelope, { bundle: atlas.bundle!, now: atlas.getViewState() })),
  };
}

/** Everything goes the way that a page's own script would take. */
function answerCall(atlas: PlanAtlas, call: PlanCall): unknown {
  switch (call.type) {
    case 'plan:connect':
      return null;
    case 'plan:select':
      atlas.select(call.payload);
      break;
    case 'plan:highlight':
      atlas.highlight(call.payload);
      return null;
    case 'plan:fit':
      atlas.fit(call.payload.features);
      return null;
    case 'plan:layers':
      atlas.layers = call.payload.layers;
      break;
    case 'plan:lens':
      atlas.setViewState({ lens: { ...atlas.getViewState().lens, ...call.payload } });
      break;
    case 'plan:scene':
      atlas.setViewState({ scene: call.payload.scene });
      break;
    case 'plan:state':
      if (call.payload.view) atlas.setViewState(call.payload.view);
      break;
    default:
      return call satisfies never;
  }
  return atlas.getViewState();
}

function notify(atlas: PlanAtlas, problem: Problem): void {
  const { code, at, severity } = problem;
  const id = `frame-${code}-${at ?? ''}-${problem.message}`;
  request(atlas, { type: 'notify', notices: [{ id, severity, problem }] });
}

/** What an element inside would ask of the atlas. */
export function request(atlas: HTMLElement, detail: ViewerRequest): void {
  atlas.dispatchEvent(new CustomEvent('plan-request', { detail }));
}
