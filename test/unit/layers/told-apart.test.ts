import { describe, expect, it } from 'vitest';
import { conventions } from '../../../layers/conventions.ts';
import { cartography } from '../../../layers/index.ts';
import { markLook } from '../../../layers/mark-look.ts';
import type { MarkerSymbol } from '../../../src/contracts/theme.ts';
import { contrast, difference, VISIONS } from './colour-science.ts';

/**
 * Least CIEDE2000 of what only colour tells apart, as in palette.test.ts. Stone, Szafir & Setlur 2014, “An Engineering
 * Model for Color Difference as a Function of Size”: of marks of a third of a degree, half of all eyes tell a step of
 * about 7 in lightness; 1 is enough for large fields side by side only.
 */
const APART = 8;
/** Lengths and sizes that the eye tells apart without measuring. */
const LARGER = 1.3;

const flavours = Object.values(cartography.flavours);
const markers = cartography.themes
  .flatMap(({ classes }) => classes)
  .flatMap(({ id, symbol }) => (symbol.type === 'marker' ? [{ id, symbol }] : []));

const pairsOf = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
const leastDifference = (a: string, b: string): number =>
  Math.min(...VISIONS.map((vision) => difference(a, b, vision)));
const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);

describe('on one map, whatever the eye', () => {
  it('two markers have another drawing, another size or another colour, across all themes', () => {
    const isApart = (a: MarkerSymbol, b: MarkerSymbol): boolean =>
      a.icon !== b.icon ||
      ratio(a.sizePx, b.sizePx) >= LARGER ||
      flavours.every(
        ({ colours }) => leastDifference(colours[a.colour]!, colours[b.colour]!) >= APART,
      );
    const alike = pairsOf(markers).filter(([a, b]) => !isApart(a.symbol, b.symbol));
    expect(markers.length).toBeGreaterThan(15);
    expect(alike.map(([a, b]) => `${a.id} ${b.id}`)).toEqual([]);
  });

  it('two stages have dashes of another length or with other gaps', () => {
    const dashes = conventions.statuses.map(({ status, dash }) => ({
      status,
      on: dash?.[0] ?? Infinity,
      off: dash?.[1] ?? 0,
    }));
    const alike = pairsOf(dashes).filter(
      ([a, b]) =>
        Number.isFinite(a.on + b.on) && ratio(a.on, b.on) < LARGER && ratio(a.off, b.off) < LARGER,
    );
    expect(dashes.filter(({ on }) => on === Infinity)).toHaveLength(1);
    expect(alike).toEqual([]);
  });

  it.each(pairsOf(markLook.colours.map(({ id }) => id)))(
    'the pens %s and %s of a meeting',
    (a, b) => {
      const [first, second] = [a, b].map(
        (id) => markLook.colours.find((pen) => pen.id === id)!.value,
      );
      expect(leastDifference(first!, second!)).toBeGreaterThanOrEqual(APART);
    },
  );
});

describe.each(flavours)('on the map of the flavour $name', ({ colours }) => {
  it.each(['accent', 'preview', 'county', 'ink'])(
    '%s stands out from land and neighbours',
    (name) => {
      for (const ground of ['land', 'outside'])
        expect(contrast(colours[name]!, colours[ground]!), ground).toBeGreaterThanOrEqual(3);
    },
  );
});
