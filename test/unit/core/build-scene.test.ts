import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { PlanBundle, PlanFeature, Status } from '../../../src/contracts/bundle.ts';
import type { MapScene, SceneStyle } from '../../../src/contracts/map-port.ts';
import type { ViewerRequest } from '../../../src/contracts/state.ts';
import type { FlavourName, Language } from '../../../src/contracts/theme.ts';
import { buildScene, buildStyle } from '../../../src/core/build-scene.ts';
import { isSoft } from '../../../src/core/classify.ts';
import { circleRing, signedArea } from '../../../src/core/geometry.ts';
import { toStyleSpecification } from '../../../src/map/to-style.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';
import { contrast } from '../layers/colour-science.ts';
import { drawingsOf, evaluate, passes } from './evaluate-style.ts';
import { groundDistanceM } from './ground-distance.ts';

/** Names that the style may read; whatever else a bundle holds stays out of the map. */
const KNOWN_PROPERTIES =
  'acc id cls layer status soft step colour part always n e tag shield badge rank min labelMin icon font size ring radius';
/** Layers that draw a thing itself; others add a glow, a halo or a name. */
const BODY = /-(area|band|line|line-dashed|road|road-dashed|rail|rail-dashed|outline)$|^icons$/;
const CLOSE = 12;
/** Sources that change while the style stays. */
const CHANGING = ['focus', 'preview', 'sketch', 'rubber'];

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const createStyle = (
  bundle: PlanBundle,
  flavour: FlavourName = 'light',
  lang: Language = 'zh-Hans',
): SceneStyle => buildStyle(bundle, cartography, cartography.flavours[flavour], lang);

const createScene = (bundle: PlanBundle, ...requests: readonly ViewerRequest[]): MapScene =>
  buildScene(createState(bundle, ...requests), bundle, cartography, createStyle(bundle));

/** A bundle of the given features in layers that every theme knows. */
const createBundleOf = (...features: readonly PlanFeature[]): PlanBundle => {
  const layers = [...new Set(features.map(({ properties }) => properties.layer))];
  return createBundle({
    layers: layers.map((id) => ({ id, name: id, theme: 'transport' })),
    features: { type: 'FeatureCollection', features: [...features] },
  });
};

const line: PlanFeature['geometry'] = {
  type: 'LineString',
  coordinates: [
    [113.4, 38],
    [113.4, 38.3],
  ],
};

const createLine = (
  layer: string,
  kind: string,
  status: Status = 'existing',
  certainty: PlanFeature['properties']['accuracy']['class'] = 'digitised',
): PlanFeature =>
  createFeature({ id: 'a', layer, kind, status, accuracy: { class: certainty } }, line);

const createArea = (
  ring: Position[],
  certainty: PlanFeature['properties']['accuracy']['class'] = 'inferred',
): PlanFeature =>
  createFeature(
    { id: 'a', layer: 'zones', kind: 'zone', accuracy: { class: certainty } },
    { type: 'Polygon', coordinates: [ring] },
  );

const placed = (bundle: PlanBundle): readonly PlanFeature[] =>
  bundle.features.features.filter(({ geometry }) => geometry !== null);

const featuresOf = (style: SceneStyle, source: string, id: string): readonly Feature[] =>
  style.sources[source]?.features.filter(({ properties }) => properties?.['id'] === id) ?? [];

describe.each(['light', 'dark', 'projector'] as const)('the style in %s', (flavour) => {
  describe.each(['zh-Hans', 'en'] as const)('and %s', (lang) => {
    it('holds to the style specification', () => {
      const spec = toStyleSpecification(createStyle(shipped, flavour, lang));
      expect(validateStyleMin(spec).map(({ message }) => message)).toEqual([]);
    });

    it('names no address', () => {
      const { glyphs, sprite, ...rest } = toStyleSpecification(createStyle(shipped, flavour, lang));
      expect([glyphs, sprite]).toEqual([undefined, undefined]);
      expect(JSON.stringify(rest)).not.toMatch(/"(url|tiles|href)":|\w:\/\/|"\/\/|"data:/);
    });
  });

  it('has a picture for every image that it names', () => {
    const style = createStyle(shipped, flavour);
    const named = Object.values(style.sources)
      .flatMap(({ features }) => features)
      .flatMap(({ properties }) => ['icon', 'shield', 'badge'].map((key) => properties?.[key]))
      .filter((name) => name !== undefined);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(style.images).toSorted());
  });

  it('draws the body of every feature that has a place', () => {
    const style = createStyle(shipped, flavour);
    for (const { properties } of placed(shipped)) {
      const bodies = [...drawingsOf(style, properties.id, CLOSE).keys()].filter((id) =>
        BODY.test(id),
      );
      expect(bodies.length, properties.id).toBeGreaterThan(0);
    }
  });

  it.each(['under-construction', 'planned', 'proposed'] as const)(
    'lets the dashes of every %s road, railway and line stand out from the land',
    (status) => {
      const { land } = cartography.flavours[flavour].colours;
      for (const { id, layer, kinds, symbol } of cartography.themes.flatMap((t) => t.classes)) {
        if (!['road', 'rail', 'line'].includes(symbol.type)) continue;
        const style = createStyle(
          createBundleOf(createLine(layer, kinds?.[0] ?? 'any', status)),
          flavour,
        );
        const dashed = style.layers.filter(
          (row) =>
            row.id.endsWith('-dashed') &&
            style.sources[row.source!]?.features.some((feature) => passes(row, feature, CLOSE)),
        );
        expect(dashed.length, id).toBe(1);
        const [feature] = featuresOf(style, dashed[0]!.source!, 'a');
        const colour = toHex(evaluate(dashed[0]!, 'line-color', feature!, CLOSE));
        expect(contrast(colour, land!), id).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

describe('the style', () => {
  it('is the same for the same bundle, cartography, flavour and language', () => {
    expect(createStyle(shipped)).toEqual(createStyle(shipped));
  });

  it('leaves the bundle as it was', () => {
    const bundle = createBundle();
    const before = structuredClone(bundle);
    createStyle(bundle);
    expect(bundle).toEqual(before);
  });

  it('has another key for another flavour, language or bundle', () => {
    const keys = [
      createStyle(shipped).key,
      createStyle(shipped, 'dark').key,
      createStyle(shipped, 'light', 'en').key,
      createStyle(createBundle()).key,
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has another key for an edited bundle of the same id', () => {
    expect(createStyle(createBundle()).key).not.toBe(createStyle(createBundle()).key);
  });

  it('gives every layer an id of its own and a source that exists', () => {
    const { layers, sources } = createStyle(shipped);
    const ids = layers.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, source } of layers) {
      const isThere = source === undefined || CHANGING.includes(source) || source in sources;
      expect([id, isThere]).toEqual([id, true]);
    }
  });

  it('leaves out layers of themes that the bundle does not hold', () => {
    const { layers } = createStyle(createBundle());
    expect(layers.some(({ id }) => id.startsWith('water-'))).toBe(false);
  });

  it('draws nothing for a feature of a layer that no theme knows', () => {
    const style = createStyle(createBundleOf(createFeature({ id: 'a', layer: 'moon' })));
    expect(drawingsOf(style, 'a', CLOSE).size).toBe(0);
  });

  it('keeps no theme’s source from the shared ones', () => {
    const shared = ['ground', 'circles', 'along', 'symbols', 'graticule', ...CHANGING];
    expect(cartography.themes.filter(({ id }) => shared.includes(id))).toEqual([]);
  });

  it('keeps the camera in the county’s surroundings', () => {
    const { maxBounds, minZoom, home } = createStyle(shipped);
    const [west, south, east, north] = shipped.bundle.extent;
    expect(maxBounds[0]).toBeGreaterThan(west - 1.5);
    expect(maxBounds[1]).toBeGreaterThan(south - 1.5);
    expect(maxBounds[2]).toBeLessThan(east + 1.5);
    expect(maxBounds[3]).toBeLessThan(north + 1.5);
    expect(minZoom).toBeGreaterThanOrEqual(6);
    expect(home[0] > west && home[2] < east && home[1] > south && home[3] < north).toBe(true);
  });

  it('looks first at everything when the bundle has no outline', () => {
    const { home } = createStyle(createBundleOf(createLine('roads', 'motorway')));
    expect(home[0]).toBeLessThan(113.4);
    expect(home[3]).toBeGreaterThan(38.3);
  });

  it('looks first at the extent when nothing has a place', () => {
    const bundle = createBundleOf(createFeature({ id: 'a' }, null));
    expect(createStyle(bundle).home).toEqual(bundle.bundle.extent);
  });

  it('lets a name with a short stem break before its bracket rather than inside it', () => {
    const { sources } = createStyle(shipped);
    const names = sources['symbols']!.features.map(({ properties }) => properties?.['n'] as string);
    expect(names).toContain('河底镇\u200b（阳泉郊区）');
    expect(names).toContain('盂县通用航空机场（选址）');
  });

  it('switches every layer of names and signs that keeps others away', () => {
    const { layers, switchedLayers } = createStyle(shipped);
    const colliding = layers.filter(
      ({ type, source }) =>
        type === 'symbol' && source !== 'graticule' && !CHANGING.includes(source!),
    );
    expect(switchedLayers.toSorted()).toEqual(colliding.map(({ id }) => id).toSorted());
  });
});

describe('the properties in the sources', () => {
  it('are none but those that the style reads', () => {
    const known = new Set(KNOWN_PROPERTIES.split(' '));
    const found = Object.values(createStyle(shipped).sources)
      .flatMap(({ features }) => features)
      .flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect([...new Set(found)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('hold nothing of hostile names in a bundle, and no prototype is changed', () => {
    const hostile = JSON.parse(
      '{"constructor":"x","hasOwnProperty":"x","__proto__":{"cls":"x"},"icon":"x","tiles":"x"}',
    ) as Record<string, unknown>;
    const feature = createLine('roads', 'motorway');
    const properties = Object.defineProperties(
      { ...feature.properties, ref: 'G5' },
      Object.getOwnPropertyDescriptors(hostile),
    );
    const style = createStyle(createBundleOf({ ...feature, properties }));
    for (const drawn of Object.values(style.sources).flatMap(({ features }) => features)) {
      expect(Object.getPrototypeOf(drawn.properties)).toBe(Object.prototype);
      for (const name of Object.keys(hostile)) {
        expect(Object.hasOwn(drawn.properties!, name), name).toBe(false);
      }
    }
    expect(Object.hasOwn(Object.prototype, 'cls')).toBe(false);
  });

  it.each(['constructor', 'to-string', 'graticule-labels'])(
    'draw a feature with the id %s',
    (id) => {
      const style = createStyle(
        createBundleOf(createFeature({ id, layer: 'seats', kind: 'town-seat' })),
      );
      expect(drawingsOf(style, id, CLOSE).get('icons')).toBe(1);
    },
  );

  it('carry the id of the feature whose state they follow', () => {
    const ids = new Set(shipped.features.features.map(({ properties }) => properties.id));
    for (const [source, { features }] of Object.entries(createStyle(shipped).sources)) {
      if (source === 'graticule') continue;
      for (const { properties } of features) expect(ids).toContain(properties?.['id']);
    }
  });
});

describe('stage and certainty in the picture', () => {
  it.each([
    ['roads', 'motorway'],
    ['railways', 'railway'],
    ['links', 'link'],
  ])('draw each stage of %s/%s with dashes of its own', (layer, kind) => {
    const dashes = cartography.statuses.map(({ status }) => {
      const style = createStyle(createBundleOf(createLine(layer, kind, status)));
      const id = [...drawingsOf(style, 'a', CLOSE).keys()].find((name) => BODY.test(name))!;
      const row = style.layers.find((candidate) => candidate.id === id)!;
      const [feature] = featuresOf(style, row.source!, 'a');
      return JSON.stringify(evaluate(row, 'line-dasharray', feature!, CLOSE) ?? 'solid');
    });
    expect(dashes[0]).toBe('"solid"');
    expect(new Set(dashes).size).toBe(dashes.length);
  });

  it.each([
    ['roads', 'motorway'],
    ['railways', 'railway'],
    ['links', 'link'],
    ['water', 'river'],
  ])('put a halo under soft %s/%s alone', (layer, kind) => {
    const halos = (['surveyed', 'digitised', 'schematic', 'inferred'] as const).map((certainty) => {
      const style = createStyle(createBundleOf(createLine(layer, kind, 'existing', certainty)));
      return [...drawingsOf(style, 'a', CLOSE).keys()].some((id) => id.endsWith('-halo'));
    });
    expect(halos).toEqual([false, false, true, true]);
  });

  it('give a marker another picture when it is soft', () => {
    const icons = (['surveyed', 'digitised', 'schematic', 'inferred'] as const).map((certainty) => {
      const style = createStyle(
        createBundleOf(
          createFeature({
            id: 'a',
            layer: 'seats',
            kind: 'town-seat',
            accuracy: { class: certainty },
          }),
        ),
      );
      const [symbol] = featuresOf(style, 'symbols', 'a');
      return style.images[symbol!.properties!['icon'] as string]!.svg;
    });
    expect(icons[0]).toBe(icons[1]);
    expect(icons[2]).toBe(icons[3]);
    expect(icons[0]).not.toBe(icons[2]);
  });

  it.each([
    ['zh-Hans', 'inferred', '推断'],
    ['zh-Hans', 'schematic', '示意'],
    ['en', 'inferred', 'inferred'],
    ['en', 'schematic', 'schematic'],
  ] as const)('write in %s beside the name that it is %s', (lang, certainty, tag) => {
    const style = createStyle(
      createBundleOf(
        createFeature({
          id: 'a',
          layer: 'seats',
          kind: 'town-seat',
          accuracy: { class: certainty },
        }),
      ),
      'light',
      lang,
    );
    expect(nameOf(style, 'labels', 'a', CLOSE)).toContain(tag);
  });

  it('write nothing beside the name of what is digitised', () => {
    const style = createStyle(
      createBundleOf(createFeature({ id: 'a', name: '路家村', layer: 'seats', kind: 'town-seat' })),
    );
    expect(nameOf(style, 'labels', 'a', CLOSE)).toBe('路家村');
  });

  it('write how far a general airport may lie off, already at county scale', () => {
    expect(nameOf(createStyle(shipped), 'labels', 'airport', 8.5)).toMatch(/推断 ±[\d.]+ km$/);
  });

  it('write the English name below when the interface is English', () => {
    const { nameEn, name } = shipped.features.features.find(
      ({ properties }) => properties.id === 'airport',
    )!.properties;
    const text = nameOf(createStyle(shipped, 'light', 'en'), 'labels', 'airport', CLOSE);
    expect(text.startsWith(`${name}\n${nameEn}`)).toBe(true);
  });
});

describe('the circles of uncertainty', () => {
  it('are drawn for every soft marker that says how far off it may be', () => {
    const expected = placed(shipped).filter(
      (feature) =>
        feature.geometry?.type === 'Point' &&
        isSoft(feature) &&
        (feature.properties.accuracy.horizontalM ?? 0) > 0,
    );
    const drawn = createStyle(shipped).sources['circles']!.features;
    expect(expected.length).toBeGreaterThan(0);
    expect(drawn.map(({ properties }) => properties!['id'])).toEqual(
      expected.map(({ properties }) => properties.id),
    );
  });

  it('have the stated radius within 1 %, measured on the ellipsoid', () => {
    const byId = new Map(shipped.features.features.map((f) => [f.properties.id, f]));
    for (const circle of createStyle(shipped).sources['circles']!.features) {
      const feature = byId.get(circle.properties!['id'] as string)!;
      const centre = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : [];
      for (const position of (circle.geometry as Polygon).coordinates[0]!) {
        const error =
          groundDistanceM(centre, position) / feature.properties.accuracy.horizontalM! - 1;
        expect(Math.abs(error), feature.properties.id).toBeLessThan(0.01);
      }
    }
  });

  it('of seats and sights wait until they are lit or selected', () => {
    const feature = createFeature({
      id: 'a',
      layer: 'seats',
      kind: 'town-seat',
      accuracy: { class: 'inferred', horizontalM: 2000 },
    });
    const style = createStyle(createBundleOf(feature));
    expect(drawingsOf(style, 'a', CLOSE).has('circle-fill')).toBe(false);
    expect(drawingsOf(style, 'a', CLOSE, { lit: true }).has('circle-fill')).toBe(true);
    expect(drawingsOf(style, 'a', CLOSE, { sel: true }).has('circle-rim')).toBe(true);
  });

  it('are not drawn for what is digitised', () => {
    expect(
      createStyle(createBundleOf(createFeature({ id: 'a', layer: 'seats', kind: 'town-seat' })))
        .sources['circles']!.features,
    ).toEqual([]);
  });
});

describe('areas', () => {
  const ringsOf = (style: SceneStyle): readonly Position[][] =>
    featuresOf(style, 'tourism', 'a').map(({ geometry }) => (geometry as Polygon).coordinates[0]!);
  const square: Position[] = [
    [113.4, 38],
    [113.41, 38],
    [113.41, 38.008],
    [113.4, 38.008],
    [113.4, 38],
  ];

  it('that are soft are nested copies, each inside the one before it', () => {
    const style = createStyle(shipped);
    for (const { properties } of placed(shipped).filter((f) => f.properties.layer === 'zones')) {
      const copies = featuresOf(style, 'tourism', properties.id).filter(
        ({ geometry }) => geometry.type === 'Polygon',
      );
      const rings = copies.map(({ geometry }) => (geometry as Polygon).coordinates[0]!);
      expect(rings.length).toBeGreaterThan(4);
      for (const [step, ring] of rings.entries()) {
        expect(copies[step]!.properties!['step']).toBe(step);
        if (step === 0) continue;
        const isInside = ring.every((position) => liesIn(position, rings[step - 1]!));
        expect(isInside, `${properties.id}, step ${step}`).toBe(true);
      }
    }
  });

  it.each([
    ['a square of 900 metres', square],
    ['the same the other way round', square.toReversed()],
    ['a circle of 300 metres', circleRing([113.4, 38], 0.3)],
    ['a narrow strip', strip(0.2, 0.004)],
  ])('keep %s soft and inside itself', (_, ring) => {
    const rings = ringsOf(createStyle(createBundleOf(createArea(ring))));
    const areas = rings.map((nested) => Math.abs(signedArea(nested)));
    expect(rings.length).toBeGreaterThan(4);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    for (const nested of rings.slice(1)) {
      expect(nested.every((position) => liesIn(position, ring))).toBe(true);
    }
  });

  it('together are as strong where all copies lie as a crisp area is', () => {
    const strength = (certainty: 'inferred' | 'surveyed'): number => {
      const style = createStyle(createBundleOf(createArea(circleRing([113.4, 38], 9), certainty)));
      const each = drawingsOf(style, 'a', CLOSE).get('tourism-area')!;
      return 1 - (1 - each) ** ringsOf(style).length;
    };
    expect(strength('inferred')).toBeCloseTo(0.3, 6);
    expect(strength('surveyed')).toBeCloseTo(0.3, 6);
  });

  it.each(['surveyed', 'digitised'] as const)(
    'that are %s are one copy with a rim',
    (certainty) => {
      const style = createStyle(createBundleOf(createArea(square, certainty)));
      expect(ringsOf(style)).toEqual([square]);
      expect(drawingsOf(style, 'a', CLOSE).has('tourism-area-rim')).toBe(true);
    },
  );

  it('keep their holes', () => {
    const hole = circleRing([113.4, 38], 2).toReversed();
    const feature = createArea(circleRing([113.4, 38], 9));
    const geometry: Polygon = {
      type: 'Polygon',
      coordinates: [(feature.geometry as Polygon).coordinates[0]!, hole],
    };
    const style = createStyle(createBundleOf({ ...feature, geometry }));
    for (const drawn of featuresOf(style, 'tourism', 'a')) {
      expect((drawn.geometry as Polygon).coordinates[1]).toEqual(hole);
    }
  });

  it('take the colours of their class in the order of the bundle', () => {
    const style = createStyle(shipped);
    const colours = placed(shipped)
      .filter(({ properties }) => properties.layer === 'zones')
      .map(
        ({ properties }) => featuresOf(style, 'tourism', properties.id)[0]!.properties!['colour'],
      );
    expect(colours).toEqual(['zone-1', 'zone-2', 'zone-3', 'zone-4']);
  });
});

describe('the mask', () => {
  const maskOf = (bundle: PlanBundle): Position[][] =>
    (
      createStyle(bundle).sources['ground']!.features.find(
        ({ properties }) => properties?.['part'] === 'mask',
      )!.geometry as Polygon
    ).coordinates;
  const outlineOf = (bundle: PlanBundle): Position[] =>
    (
      bundle.features.features.find(({ properties }) => properties.layer === 'boundary')!
        .geometry as Polygon
    ).coordinates[0]!;
  const createCounty = (center: readonly [number, number]): PlanBundle => {
    const [lng, lat] = center;
    const bundle = createBundleOf(
      createFeature(
        { id: 'county', layer: 'boundary', kind: 'county' },
        { type: 'Polygon', coordinates: [circleRing(center, 20)] },
      ),
    );
    const extent = [lng - 0.5, lat - 0.5, lng + 0.5, lat + 0.5] as const;
    return { ...bundle, bundle: { ...bundle.bundle, extent } };
  };

  it('has the county as its hole', () => {
    expect(maskOf(shipped)[1]).toEqual(outlineOf(shipped));
  });

  it.each([
    ['the shipped county', () => shipped],
    ['a county in Hainan', () => createCounty([109.5, 18.5])],
    ['a county in Heilongjiang', () => createCounty([134, 48])],
  ])('reaches beyond all that the camera may see of %s', (_, create) => {
    const bundle = create();
    const [west, south, east, north] = createStyle(bundle).maxBounds;
    const outer = maskOf(bundle)[0]!;
    for (const corner of [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]) {
      expect(liesIn(corner, outer)).toBe(true);
    }
  });
});

describe('the looks of a scene', () => {
  const looksAfter = (...requests: readonly ViewerRequest[]): MapScene['looks'] =>
    createScene(createBundle(), ...requests).looks;

  it('hold nothing while all is shown at full strength', () => {
    const layers = { parks: { isVisible: true } };
    expect(looksAfter({ type: 'layers', changes: layers })).toEqual({});
  });

  it('give the features of a hidden layer no opacity', () => {
    const looks = looksAfter({ type: 'layers', changes: { roads: { isVisible: false } } });
    expect(looks['s45']?.opacity).toBe(0);
    expect(looks['zong-2']).toBeUndefined();
  });

  it('follow the slider of a layer', () => {
    const looks = looksAfter({ type: 'layers', changes: { roads: { opacity: 0.4 } } });
    expect(looks['s45']?.opacity).toBe(0.4);
  });

  it('dim what is outside the lens, and leave the rest', () => {
    const looks = looksAfter({ type: 'lens', lens: { statuses: ['existing'] } });
    expect(looks['airport']?.opacity).toBeGreaterThan(0);
    expect(looks['airport']?.opacity).toBeLessThan(0.3);
    expect(looks['s45']).toBeUndefined();
  });

  it('keep the outline in sight where the lens leaves no stage: that is a spotlight', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'county', layer: 'boundary', kind: 'county' }),
      createFeature({ id: 'road', layer: 'roads', kind: 'motorway' }),
    );
    const { looks } = createScene(bundle, { type: 'lens', lens: { statuses: [] } });
    expect(looks['county']!.opacity).toBe(0.5);
    expect(looks['road']!.opacity).toBeLessThan(0.3);
    const lens: ViewerRequest = { type: 'lens', lens: { statuses: ['proposed'] } };
    expect(createScene(bundle, lens).looks['county']!.opacity).toBeLessThan(0.3);
  });

  it('multiply slider and lens', () => {
    const dimmed = looksAfter({ type: 'lens', lens: { statuses: ['existing'] } });
    const both = looksAfter(
      { type: 'lens', lens: { statuses: ['existing'] } },
      { type: 'layers', changes: { airport: { opacity: 0.5 } } },
    );
    expect(both['airport']!.opacity).toBeCloseTo(dimmed['airport']!.opacity / 2, 10);
  });

  it('dim what comes after the year of the lens', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'early', phase: { to: 2022 } }),
      createFeature({ id: 'late', phase: { to: 2030 } }),
      createFeature({ id: 'open' }),
    );
    const { looks } = createScene(bundle, { type: 'lens', lens: { horizon: 2025 } });
    expect(Object.keys(looks)).toEqual(['late']);
  });

  it('hide what was given up, until the lens asks for it', () => {
    const bundle = createBundleOf(createFeature({ id: 'a', status: 'cancelled' }));
    const asked: ViewerRequest = { type: 'lens', lens: { statuses: ['existing', 'cancelled'] } };
    expect(createScene(bundle).looks['a']?.opacity).toBe(0);
    expect(createScene(bundle, asked).looks['a']).toBeUndefined();
  });

  it('mark the selection as selected', () => {
    const looks = looksAfter({ type: 'select', feature: 's45', origin: 'list' });
    expect(looks['s45']).toMatchObject({ isSelected: true, isLit: false, opacity: 1 });
  });

  it('mark what is hovered as lit', () => {
    const looks = looksAfter({ type: 'hover', features: ['s45'], phrase: null, origin: 'map' });
    expect(looks['s45']).toEqual({ opacity: 1, isLit: true, isSelected: false });
  });

  it('mark what the host highlights as lit', () => {
    const looks = looksAfter({ type: 'highlight', features: ['s45'], clauses: [], fit: false });
    expect(looks['s45']?.isLit).toBe(true);
  });

  it('light the sites of a cluster that has no place itself', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'site' }),
      createFeature({ id: 'cluster', layer: 'clusters', members: ['site'] }, null),
    );
    const hovered = createScene(bundle, {
      type: 'hover',
      features: ['cluster'],
      phrase: null,
      origin: 'text',
    });
    const selected = createScene(bundle, { type: 'select', feature: 'cluster', origin: 'list' });
    expect(hovered.looks['site']?.isLit).toBe(true);
    expect(selected.looks['site']?.isLit).toBe(true);
  });

  it('light no member of a corridor, which is drawn itself', () => {
    const looks = looksAfter({ type: 'select', feature: 'zong-2', origin: 'list' });
    expect(looks['s45']).toBeUndefined();
  });

  it('make a selected line stand out, unless its layer is off', () => {
    const style = createStyle(createBundle());
    expect(drawingsOf(style, 's45', CLOSE).has('transport-glow')).toBe(false);
    expect(drawingsOf(style, 's45', CLOSE, { sel: true }).get('transport-glow')).toBeGreaterThan(
      0.5,
    );
    expect(drawingsOf(style, 's45', CLOSE, { lit: true }).get('transport-glow')).toBeGreaterThan(
      0.3,
    );
    expect(drawingsOf(style, 's45', CLOSE, { sel: true, lit: true, o: 0 }).size).toBe(0);
  });

  it('hide each shipped feature wholly at opacity 0, even when selected and lit', () => {
    const style = createStyle(shipped);
    for (const { properties } of placed(shipped)) {
      const drawn = drawingsOf(style, properties.id, CLOSE, { o: 0, sel: true, lit: true });
      expect([properties.id, ...drawn.keys()]).toEqual([properties.id]);
    }
  });

  it('let opacity weaken every drawing of a feature in step', () => {
    const style = createStyle(shipped);
    for (const { properties } of placed(shipped)) {
      const full = drawingsOf(style, properties.id, CLOSE);
      const half = drawingsOf(style, properties.id, CLOSE, { o: 0.5 });
      for (const [layer, strength] of full) {
        expect(half.get(layer), `${properties.id} in ${layer}`).toBeCloseTo(strength / 2, 6);
      }
    }
  });
});

describe('the hidden layers of a scene', () => {
  it('are those that are switched off', () => {
    const scene = createScene(createBundle(), {
      type: 'layers',
      changes: { roads: { isVisible: false } },
    });
    expect(scene.hiddenLayers).toEqual(['roads', 'parks']);
  });
});

describe('the focus labels', () => {
  const seats = Array.from({ length: 14 }, (_, index) =>
    createFeature({
      id: `seat-${index}`,
      layer: 'seats',
      kind: 'town-seat',
      name: `镇${index}`,
      planRefs: [
        { doc: 'outline', para: 'city', quote: '副中心城市', role: 'mentions', basis: 'named' },
      ],
    }),
  );
  const selectPhrase = (bundle: PlanBundle): ViewerRequest => ({
    type: 'select-phrase',
    phrase: `city/${bundle.plan.docs[0]!.paragraphs[0]!.text.indexOf('副中心城市')}-9`,
    origin: 'text',
  });
  const idsOf = (scene: MapScene): unknown[] =>
    scene.focusLabels.features.map(({ properties }) => properties?.['id']);

  it('name the selection, in its order', () => {
    const bundle = createBundle();
    const scene = createScene(bundle, { type: 'select', clause: 'city', origin: 'text' });
    expect(idsOf(scene)).toEqual(['zong-2', 'zong-3', 's45']);
  });

  it('stand where the feature says that its name goes', () => {
    const bundle = createBundleOf(
      createFeature({ id: 'a', layer: 'seats', kind: 'town-seat', labelAt: [113.5, 38.2] }),
    );
    const { focusLabels } = createScene(bundle, { type: 'select', feature: 'a', origin: 'map' });
    expect(focusLabels.features[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [113.5, 38.2],
    });
  });

  it('name up to thirteen', () => {
    const bundle = createBundleOf(...seats.slice(0, 13));
    expect(idsOf(createScene(bundle, selectPhrase(bundle)))).toHaveLength(13);
  });

  it('name none of fourteen, which keep their own names instead', () => {
    const bundle = createBundleOf(...seats);
    const scene = createScene(bundle, selectPhrase(bundle));
    expect(scene.looks['seat-0']?.isSelected).toBe(true);
    expect(idsOf(scene)).toEqual([]);
    expect(scene.looks['seat-0']?.isNamed ?? false).toBe(false);
    expect(drawingsOf(scene.style, 'seat-0', CLOSE, { sel: true }).get('labels')).toBe(1);
  });

  it('take the place of a feature’s own name', () => {
    const bundle = createBundleOf(...seats.slice(0, 2));
    const scene = createScene(bundle, selectPhrase(bundle));
    expect(scene.looks['seat-0']?.isNamed).toBe(true);
    expect(drawingsOf(scene.style, 'seat-0', CLOSE, { sel: true, named: true }).has('labels')).toBe(
      false,
    );
  });

  it('name nothing that has no place', () => {
    const scene = createScene(createBundle(), { type: 'select', feature: 'park', origin: 'list' });
    expect(idsOf(scene)).toEqual([]);
  });

  it('name nothing whose layer is switched off', () => {
    const scene = createScene(
      createBundle(),
      { type: 'select', clause: 'city', origin: 'text' },
      { type: 'layers', changes: { corridors: { isVisible: false } } },
    );
    expect(idsOf(scene)).toEqual(['s45']);
    expect(scene.looks['zong-2']?.isNamed ?? false).toBe(false);
  });

  it('hold no property but those that the style reads', () => {
    const known = new Set(KNOWN_PROPERTIES.split(' '));
    const scene = createScene(createBundle(), { type: 'select', feature: 's45', origin: 'map' });
    const names = Object.keys(scene.focusLabels.features[0]?.properties ?? {});
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the pulse', () => {
  it('runs along selected corridors for a few seconds', () => {
    const { pulse } = createScene(createBundle(), {
      type: 'select',
      feature: 'zong-2',
      origin: 'map',
    });
    expect(pulse?.paths).toEqual([
      [
        [113.4, 38],
        [113.4, 38.3],
      ],
    ]);
    expect(pulse?.durationMs).toBeLessThanOrEqual(10_000);
  });

  it('runs along nothing but corridors', () => {
    const select = (feature: string): MapScene =>
      createScene(createBundle(), { type: 'select', feature, origin: 'map' });
    expect([
      select('s45').pulse,
      select('airport').pulse,
      createScene(createBundle()).pulse,
    ]).toEqual([null, null, null]);
  });

  it('does not run along corridors that are switched off', () => {
    const scene = createScene(
      createBundle(),
      { type: 'select', feature: 'zong-2', origin: 'map' },
      { type: 'layers', changes: { corridors: { isVisible: false } } },
    );
    expect(scene.pulse).toBeNull();
  });

  it('has another key for another selection and flavour', () => {
    const bundle = createBundle();
    const keys = [
      createScene(bundle, { type: 'select', feature: 'zong-2', origin: 'map' }),
      createScene(bundle, { type: 'select', feature: 'zong-3', origin: 'map' }),
      createScene(
        bundle,
        { type: 'select', feature: 'zong-3', origin: 'map' },
        { type: 'flavour', choice: 'dark', drawn: 'dark' },
      ),
    ].map(({ pulse }) => pulse?.key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('what a change costs', () => {
  const hover: ViewerRequest = { type: 'hover', features: ['s45'], phrase: null, origin: 'map' };

  it.each<readonly [string, ViewerRequest]>([
    ['a hover', hover],
    ['a selection', { type: 'select', feature: 'zong-2', origin: 'text' }],
    ['a layer switch', { type: 'layers', changes: { roads: { isVisible: false } } }],
    ['a slider', { type: 'layers', changes: { roads: { opacity: 0.5 } } }],
    ['the lens', { type: 'lens', lens: { statuses: ['existing'] } }],
    ['the graticule', { type: 'graticule', isOn: true }],
  ])('%s passes the style through as the same object', (_, request) => {
    const bundle = createBundle();
    const style = createStyle(bundle);
    const scene = buildScene(createState(bundle, request), bundle, cartography, style);
    expect(scene.style).toBe(style);
  });

  it('a hover names only what is hovered', () => {
    const before = createScene(shipped);
    const [id] = placed(shipped).map(({ properties }) => properties.id);
    const after = createScene(shipped, {
      type: 'hover',
      features: [id!],
      phrase: null,
      origin: 'map',
    });
    const changed = Object.keys(after.looks).filter(
      (key) => JSON.stringify(after.looks[key]) !== JSON.stringify(before.looks[key]),
    );
    expect(changed).toEqual([id]);
    expect(after.focusLabels).toEqual(before.focusLabels);
    expect(after.hiddenLayers).toEqual(before.hiddenLayers);
    expect(after.pulse).toEqual(before.pulse);
  });

  it('the same state gives the same scene', () => {
    const bundle = createBundle();
    const style = createStyle(bundle);
    const state = createState(bundle, hover);
    expect(buildScene(state, bundle, cartography, style)).toEqual(
      buildScene(state, bundle, cartography, style),
    );
  });
});

/** The words of a symbol layer's text for a feature of its source. */
function nameOf(style: SceneStyle, layerId: string, id: string, zoom: number): string {
  const layer = style.layers.find((candidate) => candidate.id === layerId)!;
  const [feature] = featuresOf(style, layer.source!, id);
  return String(evaluate(layer, 'text-field', feature!, zoom));
}

/** A colour of the style specification, as #rrggbb. */
function toHex(colour: unknown): string {
  const { r, g, b } = colour as { r: number; g: number; b: number };
  return `#${[r, g, b]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function strip(lengthDegrees: number, widthDegrees: number): Position[] {
  return [
    [113.4, 38],
    [113.4 + lengthDegrees, 38],
    [113.4 + lengthDegrees, 38 + widthDegrees],
    [113.4, 38 + widthDegrees],
    [113.4, 38],
  ];
}

/** Even–odd rule. */
function liesIn(position: Position, ring: readonly Position[]): boolean {
  const [x, y] = position as [number, number];
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1] as [number, number];
    const [x2, y2] = ring[index] as [number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}
