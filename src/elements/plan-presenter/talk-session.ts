/** Which talk a window belongs to: in the address of the windows that were opened for it, else kept in the tab. */
import { encodePart } from '../../core/encode-part.ts';

const NAME = 'talk';
const KEY = 'plan-talk-session';
let own: string | null = null;

const create = (): string => crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);

/** The session that this window was opened or is kept with; null: it has none yet. */
export function findSession(): string | null {
  const named = new URLSearchParams(location.search).get(NAME);
  if (named && /^[\w-]{1,40}$/.test(named)) return named;
  if (own !== null) return own;
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The session of this window; makes one where there is none. */
export function openSession(): string {
  const found = findSession();
  if (found !== null) return found;
  own = create();
  try {
    sessionStorage.setItem(KEY, own);
  } catch {
    /** A reload would begin another talk; the presenter's window brings this one back. */
  }
  return own;
}

/** Address of the speaker's window, in the language of the stage. */
export function presenterAddress(session: string, lang: string): string {
  const url = new URL(location.href);
  url.search = `?presenter&${NAME}=${session}${lang === 'en' ? '&lang=en' : ''}`;
  url.hash = '';
  return url.href;
}

/** Address of the hall's window at a slide; of one whose talk has not begun, without the slide. */
export function stageAddress(
  session: string,
  slide: string,
  lang: string,
  isRunning: boolean,
): string {
  const url = new URL(location.href);
  url.search = `?${NAME}=${session}`;
  const present = isRunning ? `&present=${encodePart(slide)}` : '';
  url.hash = `v=1${present}${lang === 'en' ? '&lang=en' : ''}`;
  return url.href;
}
