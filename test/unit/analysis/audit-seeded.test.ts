import { beforeAll, describe, expect, it } from 'vitest';
import { auditBundle } from '../../../src/analysis/audit/audit-bundle.ts';
import type { AuditItem } from '../../../src/contracts/analysis.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import {
  changeFeature,
  changeMeasure,
  copyShippedBundle,
  dropFeature,
  featureOf,
} from './shipped.ts';

let bundle: PlanBundle;
beforeAll(async () => {
  bundle = await copyShippedBundle();
});

const findDifferences = (seeded: PlanBundle): readonly AuditItem[] =>
  auditBundle(seeded).items.filter(({ badge }) => badge === 'differs');

const FACTORS = [0.95, 1.05] as const;

/** Scales every coordinate of a feature about its first, and with it every length. */
function stretch(seeded: PlanBundle, id: string, factor: number): PlanBundle {
  const features = seeded.features.features.map((feature) => {
    if (feature.properties.id !== id || feature.geometry?.type !== 'LineString') return feature;
    const [start] = feature.geometry.coordinates;
    const coordinates = feature.geometry.coordinates.map(([lng, lat]) => [
      start![0]! + (lng! - start![0]!) * factor,
      start![1]! + (lat! - start![1]!) * factor,
    ]);
    return { ...feature, geometry: { ...feature.geometry, coordinates } };
  });
  return { ...seeded, features: { ...seeded.features, features } };
}

describe('an error of ±5 %', () => {
  it.each(FACTORS)('is caught in every figure that can be checked: × %d', (factor) => {
    const checkable = auditBundle(bundle).items.flatMap(({ id, badge }) => {
      const [kind, feature, key] = id.split('/');
      return kind === 'figure' && badge !== 'unanswerable'
        ? [{ id, feature: feature!, key: key! }]
        : [];
    });
    expect(checkable.length).toBeGreaterThan(40);
    const seeded = checkable.reduce(
      (changed, { feature, key }) =>
        changeMeasure(changed, feature, key, ({ value }) => ({ value: value * factor })),
      bundle,
    );
    const found = findDifferences(seeded).map(({ id }) => id);
    expect(checkable.map(({ id }) => id).filter((id) => !found.includes(id))).toEqual([]);
  });

  it.each(['devzone/area', 'heng-1/lengthInCounty', 'heng-2/lengthInCounty'])(
    'is caught in the sum %s',
    (sum) => {
      const [id, key] = sum.split('/') as [string, string];
      for (const factor of FACTORS) {
        const seeded = changeMeasure(bundle, id, key, ({ value }) => ({ value: value * factor }));
        expect(findDifferences(seeded).map((item) => item.id)).toContain(`sum/${sum}`);
      }
    },
  );

  it.each(['park-nanlou', 'park-xiushui', 'park-xiyan'])('is caught in the area of %s', (id) => {
    for (const factor of FACTORS) {
      const seeded = changeMeasure(bundle, id, 'area', ({ value }) => ({ value: value * factor }));
      expect(findDifferences(seeded).map((item) => item.id)).toContain('sum/devzone/area');
    }
  });

  it.each(['runwayLength', 'runwayWidth'])(
    'is caught where the card itself says otherwise: %s',
    (key) => {
      for (const factor of FACTORS) {
        const seeded = changeMeasure(bundle, 'airport', key, ({ value }) => ({
          value: value * factor,
        }));
        expect(findDifferences(seeded).map((item) => item.id)).toEqual([`figure/airport/${key}`]);
      }
    },
  );

  it.each(['link-shangshe', 'seat-ring', 'taihang-1', 'station-road'])(
    'is caught when the geometry of %s is that much longer or shorter',
    (id) => {
      for (const factor of FACTORS) {
        const ids = findDifferences(stretch(bundle, id, factor)).map((item) => item.id);
        expect(ids).toContain(`figure/${id}/lengthInCounty`);
      }
    },
  );

  it.each(FACTORS)(
    'is caught in every target, year and known value of an indicator: × %d',
    (factor) => {
      const checkable = auditBundle(bundle)
        .items.filter(
          ({ kind, badge }) =>
            ['target', 'year', 'known'].includes(kind) && badge !== 'unanswerable',
        )
        .map(({ id }) => id);
      const indicators = bundle.indicators.map((indicator) => ({
        ...indicator,
        year: Math.round(indicator.year * factor),
        target: {
          ...indicator.target,
          ...(indicator.target.value !== undefined && { value: indicator.target.value * factor }),
        },
        known: indicator.known.map((known) => ({ ...known, value: known.value! * factor })),
      }));
      const found = findDifferences({ ...bundle, indicators }).map(({ id }) => id);
      expect(checkable.length).toBe(6 + 7 + 3);
      expect(checkable.filter((id) => !found.includes(id))).toEqual([]);
    },
  );
});

describe('a wrong count', () => {
  it.each([
    ['zong-2', '四纵'],
    ['heng-4', '四横'],
    ['zone-seat', '四大旅游板块'],
    ['cluster-farming', '五大产业集群'],
    ['park-xiyan', '三园'],
    ['niucun', '8 镇'],
    ['xipan', '5 乡'],
    ['logistics-niucun', '乡镇中心 7 个'],
  ])('is caught when %s is dropped: %s', (id, words) => {
    const found = findDifferences(dropFeature(bundle, id)).map(({ claim, subject }) => [
      claim.text.zh,
      subject.zh,
    ]);
    expect(found.flat().some((text) => text.endsWith(words))).toBe(true);
  });

  it('is caught when a corridor is added, whatever its name', () => {
    const extra = featureOf(bundle, 'zong-1');
    const properties = { ...extra.properties, id: 'zong-5', name: '新走廊', std: {} };
    const features = [...bundle.features.features, { ...extra, properties }];
    const seeded = { ...bundle, features: { ...bundle.features, features } };
    const [item] = findDifferences(seeded);
    expect(item).toMatchObject({ id: 'count/positioning-livable-city/四纵', found: { value: 5 } });
  });

  it('is caught when a corridor is cancelled', () => {
    const seeded = changeFeature(bundle, 'heng-2', () => ({ status: 'cancelled' }));
    expect(findDifferences(seeded).map(({ id }) => id)).toContain(
      'count/positioning-livable-city/四横',
    );
  });

  it.each([
    ['positioning-livable-city', '四纵四横', '五纵四横'],
    ['positioning-tourism-wellness', '四大旅游板块', '五大旅游板块'],
    ['goals-economy', 'GDP力争突破200亿', 'GDP力争突破210亿'],
    ['goals-economy', '五大产业集群', '六大产业集群'],
    ['goals-ecology', '三大保卫战', '四大保卫战'],
    ['goals-eight-strong-counties', '特色鲜明的“八大强县”', '特色鲜明的“九大强县”'],
  ])('is caught when the text of %s says otherwise: %s → %s', (para, from, to) => {
    const docs = bundle.plan.docs.map((doc) => ({
      ...doc,
      paragraphs: doc.paragraphs.map((paragraph) =>
        paragraph.id === para
          ? { ...paragraph, text: paragraph.text.replace(from, to) }
          : paragraph,
      ),
    }));
    expect(findDifferences({ ...bundle, plan: { docs } }).length).toBeGreaterThan(0);
  });
});

describe('a mismatch of inferred things', () => {
  it('is 不符, never 示意', () => {
    const seeded = changeMeasure(bundle, 'zone-hutuo', 'areaDrawn', () => ({ value: 116 }));
    expect(findDifferences(seeded)).toMatchObject([
      { id: 'figure/zone-hutuo/areaDrawn', badge: 'differs' },
    ]);
  });
});

describe('stated figures', () => {
  const state = (id: string, key: string, value: number): readonly AuditItem[] =>
    auditBundle(
      changeFeature(bundle, id, () => ({
        measure: { [key]: { value, unit: 'km', stated: true, label: '长度' } },
      })),
    ).items.filter((item) => item.id === `figure/${id}/${key}`);

  it('of a digitised line’s length in the county agree within 3 %', () => {
    expect(state('g239', 'lengthInCountyStated', 80)).toMatchObject([{ badge: 'agrees' }]);
    expect(state('g239', 'lengthInCountyStated', 78)).toMatchObject([{ badge: 'differs' }]);
  });

  it('of a line that stays in the county are compared whole', () => {
    expect(state('station-road', 'length', 8.6)).toMatchObject([{ badge: 'agrees' }]);
    expect(state('station-road', 'length', 9.2)).toMatchObject([{ badge: 'differs' }]);
  });

  it('of a part that is not drawn by itself are not compared', () => {
    expect(state('station-road', 'lengthTunnel', 2)).toMatchObject([{ badge: 'unanswerable' }]);
  });
});
