import { SLICES, type EmbedOptions, type Slice } from '../../contracts/embed.ts';
import type { Problem } from '../../contracts/errors.ts';

export const DEFAULT_EMBED: EmbedOptions = {
  slice: 'atlas',
  controls: null,
  gestures: 'cooperative',
  src: null,
  origins: [],
};

/** The query of a frame's address, without `?`, e.g. `embed&controls=legend,zoom&origins=https://news.example`. */
export function encodeEmbed(options: Partial<EmbedOptions>): string {
  const { slice, controls, gestures, src, origins } = { ...DEFAULT_EMBED, ...options };
  const parts = [
    slice === 'atlas' ? 'embed' : `embed=${slice}`,
    ...(controls === null
      ? []
      : [
          `controls=${write(
            controls
              .trim()
              .split(/[\s,]+/)
              .join(','),
          )}`,
        ]),
    ...(gestures === DEFAULT_EMBED.gestures ? [] : [`gestures=${gestures}`]),
    ...(src === null ? [] : [`src=${write(src)}`]),
    ...(origins.length === 0 ? [] : [`origins=${write(origins.join(','))}`]),
  ];
  return parts.join('&');
}

/** Addresses stay readable: what may stand in a query as it is is not escaped. */
const write = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%2C|%3A|%2F/g, (part) => decodeURIComponent(part));

/**
 * Reads a frame's query; null when the page is no frame's. What cannot be read keeps its default and is named.
 * @param query with or without `?`
 */
export function decodeEmbed(
  query: string,
): { readonly options: EmbedOptions; readonly problems: readonly Problem[] } | null {
  const given = new URLSearchParams(query);
  const slice = given.get('embed');
  if (slice === null) return null;
  const problems: Problem[] = [];
  const refuse = (name: string, value: string, expected: string): void => {
    problems.push({
      code: 'bad-address',
      severity: 'warning',
      file: 'address',
      at: name,
      message: `${name}=${JSON.stringify(value.slice(0, 60))}: expected ${expected}`,
      remedy: 'The default is used instead. Copy the snippet again from the embed tool.',
    });
  };
  const isSlice = (SLICES as readonly string[]).includes(slice);
  if (slice !== '' && !isSlice) refuse('embed', slice, SLICES.join(', '));
  const gestures = given.get('gestures');
  if (gestures !== null && gestures !== 'greedy' && gestures !== 'cooperative') {
    refuse('gestures', gestures, 'greedy or cooperative');
  }
  const origins: string[] = [];
  for (const origin of (given.get('origins') ?? '').split(',').filter(Boolean)) {
    if (isExactOrigin(origin)) origins.push(origin);
    else refuse('origins', origin, 'an exact origin such as https://news.example');
  }
  return {
    options: {
      slice: isSlice ? (slice as Slice) : DEFAULT_EMBED.slice,
      controls: given.get('controls'),
      gestures: gestures === 'greedy' ? 'greedy' : DEFAULT_EMBED.gestures,
      src: given.get('src'),
      origins,
    },
    problems,
  };
}

/** `https://host[:port]` to the letter: no path, no wildcard, not `null`. */
export function isExactOrigin(text: string): boolean {
  if (text.includes('*') || !URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return origin === text && (protocol === 'https:' || protocol === 'http:');
}
