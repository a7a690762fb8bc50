import type {
  BundleLayer,
  Paragraph,
  PlanBundle,
  PlanDocument,
  PlanFeature,
} from '../contracts/bundle.ts';
import { PlanError, type Problem } from '../contracts/errors.ts';
import { parseJson } from './parse-json.ts';
import { parseOutline } from './parse-outline.ts';
import { readFeatures } from './read-features.ts';
import { showValue } from './read-geometry.ts';

/** Name of the manifest in a bundle folder. */
export const MANIFEST_FILE = 'plan-bundle.json';

/** Gives the text of a file that the manifest names, e.g. `tourism.geojson`; rejects when there is none. */
export type ReadText = (href: string) => Promise<string>;

export interface AssembledBundle {
  /** Null when nothing usable is left. */
  readonly bundle: PlanBundle | null;
  readonly problems: readonly Problem[];
  /** File that a feature was read from; the manifest's name in a one-piece bundle. */
  readonly fileOf: (feature: PlanFeature) => string;
  /** File that the story was read from; absent: the manifest. */
  readonly storyFile?: string;
}

/** Characters of a file beyond which each step of its reading takes a while. */
const LARGE_FILE = 1_000_000;

/** After a step over a large file the page goes first; what is small is read in one go. */
const letOthersGo = async (text: string): Promise<void> => {
  if (text.length > LARGE_FILE) await new Promise((go) => setTimeout(go));
};

interface Section {
  readonly id: string;
  readonly path?: readonly string[];
  readonly pathEn?: readonly string[];
  readonly titleEn?: string;
}

type Loose = Readonly<Record<string, unknown>>;

/** Members of a manifest; an address of a style, a sprite or fonts is none of them. */
const MEMBERS =
  '$schema bundle plan sources layers features views story nonSpatial indicators sheetTemplates search'.split(
    ' ',
  );

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the manifest through `readText` and assembles what it names. */
export async function loadBundle(
  readText: ReadText,
  file = MANIFEST_FILE,
): Promise<AssembledBundle> {
  const nothing = (problem: Problem): AssembledBundle => ({
    bundle: null,
    problems: [problem],
    fileOf: () => file,
  });
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    return nothing(createUnreadable(file, file, error));
  }
  const parsed = parseJson(text, file);
  if (!parsed.isValid) return nothing(parsed.problem);
  await letOthersGo(text);
  const assembled = await assembleBundle(parsed.value, readText, file);
  await letOthersGo(text);
  return assembled;
}

/** A refusal keeps its code and remedy, and names the file that was refused. */
const createUnreadable = (file: string, href: string, error: unknown): Problem =>
  error instanceof PlanError
    ? { ...error.problems[0]!, file, message: `"${href}": ${error.problems[0]!.message}` }
    : createMissing(file, href, error);

const createMissing = (file: string, href: string, error: unknown): Problem => ({
  code: 'file-unreadable',
  severity: 'error',
  file,
  at: href,
  message: `"${href}" could not be read: ${error instanceof Error ? error.message : String(error)}`,
  remedy: 'Put the file beside the manifest or correct its href.',
});

/**
 * Makes one piece of a manifest and the files that it names: `plan.docs[].text.href` (Markdown) and
 * `layers[].data.href` (GeoJSON; several layers may share one file) and `story.href` (JSON). A bundle that is already in one piece
 * passes through. Bad features are left out and reported; references and the schema are `checkBundle`'s matter.
 */
export async function assembleBundle(
  manifest: unknown,
  readText: ReadText,
  file = MANIFEST_FILE,
): Promise<AssembledBundle> {
  const problems: Problem[] = [];
  const files = new WeakMap<PlanFeature, string>();
  const fileOf = (feature: PlanFeature): string => files.get(feature) ?? file;
  const refuse = (at: string, expected: string, value: unknown): void => {
    problems.push({
      code: 'manifest-malformed',
      severity: 'error',
      file,
      at,
      message: `${at === '' ? 'the bundle' : at} must be ${expected}, found ${showValue(value)}`,
      remedy: 'See data/plan-bundle.schema.json for the shape of a bundle.',
    });
  };
  const listOf = (name: string): readonly unknown[] => {
    const value = isRecord(manifest) ? manifest[name] : undefined;
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      refuse(name, 'an array', value);
      return [];
    }
    return value;
  };

  if (!isRecord(manifest) || !isRecord(manifest['bundle'])) {
    refuse(
      isRecord(manifest) ? 'bundle' : '',
      'an object',
      isRecord(manifest) ? manifest['bundle'] : manifest,
    );
    return { bundle: null, problems, fileOf };
  }
  // Said here, for the schema's check sees only what is taken over.
  for (const name of Object.keys(manifest).filter((member) => !MEMBERS.includes(member))) {
    problems.push({
      code: 'schema-unknown-property',
      severity: 'warning',
      file,
      at: name,
      message: `the bundle has the unknown property "${name}", which was left out`,
      remedy: `Remove or rename "${name}".`,
    });
  }
  const plan = manifest['plan'];
  const docs = isRecord(plan) ? plan['docs'] : undefined;
  if (!Array.isArray(docs)) {
    refuse('plan.docs', 'an array', docs);
    return { bundle: null, problems, fileOf };
  }

  const texts = new Map<string, Promise<string | null>>();
  const readOnce = (href: string): Promise<string | null> => {
    const known = texts.get(href);
    if (known !== undefined) return known;
    const reading = readText(href).catch((error: unknown) => {
      problems.push(createUnreadable(file, href, error));
      return null;
    });
    texts.set(href, reading);
    return reading;
  };

  const layers = listOf('layers') as readonly BundleLayer[];
  const documents: PlanDocument[] = [];
  for (const [index, doc] of docs.entries()) {
    if (!isRecord(doc)) refuse(`plan.docs[${index}]`, 'an object', doc);
    else documents.push(await readDocument(doc, readOnce, problems));
  }

  const collections: PlanFeature[][] = [];
  const collect = (value: unknown, from: string): void => {
    const read = readFeatures(value, from);
    problems.push(...read.problems);
    for (const feature of read.features) files.set(feature, from);
    collections.push([...read.features]);
  };
  if (manifest['features'] !== undefined) collect(manifest['features'], file);
  else {
    const hrefs = layers.map((layer) =>
      isRecord(layer) && isRecord(layer.data) ? layer.data['href'] : undefined,
    );
    const named = [...new Set(hrefs)].filter((href): href is string => typeof href === 'string');
    const found = await Promise.all(
      named.map(async (href) => [href, await readOnce(href)] as const),
    );
    for (const [href, text] of found) {
      if (text === null) continue;
      const parsed = parseJson(text, href);
      await letOthersGo(text);
      if (parsed.isValid) collect(parsed.value, href);
      else problems.push(parsed.problem);
      await letOthersGo(text);
    }
  }

  let story = manifest['story'];
  const storyFile = isRecord(story) && typeof story['href'] === 'string' ? story['href'] : file;
  if (storyFile !== file) {
    const text = await readOnce(storyFile);
    const parsed = text === null ? null : parseJson(text, storyFile);
    story = parsed?.isValid ? parsed.value : undefined;
    if (parsed?.isValid === false) problems.push(parsed.problem);
  }
  /** A story that cannot be told must not keep the plan from being shown. */
  const scenes = isRecord(story) ? story['scenes'] : story;
  if (story !== undefined && !(Array.isArray(scenes) && scenes.every(isRecord))) {
    refuse('story', 'an object with a list of scenes', story);
    story = undefined;
  }

  const bundle = {
    bundle: manifest['bundle'],
    plan: { docs: documents },
    sources: listOf('sources'),
    layers,
    features: { type: 'FeatureCollection', features: orderByLayer(collections.flat(), layers) },
    views: listOf('views'),
    nonSpatial: listOf('nonSpatial'),
    indicators: listOf('indicators'),
    ...(story === undefined ? {} : { story }),
    // Absent ones are undefined, which JSON leaves out.
    sheetTemplates: manifest['sheetTemplates'],
    search: manifest['search'],
  } as unknown as PlanBundle;
  return { bundle, problems, fileOf, storyFile };
}

/** Features in the order of the layers, then those of no known layer, so that a check can name them. */
function orderByLayer(
  features: readonly PlanFeature[],
  layers: readonly BundleLayer[],
): PlanFeature[] {
  const order = new Map(layers.map((layer, index) => [layer?.id, index]));
  const rank = (feature: PlanFeature): number =>
    order.get(feature.properties.layer) ?? layers.length;
  return features.toSorted((left, right) => rank(left) - rank(right));
}

async function readDocument(
  doc: Loose,
  readOnce: (href: string) => Promise<string | null>,
  problems: Problem[],
): Promise<PlanDocument> {
  const { text, sections, ...rest } = doc;
  const href = isRecord(text) ? text['href'] : undefined;
  if (typeof href !== 'string') return rest as unknown as PlanDocument;
  const words = await readOnce(href);
  if (words === null) return { ...rest, paragraphs: [] } as unknown as PlanDocument;
  const outline = parseOutline(words, href);
  problems.push(...outline.problems);
  const known = new Map(
    (Array.isArray(sections) ? sections : [])
      .filter(
        (section): section is Section & Loose =>
          isRecord(section) && typeof section['id'] === 'string',
      )
      .map((section) => [section.id, section]),
  );
  const paragraphs = outline.paragraphs.map(({ id, title, text: body }): Paragraph => {
    const { titleEn, path = [], pathEn } = known.get(id) ?? { id };
    return { id, title, titleEn, path, pathEn, text: body };
  });
  for (const id of known.keys()) {
    if (paragraphs.some((paragraph) => paragraph.id === id)) continue;
    problems.push({
      code: 'paragraph-missing',
      severity: 'error',
      file: href,
      at: id,
      message: `paragraph "${id}" of the manifest’s sections does not occur in the text`,
      remedy: `Add “## ${id} …” to the text or take the section out.`,
    });
  }
  return { ...rest, paragraphs } as unknown as PlanDocument;
}
