import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/contracts/errors.ts';
import type { PlanBundle, PlanFeature } from '../../../src/contracts/bundle.ts';
import { checkSchema } from '../../../src/cli/schema-check.ts';
import { checkBundle, checkInSlices } from '../../../src/core/check-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

// A copy that a test may break at will.
// eslint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const createBroken = (breakIt: (copy: Loose) => void): PlanBundle => {
  const copy = JSON.parse(JSON.stringify(shipped)) as Loose;
  breakIt(copy);
  return copy as unknown as PlanBundle;
};

const findFeature = (copy: Loose, id: string): Loose =>
  copy['features'].features.find((feature: Loose) => feature['properties'].id === id);
const findEntry = (copy: Loose, list: string, id: string): Loose =>
  copy[list].find((entry: Loose) => entry['id'] === id);

interface Breakage {
  readonly name: string;
  readonly breakIt: (copy: Loose) => void;
  readonly code: string;
  readonly file: string;
  readonly at: string;
  /** What the message must name. */
  readonly shown: readonly string[];
}

const TILES = {
  format: 'mvt',
  href: 'tiles/{z}/{x}/{y}.pbf',
  sourceLayers: ['workings'],
  feature: 'mine-yuejin',
};
const breakTiles =
  (change: Loose) =>
  (copy: Loose): void => {
    findEntry(copy, 'layers', 'mines')['tiles'] = { ...TILES, ...change };
  };
const IN_MINES = { file: 'plan-bundle.json', at: 'mines' } as const;

const BREAKAGES: readonly Breakage[] = [
  {
    name: 'tiles of a feature that is not there',
    breakIt: breakTiles({ feature: 'mine-none' }),
    ...{ code: 'dangling-feature', ...IN_MINES },
    shown: ['layer "mines"', '"mine-none"'],
  },
  {
    name: 'tiles of a feature of another layer',
    breakIt: breakTiles({ feature: 'airport' }),
    ...{ code: 'tiles-feature-elsewhere', ...IN_MINES },
    shown: ['layer "mines"', '"airport"', 'layer "airport"'],
  },
  {
    name: 'tiles at an address that runs code',
    breakIt: breakTiles({ href: ' java\tscript:{z}{x}{y}' }),
    ...{ code: 'unsafe-url', ...IN_MINES },
    shown: ['layer "mines"', 'script:'],
  },
  {
    name: 'tiles at an address without a scheme and with a host',
    breakIt: breakTiles({ href: '//elsewhere.example/{z}/{x}/{y}' }),
    ...{ code: 'unsafe-url', ...IN_MINES },
    shown: ['layer "mines"', 'elsewhere.example'],
  },
  {
    name: 'tiles at an address that is the same for all',
    breakIt: breakTiles({ href: 'tiles/{z}/{x}.pbf' }),
    ...{ code: 'tiles-address', ...IN_MINES },
    shown: ['layer "mines"', '{y}'],
  },
  {
    name: 'tiles of a server that do not say what they hold',
    breakIt: breakTiles({ sourceLayers: undefined }),
    ...{ code: 'tiles-source-layers', ...IN_MINES },
    shown: ['layer "mines"', 'which layers'],
  },
  {
    name: 'an unknown paragraph',
    breakIt: (copy) =>
      (findFeature(copy, 'cangshan')['properties'].planRefs[0].para = 'positioning-x'),
    ...{ code: 'dangling-paragraph', file: 'tourism.geojson', at: 'cangshan' },
    shown: ['feature "cangshan" cites unknown paragraph "positioning-x"'],
  },
  {
    name: 'an unknown document',
    breakIt: (copy) => (findFeature(copy, 'cangshan')['properties'].planRefs[0].doc = 'annex'),
    ...{ code: 'dangling-document', file: 'tourism.geojson', at: 'cangshan' },
    shown: ['"cangshan"', '"annex"'],
  },
  {
    name: 'an unknown source',
    breakIt: (copy) => findFeature(copy, 'airport')['properties'].sources.push('rumour'),
    ...{ code: 'dangling-source', file: 'airport.geojson', at: 'airport' },
    shown: ['"airport"', '"rumour"'],
  },
  {
    name: 'an unknown source of an attribute',
    breakIt: (copy) =>
      (findFeature(copy, 'airport')['properties'].attributes[0].source = 'hearsay'),
    ...{ code: 'dangling-source', file: 'airport.geojson', at: 'airport' },
    shown: ['"hearsay"'],
  },
  {
    name: 'an unknown member',
    breakIt: (copy) => findFeature(copy, 'zong-1')['properties'].members.push('g999'),
    ...{ code: 'dangling-member', file: 'transport.geojson', at: 'zong-1' },
    shown: ['"zong-1"', '"g999"'],
  },
  {
    name: 'an unknown layer',
    breakIt: (copy) => (findFeature(copy, 'hutuo')['properties'].layer = 'rivers'),
    ...{ code: 'dangling-layer', file: 'plan-bundle.json', at: 'hutuo' },
    shown: ['"hutuo"', '"rivers"'],
  },
  {
    name: 'a view on an unknown feature',
    breakIt: (copy) => (findEntry(copy, 'views', 'airport')['focus'] = ['runway']),
    ...{ code: 'dangling-feature', file: 'plan-bundle.json', at: 'airport' },
    shown: ['view "airport"', '"runway"'],
  },
  {
    name: 'a quote that the plan does not hold',
    breakIt: (copy) => (findFeature(copy, 'zong-1')['properties'].planRefs[0].quote = '五纵五横'),
    ...{ code: 'quote-not-found', file: 'transport.geojson', at: 'zong-1' },
    shown: ['“五纵五横”', '"positioning-livable-city"'],
  },
  {
    name: 'a feature id that occurs twice',
    breakIt: (copy) => (findFeature(copy, 'qianfosi')['properties'].id = 'sanjianshan'),
    ...{ code: 'duplicate-feature', file: 'tourism.geojson', at: 'sanjianshan' },
    shown: ['"sanjianshan"'],
  },
  {
    name: 'a source id that occurs twice',
    breakIt: (copy) => copy['sources'].push({ ...copy['sources'][0] }),
    ...{ code: 'duplicate-source', file: 'plan-bundle.json', at: 'outline' },
    shown: ['"outline"'],
  },
  {
    name: 'a feature without citations',
    breakIt: (copy) => (findFeature(copy, 'g207')['properties'].planRefs = []),
    ...{ code: 'feature-uncited', file: 'transport.geojson', at: 'g207' },
    shown: ['"g207"'],
  },
  {
    name: 'a feature without sources',
    breakIt: (copy) => (findFeature(copy, 'g207')['properties'].sources = []),
    ...{ code: 'source-missing', file: 'transport.geojson', at: 'g207' },
    shown: ['"g207"'],
  },
  {
    name: 'a position outside the county’s surroundings',
    breakIt: (copy) => (findFeature(copy, 'xiyan')['geometry'].coordinates = [38.1834, 113.0736]),
    ...{ code: 'outside-extent', file: 'settlements.geojson', at: 'xiyan' },
    shown: ['"xiyan"', '38.1834, 113.0736', '112.7, 37.75, 114.05, 38.75'],
  },
  {
    name: 'a geometry of unknown certainty',
    breakIt: (copy) => (findFeature(copy, 'xiyan')['properties'].accuracy = { class: 'unknown' }),
    ...{ code: 'geometry-accuracy-mismatch', file: 'settlements.geojson', at: 'xiyan' },
    shown: ['"xiyan"', 'Point', '"unknown"'],
  },
  {
    name: 'a certainty without geometry',
    breakIt: (copy) => (findFeature(copy, 'airport')['geometry'] = null),
    ...{ code: 'geometry-accuracy-mismatch', file: 'airport.geojson', at: 'airport' },
    shown: ['no geometry', '"inferred"'],
  },
  {
    name: 'a geometry without its radius',
    breakIt: (copy) => delete findFeature(copy, 'xiyan')['properties'].accuracy.horizontalM,
    ...{ code: 'horizontal-accuracy-missing', file: 'settlements.geojson', at: 'xiyan' },
    shown: ['"xiyan"', 'horizontalM'],
  },
  {
    name: 'an inferred feature without its label',
    breakIt: (copy) => (findFeature(copy, 'zone-hutuo')['properties'].accuracy.label = '推断'),
    ...{ code: 'inferred-unlabelled', file: 'tourism.geojson', at: 'zone-hutuo' },
    shown: ['"zone-hutuo"', '"推断"'],
  },
  {
    name: 'an address that runs script',
    breakIt: (copy) => (findEntry(copy, 'sources', 'osm')['url'] = 'java\tscript:alert(1)'),
    ...{ code: 'unsafe-url', file: 'plan-bundle.json', at: 'osm' },
    shown: ['"osm"', 'script:alert(1)'],
  },
  {
    name: 'a paragraph that nobody accounts for',
    breakIt: (copy) => copy['nonSpatial'].shift(),
    ...{ code: 'paragraph-unaccounted', file: 'plan-bundle.json', at: 'principle-party' },
    shown: ['"principle-party"'],
  },
  {
    name: 'a paragraph that is cited and declared non-spatial',
    breakIt: (copy) =>
      copy['nonSpatial'].push({ doc: 'outline', para: 'goals-innovation', reason: '无' }),
    ...{
      code: 'paragraph-cited-and-non-spatial',
      file: 'plan-bundle.json',
      at: 'goals-innovation',
    },
    shown: ['"goals-innovation"', '"park-xiushui"'],
  },
  {
    name: 'a number that is a string',
    breakIt: (copy) => (findFeature(copy, 'xiyan')['properties'].accuracy.horizontalM = '1500'),
    ...{ code: 'schema-type', file: 'settlements.geojson', at: 'xiyan' },
    shown: ['feature "xiyan"', 'properties.accuracy.horizontalM', '"1500"'],
  },
  {
    name: 'an unknown status',
    breakIt: (copy) => (findFeature(copy, 'airport')['properties'].status = 'built'),
    ...{ code: 'schema-enum', file: 'airport.geojson', at: 'airport' },
    shown: ['feature "airport"', 'properties.status', '"built"'],
  },
  {
    name: 'a misspelt property',
    breakIt: (copy) => (findFeature(copy, 'airport')['properties'].naem = 'x'),
    ...{ code: 'schema-unknown-property', file: 'airport.geojson', at: 'airport' },
    shown: ['feature "airport"', '"naem"'],
  },
  {
    name: 'a feature without accuracy',
    breakIt: (copy) => delete findFeature(copy, 'airport')['properties'].accuracy,
    ...{ code: 'schema-required', file: 'airport.geojson', at: 'airport' },
    shown: ['feature "airport"', '"accuracy"'],
  },
  {
    name: 'an id that is no id',
    breakIt: (copy) => (findFeature(copy, 'cluster-farming')['properties'].id = 'Cluster Farming'),
    ...{ code: 'schema-pattern', file: 'industry.geojson', at: 'Cluster Farming' },
    shown: ['"Cluster Farming"'],
  },
  {
    name: 'an unknown theme',
    breakIt: (copy) => (findEntry(copy, 'layers', 'water')['theme'] = 'rivers'),
    ...{ code: 'schema-enum', file: 'plan-bundle.json', at: 'water' },
    shown: ['layer "water"', 'theme', '"rivers"'],
  },
  {
    name: 'a radius below zero',
    breakIt: (copy) => (findFeature(copy, 'xiyan')['properties'].accuracy.horizontalM = -5),
    ...{ code: 'schema-exclusiveminimum', file: 'settlements.geojson', at: 'xiyan' },
    shown: ['horizontalM is -5, against exclusiveMinimum 0'],
  },
  {
    name: 'another version',
    breakIt: (copy) => (copy['bundle'].version = '9'),
    ...{ code: 'schema-const', file: 'plan-bundle.json', at: 'bundle.version' },
    shown: ['bundle.version', '"9"'],
  },
];

describe('checkBundle', () => {
  it('finds nothing wrong with the shipped bundle', () => {
    expect(checkBundle(shipped, checkSchema)).toEqual([]);
  });

  it.each(BREAKAGES)('finds $name', ({ breakIt, code, file, at, shown }) => {
    const problems = checkBundle(createBroken(breakIt), checkSchema);
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems, null, 2)).toMatchObject({
      code,
      file,
      at,
      severity: 'error',
    });
    for (const words of shown) expect(found?.message).toContain(words);
    expect(found?.remedy).not.toBe('');
  });

  it('tells at least twelve kinds of breakage apart', () => {
    expect(new Set(BREAKAGES.map(({ code }) => code)).size).toBeGreaterThanOrEqual(12);
  });

  it('reports one breakage once and nothing else', () => {
    const broken = createBroken(
      (copy) => (findFeature(copy, 'cangshan')['properties'].planRefs[2].para = 'positioning-x'),
    );
    expect(checkBundle(broken, checkSchema)).toHaveLength(1);
  });

  it('goes on checking the other features when one does not fit the schema', () => {
    const broken = createBroken((copy) => {
      findFeature(copy, 'airport')['properties'].status = 'built';
      findFeature(copy, 'cangshan')['properties'].sources = ['rumour'];
    });
    expect(checkBundle(broken, checkSchema).map(({ code }) => code)).toEqual([
      'schema-enum',
      'dangling-source',
    ]);
  });

  it.each([
    [{}],
    [null],
    [[]],
    [{ features: { features: null } }],
    [{ features: { features: [null] } }],
  ])('does not throw on %j', (value) => {
    expect(checkBundle(value as unknown as PlanBundle, checkSchema).length).toBeGreaterThan(0);
  });

  it('asks the caller for the file of a feature', () => {
    const broken = createBroken(
      (copy) => (findFeature(copy, 'hutuo')['properties'].layer = 'rivers'),
    );
    const [problem] = checkBundle(broken, (): readonly Problem[] => [], {
      fileOf: () => 'water.geojson',
    });
    expect(problem).toMatchObject({ code: 'dangling-layer', file: 'water.geojson' });
  });

  describe('of a large plan', () => {
    const COUNT = 2500;
    const createLarge = (breakIt: (feature: PlanFeature, index: number) => PlanFeature) => {
      const [first] = shipped.features.features;
      const features = Array.from({ length: COUNT }, (_, index) =>
        breakIt({ ...first!, properties: { ...first!.properties, id: `copy-${index}` } }, index),
      );
      return {
        ...shipped,
        features: { ...shipped.features, features: [...shipped.features.features, ...features] },
      };
    };
    const countStops = (bundle: PlanBundle): number =>
      [...checkInSlices(bundle, checkSchema)].length;

    it('stops now and then, so that others may go first', () => {
      const large = createLarge((feature) => feature);
      expect(checkBundle(large, checkSchema)).toEqual([]);
      expect(countStops(large)).toBeGreaterThanOrEqual(6);
      expect(countStops(shipped)).toBeLessThan(4);
    });

    it('names what is wrong in any slice by its place in the whole', () => {
      const broken = createLarge((feature, index) => {
        const { properties } = feature;
        if (index === COUNT - 1)
          return { ...feature, properties: { ...properties, sources: ['rumour'] } };
        if (index !== 1700) return feature;
        return { ...feature, properties: { ...properties, status: 'built' as 'planned' } };
      });
      expect(checkBundle(broken, checkSchema).map(({ code, at }) => [code, at])).toEqual([
        ['schema-enum', 'copy-1700'],
        ['dangling-source', `copy-${COUNT - 1}`],
      ]);
      const nameless = createLarge((feature, index) =>
        index === 1700 ? ({ ...feature, properties: {} } as unknown as PlanFeature) : feature,
      );
      const place = shipped.features.features.length + 1700;
      expect(checkBundle(nameless, checkSchema)[0]?.message).toContain(`feature ${place}`);
    });

    it('finds an id that stands in two slices', () => {
      const twice = createLarge((feature, index) =>
        index === 2400
          ? { ...feature, properties: { ...feature.properties, id: 'copy-3' } }
          : feature,
      );
      expect(checkBundle(twice, checkSchema)).toMatchObject([
        { code: 'duplicate-feature', at: 'copy-3' },
      ]);
    });
  });
});
