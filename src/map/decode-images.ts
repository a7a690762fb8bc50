import type { SvgImage } from '../contracts/theme.ts';

export interface DecodedImage {
  readonly element: ImageData;
  /** Image pixels per CSS pixel. */
  readonly ratio: number;
}

/** Draws SVG icons at the screen's resolution, at least twofold, so that they stay crisp. */
export async function decodeImages(
  images: Readonly<Record<string, SvgImage>>,
): Promise<ReadonlyMap<string, DecodedImage>> {
  const ratio = Math.max(2, Math.ceil(globalThis.devicePixelRatio || 1));
  const decoded = await Promise.all(
    Object.entries(images).map(async ([name, image]): Promise<[string, DecodedImage]> => {
      const picture = new Image(image.widthPx * ratio, image.heightPx * ratio);
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(image.svg)}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.widthPx * ratio;
      canvas.height = image.heightPx * ratio;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error(`No 2D canvas to draw the icon "${name}" with.`);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const element = context.getImageData(0, 0, canvas.width, canvas.height);
      return [name, { element, ratio }];
    }),
  );
  return new Map(decoded);
}
