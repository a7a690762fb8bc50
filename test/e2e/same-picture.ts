import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** A picture of the map alone, without what lies over it. */
export async function photographMap(page: Page): Promise<Buffer> {
  return page.locator('plan-atlas plan-map').first().screenshot({ animations: 'disabled' });
}

/** Share of the pixels that differ, 0–1. */
export function differingShare(one: Uint8Array, other: Uint8Array): number {
  // The same file holds the same picture.
  if (Buffer.compare(one, other) === 0) return 0;
  const a = PNG.sync.read(Buffer.from(one));
  const b = PNG.sync.read(Buffer.from(other));
  if (a.width !== b.width || a.height !== b.height) return 1;
  const { width, height } = a;
  return (
    pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 }) / (width * height)
  );
}
