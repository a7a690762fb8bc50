/** `tsx src/cli/make-search-table.ts [folder]`: prints the search table of a bundle folder (default data/) and its size. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';
import type { PlanBundle, SearchTable } from '../contracts/bundle.ts';
import { createFold } from '../core/search/fold-text.ts';
import { listRecords } from '../core/search/list-records.ts';
import { readBundleFolder } from './read-bundle-folder.ts';
import { readTexts } from './read-pinyin.ts';
import { writeReadings } from './write-readings.ts';

/** Chinese characters of the basic plane; rarer ones are found as they are written. */
const HAN_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

/** How the characters of a bundle are read and otherwise written, and of no others. */
export function makeSearchTable(bundle: PlanBundle): SearchTable {
  const records = [...listRecords(bundle)];
  const plain = createFold();
  const characters = new Set(
    records.flatMap(({ fields }) => fields.flatMap(({ text }) => Array.from(plain(text).text))),
  );
  const variants = listVariants(characters);
  const fold = createFold(invert(variants));
  return { ...writeReadings(readTexts(bundle, records, fold)), variants };
}

/** The bundle with its table; one that has a table keeps it. */
export const addSearchTable = (bundle: PlanBundle): PlanBundle =>
  bundle.search ? bundle : { ...bundle, search: makeSearchTable(bundle) };

const invert = (variants: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(variants).flatMap(([character, forms]) =>
      Array.from(forms, (form) => [form, character] as const),
    ),
  );

/** Traditional forms as OpenCC knows them; Taiwan’s and Hong Kong’s only where the bundle does not tell them apart. */
function listVariants(characters: ReadonlySet<string>): Record<string, string> {
  const found = new Map<string, Set<string>>();
  const add = (form: string, character: string): void => {
    const forms = found.get(character);
    if (forms) forms.add(form);
    else found.set(character, new Set([form]));
  };
  const general = Converter({ from: 't', to: 'cn' });
  const local = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })];
  for (const [first, last] of HAN_BLOCKS) {
    for (let code = first; code <= last; code += 1) {
      const form = String.fromCodePoint(code);
      const plain = general(form);
      if (plain !== form) {
        if (characters.has(plain) || characters.has(form)) add(form, plain);
        continue;
      }
      if (characters.has(form)) continue;
      for (const convert of local) {
        const character = convert(form);
        if (character !== form && characters.has(character)) add(form, character);
      }
    }
  }
  return Object.fromEntries(
    [...found]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([character, forms]) => [character, [...forms].join('')]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/', import.meta.url));
  const { bundle, problems } = await readBundleFolder(folder);
  if (bundle) {
    const text = JSON.stringify(makeSearchTable(bundle));
    process.stdout.write(`${text}\n`);
    process.stderr.write(`${text.length} characters, ${gzipSync(text).length} bytes gzipped\n`);
  } else {
    process.stderr.write(`${problems.map(({ message }) => message).join('\n')}\n`);
    process.exitCode = 1;
  }
}
