import { PlanError, type Problem } from '../contracts/errors.ts';
import type { Charset, CharsetGuess } from '../contracts/import.ts';
import { showSize } from './archive/unpack.ts';
import { decodeText, guessCharset } from './charset/guess-charset.ts';

export interface PlanText {
  /** With `\n` as its only line break and no byte order mark. */
  readonly text: string;
  /** Null: the format settles it. */
  readonly charset: CharsetGuess | null;
  readonly problems: readonly Problem[];
}

/** A county's plan has half a megabyte. */
const MOST_TEXT_BYTES = 20_000_000;
const MOST_DOCX_BYTES = 100_000_000;

interface Refusal {
  readonly what: string;
  readonly remedy: string;
  readonly matches: (bytes: Uint8Array, name: string, start: string) => boolean;
}

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3, 4);
/** Word 97, WPS, and documents under a password. */
const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const REFUSALS: readonly Refusal[] = [
  {
    what: 'a PDF: it holds the places of characters, not their order, and often pictures of pages',
    remedy:
      'Save it as .docx in WPS or Word (文件 → 另存为 → Word 文档), recognise scanned pages there, or copy its text and paste it.',
    matches: (_, name, start) => start.startsWith('%PDF') || /\.pdf$/iu.test(name),
  },
  {
    what: 'a document under a password or of the old Word format',
    remedy:
      'Open it in Word or WPS and save it as .docx without a password (另存为 → Word 文档 .docx).',
    matches: (bytes) => isCompound(bytes),
  },
  {
    what: 'a document of the old Word or WPS format',
    remedy: 'Open it in Word or WPS and save it as .docx (另存为 → Word 文档 .docx).',
    matches: (bytes, name) => /\.(doc|wps|dot)$/iu.test(name) && !isZip(bytes),
  },
  {
    what: 'a rich-text document',
    remedy: 'Open it in Word or WPS and save it as .docx, or save it as text.',
    matches: (_, name, start) => start.startsWith('{\\rtf') || /\.rtf$/iu.test(name),
  },
  {
    what: 'a web page',
    remedy: 'Copy its text in the browser and paste it, or save it as text.',
    matches: (_, __, start) => /^\s*<(?:!doctype html|html|head|body)\b/iu.test(start),
  },
  {
    what: 'a picture',
    remedy: 'Recognise its characters first (OCR), and give the text.',
    matches: (bytes, name) =>
      startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
      startsWith(bytes, 0xff, 0xd8, 0xff) ||
      /\.(png|jpe?g|tiff?|bmp|gif)$/iu.test(name),
  },
];

const fault = (code: string, file: string, message: string, remedy: string): Problem => ({
  ...{ code, severity: 'error', file, message, remedy },
});

function refuse(bytes: Uint8Array, name: string): void {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64));
  const refusal = REFUSALS.find(({ matches }) => matches(bytes, name, start));
  if (refusal === undefined) return;
  throw new PlanError([
    fault('plan-text-format', name, `the file is ${refusal.what}`, refusal.remedy),
  ]);
}

function readPlain(bytes: Uint8Array, name: string, chosen: Charset | undefined): PlanText {
  const charset = guessCharset({ bytes, ...(chosen === undefined ? {} : { chosen }) });
  const text = decodeText(bytes, charset.charset).replace(/\r\n?|[\u2028\u2029]/gu, '\n');
  const at = text.indexOf('\ufffd');
  const line = at < 0 ? 0 : text.slice(0, at).split('\n').length;
  const problems: readonly Problem[] =
    at < 0
      ? []
      : [
          {
            code: 'charset-damaged',
            severity: 'warning',
            file: name,
            at: `line ${line}`,
            message: `line ${line}: bytes that are no ${charset.charset} stand as \ufffd`,
            remedy: 'Choose another character set, or save the file as UTF-8.',
          },
        ];
  return { text, charset, problems };
}

/**
 * Reads the text of a plan from a file: plain text in any of the usual character sets, Markdown, or a Word document
 * (.docx), told by its content. The words come as they are; `findRepairs` offers changes, `splitPlanText` splits.
 * @param chosen instead of the guess
 * @throws PlanError `plan-text-format` (PDF, .doc, …: says how to save it), `plan-text-too-large`, `docx-damaged`,
 * `archive-…`
 */
export async function readPlanText(file: Blob, name: string, chosen?: Charset): Promise<PlanText> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  refuse(head, name);
  const isDocx = isZip(head);
  const most = isDocx ? MOST_DOCX_BYTES : MOST_TEXT_BYTES;
  if (file.size > most) {
    throw new PlanError([
      fault(
        'plan-text-too-large',
        name,
        `the file has ${showSize(file.size)}; a plan’s text may have ${showSize(most)}`,
        isDocx
          ? 'Take the pictures out of the document, or save it as text.'
          : 'Give the plan’s text alone.',
      ),
    ]);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isDocx) return readPlain(bytes, name, chosen);
  const { readDocx } = await import('./read-docx.ts');
  return { ...(await readDocx(bytes, name)), charset: null };
}
