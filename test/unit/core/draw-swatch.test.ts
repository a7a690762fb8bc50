import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { drawLineSample, drawSwatch } from '../../../src/core/draw-swatch.ts';

const classes = cartography.themes.flatMap((theme) => theme.classes);
const flavours = Object.values(cartography.flavours);

describe('drawSwatch', () => {
  it('draws every class in every flavour with colours of that flavour', () => {
    for (const flavour of flavours) {
      for (const featureClass of classes) {
        const image = drawSwatch(featureClass, flavour, cartography, { dash: null, isSoft: false });
        expect(image.svg, featureClass.id).toMatch(/^<svg [\s\S]*<\/svg>$/);
        expect(image.svg, featureClass.id).not.toMatch(/undefined|NaN/);
        expect(image.widthPx).toBeGreaterThan(0);
      }
    }
  });

  it('draws one area in its own colour and a class of areas in all of theirs', () => {
    const zones = classes.find(({ symbol }) => symbol.type === 'area')!;
    const { light } = cartography.flavours;
    const names = zones.symbol.type === 'area' ? zones.symbol.colours : [];
    const all = drawSwatch(zones, light, cartography, { dash: null, isSoft: true });
    const second = drawSwatch(zones, light, cartography, {
      dash: null,
      isSoft: true,
      areaPosition: 1,
    });
    for (const name of names) expect(all.svg).toContain(light.colours[name]);
    expect(second.svg).toContain(light.colours[names[1]!]);
    expect(second.svg).not.toContain(light.colours[names[0]!]);
  });

  it('draws a stage dashed and an unsure line soft', () => {
    const { light } = cartography.flavours;
    expect(drawLineSample(light, { dash: [2, 1], isSoft: false }).svg).toContain(
      'stroke-dasharray="4 2"',
    );
    expect(drawLineSample(light, { dash: null, isSoft: true }).svg).toContain('feGaussianBlur');
  });
});
