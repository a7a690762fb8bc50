import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { buildProfile } from '../../../src/analysis/profile/build-profile.ts';
import { drawProfile } from '../../../src/analysis/profile/draw-profile.ts';
import { spreadLabels } from '../../../src/analysis/profile/spread-labels.ts';
import { cutText, escapeXml, widthOf, wrapText } from '../../../src/analysis/profile/svg-text.ts';
import type { Profile } from '../../../src/contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../../src/contracts/bundle.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { findXmlFault } from '../layers/check-xml.ts';
import { copyShippedBundle } from './shipped.ts';

type Corner = [number, number];

const road = (id: string, ...coordinates: Corner[]): PlanFeature =>
  createFeature({ id }, { type: 'LineString', coordinates });

/** A corridor of the roads given, in a county from 113 to 114 and 38 to 39 degrees. */
function createCorridor(
  kind: string,
  roads: readonly PlanFeature[],
  ...more: PlanFeature[]
): PlanBundle {
  const members = roads.map(({ properties }) => properties.id);
  const lines = roads.flatMap(({ geometry }) =>
    geometry?.type === 'LineString' ? [geometry.coordinates] : [],
  );
  return createBundle({
    layers: [
      { id: 'corridors', name: '走廊', theme: 'transport' },
      { id: 'roads', name: '公路', theme: 'transport' },
      { id: 'county', name: '县界', theme: 'boundary' },
    ],
    features: {
      type: 'FeatureCollection',
      features: [
        createFeature(
          { id: 'corridor', layer: 'corridors', kind, members, accuracy: { class: 'inferred' } },
          { type: 'MultiLineString', coordinates: lines },
        ),
        ...roads,
        createFeature(
          { id: 'county', layer: 'county', kind: 'county', accuracy: { class: 'schematic' } },
          {
            type: 'Polygon',
            coordinates: [
              [
                [113, 38],
                [114, 38],
                [114, 39],
                [113, 39],
                [113, 38],
              ],
            ],
          },
        ),
        ...more,
      ],
    },
  });
}

describe('a corridor', () => {
  it('of lines with a gap between them shows it, and does not count it', () => {
    const bundle = createCorridor('heng', [
      road('east', [113.6, 38.5], [113.9, 38.5]),
      road('west', [113.4, 38.5], [113.1, 38.5]),
    ]);
    const { tracks, axisKm, lengthInCountyKm } = buildProfile(bundle, 'corridor')!;
    expect(tracks[0]!.map(({ kind, memberId }) => [kind, memberId])).toEqual([
      ['line', 'west'],
      ['gap', null],
      ['line', 'east'],
    ]);
    const gap = tracks[0]![1]!;
    expect(axisKm).toBeCloseTo(lengthInCountyKm + gap.lengthKm, 6);
    expect(gap.lengthKm).toBeCloseTo(17.4, 0);
  });

  it('that comes from outside begins where it enters the county', () => {
    const bundle = createCorridor('heng', [road('one', [112.5, 38.5], [113.5, 38.5])], {
      ...createFeature({ id: 'seat', layer: 'seats', kind: 'town-seat' }),
      geometry: { type: 'Point', coordinates: [113.25, 38.51] },
    });
    const profile = buildProfile(bundle, 'corridor')!;
    expect(profile.axisKm).toBeCloseTo(profile.lengthInCountyKm, 6);
    expect(profile.lengthDrawnKm).toBeCloseTo(profile.axisKm * 2, 0);
    expect(profile.stops[0]).toMatchObject({ id: 'seat', side: 'left' });
    expect(profile.stops[0]!.atKm).toBeCloseTo(profile.axisKm / 2, 0);
  });

  it('that runs north to south is turned so, however it was drawn', () => {
    const lines: Corner[][] = [
      [
        [113.5, 38.1],
        [113.5, 38.9],
      ],
      [
        [113.5, 38.9],
        [113.5, 38.1],
      ],
    ];
    for (const line of lines) {
      const bundle = createCorridor('zong', [road('one', ...line)], {
        ...createFeature({ id: 'north', layer: 'seats', kind: 'town-seat' }),
        geometry: { type: 'Point', coordinates: [113.51, 38.85] },
      });
      const [stop] = buildProfile(bundle, 'corridor')!.stops;
      expect(stop).toMatchObject({ id: 'north', side: 'left' });
      expect(stop!.atKm).toBeLessThan(6);
    }
  });

  it('takes its direction from its shape where kind and badge say none', () => {
    const bundle = createCorridor('axis', [road('one', [113.1, 38.5], [113.9, 38.6])]);
    expect(buildProfile(bundle, 'corridor')!.direction).toBe('west-east');
  });

  it('without members has its own line', () => {
    const bundle = createCorridor('heng', [road('one', [113.1, 38.5], [113.9, 38.5])]);
    const profile = buildProfile(bundle, 'one')!;
    expect(profile.members).toEqual([]);
    expect(profile.tracks[0]).toMatchObject([{ kind: 'line', memberId: null }]);
  });

  it('that is unknown, a place, or outside the county has no profile', () => {
    const bundle = createCorridor('heng', [road('one', [110, 38.5], [111, 38.5])]);
    expect(buildProfile(bundle, 'nothing')).toBeNull();
    expect(buildProfile(bundle, 'county')).toBeNull();
    expect(buildProfile(bundle, 'corridor')).toBeNull();
  });
});

describe('labels along a strip', () => {
  it.each([
    [
      [0, 100, 200],
      [0, 100, 200],
    ],
    [
      [50, 50],
      [39, 61],
    ],
    [
      [50, 50, 50],
      [28, 50, 72],
    ],
    [
      [0, 1, 2],
      [0, 22, 44],
    ],
    [
      [298, 299, 300],
      [256, 278, 300],
    ],
    [[], []],
  ])('%j are spread to %j', (positions, spread) => {
    expect(spreadLabels(positions, 22, 0, 300)).toEqual(spread);
  });

  it('keep their order and distance, however crowded', () => {
    const positions = Array.from({ length: 40 }, (_, index) => 100 + ((index * 37) % 50)).sort(
      (a, b) => a - b,
    );
    const spread = spreadLabels(positions, 22, 0, 900);
    for (let index = 1; index < spread.length; index += 1) {
      expect(spread[index]! - spread[index - 1]!).toBeGreaterThanOrEqual(22 - 1e-9);
    }
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThanOrEqual(900);
  });
});

describe('text of a drawing', () => {
  it('is reckoned, cut and wrapped to fit', () => {
    expect(widthOf('盂县', 10)).toBe(20);
    expect(cutText('石太客运专线', 10, 45)).toBe('石太客…');
    expect(cutText('短', 10, 45)).toBe('短');
    for (const line of wrapText(
      '走廊为本图集的归并，推断。The grouping is our own reading.',
      12,
      100,
    )) {
      expect(widthOf(line, 12)).toBeLessThanOrEqual(112);
    }
    expect(wrapText('', 12, 100)).toEqual([]);
  });

  it('is escaped', () => {
    expect(escapeXml('<img src="x">&\u0000\uD800')).toBe('&lt;img src=&quot;x&quot;&gt;&amp;');
  });
});

describe('the drawing of a profile', () => {
  const draw = (
    profile: Profile,
    lang: 'zh-Hans' | 'en' = 'zh-Hans',
    flavour = cartography.flavours.light,
  ) => drawProfile(profile, flavour, lang, cartography);

  it.each(['zong-1', 'zong-2', 'zong-3', 'zong-4', 'heng-1', 'heng-2', 'heng-3', 'heng-4'])(
    'of %s is sound, the same every time, and no label covers another',
    async (id) => {
      const profile = buildProfile(await copyShippedBundle(), id)!;
      for (const lang of ['zh-Hans', 'en'] as const) {
        for (const flavour of Object.values(cartography.flavours)) {
          const { svg, widthPx, heightPx } = draw(profile, lang, flavour);
          expect(findXmlFault(svg)).toBeNull();
          expect(svg).toBe(draw(profile, lang, flavour).svg);
          expect(svg).not.toMatch(/NaN|undefined|Infinity|style=|<script|href/);
          expect([widthPx, heightPx].every((side) => side > 0 && side < 4000)).toBe(true);
        }
        const labels = [
          ...draw(profile, lang).svg.matchAll(
            /translate\((-?[\d.]+) (-?[\d.]+)\) rotate\((-?45)\)/g,
          ),
        ].map(([, x, , angle]) => ({ x: Number(x), angle }));
        expect(labels).toHaveLength(profile.stops.length);
        for (const angle of ['45', '-45']) {
          const xs = labels.filter((label) => label.angle === angle).map(({ x }) => x);
          for (let index = 1; index < xs.length; index += 1) {
            expect(xs[index]! - xs[index - 1]!).toBeGreaterThan(21.9);
          }
        }
      }
    },
  );

  it('names every stop, member, clause and source', async () => {
    const profile = buildProfile(await copyShippedBundle(), 'zong-2')!;
    const { svg } = draw(profile);
    const words = svg.replaceAll(/<[^>]*>/g, '');
    for (const { name, atKm } of profile.stops) {
      expect(words).toContain(name.zh);
      expect(words).toContain(`${Number(atKm.toFixed(1))} 公里`);
    }
    for (const { name } of profile.members) expect(words).toContain(name.zh);
    expect(words).toContain('“四纵四横”');
    expect(words).toContain('推断，非规划原文');
    expect(words).toContain('资料：');
  });

  it('draws schematic lines soft and inferred places hollow', async () => {
    const bundle = await copyShippedBundle();
    const soft = draw(buildProfile(bundle, 'zong-4')!).svg;
    const crisp = draw(buildProfile(bundle, 'zong-3')!).svg;
    expect(soft).toContain('opacity="0.14"');
    expect(crisp).not.toContain('opacity="0.14"');
    expect(soft).toContain('虚框');
  });

  it('lets no name break out of it', () => {
    const evil = '<script>alert(1)</script>"&\u0001';
    const bundle = createCorridor('heng', [road('one', [113.1, 38.5], [113.9, 38.5])], {
      ...createFeature({ id: 'seat', layer: 'seats', kind: 'town-seat', name: evil, nameEn: evil }),
      geometry: { type: 'Point', coordinates: [113.25, 38.51] },
    });
    const { svg } = draw(buildProfile(bundle, 'corridor')!);
    expect(findXmlFault(svg)).toBeNull();
    expect(svg).not.toContain('<script');
  });

  it('grows when its stops need more room', () => {
    const seats = Array.from({ length: 80 }, (_, index) => ({
      ...createFeature({ id: `seat-${index}`, layer: 'seats', kind: 'town-seat' }),
      geometry: { type: 'Point' as const, coordinates: [113.2 + index / 1000, 38.5] },
    }));
    const bundle = createCorridor('heng', [road('one', [113.1, 38.5], [113.9, 38.5])], ...seats);
    expect(draw(buildProfile(bundle, 'corridor')!).widthPx).toBeGreaterThan(1700);
  });
});
