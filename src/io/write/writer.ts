import type { Problem } from '../../contracts/errors.ts';
import type { ExportRequest } from '../../contracts/export.ts';
import type { Row } from './collect-rows.ts';

export interface WriteTask {
  readonly request: ExportRequest;
  readonly rows: readonly Row[];
  /** What has to be known of the file; see `describeExport`. */
  readonly lines: readonly string[];
  /** With its ending. */
  readonly fileName: string;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** What the format could not hold. */
  readonly problems: readonly Problem[];
}

/** Writes rows that are already in the requested system. */
export type Writer = (task: WriteTask) => Written | Promise<Written>;
