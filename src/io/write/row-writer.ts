import type { PngRows } from './write-png.ts';

/** Takes a picture from the top down, a band of rows at a time, so that no array of its whole size is needed. */
export interface RowWriter {
  readonly add: (rows: PngRows) => Promise<void>;
  readonly finish: () => Promise<Blob>;
  /** Gives up what was begun. */
  readonly abort: () => Promise<void>;
}
