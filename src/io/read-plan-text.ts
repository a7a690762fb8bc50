import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CharsetGuess } from '../contracts/import.ts';
import { decodeText, guessCharset } from './charset/guess-charset.ts';

export interface ReadPlanText {
  /** Headings as Markdown's `#` where the file marks them. */
  readonly text: string;
  /** Null where the format settles it. */
  readonly charset: CharsetGuess | null;
  readonly problems: readonly Problem[];
}

/** Texts of whole counties come to a hundredth of it. */
const MOST_BYTES = 50_000_000;

/**
 * A plan's text from a file: TXT, Markdown or DOCX.
 * @throws PlanError `text-format`, `text-too-large`, `text-damaged`
 */
export async function readPlanText(file: Blob, name: string): Promise<ReadPlanText> {
  const fail = (code: string, message: string, remedy: string): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  if (file.size > MOST_BYTES) {
    fail(
      'text-too-large',
      `the text has ${Math.round(file.size / 1_000_000)} MB; at most ${MOST_BYTES / 1_000_000} are read`,
      'Take pictures out of it, or save it as plain text.',
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const starts = (...codes: readonly number[]): boolean =>
    codes.every((code, at) => bytes[at] === code);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    fail('text-format', 'the old Word format .doc cannot be read', 'Save it as .docx or .txt.');
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    fail(
      'text-format',
      'a PDF holds pages, not paragraphs, and cannot be read',
      'Copy its text and paste it, or save it as .docx or .txt.',
    );
  }
  if (starts(0x50, 0x4b)) return { text: await readWord(bytes, name), charset: null, problems: [] };
  const charset = guessCharset({ bytes });
  return { text: decodeText(bytes, charset.charset), charset, problems: [] };
}

async function readWord(bytes: Uint8Array, name: string): Promise<string> {
  try {
    // Made for browsers, and at home in Node: it brings all that it needs.
    const { default: mammoth } = await import('mammoth/mammoth.browser.js');
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer: bytes.slice().buffer },
      {
        ignoreEmptyParagraphs: true,
        includeDefaultStyleMap: true,
        styleMap: HEADINGS,
      },
    );
    return toText(value);
  } catch (error) {
    throw new PlanError([
      {
        code: 'text-damaged',
        severity: 'error',
        file: name,
        message: `the document cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'Save it again as .docx without a password, or as plain text.',
      },
    ]);
  }
}

/** Word in Chinese calls its headings by their Chinese names. */
const HEADINGS = [1, 2, 3, 4].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** The words of what mammoth writes: a paragraph a line, headings marked as Markdown marks them. */
function toText(markup: string): string {
  return markup
    .replaceAll(/<h([1-6])>/g, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replaceAll(/<\/(p|h[1-6]|li|tr)>/g, '\n')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<\/td>/g, '\t')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
