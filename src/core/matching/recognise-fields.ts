import type { SourceField } from '../../contracts/import.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { PLAIN_FIELDS, STANDARD_FIELDS, type KnownField } from './field-names.ts';
import { readStatus } from './read-status.ts';

export const FIELD_ROLES = [
  'name',
  'name-en',
  'aka',
  'id',
  'ref',
  'status',
  'layer',
  'kind',
  'length',
  'area',
  'phase',
  'note',
  'source',
  'std',
  'attribute',
  'coordinate',
  'machine',
] as const;
/**
 * What a column is for. `std` codes go into `properties.std`, `attribute`s onto the card; of these two there may be many.
 * `coordinate` and `machine` (row numbers, lengths that the software reckons) are left out.
 */
export type FieldRole = (typeof FIELD_ROLES)[number];

/** Of these roles there may be many columns. */
const SHARED_ROLES: ReadonlySet<FieldRole> = new Set(['std', 'attribute', 'coordinate', 'machine']);

/** Units that a header or a cell may state; `m2` becomes hectares in the bundle. */
export type FieldUnit = 'km' | 'm' | 'ha' | 'mu' | 'km2' | 'm2';

export interface FieldMatch {
  readonly field: string;
  readonly role: FieldRole;
  /** 0–1. */
  readonly score: number;
  readonly reason: Bilingual;
  /** What the card calls it: the standard's Chinese name, or the header. */
  readonly label: string;
  /** Of `length` and `area`; null: neither the header nor the standard says. */
  readonly unit: FieldUnit | null;
}

/** In the order of the columns. */
export type FieldRoles = readonly FieldMatch[];

const UNITS: readonly (readonly [FieldUnit, RegExp])[] = [
  ['km2', /平方公里|平方千米|km2|km²|sqkm/],
  ['m2', /平方米|平米|㎡|m2|m²|sqm/],
  ['ha', /公顷|hectare|ha$/],
  ['mu', /亩/],
  ['km', /公里|千米|km/],
  ['m', /米|^m$|metre|meter/],
];

/** The unit that a header or a cell states. */
export const readUnit = (text: string): FieldUnit | null =>
  UNITS.find(([, words]) => words.test(text.trim().toLowerCase()))?.[0] ?? null;

/** A header as it is compared: no case, spaces, dashes, brackets. */
const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([{【〔].*?[)\]}】〕]/gu, '')
    .replace(/[\s_\-.:/\\*#、，。“”"']/gu, '');

const bracketed = (header: string): string =>
  /[([{【〔](.*?)[)\]}】〕]/u.exec(header.normalize('NFKC'))?.[1] ?? '';

const reasons = {
  ours: { zh: '图集自用的字段名', en: 'the atlas’s own field name' },
  standard: (label: string): Bilingual => ({
    zh: `标准字段：${label}`,
    en: `field of the national standards: ${label}`,
  }),
  header: { zh: '表头即此意', en: 'the header says so' },
  cut: (whole: string): Bilingual => ({
    zh: `表头被截断，全称应为“${whole}”`,
    en: `the header is cut short; in full “${whole}”`,
  }),
  values: (sample: string): Bilingual => ({
    zh: `按内容判断，如“${sample}”`,
    en: `by its values, e.g. “${sample}”`,
  }),
  code: { zh: '字段名以 DM、BM、BH 结尾，按代码保留', en: 'ends in DM, BM or BH: kept as a code' },
  taken: (other: string): Bilingual => ({
    zh: `“${other}”更合适，此列作属性`,
    en: `“${other}” fits better; kept as an attribute`,
  }),
  unlike: (sample: string): Bilingual => ({
    zh: `内容与表头不符（“${sample}”），作属性`,
    en: `its values are not that (“${sample}”); kept as an attribute`,
  }),
  unknown: { zh: '未识别，作属性', en: 'not recognised; kept as an attribute' },
} as const;

type Guess = Omit<FieldMatch, 'field'>;

const guess = (
  header: string,
  { role, strength, label, unit }: KnownField,
  reason: Bilingual,
  factor = 1,
): Guess => ({
  role,
  score: strength * factor,
  reason,
  label: label ?? header,
  unit:
    role === 'length' || role === 'area'
      ? (readUnit(bracketed(header)) ?? (unit as FieldUnit | undefined) ?? readTailUnit(header))
      : null,
});

/** `面积_公顷`, `LENGTH_KM`: the unit behind a dash. */
const readTailUnit = (header: string): FieldUnit | null =>
  readUnit(/[_\-\s](\S+)$/u.exec(header.normalize('NFKC'))?.[1] ?? '');

function guessByHeader(header: string): Guess | null {
  const standard = STANDARD_FIELDS[header.normalize('NFKC').trim().toUpperCase()];
  if (standard !== undefined)
    return guess(header, standard, reasons.standard(standard.label ?? header));
  const folded = foldHeader(header);
  const tailless = folded.replace(/(公里|千米|公顷|平方米|平方公里|km2?|ha|米|亩)$/u, '');
  const plain = PLAIN_FIELDS.get(folded) ?? PLAIN_FIELDS.get(tailless);
  if (plain !== undefined) return guess(header, plain, reasons.header);
  // A DBF keeps ten bytes of a header: 规划地类名称 arrives as 规划地类名 or 规划地.
  if (folded.length >= 3 && new TextEncoder().encode(header).length >= 9) {
    const whole = [...PLAIN_FIELDS.keys()].find((name) => name.startsWith(folded));
    const entry = whole === undefined ? undefined : PLAIN_FIELDS.get(whole);
    if (whole !== undefined && entry !== undefined)
      return guess(header, entry, reasons.cut(whole), 0.8);
  }
  if (/^[A-Z]{2,10}(DM|BM|BH)$/u.test(header)) {
    return { role: 'std', score: 0.6, reason: reasons.code, label: header, unit: null };
  }
  return null;
}

const ROAD_NUMBER = /^[GSXYCgsxyc]\d{1,4}[A-Za-z]?$/u;
const PLACE_NAME =
  /(镇|乡|村|路|线|公路|高速|铁路|站|园区|产业园|河|水库|景区|庙|寺|煤矿|电站|机场|枢纽|互通|街道|社区)$/u;

function guessByValues({ name: header, kind, samples }: SourceField): Guess | null {
  const given = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  const [first] = given;
  if (first === undefined || kind === 'number' || kind === 'boolean') return null;
  const share = (test: (sample: string) => boolean): number =>
    given.filter(test).length / given.length;
  const make = (role: FieldRole, score: number): Guess => ({
    role,
    score,
    reason: reasons.values(first),
    label: header,
    unit: null,
  });
  if (share((sample) => ROAD_NUMBER.test(sample)) === 1) return make('ref', 0.5);
  if (share((sample) => sample.length <= 8 && readStatus(sample) !== null) === 1)
    return make('status', 0.5);
  if (share((sample) => sample.length <= 20 && PLACE_NAME.test(sample)) >= 0.8)
    return make('name', 0.3);
  return null;
}

const isNumeric = (sample: string): boolean =>
  /^-?[\d,，.]+\s*\D{0,6}$/u.test(sample.normalize('NFKC').trim());

/** Whether what the column holds speaks against its header. */
function findUnlike(role: FieldRole, { kind, samples }: SourceField): string | null {
  const [first] = samples;
  if (first === undefined) return null;
  switch (role) {
    case 'name':
    case 'name-en':
      return kind === 'number' || kind === 'boolean' || samples.every(isNumeric) ? first : null;
    case 'length':
    case 'area':
      return kind !== 'number' && !samples.some(isNumeric) ? first : null;
    case 'status':
      return samples.some((sample) => readStatus(sample) !== null) ? null : first;
    case 'id':
      // A bundle's id is written in small letters, digits and dashes; row numbers are none.
      return samples.every((sample) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(sample))
        ? null
        : first;
    default:
      return null;
  }
}

function guessField(field: SourceField): Guess {
  const attribute = (reason: Bilingual, label = field.name): Guess => ({
    role: 'attribute',
    score: 0,
    reason,
    label,
    unit: null,
  });
  const byHeader = guessByHeader(field.name);
  if (byHeader !== null) {
    const unlike = findUnlike(byHeader.role, field);
    if (unlike === null) return byHeader;
    if (byHeader.role === 'id')
      return { ...attribute(reasons.header), role: 'machine', score: 0.5 };
    return guessByValues(field) ?? attribute(reasons.unlike(unlike), byHeader.label);
  }
  return guessByValues(field) ?? attribute(reasons.unknown);
}

/**
 * What each column of a file is for, by its header (the atlas's own, the national standards', plain Chinese and English
 * ones, also cut short by a DBF) and by its values. Of every role but `std`, `attribute` and those left out there is
 * one column at most, the best; others become attributes. It is a proposal: the user sees and changes it.
 */
export function recogniseFields(fields: readonly SourceField[]): FieldRoles {
  const guesses = fields.map((field) => ({ field: field.name, ...guessField(field) }));
  const best = new Map<FieldRole, FieldMatch>();
  for (const match of guesses) {
    const holder = best.get(match.role);
    if (holder === undefined || match.score > holder.score) best.set(match.role, match);
  }
  return guesses.map((match) => {
    const holder = best.get(match.role);
    if (SHARED_ROLES.has(match.role) || holder === match || holder === undefined) return match;
    return {
      ...match,
      role: 'attribute',
      score: 0,
      reason: reasons.taken(holder.field),
      unit: null,
    };
  });
}
