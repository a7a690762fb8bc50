import type { Paragraph } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { blankComments, parseOutline } from '../parse-outline.ts';
import { collectBlocks, type Block } from './collect-blocks.ts';
import { hashWords } from './hash-words.ts';

export interface SplitPlan {
  /** The plan's title, where the text begins with one. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly Problem[];
}

/** `## id title` as the atlas writes it; an id holds a letter, so that `## 2035 目标` is none. */
const OWN_HEADING = /^##[ \t]+(?=\S*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?:[ \t]|$)/u;

/** A list that nobody would read to its end. */
const MOST_PROBLEMS = 100;

/** Words for a paragraph that has no title of its own, as the plan begins: 高举中国特色社会主义伟大旗帜……. */
function quoteStart(text: string): string {
  const start =
    text
      .slice(0, 60)
      .trim()
      .split(/[，。；：！？\n]/u)[0] ?? '';
  const words = [...(start === '' ? text.trim() : start)].slice(0, 20).join('');
  return words.length >= text.trim().length ? words : `${words}……`;
}

function makeIds(
  blocks: readonly Block[],
  file: string,
  taken: ReadonlySet<string>,
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } {
  const used = new Set(taken);
  const turns = new Map<string, number>();
  const problems: Problem[] = [];
  const ids = blocks.map(({ tags, words, text, line }) => {
    const plain = tags.join('-');
    const told = `${plain}-${hashWords(words + text.slice(0, 200))}`;
    // The same number twice is told apart by the words, the same words twice by their turn alone.
    let id = used.has(plain) ? told : plain;
    for (let turn = turns.get(told) ?? 2; used.has(id); turn += 1) {
      id = `${told}-${turn}`;
      turns.set(told, turn + 1);
    }
    if (id !== plain && !taken.has(plain) && problems.length < MOST_PROBLEMS) {
      problems.push({
        code: 'heading-twice',
        severity: 'warning',
        file,
        at: id,
        message: `line ${line}: “${words}” has the number or the words of a heading above`,
        remedy: 'Correct the numbering in the text if it is wrong; the id is told apart meanwhile.',
      });
    }
    used.add(id);
    return id;
  });
  return { ids, problems };
}

/**
 * Splits a plan's text into paragraphs with stable ids: Chinese planning documents (第一章, 第一节, 一、, （一）, 1.,
 * 专栏), Markdown, plain headings on their own line, and the atlas's own `## id title`, whose ids are kept. An id comes
 * from the numbering (`c1-s2-n3`) or else from the heading's words, so that a text which grows keeps it; see `keepIds`
 * for one that is edited. The plan's words are kept as they are; only Markdown's marks and a table of contents go.
 * Problems: those of `parseOutline`, `plan-text-nul`, `heading-twice`, `contents-left-out`.
 * @param taken ids of other documents' paragraphs
 */
export function splitPlanText(
  given: string,
  file: string,
  taken: ReadonlySet<string> = new Set(),
): SplitPlan {
  const problems: Problem[] = [];
  const nulAt = given.indexOf('\0');
  if (nulAt >= 0) {
    const line = given.slice(0, nulAt).split('\n').length;
    problems.push({
      code: 'plan-text-nul',
      severity: 'warning',
      file,
      at: `line ${line}`,
      message: `line ${line}: the text holds NUL characters; they are left out`,
      remedy:
        'Compare the text with the original: a file that is no text, or UTF-16 read wrongly, looks so.',
    });
  }
  const text = blankComments(
    given
      .replaceAll('\0', '')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n'),
  );
  const lines = text.split('\n');
  const second = lines.filter((line) => /^##\s/u.test(line));
  if (second.length > 0 && second.every((line) => OWN_HEADING.test(line))) {
    const outline = parseOutline(text, file);
    return {
      title: null,
      paragraphs: outline.paragraphs.map(({ id, title, text: words }) => ({
        id,
        title: title === '' ? quoteStart(words) : title,
        path: [],
        text: words,
      })),
      problems: [...problems, ...outline.problems],
    };
  }
  const { title, blocks, contents } = collectBlocks(lines);
  if (contents > 0) {
    problems.push({
      code: 'contents-left-out',
      severity: 'warning',
      file,
      message: `${contents} lines of a table of contents are left out`,
      remedy: 'Nothing need be done if the headings stand in the text.',
    });
  }
  if (blocks.length === 0) {
    problems.push({
      code: 'outline-empty',
      severity: 'error',
      file,
      message: 'line 1: the plan text holds no paragraph',
      remedy: 'Give the plan’s words: headings, and text below them.',
    });
  }
  const { ids, problems: twice } = makeIds(blocks, file, taken);
  return {
    title,
    paragraphs: blocks.map((block, index) => ({
      id: ids[index]!,
      title: block.title ?? quoteStart(block.text),
      path: block.path,
      text: block.text,
    })),
    problems: [...problems, ...twice],
  };
}
