import type { Box } from './viewport.ts';

/** The places that are taken. Names are few, so every box is asked. */
export class Collisions {
  readonly #taken: Box[];
  readonly #frame: Box;

  constructor(frame: Box, taken: readonly Box[]) {
    this.#frame = frame;
    this.#taken = [...taken];
  }

  /** Free, and whole in the frame: a name that the frame would cut is left out. */
  isFree(boxes: readonly Box[]): boolean {
    return boxes.every(
      (box) =>
        box.left >= this.#frame.left &&
        box.top >= this.#frame.top &&
        box.right <= this.#frame.right &&
        box.bottom <= this.#frame.bottom &&
        !this.#taken.some((other) => overlaps(box, other)),
    );
  }

  take(boxes: readonly Box[]): void {
    this.#taken.push(...boxes);
  }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A box of this size round a point, with padding on every side. */
export function boxRound(
  x: number,
  y: number,
  widthPx: number,
  heightPx: number,
  paddingPx: number,
): Box {
  const [reachX, reachY] = [widthPx / 2 + paddingPx, heightPx / 2 + paddingPx];
  return { left: x - reachX, top: y - reachY, right: x + reachX, bottom: y + reachY };
}
