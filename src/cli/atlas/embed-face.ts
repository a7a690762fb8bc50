import { FONT_WEIGHTS, writeFaces } from '../../core/sheet/sheet-face.ts';
import { readHaloShapes } from '../../core/sheet/read-halo-shapes.ts';
import { outlineHalos } from '../../core/sheet/outline-halos.ts';
import { cutFace } from '../fonts/cut-face.ts';

/** Gives a document the face of sheets, cut to the characters that it holds, and its names halos of that face. */
export async function embedFace(html: string): Promise<string> {
  const characters = [...new Set(html)].toSorted().join('');
  const slices = await Promise.all(
    FONT_WEIGHTS.map(async (weight) => ({
      weight,
      characters,
      bytes: await cutFace(weight, characters, 'truetype'),
    })),
  );
  const faces = writeFaces(
    slices.map(({ bytes, ...slice }) => ({
      ...slice,
      format: 'truetype',
      base64: bytes.toString('base64'),
    })),
  );
  return outlineHalos(html, readHaloShapes(slices)).replace(
    '<style>',
    () => `<style>${faces}</style><style>`,
  );
}
