import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addSearchTable, makeSearchTable } from '../../../src/cli/make-search-table.ts';
import { learnReading } from '../../../src/cli/read-pinyin.ts';
import { checkSchema } from '../../../src/cli/schema-check.ts';
import type { SearchTable } from '../../../src/contracts/bundle.ts';
import { assembleBundle } from '../../../src/core/assemble-bundle.ts';
import { createReadings } from '../../../src/core/search/readings.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const readWith = (table: SearchTable, text: string): string => {
  const readings = createReadings(table);
  return Array.from(readings.read(text), (id) => readings.syllables(id).join('/')).join(' ');
};

const createNamed = (...names: readonly string[]) =>
  createBundle({
    features: {
      type: 'FeatureCollection',
      features: names.map((name, index) => createFeature({ id: `f-${index}`, name })),
    },
  });

describe('the search table of the county', () => {
  it('reads characters by the word that they stand in', async () => {
    const { bundle } = await readShippedBundle();
    const table = makeSearchTable(bundle);
    for (const [text, reading] of [
      ['盂县', 'yu xian'],
      ['藏山', 'cang shan'],
      ['重点', 'zhong dian'],
      ['重塑', 'chong su'],
      ['调动', 'diao dong'],
      ['协调', 'xie tiao'],
      ['分行业', 'fen hang ye'],
      ['推行全域', 'tui xing quan yu'],
      ['太行', 'tai hang'],
      ['绿色', 'lv se'],
    ] as const) {
      expect([text, readWith(table, text)]).toEqual([text, reading]);
    }
  });

  it('holds the bundle’s characters and no others, in less than 6 kB', async () => {
    const { bundle } = await readShippedBundle();
    const table = makeSearchTable(bundle);
    const words = JSON.stringify(bundle);
    const strangers = [
      ...Object.values(table.pinyin).join(''),
      ...Object.keys(table.variants!),
    ].filter((character) => !words.includes(character));
    expect(strangers).toEqual([]);
    expect(gzipSync(JSON.stringify(table)).length).toBeLessThan(6000);
  });

  it('keeps to the schema and comes with the bundle in one piece', async () => {
    const { bundle } = await readShippedBundle();
    const whole = addSearchTable(bundle);
    expect(checkSchema(whole)).toEqual([]);
    const parsed: unknown = JSON.parse(JSON.stringify(whole));
    const { bundle: loaded } = await assembleBundle(parsed, () =>
      Promise.reject(new Error('none')),
    );
    expect(loaded?.search).toEqual(whole.search);
    expect(addSearchTable(whole)).toBe(whole);
  });

  it('is refused by the schema when a reading is no syllable', () => {
    const bundle = { ...createBundle(), search: { pinyin: { cáng: '藏' } } };
    expect(checkSchema(bundle).map(({ code }) => code)).toContain('schema-pattern');
  });
});

describe('the traditional forms', () => {
  it('stand for one simplified character each', () => {
    const { variants } = makeSearchTable(createNamed('后面里程台'));
    expect(variants).toMatchObject({ 后: '後', 里: '裏裡' });
    expect(variants!['台']).toContain('臺');
  });

  it('make a traditional bundle read in simplified characters', () => {
    const table = makeSearchTable(createNamed('藏山風景'));
    expect(table.variants).toMatchObject({ 风: '風' });
    expect(readWith(table, '藏山风景')).toBe('cang shan feng jing');
  });
});

describe('a reading that an English name shows', () => {
  it.each([
    ['仇犹观', 'Qiuyou Temple', ['仇犹', 'qiu you']],
    ['大汖温泉', 'Dachuan Hot Spring', ['大汖', 'da chuan']],
    ['烈女祠', 'Lienü Shrine', null],
    ['藏山风景名胜区', 'Cangshan Scenic Area', null],
    ['京昆高速', 'Jingkun Expressway', null],
    ['国道239线', 'National Road 239', null],
    ['县城—上社镇', 'County seat – Shangshe Town', null],
    ['石太客运专线', 'Shijiazhuang–Taiyuan High-speed Railway', null],
    ['', '', null],
  ] as const)('of %s in %s is %j', (name, nameEn, learnt) => {
    expect(learnReading(name, nameEn)).toEqual(learnt);
  });
});
