import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportSession, OpenImportSession } from '../../src/contracts/import.ts';
import { PlanImport } from '../../src/elements/plan-import/plan-import.ts';
import { define } from '../../src/elements/shared/define.ts';
import { openSession } from '../../src/io/open-session.ts';
import { serveDesk, type FromDesk, type ToDesk } from '../../src/io/serve-desk.ts';
import { type Mounted, mountPanel, press, textOf } from './mount-panel.ts';

define('plan-import', PlanImport);

type Panel = Mounted<'plan-import'>;

/** The readers themselves, at the other end of a channel as in the worker. */
const openReal: OpenImportSession = (near) =>
  openSession(near, () => {
    let toDesk: (message: ToDesk) => void = () => undefined;
    let toPage: (message: FromDesk) => void = () => undefined;
    serveDesk({
      post: (message) => queueMicrotask(() => toPage(message)),
      listen: (listener) => {
        toDesk = listener;
      },
    });
    return {
      post: (message) => queueMicrotask(() => toDesk(message)),
      listen: (listener) => {
        toPage = listener;
      },
      close: () => undefined,
    };
  });

const mount = async (
  open: OpenImportSession = openReal,
  options: Parameters<typeof mountPanel>[1] = {},
): Promise<Panel> => {
  const panel = await mountPanel('plan-import', options);
  panel.panel.openSession = open;
  return panel;
};

/** A road in CGCS2000 / 3° zone 38 (EPSG:4526 has the zone before it; this one, 4547, has none). */
const ROAD = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { MC: '天黎高速', 状态: '现状' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [447_350, 4_206_400],
          [447_900, 4_220_000],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { MC: '县城物流园连接线', 状态: '规划' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [448_000, 4_215_000],
          [450_000, 4_216_000],
        ],
      },
    },
  ],
};

async function give(panel: Panel, name: string, content: string): Promise<void> {
  const input = panel.find<HTMLInputElement>('.choose input');
  const file = new File([content], name);
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new Event('change'));
}

const openRoad = async (panel: Panel): Promise<void> => {
  await give(panel, '道路.geojson', JSON.stringify(ROAD));
  await vi.waitFor(() => {
    expect(panel.findAll('.table li')).toHaveLength(2);
    expect(textOf(panel.find('.place'))).not.toBe('');
  });
};

async function choose(panel: Panel, selector: string, value: string): Promise<void> {
  const field = panel.find<HTMLSelectElement | HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await panel.settle();
}

const paste = async (panel: Panel, text: string): Promise<void> => {
  panel.find<HTMLTextAreaElement>('.paste textarea').value = text;
  panel.find('.paste form').dispatchEvent(new Event('submit', { cancelable: true }));
  await panel.settle();
};

afterEach(() => {
  document.body.replaceChildren();
});

describe('plan-import without a file', () => {
  it('says what can be read and that nothing leaves the machine', async () => {
    const { root } = await mount();
    const text = textOf(root.querySelector('.files')!);
    for (const word of ['Shapefile', '.dxf', '.gpkg', '.xlsx', '规划包', '不上传'])
      expect(text).toContain(word);
  });

  it('says so in English', async () => {
    const { root } = await mount(openReal, { lang: 'en' });
    expect(textOf(root.querySelector('.files')!)).toContain('nothing is uploaded');
  });

  it('has a label on everything that can be worked', async () => {
    const panel = await mount();
    await openRoad(panel);
    for (const field of panel.findAll('input, select, textarea')) {
      const named =
        field.getAttribute('aria-label') ?? textOf(field.closest('label') ?? panel.host);
      expect(named, field.outerHTML.slice(0, 80)).not.toBe('');
      expect(field.hasAttribute('aria-label') || field.closest('label') !== null).toBe(true);
    }
  });
});

describe('a file of the user’s own', () => {
  it('is read, told, guessed and laid over the map', async () => {
    const panel = await mount();
    await openRoad(panel);
    expect(textOf(panel.find('.news'))).toBe('已读取 道路.geojson，1 个图层。');
    expect(textOf(panel.find('.layers'))).toContain('2 个要素');
    expect(textOf(panel.find('.place'))).toMatch(/^落在.*范围内。$/);
    expect(panel.find<HTMLInputElement>('[name=crs]:checked').value).toBe('EPSG:4547');
    const laid = panel.store.getState().preview!.features.features;
    expect(laid.map(({ properties }) => properties?.['tone'])).toEqual(['new', 'new']);
    const [lng, lat] = (laid[0]!.geometry as { coordinates: number[][] }).coordinates[0]!;
    expect(lng).toBeCloseTo(113.4, 1);
    expect(lat).toBeCloseTo(37.98, 1);
  });

  it('is said to lie far off in a system that does not fit, and the map stays', async () => {
    const panel = await mount();
    panel.store.send({
      type: 'camera-moved',
      camera: { center: [113.4, 38.1], zoom: 9, bearing: 0, pitch: 0 },
      bounds: [113, 37.9, 113.8, 38.4],
      isByUser: false,
    });
    await openRoad(panel);
    const before = panel.store.getState().goal.serial;
    await choose(panel, '.more [name=crs][value="EPSG:3857"]', 'EPSG:3857');
    await vi.waitFor(() => expect(panel.find('.place').dataset['place']).toBe('far'));
    expect(textOf(panel.find('.place'))).toMatch(/约 \d+ 公里，西.*换一个坐标系/);
    expect(panel.store.getState().goal.serial).toBe(before);
  });

  it('that is broken is an alert with its code, file and remedy', async () => {
    const panel = await mount();
    await give(panel, '坏.geojson', '{"type": "FeatureCollection", "features": [');
    await vi.waitFor(() => expect(panel.findAll('.errors li')).toHaveLength(1));
    const alert = panel.find('.errors');
    expect(alert.getAttribute('role')).toBe('alert');
    expect(textOf(alert)).toContain('坏.geojson');
    expect(textOf(alert)).toContain('处理：');
    expect(textOf(panel.find('.errors code'))).toMatch(/^json-/);
  });

  it('stays open while other files are closed', async () => {
    const panel = await mount();
    await openRoad(panel);
    await paste(panel, '113.412, 38.086\n113.5, 38.1');
    await vi.waitFor(() => expect(panel.findAll('.open li')).toHaveLength(2));
    panel.find('[aria-label="关闭 道路.geojson"]').click();
    await vi.waitFor(() => expect(panel.findAll('.open li')).toHaveLength(1));
    expect(textOf(panel.find('.news'))).toBe('已关闭 道路.geojson。');
  });

  it('leaves the map with Escape, and with the tool', async () => {
    const panel = await mount();
    await openRoad(panel);
    press(panel.find('[data-control=preview]'), 'Escape');
    await panel.settle();
    expect(panel.store.getState().preview).toBeNull();
    panel.find('[data-control=preview]').click();
    expect(panel.store.getState().preview).not.toBeNull();
    panel.panel.remove();
    expect(panel.store.getState().preview).toBeNull();
  });

  it('is still open when the tool comes back', async () => {
    const panel = await mount();
    await openRoad(panel);
    panel.panel.remove();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const again = document.createElement('plan-import');
    panel.host.append(again);
    await again.updateComplete;
    expect(again.shadowRoot!.querySelectorAll('.table li')).toHaveLength(2);
    expect(panel.store.getState().preview).not.toBeNull();
  });
});

describe('pasted text', () => {
  it('is read as a table of coordinates', async () => {
    const panel = await mount();
    await paste(panel, '名称,经度,纬度\n测点,113.412,38.086');
    await vi.waitFor(() => expect(panel.findAll('.table li')).toHaveLength(1));
    expect(textOf(panel.find('.table .name'))).toContain('测点');
    expect(panel.findAll('.columns select').length).toBeGreaterThanOrEqual(3);
  });

  it('is refused in words when it is none', async () => {
    const panel = await mount();
    await paste(panel, '打造现代物流集散地。');
    expect(textOf(panel.find('.errors'))).toContain('打造现代物流集散地');
  });
});

describe('a drop', () => {
  it('on the atlas opens the files while the tool is open', async () => {
    const panel = await mount();
    const file = new File([JSON.stringify(ROAD)], '落下.geojson');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [file] } });
    panel.host.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(panel.findAll('.table li')).toHaveLength(2));
    panel.panel.remove();
    const late = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(late, { dataTransfer: { types: ['Files'], files: [file] } });
    panel.host.dispatchEvent(late);
    expect(late.defaultPrevented).toBe(false);
  });
});

describe('reading that is under way', () => {
  /** Never answers by itself; tells its progress. */
  const openStuck: OpenImportSession = () =>
    ({
      dispose: () => undefined,
      open: (_files, _options, { signal, onProgress }) =>
        new Promise((_resolve, reject) => {
          onProgress?.({ phase: 'parsing', done: 0.42, file: 'a' });
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    }) as Partial<ImportSession> as ImportSession;

  it('tells its phase and share, and can be cancelled', async () => {
    const panel = await mount(openStuck);
    await give(panel, '大.zip', 'x');
    await panel.settle();
    expect(textOf(panel.find('.job'))).toContain('解析 42%');
    panel.find('[aria-label="取消读取 大.zip"]').click();
    await vi.waitFor(() => expect(panel.findAll('.job')).toHaveLength(0));
    expect(textOf(panel.find('.news'))).toBe('已取消读取 大.zip，没有留下任何内容。');
    expect(panel.findAll('.errors')).toHaveLength(0);
  });
});

describe('rows', () => {
  it('are left out until the user speaks; a name that fits is only offered', async () => {
    const panel = await mount();
    await openRoad(panel);
    expect(panel.findAll('.table li[data-action=leave]')).toHaveLength(2);
    await choose(panel, '.table li:first-child [name=action]', 'replace');
    expect(panel.find<HTMLInputElement>('[name=target]').value).toBe('');
    const offer = panel.find('.offer');
    expect(textOf(offer)).toContain('天黎高速');
    offer.click();
    await panel.settle();
    expect(panel.find<HTMLInputElement>('[name=target]').value).toBe('s45');
  });

  it('show before and after, on the map and in words', async () => {
    const panel = await mount();
    await openRoad(panel);
    await choose(panel, '.table li:first-child [name=action]', 'replace');
    await choose(panel, '[name=target]', '天黎高速');
    const laid = panel.store.getState().preview!.features.features;
    expect(laid.map(({ properties }) => properties?.['tone'])).toEqual(['old', 'new']);
    const told = textOf(panel.find('.comparison'));
    expect(told).toMatch(/长度 33\.\d+ 公里 13\.\d+ 公里 −5\d\.\d%/);
    expect(told).toContain('数字化 ±400 m');
  });

  it('say why they cannot be imported', async () => {
    const panel = await mount();
    await openRoad(panel);
    await choose(panel, '.table li:first-child [name=action]', 'create');
    panel.find('[data-control=apply]').click();
    await vi.waitFor(() => expect(panel.findAll('.faults li')).toHaveLength(3));
    expect(panel.findAll('.faults li').map((item) => item.dataset['code'])).toEqual([
      'no-source',
      'no-quote',
      'no-kind',
    ]);
  });

  it('replace a geometry as one step that can be undone', async () => {
    const panel = await mount();
    const before = panel.store.getState().bundle!;
    await openRoad(panel);
    await choose(panel, '.table li:first-child [name=action]', 'replace');
    await choose(panel, '[name=target]', 's45');
    await choose(panel, '[name=source-title]', '2024 年实测');
    await choose(panel, '[name=certainty]', 'surveyed');
    panel.find('[data-control=apply]').click();
    await vi.waitFor(() => expect(panel.findAll('[data-control=undo]')).toHaveLength(1));
    const { properties } = panel.store
      .getState()
      .bundle!.features.features.find((one) => one.properties.id === 's45')!;
    expect(properties.accuracy).toMatchObject({ class: 'surveyed', horizontalM: 1 });
    expect(properties.sources).toHaveLength(3);
    expect(textOf(panel.find('.done p'))).toContain('天黎高速');
    panel.find('[data-feature=s45]').click();
    expect(panel.store.getState().selection.feature).toBe('s45');
    panel.find('[data-control=undo]').click();
    await vi.waitFor(() => expect(textOf(panel.find('.done p'))).toBe('已撤销。'));
    expect(panel.store.getState().bundle!.features).toEqual(before.features);
  });

  it('create a feature under a clause that is chosen by keys', async () => {
    const panel = await mount();
    await openRoad(panel);
    await choose(panel, '.table li:nth-child(2) [name=action]', 'create');
    await choose(panel, '[name=kind]', 'roads/motorway');
    await choose(panel, '[name=source-title]', '设计图');
    const form = panel.find<HTMLFormElement>('.by-list');
    await choose(panel, '[name=paragraph]', 'logistics');
    panel.find<HTMLInputElement>('[name=quote]').value = '县城物流网';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await panel.settle();
    expect(textOf(panel.find('.quote'))).toContain('县城物流网');
    panel.find('[data-control=apply]').click();
    await vi.waitFor(() => expect(panel.findAll('[data-control=undo]')).toHaveLength(1));
    const made = panel.store.getState().bundle!.features.features.at(-1)!.properties;
    expect(made).toMatchObject({
      name: '县城物流园连接线',
      status: 'planned',
      layer: 'roads',
      planRefs: [{ para: 'logistics', quote: '县城物流网' }],
    });
  });

  it('refuse words that the paragraph does not hold', async () => {
    const panel = await mount();
    await openRoad(panel);
    await choose(panel, '.table li:nth-child(2) [name=action]', 'create');
    await choose(panel, '[name=paragraph]', 'logistics');
    panel.find<HTMLInputElement>('[name=quote]').value = '不在文中';
    panel.find('.by-list').dispatchEvent(new Event('submit', { cancelable: true }));
    await panel.settle();
    expect(textOf(panel.find('.terms [role=alert]'))).toContain('没有这段原文');
  });
});
