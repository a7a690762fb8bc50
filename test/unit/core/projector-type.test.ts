import type { Feature } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { SceneStyle } from '../../../src/contracts/map-port.ts';
import type { Language } from '../../../src/contracts/theme.ts';
import { buildStyle } from '../../../src/core/build-scene.ts';
import { fitCartography, hallFactor } from '../../../src/core/fit-cartography.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';
import { evaluate, passes } from './evaluate-style.ts';

const ZOOMS = [6.5, 8, 8.7, 9.5, 11, 14, 17];

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const styleFor = (width: number, height: number, lang: Language): SceneStyle => {
  const fitted = fitCartography(cartography, hallFactor(width, height));
  return buildStyle(shipped, fitted, fitted.flavours.projector, lang);
};

/** Sizes of all words that a layer writes for a feature, the smaller ones within a name among them. */
function sizesOf(style: SceneStyle, zoom: number): Map<string, number> {
  const least = new Map<string, number>();
  const note = (layer: string, sizePx: number): void => {
    least.set(layer, Math.min(sizePx, least.get(layer) ?? Infinity));
  };
  for (const layer of style.layers) {
    if (layer.type !== 'symbol' || layer.layout?.['text-field'] === undefined) continue;
    const source = layer.id === 'focus-labels' ? 'symbols' : (layer.source ?? '');
    const features: readonly Feature[] = style.sources[source]?.features ?? [];
    for (const feature of features) {
      if (!passes(layer, feature, zoom)) continue;
      // The selection's names are those of the symbols, and lines have none here.
      if (layer.id === 'focus-labels' && feature.properties?.['size'] === undefined) continue;
      const size = Number(evaluate(layer, 'text-size', feature, zoom));
      const words = evaluate(layer, 'text-field', feature, zoom) as
        string | { sections?: readonly { text: string; scale: number | null }[] };
      const sections = typeof words === 'string' ? [] : (words.sections ?? []);
      note(layer.id, size);
      for (const { text, scale } of sections) if (text.trim()) note(layer.id, size * (scale ?? 1));
    }
  }
  return least;
}

describe.each([
  [1920, 1080, 24],
  [2560, 1440, 32],
  [3840, 2160, 48],
])('on a screen of %d × %d', (width, height, leastPx) => {
  it.each(['zh-Hans', 'en'] as const)(
    `no word on the map is smaller than ${leastPx} px, %s`,
    (lang) => {
      const style = styleFor(width, height, lang);
      for (const zoom of ZOOMS) {
        const sizes = sizesOf(style, zoom);
        expect([...sizes.keys()]).toEqual(expect.arrayContaining(['labels', 'focus-labels']));
        for (const [layer, size] of sizes) {
          expect(size, `${layer} at zoom ${zoom}`).toBeGreaterThanOrEqual(leastPx - 0.5);
        }
      }
    },
  );

  it('writes road numbers and badges as large', () => {
    const { images } = styleFor(width, height, 'zh-Hans');
    const signs = Object.entries(images).filter(([name]) => /shield|badge/.test(name));
    expect(signs.length).toBeGreaterThan(5);
    for (const [name, { svg }] of signs) {
      const size = Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
      expect(size, name).toBeGreaterThanOrEqual(leastPx - 0.5);
    }
  });
});

describe('the screen of a hall', () => {
  it.each([
    [1440, 900, 1],
    [1920, 1080, 1],
    [3840, 2160, 2],
    // Half of a wide screen is no wall.
    [1920, 2160, 1],
  ])('%d × %d draws %d times as large', (width, height, factor) => {
    expect(hallFactor(width, height)).toBe(factor);
  });

  it('keeps the cartography itself where nothing is to be changed', () => {
    expect(fitCartography(cartography, 1)).toBe(cartography);
  });

  it('leaves light and dark as they are', () => {
    const { flavours } = fitCartography(cartography, 2);
    expect(flavours.light).toBe(cartography.flavours.light);
    expect(flavours.dark).toBe(cartography.flavours.dark);
  });
});
