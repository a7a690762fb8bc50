import { describe, expect, it } from 'vitest';
import { mountPanel, press, textOf } from './mount-panel.ts';

const ORDER = ['zong-2', 'zong-3', 's45', 'airport', 'park'];

const idsOf = (rows: readonly HTMLElement[]): (string | undefined)[] =>
  rows.map((row) => row.dataset['feature']);

describe('plan-list', () => {
  it('lists every feature in reading order under the clause that cites it first', async () => {
    const { findAll } = await mountPanel('plan-list');
    expect(idsOf(findAll('[role="option"]'))).toEqual(ORDER);
    expect(findAll('[role="group"] > .group-title').map(textOf)).toEqual([
      '打造副中心城市',
      '打造现代物流集散地',
      '正文未提及',
    ]);
  });

  it('marks what is inferred, without a place, or on a layer that is off', async () => {
    const { find } = await mountPanel('plan-list');
    expect(textOf(find('[data-feature="zong-2"] .marks'))).toBe('推断');
    expect(textOf(find('[data-feature="park"] .marks'))).toBe('仅文字 图层已关');
    expect(find('[data-feature="park"]').hasAttribute('data-off')).toBe(true);
  });

  it('has one tab stop, which the arrows, Home and End move while they light up the row', async () => {
    const { find, findAll, root, requests } = await mountPanel('plan-list');
    expect(findAll('[tabindex="0"][role="option"]')).toHaveLength(1);
    find('[data-feature="zong-2"]').focus();
    press(root.activeElement!, 'ArrowDown');
    expect(root.activeElement).toBe(find('[data-feature="zong-3"]'));
    expect(requests.at(-1)).toEqual({
      type: 'hover',
      features: ['zong-3'],
      phrase: null,
      origin: 'list',
    });
    press(root.activeElement!, 'End');
    expect(root.activeElement).toBe(find('[data-feature="park"]'));
    press(root.activeElement!, 'Home');
    expect(root.activeElement).toBe(find('[data-feature="zong-2"]'));
    expect(findAll('[tabindex="0"][role="option"]')).toHaveLength(1);
  });

  it('goes to the next row that starts with the typed character', async () => {
    const { find, root } = await mountPanel('plan-list');
    find('[data-feature="zong-2"]').focus();
    press(root.activeElement!, '盂');
    expect(root.activeElement).toBe(find('[data-feature="airport"]'));
  });

  it('selects with Enter, Space and a click, and clears with Escape', async () => {
    const { find, requests, store } = await mountPanel('plan-list');
    const row = find('[data-feature="s45"]');
    const wanted = { type: 'select', feature: 's45', origin: 'list' };
    for (const act of [() => press(row, 'Enter'), () => press(row, ' '), () => row.click()]) {
      act();
      expect(requests.at(-1)).toEqual(wanted);
    }
    expect(row.getAttribute('aria-selected')).toBe('true');
    press(row, 'Escape');
    expect(requests.at(-1)).toEqual({ type: 'clear', origin: 'list' });
    expect(store.getState().selection.feature).toBeNull();
    expect(row.getAttribute('aria-selected')).toBe('false');
  });

  it('filters by part of a Chinese or English name or number and tells how many are left', async () => {
    const { find, findAll, settle } = await mountPanel('plan-list');
    const filter = find<HTMLInputElement>('input');
    for (const [query, left] of [
      ['机场', ['airport']],
      ['tianli', ['s45']],
      ['天黎', ['zong-2', 's45']],
    ] as const) {
      filter.value = query;
      filter.dispatchEvent(new Event('input'));
      await settle();
      expect(idsOf(findAll('[role="option"]'))).toEqual(left);
    }
    expect(textOf(find('[role="status"]'))).toBe('2 / 5 个要素');
    find('.clear').click();
    await settle();
    expect(findAll('[role="option"]')).toHaveLength(ORDER.length);
  });

  it('says so when no name contains the words', async () => {
    const { find, settle } = await mountPanel('plan-list');
    const filter = find<HTMLInputElement>('input');
    filter.value = '没有';
    filter.dispatchEvent(new Event('input'));
    await settle();
    expect(textOf(find('.empty'))).toBe('没有名称含“没有”的要素。');
  });

  it('marks what is selected elsewhere and keeps the focus where it is', async () => {
    const { find, store, root } = await mountPanel('plan-list');
    store.send({ type: 'select', feature: 'airport', origin: 'map' });
    expect(find('[data-lit="selected"]').dataset['feature']).toBe('airport');
    expect(find('[tabindex="0"][role="option"]').dataset['feature']).toBe('airport');
    expect(root.activeElement).toBeNull();
  });

  it('puts the English name first in the English interface', async () => {
    const { find } = await mountPanel('plan-list', { lang: 'en' });
    expect(textOf(find('[data-feature="s45"] .name'))).toBe('Tianli Expressway');
    expect(textOf(find('[role="status"]'))).toBe('5 features');
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find } = await mountPanel('plan-list');
    panel.remove();
    host.append(panel);
    store.send({ type: 'hover', features: ['s45'], phrase: null, origin: 'map' });
    expect(find('[data-lit="hover"]').dataset['feature']).toBe('s45');
  });

  it('draws itself when the cartography comes after the plan', async () => {
    const { findAll, bringCartography } = await mountPanel('plan-list', {
      isCartographyLate: true,
    });
    expect(findAll('[role="option"]')).toHaveLength(0);
    await bringCartography();
    expect(findAll('[role="option"]')).toHaveLength(ORDER.length);
  });
});
