import type { Charset, CharsetGuess } from '../../contracts/import.ts';

export interface CharsetClues {
  /** Bytes of the file's text; of a table its cells, not its frame. */
  readonly bytes: Uint8Array;
  /** Content of a shapefile's .cpg. */
  readonly cpg?: string;
  /** The DBF's language driver, byte 29. */
  readonly languageByte?: number;
  /** What the file declares of itself: encoding of XML, $DWGCODEPAGE. */
  readonly header?: string;
  readonly chosen?: Charset;
}

const LABELS: readonly (readonly [RegExp, Charset])[] = [
  [/^utf-?8$|^65001$|^UTF8/i, 'utf-8'],
  [/^(?:gbk|gb18030|gb2312|cp936|ms936|x-gbk|936|euc-?cn|54936)$/i, 'gb18030'],
  [/^(?:big-?5(?:-hkscs)?|cp950|950|big5hk)$/i, 'big5'],
  [/^(?:iso-?8859-?1|88591|latin-?1|cp1252|1252|windows-1252)$/i, 'windows-1252'],
  [/^utf-?16(?:le)?$|^1200$/i, 'utf-16le'],
  [/^utf-?16be$|^1201$/i, 'utf-16be'],
];

/** Language drivers of dBASE that name one character set. */
const LANGUAGE_BYTES: Readonly<Record<number, Charset>> = {
  0x4d: 'gb18030',
  0x7a: 'gb18030',
  0x4f: 'big5',
  0x78: 'big5',
  0x03: 'windows-1252',
  0x57: 'windows-1252',
};

/** Bytes that are tried; the first stretch of a file tells as much as all of it. */
const MOST_TRIED = 1_000_000;
const SAMPLE_LENGTH = 40;

/**
 * In which characters a file is written: as chosen, as declared where the bytes do not speak against it, or as the
 * bytes themselves say. A declaration such as `OEM` or of a western set, which programs write without looking, yields
 * to bytes that are plainly Chinese.
 */
export function guessCharset(clues: CharsetClues): CharsetGuess {
  const { cpg, languageByte, header, chosen } = clues;
  const bytes = clues.bytes.subarray(0, MOST_TRIED);
  const finish = (
    charset: Charset,
    basis: CharsetGuess['basis'],
    declared?: string,
  ): CharsetGuess => ({
    charset,
    basis,
    ...(declared === undefined ? {} : { declared }),
    sample: takeSample(decodeText(bytes, charset)),
  });
  if (chosen) return finish(chosen, 'chosen');
  const mark = readMark(bytes);
  if (mark) return finish(mark, 'bom');
  const tried = tryOut(bytes);
  const declarations = [
    ['cpg', cpg, cpg === undefined ? null : readLabel(cpg)],
    ['header', header, header === undefined ? null : readLabel(header)],
    [
      'language-byte',
      languageByte === undefined ? undefined : `0x${languageByte.toString(16)}`,
      languageByte === undefined ? null : (LANGUAGE_BYTES[languageByte] ?? null),
    ],
  ] as const;
  for (const [basis, declared, charset] of declarations) {
    if (charset === null || charset === 'windows-1252' || !isReadable(bytes, charset)) continue;
    return finish(charset, basis, declared);
  }
  const declared = declarations.find(([, text]) => text !== undefined)?.[1];
  return finish(tried, 'trial', declared);
}

/** A declared name of a character set: `ANSI 936`, `CP936`, `gbk`; null: it names none, as `OEM` does. */
export function readLabel(declared: string): Charset | null {
  const plain = declared
    .replaceAll('\0', '')
    .trim()
    .replace(/^(?:ANSI|OEM|MS|LDID\/?)[\s_-]*(?=\d)/i, '');
  return LABELS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The text of bytes; a byte order mark is dropped, what cannot be read becomes U+FFFD. */
export const decodeText = (bytes: Uint8Array, charset: Charset): string =>
  new TextDecoder(charset).decode(bytes);

function readMark(bytes: Uint8Array): Charset | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function tryOut(bytes: Uint8Array): Charset {
  const zeros = countZeros(bytes);
  const least = Math.max(3, Math.min(bytes.length, 4000) / 16);
  // ASCII among the words leaves a zero beside each character; other text has none.
  if (zeros.odd > least && zeros.odd > zeros.even * 4) return 'utf-16le';
  if (zeros.even > least && zeros.even > zeros.odd * 4) return 'utf-16be';
  if (isReadable(bytes, 'utf-8')) return 'utf-8';
  const isBig5 = lowTrailShare(bytes) > 0.2 && isReadable(bytes, 'big5');
  if (isBig5) return 'big5';
  return isReadable(bytes, 'gb18030') ? 'gb18030' : 'windows-1252';
}

function countZeros(bytes: Uint8Array): { readonly odd: number; readonly even: number } {
  let [odd, even] = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 4000).entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 1) odd += 1;
    else even += 1;
  }
  return { odd, even };
}

/** How many double bytes end below 0xA1: a third of Big5, and next to nothing of GB 2312. */
function lowTrailShare(bytes: Uint8Array): number {
  let [pairs, low] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (bytes[at]! < 0x81) continue;
    pairs += 1;
    if (bytes[at + 1]! < 0xa1) low += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : low / pairs;
}

/** Characters in a hundred that may be broken: tables cut text at the width of their columns. */
const BROKEN_SHARE = 0.02;

function isReadable(bytes: Uint8Array, charset: Charset): boolean {
  const text = new TextDecoder(charset).decode(bytes);
  let [beyond, broken] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) beyond += 1;
    if (code === 0xfffd) broken += 1;
  }
  return broken <= beyond * BROKEN_SHARE;
}

/** Text that is not ASCII, so that a reader sees at a glance whether it is right. */
function takeSample(text: string): string {
  const runs = text.slice(0, 20_000).match(/[^\0-\u007F\uFEFF]{2,}/g) ?? [];
  return [...new Set(runs)].join('、').slice(0, SAMPLE_LENGTH);
}
