import { readWkt } from './read-wkt.ts';

/** Text from the clipboard as a file that a reader knows. */
export interface PastedText {
  readonly kind: 'geojson' | 'wkt' | 'table';
  /** Ending of the file's name. */
  readonly extension: 'geojson' | 'csv' | 'tsv';
  readonly text: string;
}

const HAS_PAIR = /-?\d+(\.\d+)?[°′″\dNSEW.]*[\s,，;；\t]+-?\d+(\.\d+)?/iu;

/** What a pasted text is: GeoJSON, WKT, or a table of coordinates; null: none of them. */
export function readPasted(text: string): PastedText | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^[{[]/.test(trimmed)) return { kind: 'geojson', extension: 'geojson', text: trimmed };
  const wkt = readWkt(trimmed);
  if (wkt) {
    const { features, epsg } = wkt;
    const crs = epsg === null ? {} : { crs: nameCrs(epsg) };
    const written = JSON.stringify({ type: 'FeatureCollection', ...crs, features });
    return { kind: 'wkt', extension: 'geojson', text: written };
  }
  if (!HAS_PAIR.test(trimmed)) return null;
  return { kind: 'table', extension: trimmed.includes('\t') ? 'tsv' : 'csv', text: trimmed };
}

const nameCrs = (epsg: number): object => ({
  type: 'name',
  properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` },
});
