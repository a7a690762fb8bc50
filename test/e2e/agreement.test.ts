/**
 * Map, legend, list and text never disagree on what is visible: 200 random views of the county.
 *
 * What “visible” means:
 *
 * - **Map.** The renderer, asked about the canvas, finds the feature's own place there (fill, line, band, outline or
 *   symbol) with a strength above 0. Its name, badge, halo, glow and circle of uncertainty are not its place: names
 *   give way to one another, and a circle reaches farther than the thing. Symbols never give way; below the zoom from
 *   which their class is drawn they are visible nowhere. It is dimmed when its strength is less than its layer's opacity.
 * - **List.** With 图内优先, a row under a heading that begins with 图内. Dimmed: `data-dim`. A row whose layer is off says
 *   so (`data-off`) and is never 图内.
 * - **Legend.** A row whose layer is on and that is not marked `data-away`, “0/8”; before the slash stands how many the
 *   map shows. Dimmed (`data-dim`): all its features are that can be drawn, and where
 *   none can, all of them.
 * - **Text.** The plan's words are always there, whatever is switched off: they are the plan. Dimmed (`data-dim`): a
 *   phrase all of whose features are.
 *
 * The list goes by coordinates, the renderer by its picture, which is larger. So what is drawn more than `REACH_PX`
 * inside the canvas must be listed, and what is listed must be drawn in the canvas if its place, computed here from the
 * camera, comes `REACH_PX` into it: a sign may be drawn just outside, and of an unsure area only the faded edge may reach
 * in. In a tilted view the renderer takes what lies far off from coarser tiles, so classes with a least zoom are
 * compared in level views only.
 * While plans are compared two other maps are shown; see compare.test.ts.
 */
import { booleanIntersects, point, polygon } from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cartography } from '../../layers/index.ts';
import {
  type Bounds,
  type LngLat,
  type PlanBundle,
  type PlanFeature,
  STATUSES,
} from '../../src/contracts/bundle.ts';
import type { Camera, ViewState } from '../../src/contracts/state.ts';
import { classify } from '../../src/core/classify.ts';
import { anchorOf, boundsOf } from '../../src/core/geometry.ts';
import { linkClauses } from '../../src/core/link-clauses.ts';
import { createRandom } from '../fixtures/create-random.ts';
import { launchBrowser } from '../tools/browser.ts';
import { openAtlas } from './open-atlas.ts';

const VIEWS = 200;
/** `PLAN_SEED=7 npx vitest run --project e2e test/e2e/agreement.test.ts` walks other views. */
const SEED = Number(process.env['PLAN_SEED'] ?? 20_260);
/** Half of the largest symbol with its shift, or of the broadest band. */
const REACH_PX = 32;

/** What each part of the page says. */
interface Told {
  readonly drawn: readonly string[];
  readonly drawnInside: readonly string[];
  /** Classes of `drawn`, as the style wrote them. */
  readonly classes: readonly (readonly [feature: string, cls: string])[];
  readonly camera: Camera;
  /** Width and height of the map in CSS pixels. */
  readonly window: readonly [number, number];
  readonly strengths: Readonly<Record<string, number>>;
  readonly inView: readonly string[];
  readonly dimRows: readonly string[];
  readonly offRows: readonly string[];
  readonly legend: readonly {
    readonly layer: string;
    readonly cls: string;
    readonly isOff: boolean;
    readonly isAway: boolean;
    readonly isDim: boolean;
    readonly count: string;
  }[];
  readonly dimPhrases: readonly string[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Runs in the page: takes a view, waits until the map has painted it, reads what every part shows. */
async function read([view, reach]: readonly [Partial<ViewState>, number]): Promise<Told> {
  const host = planProbe.host();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 4000);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    addEventListener('plan-map-idle', done, { capture: true, once: true });
    host.setViewState(view);
  });
  await host.updateComplete;
  // A drawer that opens or closes changes the map's size, and so its window, a frame later.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const bundle = host.bundle!;
  const map = planProbe.part('plan-map');
  const inspection = map.inspection!;
  const { width, height } = map.getBoundingClientRect();
  const drawn = inspection.placesIn({ x: 0, y: 0 }, { x: width, y: height });
  const inside = inspection.placesIn(
    { x: reach, y: reach },
    { x: width - reach, y: height - reach },
  );
  const list = planProbe.part('plan-list').shadowRoot!;
  const idsIn = (root: ParentNode, selector: string): string[] =>
    [...root.querySelectorAll<HTMLElement>(selector)].map((row) => row.dataset['feature']!);
  const inView = [...list.querySelectorAll('[role=group], [role=presentation]')].flatMap((group) =>
    /^(图内|In view)/.test(group.querySelector('.group-title')?.textContent?.trim() ?? '')
      ? idsIn(group, '.row')
      : [],
  );
  const layers = planProbe.part('plan-layers').shadowRoot!;
  const legend = [...layers.querySelectorAll<HTMLElement>('[data-class]')].map((row) => {
    const layer = row.closest<HTMLElement>('[data-layer]')!;
    const count = row.matches('.look')
      ? layer.querySelector('.count')
      : row.querySelector('.count');
    return {
      layer: layer.dataset['layer']!,
      cls: row.dataset['class']!,
      isOff: layer.hasAttribute('data-off'),
      isAway: row.hasAttribute('data-away'),
      isDim: row.hasAttribute('data-dim'),
      count: count!.querySelector('[aria-hidden]')!.textContent!,
    };
  });
  const text = planProbe.part('plan-text').shadowRoot!;
  return {
    drawn: drawn.map(({ feature }) => feature),
    drawnInside: inside.map(({ feature }) => feature),
    classes: drawn.map(({ feature, cls }) => [feature, cls] as const),
    camera: host.getViewState().camera!,
    window: [width, height],
    strengths: Object.fromEntries(
      bundle.features.features.flatMap(({ properties: { id } }) => {
        const look = inspection.lookOf(id);
        return look ? [[id, look.opacity]] : [];
      }),
    ),
    inView,
    dimRows: idsIn(list, '.row[data-dim]'),
    offRows: idsIn(list, '.row[data-off]'),
    legend,
    dimPhrases: [
      ...new Set(
        [...text.querySelectorAll<HTMLElement>('a.phrase[data-dim]')].map(
          (anchor) => anchor.dataset['phrase']!,
        ),
      ),
    ],
  };
}

/** The box round the county's outline. */
function countyOf(bundle: PlanBundle): Bounds {
  const { geometry } = bundle.features.features.find(
    ({ properties }) => properties.layer === 'boundary',
  )!;
  return boundsOf([geometry!])!;
}

/** One part of a view after another changes, so that every view differs and idle always comes. */
function createViews(bundle: PlanBundle): Partial<ViewState>[] {
  const random = createRandom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [west, south, east, north] = countyOf(bundle);
  const ids = bundle.features.features.map(({ properties }) => properties.id);
  const clauses = [...linkClauses(bundle).paragraphs.keys()];
  const corridors = ids.filter((id) => /^(zong|heng)-\d$/.test(id));
  return Array.from({ length: VIEWS }, (_, index): Partial<ViewState> => {
    const level = random() < 0.6;
    const selection = random();
    const tool = random();
    return {
      layers:
        random() < 0.25
          ? bundle.layers.map(({ id }) => id)
          : bundle.layers.flatMap(({ id }) => (random() < 0.65 ? [id] : [])),
      opacity: Object.fromEntries(
        bundle.layers.map(({ id }) => [id, random() < 0.85 ? 1 : pick([0, 0.25, 0.6])]),
      ),
      lens: {
        statuses: random() < 0.3 ? [...STATUSES] : STATUSES.filter(() => random() < 0.5),
        horizon: random() < 0.5 ? null : pick([2020, 2025, 2030, 2035]),
      },
      feature: selection < 0.4 ? pick(ids) : null,
      clause: selection >= 0.4 && selection < 0.65 ? pick(clauses) : null,
      camera: {
        // Mostly over the county, now and then past its edge, where nothing is seen.
        center: [
          west + (east - west) * (random() * 1.2 - 0.1),
          south + (north - south) * (random() * 1.2 - 0.1),
        ],
        zoom: 7.5 + random() ** 2 * 6,
        bearing: level ? 0 : random() * 360 - 180,
        pitch: level || random() < 0.5 ? 0 : random() * 55,
      },
      // A new language or flavour builds the whole style anew: in runs of ten.
      lang: Math.floor(index / 10) % 3 === 2 ? 'en' : 'zh-Hans',
      flavour: Math.floor(index / 50) % 2 === 1 ? 'dark' : 'light',
      tool:
        tool < 0.75
          ? null
          : tool < 0.8
            ? { name: 'profile', target: pick(corridors) }
            : { name: pick(['audit', 'stats', 'measure'] as const), target: null },
    };
  });
}

/**
 * The ground that lies in the map's window less a strip of `byPx` along its edges, by the camera alone: the field of
 * view is MapLibre's, 36.87°, so the camera stands 1.5 heights of the window away.
 */
function insetOf({ camera, window: [width, height] }: Told, byPx: number): Feature<Polygon> {
  const radians = (degrees: number): number => (degrees / 180) * Math.PI;
  const [pitch, bearing] = [radians(camera.pitch), radians(camera.bearing)];
  const away = 1.5 * height;
  /** Of the whole earth, in pixels, in Web Mercator. */
  const world = 512 * 2 ** camera.zoom;
  const middle = fromLngLat(camera.center);
  const groundAt = (x: number, y: number): [number, number] => {
    const [right, up] = [x - width / 2, height / 2 - y];
    const times = (away * Math.cos(pitch)) / (away * Math.cos(pitch) - up * Math.sin(pitch));
    const ahead = times * (away * Math.sin(pitch) + up * Math.cos(pitch)) - away * Math.sin(pitch);
    const aside = times * right;
    const east = aside * Math.cos(bearing) + ahead * Math.sin(bearing);
    const north = ahead * Math.cos(bearing) - aside * Math.sin(bearing);
    return toLngLat([middle[0] + east / world, middle[1] + north / world]);
  };
  const corners = [
    groundAt(byPx, byPx),
    groundAt(width - byPx, byPx),
    groundAt(width - byPx, height - byPx),
    groundAt(byPx, height - byPx),
  ];
  return polygon([[...corners, corners[0]!]]);
}

/** Web Mercator, 0–1 eastward and 0–1 northward over the whole earth. */
const fromLngLat = ([lng, lat]: LngLat): [number, number] => [
  (lng + 180) / 360,
  0.5 + Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];
const toLngLat = ([x, y]: readonly [number, number]): [number, number] => [
  x * 360 - 180,
  (Math.atan(Math.exp((y - 0.5) * 2 * Math.PI)) * 360) / Math.PI - 90,
];

/** Every disagreement of one view, in words. */
function compare(bundle: PlanBundle, view: Partial<ViewState>, told: Told): string[] {
  const faults: string[] = [];
  const say = (what: string, ids: Iterable<string>): void => {
    const list = [...ids];
    if (list.length > 0) faults.push(`${what}: ${list.slice(0, 8).join(', ')}`);
  };
  const features = new Map(bundle.features.features.map((one) => [one.properties.id, one]));
  const classOf = (feature: PlanFeature): string | null => {
    const found = classify(feature, cartography);
    return found ? `${feature.properties.layer} ${found.featureClass.id}` : null;
  };
  const symbolOf = (id: string) => classify(features.get(id)!, cartography)!.featureClass.symbol;
  const isTilted = (view.camera?.pitch ?? 0) > 0;
  const isComparable = (id: string): boolean => {
    const symbol = symbolOf(id);
    return !isTilted || symbol.type !== 'marker' || symbol.minZoom === undefined;
  };
  const [drawn, inView] = [new Set(told.drawn), new Set(told.inView)];
  const inset = insetOf(told, REACH_PX);
  /** Whether the feature's place comes so far into the window that the renderer cannot but draw something of it. */
  const reachesIn = (id: string): boolean => {
    const { geometry } = features.get(id)!;
    if (!geometry) return false;
    const isSymbol = symbolOf(id).type === 'marker';
    return booleanIntersects(inset, isSymbol ? point([...anchorOf(geometry)]) : geometry);
  };

  // Map and list.
  say(
    'drawn and not listed as 图内',
    told.drawnInside.filter((id) => !inView.has(id) && isComparable(id)),
  );
  say(
    'listed as 图内 and not drawn',
    told.inView.filter((id) => !drawn.has(id) && isComparable(id) && reachesIn(id)),
  );

  // Map and cartography: every feature is drawn as its own class.
  say(
    'drawn as another class than the legend has it in',
    told.classes.flatMap(([id, cls]) =>
      classOf(features.get(id)!)?.endsWith(` ${cls}`) ? [] : [`${id} as ${cls}`],
    ),
  );

  // List and legend.
  const counts = new Map<string, number>();
  const members = new Map<string, string[]>();
  for (const [id, feature] of features) {
    const key = classOf(feature);
    if (key === null) continue;
    members.set(key, [...(members.get(key) ?? []), id]);
    if (inView.has(id)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = new Map(told.legend.map((row) => [`${row.layer} ${row.cls}`, row]));
  say(
    'classes without a row in the legend',
    [...members.keys()].filter((key) => !rows.has(key)),
  );
  const drawnClasses = new Set([...drawn].map((id) => classOf(features.get(id)!)!));
  for (const [key, row] of rows) {
    const all = members.get(key)!;
    const seen = counts.get(key) ?? 0;
    const isShown = !row.isOff && !row.isAway;
    if (isShown !== seen > 0) faults.push(`legend row "${key}" shown: ${isShown}, listed: ${seen}`);
    const mustDraw = all.some((id) => inView.has(id) && isComparable(id) && reachesIn(id));
    if (isShown && mustDraw && !drawnClasses.has(key)) {
      faults.push(`legend row "${key}" shown, and nothing of it drawn`);
    }
    const expected = row.isOff || seen === all.length ? `${all.length}` : `${seen}/${all.length}`;
    if (row.count !== expected) faults.push(`legend row "${key}": “${row.count}”, not ${expected}`);
  }

  // What is off is off everywhere.
  const off = new Set(
    [...features].flatMap(([id, { properties }]) =>
      rows.get(classOf(features.get(id)!) ?? '')?.isOff ? [properties.id] : [],
    ),
  );
  say(
    'drawn though the legend has its layer off',
    [...drawn].filter((id) => off.has(id)),
  );
  const offRows = new Set(told.offRows);
  say(
    'off in legend or list alone',
    [...features.keys()].filter((id) => off.has(id) !== offRows.has(id)),
  );

  // Dimmed alike.
  const dimRows = new Set(told.dimRows);
  for (const [id, strength] of Object.entries(told.strengths)) {
    const { layer, status } = features.get(id)!.properties;
    const opacity = view.opacity?.[layer] ?? 1;
    if (off.has(id) || opacity === 0) continue;
    const isDim = strength < opacity;
    if (isDim !== dimRows.has(id)) {
      faults.push(`"${id}" (${status}) has strength ${strength}; its row dim: ${dimRows.has(id)}`);
    }
  }
  for (const [key, row] of rows) {
    const all = members.get(key)!;
    const drawable = all.filter(
      (id) => symbolOf(id).type !== 'text-only' && features.get(id)!.geometry,
    );
    const isDim = (drawable.length > 0 ? drawable : all).every((id) => dimRows.has(id));
    if (isDim !== row.isDim) faults.push(`legend row "${key}" dim: ${row.isDim}, list: ${isDim}`);
  }
  const dimPhrases = new Set(told.dimPhrases);
  for (const phrase of linkClauses(bundle).phrases.values()) {
    const isDim = phrase.features.every((id) => dimRows.has(id));
    if (isDim !== dimPhrases.has(phrase.id)) {
      faults.push(`phrase ${phrase.id} dim: ${!isDim}, list: ${isDim}`);
    }
  }
  return faults;
}

it(`map, legend, list and text agree in ${VIEWS} random views`, { timeout: 180_000 }, async () => {
  const opened = await openAtlas(browser, { width: 920, height: 500 });
  const { page } = opened;
  await page.locator('plan-atlas [data-tab=list]').click();
  await page.locator('plan-list [data-control=view-first]').check();
  const bundle = await page.evaluate(() => planProbe.host().bundle!);
  const faults: string[] = [];
  const sums = { drawn: 0, dim: 0, phrases: 0, empty: 0, off: 0 };
  const startMs = Date.now();
  for (const [index, view] of createViews(bundle).entries()) {
    const told = await page.evaluate(read, [view, REACH_PX] as const);
    sums.drawn += told.drawn.length;
    sums.dim += told.dimRows.length;
    sums.phrases += told.dimPhrases.length;
    sums.off += told.offRows.length;
    sums.empty += told.inView.length === 0 ? 1 : 0;
    const found = compare(bundle, view, told);
    if (found.length > 0)
      faults.push(`view ${index} ${JSON.stringify(view)}\n  ${found.join('\n  ')}`);
  }
  console.log(
    `Seed ${SEED}: ${VIEWS} views in ${Date.now() - startMs} ms, a view draws ${sums.drawn / VIEWS} features and ` +
      `dims ${sums.dim / VIEWS} rows and ${sums.phrases / VIEWS} phrases; ${sums.empty} views show nothing.`,
  );
  expect(faults.slice(0, 5).join('\n'), `PLAN_SEED=${SEED}, ${faults.length} views`).toBe('');
  // The views are worth comparing: much is drawn, dimmed and off, and some show nothing at all.
  expect(sums.drawn).toBeGreaterThan(VIEWS * 10);
  expect(sums.dim).toBeGreaterThan(VIEWS * 10);
  expect(sums.phrases).toBeGreaterThan(VIEWS);
  expect(sums.off).toBeGreaterThan(VIEWS * 10);
  opened.assertClean();
  await opened.close();
});
