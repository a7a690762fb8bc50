import type { Problem } from '../contracts/errors.ts';

export type ParsedJson =
  | { readonly isValid: true; readonly value: unknown }
  | { readonly isValid: false; readonly problem: Problem };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /-?[A-Za-z_]+/y;
const SPACE = /[ \t\r\n]*/y;

/** The string that starts at `offset`, quotes included; null when it is none or never ends on its line. */
function scanString(text: string, offset: number): string | null {
  if (text[offset] !== '"') return null;
  for (let at = offset + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return text.slice(offset, at + 1);
    else if (text.charCodeAt(at) < 0x20) return null;
  }
  return null;
}

interface Fault {
  readonly offset: number;
  readonly reason: string;
}

/** Where JSON text stops being JSON. Engines word this differently or leave it out, so we look for ourselves. */
function locateFault(text: string): Fault {
  const match = (pattern: RegExp, offset: number): string | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? null;
  };
  const open: ('{' | '[')[] = [];
  let offset = 0;
  let expected: 'value' | 'key' | 'key-or-end' | 'value-or-end' | 'colon' | 'comma' = 'value';
  const closeTo = (): void => {
    open.pop();
    expected = 'comma';
  };
  for (;;) {
    offset += match(SPACE, offset)?.length ?? 0;
    const character = text[offset];
    if (character === undefined) {
      const missing =
        open.length > 0 ? `${open.length} open bracket${open.length > 1 ? 's' : ''}` : 'no value';
      return { offset, reason: `the text ends too early (${missing})` };
    }
    if (expected === 'comma') {
      const top = open.at(-1);
      if (character === ',' && top !== undefined) expected = top === '{' ? 'key' : 'value';
      else if ((character === '}' && top === '{') || (character === ']' && top === '[')) closeTo();
      else return { offset, reason: `unexpected ${JSON.stringify(character)}` };
      offset += 1;
    } else if (expected === 'colon') {
      if (character !== ':')
        return { offset, reason: `":" is missing before ${JSON.stringify(character)}` };
      expected = 'value';
      offset += 1;
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (character === '}' && expected === 'key-or-end') {
        closeTo();
        offset += 1;
        continue;
      }
      const key = scanString(text, offset);
      if (key === null)
        return { offset, reason: `a quoted name is missing before ${JSON.stringify(character)}` };
      expected = 'colon';
      offset += key.length;
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'key-or-end' : 'value-or-end';
      offset += 1;
    } else if (character === ']' && expected === 'value-or-end') {
      closeTo();
      offset += 1;
    } else {
      const token = scanString(text, offset) ?? match(NUMBER, offset) ?? match(WORD, offset);
      if (token === null) return { offset, reason: `unexpected ${JSON.stringify(character)}` };
      if (/^-?[A-Za-z_]/.test(token) && !['true', 'false', 'null'].includes(token)) {
        return { offset, reason: `${token} is not a JSON value` };
      }
      expected = 'comma';
      offset += token.length;
    }
  }
}

/**
 * Reads JSON text; a byte order mark is dropped. A syntax fault becomes the problem `json-syntax`,
 * which names line and column (both from 1) and what stands there, e.g. NaN.
 */
export function parseJson(text: string, file: string): ParsedJson {
  const clean = text.replace(/^\uFEFF/, '');
  try {
    return { isValid: true, value: JSON.parse(clean) as unknown };
  } catch {
    const { offset, reason } = locateFault(clean);
    const before = clean.slice(0, offset).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const problem: Problem = {
      code: 'json-syntax',
      severity: 'error',
      file,
      at: `line ${line}, column ${column}`,
      message: `not valid JSON at line ${line}, column ${column}: ${reason}`,
      remedy: 'Mend the file there; numbers must be finite, names and text in double quotes.',
    };
    return { isValid: false, problem };
  }
}
