/**
 * Speaker notes: the part of Markdown that a speaker needs. Paragraphs, bulleted and numbered lists (one level), quotes,
 * **bold** and *emphasis*. Everything else, HTML among it, is plain text; nothing is ever run or fetched.
 */
export type NoteSpan = { readonly kind: 'text' | 'strong' | 'em'; readonly text: string };

export type NoteBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly NoteSpan[])[] }
  | { readonly kind: 'quote'; readonly lines: readonly (readonly NoteSpan[])[] }
  | { readonly kind: 'bullets'; readonly lines: readonly (readonly NoteSpan[])[] }
  | {
      readonly kind: 'numbers';
      readonly start: number;
      readonly lines: readonly (readonly NoteSpan[])[];
    };

const MARKS: readonly (readonly [NoteBlock['kind'], RegExp])[] = [
  ['quote', /^\s{0,3}>\s?/],
  ['bullets', /^\s{0,3}[-*+]\s+/],
  ['numbers', /^\s{0,3}(\d{1,4})[.)、]\s*/],
];

/** The blocks of a text, in order; a blank line ends one. */
export function parseNotes(text: string): readonly NoteBlock[] {
  const blocks: { kind: NoteBlock['kind']; start: number; lines: (readonly NoteSpan[])[] }[] = [];
  let open: NoteBlock['kind'] | null = null;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const [kind, mark] = MARKS.find(([, pattern]) => pattern.test(line)) ?? ['paragraph', null];
    const words = parseSpans((mark ? line.replace(mark, '') : line).trim());
    const last = blocks.at(-1);
    if (open === kind && last) last.lines.push(words);
    else {
      const start = kind === 'numbers' ? Number(mark?.exec(line)?.[1] ?? 1) : 1;
      blocks.push({ kind, start, lines: [words] });
    }
    open = kind;
  }
  return blocks.map(({ kind, start, lines }) =>
    kind === 'numbers' ? { kind, start, lines } : { kind, lines },
  );
}

/** Pairs only: a lone star is a star. */
function parseSpans(text: string): readonly NoteSpan[] {
  const spans: NoteSpan[] = [];
  const pattern = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*|\*(?=\S)([^*]+?)(?<=\S)\*/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) });
    spans.push(
      match[1] === undefined ? { kind: 'em', text: match[2]! } : { kind: 'strong', text: match[1] },
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}
