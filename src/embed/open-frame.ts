/** A slice of the app in the frame of another page: `index.html?embed…`, or `embed.html`. */
import { PlanError } from '../contracts/errors.ts';
import { allowOrigins, readOriginList } from '../core/embed/allow-origins.ts';
import { checkSource } from '../core/embed/check-source.ts';
import { decodeEmbed } from '../core/embed/embed-address.ts';
import type { PlanAtlas } from '../elements/plan-atlas/plan-atlas.ts';
import { toLanguage } from '../elements/plan-atlas/read-attributes.ts';
import { openAtlasSlice } from './atlas-slice.ts';
import { Bridge } from './bridge.ts';
import type { FrameSlice } from './frame-slice.ts';
import { namePage } from './name-page.ts';
import { openPart } from './open-part.ts';
import { showProblems } from './show-problems.ts';
import { tellOfPolicy } from './tell-of-policy.ts';

const LISTED = 'meta[name="plan-atlas-origins"]';

/**
 * @param atlas the page's own
 * @param ownSource address of the app's plan
 */
export function openFrame(atlas: PlanAtlas, ownSource: string | null): void {
  const { search } = location;
  const { options, problems } = decodeEmbed(search) ?? decodeEmbed(`embed&${search.slice(1)}`)!;
  const listed = readOriginList(document.querySelector<HTMLMetaElement>(LISTED)?.content);
  const talk = allowOrigins(options.origins, location.origin, listed);
  const source = readSource(options.src, listed);
  const found = [...problems, ...talk.problems, ...source.problems];
  const address = options.src === null ? ownSource : source.address;
  const refused = source.problems[0] ?? null;
  const main = document.querySelector('main')!;
  const lang = new URLSearchParams(location.hash.slice(1)).get('lang');
  atlas.lang = toLanguage(lang);
  let slice: FrameSlice;
  if (options.slice === 'atlas') {
    if (listed.length > 0) atlas.setAttribute('origins', listed.join(' '));
    if (atlas.src !== address) atlas.src = address;
    // In the page first: outside it hears nothing.
    if (!atlas.isConnected && !refused) main.append(atlas);
    slice = openAtlasSlice(atlas, options, found);
  } else {
    slice = openPart(options.slice, main, address, listed, options, found);
  }
  // An empty atlas would only say that it was given nothing.
  if (refused) {
    main.replaceChildren();
    showProblems(main, found, toLanguage(lang));
  }
  namePage(slice);
  tellOfPolicy(slice);
  if (parent !== globalThis.window && talk.allowed.length > 0) {
    new Bridge(slice, talk.allowed, refused).connect();
  }
}

/** Another plan than the app's own, if it may be asked for; else nothing stands in its place. */
function readSource(
  src: string | null,
  listed: readonly string[],
): { readonly address: string | null; readonly problems: PlanError['problems'] } {
  if (src === null) return { address: null, problems: [] };
  try {
    return { address: checkSource(src, location.href, listed).href, problems: [] };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { address: null, problems: error.problems };
  }
}
