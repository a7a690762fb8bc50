import type { HaloShapes } from './outline-halos.ts';
import type { FontSlice } from './sheet-face.ts';
import { readOutlines } from './read-outlines.ts';

/** The shapes of a face from the slices that are at hand. */
export function readHaloShapes(
  slices: readonly (FontSlice & { readonly bytes: Uint8Array })[],
): HaloShapes {
  const fonts = slices.map(({ weight, bytes }) => ({ weight, ...readOutlines(bytes) }));
  return {
    unitsPerEm: fonts[0]?.unitsPerEm ?? 1000,
    outlineOf: (sign, weight) => {
      for (const font of fonts) {
        const outline = font.weight === weight ? font.outlineOf(sign) : null;
        if (outline) return outline;
      }
      return null;
    },
  };
}
