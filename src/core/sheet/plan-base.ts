import type { TileSource } from '../../contracts/base-map.ts';
import { toPlane } from '../draw-scene/viewport.ts';
import type { SheetFrame } from './sheet-frame.ts';

/** Circumference of Web Mercator's world at the equator, in metres. */
const EQUATOR_M = 40_075_016.686;
const MM_PER_INCH = 25.4;
/** Pictures below this look coarse on paper, and above the other nobody sees more. */
export const BASE_DPI = [150, 300] as const;
/** More is unkind to a server, and would take minutes. */
export const MOST_BASE_TILES = 800;
/** Side of a piece in pixels, without the pixel on each side that it shares with its neighbours. */
const PIECE_PX = 512;
const BLEED_PX = 1;
/** Between nodes the plane of the sheet and Web Mercator are as good as straight: less than 0.01 mm apart. */
const MESH_PX = 64;

type Source = Pick<TileSource, 'tilePx' | 'minZoom' | 'maxZoom'>;

/** How a base map is laid under a sheet's map. */
export interface BasePlan {
  /** Of the source's own tiles. */
  readonly zoom: number;
  readonly tilePx: number;
  /** Of the source on this paper; below 150 where the source has no closer tiles. */
  readonly sourceDpi: number;
  /** Of what is laid under the map. */
  readonly dpi: number;
  readonly pieces: readonly BasePiece[];
  /** How many tiles are asked for. */
  readonly tileCount: number;
}

/** Columns and rows of tiles, both ends included. */
interface TileRange {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** A rectangle of the picture that is laid under the map. */
export interface BasePiece {
  /** In pixels of `dpi` from the map's upper left corner; a bleed reaches beyond the map. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly tiles: TileRange;
  readonly mesh: BaseMesh;
}

/** Where nodes of a piece lie on the source's plane, in its pixels; row by row from the piece's upper left corner. */
interface BaseMesh {
  readonly stepPx: number;
  readonly columns: number;
  readonly places: Float64Array;
}

/** The coarsest zoom of the source that has 150 dots an inch on this paper, so at most 300; its closest where none has. */
export function planBase(frame: SheetFrame, source: Source): BasePlan {
  const { tilePx, minZoom, maxZoom } = source;
  const { scale, widthMm, heightMm, viewport } = frame;
  const atEquator = EQUATOR_M * Math.cos((viewport.center[1] * Math.PI) / 180);
  const dpiOf = (zoom: number): number =>
    (scale / 1000) * MM_PER_INCH * ((tilePx * 2 ** zoom) / atEquator);
  const wanted = Math.ceil(Math.log2(BASE_DPI[0] / dpiOf(0)));
  const zoom = Math.min(maxZoom, Math.max(minZoom, 0, wanted));
  const sourceDpi = dpiOf(zoom);
  const dpi = Math.min(BASE_DPI[1], Math.max(BASE_DPI[0], sourceDpi));
  const pxPerMm = dpi / MM_PER_INCH;
  const worldPx = tilePx * 2 ** zoom;
  const pieces: BasePiece[] = [];
  for (let top = 0; top < heightMm * pxPerMm; top += PIECE_PX) {
    for (let left = 0; left < widthMm * pxPerMm; left += PIECE_PX) {
      const box = {
        left: left - BLEED_PX,
        top: top - BLEED_PX,
        width: Math.min(PIECE_PX, Math.ceil(widthMm * pxPerMm) - left) + 2 * BLEED_PX,
        height: Math.min(PIECE_PX, Math.ceil(heightMm * pxPerMm) - top) + 2 * BLEED_PX,
      };
      const mesh = buildMesh(box, pxPerMm, frame, worldPx);
      pieces.push({ ...box, mesh, tiles: tilesOf(mesh, tilePx, 2 ** zoom) });
    }
  }
  const tiles = new Set(
    pieces.flatMap((piece) => listTiles(piece.tiles).map(({ x, y }) => `${x}/${y}`)),
  );
  return { zoom, tilePx, sourceDpi, dpi, pieces, tileCount: tiles.size };
}

export function listTiles({
  west,
  north,
  east,
  south,
}: TileRange): { readonly x: number; readonly y: number }[] {
  const columns = Array.from({ length: east - west + 1 }, (_, at) => west + at);
  const rows = Array.from({ length: south - north + 1 }, (_, at) => north + at);
  return rows.flatMap((y) => columns.map((x) => ({ x, y })));
}

function buildMesh(
  box: Pick<BasePiece, 'left' | 'top' | 'width' | 'height'>,
  pxPerMm: number,
  { unproject }: SheetFrame,
  worldPx: number,
): BaseMesh {
  const columns = Math.ceil(box.width / MESH_PX) + 1;
  const rows = Math.ceil(box.height / MESH_PX) + 1;
  const places = new Float64Array(columns * rows * 2);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lngLat = unproject(
        (box.left + column * MESH_PX) / pxPerMm,
        (box.top + row * MESH_PX) / pxPerMm,
      );
      const [x, y] = toPlane([...lngLat]);
      places.set([x * worldPx, y * worldPx], (row * columns + column) * 2);
    }
  }
  return { stepPx: MESH_PX, columns, places };
}

function tilesOf({ places }: BaseMesh, tilePx: number, count: number): TileRange {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    west = Math.min(west, places[at]!);
    east = Math.max(east, places[at]!);
    north = Math.min(north, places[at + 1]!);
    south = Math.max(south, places[at + 1]!);
  }
  const tile = (px: number): number => Math.min(count - 1, Math.max(0, Math.floor(px / tilePx)));
  // A pixel's colour is mixed from its neighbours'.
  return {
    west: tile(west - 1),
    north: tile(north - 1),
    east: tile(east + 1),
    south: tile(south + 1),
  };
}

/** Tiles of a piece side by side, four bytes a pixel; where one is missing, nothing (alpha 0). */
export interface TileMosaic {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * A piece of the picture: every pixel's colour is read where its ground lies in the tiles, mixed from the four nearest.
 * @returns four bytes a pixel, and whether all of it is covered
 */
export function warpPiece(
  piece: BasePiece,
  mosaic: TileMosaic,
  tilePx: number,
): { readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly isWhole: boolean } {
  const { width, height, mesh, tiles } = piece;
  const { stepPx, columns, places } = mesh;
  const pixels = new Uint8ClampedArray(width * height * 4);
  let isWhole = true;
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y + 0.5) / stepPx);
    const down = (y + 0.5) / stepPx - row;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor((x + 0.5) / stepPx);
      const along = (x + 0.5) / stepPx - column;
      const at = (row * columns + column) * 2;
      const below = at + columns * 2;
      const mix = (axis: 0 | 1): number =>
        (places[at + axis]! * (1 - along) + places[at + 2 + axis]! * along) * (1 - down) +
        (places[below + axis]! * (1 - along) + places[below + 2 + axis]! * along) * down;
      const isCovered = readColour(
        mosaic,
        mix(0) - tiles.west * tilePx - 0.5,
        mix(1) - tiles.north * tilePx - 0.5,
        pixels,
        (y * width + x) * 4,
      );
      isWhole &&= isCovered;
    }
  }
  return { pixels, isWhole };
}

/** Mixes the four pixels round a place, each as far as it covers. @returns whether all of them cover */
function readColour(
  { data, width, height }: TileMosaic,
  x: number,
  y: number,
  into: Uint8ClampedArray,
  to: number,
): boolean {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const along = Math.min(1, Math.max(0, x - left));
  const down = Math.min(1, Math.max(0, y - top));
  const places = [
    (top * width + left) * 4,
    (top * width + right) * 4,
    (bottom * width + left) * 4,
    (bottom * width + right) * 4,
  ] as const;
  const a = (1 - along) * (1 - down) * data[places[0] + 3]!;
  const b = along * (1 - down) * data[places[1] + 3]!;
  const c = (1 - along) * down * data[places[2] + 3]!;
  const d = along * down * data[places[3] + 3]!;
  const cover = a + b + c + d;
  if (cover > 0) {
    for (let channel = 0; channel < 3; channel += 1) {
      into[to + channel] =
        (a * data[places[0] + channel]! +
          b * data[places[1] + channel]! +
          c * data[places[2] + channel]! +
          d * data[places[3] + channel]!) /
        cover;
    }
  }
  into[to + 3] = cover;
  return cover > 254.5;
}
