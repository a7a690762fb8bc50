import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { Problem } from '../../../src/contracts/errors.ts';
import type { ViewerRequest, ViewerState } from '../../../src/contracts/state.ts';
import { createInitialState, FULL_LENS } from '../../../src/core/initial-state.ts';
import { linkClauses } from '../../../src/core/link-clauses.ts';
import { layersFromIds, reduce } from '../../../src/core/reduce.ts';
import { toViewState } from '../../../src/core/view-state.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const after = (...requests: readonly ViewerRequest[]): ViewerState =>
  createState(createPlan(), ...requests);

/** With scenes, and a feature that two phrases of one paragraph cite. */
function createPlan(): PlanBundle {
  const bundle = createBundle();
  const city = (quote: string) =>
    ({ doc: 'outline', para: 'city', quote, role: 'mentions', basis: 'named' }) as const;
  return {
    ...bundle,
    features: {
      type: 'FeatureCollection',
      features: [
        ...bundle.features.features,
        createFeature({
          id: 'seat',
          layer: 'seats',
          planRefs: [city('副中心城市'), city('外环内网')],
        }),
        createFeature({ id: 'mine', layer: 'parks', planRefs: [city('建设高效一体')] }),
      ],
    },
    layers: [...bundle.layers, { id: 'seats', name: '城镇', theme: 'settlements' }],
    views: [
      {
        id: 'network',
        title: '网',
        layers: ['transport'],
        focus: ['zong-2', 'zong-3'],
        para: 'city',
      },
      { id: 'close', title: '近', camera: { center: [113.4, 38.1], zoom: 11 }, focus: ['s45'] },
      { id: 'plain', title: '全' },
    ],
  };
}

const problem: Problem = {
  code: 'quote-missing',
  severity: 'warning',
  file: 'roads.geojson',
  message: 'm',
  remedy: 'r',
};

const phraseOf = (words: string): string => {
  const { id, text } = createPlan().plan.docs[0]!.paragraphs.find((p) => p.text.includes(words))!;
  const start = text.indexOf(words);
  return `${id}/${start}-${start + words.length}`;
};

/** Everything within is frozen, so that an edit in place throws. */
function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freezeDeep(inner);
  }
  return value;
}

describe('loading', () => {
  it('takes away old notices and keeps the old plan until the new one is there', () => {
    const loaded = after();
    const state = reduce(
      { ...loaded, notices: [{ id: 'a', severity: 'info', problem }] },
      {
        type: 'load-start',
      },
    );
    expect([state.phase, state.notices, state.bundle]).toEqual(['loading', [], loaded.bundle]);
  });

  it('opens the layers as the bundle says', () => {
    const { phase, layers } = after();
    expect(phase).toBe('ready');
    expect(layers['roads']).toEqual({ isVisible: true, opacity: 1 });
    expect(layers['parks']).toEqual({ isVisible: false, opacity: 1 });
  });

  it('looks at home at once', () => {
    expect(after().goal).toEqual({ serial: 1, kind: 'home', isInstant: true });
  });

  it('turns problems into notices, each with an id of its own', () => {
    const state = reduce(createInitialState(), {
      type: 'load-done',
      bundle: createPlan(),
      problems: [problem, problem],
    });
    expect(state.notices).toHaveLength(2);
    expect(state.notices[0]).toMatchObject({ severity: 'warning', problem });
    expect(state.notices[0]!.id).not.toBe(state.notices[1]!.id);
  });

  it('forgets selection, hover, highlight and scene of the plan before', () => {
    const state = after(
      { type: 'scene', scene: 'network' },
      { type: 'hover', features: ['s45'], phrase: null, origin: 'map' },
      { type: 'highlight', features: ['s45'], clauses: ['city'], fit: false },
      { type: 'load-done', bundle: createBundle(), problems: [] },
    );
    expect([state.selection.features, state.hover.features, state.highlight, state.scene]).toEqual([
      [],
      [],
      { features: [], clauses: [] },
      null,
    ]);
  });

  it('keeps the layer switches when the same plan is loaded again', () => {
    const changes = { roads: { isVisible: false, opacity: 0.5 } };
    const state = after(
      { type: 'layers', changes },
      { type: 'load-done', bundle: createPlan(), problems: [] },
    );
    expect(state.layers['roads']).toEqual(changes.roads);
  });

  it('drops the switches of another plan', () => {
    const other = createPlan();
    const state = after(
      { type: 'layers', changes: { roads: { isVisible: false } } },
      {
        type: 'load-done',
        bundle: { ...other, bundle: { ...other.bundle, id: 'other' } },
        problems: [],
      },
    );
    expect(state.layers['roads']?.isVisible).toBe(true);
  });

  it('tells what made it fail, and keeps what is shown', () => {
    const before = after({ type: 'select', feature: 's45', origin: 'map' });
    const state = reduce(before, { type: 'load-failed', problems: [problem] });
    expect([state.phase, state.notices.length]).toEqual(['failed', 1]);
    expect([state.bundle, state.selection]).toEqual([before.bundle, before.selection]);
  });
});

describe('selecting a feature', () => {
  it('turns to the first phrase that cites it and goes there', () => {
    const state = after({ type: 'select', feature: 's45', origin: 'map' });
    expect(state.selection).toEqual({
      feature: 's45',
      features: ['s45'],
      clause: 'city',
      phrase: phraseOf('综合交通网络'),
      origin: 'map',
    });
    expect(state.goal).toMatchObject({ kind: 'features', features: ['s45'], isInstant: false });
  });

  it('turns to the phrase of the clause that was asked for', () => {
    const state = after({ type: 'select', feature: 's45', clause: 'logistics', origin: 'list' });
    expect(state.selection).toMatchObject({
      clause: 'logistics',
      phrase: phraseOf('铁路、公路的便利交通条件'),
    });
  });

  it('leaves clause and phrase open when no text cites it', () => {
    const state = after({ type: 'select', feature: 'park', origin: 'list' });
    expect(state.selection).toMatchObject({ feature: 'park', clause: null, phrase: null });
  });

  it('does not move the map when it was not asked to', () => {
    const state = after({ type: 'select', feature: 's45', origin: 'map', fit: false });
    expect(state.goal.serial).toBe(after().goal.serial);
  });

  it('goes there again when it is selected again', () => {
    const once = after({ type: 'select', feature: 's45', origin: 'list' });
    const twice = reduce(once, { type: 'select', feature: 's45', origin: 'list' });
    expect(twice.goal.serial).toBe(once.goal.serial + 1);
  });

  it('switches on its layer', () => {
    const state = after({ type: 'select', feature: 'mine', origin: 'list' });
    expect(state.layers['parks']?.isVisible).toBe(true);
  });

  it('leaves the layers the same object when all are on', () => {
    const before = after();
    expect(reduce(before, { type: 'select', feature: 's45', origin: 'map' }).layers).toBe(
      before.layers,
    );
  });

  it.each(['nobody', 'constructor', '__proto__'])(
    'leaves all as it was for the unknown %s',
    (feature) => {
      const before = after({ type: 'select', feature: 's45', origin: 'map' });
      expect(reduce(before, { type: 'select', feature, origin: 'api' })).toBe(before);
    },
  );

  it('does nothing before a bundle is there', () => {
    const before = createInitialState();
    expect(reduce(before, { type: 'select', feature: 's45', origin: 'api' })).toBe(before);
  });
});

describe('selecting a clause', () => {
  it('selects all that it speaks of, and no one feature', () => {
    const state = after({ type: 'select', clause: 'city', origin: 'text' });
    expect(state.selection).toMatchObject({ feature: null, clause: 'city', phrase: null });
    expect(state.selection.features).toEqual(['seat', 'mine', 'zong-2', 'zong-3', 's45']);
  });

  it('leaves the layers as they are', () => {
    const before = after();
    expect(reduce(before, { type: 'select', clause: 'city', origin: 'text' }).layers).toBe(
      before.layers,
    );
  });

  it('does not move the map for a clause without features', () => {
    const before = after();
    const state = reduce(before, { type: 'select', clause: 'party', origin: 'text' });
    expect([state.selection.clause, state.goal]).toEqual(['party', before.goal]);
  });

  it('leaves all as it was for an unknown clause', () => {
    const before = after();
    expect(reduce(before, { type: 'select', clause: 'nowhere', origin: 'api' })).toBe(before);
  });
});

describe('selecting a phrase', () => {
  it('selects its one feature', () => {
    const phrase = phraseOf('通用航空机场');
    const state = after({ type: 'select-phrase', phrase, origin: 'text' });
    expect(state.selection).toEqual({
      feature: 'airport',
      features: ['airport'],
      clause: 'logistics',
      phrase,
      origin: 'text',
    });
  });

  it('selects all of its features, and no one of them', () => {
    const state = after({ type: 'select-phrase', phrase: phraseOf('四纵四横'), origin: 'text' });
    expect(state.selection).toMatchObject({ feature: null, features: ['zong-2', 'zong-3'] });
  });

  it('switches on the layers of its features', () => {
    const state = after({
      type: 'select-phrase',
      phrase: phraseOf('建设高效一体'),
      origin: 'text',
    });
    expect(state.layers['parks']?.isVisible).toBe(true);
  });

  it('leaves all as it was for a phrase that does not exist', () => {
    const before = after();
    expect(reduce(before, { type: 'select-phrase', phrase: 'city/0-1', origin: 'text' })).toBe(
      before,
    );
  });
});

describe('stepping through the clauses of a feature', () => {
  const step = (by: 1 | -1): ViewerRequest => ({ type: 'step-clause', by, origin: 'card' });
  const first = phraseOf('综合交通网络');
  const second = phraseOf('铁路、公路的便利交通条件');

  it('goes to the next and round to the first', () => {
    const once = after({ type: 'select', feature: 's45', origin: 'map' }, step(1));
    expect(once.selection).toMatchObject({ phrase: second, clause: 'logistics', feature: 's45' });
    expect(reduce(once, step(1)).selection.phrase).toBe(first);
  });

  it('goes back round to the last', () => {
    const state = after({ type: 'select', feature: 's45', origin: 'map' }, step(-1));
    expect(state.selection.phrase).toBe(second);
  });

  it.each([
    [1, first],
    [-1, second],
  ] as const)('begins at the right end when no phrase is in focus, by %i', (by, expected) => {
    const state = after({ type: 'scene', scene: 'close' }, step(by));
    expect(state.selection.phrase).toBe(expected);
  });

  it('does not move the map', () => {
    const before = after({ type: 'select', feature: 's45', origin: 'map' });
    expect(reduce(before, step(1)).goal).toBe(before.goal);
  });

  it.each([
    ['one phrase', 'airport'],
    ['no phrase', 'park'],
  ])('stays where it is for a feature with %s', (_, feature) => {
    const before = after({ type: 'select', feature, origin: 'list' });
    expect(reduce(before, step(1))).toBe(before);
  });

  it('stays where it is without a selected feature', () => {
    const before = after({ type: 'select', clause: 'city', origin: 'text' });
    expect(reduce(before, step(1))).toBe(before);
  });
});

describe('clearing', () => {
  const clear: ViewerRequest = { type: 'clear', origin: 'map' };

  it('takes away selection and highlight', () => {
    const state = after(
      { type: 'select', feature: 's45', origin: 'map' },
      { type: 'highlight', features: ['airport'], clauses: [], fit: false },
      clear,
    );
    expect(state.selection).toMatchObject({
      feature: null,
      features: [],
      clause: null,
      phrase: null,
    });
    expect(state.highlight).toEqual({ features: [], clauses: [] });
  });

  it('takes away a highlight of clauses alone', () => {
    const state = after({ type: 'highlight', features: [], clauses: ['city'], fit: false }, clear);
    expect(state.highlight.clauses).toEqual([]);
  });

  it('takes away a clause that selects nothing', () => {
    expect(
      after({ type: 'select', clause: 'party', origin: 'text' }, clear).selection.clause,
    ).toBeNull();
  });

  it('changes nothing when there is nothing to take away', () => {
    const before = after();
    expect(reduce(before, clear)).toBe(before);
  });
});

describe('hovering', () => {
  const hover: ViewerRequest = { type: 'hover', features: ['s45'], phrase: null, origin: 'map' };

  it('is remembered with where it came from', () => {
    expect(after(hover).hover).toEqual({ features: ['s45'], phrase: null, origin: 'map' });
  });

  it('changes nothing while it stays on the same thing', () => {
    const before = after(hover);
    expect(reduce(before, { ...hover, origin: 'list' })).toBe(before);
  });

  it('leaves all else the same object', () => {
    const before = after();
    const { hover: _, ...rest } = reduce(before, hover);
    for (const [key, value] of Object.entries(rest)) {
      expect(value, key).toBe(before[key as keyof ViewerState]);
    }
  });
});

describe('the host’s highlight', () => {
  it('said again changes nothing', () => {
    const request = {
      type: 'highlight',
      features: ['airport'],
      clauses: ['city'],
      fit: false,
    } as const;
    const state = after(request);
    expect(state.highlight.features).toEqual(['airport']);
    expect(reduce(state, request)).toBe(state);
    expect(reduce(state, { ...request, fit: true }).goal).not.toBe(state.goal);
  });

  it('holds what the bundle knows', () => {
    const { highlight } = after({
      type: 'highlight',
      features: ['s45', 'nobody'],
      clauses: ['city', 'nowhere'],
      fit: false,
    });
    expect(highlight).toEqual({ features: ['s45'], clauses: ['city'] });
  });

  it('moves the map only when asked to', () => {
    const ask = (fit: boolean, features: string[]): ViewerState =>
      after({ type: 'highlight', features, clauses: [], fit });
    expect(ask(true, ['s45']).goal.kind).toBe('features');
    expect(ask(false, ['s45']).goal.kind).toBe('home');
    expect(ask(true, ['nobody']).goal.kind).toBe('home');
  });
});

describe('the camera’s goal', () => {
  it.each<readonly [ViewerRequest, object]>([
    [
      { type: 'fit', features: ['s45', 'nobody'] },
      { kind: 'features', features: ['s45'] },
    ],
    [{ type: 'home' }, { kind: 'home' }],
    [
      { type: 'zoom', by: -1 },
      { kind: 'zoom', by: -1 },
    ],
    [
      { type: 'pan', byPx: [10, 0] },
      { kind: 'pan', byPx: [10, 0] },
    ],
    [{ type: 'turn-north' }, { kind: 'camera', camera: { bearing: 0, pitch: 0 } }],
  ])('of %j is a new request', (request, goal) => {
    const before = after();
    expect(reduce(before, request).goal).toEqual({
      serial: before.goal.serial + 1,
      isInstant: false,
      ...goal,
    });
  });

  it('stays when there is nothing to fit', () => {
    const before = after();
    expect(reduce(before, { type: 'fit', features: ['nobody'] })).toBe(before);
  });

  it('stays when the map reports where it is', () => {
    const before = after();
    const camera = { center: [113.4, 38] as const, zoom: 9, bearing: 0, pitch: 0 };
    const state = reduce(before, {
      type: 'camera-moved',
      camera,
      bounds: [113, 37, 114, 39],
      isByUser: false,
    });
    expect([state.camera, state.goal]).toEqual([camera, before.goal]);
  });

  it('is let go when the user moves the map, so that a panel that opens does not pull it back', () => {
    const before = after({ type: 'select', feature: 's45', origin: 'map' });
    const camera = { center: [113.4, 38] as const, zoom: 9, bearing: 0, pitch: 0 };
    const moved = reduce(before, {
      type: 'camera-moved',
      camera,
      bounds: [113, 37, 114, 39],
      isByUser: true,
    });
    const padding = { top: 0, right: 0, bottom: 0, left: 300 };
    expect(reduce(moved, { type: 'padding', padding }).goal).toEqual({
      kind: 'none',
      serial: before.goal.serial,
      isInstant: true,
    });
  });

  it('is asked for again when a panel comes to cover what was shown', () => {
    const before = after({ type: 'select', feature: 's45', origin: 'map' });
    const padding = { top: 0, right: 0, bottom: 0, left: 300 };
    const grown = reduce(before, { type: 'padding', padding });
    expect(grown.goal).toMatchObject({ kind: 'features', features: ['s45'] });
    expect(grown.goal.serial).toBe(before.goal.serial + 1);
    const shrunk = reduce(grown, { type: 'padding', padding: before.padding });
    expect(shrunk.goal).toBe(grown.goal);
  });
});

describe('the layers', () => {
  it('change one by one', () => {
    const { layers } = after({ type: 'layers', changes: { roads: { opacity: 0.3 } } });
    expect(layers['roads']).toEqual({ isVisible: true, opacity: 0.3 });
    expect(layers['corridors']).toEqual({ isVisible: true, opacity: 1 });
  });

  it('gain no unknown member', () => {
    const changes = JSON.parse('{"moon":{"isVisible":false},"__proto__":{"isVisible":false}}') as {
      [id: string]: { isVisible: boolean };
    };
    const before = after();
    expect(reduce(before, { type: 'layers', changes }).layers).toEqual(before.layers);
  });

  it.each([
    [7, 1],
    [-1, 0],
    [Number.NaN, 1],
    [Infinity, 1],
  ])('take an opacity of %d as one from 0 to 1', (opacity, expected) => {
    const { layers } = after({ type: 'layers', changes: { roads: { opacity } } });
    expect(layers['roads']?.opacity).toBe(expected);
  });

  it('are no longer the scene’s once one is switched', () => {
    const state = after(
      { type: 'scene', scene: 'network' },
      { type: 'layers', changes: { roads: { isVisible: false } } },
    );
    expect(state.scene).toBeNull();
  });

  it('can be listed by their own id or by their theme’s', () => {
    expect(layersFromIds(createPlan(), ['airport', 'transport'])).toEqual({
      corridors: { isVisible: true },
      roads: { isVisible: true },
      airport: { isVisible: true },
      parks: { isVisible: false },
      seats: { isVisible: false },
    });
  });
});

describe('a scene', () => {
  it('shows its layers, selects its focus and turns to its clause', () => {
    const state = after({ type: 'scene', scene: 'network' });
    expect(state.scene).toBe('network');
    expect(Object.keys(state.layers).filter((id) => state.layers[id]?.isVisible)).toEqual([
      'corridors',
      'roads',
    ]);
    expect(state.selection).toEqual({
      feature: null,
      features: ['zong-2', 'zong-3'],
      clause: 'city',
      phrase: null,
      origin: 'scene',
    });
    expect(state.goal).toMatchObject({ kind: 'features', features: ['zong-2', 'zong-3'] });
  });

  it('prefers its own camera', () => {
    const state = after({ type: 'scene', scene: 'close' });
    expect(state.goal).toMatchObject({ kind: 'camera', camera: { zoom: 11 } });
    expect(state.selection.feature).toBe('s45');
  });

  it('without camera and focus looks at home, and leaves the layers', () => {
    const before = after({ type: 'layers', changes: { roads: { isVisible: false } } });
    const state = reduce(before, { type: 'scene', scene: 'plain' });
    expect([state.goal.kind, state.layers]).toEqual(['home', before.layers]);
  });

  it('leaves all as it was when it does not exist', () => {
    const before = after();
    expect(reduce(before, { type: 'scene', scene: 'nowhere' })).toBe(before);
  });

  it('ends, and leaves what it showed', () => {
    const before = after({ type: 'scene', scene: 'network' });
    const state = reduce(before, { type: 'scene', scene: null });
    expect([state.scene, state.layers, state.selection]).toEqual([
      null,
      before.layers,
      before.selection,
    ]);
  });
});

describe('what is simply remembered', () => {
  it.each<readonly [ViewerRequest, Partial<ViewerState>]>([
    [{ type: 'lens', lens: { horizon: 2025 } }, { lens: { ...FULL_LENS, horizon: 2025 } }],
    [
      { type: 'flavour', choice: 'auto', drawn: 'dark' },
      { flavourChoice: 'auto', flavour: 'dark' },
    ],
    [{ type: 'lang', lang: 'en' }, { lang: 'en' }],
    [{ type: 'panel', panel: 'text', isOpen: false }, { panels: { layers: true, text: false } }],
    [{ type: 'tab', tab: 'list' }, { tab: 'list' }],
    [{ type: 'graticule', isOn: true }, { hasGraticule: true }],
    [{ type: 'gestures', gestures: 'cooperative' }, { gestures: 'cooperative' }],
    [
      { type: 'map-status', status: 'text-only', reason: 'no WebGL2' },
      { map: { status: 'text-only', reason: 'no WebGL2' } },
    ],
    [{ type: 'map-status', status: 'ready' }, { map: { status: 'ready', reason: null } }],
  ])('%j', (request, expected) => {
    expect(after(request)).toMatchObject(expected);
  });
});

describe('notices', () => {
  const notice = { id: 'a', severity: 'warning', problem } as const;

  it('are told once under an id, the newest last', () => {
    const state = after(
      { type: 'notify', notices: [notice] },
      { type: 'notify', notices: [{ ...notice, id: 'b' }] },
      { type: 'notify', notices: [{ ...notice, severity: 'error' }] },
    );
    expect(state.notices.map(({ id, severity }) => [id, severity])).toEqual([
      ['b', 'warning'],
      ['a', 'error'],
    ]);
  });

  it('can be put away', () => {
    expect(
      after({ type: 'notify', notices: [notice] }, { type: 'dismiss', id: 'a' }).notices,
    ).toEqual([]);
  });
});

describe('restoring a view', () => {
  const restore = (view: object): ViewerRequest => ({ type: 'restore', view, origin: 'url' });

  it('leaves all as it was when it says nothing', () => {
    const before = after({ type: 'select', feature: 's45', origin: 'map' });
    expect(reduce(before, restore({}))).toBe(before);
  });

  it('clears the selection when it says that there is none', () => {
    const state = after(
      { type: 'select', feature: 's45', origin: 'map' },
      restore({ feature: null }),
    );
    expect(state.selection.features).toEqual([]);
  });

  it('goes to its camera at once instead of fitting the selection', () => {
    const camera = { center: [113.5, 38.1] as const, zoom: 10, bearing: 0, pitch: 0 };
    const state = after(restore({ feature: 's45', camera }));
    expect(state.goal).toMatchObject({ kind: 'camera', camera, isInstant: true });
    expect(state.selection.feature).toBe('s45');
  });

  it('fits the selection when it has no camera', () => {
    expect(after(restore({ feature: 's45' })).goal.kind).toBe('features');
  });

  it('selects a phrase that links to several features', () => {
    const phrase = phraseOf('四纵四横');
    expect(after(restore({ feature: null, clause: 'city', phrase })).selection).toMatchObject({
      features: ['zong-2', 'zong-3'],
      phrase,
    });
  });

  it('brings opacities into bounds and leaves unknown layers out', () => {
    const { layers } = after(restore({ opacity: { roads: 4, airport: 0.2, moon: 0.1 } }));
    expect([layers['roads']?.opacity, layers['airport']?.opacity]).toEqual([1, 0.2]);
    expect(Object.keys(layers)).not.toContain('moon');
  });

  it('completes a lens that names the year alone', () => {
    expect(after(restore({ lens: { horizon: 2025 } })).lens).toEqual({
      ...FULL_LENS,
      horizon: 2025,
    });
  });

  it('keeps the scene’s own selection instead of all that its clause speaks of', () => {
    const shown = after({ type: 'scene', scene: 'network' });
    const state = after(restore({ scene: 'network', feature: null, clause: 'city' }));
    expect(state.selection).toEqual(shown.selection);
  });

  it('prefers a selection that is not the scene’s', () => {
    const state = after(restore({ scene: 'network', feature: 'airport', clause: 'logistics' }));
    expect([state.scene, state.selection.feature]).toEqual(['network', 'airport']);
  });

  it.each<readonly [string, readonly ViewerRequest[]]>([
    ['nothing', []],
    ['a feature', [{ type: 'select', feature: 's45', origin: 'map' }]],
    [
      'the second of two phrases in one clause',
      [
        { type: 'select', feature: 'seat', origin: 'map' },
        { type: 'step-clause', by: 1, origin: 'card' },
      ],
    ],
    ['a clause', [{ type: 'select', clause: 'city', origin: 'text' }]],
    ['a phrase', [{ type: 'select-phrase', phrase: phraseOf('四纵四横'), origin: 'text' }]],
    ['a scene', [{ type: 'scene', scene: 'network' }]],
    ['a scene with one feature', [{ type: 'scene', scene: 'close' }]],
    [
      'layers, opacity and lens',
      [
        { type: 'layers', changes: { roads: { isVisible: false }, airport: { opacity: 0.4 } } },
        { type: 'lens', lens: { statuses: ['planned'], horizon: 2025 } },
      ],
    ],
    ['the language', [{ type: 'lang', lang: 'en' }]],
  ])('gives back a state with %s', (_, requests) => {
    const view = toViewState(after(...requests));
    expect(toViewState(after({ type: 'restore', view, origin: 'api' }))).toEqual(view);
  });
});

describe('toViewState', () => {
  it('is plain data that can be sent as JSON', () => {
    const camera = { center: [113.4, 38.1] as const, zoom: 9.5, bearing: 3, pitch: 20 };
    const view = toViewState(
      after(
        { type: 'select', feature: 's45', origin: 'map' },
        { type: 'camera-moved', camera, bounds: [113, 37, 114, 39], isByUser: false },
      ),
    );
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(view.camera).toEqual(camera);
  });

  it('lists the visible layers and the opacities that are not 1', () => {
    const view = toViewState(after({ type: 'layers', changes: { roads: { opacity: 0.5 } } }));
    expect(view.layers).toEqual(['corridors', 'roads', 'airport', 'seats']);
    expect(view.opacity).toEqual({ roads: 0.5 });
  });

  it('says something before a bundle is there', () => {
    expect(toViewState(createInitialState())).toMatchObject({
      version: 1,
      layers: [],
      camera: null,
    });
  });
});

describe('the reducer', () => {
  const requests: readonly ViewerRequest[] = [
    { type: 'load-start' },
    { type: 'select', feature: 's45', origin: 'map' },
    { type: 'select', clause: 'city', origin: 'text' },
    { type: 'step-clause', by: 1, origin: 'card' },
    { type: 'hover', features: ['s45'], phrase: null, origin: 'map' },
    { type: 'highlight', features: ['s45'], clauses: ['city'], fit: true },
    { type: 'layers', changes: { roads: { isVisible: false } } },
    { type: 'lens', lens: { horizon: 2025 } },
    { type: 'scene', scene: 'network' },
    { type: 'clear', origin: 'map' },
    { type: 'restore', view: { feature: 'airport', opacity: { roads: 0.5 } }, origin: 'url' },
    { type: 'dismiss', id: 'a' },
  ];

  it.each(requests)('edits nothing in place on %j', (request) => {
    const before = freezeDeep(after({ type: 'select', feature: 's45', origin: 'map' }));
    expect(() => reduce(before, freezeDeep(request))).not.toThrow();
  });

  it.each(requests)('gives the same answer twice on %j', (request) => {
    const before = after();
    expect(reduce(before, request)).toEqual(reduce(before, request));
  });
});

describe('the scenes of the shipped bundle', () => {
  let bundle: PlanBundle;
  beforeAll(async () => {
    bundle = (await readShippedBundle()).bundle;
  });

  it('each select their focus and come back from a view', () => {
    for (const { id, focus = [] } of bundle.views) {
      const state = createState(bundle, { type: 'scene', scene: id });
      expect(state.selection.features).toEqual(focus);
      const view = toViewState(state);
      const again = createState(bundle, { type: 'restore', view, origin: 'url' });
      expect(again.selection).toEqual(state.selection);
      expect(again.layers).toEqual(state.layers);
    }
  });

  it('each show the layers of what they focus on', () => {
    const layerOf = new Map(
      bundle.features.features.map(({ properties }) => [properties.id, properties.layer]),
    );
    for (const { id, focus = [] } of bundle.views) {
      const { layers } = createState(bundle, { type: 'scene', scene: id });
      const hidden = focus.filter((feature) => !layers[layerOf.get(feature)!]?.isVisible);
      expect([id, hidden]).toEqual([id, []]);
    }
  });

  it('can be selected phrase by phrase', () => {
    for (const phrase of linkClauses(bundle).phrases.values()) {
      const state = createState(bundle, {
        type: 'select-phrase',
        phrase: phrase.id,
        origin: 'text',
      });
      expect(state.selection.features).toEqual(phrase.features);
    }
  });
});
