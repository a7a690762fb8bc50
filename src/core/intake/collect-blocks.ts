import { hashWords } from './hash-words.ts';
import { readHeading, readLead, type Heading, type Lead } from './read-heading.ts';

/** A paragraph-to-be. */
export interface Block {
  /** Parts of its id, outermost first. */
  readonly tags: readonly string[];
  /** What tells it from others of the same number. */
  readonly words: string;
  /** Null: the text begins without one. */
  readonly title: string | null;
  readonly path: readonly string[];
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface Blocks {
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /** Lines of a table of contents that were left out. */
  readonly contents: number;
}

interface Line {
  readonly text: string;
  readonly number: number;
  readonly isAfterGap: boolean;
  readonly heading: Heading | null;
}

/** 第一章 总则…………3: a line of a table of contents. */
const isContents = (line: string): boolean =>
  line.length <= 120 && /^目\s*录$|(?:[.．…·]{3,}|\t)\s*[-—]?\d{1,3}[-—]?$/u.test(line);

const SENTENCE_END = /[。！？；：…”’）)!?;:]$/u;

/** Lines that hold words, and how many of a table of contents there are. */
function readLines(lines: readonly string[]): { readonly read: Line[]; readonly contents: number } {
  const read: Line[] = [];
  let contents = 0;
  let isAfterGap = true;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim();
    if (text === '') isAfterGap = true;
    else if (isContents(text)) contents += 1;
    else {
      read.push({ text, number: index + 1, isAfterGap, heading: readHeading(text) });
      isAfterGap = false;
    }
  }
  return { read, contents };
}

/** A line of its own above text, in a document that numbers nothing: 新区范围. */
const isPlainHeading = (line: Line, next: Line | undefined): boolean =>
  line.heading === null &&
  line.isAfterGap &&
  line.text.length <= 25 &&
  /\p{L}/u.test(line.text) &&
  !/[。，；：、！？,;:!?…”]$/u.test(line.text) &&
  !/[。；]/u.test(line.text) &&
  next !== undefined;

const asPlainHeading = (line: Line): Heading => ({
  rank: 20,
  tag: null,
  whole: line.text,
  words: line.text,
  isLoose: false,
});

/** Takes the title off the top, and finds plain headings where there are no others. */
function settleHeadings(read: readonly Line[]): {
  readonly title: string | null;
  readonly lines: readonly Line[];
} {
  const firm = read.filter(({ heading }) => heading !== null && !heading.isLoose);
  const [first, second] = read;
  if (first === undefined) return { title: null, lines: [] };
  const tops = firm.filter(({ heading }) => heading?.rank === 10);
  if (tops.length === 1 && tops[0] === first && first.heading?.tag === null && firm.length > 1)
    return { title: first.heading.whole, lines: read.slice(1) };
  const isTitle =
    isPlainHeading({ ...first, isAfterGap: true }, second) &&
    second !== undefined &&
    (second.heading !== null || (second.isAfterGap && isPlainHeading(second, read[2])));
  const rest = isTitle ? read.slice(1) : read;
  const title = isTitle ? first.text : null;
  if (firm.length > 0) return { title, lines: rest };
  const lines = rest.map((line, index) =>
    isPlainHeading(line, rest[index + 1]) && !isPlainHeading(rest[index + 1]!, rest[index + 2])
      ? { ...line, heading: asPlainHeading(line) }
      : line,
  );
  return { title, lines };
}

interface Section {
  readonly heading: Heading | null;
  readonly above: readonly Heading[];
  readonly body: readonly Line[];
  readonly line: number;
  readonly hasDeeper: boolean;
}

/** A numbered line is a heading if text or deeper headings follow it; one of a list's items is text. */
function isHeadingHere(line: Line, next: Line | undefined): boolean {
  const { heading } = line;
  if (heading === null) return false;
  if (!heading.isLoose) return true;
  if (next === undefined) return false;
  return next.heading === null ? true : next.heading.rank > heading.rank;
}

const startsAfter = (line: Line, before: Line | undefined): boolean =>
  before === undefined ||
  line.isAfterGap ||
  before.heading !== null ||
  SENTENCE_END.test(before.text);

/** A printed paragraph that begins with a number and a title heads what follows, as a heading does. */
const readNumberedLead = (line: Line, before: Line | undefined): Heading | null =>
  startsAfter(line, before) ? (readLead(line.text)?.heading ?? null) : null;

function listSections(lines: readonly Line[]): readonly Section[] {
  const sections: Section[] = [];
  let above: Heading[] = [];
  let open: { heading: Heading | null; above: readonly Heading[]; body: Line[]; line: number } = {
    heading: null,
    above: [],
    body: [],
    line: 1,
  };
  const close = (next: Heading | null): void => {
    const hasDeeper = next !== null && open.heading !== null && next.rank > open.heading.rank;
    if (open.heading !== null || open.body.length > 0) sections.push({ ...open, hasDeeper });
  };
  for (const [index, line] of lines.entries()) {
    const isHeading = isHeadingHere(line, lines[index + 1]);
    const heading = isHeading ? line.heading : readNumberedLead(line, lines[index - 1]);
    if (heading === null) {
      open.body.push(line);
      continue;
    }
    close(heading);
    above = above.filter(({ rank }) => rank < heading.rank);
    open = { heading, above, body: isHeading ? [] : [line], line: line.number };
    above = [...above, heading];
  }
  close(null);
  return sections;
}

const tagOf = ({ tag, words }: Heading): string => tag ?? `h${hashWords(words)}`;

/** Markdown's bold marks are no words of the plan. */
const plain = (text: string): string => text.replace(/\*\*([^*\n]+)\*\*/gu, '$1');

/** A line that does not end its sentence goes on in the next; others are printed paragraphs of their own. */
const joinLines = (lines: readonly Line[]): string =>
  lines
    .map(({ text, isAfterGap }, index) => {
      const before = lines[index - 1];
      if (before === undefined) return plain(text);
      const isWrapped = !isAfterGap && !SENTENCE_END.test(before.text);
      return (isWrapped ? '\n' : '\n\n') + plain(text);
    })
    .join('');

function cutSection({ heading, above, body, line, hasDeeper }: Section): readonly Block[] {
  const headings = heading === null ? above : [...above, heading];
  const tags = headings.map(tagOf);
  const outer = above.map(({ whole }) => whole);
  if (body.length === 0) {
    // A heading that stands alone says what it says: an item of a list of works.
    return heading === null || hasDeeper
      ? []
      : [
          {
            tags,
            words: heading.words,
            title: heading.words || heading.whole,
            path: outer,
            text: heading.whole,
            line,
          },
        ];
  }
  const leads = body.map((one, index): Lead | null =>
    startsAfter(one, body[index - 1]) ? readLead(one.text) : null,
  );
  const hasBareLeads = leads.filter((lead) => lead?.isMarked === false).length >= 2;
  const isLead = (index: number): boolean => {
    const lead = leads[index];
    return lead !== null && lead !== undefined && (lead.isMarked || hasBareLeads);
  };
  // Without any heading each printed paragraph is one; below a heading, text without a lead stays with what it follows.
  const isFree = heading === null;
  const isCut = (index: number): boolean =>
    index === 0 ||
    isLead(index) ||
    (isFree && (body[index]!.isAfterGap || SENTENCE_END.test(body[index - 1]!.text)));
  const starts = body.map((_, index) => index).filter(isCut);
  return starts.map((start, turn): Block => {
    const part = body.slice(start, starts[turn + 1] ?? body.length);
    const text = joinLines(part);
    const begun = isLead(start) ? leads[start]! : null;
    // ## 坚持绿色发展 above ——坚持绿色发展。… is one title, printed twice.
    const lead = begun !== null && begun.title === heading?.words ? null : begun;
    if (lead !== null) {
      return {
        tags: [...tags, `t${hashWords(lead.title)}`],
        words: lead.title,
        title: lead.title,
        path: headings.map(({ whole }) => whole),
        text,
        line: part[0]!.number,
      };
    }
    if (heading === null) {
      return {
        tags: [...tags, `t${hashWords(text.slice(0, 40))}`],
        words: text.slice(0, 20),
        title: null,
        path: outer,
        text,
        line: part[0]!.number,
      };
    }
    return {
      tags,
      words: heading.words,
      title: heading.words || heading.whole,
      path: outer,
      text,
      line,
    };
  });
}

/** Cuts a text into paragraphs: by headings, and below them by the titles that printed paragraphs begin with. */
export function collectBlocks(lines: readonly string[]): Blocks {
  const { read, contents } = readLines(lines);
  const settled = settleHeadings(read);
  return {
    title: settled.title,
    blocks: listSections(settled.lines).flatMap(cutSection),
    contents,
  };
}
