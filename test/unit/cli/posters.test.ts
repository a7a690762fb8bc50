import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { createEvaluator } from '../../../src/core/draw-scene/create-evaluator.ts';
import { PosterPress, type Poster } from '../../../src/cli/poster/draw-poster.ts';
import { listSubjects } from '../../../src/cli/poster/list-subjects.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { StyleLayer } from '../../../src/contracts/map-port.ts';
import { buildStyle } from '../../../src/core/build-scene.ts';
import { overlaps } from '../../../src/core/draw-scene/collisions.ts';
import type { Placed } from '../../../src/core/draw-scene/placed.ts';
import { checkLayer } from '../../../src/core/draw-scene/read-layer.ts';
import type { PosterSubject } from '../../../src/core/embed/poster-address.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';
import { groundDistanceM } from '../core/ground-distance.ts';
import { findXmlFault } from '../layers/check-xml.ts';

let bundle: PlanBundle;
let press: PosterPress;
/** Every poster of the county in light, and the plan in dark. */
let posters: readonly { readonly subject: PosterSubject; readonly poster: Poster }[];

beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
  press = new PosterPress(bundle, cartography);
  posters = listSubjects(bundle, cartography).map((subject) => ({
    subject,
    poster: press.draw(subject),
  }));
}, 60_000);

const nameOf = (subject: PosterSubject): string =>
  'id' in subject ? `${subject.kind} ${subject.id}` : subject.kind;

/** The words of a placed name, its lines put together. */
function wordsOf({ mark }: Placed): string {
  if (mark.kind === 'icon') return '';
  return mark.kind === 'along'
    ? mark.glyphs.map(({ text }) => text).join('')
    : mark.lines.flatMap(({ sections }) => sections.map(({ text }) => text)).join('');
}

/** Icons stand in every case, also over one another and under the names of a selection, which come first. */
const ALWAYS: ReadonlySet<string> = new Set(['icons', 'focus-labels']);

const unspaced = (text: string): string => text.replaceAll(/[\s\u200b]/g, '');

describe('every layer of the style', () => {
  it.each(['light', 'dark', 'projector'] as const)('is understood in %s', (flavour) => {
    const evaluator = createEvaluator();
    for (const lang of ['zh-Hans', 'en'] as const) {
      const style = buildStyle(bundle, cartography, cartography.flavours[flavour], lang);
      for (const layer of style.layers) {
        checkLayer(layer);
        for (const name of Object.keys({ ...layer.paint, ...layer.layout })) {
          if (name === 'visibility') continue;
          for (const feature of style.sources[layer.source ?? '']?.features ?? []) {
            if (!evaluator.passes(layer, feature, 9)) continue;
            expect(evaluator.evaluate(layer, name, 9, feature)).not.toBeUndefined();
          }
        }
      }
    }
  });

  it('draws something in some poster', () => {
    const layers = new Set(posters.flatMap(({ poster }) => poster.placed.map((one) => one.layer)));
    for (const id of ['icons', 'labels', 'badges', 'shields', 'line-names', 'focus-labels']) {
      expect(layers).toContain(id);
    }
  });

  it.each([
    ['line', 'line-gradient'],
    ['fill', 'fill-pattern'],
    ['symbol', 'text-rotate'],
    ['circle', 'circle-blur'],
  ] as const)('of %s with %s is refused by name', (type, name) => {
    const layer: StyleLayer = { id: 'roads', type, source: 'x', paint: { [name]: 1 } };
    expect(() => checkLayer(layer)).toThrow(
      `roads: drawing a scene as SVG does not heed "${name}"`,
    );
  });
});

describe('every poster', () => {
  it('is well-formed and can do nothing but be looked at', () => {
    for (const { subject, poster } of posters) {
      const { svg } = poster;
      expect(findXmlFault(svg), nameOf(subject)).toBeNull();
      expect(svg).not.toMatch(/<(script|style|foreignObject|image|a|animate|set)\b/i);
      expect(svg).not.toMatch(/\s(on\w+|style|xlink:href|src)=/i);
      const addresses = [...svg.matchAll(/\b(?:href="|url\()([^")]*)/g)].map(([, to]) => to!);
      expect(addresses.filter((to) => !to.startsWith('#'))).toEqual([]);
      const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      expect(addresses.filter((to) => !ids.has(to.slice(1)))).toEqual([]);
    }
  });

  it('is small: a county’s ≤ 60 kB, a feature’s ≤ 40 kB gzip', () => {
    for (const { subject, poster } of posters) {
      const limit = subject.kind === 'plan' || subject.kind === 'theme' ? 60_000 : 40_000;
      expect(gzipSync(poster.svg).length, nameOf(subject)).toBeLessThan(limit);
    }
  });

  it('has no name, badge or shield over another or over an icon', () => {
    for (const { subject, poster } of posters) {
      const clashes = poster.placed.flatMap((one, index) =>
        poster.placed
          .slice(index + 1)
          .filter(
            (other) =>
              !(one.layer === 'icons' && ALWAYS.has(other.layer)) &&
              one.boxes.some((box) => other.boxes.some((taken) => overlaps(box, taken))),
          )
          .map((other) => `${one.layer} ${one.feature} × ${other.layer} ${other.feature}`),
      );
      expect(clashes, nameOf(subject)).toEqual([]);
    }
  });

  it('says that boundaries are indicative, whose data it is, and what is inferred', () => {
    for (const { subject, poster } of posters) {
      const isInferred = bundle.features.features.some(
        ({ properties: { id, accuracy } }) => accuracy.class === 'inferred' && poster.drawn.has(id),
      );
      expect(poster.svg).toContain('界线仅供示意');
      expect(poster.svg).toContain('© OpenStreetMap');
      expect(poster.svg.includes('者非规划原文'), nameOf(subject)).toBe(isInferred);
      expect(poster.svg).toMatch(/^<svg[^>]*role="img"[^>]*>[^]*<title id="t">[^<]+<\/title><desc/);
    }
  });

  it('has a scale bar that is true at its middle, to 0.5 %', () => {
    for (const { subject, poster } of posters) {
      const { center, zoom } = poster.viewport;
      const widthPx = Number(
        /<rect x="14" y="[\d.]+" width="([\d.]+)" height="5"/.exec(poster.svg)![1],
      );
      const [, value, unit] = />([\d.]+) (公里|米)<\/text>/.exec(poster.svg)!;
      const degrees = (widthPx / (512 * 2 ** zoom)) * 360;
      const groundM = groundDistanceM(
        [center[0] - degrees / 2, center[1]],
        [center[0] + degrees / 2, center[1]],
      );
      const saidM = Number(value) * (unit === '公里' ? 1000 : 1);
      expect(Math.abs(groundM / saidM - 1), nameOf(subject)).toBeLessThan(0.005);
    }
  });
});

describe('the poster of a feature', () => {
  it('always says its name, in the selection’s own place and once', () => {
    for (const { subject, poster } of posters) {
      if (subject.kind !== 'feature') continue;
      const { name } = bundle.features.features.find(
        ({ properties }) => properties.id === subject.id,
      )!.properties;
      const own = poster.placed.filter((one) => one.feature === subject.id);
      const focus = own.filter(({ layer }) => layer === 'focus-labels');
      expect(
        focus.map((one) => unspaced(wordsOf(one))),
        nameOf(subject),
      ).toEqual([expect.stringContaining(unspaced(name))]);
      expect(own.filter(({ layer }) => layer === 'labels')).toEqual([]);
    }
  });

  it('shows it as selected, and with its surroundings', () => {
    const { scene, svg, drawn } = press.draw({ kind: 'feature', id: 'zong-2' });
    expect(scene.looks['zong-2']).toMatchObject({ isSelected: true, opacity: 1 });
    expect(svg).toContain('stroke-opacity=".95"');
    expect(drawn.size).toBeGreaterThan(20);
  });

  it('of an inferred thing dashes its circle, softens its rim and says 推断', () => {
    const { placed, svg } = press.draw({ kind: 'feature', id: 'airport' });
    const own = placed.find(
      ({ layer, feature }) => layer === 'focus-labels' && feature === 'airport',
    );
    expect(wordsOf(own!)).toMatch(/推断$/);
    const colour = cartography.flavours.light.colours['airport']!;
    expect(svg).toMatch(new RegExp(`stroke="${colour}"[^>]*stroke-dasharray="3\\.\\d 3\\.\\d"`));
    expect(svg).toMatch(/<symbol [^>]*viewBox="-2 -2 28 28">/);
    expect(svg).toMatch(/<desc[^>]*>[^<]*推断、非规划原文：盂县通用航空机场/);
  });

  it('of an inferred line has a blurred halo under it', () => {
    const { svg } = press.draw({ kind: 'feature', id: 'link-xipan' });
    expect(svg).toMatch(/<g fill="none"[^>]*filter="url\(#b\d\)"/);
    expect(svg).toMatch(/<feGaussianBlur stdDeviation=/);
  });
});

describe('drawing', () => {
  it('gives the same bytes for a bundle that was read anew', async () => {
    const again = new PosterPress((await readShippedBundle()).bundle, cartography);
    for (const subject of [
      { kind: 'plan' },
      { kind: 'feature', id: 'airport' },
      { kind: 'clause', id: 'positioning-livable-city' },
    ] as const) {
      const dark = subject.kind === 'plan' ? 'dark' : 'light';
      expect(again.draw(subject, dark).svg).toBe(press.draw(subject, dark).svg);
    }
  });

  it('shows no layer that is switched off, and those of its theme only', () => {
    const { drawn } = press.draw({ kind: 'theme', id: 'transport' });
    const layerOf = new Map(
      bundle.features.features.map(({ properties: { id, layer } }) => [id, layer]),
    );
    const themes = new Set(
      [...drawn].map((id) => bundle.layers.find((layer) => layer.id === layerOf.get(id))?.theme),
    );
    expect(themes).toEqual(new Set(['transport', 'boundary', 'water', 'settlements']));
  });

  it('makes a poster of every theme that is seen from afar, and of no other', () => {
    const themes = posters.flatMap(({ subject, poster }) =>
      subject.kind === 'theme' ? [{ id: subject.id, poster }] : [],
    );
    expect(themes.map(({ id }) => id)).toEqual(['transport', 'tourism', 'industry', 'airport']);
    for (const { id, poster } of themes) {
      const own = bundle.layers.filter(({ theme }) => theme === id).map((layer) => layer.id);
      const drawn = bundle.features.features.filter(
        ({ properties }) => own.includes(properties.layer) && poster.drawn.has(properties.id),
      );
      expect(drawn.length, id).toBeGreaterThan(0);
    }
  });

  it('speaks English where it is asked to', () => {
    const { svg } = press.draw({ kind: 'plan' }, 'light', 'en');
    expect(svg).toContain('Boundary indicative only');
    expect(svg).toContain('Xiushui');
    expect(findXmlFault(svg)).toBeNull();
  });

  it('holds hostile names as text', () => {
    const hostile = '<script>alert(1)</script>&"\u0000\u202e';
    const place = createFeature(
      {
        id: 'x',
        layer: 'seats',
        kind: 'county-seat',
        name: hostile,
        nameEn: hostile,
        ref: hostile,
      },
      { type: 'Point', coordinates: [113.4, 38.1] },
    );
    const small = createBundle();
    const other = new PosterPress(
      {
        ...small,
        layers: [...small.layers, { id: 'seats', name: hostile, theme: 'settlements' }],
        features: { ...small.features, features: [...small.features.features, place] },
      },
      cartography,
    );
    const { svg, placed } = other.draw({ kind: 'feature', id: 'x' });
    expect(placed.some(({ feature, layer }) => feature === 'x' && layer === 'focus-labels')).toBe(
      true,
    );
    expect(findXmlFault(svg)).toBeNull();
    expect(svg).not.toContain('<script');
  });
});
