import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState, ViewState } from '../../contracts/state.ts';
import { encodePermalink } from '../permalink.ts';
import { toViewState } from '../view-state.ts';

/** Longer links make codes that a phone does not read from a screen: version 15 at level M holds 412 bytes. */
export const LONGEST_CODE = 400;

export interface ShareLink {
  readonly url: string;
  /** The view did not fit into a code: what is kept is the feature or paragraph alone. */
  readonly isShortened: boolean;
}

/** Who can open a link: everyone, this office's network, or this machine alone. */
export type Reach = 'public' | 'network' | 'machine';

/**
 * The link that a picture's code holds.
 * @param page address of the app; its query and its hash are left out
 * @param feature the feature that the picture is about; null: the view
 */
export function writeShareLink(
  page: string,
  state: ViewerState,
  bundle: PlanBundle,
  feature: string | null,
): ShareLink {
  const view = toViewState(state);
  const { lang } = view;
  const plain: ViewState = { ...view, tool: null, find: '', flavour: 'auto', opacity: {} };
  const url = (part: Partial<ViewState>, base = plain): string => {
    const address = new URL(page);
    address.search = '';
    address.hash = encodePermalink({ ...base, ...part }, bundle);
    return address.href;
  };
  const bare: ViewState = {
    ...plain,
    lang,
    camera: null,
    scene: null,
    phrase: null,
    layers: bundle.layers.flatMap(({ id, visible }) => (visible === false ? [] : [id])),
    lens: { statuses: ['existing', 'under-construction', 'planned', 'proposed'], horizon: null },
  };
  if (feature !== null) {
    const cited = state.selection.feature === feature ? state.selection.clause : null;
    return { url: url({ feature, clause: cited }, bare), isShortened: false };
  }
  const whole = url({});
  return whole.length <= LONGEST_CODE
    ? { url: whole, isShortened: false }
    : { url: url({}, bare), isShortened: true };
}

/** Who can open an address, as far as its host tells. */
export function reachOf(address: string): Reach {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return 'machine';
  if (/^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(hostname))
    return 'machine';
  const isInner =
    /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[f[cde].*\])$/.test(
      hostname,
    ) || /\.(local|lan|internal|home|corp)$/.test(hostname);
  return isInner || !hostname.includes('.') ? 'network' : 'public';
}
