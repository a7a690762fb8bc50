import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/contracts/bundle.ts';
import type { Store } from '../../src/contracts/state.ts';
import { mountPanel, press, textOf } from './mount-panel.ts';

const idsOf = (rows: readonly HTMLElement[]): (string | undefined)[] =>
  rows.map((row) => row.dataset['feature']);

/** Round the airport: the lines run past it. */
const NEAR_AIRPORT: Bounds = [113.405, 38.07, 113.42, 38.09];

function moveMap(store: Store, bounds: Bounds): void {
  store.send({
    type: 'camera-moved',
    camera: { center: [113.4, 38.1], zoom: 12, bearing: 0, pitch: 0 },
    bounds,
    isByUser: true,
  });
}

async function mountViewFirst() {
  const mounted = await mountPanel('plan-list');
  const box = mounted.find<HTMLInputElement>('[data-control="view-first"]');
  box.click();
  await mounted.settle();
  return mounted;
}

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('plan-list order', () => {
  it('tells kind, stage, certainty, size and citations of a row in its own words, the name first', async () => {
    const { find } = await mountPanel('plan-list');
    const row = find('[data-feature="s45"]');
    for (const attribute of ['aria-label', 'aria-labelledby']) {
      expect(row.hasAttribute(attribute)).toBe(false);
    }
    const told = textOf(row);
    expect(told).toMatch(/^天黎高速/);
    for (const part of ['高速公路', '现状', '数字化', '61.7 公里', '原文 2 处']) {
      expect(told).toContain(part);
    }
  });

  it('sorts by name without groups, and by stage with a heading for each', async () => {
    const { find, findAll, settle } = await mountPanel('plan-list');
    const select = find<HTMLSelectElement>('[data-control="sort"]');
    choose(select, 'name');
    await settle();
    expect(idsOf(findAll('[role="option"]'))).toEqual([
      'park',
      's45',
      'airport',
      'zong-2',
      'zong-3',
    ]);
    expect(findAll('.group-title')).toHaveLength(0);
    choose(select, 'stage');
    await settle();
    expect(findAll('.group-title').map(textOf)).toEqual(['现状', '研究']);
    expect(findAll('[tabindex="0"][role="option"]')).toHaveLength(1);
  });

  it('filters by kind, stage and certainty too, in either language', async () => {
    const { find, findAll, settle } = await mountPanel('plan-list');
    const filter = find<HTMLInputElement>('input');
    for (const [query, left] of [
      ['推断', ['zong-2', 'zong-3', 'airport']],
      ['expressway', ['s45']],
      ['研究', ['airport']],
    ] as const) {
      filter.value = query;
      filter.dispatchEvent(new Event('input'));
      await settle();
      expect(idsOf(findAll('[role="option"]'))).toEqual(left);
    }
  });

  it('marks what the lens leaves out', async () => {
    const { find, store, settle } = await mountPanel('plan-list');
    store.send({ type: 'lens', lens: { statuses: ['existing'] } });
    await settle();
    expect(textOf(find('[data-feature="airport"] .marks'))).toContain('不在所选阶段');
    expect(find('[data-feature="airport"]').hasAttribute('data-dim')).toBe(true);
  });

  it('puts what the map shows first, and follows the map', async () => {
    const { findAll, find, store, settle } = await mountViewFirst();
    moveMap(store, NEAR_AIRPORT);
    await settle();
    expect(idsOf(findAll('[role="option"]'))[0]).toBe('airport');
    expect(findAll('.group-title').map(textOf)).toEqual([
      '图内 · 打造现代物流集散地',
      '图外 · 打造副中心城市',
      '图外 · 正文未提及',
    ]);
    expect(textOf(find('.switch'))).toBe('图内优先 图内 1 个');
    moveMap(store, [113.39, 38.2, 113.41, 38.21]);
    await settle();
    expect(idsOf(findAll('[role="option"]')).slice(0, 3)).toEqual(['zong-2', 'zong-3', 's45']);
  });

  it('keeps the focus on a row that changes its place', async () => {
    const { find, root, store, settle } = await mountViewFirst();
    find('[data-feature="airport"]').focus();
    moveMap(store, NEAR_AIRPORT);
    await settle();
    expect(root.activeElement).toBe(find('[data-feature="airport"]'));
    expect(find('[data-feature="airport"]').tabIndex).toBe(0);
    press(root.activeElement!, 'ArrowDown');
    expect(root.activeElement).toBe(find('[data-feature="zong-2"]'));
  });

  it('is not drawn again while the map shows the same features', async () => {
    const { find, store, settle } = await mountViewFirst();
    moveMap(store, NEAR_AIRPORT);
    await settle();
    find('.name').append('!');
    moveMap(store, [113.404, 38.07, 113.42, 38.09]);
    await settle();
    expect(textOf(find('.name'))).toContain('!');
  });

  it('keeps its order until the map has told what it shows, and has no switch without a map', async () => {
    const { findAll, store, settle } = await mountViewFirst();
    expect(idsOf(findAll('[role="option"]'))[0]).toBe('zong-2');
    store.send({ type: 'map-status', status: 'text-only', reason: 'no WebGL2' });
    await settle();
    expect(findAll('[data-control="view-first"]')).toHaveLength(0);
  });

  it('never counts as in view what is switched off', async () => {
    const { root, store, settle } = await mountViewFirst();
    moveMap(store, NEAR_AIRPORT);
    await settle();
    const shown = (): boolean =>
      [...root.querySelectorAll('[role=group]')].some(
        (group) =>
          textOf(group).startsWith('图内') && group.querySelector('[data-feature="airport"]'),
      );
    expect(shown()).toBe(true);
    store.send({ type: 'layers', changes: { airport: { isVisible: false } } });
    await settle();
    expect(shown()).toBe(false);
  });

  it('does not dim what is selected, whatever its stage, and still says that the lens leaves it out', async () => {
    const { find, store, settle } = await mountPanel('plan-list');
    store.send({ type: 'lens', lens: { statuses: ['existing'] } });
    store.send({ type: 'select', feature: 'airport', origin: 'api' });
    await settle();
    const row = find('[data-feature="airport"]');
    expect(row.hasAttribute('data-dim')).toBe(false);
    expect(textOf(row)).toContain('不在所选阶段');
    store.send({ type: 'clear', origin: 'api' });
    await settle();
    expect(row.hasAttribute('data-dim')).toBe(true);
  });
});
