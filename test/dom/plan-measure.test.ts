import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MeasurePoint } from '../../src/contracts/analysis.ts';
import type { LngLat } from '../../src/contracts/bundle.ts';
import type { MeasureMode, MeasureStep } from '../../src/contracts/state.ts';
import { stepMeasure } from '../../src/core/measure-state.ts';
import { PlanMeasure } from '../../src/elements/plan-measure/plan-measure.ts';
import { define } from '../../src/elements/shared/define.ts';
import { type Mounted, mountPanel, press, textOf } from './mount-panel.ts';

define('plan-measure', PlanMeasure);

/** The county seat, and a place 10.5 km to the north-east. */
const SEAT: LngLat = [113.412, 38.086];
const HILL: LngLat = [113.5, 38.15];
const THIRD: LngLat = [113.3, 38.2];
/** The fixture's airport: inferred, ±6 km. */
const AIRPORT: LngLat = [113.41, 38.08];

type Panel = Mounted<'plan-measure'>;

const ask = async ({ store, settle }: Panel, ...steps: readonly MeasureStep[]): Promise<void> => {
  for (const step of steps) {
    store.send({ type: 'measure', measure: stepMeasure(store.getState().measure, step) });
  }
  await settle();
};
const aim = (
  position: LngLat,
  toleranceM = 100,
  index: number | null = null,
  features: readonly string[] = [],
): MeasureStep => ({
  type: 'aim',
  aim: { position, toleranceM, features, index, isHeld: false },
});
const add = (...positions: readonly LngLat[]): MeasureStep => ({
  type: 'add',
  points: positions.map((position) => ({ position, snap: null })),
});
const mountWith = async (mode: MeasureMode, ...positions: readonly LngLat[]): Promise<Panel> => {
  const panel = await mountPanel('plan-measure');
  await ask(panel, { type: 'mode', mode }, add(...positions));
  return panel;
};
const enter = async ({ find, settle }: Panel, text: string): Promise<void> => {
  const input = find<HTMLInputElement>('#entry');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  find('form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
};
const valueOf = ({ find }: Panel): string => textOf(find('.value'));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('plan-measure without a point', () => {
  it('tells how to measure, in each mode', async () => {
    const panel = await mountPanel('plan-measure');
    expect(textOf(panel.find('.empty p'))).toContain('量两点或多点之间的距离');
    panel.find<HTMLInputElement>('input[value="area"]').click();
    await panel.settle();
    expect(textOf(panel.find('.empty p'))).toContain('三个以上的角点');
  });

  it('asks for typed coordinates where there is no map', async () => {
    const panel = await mountPanel('plan-measure');
    panel.store.send({ type: 'map-status', status: 'text-only' });
    await panel.settle();
    expect(textOf(panel.find('.empty'))).toBe('没有地图，请在下面输入坐标。');
  });

  it('lets Escape through to the atlas', async () => {
    const { find, requests } = await mountPanel('plan-measure');
    press(find('[data-control="snap"]'), 'Escape');
    expect(requests.filter(({ type }) => type === 'measure')).toHaveLength(1);
  });
});

describe('a distance', () => {
  it('is the geodesic on the CGCS2000 ellipsoid', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    expect(panel.store.getState().measure.result!.legsM[0]!.value).toBeCloseTo(10_488.826_24, 4);
    expect(valueOf(panel)).toBe('10.489 公里');
  });

  it('is told in the chosen unit', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    panel.find<HTMLInputElement>('[name="length-unit"][value="m"]').click();
    await panel.settle();
    expect(valueOf(panel)).toBe('10,488.8 米');
  });

  it('has every leg with its length, sum and bearing', async () => {
    const panel = await mountWith('distance', SEAT, HILL, THIRD);
    expect(panel.findAll('.legs tbody tr').map(textOf)).toEqual([
      '1–2 10.489 公里 47.3411° 北偏东 47°20′27.81″',
      expect.stringMatching(
        /^2–3 18\.382 公里 累计 28\.871 公里 穿过推断或示意要素 287\.\d{4}° 北偏西 72°/,
      ),
    ]);
  });

  it('is read out once it stands still', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    const status = panel.find('.hidden[role="status"]');
    expect(textOf(status)).toBe('10.489 公里');
    const point = { position: THIRD, snap: null };
    await ask(panel, { type: 'move', index: 1, point, isHeld: true });
    expect(textOf(status)).toBe('');
    await ask(panel, { type: 'move', index: 1, point, isHeld: false });
    expect(textOf(status)).toBe('16.016 公里');
  });
});

describe('an area', () => {
  it('is geodesic, in square kilometres, hectares and mu at once', async () => {
    const panel = await mountWith('area', SEAT, HILL, THIRD);
    expect(panel.store.getState().measure.result!.areaM2!.value).toBeCloseTo(83_690_052, -1);
    expect(valueOf(panel)).toBe('83.6901 平方公里');
    expect(panel.findAll('.more').map(textOf)).toEqual([
      '8,369.01 公顷 · 125,535.1 亩',
      '周长 44.887 公里',
    ]);
  });

  it('can be told in mu', async () => {
    const panel = await mountWith('area', SEAT, HILL, THIRD);
    panel.find<HTMLInputElement>('[value="mu"]').click();
    await panel.settle();
    expect(valueOf(panel)).toBe('125,535.1 亩');
  });

  it('is closed with a button', async () => {
    const panel = await mountWith('area', SEAT, HILL, THIRD);
    panel.find('[data-control="finish"]').click();
    await panel.settle();
    expect(panel.store.getState().measure.isDone).toBe(true);
    expect(panel.findAll('[data-control="finish"]')).toEqual([]);
  });
});

describe('a bearing', () => {
  it('is told from true north, from grid north, and back', async () => {
    const panel = await mountWith('bearing', SEAT, HILL);
    expect(valueOf(panel)).toBe('北偏东 47°20′27.81″');
    expect(panel.findAll('.more').map(textOf)).toEqual([
      '真方位角 47°20′27.81″ = 47.3411°',
      '反方位角 227°23′43.37″',
      '坐标方位角 47°42′14.46″',
      '长度 10.489 公里',
    ]);
  });

  it.each([
    [[113.412, 38.186], '正北'],
    [[113.412, 37.986], '正南'],
    [[113.3, 38.0], '南偏西'],
    [[113.5, 38.0], '南偏东'],
  ] as const)('towards %s is %s', async (to, words) => {
    expect(valueOf(await mountWith('bearing', SEAT, to))).toMatch(new RegExp(`^${words}`));
  });
});

describe('coordinates', () => {
  it('are told in degrees and in both plane systems', async () => {
    const panel = await mountWith('point', SEAT);
    expect(panel.findAll('.readout').map((row) => textOf(row.querySelector('.number')!))).toEqual([
      '113.412000, 38.086000',
      '东经 113°24′43.20″，北纬 38°05′09.60″',
      '北 X 4217207.07 东 Y 448414.66',
      '北 X 4217207.07 东 Y 38448414.66',
    ]);
    expect(textOf(panel.find('.points'))).toMatch(
      /EPSG:4547（3° 带 38，中央经线 114°）.*EPSG:4526/,
    );
  });

  it('are of the plan’s zone, also beyond its edge', async () => {
    const panel = await mountWith('point', [112.3, 38]);
    expect(textOf(panel.find('.points'))).toContain('EPSG:4547');
  });

  it('are copied one by one, northing first, or all as a table', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', {
      clipboard: { writeText: (text: string) => Promise.resolve(written.push(text)) },
    });
    const panel = await mountWith('point', SEAT, HILL);
    panel.findAll('.copy')[2]!.click();
    panel.find('[data-control="copy-all"]').click();
    await vi.waitFor(() => expect(textOf(panel.find('.copied'))).toBe('已复制：2 个点'));
    expect(written).toEqual([
      '4217207.07, 448414.66',
      [
        '点号\t经度\t纬度\t北坐标\t东坐标\t加带号东坐标',
        '1\t113.412000\t38.086000\t4217207.07\t448414.66\t38448414.66',
        '2\t113.500000\t38.150000\t4224265.83\t456173.24\t38456173.24',
      ].join('\n'),
    ]);
  });

  it('say so when they cannot be copied', async () => {
    vi.stubGlobal('navigator', {});
    const panel = await mountWith('point', SEAT);
    panel.find('.copy').click();
    await vi.waitFor(() => expect(textOf(panel.find('.copied'))).toContain('不允许复制'));
  });
});

describe('typed coordinates', () => {
  it.each([
    ['113.412, 38.086', '十进制经纬度'],
    ['东经113°24′43.2″，北纬38°5′9.6″', '度分秒'],
    ['448414.66, 4217207.07', '平面坐标'],
    ['38448414.66 4217207.07', '加带号平面坐标'],
  ])('“%s” are read as %s', async (text, system) => {
    const panel = await mountPanel('plan-measure');
    await enter(panel, text);
    const [point] = panel.store.getState().measure.points;
    expect(point!.position[0]).toBeCloseTo(SEAT[0], 6);
    expect(point!.position[1]).toBeCloseTo(SEAT[1], 6);
    expect(point!.snap).toBeNull();
    expect(textOf(panel.find('#entry-say'))).toContain(`已加点 1，按${system}读取`);
    expect(panel.find<HTMLInputElement>('#entry').value).toBe('');
  });

  it('tell when their order was turned', async () => {
    const panel = await mountPanel('plan-measure');
    await enter(panel, '38.086, 113.412');
    expect(panel.store.getState().measure.points[0]!.position).toEqual(SEAT);
    expect(textOf(panel.find('#entry-say'))).toContain('已按先纬度后经度读取');
  });

  it.each(['', 'abc', '113.412', '113°70′, 38°'])(
    '“%s” are refused with the value and what to do',
    async (text) => {
      const panel = await mountPanel('plan-measure');
      await enter(panel, text);
      expect(panel.store.getState().measure.points).toEqual([]);
      const said = textOf(panel.find('#entry-say'));
      expect(said).toContain('例如 113.412, 38.086');
      if (text !== '') expect(said).toContain(`“${text}”`);
      expect(panel.find('#entry').getAttribute('aria-invalid')).toBe('true');
      expect(textOf(panel.find('[role="alert"]'))).not.toBe('');
    },
  );

  it('bring the map to a point that is out of view', async () => {
    const panel = await mountPanel('plan-measure');
    panel.store.send({
      type: 'camera-moved',
      camera: { center: [113.4, 38.1], zoom: 12, bearing: 0, pitch: 0 },
      bounds: [113.3, 38, 113.5, 38.2],
      isByUser: true,
    });
    await enter(panel, '113.41, 38.1');
    expect(panel.store.getState().goal.kind).not.toBe('camera');
    await enter(panel, '113.9, 38.1');
    expect(panel.store.getState().goal).toMatchObject({
      kind: 'camera',
      camera: { center: [113.9, 38.1], zoom: 12 },
    });
  });
});

describe('snapping', () => {
  it('draws a point to a feature within reach and says which', async () => {
    const panel = await mountPanel('plan-measure');
    await ask(panel, aim([113.4002, 38.15], 100));
    const [point] = panel.store.getState().measure.points;
    expect(point!.position[0]).toBeCloseTo(113.4, 5);
    expect(point!.snap).toMatchObject({ featureId: 's45', certainty: 'digitised' });
    expect(textOf(panel.find('.origin'))).toMatch(/吸附于“天黎高速” 数字化 ±400 米/);
  });

  it('leaves a point free beyond reach, on a layer that is off, or when switched off', async () => {
    const panel = await mountPanel('plan-measure');
    await ask(panel, aim([113.42, 38.15], 100));
    panel.store.send({
      type: 'layers',
      changes: { roads: { isVisible: false }, corridors: { isVisible: false } },
    });
    await ask(panel, aim([113.4002, 38.15], 100));
    panel.store.send({ type: 'layers', changes: { roads: { isVisible: true } } });
    panel.find<HTMLInputElement>('[data-control="snap"]').click();
    await ask(panel, aim([113.4002, 38.15], 100));
    expect(panel.store.getState().measure.points.map(({ snap }) => snap)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('takes what lies under the pointer before what is nearer or surer', async () => {
    const panel = await mountPanel('plan-measure');
    const between: LngLat = [113.4005, 38.0795];
    await ask(panel, aim(between, 400), aim(between, 400, null, ['airport']));
    expect(panel.store.getState().measure.points.map(({ snap }) => snap?.featureId)).toEqual([
      's45',
      'airport',
    ]);
  });

  it('to an inferred feature says so and gives a range', async () => {
    const panel = await mountPanel('plan-measure');
    await ask(panel, aim(AIRPORT), add(HILL));
    expect(valueOf(panel)).toBe('11.1 公里');
    expect(textOf(panel.find('.range'))).toBe(
      '推断要素“盂县通用航空机场（选址）”，±6 公里：5.1–17.1 公里',
    );
    expect(panel.find('.range').dataset['soft']).toBe('true');
    expect(panel.find('[data-point="0"]').dataset['sure']).toBe('unsure');
  });

  it('to an inferred feature gives a bearing its range too', async () => {
    const panel = await mountPanel('plan-measure');
    await ask(panel, { type: 'mode', mode: 'bearing' }, aim(AIRPORT), add(HILL));
    expect(textOf(panel.find('.range'))).toMatch(/±33°$/);
    await ask(panel, { type: 'clear' }, aim(AIRPORT), add([113.42, 38.09]));
    expect(textOf(panel.find('.range'))).toContain('方位不定');
  });

  it('follows a point that is dragged', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    await ask(panel, aim([113.4002, 38.2], 100, 1));
    const { points } = panel.store.getState().measure;
    expect(points[0]!.position).toEqual(SEAT);
    expect(points[1]!.snap?.featureId).toBe('s45');
  });

  it('answers what was aimed at before its code had come', async () => {
    const { panel, host, store } = await mountPanel('plan-measure');
    panel.remove();
    store.send({ type: 'measure', measure: stepMeasure(store.getState().measure, aim(SEAT, 0)) });
    expect(store.getState().measure.points).toEqual([]);
    host.append(panel);
    expect(store.getState().measure.points.map(({ position }) => position)).toEqual([SEAT]);
  });
});

describe('a leg over what is not surely there', () => {
  /** Across the fixture's inferred corridor zong-3. */
  const OVER: readonly LngLat[] = [HILL, THIRD];

  it('names it beside the result, at the leg, and with the range', async () => {
    const panel = await mountWith('distance', ...OVER);
    const rows = panel.findAll('.crossed li');
    expect(rows.length).toBeGreaterThan(0);
    expect(textOf(panel.find('.result'))).toContain(`穿过 ${rows.length} 个推断或示意的要素`);
    expect(textOf(panel.find('.legs tbody'))).toContain('穿过推断或示意要素');
    for (const row of rows) expect(textOf(row)).toMatch(/(推断|示意).*第 1–2 段.*公里/);
  });

  it('does so in English', async () => {
    const panel = await mountPanel('plan-measure', { lang: 'en' });
    await ask(panel, add(...OVER));
    expect(textOf(panel.find('.result'))).toMatch(/Crosses \d+ inferred or schematic feature/);
    expect(textOf(panel.find('.crossed li'))).toMatch(/leg 1–2/);
  });

  it('says nothing of layers that are switched off', async () => {
    const panel = await mountWith('distance', ...OVER);
    const layers = panel.store.getState().bundle!.layers.map(({ id }) => id);
    panel.store.send({
      type: 'layers',
      changes: Object.fromEntries(layers.map((id) => [id, { isVisible: false }])),
    });
    await panel.settle();
    expect(panel.findAll('.crossed')).toEqual([]);
  });
});

describe('a figure from a link', () => {
  const restore = async (panel: Panel, points: readonly MeasurePoint[]): Promise<void> => {
    const measure = { mode: 'distance', points, isDone: true } as const;
    panel.store.send({ type: 'restore', view: { measure }, origin: 'url' });
    await panel.settle();
  };
  const linked = (position: LngLat, featureId: string): MeasurePoint => ({
    position,
    snap: {
      position,
      featureId,
      at: 'line',
      distanceM: 0,
      certainty: 'inferred',
      horizontalM: 6000,
    },
  });

  it('is reckoned at once, with the accuracy of what it was snapped to', async () => {
    const panel = await mountPanel('plan-measure');
    await restore(panel, [linked(AIRPORT, 'airport'), { position: HILL, snap: null }]);
    expect(valueOf(panel)).toBe('11.1 公里');
    expect(textOf(panel.find('.range'))).toContain('±6 公里：5.1–17.1 公里');
    expect(panel.findAll('.link-note')).toEqual([]);
  });

  it('says so when a point no longer lies on its feature, and lets it go free', async () => {
    const panel = await mountPanel('plan-measure');
    await restore(panel, [linked(SEAT, 'airport'), { position: HILL, snap: null }]);
    expect(panel.store.getState().measure.points[0]!.snap).toBeNull();
    expect(valueOf(panel)).toBe('10.489 公里');
    expect(textOf(panel.find('.link-note'))).toContain('点 1 已不在所注的要素上');
  });

  it('that is too large for one says that it is left out', async () => {
    const many = Array.from({ length: 201 }, (_, at): LngLat => [113.4 + at / 1e4, 38.1]);
    const panel = await mountWith('distance', ...many);
    expect(textOf(panel.find('.link-note'))).toContain('没有写进链接');
  });
});

describe('keys and buttons', () => {
  it('take back, bring back and clear', async () => {
    const panel = await mountWith('distance', SEAT);
    await ask(panel, add(HILL));
    const count = (): number => panel.store.getState().measure.points.length;
    const click = async (control: string): Promise<void> => {
      panel.find(`[data-control="${control}"]`).click();
      await panel.settle();
    };
    await click('undo');
    expect(count()).toBe(1);
    await click('redo');
    expect(count()).toBe(2);
    await click('clear');
    expect(count()).toBe(0);
    await click('undo');
    expect(count()).toBe(2);
    press(panel.find('[data-control="undo"]'), 'Backspace');
    expect(count()).toBe(1);
  });

  it('undo with Ctrl+Z, redo with Ctrl+Shift+Z and Ctrl+Y', async () => {
    const panel = await mountWith('distance', SEAT);
    await ask(panel, add(HILL));
    const after = (key: string, shiftKey = false): number => {
      const event = new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey, bubbles: true });
      panel.find('[data-control="snap"]').dispatchEvent(event);
      return panel.store.getState().measure.points.length;
    };
    expect([after('z'), after('Z', true), after('z'), after('y')]).toEqual([1, 2, 1, 2]);
  });

  it('leave a focused button its place when there is nothing left to take back', async () => {
    const panel = await mountPanel('plan-measure');
    const undo = panel.find<HTMLButtonElement>('[data-control="undo"]');
    expect([undo.getAttribute('aria-disabled'), undo.disabled]).toEqual(['true', false]);
  });

  it('leave Backspace to the box while one types', async () => {
    const panel = await mountWith('distance', SEAT);
    press(panel.find('#entry'), 'Backspace');
    expect(panel.store.getState().measure.points).toHaveLength(1);
  });

  it('end the figure with Escape, then clear it', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    const target = panel.find('[data-control="snap"]');
    press(target, 'Escape');
    expect(panel.store.getState().measure.isDone).toBe(true);
    press(target, 'Escape');
    expect(panel.store.getState().measure.points).toEqual([]);
  });

  it('move a point with the arrows by a round step, as one step to undo', async () => {
    const panel = await mountWith('distance', SEAT, HILL);
    const grip = panel.find('[data-grip="0"]');
    expect(grip.getAttribute('aria-label')).toBe('移动点 1: 用方向键移动 10 米，加 Shift 十倍');
    grip.focus();
    press(grip, 'ArrowUp');
    press(grip, 'ArrowUp');
    press(grip, 'ArrowRight');
    const [point] = panel.store.getState().measure.points;
    expect((point!.position[1] - SEAT[1]) * 111_000).toBeCloseTo(20, 0);
    expect((point!.position[0] - SEAT[0]) * 87_600).toBeCloseTo(10, 0);
    press(panel.find('[data-control="snap"]'), 'Backspace');
    expect(panel.store.getState().measure.points[0]!.position).toEqual(SEAT);
  });

  it('remove a point and keep the focus among the points', async () => {
    const panel = await mountWith('distance', SEAT, HILL, THIRD);
    panel.find('[data-remove="1"]').click();
    await panel.settle();
    await panel.settle();
    expect(panel.store.getState().measure.points.map(({ position }) => position)).toEqual([
      SEAT,
      THIRD,
    ]);
    expect(panel.root.activeElement).toBe(panel.find('[data-remove="1"]'));
  });
});

describe('plan-measure', () => {
  it('speaks English', async () => {
    const panel = await mountPanel('plan-measure', { lang: 'en' });
    await ask(panel, aim(AIRPORT), add(HILL));
    expect(valueOf(panel)).toBe('11.1 km');
    expect(textOf(panel.find('.range'))).toMatch(
      /^Inferred feature “Yuxian General Airport \(site\)”, ±6 km: 5\.1–17\.1 km$/,
    );
    await enter(panel, 'abc');
    expect(textOf(panel.find('#entry-say'))).toBe(
      '“abc” cannot be read as coordinates. Enter two numbers: longitude and latitude, or the two plane coordinates. e.g. 113.412, 38.086',
    );
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find, settle } = await mountPanel('plan-measure');
    panel.remove();
    host.append(panel);
    store.send({
      type: 'measure',
      measure: stepMeasure(store.getState().measure, add(SEAT, HILL)),
    });
    await settle();
    expect(textOf(find('.value'))).toBe('10.489 公里');
  });

  it('shows nothing before a plan is loaded', async () => {
    const { root } = await mountPanel('plan-measure', { bundle: null });
    expect(root.querySelector('.body')).toBeNull();
  });
});
