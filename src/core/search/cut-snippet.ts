import type { Mark } from '../../contracts/search.ts';

/** UTF-16 units of a snippet, ellipses aside. */
const LENGTH = 44;
/** Of these, before the first mark. */
const BEFORE = 12;

/** A line of a text round its first mark, with the marks that fall into it. */
export function cutSnippet(
  text: string,
  marks: readonly Mark[],
  lengthUnits = LENGTH,
): { readonly text: string; readonly marks: readonly Mark[] } {
  const first = marks[0]?.[0] ?? 0;
  let from = text.length <= lengthUnits ? 0 : Math.max(0, first - BEFORE);
  from = Math.min(from, Math.max(0, text.length - lengthUnits));
  let to = Math.min(text.length, Math.max(from + lengthUnits, marks[0]?.[1] ?? 0));
  if (from + lengthUnits < to) to = Math.min(text.length, from + lengthUnits * 3);
  // Not into the middle of a word; Chinese may be cut anywhere.
  const word = from > 0 ? /^[A-Za-z]*\s+/.exec(text.slice(from, first)) : null;
  if (word && /[A-Za-z]/.test(text[from - 1]!)) from += word[0].length;
  if (isLowSurrogate(text, from)) from -= 1;
  if (isLowSurrogate(text, to)) to += 1;
  const head = from > 0 ? '…' : '';
  const tail = to < text.length ? '…' : '';
  const shift = head.length - from;
  return {
    // Blank lines part printed paragraphs; in one line they are spaces.
    text: head + text.slice(from, to).replaceAll(/\s/g, ' ') + tail,
    marks: marks
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]) => [Math.max(start, from) + shift, Math.min(end, to) + shift]),
  };
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
