import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import {
  CERTAINTIES,
  STATUSES,
  type PlanBundle,
  type PlanFeature,
  type Status,
} from '../../../src/contracts/bundle.ts';
import type { FeatureClass, IconName, ShieldStyle } from '../../../src/contracts/theme.ts';
import { classify, isSoft } from '../../../src/core/classify.ts';
import { createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';
import { findXmlFault } from './check-xml.ts';

const classes = cartography.themes.flatMap((theme) => theme.classes);
const flavours = Object.values(cartography.flavours);
const { light } = cartography.flavours;

/** Every icon of the contract; the record makes the compiler ask for a new one. */
const ICONS = Object.keys({
  'county-seat': 0,
  'town-seat': 0,
  'township-seat': 0,
  dot: 0,
  station: 0,
  'high-speed-station': 0,
  interchange: 0,
  scenic: 0,
  heritage: 0,
  'hot-spring': 0,
  village: 0,
  resort: 0,
  park: 0,
  cluster: 0,
  zone: 0,
  plane: 0,
  hub: 0,
  node: 0,
  power: 0,
  solar: 0,
  hydro: 0,
  storage: 0,
  mine: 0,
  road: 0,
} satisfies Record<IconName, 0>) as IconName[];

const SHIELDS: readonly ShieldStyle[] = [
  'national-expressway',
  'provincial-expressway',
  'national',
  'provincial',
];

const drawIcon = (icon: IconName, status: Status = 'existing', soft = false): string =>
  cartography.drawIcon(icon, {
    colour: 'sight',
    sizePx: 18,
    isSoft: soft,
    status,
    flavour: light,
  }).svg;

/** What is drawn, without the frame. */
const insideOf = (svg: string): string => svg.replace(/^<svg[^>]*>/, '');

describe('the class tables', () => {
  it('give every class an id of its own', () => {
    const ids = classes.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('name every theme, class, stage and certainty in both languages', () => {
    const named = [
      ...cartography.themes,
      ...classes,
      ...cartography.statuses,
      ...cartography.certainties,
    ].map(({ name }) => name);
    for (const name of named) {
      expect(name).toEqual({
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/^[A-Z][^\p{Script=Han}]+$/u),
      });
    }
  });

  it('claim a kind of a layer once, and the rest of a layer once', () => {
    const claims = classes.flatMap(({ layer, kinds }) =>
      kinds ? kinds.map((kind) => `${layer}/${kind}`) : [`${layer}/*`],
    );
    expect(claims).toEqual([...new Set(claims)]);
  });

  it('give every marker a size, a name’s size and a place in the queue of names', () => {
    for (const { id, symbol } of classes) {
      if (symbol.type !== 'marker') continue;
      expect([id, symbol.sizePx >= 6, symbol.labelPx >= 11, symbol.rank >= 0]).toEqual([
        id,
        true,
        true,
        true,
      ]);
    }
  });

  it('show a symbol no later than its name', () => {
    for (const { symbol } of classes) {
      if (symbol.type !== 'marker') continue;
      expect(symbol.labelMinZoom ?? Infinity).toBeGreaterThanOrEqual(symbol.minZoom ?? 0);
    }
  });

  /** 市级国土空间总体规划制图规范（试行）2021, annex B. */
  it.each([
    ['park', [187, 150, 116]],
    ['logistics-hub', [135, 97, 211]],
    ['logistics-node', [135, 97, 211]],
    ['river', [51, 142, 192]],
  ] as const)('keep the standard’s hue where %s says that it follows it', (id, standard) => {
    const { basis, symbol } = classes.find((row) => row.id === id)!;
    expect(basis).toBe('standard');
    const hex = 'colour' in symbol ? light.colours[symbol.colour]! : '';
    const rgb = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
    expect(Math.abs(hueOf(rgb) - hueOf(standard))).toBeLessThan(10);
  });
});

describe('the stages and certainties', () => {
  it('are all told, in the order of the contract', () => {
    expect(cartography.statuses.map(({ status }) => status)).toEqual(STATUSES);
    expect(cartography.certainties.map(({ certainty }) => certainty)).toEqual(CERTAINTIES);
  });

  it('draw what exists solid, and every other stage with dashes of its own', () => {
    const dashes = cartography.statuses.map(({ dash }) => JSON.stringify(dash));
    expect(dashes[0]).toBe('null');
    expect(dashes.slice(1)).not.toContain('null');
    expect(new Set(dashes).size).toBe(STATUSES.length);
  });

  it('draw less of a line the less sure the stage is', () => {
    const shares = cartography.statuses.map(({ dash }) =>
      dash ? dash[0]! / (dash[0]! + dash[1]!) : 1,
    );
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it.each(CERTAINTIES)(
    'call %s soft in the table exactly when the map draws it so',
    (certainty) => {
      const row = cartography.certainties.find((style) => style.certainty === certainty);
      const feature = createFeature({ id: 'a', accuracy: { class: certainty } });
      expect(row?.isSoft).toBe(isSoft(feature));
    },
  );
});

describe('the features of the shipped bundle', () => {
  let bundle: PlanBundle;
  let features: readonly PlanFeature[];
  beforeAll(async () => {
    bundle = (await readShippedBundle()).bundle;
    features = bundle.features.features;
  });

  const rowsFor = ({ properties: { layer, kind } }: PlanFeature): readonly FeatureClass[] => {
    const rows = classes.filter((row) => row.layer === layer);
    const exact = rows.filter((row) => row.kinds?.includes(kind));
    return exact.length > 0 ? exact : rows.filter((row) => !row.kinds);
  };

  it('are each classified by exactly one row', () => {
    const unclear = features.filter((feature) => rowsFor(feature).length !== 1);
    expect(unclear.map(({ properties }) => properties.id)).toEqual([]);
  });

  it('are classified as the table says', () => {
    for (const feature of features) {
      expect(classify(feature, cartography)?.featureClass).toBe(rowsFor(feature)[0]);
    }
  });

  it('are drawn by a symbol that suits their geometry', () => {
    const symbols: Readonly<Record<string, readonly string[]>> = {
      Point: ['marker'],
      LineString: ['road', 'rail', 'line', 'band'],
      MultiLineString: ['road', 'rail', 'line', 'band'],
      Polygon: ['area', 'outline'],
      MultiPolygon: ['area', 'outline'],
    };
    for (const feature of features) {
      if (!feature.geometry) continue;
      const { id, symbol } = rowsFor(feature)[0]!;
      expect(symbols[feature.geometry.type], `${feature.properties.id} as ${id}`).toContain(
        symbol.type,
      );
    }
  });

  it('belong to the theme that their layer names', () => {
    for (const feature of features) {
      const layer = bundle.layers.find(({ id }) => id === feature.properties.layer);
      expect(classify(feature, cartography)?.theme.id).toBe(layer?.theme);
    }
  });

  it('have their number on a shield when they are signed roads', () => {
    const signed = features.filter(({ geometry, properties }) => geometry && properties.ref);
    expect(signed.length).toBeGreaterThan(0);
    for (const feature of signed) {
      const { symbol } = rowsFor(feature)[0]!;
      expect(symbol.type === 'road' && symbol.shield, feature.properties.id).toBeTruthy();
    }
  });
});

describe('classify', () => {
  it('knows nothing of a layer that no theme names', () => {
    expect(classify(createFeature({ id: 'a', layer: 'moon' }), cartography)).toBeNull();
  });

  it('takes a kind named by no row to the row for the rest of the layer', () => {
    const feature = createFeature({ id: 'a', layer: 'villages', kind: 'hamlet' });
    expect(classify(feature, cartography)?.featureClass.id).toBe('village');
  });

  it.each(['constructor', '__proto__', 'toString'])('is not fooled by the kind %s', (kind) => {
    expect(classify(createFeature({ id: 'a', layer: 'roads', kind }), cartography)).toBeNull();
  });
});

describe.each(ICONS)('the icon %s', (icon) => {
  it('is well-formed in every flavour, stage and certainty', () => {
    for (const flavour of flavours) {
      for (const status of STATUSES) {
        for (const soft of [true, false]) {
          const options = { colour: 'sight', sizePx: 18, isSoft: soft, status, flavour };
          expect(findXmlFault(cartography.drawIcon(icon, options).svg)).toBeNull();
        }
      }
    }
  });

  it('is drawn with colours alone: no address, no script, no mark left unfilled', () => {
    const svg = drawIcon(icon, 'proposed', true);
    expect(svg).not.toMatch(/href|url\(|script|\son|NaN|undefined|\s[FKS]\s/);
    for (const [, paint] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
      expect(paint).toMatch(/^(#[\da-f]{6}|none)$/);
    }
  });

  it('looks different in every stage, crisp and soft', () => {
    const pictures = STATUSES.flatMap((status) => [
      insideOf(drawIcon(icon, status, false)),
      insideOf(drawIcon(icon, status, true)),
    ]);
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('is half filled while it is built, and hollow while it is planned', () => {
    expect(drawIcon(icon, 'under-construction')).toContain('fill-opacity');
    expect(drawIcon(icon, 'planned')).not.toContain('fill-opacity');
  });

  it('is dashed when soft and existing, so that it looks unsure', () => {
    expect(drawIcon(icon, 'existing', false)).not.toContain('dasharray');
    expect(drawIcon(icon, 'existing', true)).toContain('dasharray');
  });

  it('says its size as it is drawn', () => {
    const { svg, widthPx, heightPx } = cartography.drawIcon(icon, {
      colour: 'sight',
      sizePx: 18,
      isSoft: false,
      status: 'existing',
      flavour: cartography.flavours.projector,
    });
    expect(widthPx).toBe(Math.round(18 * cartography.flavours.projector.scale));
    expect(svg).toContain(`width="${widthPx}" height="${heightPx}"`);
  });
});

describe('the icons', () => {
  it('are different drawings, the two stations aside', () => {
    const pictures = ICONS.filter((icon) => icon !== 'high-speed-station').map((icon) =>
      drawIcon(icon),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('fall back to ink for a colour that the flavour lacks', () => {
    const { svg } = cartography.drawIcon('scenic', {
      colour: 'nowhere',
      sizePx: 18,
      isSoft: false,
      status: 'existing',
      flavour: light,
    });
    expect(svg).toContain(light.colours['ink']);
  });
});

describe.each(SHIELDS)('the shield %s', (style) => {
  it.each(['G5', 'S314', 'G1812'])('is well-formed with %s in every flavour', (ref) => {
    for (const flavour of flavours) {
      const { svg } = cartography.drawShield(style, ref, flavour);
      expect(findXmlFault(svg)).toBeNull();
      expect(svg).toContain(`>${ref}</text>`);
    }
  });

  it('is wide enough for its number', () => {
    const widths = ['G5', 'S45', 'G239', 'G1812'].map(
      (ref) => cartography.drawShield(style, ref, light).widthPx,
    );
    expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b));
  });
});

describe('shields and badges', () => {
  it('are different pictures for each kind of road', () => {
    const pictures = SHIELDS.map((style) => cartography.drawShield(style, 'G5', light).svg);
    expect(new Set(pictures).size).toBe(SHIELDS.length);
  });

  it.each([
    ['markup', '</text><script>alert(1)</script>'],
    ['an ampersand', 'A&B'],
    ['quotes', `"'`],
    ['a NUL', 'G5\0'],
    ['half a surrogate pair', 'G5\uD800'],
    ['a control character', 'G5\u{1b}[2J'],
    ['a non-character', 'G5\u{ffff}'],
  ])('stay well-formed and encodable with %s in the text', (_, text) => {
    for (const { svg } of [
      cartography.drawShield('national', text, light),
      cartography.drawBadge(text, 'corridor', light),
    ]) {
      expect(findXmlFault(svg)).toBeNull();
      expect(svg).not.toContain('<script');
      expect(() => encodeURIComponent(svg)).not.toThrow();
    }
  });

  it('cut a text of a hundred thousand characters, so that a canvas can hold it', () => {
    const long = '道'.repeat(100_000);
    expect(cartography.drawShield('national', long, light).widthPx).toBeLessThan(400);
    expect(cartography.drawBadge(long, 'corridor', light).widthPx).toBeLessThan(400);
  });
});

describe('the check for well-formed XML', () => {
  it.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a>&</a>',
    '<a>\0</a>',
    'text',
    '',
    '<a/>text',
  ])('finds the fault of %j', (text) => {
    expect(findXmlFault(text)).not.toBeNull();
  });

  it.each(['<a/>', '<a b="1" c=""><d>&#60;text</d></a>'])('passes %j', (text) => {
    expect(findXmlFault(text)).toBeNull();
  });
});

function hueOf(rgb: readonly number[]): number {
  const [r, g, b] = rgb as [number, number, number];
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return 0;
  if (most === r) return 60 * (((g - b) / range + 6) % 6);
  return 60 * (most === g ? (b - r) / range + 2 : (r - g) / range + 4);
}
