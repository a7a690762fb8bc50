import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { ViewState } from '../../../src/contracts/state.ts';
import { DEFAULT_COMPARE, FULL_LENS } from '../../../src/core/initial-state.ts';
import { linkClauses } from '../../../src/core/link-clauses.ts';
import { completeView, decodePermalink, encodePermalink } from '../../../src/core/permalink.ts';
import { toViewState } from '../../../src/core/view-state.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createRandom } from '../../fixtures/create-random.ts';
import { createState } from '../../fixtures/create-state.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const createView = (overrides: Partial<ViewState> = {}): ViewState => ({
  ...toViewState(createState(createPlan())),
  ...overrides,
});

function createPlan(): PlanBundle {
  return createBundle({
    views: [{ id: 'network', title: '网', layers: ['transport'], para: 'city' }],
  });
}

const roundTrip = (view: ViewState, bundle = createPlan()): ReturnType<typeof decodePermalink> =>
  decodePermalink(`#${encodePermalink(view, bundle)}`, bundle);

const MANY_LAYERS = ['corridors', 'roads', 'airport'];
const QUAD = 'city/18-22';

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

describe('the address of a view', () => {
  it('of the default view says its version alone', () => {
    expect(encodePermalink(createView(), createPlan())).toBe('v=1');
  });

  it.each<readonly [string, Partial<ViewState>]>([
    ['feature', { feature: 's45', clause: 'city' }],
    ['clause', { clause: 'logistics' }],
    ['phrase', { clause: 'city', phrase: QUAD }],
    ['layers', { layers: ['roads'] }],
    ['layers', { layers: [] }],
    ['opacity', { layers: MANY_LAYERS, opacity: { roads: 0.25, airport: 0 } }],
    ['camera', { camera: { center: [113.41234, 38.08765], zoom: 10.25, bearing: 0, pitch: 0 } }],
    ['camera', { camera: { center: [113.4, 38.1], zoom: 9, bearing: -35.5, pitch: 42 } }],
    ['lens', { lens: { statuses: ['planned', 'proposed'], horizon: null } }],
    ['lens', { lens: { statuses: [...FULL_LENS.statuses], horizon: 2025 } }],
    ['lens', { lens: { statuses: [], horizon: null } }],
    ['lens', { lens: { statuses: [...FULL_LENS.statuses, 'cancelled'], horizon: 2035 } }],
    ['scene', { scene: 'network' }],
    ['lang', { lang: 'en' }],
    ['flavour', { flavour: 'dark' }],
    ['flavour', { flavour: 'projector' }],
    ['find', { find: '四纵四横' }],
    ['find', { find: 'a+b & c=d, 50% #1' }],
    ['find', { find: '字'.repeat(100) }],
  ])('gives back %s: %j', (_, overrides) => {
    const { view, problems } = roundTrip(createView(overrides));
    expect(problems).toEqual([]);
    expect(view).toMatchObject(overrides);
  });

  it.each<readonly [string, Partial<ViewState>]>([
    ['feature', { feature: null }],
    ['camera', { camera: null }],
    ['lens', { lens: FULL_LENS }],
    ['lang', { lang: 'zh-Hans' }],
    ['flavour', { flavour: 'auto' }],
    ['find', { find: '' }],
    ['find', { find: '  ' }],
  ])('leaves %s out at its default', (name, overrides) => {
    expect(encodePermalink(createView(overrides), createPlan())).not.toContain(`${name}=`);
  });

  it('leaves out a phrase that feature and clause select anyway', () => {
    const view = toViewState(
      createState(createPlan(), { type: 'select', feature: 's45', origin: 'map' }),
    );
    expect(view.phrase).not.toBeNull();
    expect(encodePermalink(view, createPlan())).toBe('v=1&feature=s45&clause=city');
  });

  it('rounds the camera to a metre, so that links stay short', () => {
    const camera = {
      center: [113.412345678, 38.0876543] as const,
      zoom: 10.256,
      bearing: 0.01,
      pitch: 0,
    };
    expect(encodePermalink(createView({ camera }), createPlan())).toBe(
      'v=1&camera=113.41235,38.08765,10.26',
    );
  });

  it.each(['字'.repeat(101), 'half \ud83d', 'two\nlines'])(
    'leaves out words of find that no link can hold: %j',
    (find) => {
      expect(encodePermalink(createView({ find }), createPlan())).toBe('v=1');
    },
  );

  it.each(['constructor', 'toString', '__proto__'])('survives a layer with the id %s', (id) => {
    const bundle = createBundle({ layers: [{ id, name: id, theme: 'transport', visible: false }] });
    const view = toViewState(
      createState(bundle, {
        type: 'layers',
        changes: Object.fromEntries([[id, { isVisible: true }]]),
      }),
    );
    expect(encodePermalink(view, bundle)).toBe(`v=1&layers=${id}`);
  });

  it('gives back every feature, clause, phrase and scene of the shipped bundle', () => {
    const index = linkClauses(shipped);
    const views = [
      ...shipped.features.features.map(({ properties }) => ({ feature: properties.id })),
      ...[...index.paragraphs.keys()].map((clause) => ({ clause })),
      ...[...index.phrases.values()].map(({ id, para }) => ({ clause: para, phrase: id })),
      ...shipped.views.map(({ id }) => ({ scene: id })),
    ];
    const base = toViewState(createState(shipped));
    for (const overrides of views) {
      const { view, problems } = roundTrip({ ...base, ...overrides }, shipped);
      expect(problems).toEqual([]);
      expect(view).toMatchObject(overrides);
    }
  });
});

describe('reading an address', () => {
  it.each(['', '#', '#section-2', '#v=1', '#top&foo=bar', '#v=1&unknown=3'])(
    'finds nothing to show and nothing to mend in %j',
    (hash) => {
      expect(decodePermalink(hash, createPlan())).toEqual({ view: {}, problems: [] });
    },
  );

  it.each([
    ['feature', 'nobody'],
    ['feature', ''],
    ['feature', '__proto__'],
    ['clause', 'nowhere'],
    ['phrase', '3'],
    ['phrase', '3-'],
    ['phrase', '1234567-1234568'],
    ['layers', 'moon'],
    ['layers', 'roads,,airport'],
    ['layers', 'roads:2'],
    ['layers', 'roads:-0.1'],
    ['layers', 'roads:x'],
    ['layers', 'roads:'],
    ['camera', '113,38'],
    ['camera', '113,38,9,0'],
    ['camera', '13.4,52.5,10'],
    ['camera', '113.4,38.1,99'],
    ['camera', '113.4,,9'],
    ['camera', 'NaN,38,9'],
    ['camera', '113.4,38.1,9,0,89'],
    ['camera', '113.4,38.1,Infinity'],
    ['lens', 'future'],
    ['lens', 'existing@25'],
    ['lens', 'existing@2025@2030'],
    ['lens', 'constructor'],
    ['scene', 'nowhere'],
    ['lang', 'fr'],
    ['lang', 'toString'],
    ['flavour', 'neon'],
    ['find', 'x'.repeat(101)],
    ['find', 'a\u0000b'],
    ['find', 'a\nb'],
  ])('leaves %s=%s at its default and names it', (name, value) => {
    const { view, problems } = decodePermalink(
      `#v=1&lang=en&${name}=${encodeURIComponent(value)}`.replace(/lang=en&(?=lang=)/, ''),
      createPlan(),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'bad-address', severity: 'warning', at: name });
    expect(problems[0]!.message).toContain(name);
    expect(problems[0]!.remedy).not.toBe('');
    expect(view).toEqual(name === 'lang' ? {} : { lang: 'en' });
  });

  it('reads the rest beside a bad value', () => {
    const { view, problems } = decodePermalink(
      '#v=1&feature=nobody&clause=city&lang=en',
      createPlan(),
    );
    expect(view).toEqual({ clause: 'city', lang: 'en' });
    expect(problems.map(({ at }) => at)).toEqual(['feature']);
  });

  it('drops a phrase that the clause does not have, and keeps the clause', () => {
    const { view, problems } = decodePermalink('#v=1&clause=city&phrase=1-2', createPlan());
    expect(view).toEqual({ clause: 'city' });
    expect(problems.map(({ at }) => at)).toEqual(['phrase']);
  });

  it('drops a phrase without a clause', () => {
    const { view, problems } = decodePermalink('#v=1&phrase=18-22', createPlan());
    expect([view, problems.length]).toEqual([{}, 1]);
  });

  it.each(['0', '2', '', 'one', '1.0', '１'])(
    'shows the default for version %j, and says so',
    (version) => {
      const { view, problems } = decodePermalink(`#v=${version}&feature=s45`, createPlan());
      expect(view).toEqual({});
      expect(problems).toEqual([expect.objectContaining({ code: 'bad-address', at: 'v' })]);
    },
  );

  it('shows the default for an address without a version, and says so', () => {
    const { view, problems } = decodePermalink('#feature=s45', createPlan());
    expect([view, problems.map(({ at }) => at)]).toEqual([{}, ['v']]);
  });

  it('refuses two megabytes, and does not quote them', () => {
    const { view, problems } = decodePermalink(
      `#v=1&feature=${'x'.repeat(2_000_000)}`,
      createPlan(),
    );
    expect(view).toEqual({});
    expect(problems.map(({ at }) => at)).toEqual(['address']);
    expect(problems[0]!.message.length).toBeLessThan(200);
  });

  it('quotes no more than the start of a bad value', () => {
    const { problems } = decodePermalink(`#v=1&scene=${'x'.repeat(5000)}`, createPlan());
    expect(problems[0]!.message.length).toBeLessThan(200);
  });

  it.each(['#v=1&feature=%E0%A4%A', '#v=1&feature=%', '#v=1&feature=%00', '#v=1&lens=%FF'])(
    'names the parameter of a broken escape in %s',
    (hash) => {
      expect(decodePermalink(hash, createPlan()).problems).toHaveLength(1);
    },
  );

  it('takes the first of a parameter that is given twice', () => {
    const { view } = decodePermalink('#v=1&lang=en&lang=zh-Hans', createPlan());
    expect(view).toEqual({ lang: 'en' });
  });

  it('switches on and weakens all layers of a theme by its id', () => {
    const { view } = decodePermalink('#v=1&layers=transport:0.5', createPlan());
    const state = createState(createPlan(), { type: 'restore', view, origin: 'url' });
    expect(state.layers['roads']).toEqual({ isVisible: true, opacity: 0.5 });
    expect(state.layers['corridors']).toEqual({ isVisible: true, opacity: 0.5 });
    expect(state.layers['airport']?.isVisible).toBe(false);
  });
});

describe('a measured figure', () => {
  const measure = {
    mode: 'area',
    points: [{ position: [113.412, 38.086], snap: null }],
    isDone: false,
  } as const;
  const tool = { name: 'measure', target: null } as const;

  it('is in the address while the tool is open, and comes back', () => {
    const text = encodePermalink(createView({ tool, measure }), createPlan());
    expect(text).toBe('v=1&tool=measure&measure=area,113.412,38.086');
    expect(decodePermalink(`#${text}`, createPlan())).toEqual({
      view: { tool, measure },
      problems: [],
    });
    expect(encodePermalink(createView({ measure }), createPlan())).toBe('v=1');
  });

  it('that cannot be read gives a problem that names it', () => {
    const { view, problems } = decodePermalink('#v=1&measure=area,1', createPlan());
    expect(view).toEqual({});
    expect(problems[0]).toMatchObject({ code: 'bad-address', at: 'measure' });
  });
});

it('leaves out a camera that looks at another, compared plan far away', () => {
  const camera = { center: [100.5, 20.5], zoom: 9, bearing: 0, pitch: 0 } as const;
  expect(encodePermalink(createView({ camera }), createPlan())).toBe('v=1');
});

describe('completing a view', () => {
  it('means the default where an address says nothing', () => {
    expect(completeView({}, createPlan())).toEqual({
      feature: null,
      clause: null,
      scene: null,
      tool: null,
      compare: DEFAULT_COMPARE,
      layers: MANY_LAYERS,
      opacity: { corridors: 1, roads: 1, airport: 1, parks: 1 },
      lens: FULL_LENS,
      find: '',
    });
  });

  it('leaves to a scene what it shows', () => {
    const { view } = decodePermalink('#v=1&scene=network', createPlan());
    const state = createState(createPlan(), {
      type: 'restore',
      view: completeView(view, createPlan()),
      origin: 'url',
    });
    expect(state.scene).toBe('network');
    expect(state.selection.clause).toBe('city');
    expect(state.layers['airport']?.isVisible).toBe(false);
  });

  it('makes layers opaque again that the address does not weaken', () => {
    const { view } = decodePermalink('#v=1&layers=roads:0.5,airport', createPlan());
    const state = createState(
      createPlan(),
      { type: 'layers', changes: { airport: { opacity: 0.2 } } },
      { type: 'restore', view: completeView(view, createPlan()), origin: 'url' },
    );
    expect([state.layers['airport']?.opacity, state.layers['roads']?.opacity]).toEqual([1, 0.5]);
  });

  it('takes the whole of a state back to another reader', () => {
    const state = createState(
      shipped,
      { type: 'scene', scene: 'tourism' },
      { type: 'lens', lens: { horizon: 2025 } },
    );
    const { view } = roundTrip(toViewState(state), shipped);
    const again = createState(
      shipped,
      { type: 'select', feature: 'airport', origin: 'map' },
      { type: 'restore', view: completeView(view, shipped), origin: 'url' },
    );
    expect(toViewState(again)).toEqual(toViewState(state));
    expect(again.selection.features).toEqual(state.selection.features);
  });
});

describe('links that were published', () => {
  /** Grows, and is never edited: each must open as it did. */
  const PUBLISHED: readonly (readonly [hash: string, view: Partial<ViewState>])[] = [
    ['v=1&feature=airport', { feature: 'airport' }],
    ['v=1&clause=positioning-livable-city', { clause: 'positioning-livable-city' }],
    [
      'v=1&feature=zong-2&clause=positioning-livable-city&camera=113.41,38.09,9.5',
      {
        feature: 'zong-2',
        clause: 'positioning-livable-city',
        camera: { center: [113.41, 38.09], zoom: 9.5, bearing: 0, pitch: 0 },
      },
    ],
    ['v=1&scene=tourism&lang=en', { scene: 'tourism', lang: 'en' }],
    ['v=1&scene=network&flavour=projector', { scene: 'network', flavour: 'projector' }],
    [
      'v=1&layers=boundary,water,seats,zones:0.5,sights&lens=existing,planned@2025',
      {
        layers: ['boundary', 'water', 'seats', 'zones', 'sights'],
        opacity: { zones: 0.5 },
        lens: { statuses: ['existing', 'planned'], horizon: 2025 },
      },
    ],
    ['v=1&layers=', { layers: [] }],
    ['v=1&lens=all@2023', { lens: { ...FULL_LENS, horizon: 2023 } }],
    [
      'v=1&camera=113.4,38.1,10,-20.5,45&flavour=dark',
      {
        camera: { center: [113.4, 38.1], zoom: 10, bearing: -20.5, pitch: 45 },
        flavour: 'dark',
      },
    ],
  ];

  it.each(PUBLISHED)('%s opens as it did', (hash, view) => {
    const decoded = decodePermalink(`#${hash}`, shipped);
    expect(decoded.problems).toEqual([]);
    expect(decoded.view).toMatchObject(view);
  });
});

describe('mutated addresses', () => {
  const SEED = 20_260_101;
  const COUNT = 2000;
  const PIECES = [
    '&',
    '=',
    '#',
    '%',
    '%00',
    '%ff',
    ',',
    ':',
    '@',
    'v=1',
    'v=2',
    '__proto__',
    'constructor',
    '\0',
    '\u{202e}',
    '😀',
    '1e309',
    '-1',
    'NaN',
    '<img src=x onerror=alert(1)>',
    ' ',
    'layers=',
    'camera=',
    'phrase=0-0',
  ];

  const mutate = (text: string, random: () => number): string => {
    let mutated = text;
    for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
      const at = Math.floor(random() * (mutated.length + 1));
      const length = Math.floor(random() * 5);
      const piece = random() < 0.7 ? PIECES[Math.floor(random() * PIECES.length)]! : '';
      mutated = mutated.slice(0, at) + piece + mutated.slice(at + length);
    }
    return mutated;
  };

  const createHashes = (): string[] => {
    const random = createRandom(SEED);
    const start = `v=1&feature=s45&clause=city&phrase=18-22&layers=roads:0.5,airport&camera=113.4,38.1,9,10,20&lens=existing,planned@2025&scene=network&lang=en&flavour=dark`;
    return Array.from({ length: COUNT }, () => mutate(start, random));
  };

  it('never throw, and what they give can be restored', () => {
    const bundle = createPlan();
    for (const hash of createHashes()) {
      const { view, problems } = decodePermalink(`#${hash}`, bundle);
      const state = createState(bundle, {
        type: 'restore',
        view: completeView(view, bundle),
        origin: 'url',
      });
      expect(state.phase).toBe('ready');
      for (const problem of problems) expect(problem.at, hash).toBeTruthy();
    }
  });

  it('give a view that is sound by itself: its own address reads back without a problem', () => {
    const bundle = createPlan();
    for (const hash of createHashes()) {
      const { view } = decodePermalink(`#${hash}`, bundle);
      const state = createState(bundle, { type: 'restore', view, origin: 'url' });
      const again = decodePermalink(encodePermalink(toViewState(state), bundle), bundle);
      expect(again.problems, hash).toEqual([]);
    }
  });

  it('change no prototype', () => {
    for (const hash of createHashes()) decodePermalink(`#${hash}`, createPlan());
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('are really different, and many of them bad', () => {
    const hashes = createHashes();
    const bad = hashes.filter((hash) => decodePermalink(hash, createPlan()).problems.length > 0);
    expect(new Set(hashes).size).toBeGreaterThan(COUNT * 0.95);
    expect(bad.length).toBeGreaterThan(COUNT * 0.3);
    expect(bad.length).toBeLessThan(COUNT);
  });
});
