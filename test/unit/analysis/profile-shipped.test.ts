import { length } from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBundleContext } from '../../../src/analysis/bundle-context.ts';
import { listCorridors } from '../../../src/analysis/list-corridors.ts';
import { buildProfile } from '../../../src/analysis/profile/build-profile.ts';
import type { Profile } from '../../../src/contracts/analysis.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { copyShippedBundle, featureOf } from './shipped.ts';

const IDS = ['zong-1', 'zong-2', 'zong-3', 'zong-4', 'heng-1', 'heng-2', 'heng-3', 'heng-4'];

let bundle: PlanBundle;
let profiles: ReadonlyMap<string, Profile>;
beforeAll(async () => {
  bundle = await copyShippedBundle();
  profiles = new Map(IDS.map((id) => [id, buildProfile(bundle, id)!]));
});

const profileOf = (id: string): Profile => profiles.get(id)!;

it('the corridors are the eight', () => {
  const found = listCorridors(createBundleContext(bundle)).map(({ properties }) => properties.id);
  expect(found).toEqual(IDS);
});

describe.each(IDS)('the profile of %s', (id) => {
  it('runs north to south, or west to east', () => {
    expect(profileOf(id).direction).toBe(id.startsWith('zong') ? 'north-south' : 'west-east');
  });

  it('has the length in the county that the card records, and turf’s length as drawn', () => {
    const { properties, geometry } = featureOf(bundle, id);
    const { lengthInCountyKm, lengthDrawnKm } = profileOf(id);
    const recorded = properties.measure!['lengthInCounty']!.value;
    expect(Math.abs(lengthInCountyKm / recorded - 1)).toBeLessThan(0.005);
    const turfKm = length({ type: 'Feature', properties: {}, geometry: geometry as never });
    expect(Math.abs(lengthDrawnKm / turfKm - 1)).toBeLessThan(1e-6);
  });

  it('has stretches without holes from its start to its end', () => {
    const { tracks, axisKm, lengthInCountyKm } = profileOf(id);
    const [axis = []] = tracks;
    expect(axis[0]!.fromKm).toBeCloseTo(0, 6);
    expect(axis.at(-1)!.toKm).toBeCloseTo(axisKm, 6);
    for (const [index, stretch] of axis.entries()) {
      if (index > 0) expect(stretch.fromKm).toBeCloseTo(axis[index - 1]!.toKm, 6);
    }
    const drawnKm = tracks
      .flat()
      .filter(({ kind }) => kind === 'line')
      .reduce((total, stretch) => total + stretch.lengthKm, 0);
    expect(drawnKm).toBeCloseTo(lengthInCountyKm, 6);
  });

  it('has its stops in order, on the strip and within reach', () => {
    const { stops, axisKm, reachKm } = profileOf(id);
    expect(stops.length).toBeGreaterThan(2);
    for (const [index, { atKm, offKm, isMember }] of stops.entries()) {
      expect(atKm).toBeGreaterThanOrEqual(index === 0 ? 0 : stops[index - 1]!.atKm);
      expect(atKm).toBeLessThanOrEqual(axisKm);
      if (!isMember) expect(offKm).toBeLessThanOrEqual(reachKm);
    }
  });

  it('cites the clause that names it, and says that it is inferred', () => {
    const { clauses, certainty, sources } = profileOf(id);
    expect(clauses).toContainEqual(
      expect.objectContaining({
        para: 'positioning-livable-city',
        quote: '四纵四横',
        basis: 'named',
      }),
    );
    expect(certainty).toBe('inferred');
    expect(sources.length).toBeGreaterThan(0);
  });
});

describe('what the corridors pass', () => {
  const orderOf = (id: string, kinds: readonly string[]): readonly string[] =>
    profileOf(id)
      .stops.filter(({ kind }) => kinds.includes(kind))
      .map((stop) => stop.name.zh);

  it.each([
    ['zong-1', ['梁家寨乡', '上社镇', '苌池镇', '秀水镇', '路家村镇', '孙家庄镇']],
    ['zong-2', ['梁家寨乡', '上社镇', '牛村镇', '孙家庄镇']],
    ['zong-3', ['仙人乡']],
    ['zong-4', ['西潘乡', '西烟镇', '东梁乡']],
    ['heng-1', ['梁家寨乡']],
    ['heng-2', ['东梁乡', '南娄镇', '秀水镇', '孙家庄镇', '牛村镇', '仙人乡']],
    ['heng-3', ['秀水镇', '孙家庄镇', '牛村镇', '仙人乡']],
    ['heng-4', ['东梁乡', '南娄镇', '秀水镇', '路家村镇', '孙家庄镇']],
  ])('townships of %s, in order', (id, names) => {
    expect(orderOf(id, ['township'])).toEqual(names);
  });

  it('interchanges of 纵二 lie on it, in order', () => {
    const own = profileOf('zong-2').stops.filter(
      ({ kind, offKm }) => kind === 'interchange' && offKm < 0.5,
    );
    expect(own.map((stop) => stop.name.zh)).toEqual(['梁家寨互通', '上社互通', '盂县东互通']);
  });

  it('other corridors are met where they cross', () => {
    expect(new Set(orderOf('zong-2', ['crossing']))).toEqual(
      new Set(['纵一 国道239线', '横一 滹沱河谷', '横三 石太客运专线', '横二 盂太路—省道314线']),
    );
    expect(orderOf('zong-3', ['crossing'])).toEqual(['横二 盂太路—省道314线', '横三 石太客运专线']);
  });

  it('a station that is a member stands on its line', () => {
    const station = profileOf('heng-3').stops.find(({ id }) => id === 'yangquanbei');
    expect(station).toMatchObject({ kind: 'station', isMember: true, side: 'on' });
  });

  it('a place east of a southward road is on its left', () => {
    const seat = profileOf('zong-1').stops.find(({ id }) => id === 'liangjiazhai');
    expect(seat?.side).toBe('left');
  });

  it('a wider reach passes more', () => {
    const wide = buildProfile(bundle, 'zong-2', { reachKm: 10 })!;
    expect(wide.stops.length).toBeGreaterThan(profileOf('zong-2').stops.length);
    expect(wide.stops.map(({ id }) => id)).toContain('xiushui');
  });
});

describe('members', () => {
  it('that run side by side keep tracks of their own: 横一 is road and railway', () => {
    const { members, tracks, axisKm, lengthInCountyKm } = profileOf('heng-1');
    expect(members.map(({ id, track }) => [id, track])).toEqual([
      ['g338', 0],
      ['shuohuang', 1],
    ]);
    expect(tracks).toHaveLength(2);
    expect(tracks[1]!.every(({ fromKm, toKm }) => fromKm >= 0 && toKm <= axisKm)).toBe(true);
    expect(lengthInCountyKm).toBeGreaterThan(axisKm * 1.5);
  });

  it('that follow one another make one strip: 横二', () => {
    const { members, tracks } = profileOf('heng-2');
    expect(members.map(({ track }) => track)).toEqual([0, 0]);
    expect(tracks[0]!.map(({ memberId }) => memberId)).toEqual(['s314-west', 's314-east']);
  });

  it('without a line are listed with the reason', () => {
    const dongtai = profileOf('zong-4').members.find(({ id }) => id === 'dongtai');
    expect(dongtai).toMatchObject({ track: null, certainty: 'unknown', lengthInCountyKm: 0 });
    expect(dongtai?.note?.zh).toContain('线位未知');
  });

  it('tell their certainty along the way', () => {
    expect(profileOf('zong-4').members[0]).toMatchObject({
      certainty: 'schematic',
      horizontalM: 5000,
    });
  });

  it('that leave the county for a while are shown outside: 纵一', () => {
    const kinds = profileOf('zong-1').tracks[0]!.map(({ kind }) => kind);
    expect(kinds).toEqual(['line', 'outside', 'line']);
  });
});
