/** What is used of shpjs, which ships no types: the two parsers on bytes. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson';
  /** Geometry in the file's own numbers when no .prj is handed over. */
  export function parseShp(shp: Uint8Array | ArrayBuffer, prj?: string): (Geometry | undefined)[];
  /** Rows; `cpg` is a label of the Encoding Standard. */
  export function parseDbf(
    dbf: Uint8Array | ArrayBuffer,
    cpg?: string,
  ): Record<string, string | number | boolean | Date>[];
}
