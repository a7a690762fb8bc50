import { expect, it } from 'vitest';
import { meets } from '../../../src/core/sheet/place-part.ts';
import { growHandles } from '../../../src/elements/plan-sheet/grow-handles.ts';

it('small handles are large enough to be hit, and do not cover each other', () => {
  const row = [
    { x: 288, y: 697, width: 26, height: 3 },
    { x: 317, y: 697, width: 20, height: 3 },
    { x: 340, y: 697, width: 18, height: 3 },
    { x: 300, y: 679, width: 67, height: 8 },
  ];
  const grown = growHandles(row);
  for (const { width, height } of grown) {
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
  }
  for (const [at, one] of grown.entries())
    for (const other of grown.slice(at + 1)) expect(meets(one, other)).toBe(false);
});

it('a large part is as large as it is, and a small one may lie on it', () => {
  const large = { x: 0, y: 0, width: 200, height: 100 };
  const small = { x: 90, y: 40, width: 10, height: 10 };
  const [as, grown] = growHandles([large, small]);
  expect(as).toEqual(large);
  expect(grown!.x + grown!.width / 2).toBeCloseTo(95);
  expect(grown!.y + grown!.height / 2).toBeCloseTo(45);
});
