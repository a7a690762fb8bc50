import type { PaperBox } from '../../core/sheet/lay-out.ts';

/** What a finger hits, with a little to spare for rounding. */
const LEAST_PX = 24.5;
const ROUNDS = 12;

type Sides = readonly ['x', 'width'] | readonly ['y', 'height'];
const ACROSS: Sides = ['x', 'width'];
const DOWN: Sides = ['y', 'height'];

/** Boxes in pixels, large enough to be hit; those that had to grow make room for each other. */
export function growHandles(boxes: readonly PaperBox[]): readonly PaperBox[] {
  const isSmall = boxes.map(({ width, height }) => width < LEAST_PX || height < LEAST_PX);
  const grown = boxes.map((box) => grow(grow(box, ACROSS), DOWN));
  for (let round = 0; round < ROUNDS; round += 1) {
    let isApart = true;
    for (const [at, one] of grown.entries()) {
      for (const [after, other] of grown.entries()) {
        if (after <= at || !isSmall[at] || !isSmall[after]) continue;
        const parted = part(grown[at] ?? one, other);
        if (!parted) continue;
        [grown[at], grown[after]] = parted;
        isApart = false;
      }
    }
    if (isApart) break;
  }
  return grown;
}

function grow(box: PaperBox, [at, length]: Sides): PaperBox {
  const more = Math.max(0, LEAST_PX - box[length]);
  return { ...box, [at]: box[at] - more / 2, [length]: box[length] + more };
}

/** Two that overlap, apart along the way that is shorter; null: they do not. */
function part(a: PaperBox, b: PaperBox): [PaperBox, PaperBox] | null {
  const [across, down] = [overlapOf(a, b, ACROSS), overlapOf(a, b, DOWN)];
  if (across <= 0.01 || down <= 0.01) return null;
  const [sides, by] = across < down ? ([ACROSS, across] as const) : ([DOWN, down] as const);
  const [at, length] = sides;
  const isFirst = a[at] + a[length] / 2 <= b[at] + b[length] / 2;
  const shift = (isFirst ? by : -by) / 2;
  return [
    { ...a, [at]: a[at] - shift },
    { ...b, [at]: b[at] + shift },
  ];
}

const overlapOf = (a: PaperBox, b: PaperBox, [at, length]: Sides): number =>
  Math.min(a[at] + a[length], b[at] + b[length]) - Math.max(a[at], b[at]);
