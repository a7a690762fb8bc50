import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { SceneStyle } from '../../../src/contracts/map-port.ts';
import { buildStyle } from '../../../src/core/build-scene.ts';
import { FOCUS, PREVIEW, RUBBER, SKETCH, toStyleSpecification } from '../../../src/map/to-style.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';

const createStyle = (): SceneStyle =>
  buildStyle(createBundle(), cartography, cartography.flavours.light, 'zh-Hans');

describe('toStyleSpecification', () => {
  it('names no address: no glyphs, no sprite, no tiles', () => {
    expect(Object.keys(toStyleSpecification(createStyle())).toSorted()).toEqual([
      'layers',
      'sources',
      'version',
    ]);
  });

  it('hands every source over as it is, with the id that carries the feature state', () => {
    const style = createStyle();
    const { sources } = toStyleSpecification(style);
    for (const [id, data] of Object.entries(style.sources)) {
      expect(sources[id]).toMatchObject({ type: 'geojson', promoteId: 'id' });
      const source = sources[id];
      expect(source?.type === 'geojson' && source.data).toBe(data);
    }
  });

  it('adds the empty sources of the selection’s names, of previews and of what is measured, and no other', () => {
    const style = createStyle();
    const { sources } = toStyleSpecification(style);
    expect(Object.keys(sources)).toEqual([
      ...Object.keys(style.sources),
      FOCUS,
      PREVIEW,
      SKETCH,
      RUBBER,
    ]);
    expect(sources[FOCUS]).toMatchObject({ data: { features: [] } });
  });

  it('keeps the layers and their order', () => {
    const style = createStyle();
    expect(toStyleSpecification(style).layers).toEqual(style.layers);
  });

  it('leaves the style as it was', () => {
    const style = createStyle();
    const before = structuredClone(style);
    toStyleSpecification(style);
    expect(style).toEqual(before);
  });
});
