import { afterEach, describe, expect, it, vi } from 'vitest';
import { addSearchTable } from '../../src/cli/make-search-table.ts';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { type FindDetail, PlanSearch } from '../../src/elements/plan-search/plan-search.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle, createFeature } from '../fixtures/create-bundle.ts';
import { type Mounted, mountPanel, press, textOf } from './mount-panel.ts';

define('plan-search', PlanSearch);

afterEach(() => {
  vi.useRealTimers();
});

const fixture = createBundle();
const BUNDLE = addSearchTable({
  ...fixture,
  layers: [...fixture.layers, { id: 'seats', name: '驻地', theme: 'settlements' }],
  features: {
    ...fixture.features,
    features: [
      ...fixture.features.features,
      createFeature({ id: 'xiushui', layer: 'seats', name: '秀水镇', nameEn: 'Xiushui Town' }),
    ],
  },
});

interface Search extends Mounted<'plan-search'> {
  readonly input: HTMLInputElement;
  readonly found: readonly FindDetail[];
  readonly type: (text: string) => Promise<void>;
  readonly key: (key: string, held?: KeyboardEventInit) => Promise<KeyboardEvent>;
  readonly listed: () => (string | undefined)[];
  readonly active: () => string | undefined;
}

async function mountSearch(
  options: { readonly bundle?: PlanBundle | null; readonly lang?: Language } = {},
): Promise<Search> {
  const mounted = await mountPanel('plan-search', { bundle: BUNDLE, ...options });
  const { panel, host, root, find, findAll } = mounted;
  const input = find<HTMLInputElement>('input');
  const found: FindDetail[] = [];
  host.addEventListener('plan-find', (event) => found.push(event.detail));
  return {
    ...mounted,
    input,
    found,
    type: async (text) => {
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // The index is built behind the box.
      await panel.find(text);
    },
    key: async (key, held = {}) => {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...held,
      });
      input.dispatchEvent(event);
      await panel.updateComplete;
      return event;
    },
    listed: () => findAll('[role="option"]').map((option) => option.dataset['option']),
    active: () => {
      const id = input.getAttribute('aria-activedescendant');
      return id === null ? undefined : root.getElementById(id)?.dataset['option'];
    },
  };
}

describe('the list of plan-search', () => {
  it('groups what it finds and marks the matched characters', async () => {
    const { type, findAll, find, input } = await mountSearch();
    await type('机场');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(findAll('[role="group"] > .group-title').map(textOf)).toEqual([
      '正文 1 处',
      '要素 1 项',
    ]);
    expect(findAll('mark').map(textOf)).toEqual(['机场', '机场']);
    expect(textOf(find('#option-feature-0 .title'))).toBe('盂县通用航空机场（选址）');
    expect(textOf(find('#option-feature-0 .aside'))).toBe('通用航空机场');
  });

  it('answers pinyin, initials, traditional characters and places', async () => {
    const { type, findAll, find } = await mountSearch();
    await type('szsh');
    expect(findAll('mark').map(textOf)).toContain('四纵四横');
    await type('四縱四橫');
    expect(findAll('mark').map(textOf)).toContain('四纵四横');
    await type('xiushui');
    expect(textOf(find('.group-title'))).toBe('地点 1 项');
  });

  it('marks the group that a feature belongs to where that is what matched', async () => {
    const { type, find, findAll } = await mountSearch();
    await type('四纵四横');
    expect(textOf(find('#option-feature-0'))).toBe('纵二 天黎高速四纵四横');
    expect(textOf(find('#option-feature-0 .aside mark'))).toBe('四纵四横');
    expect(findAll('#option-feature-0 .snippet')).toEqual([]);
  });

  it('names each group and option, and keeps their ids apart', async () => {
    const { type, findAll, root, input, find } = await mountSearch();
    await type('天黎');
    expect(input.getAttribute('aria-controls')).toBe(find('[role="listbox"]').id);
    for (const group of findAll('[role="group"]')) {
      expect(root.getElementById(group.getAttribute('aria-labelledby')!)).not.toBeNull();
    }
    const ids = findAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists the first of many hits and the others on request', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      createFeature({ id: `mine-${index}`, name: `第${index}煤矿` }),
    );
    const bundle = { ...BUNDLE, features: { ...BUNDLE.features, features: many } };
    const { type, listed, key, active, find, settle } = await mountSearch({ bundle });
    await type('煤矿');
    expect(listed()).toHaveLength(6);
    expect(textOf(find('.more'))).toBe('显示全部 9 项');
    await key('ArrowUp');
    expect(active()).toBe('option-feature-more');
    await key('Enter');
    expect(listed()).toHaveLength(9);
    expect(active()).toBe('option-feature-5');
    await type('第');
    find('.more').click();
    await settle();
    expect(listed()).toHaveLength(9);
  });

  it('says so when nothing is found, and what to try', async () => {
    const { type, find, input } = await mountSearch();
    await type('量子');
    expect(textOf(find('.empty'))).toBe('没有找到“量子”。可试拼音或首字母、路线编号、英文名。');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('is empty for an empty box', async () => {
    const { type, listed, find } = await mountSearch();
    await type('机场');
    await type(' ');
    expect(listed()).toEqual([]);
    expect(find('.results').hidden).toBe(true);
  });

  it('puts English first in the English interface and marks what matched', async () => {
    const { type, find, findAll } = await mountSearch({ lang: 'en' });
    await type('机场');
    expect(textOf(find('#option-feature-0 .title'))).toBe('Yuxian General Airport (site)');
    expect(textOf(find('#option-feature-0 .other mark'))).toBe('机场');
    await type('airport');
    expect(findAll('mark').map(textOf)).toContain('Airport');
    expect(textOf(find('.group-title'))).toBe('Features 1 result');
  });

  it('prints mark-up in names and queries as words', async () => {
    const evil = createFeature({ id: 'evil', name: '<img src=x onerror=alert(1)>' });
    const bundle = { ...BUNDLE, features: { ...BUNDLE.features, features: [evil] } };
    const { type, findAll, find } = await mountSearch({ bundle });
    await type('img src');
    expect(findAll('img:not(.swatch)')).toHaveLength(0);
    expect(textOf(find('.title'))).toBe('<img src=x onerror=alert(1)>');
    await type('<b>x</b>');
    expect(findAll('b')).toHaveLength(0);
  });

  it('has no style attribute', async () => {
    const { type, findAll } = await mountSearch();
    await type('a');
    await type('机场');
    expect(findAll('[style]')).toEqual([]);
  });
});

describe('the keys of plan-search', () => {
  it('walk through the options and light up the features on the map', async () => {
    const { type, key, active, requests, findAll } = await mountSearch();
    await type('机场');
    expect(active()).toBeUndefined();
    await key('ArrowDown');
    expect(active()).toBe('option-text-0');
    await key('ArrowDown');
    expect(active()).toBe('option-feature-0');
    expect(requests.at(-1)).toEqual({
      type: 'hover',
      features: ['airport'],
      phrase: null,
      origin: 'search',
    });
    expect(findAll('[aria-selected="true"]')).toHaveLength(1);
    await key('Home');
    expect(active()).toBe('option-text-0');
    expect(requests.at(-1)).toMatchObject({ type: 'hover', features: [] });
    await key('End');
    expect(active()).toBe('option-feature-0');
    await key('ArrowDown');
    expect(active()).toBe('option-text-0');
  });

  it('select a feature with Return and close the list', async () => {
    const { type, key, requests, store, find } = await mountSearch();
    await type('机场');
    await key('ArrowUp');
    const event = await key('Enter');
    expect(event.defaultPrevented).toBe(true);
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 'airport', origin: 'search' });
    expect(store.getState().selection.feature).toBe('airport');
    expect(find('.results').hidden).toBe(true);
    expect(find<HTMLInputElement>('input').value).toBe('机场');
  });

  it('open the best hit when none is chosen, and show which that is', async () => {
    const { type, key, requests, findAll } = await mountSearch();
    await type('s45');
    expect(findAll('[data-best]').map(({ id }) => id)).toEqual(['option-feature-0']);
    await key('Enter');
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 's45', origin: 'search' });
  });

  it('select a clause and bring the found words into view', async () => {
    const { type, key, requests, found } = await mountSearch();
    await type('建设');
    await key('ArrowDown');
    await key('ArrowDown');
    await key('Enter');
    expect(requests.at(-1)).toEqual({ type: 'select', clause: 'logistics', origin: 'search' });
    const { ranges, current, reveal } = found.at(-1)!;
    expect(ranges).toHaveLength(2);
    expect([current, reveal]).toEqual([1, ranges[1]]);
    expect(reveal).toMatchObject({ para: 'logistics', part: 'body' });
  });

  it('lead an indicator to the words that it cites', async () => {
    const { type, key, requests, found } = await mountSearch();
    await type('GDP');
    await key('Enter');
    expect(requests.at(-1)).toMatchObject({ type: 'select', clause: 'party' });
    expect(found.at(-1)!.reveal).toMatchObject({ para: 'party', start: 2, end: 8 });
  });

  it('leave a click where the cursor is', async () => {
    const { type, find, requests } = await mountSearch();
    await type('机场');
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    find('#option-feature-0').dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    find('#option-feature-0').click();
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 'airport', origin: 'search' });
  });

  it('clear with Escape, and in an empty box ask to be closed', async () => {
    const { type, key, input, found, host } = await mountSearch();
    let heard = 0;
    const closed = vi.fn<(event: Event) => void>();
    host.addEventListener('keydown', () => (heard += 1));
    host.addEventListener('plan-search-close', closed);
    await type('机场');
    await key('Escape');
    expect([input.value, heard, closed.mock.calls.length]).toEqual(['', 0, 0]);
    expect(found.at(-1)).toMatchObject({ query: '', ranges: [], reveal: null });
    await key('Escape');
    expect([heard, closed.mock.calls.length]).toEqual([1, 1]);
    closed.mockImplementation((event) => event.preventDefault());
    await key('Escape');
    expect([heard, closed.mock.calls.length]).toEqual([1, 2]);
  });
});

describe('the walk through the text', () => {
  it('goes on and back through all occurrences by F3, buttons and Return', async () => {
    const { type, key, found, find, settle } = await mountSearch();
    await type('建设');
    const marked = found.at(-1)!;
    expect([marked.ranges.length, marked.current, marked.reveal]).toEqual([2, -1, null]);
    expect(textOf(find('.count'))).toBe('2 处');
    await key('F3');
    expect(found.at(-1)).toMatchObject({ current: 0, reveal: { para: 'city' } });
    expect(textOf(find('.count'))).toBe('1 / 2');
    await key('Enter');
    expect(found.at(-1)).toMatchObject({ current: 1, reveal: { para: 'logistics' } });
    await key('F3');
    expect(found.at(-1)!.current).toBe(0);
    await key('F3', { shiftKey: true });
    expect(found.at(-1)!.current).toBe(1);
    find('[data-step="-1"]').click();
    expect(found.at(-1)!.current).toBe(0);
    find('[data-step="1"]').click();
    await settle();
    expect(found.at(-1)!.current).toBe(1);
    expect(textOf(find('[role="status"]'))).toBe('第 2 处，共 2 处：打造现代物流集散地');
  });

  it('starts at the last occurrence when it goes back', async () => {
    const { type, key, found } = await mountSearch();
    await type('建设');
    await key('F3', { shiftKey: true });
    expect(found.at(-1)!.current).toBe(1);
  });

  it('has no buttons where the text does not say it', async () => {
    const { type, findAll, find } = await mountSearch();
    await type('s45');
    expect(findAll('[data-step]')).toEqual([]);
    expect(textOf(find('.count'))).toBe('1 项');
  });

  it('is spoken, and the count once the typing rests', async () => {
    const { type, find, settle } = await mountSearch();
    await type('x');
    vi.useFakeTimers();
    await type('机场');
    expect(textOf(find('[role="status"]'))).toBe('');
    vi.advanceTimersByTime(700);
    await settle();
    expect(textOf(find('[role="status"]'))).toBe('找到正文 1 处，要素 1 项');
  });
});

describe('plan-search', () => {
  it('does not look while a character is being composed', async () => {
    const { input, panel, listed, settle, key, requests, type } = await mountSearch();
    await type('机场');
    const before = listed();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'cang';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await key('Enter');
    panel.requestUpdate();
    await settle();
    expect(listed()).toEqual(before);
    expect(input.value).toBe('cang');
    expect(requests.filter((request) => request.type === 'select')).toEqual([]);
    input.value = '四纵四横';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await settle();
    expect(panel.query).toBe('四纵四横');
    expect(panel.count).toBe(1);
  });

  it('says that it is getting ready until the index stands', async () => {
    const { input, find, settle, listed, panel } = await mountSearch();
    input.value = '机场';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle();
    expect(textOf(find('.empty'))).toBe('正在准备查找');
    await panel.find('机场');
    expect(listed().length).toBeGreaterThan(0);
  });

  it('looks again in another bundle and another language', async () => {
    const { type, store, settle, panel, found, findAll } = await mountSearch();
    await type('logistics');
    expect(panel.count).toBe(0);
    store.send({ type: 'lang', lang: 'en' });
    await settle();
    expect(panel.count).toBe(1);
    expect(found.at(-1)!.ranges).toMatchObject([{ para: 'logistics', part: 'title-en' }]);
    const other = createBundle({ features: { type: 'FeatureCollection', features: [] } });
    store.send({ type: 'load-done', bundle: other, problems: [] });
    await panel.find('天黎');
    expect(findAll('[role="option"]')).toEqual([]);
  });

  it('looks for what is set from outside and leaves the list closed', async () => {
    const { panel, find, found } = await mountSearch();
    panel.query = '建设';
    await vi.waitFor(() => expect(panel.count).toBe(2));
    await panel.updateComplete;
    expect(find('.results').hidden).toBe(true);
    expect(find<HTMLInputElement>('input').value).toBe('建设');
    expect(found.at(-1)!.ranges).toHaveLength(2);
    panel.clear();
    expect(found.at(-1)!.ranges).toEqual([]);
  });

  it('closes the list when the focus leaves, and puts out what it lit', async () => {
    const { type, key, input, find, requests, settle } = await mountSearch();
    await type('机场');
    await key('ArrowUp');
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settle();
    expect(find('.results').hidden).toBe(true);
    expect(requests.at(-1)).toMatchObject({ type: 'hover', features: [] });
  });

  it('works without a bundle, and follows the atlas again after it was moved', async () => {
    const { type, panel, host, store, find } = await mountSearch({ bundle: null });
    await type('机场');
    expect(panel.count).toBe(0);
    panel.remove();
    host.append(panel);
    store.send({ type: 'load-done', bundle: BUNDLE, problems: [] });
    await panel.find('机场');
    expect(panel.count).toBe(1);
    expect(find('[role="option"]')).toBeTruthy();
    press(find('input'), 'Escape');
    expect(panel.query).toBe('');
  });
});
