/** Base maps on sheets: a place of the tiles comes to lie where the sheet has it, and only what is needed is asked for. */
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../../src/contracts/bundle.ts';
import { toPlane } from '../../../../src/core/draw-scene/viewport.ts';
import {
  BASE_DPI,
  listTiles,
  planBase,
  warpPiece,
  type BasePiece,
} from '../../../../src/core/sheet/plan-base.ts';
import { createSheetFrame, SCALES } from '../../../../src/core/sheet/sheet-frame.ts';
import { writeUnderlay } from '../../../../src/core/sheet/underlay.ts';

const SOURCE = { tilePx: 256, minZoom: 0, maxZoom: 20 };

/** Tiles whose red and green tell the column and row within 256 pixels, exact to a pixel. */
function paintMosaic({ tiles }: BasePiece): ImageData {
  const width = (tiles.east - tiles.west + 1) * 256;
  const height = (tiles.south - tiles.north + 1) * 256;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([x % 256, y % 256, 0, 255], (y * width + x) * 4);
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData;
}

describe('the resolution', () => {
  it.each(SCALES)('is 150 to 300 dots an inch at 1:%i', (scale) => {
    for (const lat of [18, 38.1, 53]) {
      for (const tilePx of [256, 512]) {
        const frame = createSheetFrame([113.4, lat], scale, 100, 80);
        const { sourceDpi, dpi } = planBase(frame, { ...SOURCE, tilePx });
        expect(sourceDpi).toBeGreaterThanOrEqual(BASE_DPI[0]);
        expect(sourceDpi).toBeLessThan(BASE_DPI[1]);
        expect(dpi).toBeCloseTo(sourceDpi, 6);
      }
    }
  });

  it('is what the source has where it has no closer tiles', () => {
    const frame = createSheetFrame([113.4, 38.1], 50_000, 100, 80);
    const plan = planBase(frame, { ...SOURCE, maxZoom: 10 });
    expect(plan.zoom).toBe(10);
    expect(plan.sourceDpi).toBeLessThan(20);
    expect(plan.dpi).toBe(150);
  });
});

describe('the warp', () => {
  it.each([
    [113.4, 38.1, 100_000],
    [112.6, 38.1, 500_000],
    [114.9, 38.3, 300_000],
    [87.6, 43.8, 250_000],
  ] as const)('at %d° E %d° N, 1:%i, is off by less than 0.1 mm anywhere', (lng, lat, scale) => {
    const frame = createSheetFrame([lng, lat], scale, 260, 180);
    const plan = planBase(frame, SOURCE);
    const pxPerMm = plan.dpi / 25.4;
    let worstMm = 0;
    for (const piece of [
      plan.pieces[0]!,
      plan.pieces.at(-1)!,
      plan.pieces[plan.pieces.length >> 1]!,
    ]) {
      const { pixels, isWhole } = warpPiece(piece, paintMosaic(piece), 256);
      expect(isWhole).toBe(true);
      for (let y = 3; y < piece.height; y += 37) {
        for (let x = 3; x < piece.width; x += 37) {
          const place: LngLat = frame.unproject(
            (piece.left + x + 0.5) / pxPerMm,
            (piece.top + y + 0.5) / pxPerMm,
          );
          const [u, v] = toPlane([...place]).map((one) => (one * 256 * 2 ** plan.zoom - 0.5) % 256);
          // At a tile's edge the colours of this picture jump.
          if (u! < 2 || v! < 2 || u! > 253 || v! > 253) continue;
          const at = (y * piece.width + x) * 4;
          const offPx = Math.hypot(pixels[at]! - u!, pixels[at + 1]! - v!);
          worstMm = Math.max(worstMm, (offPx / plan.sourceDpi) * 25.4);
        }
      }
    }
    // Colours are whole numbers, so half a pixel of each is not the warp's.
    expect(worstMm).toBeLessThan(0.1 + (0.71 / plan.sourceDpi) * 25.4);
  });

  it('leaves holes where tiles are missing, and says so', () => {
    const frame = createSheetFrame([113.4, 38.1], 100_000, 60, 40);
    const piece = planBase(frame, SOURCE).pieces[0]!;
    const mosaic = paintMosaic(piece);
    for (let at = 3; at < mosaic.data.length; at += 4) {
      if ((at >> 2) % mosaic.width < mosaic.width / 2) mosaic.data[at] = 0;
    }
    const { pixels, isWhole } = warpPiece(piece, mosaic, 256);
    expect(isWhole).toBe(false);
    const covered = pixels.filter((_, at) => at % 4 === 3);
    expect(covered).toContain(0);
    expect(covered).toContain(255);
  });
});

describe('the pieces', () => {
  const frame = createSheetFrame([113.4, 38.1], 200_000, 300, 240);
  const plan = planBase(frame, SOURCE);

  it('cover the whole map, and share a pixel with their neighbours', () => {
    const pxPerMm = plan.dpi / 25.4;
    const reach = (side: 'left' | 'top', length: 'width' | 'height'): number =>
      Math.max(...plan.pieces.map((piece) => piece[side] + piece[length]));
    expect(Math.min(...plan.pieces.map(({ left }) => left))).toBe(-1);
    expect(reach('left', 'width')).toBeGreaterThanOrEqual(300 * pxPerMm);
    expect(reach('top', 'height')).toBeGreaterThanOrEqual(240 * pxPerMm);
    const [first, second] = plan.pieces;
    expect(first!.left + first!.width - second!.left).toBe(2);
  });

  it('ask for each tile once', () => {
    const all = plan.pieces.flatMap(({ tiles }) => listTiles(tiles).map(({ x, y }) => `${x}/${y}`));
    expect(plan.tileCount).toBe(new Set(all).size);
  });

  it('lie in pixels of the map, under its opacity', () => {
    const picture = { left: 150, top: 0, width: 150, height: 150, href: 'data:image/png;base64,x' };
    const svg = writeUnderlay([picture], 150, 0.5);
    expect(svg).toContain('opacity="0.5"');
    // An inch is 96 pixels.
    expect(svg).toContain('<image x="96" y="0" width="96" height="96"');
  });
});
