import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import { foldName, readRoadNumber } from '../../../../src/core/matching/fold-name.ts';
import { matchNames } from '../../../../src/core/matching/match-names.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const matchOne = (name: string, ref?: string) => matchNames([{ index: 0, name, ref }], shipped);

describe('names as files write them', () => {
  it.each([
    ['阳五高速公路', 's45-tianli'],
    ['石太客专', 'shitai-psl'],
    ['京昆高速', 'g5-jingkun'],
    ['国道 239 线', 'g239'],
    ['Ｇ２０７', 'g207'],
    ['上社煤矿', 'mine-shangshe'],
    ['上社镇', 'shangshe'],
    ['藏山景区', 'cangshan'],
    ['盂县通用机场', 'airport'],
    ['路家村煤业', 'mine-lujiacun'],
    ['西烟循环经济工业园区', 'park-xiyan'],
    ['盂县阳泉北站', 'yangquanbei'],
    ['滹沱河', 'hutuo'],
    ['朔黄线', 'shuohuang'],
  ])('%s → %s first', (name, id) => {
    const [first] = matchOne(name);
    expect(first?.featureId).toBe(id);
    expect(first?.score).toBeGreaterThanOrEqual(0.5);
    expect(first?.reason.zh).not.toBe('');
  });

  it('takes the number of a road from its own column', () => {
    expect(matchOne('阳盂公路', 'G239')[0]).toMatchObject({ featureId: 'g239', score: 0.9 });
  });

  it('offers a corridor beside the road of the same number, the very name first', () => {
    expect(matchOne('国道239线').map(({ featureId }) => featureId)).toContain('zong-1');
  });

  it.each([
    '国道108线',
    '盂县北互通',
    '上社水库',
    '王家庄变电站二期工程指挥部',
    '',
    'x',
    '。',
    '二号井',
  ])('offers nothing certain for %s', (name) => {
    expect(matchOne(name).filter(({ score }) => score >= 0.8)).toEqual([]);
  });

  it('tells things of one place apart', () => {
    const ids = matchOne('上社互通').map(({ featureId }) => featureId);
    expect(ids[0]).toBe('shangshe-toll');
    expect(ids).not.toContain('mine-shangshe');
    expect(ids).not.toContain('shangshe');
    expect(matchOne('盂县东互通').map(({ featureId }) => featureId)).toEqual(['yuxian-dong']);
  });

  it('finds every shipped feature by its own name', () => {
    for (const { properties } of shipped.features.features) {
      const found = matchNames([{ index: 7, name: properties.name }], shipped);
      expect(found[0]).toMatchObject({ index: 7, featureId: properties.id, score: 1 });
    }
  });

  it('matches ten thousand rows within two seconds', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      index,
      name: `${['上社', '西烟', '藏山', '滹沱'][index % 4]}${index}号${['路', '煤矿', '站'][index % 3]}`,
    }));
    const start = performance.now();
    matchNames(rows, shipped);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it('takes names apart', () => {
  expect(foldName('盂县上社互通（规划）')).toMatchObject({ core: '上社', sort: 'interchange' });
  expect(readRoadNumber('国道G307')).toBe('G307');
  expect(readRoadNumber('省道314线')).toBe('S314');
  expect(readRoadNumber('GB2312')).toBeNull();
});
