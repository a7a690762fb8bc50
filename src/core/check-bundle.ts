import type { Geometry, Position } from 'geojson';
import type { PlanBundle, PlanFeature, PlanRef } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import { MANIFEST_FILE } from './assemble-bundle.ts';
import { checkCoverage, type Report } from './check-coverage.ts';
import { isAboutTemplate } from './sheet/is-about-template.ts';
import { checkStory } from './story/check-story.ts';

export interface CheckOptions {
  /** File of a feature; default: the href of its layer. */
  readonly fileOf?: (feature: PlanFeature) => string;
  /** File of the story; default: the manifest. */
  readonly storyFile?: string;
}

/** Says what is wrong with a bundle by the schema alone. */
export type SchemaCheck = (value: unknown) => readonly Problem[];

/** Features that are checked in one go: some milliseconds. */
const SLICE = 1000;

export const INFERRED_LABEL = '推断，非规划原文';

/** Ids that others may refer to. */
interface Known {
  readonly docs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly sources: ReadonlySet<string>;
  readonly layers: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
}

/** A thing that refers to others: how messages call it, and where it stands. */
interface Subject {
  readonly name: string;
  readonly id: string;
  readonly file: string;
}

/**
 * Proves a bundle: schema, unique ids, references, quotes, certainty, extent, addresses, and that every paragraph
 * is cited by a feature or declared non-spatial, not both. Never throws. When the schema finds the frame broken
 * (anything but single features and templates of sheets), only its problems are returned, since nothing else can be trusted.
 */
export function checkBundle(
  bundle: PlanBundle,
  checkSchema: SchemaCheck,
  options: CheckOptions = {},
): readonly Problem[] {
  const slices = checkInSlices(bundle, checkSchema, options);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Proves as `checkBundle` does, and stops after every {@link SLICE} features, so that a caller may let others go first. */
export function* checkInSlices(
  bundle: PlanBundle,
  checkSchema: SchemaCheck,
  options: CheckOptions = {},
): Generator<undefined, readonly Problem[]> {
  const storyFile = options.storyFile ?? MANIFEST_FILE;
  const schemaProblems = (yield* checkSchemaInSlices(bundle, checkSchema)).map((problem) =>
    /^(story|scene)\b/.test(problem.message) ? { ...problem, file: storyFile } : problem,
  );
  const isBeside = (problem: Problem): boolean =>
    isAboutFeature(problem) || isAboutTemplate(problem);
  if (!schemaProblems.every(isBeside)) return schemaProblems;
  const { features } = bundle.features;
  const brokenIds = new Set(schemaProblems.filter(isAboutFeature).map((problem) => problem.at));

  const problems: Problem[] = [...schemaProblems];
  const report: Report = (problem) => problems.push({ ...problem, severity: 'error' });
  const hrefs = new Map(bundle.layers.map((layer) => [layer.id, layer.data?.href]));
  const fileOf =
    options.fileOf ?? ((feature) => hrefs.get(feature.properties.layer) ?? MANIFEST_FILE);
  const sound = features.filter((feature) => !brokenIds.has(feature.properties.id));
  const known: Known = {
    docs: new Map(
      bundle.plan.docs.map((doc) => [
        doc.id,
        new Map(doc.paragraphs.map(({ id, text }) => [id, text])),
      ]),
    ),
    sources: new Set(bundle.sources.map(({ id }) => id)),
    layers: new Set(bundle.layers.map(({ id }) => id)),
    features: new Set(features.map(({ properties }) => properties.id)),
  };

  checkIds(bundle, fileOf, report);
  yield;
  for (const [index, feature] of sound.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    checkFeature(feature, fileOf(feature), bundle, known, report);
  }
  yield;
  checkManifest(bundle, known, report);
  checkTiles(bundle, report);
  checkStory(bundle, storyFile, report);
  checkCoverage(bundle, report);
  return problems;
}

/** What the schema says of a slice it says of the whole; a fault is told of the whole, where it has its right place. */
function* checkSchemaInSlices(
  bundle: PlanBundle,
  checkSchema: SchemaCheck,
): Generator<undefined, readonly Problem[]> {
  const all: unknown = bundle?.features?.features;
  if (!Array.isArray(all) || all.length <= SLICE) return checkSchema(bundle);
  for (let start = 0; start < all.length; start += SLICE) {
    const features = all.slice(start, start + SLICE);
    const slice = { ...bundle, features: { ...bundle.features, features } };
    if (checkSchema(slice).length > 0) return checkSchema(bundle);
    yield;
  }
  return [];
}

/** `createSchemaProblems` words a fault of a feature that has an id so; all others concern the frame. */
const isAboutFeature = ({ message }: Problem): boolean => message.startsWith('feature "');

function checkIds(
  bundle: PlanBundle,
  fileOf: (feature: PlanFeature) => string,
  report: Report,
): void {
  const findTwice = (
    kind: string,
    entries: readonly (readonly [id: string, file: string])[],
  ): void => {
    const seen = new Set<string>();
    for (const [id, file] of entries) {
      if (seen.has(id)) {
        report({
          code: `duplicate-${kind}`,
          file,
          at: id,
          message: `${kind} id "${id}" occurs twice`,
          remedy: `Give every ${kind} its own id.`,
        });
      }
      seen.add(id);
    }
  };
  const inManifest = (entries: readonly { readonly id: string }[]) =>
    entries.map(({ id }) => [id, MANIFEST_FILE] as const);
  findTwice(
    'feature',
    bundle.features.features.map((feature) => [feature.properties.id, fileOf(feature)] as const),
  );
  findTwice('document', inManifest(bundle.plan.docs));
  for (const doc of bundle.plan.docs) findTwice('paragraph', inManifest(doc.paragraphs));
  findTwice('layer', inManifest(bundle.layers));
  findTwice('source', inManifest(bundle.sources));
  findTwice('view', inManifest(bundle.views));
  findTwice('indicator', inManifest(bundle.indicators));
  // Unsound ones are told by the schema.
  const templates = (bundle.sheetTemplates ?? []).filter((one) => typeof one?.id === 'string');
  findTwice('sheet-template', inManifest(templates));
}

const reportDangling = (
  report: Report,
  { name, id, file }: Subject,
  kind: string,
  value: string,
): void =>
  report({
    code: `dangling-${kind}`,
    file,
    at: id,
    message: `${name} cites unknown ${kind} "${value}"`,
    remedy: `Correct the id or add ${kind} "${value}".`,
  });

function checkRefs(refs: readonly PlanRef[], subject: Subject, known: Known, report: Report): void {
  for (const { doc, para, quote } of refs) {
    const paragraphs = known.docs.get(doc);
    const text = paragraphs?.get(para);
    if (paragraphs === undefined) reportDangling(report, subject, 'document', doc);
    else if (text === undefined) reportDangling(report, subject, 'paragraph', para);
    else if (!text.includes(quote)) {
      report({
        code: 'quote-not-found',
        file: subject.file,
        at: subject.id,
        message: `${subject.name} quotes “${quote}”, which does not occur in paragraph "${para}"`,
        remedy: 'Quote the plan word for word.',
      });
    }
  }
}

function checkFeature(
  feature: PlanFeature,
  file: string,
  bundle: PlanBundle,
  known: Known,
  report: Report,
): void {
  const {
    id,
    layer,
    planRefs,
    sources,
    accuracy,
    members = [],
    attributes = [],
  } = feature.properties;
  const subject: Subject = { name: `feature "${id}"`, id, file };
  const fail = (code: string, message: string, remedy: string): void =>
    report({ code, file, at: id, message: `${subject.name} ${message}`, remedy });

  if (!known.layers.has(layer)) reportDangling(report, subject, 'layer', layer);
  for (const source of sources)
    if (!known.sources.has(source)) reportDangling(report, subject, 'source', source);
  for (const { source } of attributes) {
    if (source !== undefined && !known.sources.has(source))
      reportDangling(report, subject, 'source', source);
  }
  for (const member of members) {
    if (!known.features.has(member) || member === id)
      reportDangling(report, subject, 'member', member);
  }
  if (planRefs.length === 0)
    fail('feature-uncited', 'cites no paragraph', 'Add a planRef with a quote of the plan.');
  checkRefs(planRefs, subject, known, report);
  if (sources.length === 0) fail('source-missing', 'has no source', 'Name at least one source.');

  const hasGeometry = feature.geometry !== null;
  if (hasGeometry === (accuracy.class === 'unknown')) {
    const found = hasGeometry ? `a ${feature.geometry?.type}` : 'no geometry';
    fail(
      'geometry-accuracy-mismatch',
      `has ${found} and accuracy class "${accuracy.class}"`,
      'Class unknown goes with geometry null, and only with it.',
    );
  } else if (hasGeometry && accuracy.horizontalM === undefined) {
    fail(
      'horizontal-accuracy-missing',
      `has a ${feature.geometry?.type} without accuracy.horizontalM`,
      'State the radius in metres within which the true position lies.',
    );
  }
  if (accuracy.class === 'inferred' && accuracy.label !== INFERRED_LABEL) {
    fail(
      'inferred-unlabelled',
      `is inferred and labelled ${JSON.stringify(accuracy.label ?? '')}`,
      `Set accuracy.label to “${INFERRED_LABEL}”.`,
    );
  }
  const [west, south, east, north] = bundle.bundle.extent;
  const outside = listPositions(feature.geometry).find(
    ([lng = 0, lat = 0]) => lng < west || lng > east || lat < south || lat > north,
  );
  if (outside !== undefined) {
    fail(
      'outside-extent',
      `reaches ${outside.join(', ')}, outside the extent ${bundle.bundle.extent.join(', ')}`,
      'Correct the position (longitude first) or widen bundle.extent.',
    );
  }
}

/** All positions of a geometry. */
function listPositions(geometry: Geometry | null): Position[] {
  switch (geometry?.type) {
    case undefined:
      return [];
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(listPositions);
  }
}

/** Tiles belong to a feature of their layer, and say where they are. */
function checkTiles(bundle: PlanBundle, report: Report): void {
  if (!bundle.layers.some(({ tiles }) => tiles)) return;
  const layerOf = new Map(
    bundle.features.features.map(({ properties }) => [properties.id, properties.layer]),
  );
  for (const { id, tiles } of bundle.layers) {
    if (!tiles) continue;
    const subject: Subject = { name: `layer "${id}"`, id, file: MANIFEST_FILE };
    const fail = (code: string, message: string, remedy: string): void =>
      report({ code, file: MANIFEST_FILE, at: id, message: `${subject.name} ${message}`, remedy });
    const layer = layerOf.get(tiles.feature);
    if (layer === undefined) reportDangling(report, subject, 'feature', tiles.feature);
    else if (layer !== id) {
      fail(
        'tiles-feature-elsewhere',
        `has tiles of feature "${tiles.feature}", which is in layer "${layer}"`,
        'Name a feature of the same layer: its clause and accuracy are the tiles’.',
      );
    }
    if (!hasSafeScheme(tiles.href)) {
      fail(
        'unsafe-url',
        `has tiles at ${JSON.stringify(tiles.href)}`,
        'Only http: and https: addresses, or ones relative to the bundle, are allowed.',
      );
    }
    const missing = ['{z}', '{x}', '{y}'].filter((part) => !tiles.href.includes(part));
    if (tiles.format === 'mvt' && missing.length > 0) {
      fail(
        'tiles-address',
        `has tiles at ${JSON.stringify(tiles.href)}, without ${missing.join(', ')}`,
        'Write the address of one tile with {z}, {x} and {y} in it.',
      );
    }
    if (tiles.format === 'mvt' && tiles.sourceLayers === undefined) {
      fail(
        'tiles-source-layers',
        'does not say which layers its tiles hold',
        'List their names in tiles.sourceLayers.',
      );
    }
  }
}

/** Browsers leave out white space and control characters before they read the scheme. */
function hasSafeScheme(href: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const read = href.replaceAll(/[\u0000-\u0020]/g, '');
  return /^https?:\/\/[^/]/i.test(read) || !/^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(read);
}

function checkManifest(bundle: PlanBundle, known: Known, report: Report): void {
  const file = MANIFEST_FILE;
  for (const { id, url } of bundle.sources) {
    if (url === undefined || /^https?:\/\/[^\s/]/i.test(url)) continue;
    report({
      code: 'unsafe-url',
      file,
      at: id,
      message: `source "${id}" has the address ${JSON.stringify(url)}`,
      remedy: 'Only http: and https: addresses are allowed.',
    });
  }
  for (const { id, source } of bundle.plan.docs) {
    if (source !== undefined && !known.sources.has(source)) {
      reportDangling(report, { name: `document "${id}"`, id, file }, 'source', source);
    }
  }
  const paragraphs = new Set([...known.docs.values()].flatMap((doc) => [...doc.keys()]));
  for (const { id, layers = [], focus = [], para } of bundle.views) {
    const subject: Subject = { name: `view "${id}"`, id, file };
    for (const layer of layers)
      if (!known.layers.has(layer)) reportDangling(report, subject, 'layer', layer);
    for (const feature of focus)
      if (!known.features.has(feature)) reportDangling(report, subject, 'feature', feature);
    if (para !== undefined && !paragraphs.has(para))
      reportDangling(report, subject, 'paragraph', para);
  }
  for (const { id, planRefs, known: values } of bundle.indicators) {
    const subject: Subject = { name: `indicator "${id}"`, id, file };
    checkRefs(planRefs, subject, known, report);
    for (const { source } of values)
      if (!known.sources.has(source)) reportDangling(report, subject, 'source', source);
  }
  for (const { doc, para } of bundle.nonSpatial) {
    const subject: Subject = { name: `non-spatial entry "${para}"`, id: para, file };
    const found = known.docs.get(doc);
    if (found === undefined) reportDangling(report, subject, 'document', doc);
    else if (!found.has(para)) reportDangling(report, subject, 'paragraph', para);
  }
}
