import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/io/table/read-number.ts';
import type { ReadOptions } from '../../../src/contracts/import.ts';
import { openFiles, toFile } from './open-files.ts';

async function open(text: string | readonly number[], name = 't.csv', options: ReadOptions = {}) {
  const { session, summary } = await openFiles([toFile(name, text)], options);
  const [layer] = summary.layers;
  const taken = await session.take(layer!.id, layer!.guess.candidates[0]!, { from: 0, count: 50 });
  session.dispose();
  return { summary, layer: layer!, taken };
}
const placeOf = (one: { readonly geometry: unknown } | undefined): number[] =>
  (one!.geometry as { coordinates: number[] }).coordinates;

it.each([
  ['113.412', 113.412],
  ['4,217,207.1', 4_217_207.1],
  ['４４８４１４．７', 448_414.7],
  ['113°24′43.2″', 113.412],
  ['113°24\'43.2"E', 113.412],
  ['东经113度24分43.2秒', 113.412],
  ['113-24-43.2', 113.412],
  ['113 24 43.2', 113.412],
  ['38°5′9.6″S', -38.086],
  ['113°75′', null],
  ['西安', null],
  ['', null],
] as const)('a cell %s is %f', (cell, value) => {
  if (value === null) expect(readNumber(cell)).toBeNull();
  else expect(readNumber(cell)).toBeCloseTo(value, 6);
});

describe('where coordinates stand', () => {
  it.each([
    ['名称,经度,纬度\n甲,113.412,38.086\n', { kind: 'xy', x: 1, y: 2 }],
    ['name;lat;lon\na;38.086;113.412\n', { kind: 'xy', x: 2, y: 1 }],
    ['点号\t纵坐标X\t横坐标Y\n1\t4217207.1\t448414.7\n', { kind: 'xy', x: 2, y: 1 }],
    ['点号,X坐标（米）,Y坐标（米）\n1,4217207.1,448414.7\n', { kind: 'xy', x: 1, y: 2 }],
    ['名称,经纬度\n甲,"113.412, 38.086"\n', { kind: 'one', column: 1 }],
    ['名称,WKT\n甲,POINT(113.412 38.086)\n', { kind: 'one', column: 1 }],
    ['甲,113.412,38.086\n乙,113.5,38.1\n', { kind: 'xy', x: 1, y: 2 }],
  ] as const)('%s', async (text, columns) => {
    const { layer, taken } = await open(text, 't.csv');
    expect(layer.table!.columns).toEqual(columns);
    const [lng, lat] = placeOf(taken[0]);
    expect(lng).toBeCloseTo(113.412, 5);
    expect(lat).toBeCloseTo(38.086, 5);
  });

  it('titles above the header are left out, and rows without a place are kept and counted', async () => {
    const text =
      '盂县水源地一览表,,\n单位：度,,\n名称,经度,纬度\n甲,113.412,38.086\n乙,不详,38.1\n丙,,\n';
    const { layer, taken, summary } = await open(text);
    expect(layer.table!.header).toEqual(['名称', '经度', '纬度']);
    expect(taken.map(({ geometry }) => geometry !== null)).toEqual([true, false, false]);
    const problem = summary.problems.find(({ code }) => code === 'table-bad-position')!;
    expect(problem).toMatchObject({ at: 'line 5', severity: 'warning' });
    expect(problem.message).toContain('2 rows');
    expect(problem.message).toContain('"不详", "38.1"');
  });

  it.each([
    ['\n', ','],
    ['\r\n', ','],
    ['\r', ','],
    ['\n', '\t'],
    ['\r\n', '\t'],
  ])('lines are those of the file, with %j between and %j within them', async (end, mark) => {
    const rows = [
      ['', '', ''],
      [`"水源地${end}${end}一览表"`, '', ''],
      [''],
      ['名称', '经度', '纬度'],
      ['  '],
      [`"甲${end}（旧名 ""${end}"" ${mark}）"`, '113.412', '38.086'],
      ['', '', ''],
      ['乙', `"不${end}详"`, '38.1'],
    ];
    const { taken, summary } = await open(rows.map((row) => row.join(mark)).join(end), 't.csv');
    expect(taken.map(({ geometry }) => geometry !== null)).toEqual([true, false]);
    expect(summary.problems.map(({ at }) => at)).toEqual(['line 12']);
    expect(summary.problems[0]!.message).toContain('the first is line 12');
  });

  it('other columns can be chosen', async () => {
    const text = '名称,经度,纬度,X,Y\n甲,1,2,113.412,38.086\n';
    const { taken } = await open(text, 't.csv', { columns: { kind: 'xy', x: 3, y: 4 } });
    expect(placeOf(taken[0])).toEqual([113.412, 38.086]);
  });

  it('a table without any says which columns it has', async () => {
    const { summary, layer } = await open('名称,面积\n甲,3\n');
    expect(layer.table!.columns).toBeNull();
    expect(summary.problems[0]!.message).toContain('名称, 面积');
  });
});

it('fault 47: on the way in a formula is kept as the text that it is', async () => {
  const { taken } = await open('名称,经度,纬度\n"=HYPERLINK(""http://evil"")",113.4,38.1\n');
  expect(taken[0]!.properties['名称']).toBe('=HYPERLINK("http://evil")');
});

it('a table in GBK is read, and says so', async () => {
  // 名称,X,Y and one row of 盂县.
  const bytes = [
    0xc3,
    0xfb,
    0xb3,
    0xc6,
    ...[...',lon,lat\n'].map((c) => c.charCodeAt(0)),
    0xd3,
    0xdb,
    0xcf,
    0xd8,
    ...[...',113.4,38.1\n'].map((c) => c.charCodeAt(0)),
  ];
  const { taken, summary } = await open(bytes);
  expect(taken[0]!.properties['名称']).toBe('盂县');
  expect(Object.values(summary.charsets)[0]!.charset).toBe('gb18030');
});

it.each([
  ['', 'file-empty'],
  ['名称,经度,纬度\n', 'table-empty'],
  ['a,b\n1\0,2\n', 'table-binary'],
] as const)('%j is refused as %s', async (text, code) => {
  await expect(openFiles([toFile('t.csv', text)])).rejects.toMatchObject({ code });
});

it('a damaged workbook, GeoPackage and FlatGeobuf are named', async () => {
  await expect(openFiles([toFile('t.xlsx', [0x50, 0x4b, 3, 4, 1, 2, 3])])).rejects.toMatchObject({
    code: 'table-damaged',
  });
  const sqlite = [...'SQLite format 3\0'].map((c) => c.charCodeAt(0));
  await expect(openFiles([toFile('t.gpkg', [...sqlite, 1, 2, 3])])).rejects.toMatchObject({
    code: 'geopackage-damaged',
  });
  await expect(
    openFiles([toFile('t.fgb', [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0, 200, 0, 0, 0, 1, 2, 3])]),
  ).rejects.toMatchObject({
    code: 'flatgeobuf-damaged',
  });
});
