import { describe, expect, it, vi } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { PlanAudit } from '../../src/elements/plan-audit/plan-audit.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle, createFeature } from '../fixtures/create-bundle.ts';
import { mountPanel, press, textOf, type Mounted } from './mount-panel.ts';

define('plan-audit', PlanAudit);

/** Two corridors where the text counts four, a length that is right, and an area without a shape. */
async function mountAudit(
  options: { readonly bundle?: PlanBundle | null; readonly lang?: 'en' } = {},
): Promise<Mounted<'plan-audit'>> {
  const mounted = await mountPanel('plan-audit', options);
  if (options.bundle === null) return mounted;
  await vi.waitFor(() => expect(mounted.find('.body').getAttribute('aria-busy')).toBe('false'));
  return mounted;
}

const itemsOf = ({ findAll }: Mounted<'plan-audit'>): HTMLElement[] => findAll('.item');

describe('plan-audit', () => {
  it('is busy until the first paint is over, and then lists every check', async () => {
    const mounted = await mountPanel('plan-audit', { bundle: createBundle() });
    expect(mounted.find('.body').getAttribute('aria-busy')).toBe('true');
    expect(textOf(mounted.find('.empty'))).toBe('正在核对…');
    await vi.waitFor(() => expect(itemsOf(mounted).length).toBeGreaterThan(2));
    expect(mounted.find('.body').getAttribute('aria-busy')).toBe('false');
  });

  it('says so when no plan is loaded', async () => {
    const { find } = await mountAudit({ bundle: null });
    expect(textOf(find('.empty'))).toBe('还没有载入规划。');
    expect(find('.body').getAttribute('aria-busy')).toBe('false');
  });

  it('filters by result, tells how many are left, and takes the filter back', async () => {
    const mounted = await mountAudit();
    const { find, settle } = mounted;
    const total = itemsOf(mounted).length;
    const button = find('[data-filter="unanswerable"]');
    const wanted = Number(textOf(button.querySelector('.number')!));
    button.click();
    await settle();
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(itemsOf(mounted)).toHaveLength(wanted);
    expect(new Set(itemsOf(mounted).map((row) => row.dataset['badge']))).toEqual(
      new Set(['unanswerable']),
    );
    expect(textOf(find('.summary [role="status"]'))).toBe(`显示 ${wanted} 项，共 ${total} 项`);
    button.click();
    await settle();
    expect(itemsOf(mounted)).toHaveLength(total);
  });

  it('tells each result by a word and a shape', async () => {
    const mounted = await mountAudit();
    const words: Readonly<Record<string, string>> = {
      agrees: '一致',
      differs: '不符',
      schematic: '示意',
      unanswerable: '无法核对',
    };
    for (const row of itemsOf(mounted)) {
      const badge = row.querySelector('.badge')!;
      expect(textOf(badge)).toBe(words[row.dataset['badge']!]);
      expect(badge.querySelector('svg[aria-hidden="true"]')).not.toBeNull();
    }
  });

  it('never says that what is inferred agrees', async () => {
    const line = createBundle().features.features.find(({ id }) => id === 'zong-2')!.geometry;
    const base = createBundle();
    const inferred = createFeature(
      {
        id: 'ring',
        accuracy: { class: 'inferred', label: '推断，非规划原文' },
        measure: { length: { value: 33.3, unit: 'km', stated: false, label: '长度' } },
      },
      line,
    );
    const bundle = createBundle({
      features: { ...base.features, features: [...base.features.features, inferred] },
    });
    const mounted = await mountAudit({ bundle });
    const row = itemsOf(mounted).find(({ dataset }) => dataset['item']!.includes('ring'))!;
    expect(row.dataset['badge']).not.toBe('agrees');
    expect(textOf(row)).toContain('推断');
  });

  it('shows the stated and the recomputed figure with their units, and the working', async () => {
    const mounted = await mountAudit();
    const row = itemsOf(mounted).find(({ dataset }) => dataset['item']!.includes('s45'))!;
    expect(textOf(row.querySelector('[data-stated]')!)).toBe('61.7 公里');
    expect(textOf(row.querySelector('[data-found]')!)).toMatch(/^[\d.]+ 公里$/);
    expect(textOf(row.querySelector('[data-tolerance]')!)).toContain('±');
    expect(row.querySelectorAll('details ol li').length).toBeGreaterThan(0);
  });

  it('lights the features of a row under the pointer or the focus, and lets go of them', async () => {
    const mounted = await mountAudit();
    const { requests } = mounted;
    const row = itemsOf(mounted).find(({ dataset }) => dataset['item']!.includes('s45'))!;
    row.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    const hover = { type: 'hover', phrase: null, origin: 'card' };
    expect(requests.at(-1)).toEqual({ ...hover, features: ['s45'] });
    mounted.find('.items').dispatchEvent(new MouseEvent('mouseleave'));
    expect(requests.at(-1)).toEqual({ ...hover, features: [] });
    row.querySelector<HTMLElement>('[data-show]')!.focus();
    expect(requests.at(-1)).toEqual({ ...hover, features: ['s45'] });
  });

  it('lets go of what it lit when the drawer is closed', async () => {
    const mounted = await mountAudit();
    const row = itemsOf(mounted).find(({ dataset }) => dataset['item']!.includes('s45'))!;
    row.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    mounted.panel.remove();
    expect(mounted.store.getState().hover.features).toEqual([]);
  });

  it('selects the one feature of a row, and lights and fits several', async () => {
    const mounted = await mountAudit();
    const { requests, store } = mounted;
    const rowOf = (part: string): HTMLElement =>
      itemsOf(mounted).find(({ dataset }) => dataset['item']!.includes(part))!;
    rowOf('s45').querySelector<HTMLElement>('[data-show]')!.click();
    expect(requests.at(-1)).toMatchObject({ type: 'select', feature: 's45' });
    rowOf('四纵').querySelector<HTMLElement>('[data-show]')!.click();
    expect(requests.at(-1)).toEqual({
      type: 'highlight',
      features: ['zong-2', 'zong-3'],
      clauses: [],
      fit: true,
    });
    expect(store.getState().selection.feature).toBeNull();
    expect(rowOf('四纵').dataset['lit']).toBe('hover');
    press(rowOf('四纵').querySelector('[data-show]')!, 'Escape');
    expect(store.getState().highlight.features).toEqual([]);
  });

  it('leads from a quote to its very words in the text', async () => {
    const mounted = await mountAudit();
    const { requests, store, find } = mounted;
    const quote = find('.item .quote[data-para="city"]');
    expect(quote.querySelector('q')!.getAttribute('lang')).toBe('zh-Hans');
    quote.click();
    expect(requests.at(-1)!.type).toMatch(/^select/);
    expect(store.getState().selection.clause).toBe('city');
  });

  it('tells how far the text is covered and why a paragraph has no place', async () => {
    const { find } = await mountAudit();
    expect(textOf(find('[data-paragraph="city"]'))).toMatch(/\d+ 个要素，点名 \d+ 个/);
    expect(find('[data-paragraph="party"]').dataset['state']).not.toBe('mapped');
  });

  it('speaks English', async () => {
    const { find } = await mountAudit({ lang: 'en' });
    expect(textOf(find('[data-filter="agrees"]'))).toMatch(/^Agrees \d+$/);
    expect(textOf(find('.coverage h3'))).toBe('Coverage');
  });

  it('has headings below the drawer’s and no inline style', async () => {
    const { root } = await mountAudit();
    expect(root.querySelector('h1, h2')).toBeNull();
    expect(root.querySelector('[style]')).toBeNull();
  });

  it('works again after it was taken out and put back', async () => {
    const mounted = await mountAudit();
    mounted.panel.remove();
    mounted.host.append(mounted.panel);
    await mounted.settle();
    mounted.find('[data-filter="agrees"]').click();
    await mounted.settle();
    expect(mounted.find('[data-filter="agrees"]').getAttribute('aria-pressed')).toBe('true');
  });
});
