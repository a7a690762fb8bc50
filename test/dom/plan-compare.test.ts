import { ContextProvider } from '@lit/context';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conventions } from '../../layers/conventions.ts';
import { cartography } from '../../layers/index.ts';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { PlanError } from '../../src/contracts/errors.ts';
import type { Store, ViewerRequest } from '../../src/contracts/state.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { createInitialState } from '../../src/core/initial-state.ts';
import { reduce } from '../../src/core/reduce.ts';
import { createStore } from '../../src/core/store.ts';
import { PlanCompare } from '../../src/elements/plan-compare/plan-compare.ts';
import { define } from '../../src/elements/shared/define.ts';
import { type Atlas, atlasContext } from '../../src/elements/shared/store-context.ts';
import { createBundle, createFeature } from '../fixtures/create-bundle.ts';
import { createFakeMaps, type FakeMaps } from './create-fake-maps.ts';
import { press, textOf } from './mount-panel.ts';

define('plan-compare', PlanCompare);

let hasWebgl = true;

beforeEach(() => {
  hasWebgl = true;
  /** Everything is in view, as in a page of one screen. */
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
      constructor(callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        this.#callback = callback;
      }
      observe(): void {
        this.#callback([{ isIntersecting: true }]);
      }
      disconnect(): void {}
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() =>
    hasWebgl ? { getExtension: () => null } : null) as never);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

interface Mounted {
  readonly element: PlanCompare;
  readonly host: HTMLElement;
  readonly store: Store;
  readonly maps: FakeMaps;
  readonly requests: readonly ViewerRequest[];
  readonly settle: () => Promise<void>;
  readonly find: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  readonly findAll: (selector: string) => HTMLElement[];
}

async function mount(
  options: {
    readonly lang?: Language;
    readonly bundle?: PlanBundle;
    readonly loadBundle?: Atlas['loadBundle'];
    readonly requests?: readonly ViewerRequest[];
  } = {},
): Promise<Mounted> {
  const store = createStore(createInitialState(), reduce);
  const maps = createFakeMaps();
  const requests: ViewerRequest[] = [];
  const host = document.createElement('div');
  const provider = new ContextProvider(host, {
    context: atlasContext,
    initialValue: {
      store,
      conventions,
      cartography,
      loadMap: () => Promise.resolve(maps.module),
      loadBundle:
        options.loadBundle ?? (() => Promise.reject(new Error('this test loads no plan'))),
      listOrigins: () => ['https://listed.example'],
    },
  });
  provider.hostConnected();
  host.addEventListener('plan-request', (event) => {
    requests.push(event.detail);
    store.send(event.detail);
  });
  if (options.lang) store.send({ type: 'lang', lang: options.lang });
  store.send({ type: 'load-done', bundle: options.bundle ?? createBundle(), problems: [] });
  store.send({ type: 'tool', tool: { name: 'compare', target: null } });
  for (const request of options.requests ?? []) store.send(request);
  const element = document.createElement('plan-compare');
  host.append(element);
  document.body.replaceChildren(host);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 12; turn += 1) {
      await Promise.resolve();
      await element.updateComplete;
    }
  };
  await settle();
  const root = element.shadowRoot!;
  return {
    element,
    host,
    store,
    maps,
    requests,
    settle,
    find: <E extends HTMLElement>(selector: string) => {
      const found = root.querySelector<E>(selector);
      if (!found) throw new Error(`plan-compare has no "${selector}"`);
      return found;
    },
    findAll: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
  };
}

const choose = (select: HTMLSelectElement, value: string): void => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const twoPlans = (src: string | null = null): ViewerRequest => ({
  type: 'compare',
  change: { pair: 'bundle', other: { src, side: 'right' } },
});

const createOther = (): PlanBundle =>
  createBundle({
    bundle: { ...createBundle().bundle, id: 'other', title: '修编稿' },
    features: {
      type: 'FeatureCollection',
      features: [
        ...createBundle().features.features.filter(({ properties }) => properties.id !== 'zong-3'),
        createFeature({ id: 'new-road', name: '新路', status: 'planned' }),
      ],
    },
  });

const answer = (bundle: PlanBundle): Atlas['loadBundle'] =>
  vi.fn(() => Promise.resolve({ bundle, problems: [], prove: () => Promise.resolve([]) }));

// First: a context that was once had is not asked for again.
describe('without WebGL2', () => {
  it('says so and lists the difference', async () => {
    hasWebgl = false;
    const { find, findAll, maps, store } = await mount();
    expect(maps.started).toHaveLength(0);
    expect(textOf(find('.lost'))).toContain('WebGL2');
    expect(textOf(find('.lost'))).toContain('差异列在下面');
    expect(
      findAll('[data-group=added] [data-feature]').map((row) => row.dataset['feature']),
    ).toEqual(['airport']);
    expect(findAll('[role=slider]')).toHaveLength(0);
    expect(store.getState().map.status).toBe('text-only');
  });
});

describe('before and after', () => {
  it('names both sides and tells the difference in one sentence', async () => {
    const { find } = await mount();
    expect(find<HTMLSelectElement>('[data-control=side-left]').value).toBe('existing');
    expect(find<HTMLSelectElement>('[data-control=side-right]').value).toBe('all');
    expect(textOf(find('.summary'))).toBe('现状 4 · 规划后 5，新增 1');
  });

  it('speaks English', async () => {
    const { find } = await mount({ lang: 'en' });
    expect(textOf(find('.summary'))).toBe('Existing 4 · After the plan 5; 1 added');
  });

  it('draws each side with its own stages', async () => {
    const { maps } = await mount();
    const [left, right] = maps.live;
    expect(left?.scene?.looks['airport']?.opacity).toBe(0);
    expect(right?.scene?.looks['airport']).toBeUndefined();
  });

  it('lets each side be chosen, and swaps them', async () => {
    const { find, store, settle } = await mount();
    choose(find('[data-control=side-right]'), 'started');
    expect(store.getState().compare.stages.right).toEqual(['existing', 'under-construction']);
    await settle();
    find('[data-control=swap]').click();
    await settle();
    expect(find<HTMLSelectElement>('[data-control=side-left]').value).toBe('started');
    expect(textOf(find('.summary'))).toBe('现状与在建 4 · 现状 4，两侧相同');
  });

  it('shows stages that a link asks for and that are not offered', async () => {
    const { find } = await mount({
      requests: [
        {
          type: 'compare',
          change: { stages: { left: ['planned', 'proposed'], right: ['existing'] } },
        },
      ],
    });
    const select = find<HTMLSelectElement>('[data-control=side-left]');
    expect(textOf(select.selectedOptions[0]!)).toBe('规划、研究');
  });

  it('lists what differs and selects it on the map', async () => {
    const { find, requests, settle } = await mount();
    find('[data-control=list]').click();
    await settle();
    expect(find('[data-control=list]').getAttribute('aria-expanded')).toBe('true');
    expect(textOf(find('[data-group=added] h3'))).toBe('新增 1 个：规划后有，现状没有');
    find('[data-feature=airport]').click();
    expect(requests).toContainEqual({ type: 'select', feature: 'airport', origin: 'list' });
  });

  it('closes the list with Escape and keeps the selection', async () => {
    const { find, settle, requests } = await mount();
    find('[data-control=list]').click();
    await settle();
    press(find('.differences'), 'Escape');
    await settle();
    expect(find('#differences').hidden).toBe(true);
    expect(requests.some(({ type }) => type === 'clear')).toBe(false);
  });

  it('closes', async () => {
    const { find, store } = await mount();
    find('[data-control=close-compare]').click();
    expect(store.getState().tool).toBeNull();
  });
});

it('leaves out the zoom buttons where the host does', async () => {
  const { element, findAll, settle } = await mount();
  expect(findAll('[data-control=zoom-in], .controls button').length).toBeGreaterThan(0);
  element.hideButtons = true;
  await settle();
  expect(findAll('.controls button')).toHaveLength(0);
});

describe('the divider', () => {
  it('moves by arrow and page keys, and to either end', async () => {
    const { find, store, settle } = await mount();
    const divider = find('[role=slider]');
    const after = async (key: string): Promise<number> => {
      press(divider, key);
      await settle();
      expect(Number(divider.getAttribute('aria-valuenow'))).toBe(
        Math.round(store.getState().compare.at * 100),
      );
      return store.getState().compare.at;
    };
    expect(await after('ArrowRight')).toBeCloseTo(0.52);
    expect(await after('ArrowLeft')).toBeCloseTo(0.5);
    expect(await after('PageUp')).toBeCloseTo(0.6);
    expect(await after('PageDown')).toBeCloseTo(0.5);
    expect(await after('Home')).toBe(0);
    expect(await after('ArrowLeft')).toBe(0);
    expect(await after('End')).toBe(1);
    expect(find('.field').style.getPropertyValue('--at')).toBe('1');
  });

  it('says which sides it parts', async () => {
    const { find } = await mount();
    expect(find('[role=slider]').getAttribute('aria-label')).toBe('卷帘分隔线：左现状，右规划后');
    expect(find('[role=slider]').getAttribute('aria-valuetext')).toBe('左侧占 50%');
  });

  it('tells its value in English too', async () => {
    const { find, settle } = await mount({ lang: 'en' });
    press(find('[role=slider]'), 'PageUp');
    await settle();
    expect(find('[role=slider]').getAttribute('aria-valuetext')).toBe('Left takes 60%');
    expect(find('[role=slider]').getAttribute('aria-label')).toBe(
      'Swipe divider: Existing on the left, After the plan on the right',
    );
  });

  it('is not there side by side', async () => {
    const { find, findAll, settle, store } = await mount();
    find('[data-layout=side]').click();
    await settle();
    expect(store.getState().compare.layout).toBe('side');
    expect(findAll('[role=slider]')).toHaveLength(0);
    expect(find('.field').dataset['layout']).toBe('side');
  });
});

describe('the maps', () => {
  it('have one camera: where one goes the other follows, and no echo comes back', async () => {
    const { maps, store } = await mount();
    const [left, right] = maps.live;
    right!.drag({ zoom: 11 });
    expect(left!.getCamera().zoom).toBe(11);
    expect(left!.calls.filter((call) => call === 'moveTo')).toHaveLength(1);
    expect(right!.calls.filter((call) => call === 'moveTo')).toHaveLength(0);
    left!.drag({ center: [113.2, 38.3] });
    expect(right!.getCamera()).toEqual(left!.getCamera());
    expect(store.getState().camera).toEqual(left!.getCamera());
  });

  it('follow the atlas once, not twice', async () => {
    const { maps, store } = await mount();
    const [left, right] = maps.live;
    store.send({ type: 'zoom', by: 1 });
    expect(left!.getCamera().zoom).toBe(9);
    expect(right!.getCamera().zoom).toBe(9);
    store.send({ type: 'select', feature: 's45', origin: 'text' });
    store.send({ type: 'pan', byPx: [10, 0] });
    store.send({ type: 'home' });
    expect(left!.calls).toEqual(['moveTo', 'fit', 'panBy', 'fit']);
    expect(right!.calls.every((call) => call === 'moveTo')).toBe(true);
    expect(right!.getCamera()).toEqual(left!.getCamera());
  });

  it('start where the map behind them stood', async () => {
    const camera = { center: [113.3, 38.2], zoom: 12, bearing: 10, pitch: 20 } as const;
    const { maps } = await mount({
      requests: [
        {
          type: 'camera-moved',
          camera,
          bounds: [113, 38, 114, 39],
          isByUser: true,
          from: 'compare',
        },
      ],
    });
    expect(maps.live.map(({ options }) => options.camera)).toEqual([camera, camera]);
  });

  it('show the whole county while no one has moved, at whatever size', async () => {
    const camera = { center: [113.3, 38.2], zoom: 12, bearing: 0, pitch: 0 } as const;
    const { maps } = await mount({
      requests: [
        {
          type: 'camera-moved',
          camera,
          bounds: [113, 38, 114, 39],
          isByUser: false,
          from: 'compare',
        },
      ],
    });
    expect(maps.live[0]?.options.camera).toBeNull();
  });

  it('select and clear on a click, and light under the pointer, on either side', async () => {
    const { maps, requests } = await mount();
    const point = { x: 5, y: 5 };
    for (const map of maps.live) {
      map.emit({ type: 'pick', features: ['s45', 'zong-2'], point } as never);
      expect(requests.at(-1)).toMatchObject({ type: 'select', feature: 's45', fit: false });
      map.emit({ type: 'pick', features: [], point: { x: 90, y: 90 } } as never);
      expect(requests.at(-1)).toEqual({ type: 'clear', origin: 'map' });
      map.emit({ type: 'hover', features: ['s45'] });
      expect(requests.at(-1)).toMatchObject({ type: 'hover', features: ['s45'], origin: 'map' });
    }
  });

  it('take selection, hover and layer switches on both sides', async () => {
    const { maps, store } = await mount();
    store.send({ type: 'select', feature: 's45', origin: 'text' });
    store.send({ type: 'layers', changes: { corridors: { isVisible: false } } });
    for (const { scene } of maps.live) {
      expect(scene?.looks['s45']?.isSelected).toBe(true);
      expect(scene?.hiddenLayers).toContain('corridors');
    }
  });

  it('tell the atlas when both are painted', async () => {
    const { element, maps, find } = await mount();
    const idle = vi.fn();
    element.addEventListener('plan-map-idle', idle);
    maps.live[0]!.emit({ type: 'idle' });
    expect(idle).not.toHaveBeenCalled();
    expect(find('.outline')).toBeTruthy();
    maps.live[1]!.emit({ type: 'idle' });
    expect(idle).toHaveBeenCalledTimes(1);
  });

  it('leave no context behind, however often the comparison opens and closes', async () => {
    const { element, host, maps, settle } = await mount();
    for (let round = 0; round < 5; round += 1) {
      expect(maps.live).toHaveLength(2);
      element.remove();
      await nextTask();
      expect(maps.live).toHaveLength(0);
      host.append(element);
      await settle();
    }
    expect(maps.started).toHaveLength(12);
    expect(maps.live.every(({ scene }) => scene !== null)).toBe(true);
  });

  it('leave no context behind when the comparison closes while they start', async () => {
    const { element, host, maps, settle } = await mount();
    element.remove();
    await nextTask();
    host.append(element);
    element.remove();
    await settle();
    await nextTask();
    await settle();
    expect(maps.live).toHaveLength(0);
  });

  it('stay when the element only moves in the page', async () => {
    const { element, host, maps } = await mount();
    const kept = [...maps.live];
    const place = document.createElement('div');
    host.append(place);
    place.append(element);
    await nextTask();
    expect(maps.live).toEqual(kept);
  });

  it('are built anew when the graphics do not come back, and given up after the third time', async () => {
    const { maps, settle, find, findAll } = await mount();
    vi.useFakeTimers();
    for (let time = 0; time < 4; time += 1) {
      const [left] = maps.live;
      left!.emit({ type: 'context-lost' });
      vi.advanceTimersByTime(2100);
      await settle();
    }
    expect(maps.started).toHaveLength(8);
    expect(maps.live).toHaveLength(0);
    expect(textOf(find('.lost'))).toContain('图形环境多次中断');
    expect(findAll('[data-feature]').length).toBeGreaterThan(0);
    find('[data-control=restart]').click();
    await settle();
    expect(maps.live).toHaveLength(2);
  });

  it('go on when the graphics come back in time', async () => {
    const { maps, settle } = await mount();
    vi.useFakeTimers();
    for (const map of maps.live) map.emit({ type: 'context-lost' });
    for (const map of maps.live) map.emit({ type: 'context-restored' });
    vi.advanceTimersByTime(5000);
    await settle();
    expect(maps.started).toHaveLength(2);
  });

  it('clear the first away when the second cannot start, and say why', async () => {
    const mounted = await mount();
    const { element, host, maps, settle, find } = mounted;
    element.remove();
    await nextTask();
    maps.failNext('no more contexts');
    host.append(element);
    await settle();
    expect(maps.live).toHaveLength(0);
    expect(textOf(find('.lost'))).toContain('no more contexts');
  });
});

describe('two flavours', () => {
  it('draws one plan in two flavours', async () => {
    const { maps, find } = await mount({
      requests: [{ type: 'compare', change: { pair: 'flavour' } }],
    });
    expect(maps.live.map(({ scene }) => scene?.style.key.split('|')[2])).toEqual(['light', 'dark']);
    expect(textOf(find('.summary'))).toBe('浅色 · 深色，内容相同，只有配色不同');
  });
});

describe('two plans', () => {
  it('asks for the other plan while there is none', async () => {
    const { find, findAll } = await mount({ requests: [twoPlans()] });
    expect(textOf(find('.chooser h3'))).toBe('选择另一份规划');
    expect(find('.field').dataset['waits']).toBe('right');
    expect(findAll('[data-control=list]')).toHaveLength(0);
  });

  it('loads the other plan from an address, says what differs, and draws it', async () => {
    const loadBundle = answer(createOther());
    const { find, findAll, maps, store, settle } = await mount({
      requests: [twoPlans()],
      loadBundle,
    });
    find<HTMLInputElement>('.chooser input[type=text]').value = 'bundle/other.json';
    find('.chooser').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(store.getState().compare.other.src).toBe('bundle/other.json');
    expect(loadBundle).toHaveBeenCalledTimes(1);
    expect(findAll('.chooser')).toHaveLength(0);
    expect(textOf(find('.summary'))).toBe('本规划 5 · 另一份规划 5，新增 1，减少 1');
    expect(textOf(find('[data-control=choose-plan]'))).toBe('修编稿');
    expect(maps.live[1]?.scene?.style.key).toContain('other');
    expect(maps.live[0]?.scene?.style.key).toContain('test');
  });

  it('loads at once what a link names', async () => {
    const loadBundle = answer(createOther());
    await mount({ requests: [twoPlans('bundle/other.json')], loadBundle });
    expect(loadBundle).toHaveBeenCalledTimes(1);
  });

  it('loads what the link names again when the element comes back into the page', async () => {
    const loadBundle = answer(createOther());
    const { element, host, find, settle } = await mount({
      requests: [twoPlans('bundle/other.json')],
      loadBundle,
    });
    element.remove();
    await nextTask();
    host.append(element);
    await settle();
    expect(loadBundle).toHaveBeenCalledTimes(2);
    expect(textOf(find('[data-control=choose-plan]'))).toBe('修编稿');
  });

  it.each(['https://elsewhere.example/plan.json', '//elsewhere.example/plan.json', 'ftp:x'])(
    'asks no other site: %s',
    async (src) => {
      const loadBundle = answer(createOther());
      const { find } = await mount({ requests: [twoPlans(src)], loadBundle });
      expect(loadBundle).not.toHaveBeenCalled();
      const failure = find('.failure');
      expect(failure.getAttribute('role')).toBe('alert');
      expect(failure.dataset['code']).toBe('origin-unlisted');
      expect(textOf(failure)).toContain('地址不在本站');
    },
  );

  it('asks a site that the page lists', async () => {
    const loadBundle = vi.fn<Atlas['loadBundle']>(answer(createOther()));
    const src = 'https://listed.example/plan.json';
    const { find } = await mount({ requests: [twoPlans(src)], loadBundle });
    expect(loadBundle).toHaveBeenCalledOnce();
    expect(loadBundle.mock.calls[0]![0]).toBe(src);
    expect(find('[data-control=choose-plan]')).not.toBeNull();
  });

  it('says what is wrong with a plan that cannot be loaded, and tries again', async () => {
    const loadBundle = vi
      .fn<Atlas['loadBundle']>()
      .mockRejectedValueOnce(
        new PlanError([
          {
            code: 'file-unreadable',
            severity: 'error',
            file: 'other.json',
            message: 'the server answered 404',
            remedy: 'Correct the address.',
          },
        ]),
      )
      .mockImplementation(answer(createOther()));
    const { find, findAll, settle } = await mount({
      requests: [twoPlans('other.json')],
      loadBundle,
    });
    expect(textOf(find('.failure'))).toContain('the server answered 404');
    expect(textOf(find('.failure'))).toContain('文件读不到');
    find('.chooser').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(findAll('.failure')).toHaveLength(0);
    expect(textOf(find('.summary'))).toContain('另一份规划 5');
  });

  const takeFile = (input: HTMLInputElement, file: File): void => {
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change'));
  };

  it('reads a file, which leaves no address in the link', async () => {
    const loadBundle = answer(createOther());
    const { find, store, settle } = await mount({ requests: [twoPlans()], loadBundle });
    const file = new File(['\uFEFF{"bundle": {}}'], '修编稿.json', { type: 'application/json' });
    takeFile(find('input[type=file]'), file);
    await vi.waitFor(() => expect(loadBundle).toHaveBeenCalled());
    await settle();
    expect(vi.mocked(loadBundle).mock.calls[0]![0]).toEqual({ bundle: {} });
    expect(store.getState().compare.other.src).toBeNull();
    expect(textOf(find('[data-control=choose-plan]'))).toBe('修编稿');
  });

  it('names file and place of every fault of a bad plan, and leaves the first in view', async () => {
    const fault = (file: string, at: string, message: string) =>
      ({ code: 'schema-type', severity: 'error', file, at, message, remedy: 'Mend it.' }) as const;
    const { find, maps } = await mount({
      requests: [twoPlans('other.json')],
      loadBundle: () =>
        Promise.reject(
          new PlanError([
            fault('other.json', 'bundle', 'title is 3, not a string'),
            fault('roads.geojson', 'features[2]', 'kind is missing'),
            fault('roads.geojson', 'features[3]', 'kind is missing'),
            fault('roads.geojson', 'features[4]', 'kind is missing'),
          ]),
        ),
    });
    expect([...find('.failure').querySelectorAll('li')].map(textOf)).toEqual([
      'bundle: title is 3, not a string schema-type',
      'roads.geojson, features[2]: kind is missing schema-type',
      'roads.geojson, features[3]: kind is missing schema-type',
      '+ 1',
    ]);
    expect(textOf(find('.failure'))).toContain('处理办法：');
    expect(maps.live[0]?.scene?.style.key).toContain('test');
    expect(find('.field').dataset['waits']).toBe('right');
  });

  it('tells the line of a file that is no JSON', async () => {
    const { find, settle } = await mount({ requests: [twoPlans()] });
    takeFile(find('input[type=file]'), new File(['{"a": 1,\n'], 'broken.json'));
    await vi.waitFor(async () => {
      await settle();
      expect(textOf(find('.failure'))).toContain('broken.json 未能载入');
    });
    expect(find('.failure').dataset['code']).toMatch(/^json-/);
  });

  it('does not read a file that is too large', async () => {
    const { find, settle } = await mount({ requests: [twoPlans()] });
    const file = new File(['{}'], 'huge.json');
    Object.defineProperty(file, 'size', { value: 500 * 1024 * 1024 });
    const read = vi.spyOn(file, 'text');
    takeFile(find('input[type=file]'), file);
    await vi.waitFor(async () => {
      await settle();
      expect(find('.failure').dataset['code']).toBe('compare-file-too-large');
    });
    expect(read).not.toHaveBeenCalled();
  });

  it('says that it loads, and stops when asked', async () => {
    let signal: AbortSignal | null = null;
    const { find, findAll, settle, store } = await mount({
      requests: [twoPlans('slow.json')],
      loadBundle: (_, given) => {
        signal = given;
        return new Promise(() => undefined);
      },
    });
    expect(textOf(find('.progress'))).toBe('正在载入 slow.json');
    find('[data-control=cancel-plan]').click();
    await settle();
    expect(signal!.aborted).toBe(true);
    expect(findAll('progress')).toHaveLength(0);
    expect(store.getState().compare.other.src).toBeNull();
  });

  it('shows the last plan that was asked for, not the last that answered', async () => {
    const answers: ((bundle: PlanBundle) => void)[] = [];
    const { store, settle, find } = await mount({
      requests: [twoPlans('first.json')],
      loadBundle: () =>
        new Promise((resolve) => {
          answers.push((bundle) =>
            resolve({ bundle, problems: [], prove: () => Promise.resolve([]) }),
          );
        }),
    });
    store.send(twoPlans('second.json'));
    await settle();
    answers[1]!(createOther());
    await settle();
    answers[0]!(createBundle());
    await settle();
    expect(textOf(find('[data-control=choose-plan]'))).toBe('修编稿');
  });

  it('names a picked feature that only the other plan has', async () => {
    const { maps, find, requests, settle } = await mount({
      requests: [twoPlans('other.json')],
      loadBundle: answer(createOther()),
    });
    const before = requests.length;
    maps.live[1]!.emit({ type: 'pick', features: ['new-road'], point: { x: 1, y: 1 } } as never);
    await settle();
    expect(textOf(find('.stranger'))).toBe('新路（规划）只在另一份规划中');
    expect(requests.slice(before).some(({ type }) => type === 'select')).toBe(false);
  });

  it('carries the notes of both plans', async () => {
    const own = createBundle();
    const other = createOther();
    const { find } = await mount({
      bundle: { ...own, bundle: { ...own.bundle, mapApproval: '晋S（2021）001号' } },
      requests: [twoPlans('other.json')],
      loadBundle: answer({
        ...other,
        bundle: { ...other.bundle, mapApproval: '晋S（2024）002号' },
      }),
    });
    expect(textOf(find('.note'))).toContain('晋S（2021）001号、晋S（2024）002号');
  });

  it('says when the plans lie apart', async () => {
    const other = createOther();
    const { find, settle } = await mount({
      requests: [twoPlans('other.json')],
      loadBundle: answer({
        ...other,
        bundle: { ...other.bundle, extent: [100, 20, 101, 21] },
      }),
    });
    find('[data-control=list]').click();
    await settle();
    expect(textOf(find('#differences'))).toContain('两份规划不在同一区域');
  });

  describe('that lie apart', () => {
    const mountApart = () => {
      const other = createOther();
      return mount({
        requests: [twoPlans('other.json')],
        loadBundle: answer({
          ...other,
          bundle: { ...other.bundle, extent: [100, 20, 101, 21] },
        }),
      });
    };

    it('are told over the maps, with the other one’s place and a way there', async () => {
      const { find, maps, store, settle } = await mountApart();
      expect(textOf(find('.apart'))).toContain(
        '“修编稿”的范围（100.00–101.00°E, 20.00–21.00°N）与本规划不相交',
      );
      const [left, right] = maps.live;
      find('[data-control=show-other]').click();
      expect(left!.calls).toContain('fit');
      left!.drag({ center: [100.5, 20.5] });
      expect(right!.getCamera().center).toEqual([100.5, 20.5]);
      await settle();
      expect(textOf(find('.apart'))).toContain('本规划不在这里');
      find('[data-control=show-own]').click();
      expect(store.getState().goal.kind).toBe('home');
    });

    it('may both be seen by either map', async () => {
      const { maps } = await mountApart();
      for (const { scene } of maps.live) {
        const [west, south, east, north] = scene!.style.maxBounds;
        expect(west).toBeLessThan(100);
        expect(south).toBeLessThan(20);
        expect(east).toBeGreaterThan(114);
        expect(north).toBeGreaterThan(38.5);
      }
    });

    it('leave the map behind at home when the comparison closes over there', async () => {
      const { maps, store } = await mountApart();
      maps.live[0]!.drag({ center: [100.5, 20.5] });
      store.send({ type: 'tool', tool: null });
      expect(store.getState().goal.kind).toBe('home');
    });
  });
});
