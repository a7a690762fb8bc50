import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';

/** How far a pixel's strongest channel is from its weakest before it counts as coloured, 0–255. */
const COLOURED = 48;
const FEWEST_PIXELS = 60;

/**
 * True when what is seen of an element holds coloured signs: the grounds, the outline and the words of an atlas that
 * waits for its map are all but grey.
 */
export async function isPainted(element: Locator): Promise<boolean> {
  const { data } = PNG.sync.read(await element.screenshot());
  let coloured = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURED) coloured += 1;
  }
  return coloured >= FEWEST_PIXELS;
}
