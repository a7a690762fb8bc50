import type { Bounds } from '../contracts/bundle.ts';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type {
  CharsetGuess,
  CrsChoice,
  GivenFile,
  LayerPreview,
  ReadFile,
  ReadLayer,
  ReadOptions,
  ReadPhase,
  ReadProgress,
  ReadSummary,
  ReadTask,
  TakenFeature,
} from '../contracts/import.ts';
import { showSize } from './archive/unpack.ts';
import { createConverter } from './crs/convert.ts';
import { thinPreview } from './crs/thin-preview.ts';
import { transformGeometry } from './crs/transform-geometry.ts';
import { describeLayer } from './describe-layer.ts';
import { readDataSet, refuse, sortFiles, type DataSet } from './readers.ts';

/** Larger files are refused before a byte of them is read. */
const MOST_BYTES = 400_000_000;
/** Work yields this often, so that a cancel is heard. */
const SLICE_MS = 40;
const DECIMALS = 8;

export interface DeskWatch {
  readonly report: (progress: ReadProgress) => void;
  readonly isCancelled: () => boolean;
}

interface OpenSet {
  readonly set: DataSet;
  readonly read: ReadFile;
}

/** Files that are open, with their layers; runs in a worker, and in tests as it is. */
export class ImportDesk {
  readonly #near: Bounds;
  readonly #open = new Map<string, OpenSet>();
  #problems: readonly Problem[] = [];

  /** @param near the plan's surroundings */
  constructor(near: Bounds) {
    this.#near = near;
  }

  async open(
    files: readonly GivenFile[],
    options: ReadOptions,
    watch: DeskWatch,
  ): Promise<ReadSummary> {
    for (const { name, blob } of files) {
      if (blob.size <= MOST_BYTES) continue;
      throw new PlanError([
        {
          code: 'file-too-large',
          severity: 'error',
          file: name,
          message: `the file has ${showSize(blob.size)}; at most ${showSize(MOST_BYTES)} are read`,
          remedy: 'Cut it to the plan’s area or to the layers that are needed.',
        },
      ]);
    }
    const bytes = new Map<string, Uint8Array>();
    for (const { name, blob } of files) {
      const task = createTask(name, options, watch);
      task.report({ phase: 'reading', done: null });
      await task.checkpoint();
      bytes.set(name, await readBytes(blob, name));
    }
    const name = files[0]?.name ?? '';
    const { sets, problems } = await sortFiles(bytes, createTask(name, options, watch));
    const opened: OpenSet[] = [];
    const found: Problem[] = [...problems];
    for (const set of sets) {
      try {
        opened.push({ set, read: await readDataSet(set, createTask(set.name, options, watch)) });
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        found.push(...error.problems);
      }
    }
    if (opened.length === 0) refuse(found);
    for (const one of opened) this.#open.set(one.set.name, one);
    this.#problems = found;
    return this.#describe();
  }

  async reread(file: string, options: ReadOptions, watch: DeskWatch): Promise<ReadSummary> {
    const { set } = this.#setOf(file);
    const read = await readDataSet(set, createTask(file, options, watch));
    this.#open.set(file, { set, read });
    this.#problems = [];
    return this.#describe();
  }

  close(file: string): ReadSummary {
    this.#open.delete(file);
    this.#problems = [];
    return this.#describe();
  }

  preview(id: string, choice: CrsChoice): LayerPreview {
    const layer = this.#layerOf(id);
    return thinPreview(
      layer.features.features.map(({ geometry }) => geometry),
      createConverter(choice, layer.crs),
    );
  }

  async take(
    id: string,
    choice: CrsChoice,
    range:
      { readonly from: number; readonly count: number } | { readonly indices: readonly number[] },
    watch: DeskWatch,
  ): Promise<readonly TakenFeature[]> {
    const layer = this.#layerOf(id);
    const { features } = layer.features;
    const convert = createConverter(choice, layer.crs);
    const indices =
      'indices' in range
        ? range.indices
        : Array.from({ length: range.count }, (_, at) => range.from + at);
    const task = createTask(layer.name, {}, watch);
    const taken: TakenFeature[] = [];
    for (const [at, index] of indices.entries()) {
      const feature = features[index];
      if (!feature) continue;
      if (at % 200 === 0) {
        task.report({ phase: 'converting', done: at / indices.length });
        await task.checkpoint();
      }
      const { geometry, properties } = feature;
      const turned = geometry ? transformGeometry(geometry, convert) : null;
      if (turned && turned.lost > 0) {
        throw new PlanError([
          {
            code: 'position-lost',
            severity: 'error',
            file: layer.name,
            at: `features[${index}]`,
            message: `feature ${index + 1} has ${turned.lost} positions that lie nowhere on earth in ${choice.crs}`,
            remedy: 'Choose another coordinate system, or leave the feature out.',
          },
        ]);
      }
      const rounded = turned?.geometry
        ? transformGeometry(turned.geometry, ([lng = 0, lat = 0]) => [round(lng), round(lat)])
        : null;
      taken.push({ index, geometry: rounded?.geometry ?? null, properties });
    }
    return taken;
  }

  #describe(): ReadSummary {
    const open = [...this.#open.values()];
    const bundle = open.find(({ read }) => read.bundle);
    return {
      layers: open.flatMap(({ set, read }) =>
        read.layers.map((layer, index) =>
          describeLayer(layer, `${set.name}#${index}`, read, set.name, this.#near),
        ),
      ),
      charsets: Object.fromEntries(
        open.flatMap(({ set, read }): [string, CharsetGuess][] =>
          read.charset ? [[set.name, read.charset]] : [],
        ),
      ),
      problems: [...this.#problems, ...open.flatMap(({ read }) => read.problems)],
      bundle: bundle ? { file: bundle.set.name, files: bundle.read.bundle! } : null,
    };
  }

  #setOf(file: string): OpenSet {
    const found = this.#open.get(file);
    if (!found) throw gone(file);
    return found;
  }

  #layerOf(id: string): ReadLayer {
    const at = id.lastIndexOf('#');
    const layer = this.#open.get(id.slice(0, at))?.read.layers[Number(id.slice(at + 1))];
    if (!layer) throw gone(id);
    return layer;
  }
}

const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

function gone(what: string): PlanError {
  return new PlanError([
    {
      code: 'file-closed',
      severity: 'error',
      file: what,
      message: `"${what}" is not open any more`,
      remedy: 'Open the file again.',
    },
  ]);
}

async function readBytes(blob: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new PlanError([
      {
        code: 'file-unreadable',
        severity: 'error',
        file: name,
        message: `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'It may have been moved or changed since it was chosen: choose it again.',
      },
    ]);
  }
}

function createTask(file: string, options: ReadOptions, watch: DeskWatch): ReadTask {
  let yieldedMs = performance.now();
  return {
    options,
    report: ({ phase, done }: { readonly phase: ReadPhase; readonly done: number | null }) =>
      watch.report({ phase, done, file }),
    checkpoint: async () => {
      if (performance.now() - yieldedMs >= SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        yieldedMs = performance.now();
      }
      if (watch.isCancelled()) throw new DOMException('cancelled by the user', 'AbortError');
    },
  };
}
