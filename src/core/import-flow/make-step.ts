import type { Geometry } from 'geojson';
import type {
  Accuracy,
  Certainty,
  Measure,
  PlanBundle,
  PlanFeature,
  Source,
  Status,
} from '../../contracts/bundle.ts';
import type { PartChange } from '../../contracts/draft.ts';
import type { TakenFeature } from '../../contracts/import.ts';
import { measureGeometry } from '../../analysis/measure/measure-geometry.ts';
import { createFeature, proposeId, replaceGeometry, type Edit } from '../draft/edits.ts';
import { joinParts, partKeys, splitBundle } from '../draft/split-bundle.ts';
import { boundsOf } from '../geometry.ts';
import type { RowFacts } from '../matching/read-row.ts';
import { toPlanRef, type Quote } from './find-quote.ts';
import { placeOfData } from './place-of-data.ts';

/** What becomes of a row; an empty id or kind is yet to be chosen. */
export type RowAction =
  | { readonly type: 'leave' }
  | { readonly type: 'replace'; readonly feature: string }
  | { readonly type: 'create'; readonly layer: string; readonly kind: string };

/** What is said of all rows of one step. */
export interface StepTerms {
  readonly certainty: Certainty;
  /** Null: not known. */
  readonly horizontalM: number | null;
  readonly method: string;
  readonly source: Source | null;
  /** For rows whose own columns tell no stage. */
  readonly status: Status;
  /** For features that are created. */
  readonly quote: Quote | null;
}

export interface StepRow {
  readonly taken: TakenFeature;
  readonly facts: RowFacts;
  readonly action: RowAction;
}

export const STEP_FAULTS = [
  'no-rows',
  'no-source',
  'no-quote',
  'no-geometry',
  'far',
  'no-target',
  'same-target',
  'no-kind',
  'no-name',
] as const;
/** Why a step cannot be made; `index`: the row, null for the whole. */
export interface StepFault {
  readonly code: (typeof STEP_FAULTS)[number];
  readonly index: number | null;
}

export interface PlanStep {
  readonly edit: Edit;
  /** Features that it touches. */
  readonly features: readonly string[];
}

/** One step of the draft that takes rows over into the plan, or why it cannot be made. */
export function makeStep(
  bundle: PlanBundle,
  rows: readonly StepRow[],
  terms: StepTerms,
): PlanStep | { readonly faults: readonly StepFault[] } {
  const wanted = rows.filter(({ action }) => action.type !== 'leave');
  const faults = findFaults(bundle, wanted, terms);
  if (faults.length > 0) return { faults };
  const parts = new Map(splitBundle(bundle));
  const changes = new Map<string, PartChange>();
  const features: string[] = [];
  let now = bundle;
  let last: Edit | null = null;
  for (const row of wanted) {
    const { id, edit } = editOf(now, row, terms);
    features.push(id);
    last = edit;
    for (const change of edit.changes) {
      // The step holds each part once, as the last row leaves it.
      changes.set(change.key, change);
      if (change.value === null) parts.delete(change.key);
      else parts.set(change.key, change.value);
    }
    if (wanted.length > 1) now = joinParts(parts, bundle);
  }
  const what =
    wanted.length === 1
      ? last!.what
      : { zh: `导入 ${wanted.length} 个要素`, en: `Imported ${wanted.length} features` };
  return { edit: { changes: [...changes.values()], what }, features };
}

function findFaults(
  bundle: PlanBundle,
  rows: readonly StepRow[],
  { source, quote }: StepTerms,
): readonly StepFault[] {
  const faults: StepFault[] = [];
  if (rows.length === 0) faults.push({ code: 'no-rows', index: null });
  if (rows.length > 0 && !source) faults.push({ code: 'no-source', index: null });
  if (!quote && rows.some(({ action }) => action.type === 'create'))
    faults.push({ code: 'no-quote', index: null });
  const known = new Set(bundle.features.features.map(({ properties }) => properties.id));
  const targets = new Set<string>();
  for (const { taken, facts, action } of rows) {
    const fault = (code: StepFault['code']): number => faults.push({ code, index: taken.index });
    if (!taken.geometry) fault('no-geometry');
    else {
      const place = placeOfData(boundsOf([taken.geometry]), bundle.bundle.extent);
      if (place.kind === 'far' || place.kind === 'nowhere') fault('far');
    }
    if (action.type === 'replace') {
      if (!known.has(action.feature)) fault('no-target');
      else if (targets.has(action.feature)) fault('same-target');
      targets.add(action.feature);
    } else if (action.type === 'create') {
      if (action.layer === '' || action.kind === '') fault('no-kind');
      if (!facts.name) fault('no-name');
    }
  }
  return faults;
}

function editOf(
  bundle: PlanBundle,
  { taken, facts, action }: StepRow,
  terms: StepTerms,
): { readonly id: string; readonly edit: Edit } {
  const accuracy = accuracyOf(terms);
  const { source } = terms;
  const { geometry } = taken;
  if (action.type === 'replace') {
    const id = action.feature;
    const edit = replaceGeometry(bundle, id, { geometry, accuracy, source });
    const changes = edit.changes.map((change) =>
      change.key === partKeys.feature(id) && change.value !== null
        ? { ...change, value: withFreshMeasures(change.value as PlanFeature, geometry) }
        : change,
    );
    return { id, edit: { ...edit, changes } };
  }
  if (action.type !== 'create') throw new Error(`import: row ${taken.index} is left out`);
  const { layer, kind } = action;
  const known = new Set(bundle.features.features.map(({ properties }) => properties.id));
  const { id: ownId, name = '', layer: _layer, kind: _kind, source: from, ...told } = facts;
  const isOwnIdFree =
    ownId !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(ownId) && !known.has(ownId);
  const id = isOwnIdFree ? ownId : proposeId(told.nameEn ?? told.ref ?? name, kind, known);
  const attributes = [
    ...(told.attributes ?? []),
    ...(from === undefined ? [] : [{ label: '资料来源', labelEn: 'Source', value: from }]),
  ];
  const feature: PlanFeature = {
    type: 'Feature',
    id,
    geometry,
    properties: {
      ...told,
      id,
      layer,
      kind,
      name,
      status: told.status ?? terms.status,
      planRefs: terms.quote ? [toPlanRef(terms.quote, name)] : [],
      sources: source ? [source.id] : [],
      accuracy,
      ...(attributes.length > 0 ? { attributes } : {}),
    },
  };
  return { id, edit: createFeature(bundle, feature, source) };
}

function accuracyOf({ certainty, horizontalM, method }: StepTerms): Accuracy {
  return {
    class: certainty,
    ...(horizontalM === null ? {} : { horizontalM }),
    ...(method.trim() === '' ? {} : { method: method.trim() }),
  };
}

const IN_METRES: Readonly<Partial<Record<Measure['unit'], number>>> = { km: 1000, m: 1 };
const IN_SQUARE_METRES: Readonly<Partial<Record<Measure['unit'], number>>> = {
  km2: 1e6,
  ha: 1e4,
  mu: 1e6 / 1500,
};

/** What was measured on the old geometry is measured on the new one; what the plan states stays. */
function withFreshMeasures(feature: PlanFeature, geometry: Geometry | null): PlanFeature {
  const { measure, ...properties } = feature.properties;
  if (!measure) return feature;
  const { lengthM, areaM2 } = measureGeometry(geometry);
  const fresh = Object.entries(measure).flatMap(([name, one]): [string, Measure][] => {
    if (one.stated) return [[name, one]];
    const [length, area] = [IN_METRES[one.unit], IN_SQUARE_METRES[one.unit]];
    const value =
      length !== undefined && lengthM !== null
        ? lengthM / length
        : area !== undefined && areaM2 !== null
          ? areaM2 / area
          : null;
    if (value === null || value <= 0) return [];
    const label = length === undefined ? '图形面积' : '图形长度';
    const labelEn = length === undefined ? 'Area of the geometry' : 'Length of the geometry';
    return [[name, { ...one, value: Number(value.toPrecision(4)), label, labelEn }]];
  });
  const rest = fresh.length > 0 ? { measure: Object.fromEntries(fresh) } : {};
  return { ...feature, properties: { ...properties, ...rest } };
}
