import {
  array,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  record,
  string,
  subarray,
  tuple,
  webUrl,
  type Arbitrary,
} from 'fast-check';
import { expect } from 'vitest';
import { STATUSES, type LngLat, type PlanBundle } from '../../src/contracts/bundle.ts';
import { SLICES, type EmbedOptions } from '../../src/contracts/embed.ts';
import {
  COMPARE_LAYOUTS,
  COMPARE_PAIRS,
  MEASURE_MODES,
  TOOLS,
  type ViewState,
} from '../../src/contracts/state.ts';
import { decodeEmbed, DEFAULT_EMBED, encodeEmbed } from '../../src/core/embed/embed-address.ts';
import { DEFAULT_COMPARE } from '../../src/core/initial-state.ts';
import { linkClauses } from '../../src/core/link-clauses.ts';
import { completeView, decodePermalink, encodePermalink } from '../../src/core/permalink.ts';
import { toViewState } from '../../src/core/view-state.ts';
import { createState } from '../fixtures/create-state.ts';
import { oddWord } from './damage.ts';
import { expectTold, expectUnpolluted } from './expect-told.ts';
import type { Fuzz } from './run-fuzz.ts';

/** A number as an address writes it. */
const rounded = (min: number, max: number, digits: number): Arbitrary<number> =>
  double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(digits)) + 0);

const FLAVOURS = ['light', 'dark', 'projector'] as const;

/** Views of a plan as a reader can bring them about. */
export function viewsOf(plan: PlanBundle): Arbitrary<ViewState> {
  const standing = toViewState(createState(plan));
  const links = linkClauses(plan);
  const features = plan.features.features.map(({ properties }) => properties.id);
  const [west, south, east, north] = plan.bundle.extent;
  const position: Arbitrary<LngLat> = tuple(rounded(west, east, 5), rounded(south, north, 5));
  const stages = subarray([...STATUSES], { minLength: 1 });
  return record({
    feature: option(constantFrom(...features)),
    clause: option(constantFrom(...links.paragraphs.keys())),
    phrase: option(constantFrom(...links.phrases.keys())),
    layers: subarray(plan.layers.map(({ id }) => id)),
    strengths: array(rounded(0, 0.99, 2), { maxLength: 4 }),
    camera: option(
      record({
        center: position,
        zoom: rounded(0, 22, 2),
        bearing: rounded(-180, 180, 1),
        pitch: rounded(0, 60, 1),
      }),
    ),
    lens: record({
      statuses: subarray([...STATUSES]),
      horizon: option(integer({ min: 1900, max: 2200 })),
    }),
    flavour: constantFrom('auto' as const, ...FLAVOURS),
    lang: constantFrom('zh-Hans' as const, 'en' as const),
    tool: option(
      record({ name: constantFrom(...TOOLS), target: option(constantFrom(...features)) }),
    ),
    compare: record({
      pair: constantFrom(...COMPARE_PAIRS),
      layout: constantFrom(...COMPARE_LAYOUTS),
      at: rounded(0, 1, 3),
      stages: record({ left: stages, right: stages }),
      flavours: record({ left: constantFrom(...FLAVOURS), right: constantFrom(...FLAVOURS) }),
      other: record({
        src: option(webUrl()),
        side: constantFrom('left' as const, 'right' as const),
      }),
    }),
    find: string({ unit: 'grapheme', maxLength: 40 }),
    measure: record({
      mode: constantFrom(...MEASURE_MODES),
      points: array(
        position.map((at) => ({ position: at, snap: null })),
        { maxLength: 6 },
      ),
      isDone: boolean(),
    }),
  }).map((view): ViewState => {
    const { strengths, ...rest } = view;
    const { clause, phrase, measure, layers } = rest;
    // The first layers that are shown are shown less.
    const opacity = strengths.slice(0, layers.length).map((one, at) => [layers[at]!, one]);
    return {
      ...standing,
      ...rest,
      opacity: Object.fromEntries(opacity),
      // A phrase is one of its clause, and what has no point has no end.
      phrase: clause !== null && phrase?.startsWith(`${clause}/`) ? phrase : null,
      measure: { ...measure, isDone: measure.isDone && measure.points.length > 0 },
    };
  });
}

/** What a view becomes in a page that its link opens. */
function follow(hash: string, plan: PlanBundle): ViewState {
  const { view, problems } = decodePermalink(`#${hash}`, plan);
  expect(problems).toEqual([]);
  const complete = { ...toViewState(createState(plan)), ...completeView(view, plan) };
  const opacity = Object.entries(complete.opacity).filter(([, strength]) => strength !== 1);
  return { ...complete, opacity: Object.fromEntries(opacity) };
}

/** Links: what is written is read back, field by field, and written again as it was. */
export const fuzzViews = (plan: PlanBundle): Fuzz<ViewState> => ({
  given: viewsOf(plan),
  holds: (view) => {
    const hash = encodePermalink(view, plan);
    expect(hash).not.toMatch(/[\s\p{Cc}"<>\\]/u);
    const found = follow(hash, plan);
    const written: (keyof ViewState)[] = ['feature', 'clause', 'lens', 'flavour', 'lang', 'tool'];
    for (const name of written) expect(found[name], name).toEqual(view[name]);
    expect([...found.layers].toSorted()).toEqual([...view.layers].toSorted());
    expect(found.opacity).toEqual(view.opacity);
    const { camera } = view;
    // A camera that is turned or tilted by less than a reader sees is written as straight.
    if (camera && Math.abs(camera.bearing) + camera.pitch > 0.2) {
      expect(found.camera).toEqual(camera);
    }
    if (view.phrase !== null && view.feature === null) expect(found.phrase).toBe(view.phrase);
    if (view.tool?.name === 'measure') expect(found.measure).toEqual(view.measure);
    if (view.tool?.name === 'compare') {
      const { pair, layout, at } = view.compare;
      expect(found.compare).toMatchObject({ pair, layout, at });
      if (pair === 'status') expect(found.compare.stages).toEqual(view.compare.stages);
      if (pair === 'flavour') expect(found.compare.flavours).toEqual(view.compare.flavours);
      if (pair === 'bundle') expect(found.compare.other).toEqual(view.compare.other);
    } else expect(found.compare).toEqual(DEFAULT_COMPARE);
    expect(encodePermalink(found, plan)).toBe(hash);
  },
});

const NAMES =
  'v feature clause phrase layers camera lens scene tool compare find measure lang flavour __proto__ x'.split(
    ' ',
  );

/** Links of any content: never thrown at, what cannot be read is named, and what was read can be linked to again. */
export const fuzzLinks = (plan: PlanBundle): Fuzz<string> => {
  const ids = plan.features.features.map(({ properties }) => properties.id);
  const word = oneof(
    constantFrom(
      ...ids,
      'city',
      'network',
      'transport',
      'roads:0.5',
      'all@2030',
      'planned,x',
      'en',
    ),
    constantFrom(
      '113.4,38.1,9',
      '1e400,NaN,9',
      'distance,113,38',
      'status,swipe,0.5,all,existing',
      '%E0%A4%A',
      '%00',
    ),
    oddWord,
    string({ unit: 'binary', maxLength: 30 }),
  );
  const parameter = tuple(constantFrom(...NAMES), word).map(([name, value]) => `${name}=${value}`);
  const given = oneof(
    array(parameter, { maxLength: 8 }).map((parts) => ['v=1', ...parts].join('&')),
    string({ unit: 'binary', maxLength: 200 }),
    constant(`v=1&feature=${'A'.repeat(9000)}`),
  );
  return {
    given,
    holds: (hash) => {
      const { view, problems } = decodePermalink(`#${hash}`, plan);
      expectTold(problems);
      for (const { code, at } of problems) {
        expect(code).toBe('bad-address');
        expect(['address', ...NAMES]).toContain(at);
      }
      const complete = { ...toViewState(createState(plan)), ...completeView(view, plan) };
      const state = createState(plan, { type: 'restore', view: complete, origin: 'url' });
      follow(encodePermalink(toViewState(state), plan), plan);
      expectUnpolluted();
    },
  };
};

/** Addresses of frames: written and read back; of any content: never thrown at. */
export const fuzzFrames = (): Fuzz<readonly [EmbedOptions, string]> => ({
  given: tuple(
    record({
      slice: constantFrom(...SLICES),
      controls: option(
        array(constantFrom('legend', 'zoom', 'text', 'none'), { minLength: 1, maxLength: 4 }).map(
          (names) => names.join(','),
        ),
      ),
      gestures: constantFrom('greedy' as const, 'cooperative' as const),
      src: option(webUrl({ withQueryParameters: true })),
      origins: array(
        webUrl().map((url) => new URL(url).origin),
        { maxLength: 3 },
      ),
    }),
    oneof(
      string({ unit: 'binary', maxLength: 100 }),
      tuple(constantFrom('src', 'origins', 'gestures', 'controls', 'embed'), oddWord).map(
        ([name, value]) => `embed&${name}=${value}`,
      ),
    ),
  ),
  holds: ([options, text]) => {
    expect(decodeEmbed(encodeEmbed(options))).toEqual({
      options: { ...DEFAULT_EMBED, ...options },
      problems: [],
    });
    expectTold(decodeEmbed(text)?.problems ?? []);
    expectUnpolluted();
  },
});
