/** A text as it is compared, with where each of its UTF-16 units stands in the original. */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export type Fold = (text: string) => FoldedText;

/** Parts sentences in a folded text, so that no match runs over a full stop. */
export const SENTENCE_END = '\n';

const SENTENCE_ENDS = new Set(['。', '！', '？', '；', '!', '?', ';', '\n', '\r']);
const ACCENTS = /[\u0300-\u036f]/g;
/** Stand inside one word: xi’an, O’Brien. */
const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '`']);

/**
 * `word`: letters of scripts that part words by spaces, and digits; `wide`: letters that are written on without
 * spaces; `gap`: punctuation and spaces; `accent` joins what stands before; `nothing` is passed over.
 */
type Sort = 'word' | 'wide' | 'gap' | 'end' | 'accent' | 'nothing';

interface FoldedCharacter {
  readonly text: string;
  readonly sort: Sort;
}

/**
 * Makes a function that folds a text: compatibility forms (Ｇ５), case, accents, and variant characters by
 * `variants` (縱 → 纵) become one; punctuation goes, so that 四纵四横、外环内网 is found without its comma; words
 * keep a single space between them, and a full stop stays as `SENTENCE_END`.
 * @param variants variant character → the character that stands for it
 */
export function createFold(variants: ReadonlyMap<string, string> = new Map()): Fold {
  const known = new Map<string, FoldedCharacter>();
  const look = (character: string): FoldedCharacter => {
    let folded = known.get(character);
    if (!folded) known.set(character, (folded = foldCharacter(character, variants)));
    return folded;
  };
  return (text) => {
    let units = '';
    const starts: number[] = [];
    const ends: number[] = [];
    const put = (folded: string, start: number, end: number): void => {
      units += folded;
      for (let index = 0; index < folded.length; index += 1) {
        starts.push(start);
        ends.push(end);
      }
    };
    let last: Sort = 'end';
    let gapAt = -1;
    let at = 0;
    for (const character of text) {
      const start = at;
      at += character.length;
      const { text: folded, sort } = look(character);
      switch (sort) {
        case 'nothing':
          break;
        case 'accent':
          if (ends.length > 0 && gapAt < 0 && last !== 'end') ends[ends.length - 1] = at;
          break;
        case 'gap':
          if (gapAt < 0) gapAt = start;
          break;
        case 'end':
          if (last !== 'end') put(SENTENCE_END, start, at);
          last = 'end';
          gapAt = -1;
          break;
        case 'word':
        case 'wide':
          if (gapAt >= 0 && last === 'word' && sort === 'word') {
            put(bridge(units.at(-1)!, text.slice(gapAt, start), folded[0]!), gapAt, start);
          }
          put(folded, start, at);
          last = sort;
          gapAt = -1;
          break;
        default:
          sort satisfies never;
      }
    }
    if (units.endsWith(SENTENCE_END)) {
      units = units.slice(0, -1);
      starts.pop();
      ends.pop();
    }
    return { text: units, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  };
}

/** What stays of the gap between two words: 1.7:1 keeps its point and colon, 1,200 loses its comma. */
function bridge(before: string, gap: string, after: string): string {
  if (!isDigit(before) || !isDigit(after)) return ' ';
  if (gap === '.' || gap === ':') return gap;
  return gap === ',' ? '' : ' ';
}

function foldCharacter(character: string, variants: ReadonlyMap<string, string>): FoldedCharacter {
  if (SENTENCE_ENDS.has(character)) return { text: '', sort: 'end' };
  if (APOSTROPHES.has(character)) return { text: '', sort: 'nothing' };
  const plain = character.normalize('NFKD').replace(ACCENTS, '').normalize('NFKC').toLowerCase();
  if (plain === '') return { text: '', sort: 'accent' };
  if (!/^[\p{L}\p{N}\p{M}]+$/u.test(plain)) return { text: '', sort: 'gap' };
  const text = Array.from(plain, (one) => variants.get(one) ?? one).join('');
  return { text, sort: WIDE.test(text) ? 'wide' : 'word' };
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export const isDigit = (unit: string | undefined): boolean =>
  unit !== undefined && unit >= '0' && unit <= '9';

/** Whether a unit of a folded text belongs to a word or number that spaces part from the next. */
export const isWordUnit = (unit: string | undefined): boolean =>
  unit !== undefined && (unit < '\u0080' ? unit > ' ' : WORD.test(unit) && !WIDE.test(unit));

const WORD = /[\p{L}\p{N}\p{M}]/u;
