import { paintSheet, type PaintTask } from './paint-sheet.ts';

/** Dots an inch of every picture of a sheet. */
export const DPI = 300;
export const JPEG_QUALITIES = ['75', '85', '92'] as const;
export type JpegQuality = (typeof JPEG_QUALITIES)[number];
export type PictureKind = 'png' | 'jpeg';

/** A sheet as a picture; what writes JPEG comes with the first one. */
export async function paintAs(
  kind: PictureKind,
  svg: string,
  size: { readonly width: number; readonly height: number },
  quality: JpegQuality,
  task: Omit<PaintTask, 'open'>,
): Promise<Blob> {
  if (kind === 'png') return paintSheet(svg, size, DPI, task);
  const { JpegWriter } = await import('../../io/write/write-jpeg.ts');
  return paintSheet(svg, size, DPI, {
    ...task,
    open: (widthPx, heightPx, dpi) =>
      new JpegWriter(widthPx, heightPx, { dpi, quality: Number(quality) }),
  });
}
