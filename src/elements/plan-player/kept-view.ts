import type { ViewerRequest, ViewerState, ViewState } from '../../contracts/state.ts';
import type { FlavourName } from '../../contracts/theme.ts';
import { toViewState } from '../../core/view-state.ts';

/** What the reader saw before the talk, to be given back after it. Plain data, so that it survives a reload. */
export interface KeptView {
  readonly view: ViewState;
  readonly flavour: FlavourName;
  readonly isHome: boolean;
  readonly highlight: ViewerState['highlight'];
  readonly gestures: ViewerState['gestures'];
}

export function keepView(state: ViewerState): KeptView {
  return {
    view: toViewState(state),
    flavour: state.flavour,
    isHome: state.goal.kind === 'home',
    highlight: state.highlight,
    gestures: state.gestures,
  };
}

/** The requests that give the view back; language stays as it was chosen during the talk. */
export function restoreRequests({
  view,
  flavour,
  isHome,
  highlight,
  gestures,
}: KeptView): readonly ViewerRequest[] {
  const { lang: _lang, flavour: choice, padding: _padding, camera, ...rest } = view;
  const goesTo = isHome || camera === null ? {} : { camera };
  return [
    { type: 'gestures', gestures },
    { type: 'flavour', choice, drawn: flavour },
    { type: 'restore', view: { ...rest, ...goesTo }, origin: 'scene' },
    ...(isHome ? [{ type: 'home' } as const] : []),
    { type: 'highlight', ...highlight, fit: false },
  ];
}

const keyOf = (bundleId: string): string => `plan-present:${bundleId}`;

/** For this tab only; a page that may not store anything starts from its defaults after a reload. */
export function storeView(bundleId: string, kept: KeptView): void {
  try {
    sessionStorage.setItem(keyOf(bundleId), JSON.stringify(kept));
  } catch {
    /** Full or forbidden: only a reload in the middle of the talk would miss it. */
  }
}

export function takeStoredView(bundleId: string): KeptView | null {
  try {
    const text = sessionStorage.getItem(keyOf(bundleId));
    return text === null ? null : (JSON.parse(text) as KeptView);
  } catch {
    return null;
  }
}

export function forgetStoredView(bundleId: string): void {
  try {
    sessionStorage.removeItem(keyOf(bundleId));
  } catch {
    /** Nothing was stored. */
  }
}
