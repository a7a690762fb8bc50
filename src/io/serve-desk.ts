import type { Bounds } from '../contracts/bundle.ts';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { ExportRequest } from '../contracts/export.ts';
import type {
  CrsChoice,
  GivenFile,
  LayerPreview,
  ReadOptions,
  ReadProgress,
} from '../contracts/import.ts';
import { ImportDesk, type DeskWatch } from './import-desk.ts';

/** What the page asks of the worker. */
export type DeskCall =
  /** Needs no start; what is written comes from the bundle in it. */
  | { readonly name: 'write'; readonly request: ExportRequest }
  | { readonly name: 'open'; readonly files: readonly GivenFile[]; readonly options: ReadOptions }
  | { readonly name: 'reread'; readonly file: string; readonly options: ReadOptions }
  | { readonly name: 'close'; readonly file: string }
  | { readonly name: 'preview'; readonly layer: string; readonly choice: CrsChoice }
  | {
      readonly name: 'take';
      readonly layer: string;
      readonly choice: CrsChoice;
      readonly range: Parameters<ImportDesk['take']>[2];
    };

export type ToDesk =
  | { readonly type: 'start'; readonly near: Bounds }
  | { readonly type: 'call'; readonly id: number; readonly call: DeskCall }
  | { readonly type: 'cancel'; readonly id: number };

export type FromDesk =
  | { readonly type: 'progress'; readonly id: number; readonly progress: ReadProgress }
  /** Features of a preview, ahead of its `done`. */
  | { readonly type: 'part'; readonly id: number; readonly features: PreviewFeatures }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly problems: readonly Problem[] };

type PreviewFeatures = LayerPreview['features']['features'];

/** As many as the page takes in within a few milliseconds. */
const PART_FEATURES = 500;

/** One end of a channel: a worker's own, or a port of a test's. */
export interface DeskPort {
  readonly post: (message: FromDesk) => void;
  readonly listen: (listener: (message: ToDesk) => void) => void;
}

/** Answers what comes through a port, one call after another. */
export function serveDesk(port: DeskPort): void {
  let desk: ImportDesk | null = null;
  const cancelled = new Set<number>();
  let last: Promise<void> = Promise.resolve();
  port.listen((message) => {
    switch (message.type) {
      case 'start':
        desk = new ImportDesk(message.near);
        break;
      case 'cancel':
        cancelled.add(message.id);
        break;
      case 'call': {
        const { id, call } = message;
        last = last.then(() => answer(id, call));
        break;
      }
      default:
        message satisfies never;
    }
  });

  async function answer(id: number, call: DeskCall): Promise<void> {
    const watch: DeskWatch = {
      report: (progress) => port.post({ type: 'progress', id, progress }),
      isCancelled: () => cancelled.has(id),
    };
    try {
      const value = await run(desk!, call, watch);
      const rest = call.name === 'preview' ? await postParts(id, value as LayerPreview) : value;
      port.post({ type: 'done', id, value: rest });
    } catch (error) {
      if (cancelled.has(id)) port.post({ type: 'cancelled', id });
      else port.post({ type: 'failed', id, problems: toProblems(error, call) });
    }
    cancelled.delete(id);
  }

  /** A preview goes piece by piece, with room for a frame of the page between them; gives what is left of it. */
  async function postParts(
    id: number,
    { features: { features }, ...rest }: LayerPreview,
  ): Promise<Omit<LayerPreview, 'features'>> {
    for (let from = 0; from < features.length; from += PART_FEATURES) {
      const part = features.slice(from, from + PART_FEATURES);
      port.post({ type: 'part', id, features: part });
      await new Promise((resolve) => setTimeout(resolve));
    }
    return rest;
  }
}

function run(desk: ImportDesk, call: DeskCall, watch: DeskWatch): unknown {
  switch (call.name) {
    case 'write':
      return import('./write/writers.ts').then(({ exportFeatures }) =>
        exportFeatures(call.request),
      );
    case 'open':
      return desk.open(call.files, call.options, watch);
    case 'reread':
      return desk.reread(call.file, call.options, watch);
    case 'close':
      return desk.close(call.file);
    case 'preview':
      return desk.preview(call.layer, call.choice);
    case 'take':
      return desk.take(call.layer, call.choice, call.range, watch);
    default:
      return call satisfies never;
  }
}

/** What no reader foresaw is said too, with the file that it happened to. */
function toProblems(error: unknown, call: DeskCall): readonly Problem[] {
  if (error instanceof PlanError) return error.problems;
  const file =
    call.name === 'open' ? call.files.map(({ name }) => name).join(', ') : Object.values(call)[1];
  return [
    {
      code: 'read-failed',
      severity: 'error',
      file: String(file),
      message: `reading failed: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'The file may be damaged; export it again from its program.',
    },
  ];
}
