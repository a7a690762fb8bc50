import { describe, expect, it, vi } from 'vitest';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf } from './mount-panel.ts';

/** 四纵四横, which links to two corridors. */
const CORRIDORS = 'city/18-22';

describe('plan-text', () => {
  it('prints the words of every paragraph as they stand', async () => {
    const { findAll } = await mountPanel('plan-text');
    const printed = findAll('.clause').map((clause) =>
      [...clause.querySelectorAll('.body > p')].map((p) => p.textContent).join('\n\n'),
    );
    expect(printed).toEqual(createBundle().plan.docs[0]!.paragraphs.map(({ text }) => text));
  });

  it('numbers the outline and gives every clause a heading', async () => {
    const { findAll } = await mountPanel('plan-text');
    expect(findAll('h3').map(textOf)).toEqual(['一、战略定位', '二、主要目标']);
    expect(findAll('h4').map(textOf)).toEqual([
      '打造副中心城市',
      '打造现代物流集散地',
      '坚持全面领导',
    ]);
  });

  it('links a phrase with a permanent address and tells where it leads', async () => {
    const { find, root } = await mountPanel('plan-text');
    const link = find<HTMLAnchorElement>(`[data-phrase="${CORRIDORS}"]`);
    expect(link.getAttribute('href')).toBe('#v=1&clause=city&phrase=18-22');
    expect(link.textContent).toBe('四纵四横');
    const description = root.getElementById(link.getAttribute('aria-describedby')!);
    expect(description?.textContent).toBe('链接 2 个要素（推断 2）');
    expect(link.style.getPropertyValue('--theme')).toContain('--plan-theme-transport');
  });

  it('tells our own reading from what the plan names', async () => {
    const { find } = await mountPanel('plan-text');
    expect(find('[data-basis="reading"]').textContent).toBe('县城物流网络');
  });

  it('selects the phrase on a click and leaves a click for a new tab alone', async () => {
    const { find, requests } = await mountPanel('plan-text');
    const link = find(`[data-phrase="${CORRIDORS}"]`);
    const plain = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(plain);
    expect(plain.defaultPrevented).toBe(true);
    expect(requests.at(-1)).toEqual({ type: 'select-phrase', phrase: CORRIDORS, origin: 'text' });
    const count = requests.length;
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(requests).toHaveLength(count);
  });

  it('lights up what a phrase links to while the pointer or the focus is on it', async () => {
    const { find, requests } = await mountPanel('plan-text');
    const link = find(`[data-phrase="${CORRIDORS}"]`);
    link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(requests.at(-1)).toEqual({
      type: 'hover',
      features: ['zong-2', 'zong-3'],
      phrase: CORRIDORS,
      origin: 'text',
    });
    expect(link.dataset['lit']).toBe('hover');
    find('.scroller').dispatchEvent(new MouseEvent('mouseleave'));
    expect(requests.at(-1)).toEqual({ type: 'hover', features: [], phrase: null, origin: 'text' });
    expect(link.dataset['lit']).toBeUndefined();
  });

  it('marks the phrases of a feature that is selected elsewhere', async () => {
    const { find, findAll, store } = await mountPanel('plan-text');
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    expect(findAll('[data-lit="selected"]').map((link) => link.textContent)).toEqual([
      '综合交通网络',
      '铁路、公路的便利交通条件',
    ]);
    expect(find('[aria-current="true"]').textContent).toBe('综合交通网络');
    expect(find('.clause[data-current]').dataset['para']).toBe('city');
  });

  it('draws no paragraph anew when something is hovered', async () => {
    const { panel, store, settle } = await mountPanel('plan-text');
    const render = vi.spyOn(panel as unknown as { render: () => unknown }, 'render');
    store.send({ type: 'hover', features: ['s45'], phrase: null, origin: 'map' });
    await settle();
    expect(render).not.toHaveBeenCalled();
  });

  it('selects a whole clause by its margin mark, which tells how sure its features are', async () => {
    const { find, requests } = await mountPanel('plan-text');
    const mark = find('[data-mark="city"]');
    expect(mark.getAttribute('aria-label')).toBe(
      '3 推断：选择“打造副中心城市”的 3 个要素，数字化 1、推断 2',
    );
    mark.click();
    expect(requests.at(-1)).toEqual({ type: 'select', clause: 'city', origin: 'text' });
    expect(mark.getAttribute('aria-pressed')).toBe('true');
  });

  it('says why a paragraph has no place on the map, and sets its indicators below it', async () => {
    const { find } = await mountPanel('plan-text');
    expect(textOf(find('[data-para="party"] .non-spatial'))).toContain('政治原则，不指向地点。');
    const indicator = textOf(find('[data-para="party"] [data-indicator="gdp"]'));
    expect(indicator).toContain('力争突破200亿');
    expect(indicator).toContain('155.18 亿元 2024 年');
  });

  it('dims phrases whose features are all outside the lens', async () => {
    const { findAll, store } = await mountPanel('plan-text');
    store.send({ type: 'lens', lens: { statuses: ['existing'] } });
    expect(findAll('[data-dim]').map((link) => link.textContent)).toEqual(['通用航空机场']);
  });

  it('adds English headings and keeps the Chinese text', async () => {
    const { findAll, find } = await mountPanel('plan-text', { lang: 'en' });
    expect(findAll('p.english').map(textOf)).toEqual([
      'Outline (excerpt)',
      'A secondary centre',
      'A centre of modern logistics',
    ]);
    expect(textOf(find('header'))).toContain('Plan text in the original Chinese');
    expect(find('.body').lang).toBe('zh-Hans');
  });

  it('shows a skeleton while the plan loads and a sentence when it failed', async () => {
    const { find, store, settle } = await mountPanel('plan-text', { bundle: null });
    store.send({ type: 'load-start' });
    await settle();
    expect(find('.scroller').getAttribute('aria-busy')).toBe('true');
    store.send({ type: 'load-failed', problems: [] });
    await settle();
    expect(textOf(find('.empty'))).toBe('规划正文未能载入。原因与处理办法见提示。');
  });

  it('prints mark-up in a bundle as words', async () => {
    const bundle = createBundle();
    const doc = bundle.plan.docs[0]!;
    const hostile = { ...doc.paragraphs[0]!, id: 'x', text: '<img src=x onerror=alert(1)>' };
    const { find, findAll } = await mountPanel('plan-text', {
      bundle: createBundle({ plan: { docs: [{ ...doc, paragraphs: [hostile] }] } }),
    });
    expect(findAll('img')).toHaveLength(0);
    expect(find('.body').textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find } = await mountPanel('plan-text');
    panel.remove();
    store.send({ type: 'select', feature: 'airport', origin: 'map' });
    host.append(panel);
    expect(find('[data-lit="selected"]').textContent).toBe('通用航空机场');
    store.send({ type: 'clear', origin: 'map' });
    expect(panel.shadowRoot!.querySelector('[data-lit]')).toBeNull();
  });
});
