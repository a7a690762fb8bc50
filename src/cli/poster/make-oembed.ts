import type { PlanBundle } from '../../contracts/bundle.ts';
import { posterFile, type PosterSubject } from '../../core/embed/poster-address.ts';
import {
  DEFAULT_SNIPPET,
  titleOf,
  writeFrame,
  type SnippetOptions,
} from '../../core/embed/write-snippet.ts';
import { POSTER_SIZE } from './frame-poster.ts';

/** What oEmbed 1.0 calls a rich resource. */
export interface OembedAnswer {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

type OembedSubject = Exclude<PosterSubject, { kind: 'theme' }>;

/** Addresses as a file in `oembed/` sees them, while nobody has said where the app will stand. */
const FROM_OEMBED = '../';

/**
 * What `ATLAS_URL` says: the folder that the app is served from, with its last slash; null when it says nothing.
 * @throws Error when it is no whole web address
 */
export function readAppUrl(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) {
    return `${url.origin}${url.pathname.replace(/[^/]*\.html?$/i, '').replace(/\/*$/, '/')}`;
  }
  throw new Error(
    `ATLAS_URL=${JSON.stringify(text)} is no web address: give the app's own, e.g. https://plans.example/yuxian/`,
  );
}

/**
 * The static answer for one thing of the plan; every address in it is whole once `appUrl` is.
 * @param posters files of the posters that there are; what has no place has the plan's
 */
export function makeOembed(
  subject: OembedSubject,
  bundle: PlanBundle,
  appUrl: string | null,
  posters: ReadonlySet<string>,
): OembedAnswer {
  const base = appUrl ?? FROM_OEMBED;
  const { widthPx, heightPx } = POSTER_SIZE;
  const options: SnippetOptions = {
    ...DEFAULT_SNIPPET,
    appUrl: base,
    // A frame finds the app's own bundle by itself.
    bundlePath: '',
    feature: subject.kind === 'feature' ? subject.id : null,
    clause: subject.kind === 'clause' ? subject.id : null,
    widthPx,
    heightPx,
  };
  const own = posterFile(subject);
  return {
    version: '1.0',
    type: 'rich',
    title: titleOf(options, bundle),
    provider_name: bundle.bundle.title,
    provider_url: base,
    html: writeFrame(options, bundle),
    width: widthPx,
    height: heightPx,
    thumbnail_url: base + (posters.has(own) ? own : posterFile({ kind: 'plan' })),
    thumbnail_width: widthPx,
    thumbnail_height: heightPx,
  };
}

/** Every feature and every clause, with a place or without one, and the plan. */
export function listOembedSubjects(bundle: PlanBundle): OembedSubject[] {
  return [
    { kind: 'plan' },
    ...bundle.features.features.map(({ properties }): OembedSubject => ({
      kind: 'feature',
      id: properties.id,
    })),
    ...bundle.plan.docs
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ id }): OembedSubject => ({ kind: 'clause', id })),
  ];
}
