import type { Store } from '../../contracts/state.ts';

const NOTICE = 'poster-refused';

/** The address of a poster when it is one of a picture; else null, and a notice that names it. */
export function takePoster(poster: string | null, store: Store): string | null {
  if (store.getState().notices.some(({ id }) => id === NOTICE)) {
    store.send({ type: 'dismiss', id: NOTICE });
  }
  if (poster === null || poster === '') return null;
  const address = readPoster(poster, document.baseURI);
  if (address !== null) return address;
  store.send({
    type: 'notify',
    notice: {
      id: NOTICE,
      severity: 'warning',
      problem: {
        code: NOTICE,
        severity: 'warning',
        file: 'poster',
        message: `${JSON.stringify(poster.slice(0, 60))} is no address of a picture`,
        remedy: 'Give an address that begins with https:, http:, data:image/ or blob:.',
      },
    },
  });
  return null;
}

/** Null for any scheme that is none of a picture; a page that lies on a disk may show what lies beside it. */
export function readPoster(poster: string, base: string): string | null {
  if (!URL.canParse(poster, base)) return null;
  const { protocol, href } = new URL(poster, base);
  const isBeside = !URL.canParse(poster) && protocol === new URL(base).protocol;
  const isPicture = ['https:', 'http:', 'blob:'].includes(protocol) || /^data:image\//i.test(href);
  return isPicture || isBeside ? href : null;
}
