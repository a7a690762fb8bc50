import type { Problem } from '../../contracts/errors.ts';
import type { Store } from '../../contracts/state.ts';
import { fire } from './tell-host.ts';

const CODE = 'poster-refused';

/** Null for any scheme that is none of a picture; a page that lies on a disk may show what lies beside it. */
export function readPoster(poster: string | null, base: string): string | null {
  if (!poster || !URL.canParse(poster, base)) return null;
  const { protocol, href } = new URL(poster, base);
  const isBeside = !URL.canParse(poster) && protocol === new URL(base).protocol;
  const isPicture = ['https:', 'http:', 'blob:'].includes(protocol) || /^data:image\//i.test(href);
  return isPicture || isBeside ? href : null;
}

/** Says so, in the page and to the host, when a poster was refused. */
export function tellPoster(element: HTMLElement, poster: string | null, store: Store): void {
  if (store.getState().notices.some(({ id }) => id === CODE)) {
    store.send({ type: 'dismiss', id: CODE });
  }
  if (!poster || readPoster(poster, document.baseURI) !== null) return;
  const problem: Problem = {
    code: CODE,
    severity: 'warning',
    file: 'poster',
    message: `${JSON.stringify(poster.slice(0, 60))} is no address of a picture`,
    remedy: 'Give an address that begins with https:, http:, data:image/ or blob:.',
  };
  store.send({ type: 'notify', notices: [{ id: CODE, severity: 'warning', problem }] });
  fire(element, 'plan-error', { code: CODE, problems: [problem] });
}
