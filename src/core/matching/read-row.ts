import type { Attribute, Measure, PlanFeatureProperties, Status } from '../../contracts/bundle.ts';
import { readUnit, type FieldMatch, type FieldRoles, type FieldUnit } from './recognise-fields.ts';
import { readStatus } from './read-status.ts';

/** What a row tells of a feature; what it does not tell is absent. */
export interface RowFacts extends Partial<
  Pick<
    PlanFeatureProperties,
    | 'id'
    | 'name'
    | 'nameEn'
    | 'aka'
    | 'ref'
    | 'status'
    | 'phase'
    | 'measure'
    | 'attributes'
    | 'note'
    | 'std'
  >
> {
  /** Words of the file for the layer and the kind; ids of the bundle only if the file has them so. */
  readonly layer?: string;
  readonly kind?: string;
  /** The file's own words for where it comes from. */
  readonly source?: string;
}

const readText = (value: unknown): string =>
  value === null || value === undefined || typeof value === 'object'
    ? ''
    : String(value)
        .replace(/[\0\s]+/gu, ' ')
        .trim();

const YEARS = /(?<!\d)(19|20|21)\d{2}(?!\d)/gu;

/** 2021—2025年 → from and to; the words stay as the label. */
function readPhase(text: string): PlanFeatureProperties['phase'] {
  const years = [...text.matchAll(YEARS)].map(([year]) => Number(year));
  const [from] = years;
  const to = years[1];
  if (from === undefined) return { label: text };
  return to === undefined || to < from ? { label: text, from } : { label: text, from, to };
}

/** Takes `12.5`, `12,500`, `12.5公里`. The unit of the cell goes before that of the column. */
function readMeasure(
  value: unknown,
  { label, unit: columnUnit, role }: FieldMatch,
): Measure | null {
  const text = readText(value).normalize('NFKC');
  const found = /^(-?[\d,]*\.?\d+)\s*(\D*)$/u.exec(text);
  const number = Number(found?.[1]?.replaceAll(',', '') ?? Number.NaN);
  const unit: FieldUnit | null = readUnit(found?.[2] ?? '') ?? columnUnit;
  if (!Number.isFinite(number) || number <= 0 || unit === null) return null;
  const isLength = unit === 'km' || unit === 'm';
  if (isLength !== (role === 'length')) return null;
  const plain = label.replace(/[（(].*$/u, '') || label;
  return unit === 'm2'
    ? { value: Number((number / 10_000).toPrecision(12)), unit: 'ha', stated: true, label: plain }
    : { value: number, unit, stated: true, label: plain };
}

/**
 * Reads one row by the roles of its columns. A length or an area whose unit nobody states stays an attribute, and so
 * does a status that is none of ours: nothing of the file is lost and nothing is made up.
 */
export function readRow(
  properties: Readonly<Record<string, unknown>>,
  roles: FieldRoles,
): RowFacts {
  const facts: {
    id?: string;
    name?: string;
    nameEn?: string;
    aka?: readonly string[];
    ref?: string;
    status?: Status;
    phase?: PlanFeatureProperties['phase'];
    note?: string;
    layer?: string;
    kind?: string;
    source?: string;
  } = {};
  const attributes: Attribute[] = [];
  const measure: Record<string, Measure> = {};
  const std: Record<string, unknown> = {};
  for (const match of roles) {
    const value = Object.hasOwn(properties, match.field) ? properties[match.field] : undefined;
    const text = readText(value);
    if (text === '') continue;
    const keep = (): void => void attributes.push({ label: match.label, value: text });
    switch (match.role) {
      case 'name':
      case 'id':
      case 'note':
      case 'layer':
      case 'kind':
      case 'source':
        facts[match.role] = text;
        break;
      case 'ref':
        facts.ref = text.toUpperCase();
        break;
      case 'name-en':
        facts.nameEn = text;
        break;
      case 'aka':
        facts.aka = text.split(/\s*[、，,；;/|]\s*/u).filter((name) => name !== '');
        break;
      case 'status': {
        const status = readStatus(text);
        if (status === null) keep();
        else facts.status = status;
        break;
      }
      case 'phase':
        facts.phase = readPhase(text);
        break;
      case 'length':
      case 'area': {
        const read = readMeasure(value, match);
        if (read === null) keep();
        else measure[match.role] = read;
        break;
      }
      case 'std':
        std[match.field] = typeof value === 'number' ? value : text;
        break;
      case 'attribute':
        keep();
        break;
      case 'coordinate':
      case 'machine':
        break;
      default:
        match.role satisfies never;
    }
  }
  return {
    ...facts,
    ...(attributes.length > 0 && { attributes }),
    ...(Object.keys(measure).length > 0 && { measure }),
    ...(Object.keys(std).length > 0 && { std }),
  };
}
