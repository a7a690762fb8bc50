import type { LngLat } from '../../contracts/bundle.ts';
import {
  MARK_COLOURS,
  MARK_KINDS,
  type CitedClause,
  type Mark,
  type MarkColour,
  type MarkDraft,
  type MarkGeometry,
  type MarkKind,
  type MarkOp,
} from '../../contracts/marks.ts';

/** About a centimetre; also what the drawing library takes without complaint. */
const DECIMALS = 7;

/** A value that was read, or what is wrong with it, in English for the quarantine's file. */
export type Read<T> =
  | { readonly isValid: true; readonly value: T }
  | { readonly isValid: false; readonly reason: string };

class Unreadable extends Error {}

const fail = (what: string, value: unknown): never => {
  throw new Unreadable(`${what} is ${JSON.stringify(value)?.slice(0, 80) ?? 'missing'}`);
};

function attempt<T>(read: () => T): Read<T> {
  try {
    return { isValid: true, value: read() };
  } catch (error) {
    if (error instanceof Unreadable) return { isValid: false, reason: error.message };
    throw error;
  }
}

/** A record of the log as it comes from the disk or from another window. */
export const readOp = (raw: unknown): Read<MarkOp> => attempt(() => toOp(raw));
export const readDraft = (raw: unknown): Read<MarkDraft> => attempt(() => toDraft(raw));
export const readMark = (raw: unknown): Read<Mark> => attempt(() => toMark(raw));

function toOp(raw: unknown): MarkOp {
  const op = toRecord(raw, 'entry');
  const mark = toText(op['mark'], 'mark');
  const value = op['value'] === null ? null : toMark(op['value']);
  if (value && value.id !== mark) fail('value.id', value.id);
  const clock = op['clock'];
  if (typeof clock !== 'number' || !Number.isSafeInteger(clock) || clock < 0) fail('clock', clock);
  return {
    id: toText(op['id'], 'id'),
    step: toText(op['step'], 'step'),
    clock: clock as number,
    at: toTime(op['at'], 'at'),
    mark,
    value,
    base: op['base'] === null ? null : toText(op['base'], 'base'),
    ...(op['undoes'] === undefined ? {} : { undoes: toText(op['undoes'], 'undoes') }),
    ...(op['redoes'] === undefined ? {} : { redoes: toText(op['redoes'], 'redoes') }),
  };
}

function toMark(raw: unknown): Mark {
  const mark = toRecord(raw, 'mark');
  const kind = toOneOf(mark['kind'], MARK_KINDS, 'kind');
  return {
    id: toText(mark['id'], 'id'),
    kind,
    geometry: toGeometry(mark['geometry'], kind),
    colour: toOneOf(mark['colour'], MARK_COLOURS, 'colour') satisfies MarkColour,
    note: toAnyText(mark['note'], 'note'),
    author: toAnyText(mark['author'], 'author'),
    createdAt: toTime(mark['createdAt'], 'createdAt'),
    changedAt: toTime(mark['changedAt'], 'changedAt'),
    features: toList(mark['features'], 'features').map((id) => toText(id, 'features')),
    clauses: toList(mark['clauses'], 'clauses').map(toClause),
    scene: mark['scene'] === null ? null : toText(mark['scene'], 'scene'),
    ...(mark['sceneTitle'] === undefined
      ? {}
      : { sceneTitle: toText(mark['sceneTitle'], 'sceneTitle') }),
  };
}

function toClause(raw: unknown): CitedClause {
  const clause = toRecord(raw, 'clause');
  return {
    para: toText(clause['para'], 'clauses.para'),
    quote: clause['quote'] === null ? null : toText(clause['quote'], 'clauses.quote'),
  };
}

function toDraft(raw: unknown): MarkDraft {
  const draft = toRecord(raw, 'draft');
  const points = toList(draft['points'], 'points').map(toPosition);
  if (points.length === 0) fail('points', points);
  return {
    id: toText(draft['id'], 'id'),
    session: toText(draft['session'], 'session'),
    kind: toOneOf(draft['kind'], MARK_KINDS, 'kind'),
    colour: toOneOf(draft['colour'], MARK_COLOURS, 'colour'),
    points,
    author: toAnyText(draft['author'], 'author'),
    at: toTime(draft['at'], 'at'),
  };
}

function toGeometry(raw: unknown, kind: MarkKind): MarkGeometry {
  const { type, coordinates } = toRecord(raw, 'geometry');
  const wanted = kind === 'area' ? 'Polygon' : isPlace(kind) ? 'Point' : 'LineString';
  if (type !== wanted) fail(`geometry.type of kind "${kind}"`, type);
  if (wanted === 'Point') return { type: wanted, coordinates: [...toPosition(coordinates)] };
  if (wanted === 'LineString') {
    const line = toList(coordinates, 'coordinates').map((at) => [...toPosition(at)]);
    if (line.length < 2) fail('geometry.coordinates', coordinates);
    return { type: wanted, coordinates: line };
  }
  const rings = toList(coordinates, 'coordinates');
  const ring = toList(rings[0], 'coordinates').map((at) => [...toPosition(at)]);
  if (rings.length !== 1 || ring.length < 4) fail('geometry.coordinates', coordinates);
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) fail('geometry.coordinates', coordinates);
  return { type: wanted, coordinates: [ring] };
}

function toPosition(raw: unknown): LngLat {
  const [lng, lat] = Array.isArray(raw) ? (raw as readonly unknown[]) : [];
  if (typeof lng !== 'number' || !(Math.abs(lng) <= 180)) return fail('longitude', lng);
  if (typeof lat !== 'number' || !(Math.abs(lat) <= 90)) return fail('latitude', lat);
  return roundPosition([lng, lat]);
}

/** Kinds that stand at one place. */
export const isPlace = (kind: MarkKind): boolean => kind === 'point' || kind === 'text';

export const roundPosition = ([lng, lat]: LngLat): LngLat => [
  Number(lng.toFixed(DECIMALS)),
  Number(lat.toFixed(DECIMALS)),
];

function toRecord(raw: unknown, what: string): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    ? (raw as Record<string, unknown>)
    : fail(what, raw);
}

const toList = (raw: unknown, what: string): readonly unknown[] =>
  Array.isArray(raw) ? raw : fail(what, raw);
const toAnyText = (raw: unknown, what: string): string =>
  typeof raw === 'string' ? raw : fail(what, raw);
const toText = (raw: unknown, what: string): string =>
  typeof raw === 'string' && raw !== '' ? raw : fail(what, raw);
const toTime = (raw: unknown, what: string): string =>
  typeof raw === 'string' && Number.isFinite(Date.parse(raw)) ? raw : fail(what, raw);

function toOneOf<T extends string>(raw: unknown, all: readonly T[], what: string): T {
  return all.find((one) => one === raw) ?? fail(what, raw);
}
