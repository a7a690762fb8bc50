import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { PlanStats } from '../../src/elements/plan-stats/plan-stats.ts';
import { nameFile } from '../../src/elements/plan-stats/save-file.ts';
import { define } from '../../src/elements/shared/define.ts';
import { mountPanel, press, textOf, type Mounted } from './mount-panel.ts';

define('plan-stats', PlanStats);

type Stats = Mounted<'plan-stats'>;

async function mountStats(
  options: { readonly bundle?: PlanBundle | null; readonly lang?: 'en' } = {},
): Promise<Stats> {
  const mounted = await mountPanel('plan-stats', options);
  if (options.bundle === null) return mounted;
  await vi.waitFor(() => expect(mounted.findAll('.target').length).toBeGreaterThan(0), 5000);
  return mounted;
}

const rowIds = ({ findAll }: Stats): (string | null)[] =>
  findAll('tbody tr').map((row) => row.getAttribute('data-row'));

describe('plan-stats', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is busy until the first paint is over', async () => {
    const { find } = await mountPanel('plan-stats');
    expect(find('.body').getAttribute('aria-busy')).toBe('true');
    await vi.waitFor(() => expect(find('.body').getAttribute('aria-busy')).toBe('false'));
  });

  it('says so when no plan is loaded', async () => {
    const { find } = await mountStats({ bundle: null });
    expect(textOf(find('.empty'))).toBe('还没有载入规划。');
  });

  it('shows a table with a caption, headings for rows and columns, and units', async () => {
    const { find, findAll } = await mountStats();
    expect(textOf(find('caption'))).toContain('各类线路长度');
    expect(findAll('thead th[scope="col"]').map(textOf)[2]).toContain('县域内长度（公里）');
    expect(findAll('tbody th[scope="row"]').length).toBe(findAll('tbody tr').length);
  });

  it('marks inferred figures by a word in the table and in the chart', async () => {
    const { findAll } = await mountStats();
    const soft = findAll('tr[data-soft]');
    expect(soft.length).toBeGreaterThan(0);
    for (const row of soft) {
      expect(textOf(row.querySelector('.tag')!)).toMatch(/^(推断|示意)$/);
      const bar = findAll('.target').find(
        (target) => target.getAttribute('data-row') === row.getAttribute('data-row'),
      );
      expect(bar?.getAttribute('aria-label')).toMatch(/（(推断|示意)）$/);
    }
    expect(findAll('.bars rect[data-soft]').length).toBe(soft.length);
  });

  it('chooses among the tables', async () => {
    const mounted = await mountStats();
    const select = mounted.find<HTMLSelectElement>('select');
    const ids = [...select.options].map(({ value }) => value);
    expect(ids).toContain('themes');
    select.value = 'themes';
    select.dispatchEvent(new Event('change'));
    await mounted.settle();
    expect(textOf(mounted.find('h3'))).toBe('各专题要素数与面积');
    expect(rowIds(mounted).at(-1)).toBe('total');
  });

  it('sorts by a column, the other way, and back to the own order', async () => {
    const mounted = await mountStats();
    const own = rowIds(mounted);
    const heading = mounted.find('th[data-column="countyKm"]');
    const click = async (): Promise<string | null> => {
      heading.querySelector('button')!.click();
      await mounted.settle();
      return heading.getAttribute('aria-sort');
    };
    expect(await click()).toBe('descending');
    const sorted = rowIds(mounted);
    expect(await click()).toBe('ascending');
    expect(new Set(rowIds(mounted))).toEqual(new Set(sorted));
    expect(await click()).toBeNull();
    expect(rowIds(mounted)).toEqual(own);
  });

  it('lights a bar’s features under pointer and focus, and the bar when the map lights a feature', async () => {
    const { findAll, store, requests, settle } = await mountStats();
    const bar = findAll('.target')[0]!;
    bar.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(requests.at(-1)).toMatchObject({ type: 'hover', origin: 'card' });
    expect(store.getState().hover.features.length).toBeGreaterThan(0);
    store.send({ type: 'hover', features: ['s45'], phrase: null, origin: 'map' });
    await settle();
    const lit = findAll('.target[data-lit="hover"]').map((target) => target.dataset['row']);
    expect(lit).toHaveLength(1);
    expect(findAll('tr[data-lit="hover"]').map((row) => row.dataset['row'])).toEqual(lit);
  });

  it('selects one feature, and lights and fits several, by click and by Enter', async () => {
    const mounted = await mountStats();
    const { findAll, requests } = mounted;
    const barOf = (word: string): HTMLElement =>
      findAll('.target').find((bar) => bar.getAttribute('aria-label')!.includes(word))!;
    press(barOf('高速'), 'Enter');
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 's45', origin: 'card' });
    barOf('四纵').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(requests.at(-1)).toEqual({
      type: 'highlight',
      features: ['zong-2', 'zong-3'],
      clauses: [],
      fit: true,
    });
  });

  it('has one tab stop for all bars, which the arrows move', async () => {
    const { findAll, root } = await mountStats();
    const bars = findAll('.target');
    expect(bars.filter((bar) => bar.getAttribute('tabindex') === '0')).toHaveLength(1);
    bars[0]!.focus();
    press(bars[0]!, 'ArrowDown');
    expect(root.activeElement).toBe(bars[1]);
    expect(bars[0]!.getAttribute('tabindex')).toBe('-1');
  });

  it('shows and hides the chart', async () => {
    const { find, findAll, settle } = await mountStats();
    find('[data-control="chart"]').click();
    await settle();
    expect(findAll('.chart')).toHaveLength(0);
    find('[data-control="chart"]').click();
    await vi.waitFor(() => expect(findAll('.target').length).toBeGreaterThan(0));
  });

  it('exports the table as CSV under a name in the language of the interface', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:test';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    const { find, settle } = await mountStats();
    find('[data-control="csv"]').click();
    await settle();
    expect(names).toEqual(['盂县空间规划图集 - 各类线路长度.csv']);
    const bytes = new Uint8Array(await blobs[0]!.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await blobs[0]!.text()).toContain('县域内长度（公里）');
    expect(textOf(find('.saved'))).toContain('各类线路长度.csv');
  });

  it('leaves out of a file name what a file system refuses', () => {
    expect(nameFile(['a/b: "c"', 'd'], 'csv')).toBe('a b c - d.csv');
  });

  it('speaks English', async () => {
    const { find } = await mountStats({ lang: 'en' });
    expect(textOf(find('h3'))).toBe('Length by class');
    expect(textOf(find('[data-control="csv"]'))).toBe('Export CSV');
  });

  it('has headings below the drawer’s, and no inline style or style element', async () => {
    const { root } = await mountStats();
    expect(root.querySelector('h1, h2')).toBeNull();
    expect(root.querySelector('[style]')).toBeNull();
    expect(root.querySelector('svg style')).toBeNull();
  });

  it('lets go of what it lit when the drawer is closed, and works again when put back', async () => {
    const mounted = await mountStats();
    mounted.findAll('.target')[0]!.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    mounted.panel.remove();
    expect(mounted.store.getState().hover.features).toEqual([]);
    mounted.host.append(mounted.panel);
    await mounted.settle();
    mounted.find('th[data-column="count"] button').click();
    await mounted.settle();
    expect(mounted.find('th[data-column="count"]').getAttribute('aria-sort')).toBe('descending');
  });
});
