import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { markLook } from '../../../layers/mark-look.ts';
import { contrast, difference } from './colour-science.ts';

describe('the look of marks', () => {
  it.each(markLook.colours)('keeps 4.5 : 1 for the $id pen on the glow', ({ value }) => {
    expect(contrast(value, markLook.glow)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.values(cartography.flavours))(
    'has a glow that no colour of the $name map comes near',
    ({ colours }) => {
      const near = Object.entries(colours).filter(
        ([, value]) => difference(value, markLook.glow) < 15,
      );
      expect(near).toEqual([]);
    },
  );
});
