import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { ClassSymbol, FeatureClass, Flavour } from '../../../src/contracts/theme.ts';
import { blend, contrast, difference, VISIONS } from './colour-science.ts';

const TEXT = 4.5;
const LINE = 3;
/** On the wall of a hall, under its lamps. */
const HALL = { text: 7, line: 4.5 };
/** Colours of the mapping standard that a hall does not darken. */
const OF_THE_STANDARD = ['water'];
/** Least CIEDE2000 of two classes that nothing but colour tells apart. */
const APART = 8;

const flavours = Object.values(cartography.flavours);
const classes = cartography.themes.flatMap((theme) => theme.classes);
const classOf = new Map(classes.map((row) => [row.id, row]));

const coloursOf = (symbol: ClassSymbol): readonly string[] => {
  switch (symbol.type) {
    case 'road':
      return [symbol.colour, symbol.casing, ...(symbol.labelColour ? [symbol.labelColour] : [])];
    case 'rail':
      return [symbol.colour, symbol.gap];
    case 'area':
      return symbol.colours;
    case 'line':
    case 'marker':
      return [symbol.colour, ...(symbol.labelColour ? [symbol.labelColour] : [])];
    case 'band':
    case 'outline':
    case 'text-only':
      return [symbol.colour];
    default:
      return symbol satisfies never;
  }
};

/** Colours in which names are written on the map. */
const labelColours = (): string[] => {
  const names = new Set(['ink', 'accent', 'graticule-text']);
  for (const { symbol } of classes) {
    if (symbol.type === 'marker') names.add(symbol.labelColour ?? symbol.colour);
    if (symbol.type === 'area') for (const name of symbol.colours) names.add(name);
    if (symbol.type === 'line' && symbol.name) names.add(symbol.labelColour ?? symbol.colour);
    if (symbol.type === 'rail' && symbol.name) names.add(symbol.colour);
  }
  return [...names];
};

const SHIELDS = ['national-expressway', 'provincial-expressway', 'national', 'provincial'] as const;

const expectReadable = (svg: string, least: number): void => {
  const ground = /<rect[^>]* fill="(#[\da-f]{6})"/.exec(svg)?.[1];
  const ink = /<text[^>]* fill="(#[\da-f]{6})"/.exec(svg)?.[1];
  expect(contrast(ink!, ground!), svg).toBeGreaterThanOrEqual(least);
};

const leastDifference = (a: string, b: string): number =>
  Math.min(...VISIONS.map((vision) => difference(a, b, vision)));

describe.each(flavours)('the flavour $name', (flavour) => {
  const { colours, tokens } = flavour;
  const TEXT_HERE = flavour.name === 'projector' ? HALL.text : TEXT;
  const LINE_HERE = flavour.name === 'projector' ? HALL.line : LINE;
  const colour = (name: string): string => {
    expect(colours, `colour "${name}"`).toHaveProperty([name]);
    return colours[name]!;
  };
  const token = (name: string): string => {
    expect(tokens, `token "${name}"`).toHaveProperty([name]);
    return tokens[name]!;
  };

  it('writes every cartographic colour as #rrggbb', () => {
    for (const [name, value] of Object.entries(colours)) {
      expect([name, value]).toEqual([name, expect.stringMatching(/^#[\da-f]{6}$/)]);
    }
  });

  it('has every colour that a class or theme names', () => {
    const named = [
      ...classes.flatMap(({ symbol }) => coloursOf(symbol)),
      ...cartography.themes.map((theme) => theme.colour),
    ];
    expect(named.filter((name) => !Object.hasOwn(colours, name))).toEqual([]);
  });

  it('has the same names of colours and tokens as the other flavours', () => {
    expect(Object.keys(colours).toSorted()).toEqual(Object.keys(flavours[0]!.colours).toSorted());
    expect(Object.keys(tokens).toSorted()).toEqual(Object.keys(flavours[0]!.tokens).toSorted());
  });

  it('has a text colour for every theme', () => {
    const missing = cartography.themes.filter(({ id }) => !Object.hasOwn(tokens, `theme-${id}`));
    expect(missing).toEqual([]);
  });

  it.each(['paper', 'card'])('keeps text readable on %s', (ground) => {
    const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'error', 'good'];
    const themes = Object.keys(tokens).filter((name) => name.startsWith('theme-'));
    for (const name of [...inks, ...themes]) {
      expect(contrast(token(name), token(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(
        TEXT_HERE,
      );
    }
  });

  it.each([
    ['accent-ink', 'accent'],
    ['ink', 'lit'],
    ['ink', 'lit-strong'],
    ['ink', 'find'],
    ['find-ink', 'find-current'],
    ['ink', 'accent-soft'],
    ['ink', 'warn-soft'],
    ['ink', 'error-soft'],
    ['ink-2', 'lit'],
    ['ink-2', 'lit-strong'],
    ['ink-3', 'lit'],
    ['accent', 'lit'],
    ['accent', 'lit-strong'],
    ['accent', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['error', 'error-soft'],
  ])('keeps %s readable on %s', (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(TEXT_HERE);
  });

  it.each(labelColours())('keeps names in %s readable on their halo', (name) => {
    expect(contrast(colour(name), colour('halo'))).toBeGreaterThanOrEqual(TEXT_HERE);
  });

  it.each(classes.filter(({ symbol }) => symbol.type === 'road'))(
    'keeps the name of a soft $id readable on its halo',
    ({ symbol }) => {
      if (symbol.type !== 'road') return;
      const usual = flavour.scheme === 'dark' ? symbol.colour : symbol.casing;
      const name = symbol.labelColour ?? usual;
      expect(contrast(colour(name), colour('halo')), name).toBeGreaterThanOrEqual(TEXT_HERE);
    },
  );

  it.each(classes.filter(({ symbol }) => /^(road|rail|line|band|outline)$/.test(symbol.type)))(
    'lets $id stand out from the land by its colour or its casing',
    ({ symbol }) => {
      const found = coloursOf(symbol).slice(0, symbol.type === 'road' ? 2 : 1);
      const best = Math.max(...found.map((name) => contrast(colour(name), colour('land'))));
      expect(best).toBeGreaterThanOrEqual(OF_THE_STANDARD.includes(found[0]!) ? LINE : LINE_HERE);
    },
  );

  it.each(classes.filter(({ symbol }) => symbol.type === 'marker'))(
    'lets the icon of $id stand out from the land',
    ({ symbol }) => {
      expect(contrast(colour(coloursOf(symbol)[0]!), colour('land'))).toBeGreaterThanOrEqual(LINE);
    },
  );

  it('keeps the lettering of shields readable, in the colours of GB 5768.2', () => {
    for (const style of SHIELDS) {
      expectReadable(cartography.drawShield(style, 'G5', flavour).svg, TEXT);
    }
  });

  it('keeps the lettering of badges readable', () => {
    for (const { symbol } of classes) {
      if (symbol.type !== 'band') continue;
      expectReadable(cartography.drawBadge('纵一', symbol.colour, flavour).svg, TEXT_HERE);
    }
  });

  it('keeps zones apart as they lie on the land, where their names stand in them', () => {
    const opacity = flavour.scheme === 'dark' ? 0.42 : 0.3;
    const least = flavour.scheme === 'dark' ? 4 : 2.5;
    const laid = zoneColours().map((name) => blend(colour(name), colour('land'), opacity));
    for (const [a, b] of pairsOf(laid)) {
      expect(leastDifference(a, b), `${a} and ${b}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(pairsOf(zoneColours()))('keeps %s and %s apart for every eye', (a, b) => {
    expect(leastDifference(colour(a), colour(b))).toBeGreaterThanOrEqual(APART);
  });

  it.each(rivals())('keeps %s and %s apart for every eye', (a, b) => {
    const [first, second] = [classOf.get(a)!, classOf.get(b)!];
    const apart = leastDifference(mainColour(first, flavour), mainColour(second, flavour));
    expect(apart).toBeGreaterThanOrEqual(leastFor(first, second));
  });
});

describe('the exceptions from colour-blind distance', () => {
  it.each(exceptions())('%s and %s really differ by %s', (a, b, by) => {
    const [first, second] = [classOf.get(a)!.symbol, classOf.get(b)!.symbol];
    expect(first.type).toBe(second.type);
    if (by === 'icon')
      expect('icon' in first && first.icon).not.toBe('icon' in second && second.icon);
    else expect(sizeRatio(first, second)).toBeGreaterThanOrEqual(1.3);
  });

  it('are needed, each by some flavour', () => {
    const idle = exceptions().filter(([a, b]) =>
      flavours.every(
        (flavour) =>
          leastDifference(
            mainColour(classOf.get(a)!, flavour),
            mainColour(classOf.get(b)!, flavour),
          ) >= APART,
      ),
    );
    expect(idle).toEqual([]);
  });
});

type Exception = readonly [a: string, b: string, by: 'icon' | 'size', least: number];

/**
 * Pairs that colour alone need not tell apart, what does, and how close the colours may come.
 * Markers of one theme share its colour on purpose; their icons are different drawings.
 */
function exceptions(): readonly Exception[] {
  const works = ['power-plant', 'solar', 'pumped-storage', 'hydropower'];
  const sights = ['scenic-area', 'heritage', 'hot-spring', 'traditional-village', 'resort'];
  const seats = ['county-seat', 'town-seat', 'township-seat'];
  const sameColour = [works, sights, seats].flatMap(pairsOf).map(([a, b]) => [a, b, 'icon', 0]);
  return [
    ...(sameColour as unknown as Exception[]),
    ...sights.slice(1).map((id): Exception => [id, 'scenic-spot', 'icon', 0]),
    // One drawing, for one is a greater thing of the same kind.
    ['scenic-area', 'scenic-spot', 'size', 0],
    ['logistics-hub', 'logistics-node', 'icon', 0],
    // Browns by the standard: 工业 and 采矿.
    ['park', 'coal-mine', 'icon', 3],
    ...works.map((id): Exception => ['park', id, 'icon', 6]),
    // Rings beside a dot: the projector has blacks for both.
    ...seats.map((id): Exception => [id, 'village', 'icon', 6]),
  ];
}

/** Pairs of classes that are drawn by the same kind of symbol; markers only within their theme. */
function rivals(): readonly (readonly [string, string])[] {
  const kinds = ['road', 'rail', 'line', 'band'] as const;
  const lines = kinds.map((type) => classes.filter(({ symbol }) => symbol.type === type));
  const markers = cartography.themes.map((theme) =>
    theme.classes.filter(({ symbol }) => symbol.type === 'marker'),
  );
  return [...lines, ...markers].flatMap((rows) => pairsOf(rows.map(({ id }) => id)));
}

function leastFor(a: FeatureClass, b: FeatureClass): number {
  const found = exceptions().find((row) => row.includes(a.id) && row.includes(b.id));
  return found?.[3] ?? APART;
}

function zoneColours(): readonly string[] {
  return classes.flatMap(({ symbol }) => (symbol.type === 'area' ? symbol.colours : []));
}

function mainColour({ symbol }: FeatureClass, flavour: Flavour): string {
  return flavour.colours[coloursOf(symbol)[0]!]!;
}

function sizeRatio(a: ClassSymbol, b: ClassSymbol): number {
  const size = (symbol: ClassSymbol): number =>
    symbol.type === 'marker' ? symbol.sizePx : 'widthPx' in symbol ? symbol.widthPx : 0;
  return Math.max(size(a), size(b)) / Math.min(size(a), size(b));
}

function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}
