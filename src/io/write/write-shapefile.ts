import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Problem } from '../../contracts/errors.ts';
import { writeEsriWkt } from '../crs/write-wkt.ts';
import type { Column, Row } from './collect-rows.ts';
import { toCsv } from './write-csv.ts';
import { MOST_BYTES, writeDbf } from './write-dbf.ts';
import { SHAPES, shapeOf, writeShp, type Shape } from './write-shp.ts';
import type { Writer } from './writer.ts';

/** Any moment will do, and always the same one: the same plan gives the same file, byte for byte. */
const NO_TIME = new Date('2000-01-01T00:00:00');

/**
 * A zip with a shapefile (.shp, .shx, .dbf, .prj, .cpg) a kind of geometry, named `…_point`, `…_multipoint`, `…_line`
 * and `…_polygon`; features without a place in `…_without_place.csv`; README.txt with the note. Texts in UTF-8, cut at
 * 254 bytes: README.txt and the warning `text-cut` say how many.
 */
export const writeShapefile: Writer = ({ request, rows, lines, fileName }) => {
  const { crs, language, madeAt } = request;
  const stem = fileName.replace(/\.zip$/, '');
  const files: Record<string, Uint8Array> = {};
  const cut = new Map<Column, number>();
  for (const shape of Object.keys(SHAPES) as Shape[]) {
    const found = rows.filter(({ geometry }) => geometry && shapeOf(geometry) === shape);
    if (found.length === 0) continue;
    const { shp, shx } = writeShp(
      shape,
      found.flatMap(({ geometry }) => geometry ?? []),
    );
    const table = writeDbf(
      found.map(({ values }) => values),
      madeAt,
    );
    for (const [column, count] of table.cut) cut.set(column, (cut.get(column) ?? 0) + count);
    const name = `${stem}_${shape}`;
    files[`${name}.shp`] = shp;
    files[`${name}.shx`] = shx;
    files[`${name}.dbf`] = table.dbf;
    files[`${name}.prj`] = strToU8(writeEsriWkt(crs));
    files[`${name}.cpg`] = strToU8('UTF-8');
  }
  const bare: readonly Row[] = rows.filter(({ geometry }) => geometry === null);
  const bareName = `${stem}_without_place.csv`;
  if (bare.length > 0) files[bareName] = strToU8(toCsv(bare, null));
  const problems = describeCut(cut, fileName);
  files['README.txt'] = strToU8(
    `\uFEFF${[
      ...lines,
      ...(bare.length > 0 ? [sayBare(bareName, language === 'en')] : []),
      ...(cut.size > 0 ? [sayCut(cut, language === 'en')] : []),
      '',
    ].join('\r\n')}`,
  );
  const mtime = madeAt ?? NO_TIME;
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, [bytes, { mtime }]]),
  );
  return { bytes: zipSync(entries, { level: 6 }), problems };
};

const total = (cut: ReadonlyMap<Column, number>): number =>
  [...cut.values()].reduce((sum, count) => sum + count, 0);
const list = (cut: ReadonlyMap<Column, number>): string =>
  [...cut].map(([column, count]) => `${column} ${count}`).join(', ');

const sayBare = (file: string, isEnglish: boolean): string =>
  isEnglish ? `Features without a place are in ${file}.` : `没有位置的要素见 ${file}。`;

const sayCut = (cut: ReadonlyMap<Column, number>, isEnglish: boolean): string =>
  isEnglish
    ? `Texts cut at ${MOST_BYTES} bytes, the most that a shapefile holds: ${total(cut)} (${list(cut)}). GeoPackage holds them whole.`
    : `shapefile 的文字字段最多 ${MOST_BYTES} 字节，截短 ${total(cut)} 处（${list(cut)}）；全文见 GeoPackage。`;

function describeCut(cut: ReadonlyMap<Column, number>, file: string): readonly Problem[] {
  if (cut.size === 0) return [];
  return [
    {
      code: 'text-cut',
      severity: 'warning',
      file,
      at: [...cut.keys()].join(', '),
      message: `${total(cut)} texts are longer than the ${MOST_BYTES} bytes that a shapefile holds and were cut (${list(cut)})`,
      remedy: 'Choose GeoPackage or GeoJSON where the whole texts are needed.',
    },
  ];
}
