import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/analysis/statistics/write-csv.ts';
import type { StatCell, StatTable } from '../../../src/contracts/analysis.ts';

const createTable = (...cells: readonly StatCell[]): StatTable => ({
  id: 'table',
  title: { zh: '表', en: 'Table' },
  note: null,
  columns: [{ id: 'cell', label: { zh: '长度', en: 'Length' }, unit: 'km', decimals: 1 }],
  rows: cells.map((cell, index) => ({ id: String(index), cells: { cell }, featureIds: [] })),
  chart: { label: 'cell', value: 'cell' },
});

const words = (text: string): StatCell => ({ zh: text, en: text });
const lineOf = (cell: StatCell): string =>
  writeCsv(createTable(cell), 'zh-Hans').split('\r\n').slice(1, -1).join('\r\n');

describe('a table as CSV', () => {
  it('begins with a byte order mark, ends every line with CR LF, and names units', () => {
    expect(writeCsv(createTable(1.26, null), 'zh-Hans')).toBe('\uFEFF长度（公里）\r\n1.3\r\n\r\n');
    expect(writeCsv(createTable(words('盂县')), 'en')).toBe('\uFEFFLength (km)\r\n盂县\r\n');
  });

  it('is the bytes that Excel takes for UTF-8', () => {
    const bytes = new TextEncoder().encode(writeCsv(createTable(), 'zh-Hans'));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['\n=1', `"'\n=1"`],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
  ])('makes a formula harmless: %j', (text, cell) => {
    expect(lineOf(words(text))).toBe(cell);
  });

  it.each([
    ['四纵四横，外环内网', '四纵四横，外环内网'],
    ['a,b', '"a,b"'],
    ['say “x”', 'say “x”'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    ['东梁—西烟', '东梁—西烟'],
    ['', ''],
  ])('quotes only where it must: %j', (text, cell) => {
    expect(lineOf(words(text))).toBe(cell);
  });

  it('keeps negative numbers as numbers', () => {
    expect(lineOf(-2.34)).toBe('-2.3');
  });
});
