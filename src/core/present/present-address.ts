/** `present=<scene id>` in the address: a talk that was reloaded goes on at the same slide. */
import { encodePart } from '../encode-part.ts';

/** The slide that an address names; null: it names none. */
export function readPresentAddress(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('present');
}

/** The part of an address after `#` while a talk runs: the slide, and what the reader chose for all of them. */
export function writePresentAddress(
  slide: string,
  { lang, flavour }: { readonly lang: string; readonly flavour: string },
): string {
  return [
    'v=1',
    `present=${encodePart(slide).replaceAll('%40', '@')}`,
    ...(lang === 'zh-Hans' ? [] : [`lang=${lang}`]),
    ...(flavour === 'auto' ? [] : [`flavour=${flavour}`]),
  ].join('&');
}
