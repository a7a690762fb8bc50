import type { Feature, Geometry } from 'geojson';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CrsHint, Reader, ReadLayer } from '../contracts/import.ts';
import { findTwice } from '../core/find-twice.ts';
import { parseJson } from '../core/parse-json.ts';
import { readGeometry, showValue } from '../core/read-geometry.ts';
import { decodeText, guessCharset } from './charset/guess-charset.ts';
import { keepDigits } from './keep-digits.ts';

/** Faults of one kind that are told one by one; the rest are counted. */
const MOST_TOLD = 20;
const CHECK_EVERY = 2000;
/** Texts up to this are searched for keys that stand twice: written by hand they are small. */
const MOST_SEARCHED = 20_000_000;
/** Stands before each text of a GeoJSON sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001E';

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A feature may carry properties named `constructor` or `__proto__`. */
const own = (value: Loose, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** GeoJSON in any system: FeatureCollection, Feature, geometry, or one feature a line. */
export const readGeojson: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  const charset = guessCharset({ bytes, chosen: task.options.charset });
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const text = decodeText(bytes, charset.charset);
  const problems: Problem[] = [];
  const value = parse(text, name);
  if (text.length <= MOST_SEARCHED) {
    for (const { key, line } of findTwice(text)) {
      problems.push({
        code: 'key-twice',
        severity: 'warning',
        file: name,
        at: `line ${line}`,
        message: `line ${line}: the key "${key.slice(0, 60)}" stands twice in one object; the later value counts`,
        remedy: 'Keep one of the two.',
      });
    }
  }
  const items = listItems(value, name);
  const report = createReport(problems, name);
  const features: Feature<Geometry | null, Loose>[] = [];
  for (const [index, item] of items.entries()) {
    if (index % CHECK_EVERY === 0) {
      task.report({ phase: 'checking', done: index / items.length });
      await task.checkpoint();
    }
    const feature = readFeature(item, `features[${index}]`, report);
    if (feature) features.push(feature);
  }
  const told = report.finish();
  if (features.length === 0) {
    const [first, ...rest] = told;
    throw new PlanError(
      first
        ? [first, ...rest]
        : [
            {
              code: 'no-features',
              severity: 'error',
              file: name,
              message: 'the file holds no feature',
              remedy: 'Give a file with at least one feature.',
            },
          ],
    );
  }
  const layer: ReadLayer = {
    name: name.replace(/\.[^.]*$/, ''),
    features: { type: 'FeatureCollection', features },
    crs: readCrs(value),
  };
  return { format: 'geojson', layers: [layer], charset, problems: told };
};

function parse(text: string, name: string): unknown {
  const parsed = parseJson(text, name);
  if (parsed.isValid) return withDigits(parsed.value, text);
  // One feature a line (GeoJSONSeq), perhaps with record separators.
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll(RECORD_SEPARATOR, '').trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length > 1 && filled.every((line) => line.startsWith('{') && line.endsWith('}'))) {
    const features = filled.map((line) => parseJson(line, name));
    if (features.every((one) => one.isValid)) {
      return {
        type: 'FeatureCollection',
        features: features.map(({ value }, at) => withDigits(value, filled[at]!)),
      };
    }
  }
  throw new PlanError([parsed.problem]);
}

/** What a sound text holds, read once more where that would have cost a number its digits. */
function withDigits(value: unknown, text: string): unknown {
  const kept = keepDigits(text);
  return kept === text ? value : (JSON.parse(kept.replace(/^\uFEFF/, '')) as unknown);
}

function listItems(value: unknown, name: string): readonly unknown[] {
  const fail = (message: string, remedy: string, code = 'not-geojson'): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  if (!isRecord(value)) {
    return fail(`not GeoJSON: ${showValue(value)}`, 'Give a FeatureCollection of features.');
  }
  const type = own(value, 'type');
  if (type === 'FeatureCollection') {
    const items = own(value, 'features');
    return Array.isArray(items)
      ? items
      : fail(
          `"features" is ${showValue(items)}, not a list`,
          'Give "features" as an array.',
          'features-missing',
        );
  }
  if (type === 'Feature') return [value];
  if (Object.hasOwn(value, 'coordinates') || type === 'GeometryCollection') {
    return [{ type: 'Feature', properties: {}, geometry: value }];
  }
  const isNear = ['featurecollection', 'feature'].includes(String(type).toLowerCase());
  const hint = isNear ? '; upper and lower case count: "FeatureCollection", "Feature"' : '';
  return fail(`not GeoJSON: type is ${showValue(type)}${hint}`, 'Give a FeatureCollection.');
}

interface Report {
  (problem: Omit<Problem, 'file'>): void;
  /** All that was told, with a count of what was not. */
  readonly finish: () => readonly Problem[];
}

function createReport(problems: Problem[], file: string): Report {
  const counts = new Map<string, number>();
  const report = (problem: Omit<Problem, 'file'>): void => {
    const count = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, count);
    if (count <= MOST_TOLD) problems.push({ ...problem, file });
  };
  const finish = (): readonly Problem[] => [
    ...problems,
    ...[...counts].flatMap(([code, count]): Problem[] =>
      count <= MOST_TOLD
        ? []
        : [
            {
              code,
              severity: 'warning',
              file,
              message: `${count - MOST_TOLD} more of the kind "${code}"`,
              remedy: 'Mend them as the ones before.',
            },
          ],
    ),
  ];
  return Object.assign(report, { finish });
}

function readFeature(
  item: unknown,
  at: string,
  report: Report,
): Feature<Geometry | null, Loose> | null {
  if (!isRecord(item) || own(item, 'type') !== 'Feature') {
    const found = isRecord(item) ? `type ${showValue(own(item, 'type'))}` : showValue(item);
    report({
      code: 'feature-malformed',
      severity: 'error',
      at,
      message: `${at}: a feature is expected, found ${found}; it was left out`,
      remedy: 'Write {"type": "Feature", "geometry": …, "properties": …}, or remove it.',
    });
    return null;
  }
  const given = own(item, 'properties');
  if (given !== null && given !== undefined && !isRecord(given)) {
    report({
      code: 'properties-malformed',
      severity: 'warning',
      at: `${at}.properties`,
      message: `${at}: properties are ${showValue(given)}; taken as none`,
      remedy: 'Give properties as an object or null.',
    });
  }
  if (!Object.hasOwn(item, 'geometry')) {
    report({
      code: 'geometry-missing',
      severity: 'warning',
      at,
      message: `${at}: the geometry member is missing; taken as null`,
      remedy: 'Write "geometry": null for a feature without a place.',
    });
  }
  const read = readGeometry(own(item, 'geometry') ?? null, true);
  if (!read.isValid) {
    const { path, message, code, remedy } = read.fault;
    report({
      code,
      severity: 'error',
      at: `${at}.geometry${path}`,
      message: `${at}.geometry${path}: ${message}; the feature was left out`,
      remedy,
    });
    return null;
  }
  for (const { path, message, code, remedy } of read.warnings) {
    const place = `${at}.geometry${path}`;
    report({ code, severity: 'warning', at: place, message: `${place}: ${message}`, remedy });
  }
  const id = own(item, 'id');
  const properties = isRecord(given) ? given : {};
  return {
    type: 'Feature',
    geometry: read.geometry,
    // The file's own id is data like any other, and stays what it was: text, negative, or beyond 2^53 as its digits.
    properties:
      (typeof id === 'string' || typeof id === 'number') && !Object.hasOwn(properties, 'id')
        ? { ...properties, id }
        : properties,
  };
}

/** The member `crs` of GeoJSON 2008; without it the format means WGS 84, which files of surveys often break. */
function readCrs(value: unknown): CrsHint | null {
  const crs = isRecord(value) ? own(value, 'crs') : undefined;
  const properties = isRecord(crs) ? own(crs, 'properties') : undefined;
  const name = isRecord(properties) ? own(properties, 'name') : undefined;
  if (typeof name !== 'string') return null;
  const epsg = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  return { basis: 'crs-member', text: name, ...(epsg ? { epsg: Number(epsg) } : {}) };
}
