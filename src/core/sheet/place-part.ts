import type { PartPlace, SheetPart } from '../../contracts/sheet.ts';
import type { PaperBox, SheetLayout } from './lay-out.ts';

type Size = Pick<PaperBox, 'width' | 'height'>;
type Corner = Pick<PaperBox, 'x' | 'y'>;
type Paper = Pick<SheetLayout, 'sheet' | 'marginMm'>;

/** Less room than this tells nothing of where a part is meant to stand. */
const LEAST_ROOM_MM = 1;

const clamp = (value: number, most: number): number =>
  Math.min(Math.max(0, most), Math.max(0, value));

/** Keeps a part of this size on the paper. */
export const keepOnPaper = ({ x, y }: Corner, size: Size, { sheet }: Paper): Corner => ({
  x: clamp(x, sheet.width - size.width),
  y: clamp(y, sheet.height - size.height),
});

/** The upper left corner of a part, in millimetres; never off the paper. */
export function placePart([across, down]: PartPlace, size: Size, paper: Paper): Corner {
  const { sheet, marginMm } = paper;
  const place = (share: number, length: number, taken: number): number =>
    marginMm + share * roomFor(length, taken, marginMm);
  return keepOnPaper(
    {
      x: place(across, sheet.width, size.width),
      y: place(down, sheet.height, size.height),
    },
    size,
    paper,
  );
}

/** The other way round: what to keep of where a part stands. */
export function readPlace(box: PaperBox, paper: Paper): PartPlace {
  const { sheet, marginMm } = paper;
  const { x, y } = keepOnPaper(box, box, paper);
  const share = (at: number, length: number, taken: number): number => {
    const room = roomFor(length, taken, marginMm);
    return room === 0 ? 0 : toMillionths((at - marginMm) / room);
  };
  return [share(x, sheet.width, box.width), share(y, sheet.height, box.height)];
}

function roomFor(lengthMm: number, takenMm: number, marginMm: number): number {
  const room = lengthMm - 2 * marginMm - takenMm;
  return Math.abs(room) < LEAST_ROOM_MM ? 0 : room;
}

const toMillionths = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;

/** A part that was moved, and what it lies over: another part, or the map's frame. */
export interface Overlap {
  readonly part: SheetPart;
  readonly over: SheetPart | 'map';
}

/** These belong over the map. */
const OVER_MAP: ReadonlySet<SheetPart> = new Set(['north', 'watermark']);

/** What the user's own layout lays over something else; allowed, and told. */
export function findOverlaps(
  boxes: Readonly<Partial<Record<SheetPart, PaperBox>>>,
  map: PaperBox,
  moved: Readonly<Partial<Record<SheetPart, PartPlace>>>,
): readonly Overlap[] {
  const parts = (Object.keys(boxes) as SheetPart[]).filter((part) => part !== 'watermark');
  const found: Overlap[] = [];
  for (const [at, part] of parts.entries()) {
    const box = boxes[part]!;
    if (moved[part] && !OVER_MAP.has(part) && meets(box, map)) found.push({ part, over: 'map' });
    for (const over of parts.slice(at + 1)) {
      if (!(moved[part] || moved[over]) || !meets(box, boxes[over]!)) continue;
      found.push(moved[part] ? { part, over } : { part: over, over: part });
    }
  }
  return found;
}

/** Boxes that only touch do not meet. */
export const meets = (a: PaperBox, b: PaperBox): boolean =>
  a.x + a.width > b.x + 0.1 &&
  b.x + b.width > a.x + 0.1 &&
  a.y + a.height > b.y + 0.1 &&
  b.y + b.height > a.y + 0.1;
