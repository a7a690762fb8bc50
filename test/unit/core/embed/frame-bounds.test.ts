import { expect, it } from 'vitest';
import { frameBounds } from '../../../../src/core/embed/frame-bounds.ts';

it('shows a box whole, with a margin, in the middle', () => {
  const { center, zoom, bearing, pitch } = frameBounds([113, 37.9, 114, 38.4], 720, 480);
  expect(center[0]).toBeCloseTo(113.5, 4);
  expect(center[1]).toBeGreaterThan(38.14);
  expect(center[1]).toBeLessThan(38.16);
  /** A degree of longitude takes 512 · 2^zoom / 360 pixels. */
  const widePx = (512 * 2 ** zoom) / 360;
  expect(widePx).toBeLessThanOrEqual(720 - 48);
  expect(widePx).toBeGreaterThan(600);
  expect([bearing, pitch]).toEqual([0, 0]);
});

it('is led by the side that is short of room', () => {
  const tall = frameBounds([113, 37.9, 114, 38.4], 2000, 200);
  expect(tall.zoom).toBeLessThan(frameBounds([113, 37.9, 114, 38.4], 720, 480).zoom);
});
