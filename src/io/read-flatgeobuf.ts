import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Feature, Geometry } from 'geojson';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CrsHint, Reader } from '../contracts/import.ts';

const CHECK_EVERY = 1000;

/** FlatGeobuf: one layer, with the system that its header names. */
export const readFlatgeobuf: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  let header: HeaderMeta | null = null;
  const features: Feature<Geometry | null, Readonly<Record<string, unknown>>>[] = [];
  const problems: Problem[] = [];
  task.report({ phase: 'parsing', done: 0 });
  const keep = (meta: HeaderMeta): void => {
    header = meta;
  };
  const fault = checkFrame(bytes);
  if (fault !== null) throw new PlanError([createDamaged(name, 0, fault, 'error')]);
  try {
    for await (const feature of deserialize(bytes, { headerMetaFn: keep })) {
      const { geometry, properties } = feature as Feature<Geometry | null>;
      features.push({ type: 'Feature', geometry: geometry ?? null, properties: properties ?? {} });
      if (features.length % CHECK_EVERY === 0) {
        const total = (header as HeaderMeta | null)?.featuresCount ?? 0;
        task.report({ phase: 'parsing', done: total > 0 ? features.length / total : null });
        await task.checkpoint();
      }
    }
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const isEmpty = features.length === 0;
    const problem = createDamaged(name, features.length, reason, isEmpty ? 'error' : 'warning');
    if (isEmpty) throw new PlanError([problem]);
    problems.push(problem);
  }
  const promised = (header as HeaderMeta | null)?.featuresCount ?? 0;
  if (problems.length === 0 && features.length < promised) {
    const problem = createDamaged(name, features.length, `it promises ${promised}`, 'warning');
    if (features.length === 0) throw new PlanError([{ ...problem, severity: 'error' }]);
    problems.push(problem);
  }
  const meta = header as HeaderMeta | null;
  return {
    format: 'flatgeobuf',
    charset: null,
    problems,
    layers: [
      {
        name: meta?.title || name.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
        features: { type: 'FeatureCollection', features },
        crs: meta ? readCrs(meta) : null,
      },
    ],
  };
};

const MAGIC_BYTES = 8;

/** Why the file cannot be walked through; null: its header fits into it. */
function checkFrame(bytes: Uint8Array): string | null {
  if (bytes.length < MAGIC_BYTES + 4) return `it has ${bytes.length} bytes`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint32(MAGIC_BYTES, true);
  const left = bytes.length - MAGIC_BYTES - 4;
  return headerBytes < 4 || headerBytes > left
    ? `its header says ${headerBytes} bytes, and ${left} follow`
    : null;
}

const createDamaged = (
  file: string,
  read: number,
  reason: string,
  severity: Problem['severity'],
): Problem => ({
  code: 'flatgeobuf-damaged',
  severity,
  file,
  message: `the file is damaged after ${read} features (${reason.slice(0, 120)})`,
  remedy: 'Copy or export the file again.',
});

function readCrs({ crs }: HeaderMeta): CrsHint | null {
  if (!crs || (crs.code === 0 && !crs.wkt)) return null;
  return {
    basis: 'header',
    text: crs.wkt ?? `${crs.org ?? 'EPSG'}:${crs.code}`,
    ...(crs.code > 0 && (crs.org ?? 'EPSG') === 'EPSG' ? { epsg: crs.code } : {}),
  };
}
