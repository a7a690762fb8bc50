import { zipSync } from 'fflate';
import { PlanError, type Problem } from '../contracts/errors.ts';
import { unpack } from './archive/unpack.ts';

/** A plan of a thousand pages has 30 MB of XML. */
const LIMITS = { maxEntries: 5000, maxBytes: 100_000_000 } as const;

/** The members of mammoth’s document that are read here; its own types leave it open. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  readonly children?: readonly Node[];
}

interface Found {
  readonly lines: string[];
  numbered: number;
  contents: number;
  tables: number;
}

/** Words of a paragraph; notes, pictures and comments are no part of the plan's line. */
function readWords(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return ' ';
    case 'break':
      return '\n';
    default:
      return (node.children ?? []).map(readWords).join('');
  }
}

const HEADING = /^(?:heading|标题)\s*([1-6])$/iu;
const TITLE = /^(?:title|标题|文档标题)$/iu;

/** Null: no heading. */
function readLevel(styleName: string | null | undefined, hasTitle: boolean): number | null {
  const name = styleName ?? '';
  if (TITLE.test(name)) return 1;
  const level = HEADING.exec(name)?.[1];
  return level === undefined ? null : Math.min(6, Number(level) + (hasTitle ? 1 : 0));
}

function collect(node: Node, hasTitle: boolean, found: Found): void {
  if (node.type === 'tableRow') {
    // A table's row is a line; its cells are told apart as in Markdown.
    const cells = (node.children ?? []).map((cell) => readWords(cell).replaceAll('\n', ' ').trim());
    if (cells.some((cell) => cell !== '')) found.lines.push(cells.join(' | '));
    return;
  }
  if (node.type === 'table') {
    found.tables += 1;
    for (const child of node.children ?? []) collect(child, hasTitle, found);
    found.lines.push('');
    return;
  }
  if (node.type !== 'paragraph') {
    for (const child of node.children ?? []) collect(child, hasTitle, found);
    return;
  }
  if (/^(?:toc|目录)\s*\d*$/iu.test(node.styleName ?? '')) {
    found.contents += 1;
    return;
  }
  const words = readWords(node).trim();
  if (words === '') {
    found.lines.push('');
    return;
  }
  if (node.numbering) found.numbered += 1;
  const level = readLevel(node.styleName, hasTitle);
  if (level === null) found.lines.push(words, '');
  else found.lines.push(`${'#'.repeat(level)} ${words.replaceAll('\n', ' ')}`, '');
}

const hasTitleIn = (node: Node): boolean =>
  node.type === 'paragraph'
    ? TITLE.test(node.styleName ?? '')
    : (node.children ?? []).some(hasTitleIn);

function describe(found: Found, file: string): readonly Problem[] {
  const warn = (code: string, message: string, remedy: string): Problem => ({
    ...{ code, severity: 'warning', file, message, remedy },
  });
  return [
    ...(found.numbered > 0
      ? [
          warn(
            'docx-numbers',
            `${found.numbered} paragraphs are numbered by Word itself; those numbers are not in the text`,
            'Where the number is part of the plan (第一章), make it text in Word (Ctrl+A, Ctrl+Shift+F9) or write it in.',
          ),
        ]
      : []),
    ...(found.contents > 0
      ? [
          warn(
            'contents-left-out',
            `${found.contents} lines of a table of contents are left out`,
            'Nothing need be done if the headings stand in the text.',
          ),
        ]
      : []),
    ...(found.tables > 0
      ? [
          warn(
            'docx-tables',
            `${found.tables} tables are read row by row, their cells parted by |`,
            'Compare them with the original.',
          ),
        ]
      : []),
  ];
}

/**
 * Reads a Word document's words as Markdown: its heading styles become `#` to `######`. Mammoth reads the document
 * (styles, insertions, text boxes, as Word and WPS write them); its HTML is thrown away. Only the document's XML is
 * handed to it, unpacked with a limit that counts what really comes out.
 * @throws PlanError `docx-damaged` and those of `unpack`
 */
export async function readDocx(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly text: string; readonly problems: readonly Problem[] }> {
  const { files, problems } = await unpack(bytes, file, {
    isWanted: (path) =>
      /\.(xml|rels)$/iu.test(path) && !/(^|\/)(embeddings|customXml)\//u.test(path),
    limits: LIMITS,
  });
  const damaged = (reason: string): PlanError =>
    new PlanError([
      {
        code: 'docx-damaged',
        severity: 'error',
        file,
        message: `the document cannot be read: ${reason.slice(0, 200)}`,
        remedy: 'Open it in Word or WPS and save it again as .docx, or save it as text.',
      },
    ]);
  if (![...files.keys()].some((path) => /document\d*\.xml$/iu.test(path)))
    throw damaged('it holds no document.xml');
  const plain = zipSync(Object.fromEntries(files), { level: 0 });
  let root: Node | null = null;
  try {
    const { default: mammoth } = await import('mammoth/mammoth.browser.js');
    const given = {
      // Browsers take the one, Node the other.
      arrayBuffer: plain.slice().buffer,
      buffer: plain,
    } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    await mammoth.convertToHtml(given, {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: Node) => {
        root = document;
        return document;
      },
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  if (root === null) throw damaged('it is empty');
  const found: Found = { lines: [], numbered: 0, contents: 0, tables: 0 };
  collect(root, hasTitleIn(root), found);
  const text = found.lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return {
    text: text === '' ? '' : `${text}\n`,
    problems: [...problems, ...describe(found, file)],
  };
}
