import type { Charset, CharsetGuess } from '../../contracts/import.ts';
import { decodeText, guessCharset } from '../charset/guess-charset.ts';

/** From this version on a DXF is UTF-8, whatever its code page says. */
const UTF8_SINCE = 'AC1021';

/** The text of a DXF: by version, by $DWGCODEPAGE, or by trial; escapes of CAD programs are resolved. */
export function decodeDxf(
  bytes: Uint8Array,
  chosen: Charset | undefined,
): { readonly text: string; readonly charset: CharsetGuess } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000));
  const version = /\$ACADVER\s+1\s+(AC\d+)/.exec(head)?.[1] ?? '';
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1];
  const header = version >= UTF8_SINCE ? 'utf-8' : page?.replaceAll('_', ' ');
  const charset = guessCharset({
    bytes,
    ...(header === undefined ? {} : { header }),
    ...(chosen ? { chosen } : {}),
  });
  const text = decodeText(bytes, charset.charset)
    .replaceAll(/\\U\+([0-9A-F]{4})/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll(/%%d/gi, '°')
    .replaceAll(/%%p/gi, '±')
    .replaceAll(/%%c/gi, '⌀');
  return { text, charset };
}

/** Private characters that stand for escaped ones while codes are taken out. */
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\uE000', '{': '\uE001', '}': '\uE002' };
const UNESCAPED: Readonly<Record<string, string>> = {
  '\uE000': '\\',
  '\uE001': '{',
  '\uE002': '}',
};

/** Words of an MTEXT without its formatting: `{\fSimSun|b0;盂县}\P秀水镇` → `盂县 秀水镇`. */
export const plainText = (text: string): string =>
  text
    // What is escaped is put by, so that no code is seen in it.
    .replaceAll(/\\([\\{}])/g, (_, character: string) => ESCAPED[character]!)
    .replaceAll(/\\S([^;]*);/g, (_, stack: string) => stack.replaceAll(/[#^]/g, '/'))
    .replaceAll(/\\[PX~]/g, ' ')
    .replaceAll(/\\[A-Za-z][^;\\{}]*;/g, '')
    .replaceAll(/\\[LlOoKk]/g, '')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/[\uE000-\uE002]/g, (put) => UNESCAPED[put]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
