import { expect, it } from 'vitest';
import { outlineHalos, type HaloShapes } from '../../../../src/core/sheet/outline-halos.ts';

/** Every letter is a square of half an em; 缺 is missing. */
const shapes: HaloShapes = {
  unitsPerEm: 1000,
  outlineOf: (sign) => (sign === '缺' ? null : { path: 'M0 0L500 0L500 -500Z', advanceEm: 0.5 }),
};
const draw = (text: string): string =>
  `<svg viewBox="0 0 9 9"><g font-size="10" fill="#111" stroke="#fff" stroke-width="2" stroke-linejoin="round" ` +
  `paint-order="stroke" opacity=".5">${text}</g></svg>`;

it('draws a halo as shapes under the words, each letter where the anchor puts it', () => {
  const drawn = outlineHalos(draw('<text x="100" y="20" text-anchor="middle">ab</text>'), shapes);
  expect(drawn).toContain('<defs><path id="h400-61" d="M0 0L500 0L500 -500Z"/>');
  const places = [
    ...drawn.matchAll(/translate\((\S+) (\S+)\) scale\((\S+)\)" stroke-width="(\d+)"/g),
  ];
  expect(places.map(([, ...numbers]) => numbers.map(Number))).toEqual([
    [95, 20, 0.01, 200],
    [100, 20, 0.01, 200],
  ]);
  // The words are there once, and are painted without a stroke; the whole fades as before.
  expect(drawn.match(/<text/g)).toHaveLength(1);
  expect(drawn).toMatch(/<g opacity="\.5"><g fill="none" stroke="#fff"/);
  expect(drawn).toMatch(/<g font-size="10" fill="#111"><text/);
});

it('turns letters that stand along a line with them', () => {
  const drawn = outlineHalos(draw('<text x="1 2" y="3 4" rotate="30 -5">ab</text>'), shapes);
  expect(drawn).toContain('translate(1 3) rotate(30) scale(0.01000)');
  expect(drawn).toContain('translate(2 4) rotate(-5) scale(0.01000)');
});

it('leaves names alone that the face cannot set, and text without a halo', () => {
  const lacking = draw('<text x="1" y="2">a缺</text>');
  expect(outlineHalos(lacking, shapes)).toBe(lacking);
  const plain = '<svg><g font-size="10"><text x="1" y="2">a</text></g></svg>';
  expect(outlineHalos(plain, shapes)).toBe(plain);
});
