import type { SearchTable } from '../../contracts/bundle.ts';

/** Readings of one place in a text; 0 is none, and texts without a table have none at all. */
export type ReadingId = number;

/** How the characters of folded texts are read. */
export interface Readings {
  /** For every UTF-16 unit of a folded text the id of its readings. */
  readonly read: (folded: string) => Uint16Array;
  /** Syllables of an id, without tones, ü as v. */
  readonly syllables: (id: ReadingId) => readonly string[];
  /** How many ids there are: 0 and those after it. */
  readonly count: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries whose value is a string; a table may come from a bundle that was never proved. */
const textEntries = (value: unknown): [string, string][] =>
  isRecord(value)
    ? Object.entries(value).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      )
    : [];

/** Variant character → the character that stands for it. */
export function readVariants(table: SearchTable | undefined): ReadonlyMap<string, string> {
  const variants = new Map<string, string>();
  for (const [character, forms] of textEntries(table?.variants)) {
    for (const form of forms) if (!variants.has(form)) variants.set(form, character);
  }
  return variants;
}

/** Reads a search table. Words win over single characters, longer words over shorter ones. */
export function createReadings(table: SearchTable | undefined): Readings {
  const sets: (readonly string[])[] = [[]];
  const ids = new Map<string, ReadingId>();
  const idOf = (syllables: readonly string[]): ReadingId => {
    const known = [...new Set(syllables)].toSorted();
    const key = known.join('/');
    let id = ids.get(key);
    if (id === undefined) {
      id = sets.push(known) - 1;
      ids.set(key, id);
    }
    return id;
  };
  const byCharacter = new Map<string, string[]>();
  for (const [syllable, characters] of textEntries(table?.pinyin)) {
    for (const character of characters) {
      const list = byCharacter.get(character);
      if (list) list.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  const ofCharacter = new Map<string, ReadingId>();
  for (const [character, syllables] of byCharacter) ofCharacter.set(character, idOf(syllables));
  const words = readWords(table, idOf);
  return {
    syllables: (id) => sets[id] ?? [],
    count: sets.length,
    read: (folded) => {
      const found = new Uint16Array(folded.length);
      for (let at = 0; at < folded.length; at += 1) {
        found[at] = ofCharacter.get(folded[at]!) ?? 0;
      }
      if (words.size > 0) applyWords(folded, words, found);
      return found;
    },
  };
}

interface Word {
  readonly text: string;
  readonly ids: readonly ReadingId[];
}

/** By first character, shortest first, so that the longest is written last. */
function readWords(
  table: SearchTable | undefined,
  idOf: (syllables: readonly string[]) => ReadingId,
): ReadonlyMap<string, readonly Word[]> {
  const words = new Map<string, Word[]>();
  const entries = textEntries(table?.words).toSorted(([a], [b]) => a.length - b.length);
  for (const [text, reading] of entries) {
    const ids = reading.split(' ').map((syllables) => idOf(syllables.split('/')));
    if (text === '' || ids.length !== text.length) continue;
    const list = words.get(text[0]!);
    if (list) list.push({ text, ids });
    else words.set(text[0]!, [{ text, ids }]);
  }
  return words;
}

function applyWords(
  folded: string,
  words: ReadonlyMap<string, readonly Word[]>,
  found: Uint16Array,
): void {
  for (let at = 0; at < folded.length; at += 1) {
    for (const { text, ids } of words.get(folded[at]!) ?? []) {
      if (folded.startsWith(text, at)) found.set(ids, at);
    }
  }
}
