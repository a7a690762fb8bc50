import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle, Story } from '../../src/contracts/bundle.ts';
import type { SavedStory } from '../../src/core/story/apply-scene.ts';
import { PlanStory } from '../../src/elements/plan-story/plan-story.ts';
import { StoryKeeper, type Channel } from '../../src/elements/plan-story/story-keeper.ts';
import type { StoryStorage } from '../../src/elements/plan-story/story-storage.ts';
import { define } from '../../src/elements/shared/define.ts';
import { handoutAddress } from '../../src/elements/shared/handout-address.ts';
import { renderNotes } from '../../src/elements/shared/render-notes.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf, type Mounted } from './mount-panel.ts';
import { html, render } from 'lit';

define('plan-story', PlanStory);

const createStory = (): Story => ({
  id: 'briefing',
  version: '1',
  title: '汇报',
  scenes: [
    {
      id: 'net',
      title: '网络',
      titleEn: 'The network',
      clauses: [{ doc: 'outline', para: 'city', quote: '四纵四横' }],
      layers: ['corridors'],
      focus: ['zong-2', 'zong-3'],
      caption: '四纵四横',
      notes: '说 **网络**\n\n- 一',
      durationS: 40,
    },
    { id: 'end', title: '结束', clauses: [], caption: '谢谢', durationS: 25 },
    { id: 'spare', title: '备用', clauses: [], caption: '备用', durationS: 20 },
  ],
});

const createPlan = (story: Story | null = createStory()): PlanBundle => ({
  ...createBundle(),
  ...(story ? { story } : {}),
});

/** Storage and channel as windows of one browser share them, each write after a turn. */
function createDevice() {
  const rows = new Map<string, SavedStory>();
  const listeners = new Set<(event: MessageEvent) => void>();
  let fault: Error | null = null;
  const storage: StoryStorage = {
    list: async (prefix) => {
      await Promise.resolve();
      if (fault) throw fault;
      return [...rows.values()].filter(({ key }) => key.startsWith(prefix));
    },
    update: async (key, change) => {
      await Promise.resolve();
      if (fault) throw fault;
      const next = structuredClone(change(structuredClone(rows.get(key) ?? null)));
      rows.set(key, next);
      return next;
    },
  };
  const openChannel = (): Channel => {
    let own: ((event: MessageEvent) => void) | null = null;
    return {
      addEventListener: (_type, listener) => {
        own = listener;
        listeners.add(listener);
      },
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        for (const listener of listeners) {
          if (listener !== own) setTimeout(() => listener({ data } as MessageEvent));
        }
      },
      close: () => {
        if (own) listeners.delete(own);
      },
    };
  };
  return {
    rows,
    open: (bundle = createPlan(), isDeaf = false): StoryKeeper =>
      new StoryKeeper(bundle, () => undefined, storage, isDeaf ? null : openChannel()),
    breakWith: (error: Error | null) => {
      fault = error;
    },
  };
}

const idsOf = ({ story }: StoryKeeper): string[] => story.scenes.map(({ id }) => id);

describe('keeping a story', () => {
  it('gives back what was edited when it is opened again', async () => {
    const device = createDevice();
    const keeper = device.open();
    await keeper.whenOpen;
    keeper.edit({ type: 'remove', id: 'spare' });
    await keeper.settled;
    expect(keeper.keeping).toEqual({ kind: 'kept' });
    const again = device.open();
    await again.whenOpen;
    expect([idsOf(again), again.isEdited]).toEqual([['net', 'end'], true]);
  });

  it('hears what another window wrote, and can still undo its own', async () => {
    const device = createDevice();
    const [left, right] = [device.open(), device.open()];
    await Promise.all([left.whenOpen, right.whenOpen]);
    left.edit({ type: 'change', id: 'net', change: { title: '新' } });
    await left.settled;
    await vi.waitFor(() => expect(right.story.scenes[0]!.title).toBe('新'));
    right.edit({ type: 'change', id: 'end', change: { durationS: 60 } });
    await right.settled;
    await vi.waitFor(() => expect(left.story.scenes[1]!.durationS).toBe(60));
    left.edit({ type: 'undo' });
    await left.settled;
    expect(left.story.scenes.map(({ title, durationS }) => [title, durationS])).toEqual([
      ['网络', 40],
      ['结束', 60],
      ['备用', 20],
    ]);
  });

  it.each([false, true])(
    'loses no write of two windows that write at the same time (deaf: %s)',
    async (isDeaf) => {
      const device = createDevice();
      const keepers = [device.open(createPlan(), isDeaf), device.open(createPlan(), isDeaf)];
      await Promise.all(keepers.map(({ whenOpen }) => whenOpen));
      for (let turn = 0; turn < 20; turn += 1) {
        for (const [who, keeper] of keepers.entries()) {
          keeper.edit({
            type: 'add',
            scene: { id: `w${who}-${turn}`, title: 't', clauses: [], caption: 'k', durationS: 5 },
            at: turn,
          });
        }
        if (turn % 3 === 0) await Promise.resolve();
      }
      await Promise.all(keepers.map(({ settled }) => settled));
      const ids = [...device.rows.values()][0]!.story.scenes.map(({ id }) => id);
      expect(ids).toHaveLength(3 + 40);
      expect(new Set(ids).size).toBe(43);
    },
  );

  it('stays in memory and says why when the device keeps nothing, and keeps all once it can', async () => {
    const device = createDevice();
    device.breakWith(new Error('QuotaExceededError'));
    const keeper = device.open();
    await keeper.whenOpen;
    expect(keeper.keeping).toEqual({ kind: 'memory', reason: 'QuotaExceededError' });
    keeper.edit({ type: 'remove', id: 'end' });
    await keeper.settled;
    expect([idsOf(keeper), keeper.keeping.kind]).toEqual([['net', 'spare'], 'memory']);
    device.breakWith(null);
    keeper.edit({ type: 'remove', id: 'spare' });
    await keeper.settled;
    expect(keeper.keeping.kind).toBe('kept');
    expect([...device.rows.values()][0]!.story.scenes.map(({ id }) => id)).toEqual(['net']);
  });

  it('tells edits of an earlier version apart, and takes them when asked', async () => {
    const device = createDevice();
    const first = device.open();
    await first.whenOpen;
    first.edit({ type: 'remove', id: 'net' });
    await first.settled;
    const next = device.open(createPlan({ ...createStory(), version: '2' }));
    await next.whenOpen;
    expect([idsOf(next), next.isEdited]).toEqual([['net', 'end', 'spare'], false]);
    next.takeOlder();
    expect([idsOf(next), next.story.version]).toEqual([['end', 'spare'], '2']);
  });

  it('goes back to the shipped story, and forth again', async () => {
    const keeper = createDevice().open();
    await keeper.whenOpen;
    keeper.edit({ type: 'remove', id: 'net' });
    keeper.reset();
    expect(keeper.isEdited).toBe(false);
    keeper.edit({ type: 'undo' });
    expect(idsOf(keeper)).toEqual(['end', 'spare']);
  });
});

describe('plan-story', () => {
  let mounted: Mounted<'plan-story'>;
  const row = (id: string, action: string): HTMLElement =>
    mounted.find(`li[data-scene="${id}"] [data-action="${action}"]`);
  const ids = (): (string | undefined)[] =>
    mounted.findAll('li[data-scene]').map((li) => li.dataset['scene']);
  const key = async (target: HTMLElement, init: KeyboardEventInit): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true }));
    await mounted.settle();
  };

  const open = async (bundle: PlanBundle | null = createPlan(), lang?: 'en'): Promise<void> => {
    mounted = await mountPanel('plan-story', { bundle, lang });
    await mounted.settle();
  };

  beforeEach(() => open());
  afterEach(() => mounted.host.remove());

  it('lists number, title, clause and time of every scene, and the total', () => {
    expect(textOf(mounted.find('.total'))).toContain('3 场，共 1 分 25 秒');
    expect(textOf(row('net', 'show'))).toBe('1 网络 打造副中心城市 40 秒');
    expect(textOf(row('end', 'show'))).toContain('未引条文');
  });

  it('speaks English', async () => {
    await open(createPlan(), 'en');
    expect(textOf(row('net', 'show'))).toBe('1 The network A secondary centre 40 s');
  });

  it('shows a scene when its row is clicked', async () => {
    row('net', 'show').click();
    await mounted.settle();
    const { scene, selection } = mounted.store.getState();
    expect([scene, selection.features]).toEqual(['net', ['zong-2', 'zong-3']]);
    expect(row('net', 'show').getAttribute('aria-current')).toBe('true');
  });

  it('prints only where the page is the app, which has a page to print', () => {
    expect(mounted.findAll('[data-action=handout]')).toHaveLength(0);
    const frame = document.createElement('div');
    const inside = frame.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    expect(handoutAddress(inside, 'en')).toBeNull();
    frame.toggleAttribute('permalink', true);
    expect(handoutAddress(inside, 'en')).toBe('./?print=handout&lang=en');
  });

  it('asks to play, and shows the scene when nobody plays', async () => {
    const asked: string[] = [];
    mounted.host.addEventListener('plan-story-play', (event) => {
      asked.push(event.detail.scene);
      if (asked.length === 2) event.preventDefault();
    });
    row('end', 'play').click();
    expect(mounted.store.getState().scene).toBe('end');
    row('net', 'play').click();
    expect([asked, mounted.store.getState().scene]).toEqual([['end', 'net'], 'end']);
  });

  it('walks, reorders and deletes by keys, and undoes all of it', async () => {
    await key(row('net', 'show'), { key: 'ArrowDown', altKey: true });
    expect(ids()).toEqual(['end', 'net', 'spare']);
    await key(row('net', 'show'), { key: 'End', altKey: true });
    expect(ids()).toEqual(['end', 'spare', 'net']);
    expect(textOf(mounted.find('.told'))).toBe('“网络”移到第 3 场，共 3 场');
    await key(row('end', 'show'), { key: 'ArrowDown' });
    expect(row('spare', 'show').getAttribute('tabindex')).toBe('0');
    await key(row('spare', 'show'), { key: 'Delete' });
    expect(ids()).toEqual(['end', 'net']);
    for (let step = 0; step < 3; step += 1) {
      await key(row('end', 'show'), { key: 'z', ctrlKey: true });
    }
    expect(ids()).toEqual(['net', 'end', 'spare']);
    await key(row('end', 'show'), { key: 'y', ctrlKey: true });
    expect(ids()).toEqual(['end', 'net', 'spare']);
  });

  it('writes title, caption, notes and time, and refuses what cannot be', async () => {
    row('net', 'edit').click();
    await mounted.settle();
    const type = async (field: string, value: string): Promise<HTMLInputElement> => {
      const input = mounted.find<HTMLInputElement>(`[data-field=${field}]`);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await mounted.settle();
      return input;
    };
    await type('title', '路网');
    await type('notes', '**重点**');
    await type('duration', '45');
    expect(textOf(row('net', 'show'))).toBe('1 路网 打造副中心城市 45 秒');
    expect(mounted.find('.preview strong').textContent).toBe('重点');
    const title = await type('title', '  ');
    expect([title.getAttribute('aria-invalid'), textOf(row('net', 'show')).slice(2, 4)]).toEqual([
      'true',
      '路网',
    ]);
    const duration = await type('duration', '0');
    expect(duration.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(row('net', 'show'))).toContain('45 秒');
  });

  it('adds the current view behind the current row, and takes it again', async () => {
    row('net', 'show').click();
    mounted.store.send({ type: 'select', feature: 's45', origin: 'map' });
    mounted.store.send({ type: 'lens', lens: { statuses: ['existing'] } });
    mounted.find('[data-action=add]').click();
    await mounted.settle();
    expect(ids()).toHaveLength(4);
    const added = ids()[1]!;
    mounted.store.send({ type: 'home' });
    row(added, 'show').click();
    const { selection, lens } = mounted.store.getState();
    expect([selection.features, lens.statuses]).toEqual([['s45'], ['existing']]);
    mounted.store.send({ type: 'select', feature: 'zong-2', origin: 'map' });
    mounted.find('[data-action=recapture]').click();
    await mounted.settle();
    mounted.store.send({ type: 'clear', origin: 'map' });
    row(added, 'show').click();
    expect(mounted.store.getState().selection.features).toEqual(['zong-2']);
  });

  it('offers to make a story where there is none', async () => {
    await open({
      ...createPlan(null),
      views: [{ id: 'net', title: '网', focus: ['zong-2'], para: 'city', note: '四纵四横' }],
    });
    expect(textOf(mounted.find('.empty'))).toContain('由 1 个视图生成');
    mounted.find('[data-action=from-views]').click();
    await mounted.settle();
    expect(ids()).toEqual(['scene-net']);
    mounted.find('[data-action=undo]').click();
    await mounted.settle();
    expect(mounted.findAll('.empty')).toHaveLength(1);
  });

  it('says so when no plan is loaded', async () => {
    await open(null);
    expect(textOf(mounted.find('.empty'))).toBe('还没有载入规划。');
  });

  it('works after it was taken out and put back', async () => {
    mounted.panel.remove();
    mounted.host.append(mounted.panel);
    await mounted.settle();
    row('end', 'show').click();
    expect(mounted.store.getState().scene).toBe('end');
  });

  it('refuses a file that holds no sound story, and says what is wrong', async () => {
    const file = new File(['{"scenes": '], 'broken.json');
    const input = mounted.find<HTMLInputElement>('[data-action=import]');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(mounted.findAll('[data-warning=import] li')).toHaveLength(1));
    expect(textOf(mounted.find('[data-warning=import]'))).toContain('broken.json');
    expect(ids()).toEqual(['net', 'end', 'spare']);
  });
});

describe('notes', () => {
  it('are elements, and never run what they hold', () => {
    const place = document.createElement('div');
    render(html`${renderNotes('**a** <img src=x onerror=alert(1)>\n\n> b\n\n3. c')}`, place);
    expect([...place.children].map(({ localName }) => localName)).toEqual([
      'p',
      'blockquote',
      'ol',
    ]);
    expect(place.querySelector('img')).toBeNull();
    expect(place.querySelector('ol')?.getAttribute('start')).toBe('3');
  });
});
