import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { findUndrawn } from '../../../src/core/find-undrawn.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

describe('findUndrawn', () => {
  it('has nothing to say of the shipped bundle', async () => {
    expect(findUndrawn((await readShippedBundle()).bundle, cartography)).toBeNull();
  });

  it('names the layer and kind that no class draws', async () => {
    const { bundle } = await readShippedBundle();
    const [first, ...rest] = bundle.features.features;
    const odd = { ...first!, properties: { ...first!.properties, layer: 'canals', kind: 'canal' } };
    const changed = { ...bundle, features: { ...bundle.features, features: [odd, ...rest] } };
    expect(findUndrawn(changed, cartography)).toMatchObject({
      code: 'kind-not-drawn',
      at: first!.properties.id,
      message: expect.stringContaining('canals/canal') as string,
    });
  });
});
