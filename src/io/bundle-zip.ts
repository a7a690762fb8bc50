import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import { PlanError } from '../contracts/errors.ts';
import { loadBundle, MANIFEST_FILE, type AssembledBundle } from '../core/assemble-bundle.ts';
import { UNPACK_LIMITS } from './archive/unpack.ts';

const STORY_FILE = 'story.json';
/** Any moment will do, and always the same one: the same bundle gives the same file, byte for byte. */
const NO_TIME = new Date('2000-01-01T00:00:00');

/** A bundle as one file: the folder of a plan bundle (manifest, text, GeoJSON), zipped. */
export function writeBundleZip(bundle: PlanBundle): Uint8Array {
  const files = toFiles(bundle);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, [strToU8(text), { mtime: NO_TIME }]]),
    ),
    { level: 6 },
  );
}

/** The files of a bundle folder, by path. */
function toFiles(bundle: PlanBundle): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const layers = bundle.layers.map((layer) => ({
    ...layer,
    data: { format: 'geojson' as const, href: fileNameOf(layer.data?.href, layer.theme) },
  }));
  const fileOf = new Map(layers.map(({ id, data }) => [id, data.href]));
  const byFile = new Map<string, PlanFeature[]>();
  for (const { data } of layers) byFile.set(data.href, []);
  for (const feature of bundle.features.features) {
    byFile.get(fileOf.get(feature.properties.layer) ?? layers[0]!.data.href)!.push(feature);
  }
  for (const [file, features] of byFile) {
    files[file] = writeCollection(features);
  }
  const docs = bundle.plan.docs.map(({ paragraphs, ...doc }) => {
    const href = `${fileNameOf(doc.id, 'text').replace(/\.geojson$/, '')}.zh-Hans.md`;
    files[href] = paragraphs
      .map(({ id, title, text }) => `## ${id} ${title}\n\n${text}\n`)
      .join('\n');
    return {
      ...doc,
      text: { href },
      sections: paragraphs.map(({ id, titleEn, path, pathEn }) => ({
        id,
        path,
        ...(pathEn ? { pathEn } : {}),
        ...(titleEn ? { titleEn } : {}),
      })),
    };
  });
  if (bundle.story) files[STORY_FILE] = `${JSON.stringify(bundle.story, null, 2)}\n`;
  const manifest = {
    bundle: bundle.bundle,
    plan: { docs },
    sources: bundle.sources,
    layers,
    views: bundle.views,
    nonSpatial: bundle.nonSpatial,
    indicators: bundle.indicators,
    ...(bundle.story ? { story: { href: STORY_FILE } } : {}),
    ...(bundle.sheetTemplates ? { sheetTemplates: bundle.sheetTemplates } : {}),
    ...(bundle.search ? { search: bundle.search } : {}),
  };
  return { [MANIFEST_FILE]: `${JSON.stringify(manifest, null, 2)}\n`, ...files };
}

/** A feature a line, so that versions can be compared line by line. */
const writeCollection = (features: readonly PlanFeature[]): string =>
  `{"type":"FeatureCollection","features":[\n${features
    .map((feature) => JSON.stringify(feature))
    .join(',\n')}\n]}\n`;

const fileNameOf = (href: string | undefined, theme: string): string => {
  const plain = (href ?? '').replaceAll(/[^\w.-]/g, '');
  return plain.endsWith('.geojson') ? plain : `${(plain || theme).replace(/\..*$/, '')}.geojson`;
};

/** Whether bytes begin as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The text files of a zipped bundle, by path from its manifest.
 * @throws PlanError `archive-damaged`, `archive-too-large`, `bundle-no-manifest`
 */
export function readBundleZip(bytes: Uint8Array, name: string): Readonly<Record<string, string>> {
  const fail = (code: string, message: string, remedy: string): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (!/\.(json|geojson|md)$/i.test(path) || path.split('/').includes('..')) return false;
        total += originalSize;
        // What the directory claims is what is set aside for it, so a false size cannot outgrow this.
        if (total > UNPACK_LIMITS.maxBytes) {
          throw new PlanError([
            {
              code: 'archive-too-large',
              severity: 'error',
              file: name,
              message: `the bundle unpacks to more than ${UNPACK_LIMITS.maxBytes / 1_000_000} MB`,
              remedy: 'Take data out of it.',
            },
          ]);
        }
        return true;
      },
    });
  } catch (error) {
    if (error instanceof PlanError) throw error;
    return fail(
      'archive-damaged',
      `the bundle cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      'Get the file again.',
    );
  }
  const manifest = Object.keys(entries).find((path) => path.split('/').at(-1) === MANIFEST_FILE);
  if (manifest === undefined) {
    return fail(
      'bundle-no-manifest',
      `the archive holds no ${MANIFEST_FILE}`,
      'Give a plan bundle as it was exported.',
    );
  }
  const root = manifest.slice(0, -MANIFEST_FILE.length);
  return Object.fromEntries(
    Object.entries(entries).flatMap(([path, content]) =>
      path.startsWith(root) ? [[path.slice(root.length), strFromU8(content)]] : [],
    ),
  );
}

/** Puts the files of a bundle together; what is missing or broken becomes problems, as for a folder. */
export const assembleFiles = (files: Readonly<Record<string, string>>): Promise<AssembledBundle> =>
  loadBundle((href) =>
    Object.hasOwn(files, href)
      ? Promise.resolve(files[href]!)
      : Promise.reject(new Error('is not in the archive')),
  );
