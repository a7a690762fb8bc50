import type { StyleLayer } from '../../contracts/map-port.ts';
import type { Cartography, FeatureClass, Flavour, Language } from '../../contracts/theme.ts';
import {
  byClass,
  byFocus,
  namedColour,
  shown,
  sideType,
  typePx,
  type Expression,
} from './expressions.ts';

/** Font stacks; drawn from the machine's own fonts, so that nothing is fetched. The first word sets the weight. */
export const SANS = ['Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC'];
export const BOLD = ['Bold', ...SANS];
const SERIF = [
  'Bold',
  'Noto Serif CJK SC',
  'Noto Serif SC',
  'Source Han Serif SC',
  'Songti SC',
  'serif',
];

const FONT: Expression = [
  'match',
  ['get', 'font'],
  'serif',
  ['literal', SERIF],
  'bold',
  ['literal', BOLD],
  ['literal', SANS],
];

const TAG: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-Hans': { inferred: '推断', schematic: '示意' },
  en: { inferred: 'inferred', schematic: 'schematic' },
};

/** An area's name stands in its middle, else beside it; offsets in ems. */
const AREA_ANCHORS: Expression = [
  'literal',
  [
    ...['center', [0, 0], 'left', [2.2, 0], 'right', [-2.2, 0]],
    ...['top', [0, 1.6], 'bottom', [0, -1.6], 'left', [3.2, 0], 'right', [-3.2, 0]],
    ...['left', [2.6, 1.6], 'right', [-2.6, 1.6], 'left', [2.6, -1.6], 'right', [-2.6, -1.6]],
    ...['top', [0, 2.8], 'bottom', [0, -2.8], 'left', [4.2, 0], 'right', [-4.2, 0]],
    ...['left', [3.6, 2.6], 'right', [-3.6, 2.6], 'left', [3.6, -2.6], 'right', [-3.6, -2.6]],
    ...['top', [0, 4], 'bottom', [0, -4]],
  ],
];

/** Source that holds the names of the selection. */
export const FOCUS_SOURCE = 'focus';
/** Layers whose filter follows the layer switches, so that a hidden name keeps no place from another. */
export const SWITCHED_LAYERS: readonly string[] = [
  'shields',
  'line-names',
  'labels',
  'badges',
  'icons',
];

/** Symbols, lowest first. Those higher are placed first, so icons keep names away from themselves. */
export function buildSymbolLayers(
  cartography: Cartography,
  flavour: Flavour,
  lang: Language,
): StyleLayer[] {
  const markers = cartography.themes
    .flatMap((theme) => theme.classes)
    .filter(({ symbol }) => symbol.type === 'marker');
  const halo = {
    'text-halo-color': flavour.colours['halo'],
    'text-halo-width': 1.7 * haloScale(flavour),
  };
  return [
    {
      id: 'graticule-labels',
      type: 'symbol',
      source: 'graticule',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'n'],
        'text-font': SANS,
        'text-size': typePx(10.5, flavour),
        visibility: 'none',
      },
      paint: { 'text-color': flavour.colours['graticule-text'], ...halo },
    },
    buildRings(flavour),
    {
      id: 'line-names',
      type: 'symbol',
      source: 'along',
      filter: ['all', ['!', ['has', 'shield']]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360 * flavour.scale,
        'text-field': lineName(lang),
        'text-font': SANS,
        'text-size': typePx(11.5, flavour),
        'text-letter-spacing': 0.08,
        'text-max-angle': 35,
        'text-offset': [0, 0.9],
        'text-padding': 4,
      },
      paint: {
        'text-color': namedColour('colour', flavour),
        'text-opacity': shown(1),
        ...halo,
      },
    },
    {
      id: 'shields',
      type: 'symbol',
      source: 'along',
      filter: ['all', ['has', 'shield']],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          60 * flavour.scale,
          10,
          150 * flavour.scale,
          13,
          260 * flavour.scale,
        ],
        'icon-image': ['get', 'shield'],
        'icon-rotation-alignment': 'viewport',
        'icon-padding': 3,
      },
      paint: { 'icon-opacity': shown(1) },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'symbols',
      filter: ['all', ['has', 'n'], ['>=', ['zoom'], ['get', 'labelMin']]],
      layout: {
        'symbol-sort-key': ['get', 'rank'],
        'text-field': pointName(lang, flavour),
        'text-font': FONT,
        /** A little smaller at county scale, where names are many. */
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['max', flavour.leastTypePx, ['*', 0.86, ['get', 'size']]],
          9.5,
          ['get', 'size'],
        ],
        'text-line-height': 1.25,
        'text-max-width': ['match', ['get', 'font'], 'serif', 7, lineEm(lang)],
        'text-padding': 3,
        'text-variable-anchor-offset': byClass(markers, anchorsOf(flavour), AREA_ANCHORS),
        'text-justify': 'auto',
      },
      paint: {
        'text-color': namedColour('colour', flavour),
        'text-opacity': ['case', ['boolean', ['feature-state', 'named'], false], 0, shown(1)],
        ...halo,
      },
    },
    {
      id: 'badges',
      type: 'symbol',
      source: 'symbols',
      filter: ['has', 'badge'],
      layout: {
        'icon-image': ['get', 'badge'],
        'icon-padding': 3,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'icon-opacity': shown(1) },
    },
    {
      id: 'icons',
      type: 'symbol',
      source: 'symbols',
      filter: ['all', ['has', 'icon'], ['>=', ['zoom'], ['get', 'min']]],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-overlap': 'always',
        'icon-padding': 0,
        'icon-offset': byClass(markers, (row) => ['literal', shiftOf(row, flavour)], [
          'literal',
          [0, 0],
        ]),
        'symbol-sort-key': ['-', 100, ['get', 'rank']],
      },
      paint: { 'icon-opacity': shown(1) },
    },
    {
      id: 'focus-labels',
      type: 'symbol',
      source: FOCUS_SOURCE,
      layout: {
        'symbol-sort-key': ['get', 'rank'],
        'text-field': pointName(lang, flavour),
        'text-font': BOLD,
        'text-size': ['max', typePx(14, flavour), ['get', 'size']],
        'text-max-width': lineEm(lang),
        'text-padding': 4,
        'text-variable-anchor-offset': [
          'literal',
          ['top', [0, 1.2], 'bottom', [0, -1.2], 'left', [1.4, 0], 'right', [-1.4, 0]],
        ],
        'text-justify': 'auto',
      },
      paint: {
        'text-color': flavour.colours['accent'],
        'text-halo-color': flavour.colours['halo'],
        'text-halo-width': 2.4 * haloScale(flavour),
      },
    },
  ];
}

/** Ems of a line of a name: a long one is parted, so that it reaches little beyond what it names and over the map's edge. */
const lineEm = (lang: Language): number => (lang === 'en' ? 10 : 8);
/** A halo grows less than its name does: broad ones run into one another. */
const haloScale = ({ scale }: Flavour): number => Math.sqrt(scale);

/** Ring round a lit or selected symbol. */
function buildRings(flavour: Flavour): StyleLayer {
  return {
    id: 'rings',
    type: 'circle',
    source: 'symbols',
    filter: ['has', 'icon'],
    paint: {
      'circle-radius': ['get', 'ring'],
      'circle-color': flavour.colours['accent'],
      'circle-opacity': byFocus(0.3, 0.22, 0),
      'circle-stroke-color': flavour.colours['accent'],
      'circle-stroke-width': 2 * flavour.scale,
      'circle-stroke-opacity': byFocus(1, 0.8, 0),
    },
  };
}

function shiftOf({ symbol }: FeatureClass, flavour: Flavour): readonly [number, number] {
  if (symbol.type !== 'marker') return [0, 0];
  const [x, y] = symbol.offsetPx ?? [0, 0];
  return [x * flavour.scale, y * flavour.scale];
}

/** Where a name may stand round its icon, best first; offsets in ems of the name. */
function anchorsOf(flavour: Flavour): (row: FeatureClass) => Expression {
  return (row) => {
    const { symbol } = row;
    if (symbol.type !== 'marker') return ['literal', ['center', [0, 0]]];
    const em = typePx(symbol.labelPx, flavour);
    const [dx, dy] = shiftOf(row, flavour).map((px) => px / em) as [number, number];
    const gap = (symbol.sizePx * flavour.scale) / 2 / em + 0.25;
    const at = (x: number, y: number): [number, number] => [
      Number((x * gap + dx).toFixed(2)),
      Number((y * gap + dy).toFixed(2)),
    ];
    const near = [
      ...['left', at(1, 0), 'right', at(-1, 0), 'top', at(0, 1), 'bottom', at(0, -1)],
      ...['top-left', at(0.7, 0.7), 'top-right', at(-0.7, 0.7)],
      ...['bottom-left', at(0.7, -0.7), 'bottom-right', at(-0.7, -0.7)],
    ];
    /** The higher its rank, the farther a name may move to be kept. */
    const reaches = symbol.rank === 0 ? [1.6, 2.2, 3, 4] : symbol.rank <= 12 ? [1.8] : [];
    const far = reaches.flatMap((reach) => [
      ...['left', at(reach, 0.9), 'right', at(-reach, 0.9), 'left', at(reach, -0.9)],
      ...['right', at(-reach, -0.9), 'bottom', at(0, -reach), 'top', at(0, reach)],
    ]);
    return ['literal', [...near, ...far]];
  };
}

function tag(lang: Language): Expression {
  const pairs = Object.entries(TAG[lang]).flat();
  return ['match', ['get', 'tag'], ...pairs, ''];
}

/** Name, English name below when the interface is English, and how sure it is. */
function pointName(lang: Language, flavour: Flavour): Expression {
  const english: Expression[] =
    lang === 'en'
      ? [
          ['case', ['==', ['get', 'e'], ''], '', ['concat', '\n', ['get', 'e']]],
          { 'font-scale': sideType(0.82, flavour) },
        ]
      : [];
  const radius: Expression = ['coalesce', ['get', 'radius'], 0];
  /** ±km stands beside 推断 where the circle of uncertainty is always drawn. */
  const reach: Expression = [
    'case',
    ['>', radius, 0],
    ['concat', ' ±', ['to-string', radius], ' km'],
    '',
  ];
  const named = (isTagged: Expression): Expression => [
    'format',
    ['get', 'n'],
    {},
    ...english,
    ['case', isTagged, ['concat', '\n', tag(lang), reach], ''],
    { 'font-scale': sideType(0.76, flavour) },
  ];
  const isUnsure: Expression = ['!=', ['get', 'tag'], ''];
  const isAlwaysTagged: Expression = ['any', ['==', ['get', 'font'], 'serif'], ['>', radius, 0]];
  return ['step', ['zoom'], named(['all', isUnsure, isAlwaysTagged]), 10, named(isUnsure)];
}

function lineName(lang: Language): Expression {
  const name: Expression =
    lang === 'en' ? ['concat', ['get', 'n'], ' ', ['get', 'e']] : ['get', 'n'];
  return [
    'case',
    ['==', ['get', 'tag'], ''],
    name,
    ['in', tag(lang), ['get', 'n']],
    name,
    ['concat', name, ' · ', tag(lang)],
  ];
}
