import type { StyleLayer } from '../../contracts/map-port.ts';
import type {
  Cartography,
  ClassSymbol,
  FeatureClass,
  Flavour,
  Theme,
} from '../../contracts/theme.ts';
import {
  areaStrengths,
  byClass,
  byFocus,
  firmColour,
  isClass,
  namedColour,
  shown,
  SOFT_DASH,
  widen,
  type Expression,
} from './expressions.ts';
import { FADE_STEPS } from './sources.ts';

const IS_EXISTING: Expression = ['==', ['get', 'status'], 'existing'];
const IS_SOFT: Expression = ['get', 'soft'];
const IS_INFERRED: Expression = ['==', ['get', 'acc'], 'inferred'];
/** Surveyed lines are crisp; digitised ones a shade less so. */
const BLUR: Expression = ['case', ['==', ['get', 'acc'], 'surveyed'], 0, 0.6];

/** Ground, lines and areas, lowest first; symbols are in symbol-layers.ts. */
export function buildGroundLayers(cartography: Cartography, flavour: Flavour): StyleLayer[] {
  const { colours } = flavour;
  return [
    { id: 'outside', type: 'background', paint: { 'background-color': colours['outside'] } },
    {
      id: 'land',
      type: 'fill',
      source: 'ground',
      filter: ['==', ['get', 'part'], 'land'],
      paint: {
        'fill-color': colours['land'],
        'fill-opacity': shown(1),
        'fill-antialias': false,
      },
    },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: {
        'line-color': colours['graticule'],
        'line-width': 0.8,
        'line-opacity': ['coalesce', ['feature-state', 'o'], 0],
      },
    },
    ...cartography.themes.flatMap((theme) => buildAreaLayers(theme, flavour)),
    buildCircleFill(flavour),
    buildCircleRim(flavour),
    ...cartography.themes.flatMap((theme) => buildLineLayers(theme, cartography, flavour)),
    {
      id: 'mask',
      type: 'fill',
      source: 'ground',
      filter: ['==', ['get', 'part'], 'mask'],
      paint: {
        'fill-color': colours['outside'],
        'fill-opacity': shown(0.55),
        'fill-antialias': false,
      },
    },
    ...cartography.themes.flatMap((theme) => buildOutlineLayers(theme, flavour)),
  ];
}

function withSymbol<T extends ClassSymbol['type']>(
  theme: Theme,
  ...types: readonly T[]
): readonly FeatureClass[] {
  return theme.classes.filter(({ symbol }) => (types as readonly string[]).includes(symbol.type));
}

function buildAreaLayers(theme: Theme, flavour: Flavour): StyleLayer[] {
  const classes = withSymbol(theme, 'area');
  if (classes.length === 0) return [];
  const [selected, lit, strength] = areaStrengths(flavour);
  /** A soft area lies there in copies that give the whole strength together. */
  const each = (total: number): Expression => [
    'case',
    IS_SOFT,
    1 - (1 - total) ** (1 / FADE_STEPS),
    total,
  ];
  return [
    {
      id: `${theme.id}-area`,
      type: 'fill',
      source: theme.id,
      filter: isClass(classes),
      paint: {
        'fill-color': namedColour('colour', flavour),
        'fill-opacity': byFocus(each(selected), each(lit), each(strength)),
        'fill-antialias': false,
      },
    },
    {
      id: `${theme.id}-area-rim`,
      type: 'line',
      source: theme.id,
      filter: ['all', isClass(classes), ['==', ['get', 'step'], ['case', IS_SOFT, 4, 0]]],
      paint: {
        'line-color': namedColour('colour', flavour),
        'line-width': 1.2 * flavour.scale,
        'line-dasharray': ['case', IS_SOFT, ['literal', SOFT_DASH], ['literal', [1, 0]]],
        'line-opacity': byFocus(0.9, 0.7, 0.35),
      },
    },
  ];
}

function buildCircleFill(flavour: Flavour): StyleLayer {
  return {
    id: 'circle-fill',
    type: 'fill',
    source: 'circles',
    paint: {
      'fill-color': namedColour('colour', flavour),
      'fill-opacity': byFocus(0.16, 0.12, ['case', ['get', 'always'], 0.09, 0]),
      'fill-antialias': false,
    },
  };
}

function buildCircleRim(flavour: Flavour): StyleLayer {
  return {
    id: 'circle-rim',
    type: 'line',
    source: 'circles',
    paint: {
      'line-color': namedColour('colour', flavour),
      'line-width': 1.2 * flavour.scale,
      'line-dasharray': [2.5, 2.5],
      'line-opacity': byFocus(0.9, 0.8, ['case', ['get', 'always'], 0.6, 0]),
    },
  };
}

function buildLineLayers(theme: Theme, cartography: Cartography, flavour: Flavour): StyleLayer[] {
  const all = withSymbol(theme, 'road', 'rail', 'line', 'band');
  if (all.length === 0) return [];
  const layers: StyleLayer[] = [];
  const width = byClass(all, ({ symbol }) => widthOf(symbol) * flavour.scale, 1);
  const colour = byClass(all, ({ symbol }) => colourOf(symbol, flavour), flavour.colours['ink']);
  const sort = byClass(all, ({ id }) => theme.classes.findIndex((row) => row.id === id), 0);
  const add = (
    part: string,
    classes: readonly FeatureClass[],
    paint: Record<string, unknown>,
    filter?: Expression,
    cap: 'round' | 'butt' = 'round',
  ): void => {
    if (classes.length === 0) return;
    layers.push({
      id: `${theme.id}-${part}`,
      type: 'line',
      source: theme.id,
      filter: filter ? ['all', isClass(classes), filter] : isClass(classes),
      layout: { 'line-cap': cap, 'line-join': 'round', 'line-sort-key': sort },
      paint,
    });
  };
  const bands = withSymbol(theme, 'band');
  const roads = withSymbol(theme, 'road');
  const rails = withSymbol(theme, 'rail');
  const plain = withSymbol(theme, 'line');
  const drawn = [...roads, ...rails, ...plain];
  const dash = dashByStatus(cartography);
  add('band', bands, {
    'line-color': colour,
    'line-width': widen(width),
    'line-blur': 6 * flavour.scale,
    'line-opacity': byFocus(0.95, 0.75, flavour.scheme === 'dark' ? 0.3 : 0.4),
  });
  add('glow', drawn, {
    'line-color': flavour.colours['accent'],
    'line-width': widen(width, 9 * flavour.scale),
    'line-blur': 4 * flavour.scale,
    'line-opacity': byFocus(0.75, 0.5, 0),
  });
  add(
    'halo',
    drawn,
    {
      'line-color': byClass(
        drawn,
        ({ symbol }) =>
          symbol.type === 'road'
            ? flavour.colours[firmColour(symbol, flavour)]
            : colourOf(symbol, flavour),
        flavour.colours['ink'],
      ),
      /** The less sure, the broader and softer. */
      'line-width': widen(width, ['case', IS_INFERRED, 10 * flavour.scale, 5 * flavour.scale]),
      'line-blur': ['case', IS_INFERRED, 7 * flavour.scale, 2.5 * flavour.scale],
      'line-opacity': shown(0.28),
    },
    IS_SOFT,
  );
  add(
    'line',
    plain,
    {
      'line-color': colour,
      'line-width': widen(width),
      'line-blur': BLUR,
      'line-opacity': shown(0.95),
    },
    IS_EXISTING,
  );
  add(
    'line-dashed',
    plain,
    {
      'line-color': colour,
      'line-width': widen(width),
      'line-dasharray': dash,
      'line-opacity': shown(0.95),
    },
    ['!', IS_EXISTING],
    'butt',
  );
  add(
    'casing',
    roads,
    {
      'line-color': byClass(
        roads,
        ({ symbol }) => (symbol.type === 'road' ? flavour.colours[symbol.casing] : '#000'),
        flavour.colours['ink'],
      ),
      'line-width': widen(width, 1.6 * flavour.scale),
      'line-opacity': shown(['case', IS_SOFT, 0.55, 1]),
    },
    IS_EXISTING,
  );
  add(
    'road',
    roads,
    {
      'line-color': colour,
      'line-width': widen(width),
      'line-blur': BLUR,
      'line-opacity': shown(1),
    },
    IS_EXISTING,
  );
  add(
    'road-dashed',
    roads,
    {
      'line-color': byClass(
        roads,
        ({ symbol }) =>
          symbol.type === 'road' ? flavour.colours[firmColour(symbol, flavour)] : '#000',
        flavour.colours['ink'],
      ),
      'line-width': widen(width, 0.4),
      'line-dasharray': dash,
      'line-opacity': shown(0.9),
    },
    ['!', IS_EXISTING],
    'butt',
  );
  add(
    'rail',
    rails,
    {
      'line-color': colour,
      'line-width': widen(width),
      'line-blur': BLUR,
      'line-opacity': shown(1),
    },
    IS_EXISTING,
  );
  add(
    'rail-dashed',
    rails,
    {
      'line-color': colour,
      'line-width': widen(width),
      'line-dasharray': dash,
      'line-opacity': shown(1),
    },
    ['!', IS_EXISTING],
    'butt',
  );
  add(
    'rail-gap',
    rails,
    {
      'line-color': byClass(
        rails,
        ({ symbol }) => (symbol.type === 'rail' ? flavour.colours[symbol.gap] : '#fff'),
        '#fff',
      ),
      'line-width': widen(['*', width, 0.5]),
      'line-dasharray': [4, 4],
      'line-opacity': shown(1),
    },
    IS_EXISTING,
    'butt',
  );
  return layers;
}

function buildOutlineLayers(theme: Theme, flavour: Flavour): StyleLayer[] {
  const classes = withSymbol(theme, 'outline');
  if (classes.length === 0) return [];
  const base = { source: theme.id, filter: isClass(classes), type: 'line' as const };
  const layout = { 'line-join': 'round' };
  return [
    {
      ...base,
      id: `${theme.id}-edge`,
      layout,
      paint: {
        'line-color': flavour.colours['edge'],
        'line-width': 12 * flavour.scale,
        'line-blur': 11 * flavour.scale,
        'line-offset': 2.5 * flavour.scale,
        'line-opacity': shown(0.5),
      },
    },
    {
      ...base,
      id: `${theme.id}-glow`,
      layout,
      paint: {
        'line-color': flavour.colours['accent'],
        'line-width': 9 * flavour.scale,
        'line-blur': 4 * flavour.scale,
        'line-opacity': byFocus(0.75, 0.5, 0),
      },
    },
    {
      ...base,
      id: `${theme.id}-outline`,
      layout,
      paint: {
        'line-color': byClass(classes, ({ symbol }) => colourOf(symbol, flavour), '#555'),
        'line-width': byClass(classes, ({ symbol }) => widthOf(symbol) * flavour.scale, 1),
        'line-dasharray': [9, 3, 1.4, 3, 1.4, 3],
        'line-opacity': shown(1),
      },
    },
  ];
}

function dashByStatus(cartography: Cartography): Expression {
  return [
    'match',
    ['get', 'status'],
    ...cartography.statuses.flatMap(({ status, dash }) =>
      dash ? [status, ['literal', dash]] : [],
    ),
    ['literal', [1, 0]],
  ];
}

function widthOf(symbol: ClassSymbol): number {
  return 'widthPx' in symbol ? symbol.widthPx : 0;
}

function colourOf(symbol: ClassSymbol, flavour: Flavour): string {
  const name = 'colour' in symbol ? symbol.colour : 'ink';
  return flavour.colours[name] ?? flavour.colours['ink']!;
}
