import { describe, expect, it, vi } from 'vitest';
import { mountPanel, press, textOf } from './mount-panel.ts';

describe('plan-card', () => {
  it('says how to begin while nothing is selected', async () => {
    const { find } = await mountPanel('plan-card');
    expect(textOf(find('.hint'))).toContain('点选正文中带下划线的词句');
  });

  it('shows a feature with its names, stage, accuracy, figures and sources', async () => {
    const { find, findAll, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    await settle();
    expect(textOf(find('h2'))).toBe('天黎高速 S45');
    expect(findAll('.badge').map(textOf)).toEqual(['现状', '数字化 ±400 米']);
    expect(findAll('.fact').map(textOf)).toEqual([
      '县域内长度 61.7 公里 量算',
      '标准 四车道[2]来源 2：通车报道',
    ]);
    expect(findAll('a').map((link) => link.getAttribute('href'))).toEqual([
      'https://www.openstreetmap.org/copyright',
      'http://example.org/opening',
    ]);
    expect(textOf(find('[role="status"]'))).toBe(
      '已选择：天黎高速，数字化；原文第 1 处，共 2 处：“综合交通网络”',
    );
  });

  it('quotes the plan and steps through the clauses', async () => {
    const { find, findAll, requests, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    await settle();
    expect(findAll('q').map(textOf)).toEqual(['综合交通网络', '铁路、公路的便利交通条件']);
    expect(textOf(find('.steps .number'))).toBe('1 / 2');
    find('[data-step="1"]').click();
    expect(requests.at(-1)).toEqual({ type: 'step-clause', by: 1, origin: 'card' });
    await settle();
    expect(textOf(find('.steps .number'))).toBe('2 / 2');
    expect(textOf(find('[role="status"]'))).toContain(
      '第 2 处，共 2 处：“铁路、公路的便利交通条件”',
    );
    find('.quote[data-para="city"]').click();
    expect(requests.at(-1)).toEqual({
      type: 'select',
      feature: 's45',
      clause: 'city',
      origin: 'card',
    });
  });

  it('tells an inferred feature and our own reading from the plan', async () => {
    const { find, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 'zong-3', origin: 'map' });
    await settle();
    expect(textOf(find('.badge[data-kind="inferred"]'))).toBe('推断，非规划原文');
    expect(textOf(find('.quote[data-basis="reading"] .tag'))).toBe('本图解读，非规划原文');
  });

  it('gives an area in two units and says that it has no place', async () => {
    const { find, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 'park', origin: 'list' });
    await settle();
    expect(textOf(find('.fact'))).toBe('面积 9.42 平方公里（942 公顷） 规划或公开资料数值');
    expect(textOf(find('.why'))).toContain('位置未公开');
    expect(find<HTMLButtonElement>('[data-action="locate"]').disabled).toBe(true);
  });

  it('leads from a group to its members and back', async () => {
    const { find, requests, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 'zong-2', origin: 'map' });
    await settle();
    find('[data-section="members"] [data-feature="s45"]').click();
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 's45', origin: 'card' });
    await settle();
    expect(textOf(find('[data-section="groups"]'))).toContain('纵二 天黎高速');
  });

  it('lists the features of a phrase with how sure they are', async () => {
    const { find, findAll, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select-phrase', phrase: 'city/18-22', origin: 'text' });
    await settle();
    expect(textOf(find('h2'))).toBe('四纵四横');
    expect(findAll('.badge').map(textOf)).toEqual(['2 个要素', '推断 2']);
    expect(findAll('.feature').map((button) => button.dataset['feature'])).toEqual([
      'zong-2',
      'zong-3',
    ]);
  });

  it('names a clause that is selected as a whole', async () => {
    const { find, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', clause: 'party', origin: 'text' });
    await settle();
    expect(textOf(find('h2'))).toBe('坚持全面领导');
    expect(textOf(find('.quiet'))).toBe('本条没有上图要素。');
  });

  it('looks, copies a link and closes', async () => {
    const { find, host, requests, store, settle } = await mountPanel('plan-card');
    const copied = vi.fn();
    host.addEventListener('plan-copy-link', (event) => copied(event.detail));
    store.send({ type: 'select', feature: 'airport', origin: 'map' });
    await settle();
    find('[data-action="locate"]').click();
    expect(requests.at(-1)).toEqual({ type: 'fit', features: ['airport'] });
    find('[data-action="copy-link"]').click();
    expect(copied).toHaveBeenCalledWith({ feature: 'airport', clause: 'logistics' });
    press(find('[data-action="close"]'), 'Escape');
    expect(requests.at(-1)).toEqual({ type: 'clear', origin: 'card' });
  });

  it('shows a script address and mark-up in a source as plain text', async () => {
    const { findAll, find, store, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 'airport', origin: 'map' });
    await settle();
    expect(findAll('a')).toHaveLength(0);
    expect(find('[data-source="bad"]').textContent).toContain('<img src=x onerror=alert(1)>');
    expect(find('[data-source="bad"]').querySelector('img')).toBeNull();
  });

  it('folds its sources when it is compact', async () => {
    const { panel, find, store, settle } = await mountPanel('plan-card');
    panel.compact = true;
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    await settle();
    expect(find('details').hasAttribute('open')).toBe(false);
  });

  it('speaks English', async () => {
    const { find, findAll, store, settle } = await mountPanel('plan-card', { lang: 'en' });
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    await settle();
    expect(textOf(find('h2'))).toBe('Tianli Expressway S45');
    expect(findAll('.badge').map(textOf)).toEqual(['Existing', 'Digitised ±400 m']);
    expect(textOf(find('footer'))).toBe('Zoom to Copy link');
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find, settle } = await mountPanel('plan-card');
    panel.remove();
    store.send({ type: 'select', feature: 'airport', origin: 'map' });
    host.append(panel);
    await settle();
    expect(textOf(find('h2'))).toBe('盂县通用航空机场（选址）');
  });

  it('draws itself when the cartography comes after the selection', async () => {
    const { find, store, settle, bringCartography } = await mountPanel('plan-card', {
      isCartographyLate: true,
    });
    store.send({ type: 'select', feature: 's45', origin: 'url' });
    await settle();
    await bringCartography();
    expect(textOf(find('h2'))).toBe('天黎高速 S45');
  });
});
