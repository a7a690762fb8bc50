import { describe, expect, it } from 'vitest';
import { createBundle, createFeature } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf } from './mount-panel.ts';

const tick = (box: HTMLInputElement, isOn: boolean): void => {
  box.checked = isOn;
  box.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('plan-layers', () => {
  it('switches a layer', async () => {
    const { find, requests, store, settle } = await mountPanel('plan-layers');
    const box = find<HTMLInputElement>('[data-layer-switch="roads"]');
    expect(box.checked).toBe(true);
    tick(box, false);
    expect(requests.at(-1)).toEqual({ type: 'layers', changes: { roads: { isVisible: false } } });
    await settle();
    expect(store.getState().layers['roads']?.isVisible).toBe(false);
    expect(find('[data-layer="roads"]').hasAttribute('data-off')).toBe(true);
  });

  it('switches a theme, which is neither on nor off when its layers differ', async () => {
    const { find, requests, store, settle } = await mountPanel('plan-layers');
    const box = find<HTMLInputElement>('[data-theme-switch="transport"]');
    store.send({ type: 'layers', changes: { roads: { isVisible: false } } });
    await settle();
    expect(box.indeterminate).toBe(true);
    tick(box, true);
    expect(requests.at(-1)).toEqual({
      type: 'layers',
      changes: { corridors: { isVisible: true }, roads: { isVisible: true } },
    });
    await settle();
    expect(box.indeterminate).toBe(false);
  });

  it('opens with a layer off where the bundle says so', async () => {
    const { find } = await mountPanel('plan-layers');
    expect(find<HTMLInputElement>('[data-layer-switch="parks"]').checked).toBe(false);
  });

  it('opens an opacity control and sends its value', async () => {
    const { find, findAll, requests, settle } = await mountPanel('plan-layers');
    expect(findAll('input[type="range"]')).toHaveLength(0);
    find('[data-opacity-toggle="airport"]').click();
    await settle();
    const slider = find<HTMLInputElement>('[data-opacity="airport"]');
    slider.value = '40';
    slider.dispatchEvent(new Event('input'));
    expect(requests.at(-1)).toEqual({ type: 'layers', changes: { airport: { opacity: 0.4 } } });
  });

  it('shows the classes that occur and no other, each with a picture and a count', async () => {
    const { findAll } = await mountPanel('plan-layers');
    const rows = findAll('[data-class]');
    expect(rows.map((row) => row.dataset['class']).toSorted()).toEqual([
      'corridor-zong',
      'expressway',
      'general-airport',
      'park',
    ]);
    for (const row of rows) {
      expect(row.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    }
  });

  it('lights up a class under the pointer and shows it on the map on a click', async () => {
    const { find, requests } = await mountPanel('plan-layers');
    const row = find('[data-class="corridor-zong"]');
    row.dispatchEvent(new FocusEvent('focus'));
    expect(requests.at(-1)).toEqual({
      type: 'hover',
      features: ['zong-2', 'zong-3'],
      phrase: null,
      origin: 'layers',
    });
    row.click();
    expect(requests.at(-1)).toEqual({ type: 'fit', features: ['zong-2', 'zong-3'] });
  });

  it('tells the stages and accuracies that occur', async () => {
    const { findAll } = await mountPanel('plan-layers');
    expect(findAll('[data-status]').map((key) => key.dataset['status'])).toEqual([
      'existing',
      'proposed',
    ]);
    expect(findAll('[data-certainty]').map((key) => key.dataset['certainty'])).toEqual([
      'digitised',
      'inferred',
      'unknown',
    ]);
  });

  it('shows all layers, and goes back to how the bundle opened', async () => {
    const { find, store } = await mountPanel('plan-layers');
    find('[data-action="show-all"]').click();
    expect(store.getState().layers['parks']?.isVisible).toBe(true);
    find('[data-action="reset"]').click();
    expect(store.getState().layers['parks']?.isVisible).toBe(false);
  });

  it('switches the graticule', async () => {
    const { find, requests } = await mountPanel('plan-layers');
    tick(find<HTMLInputElement>('[data-graticule]'), true);
    expect(requests.at(-1)).toEqual({ type: 'graticule', isOn: true });
  });

  it('speaks English', async () => {
    const { find } = await mountPanel('plan-layers', { lang: 'en' });
    expect(textOf(find('[data-action="show-all"]'))).toBe('Show all');
    expect(textOf(find('[data-layer="roads"] label[for]'))).toBe('Roads');
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find, settle } = await mountPanel('plan-layers');
    panel.remove();
    store.send({ type: 'layers', changes: { roads: { isVisible: false } } });
    host.append(panel);
    await settle();
    expect(find<HTMLInputElement>('[data-layer-switch="roads"]').checked).toBe(false);
  });

  it('draws itself when the cartography comes after the plan', async () => {
    const { findAll, bringCartography } = await mountPanel('plan-layers', {
      isCartographyLate: true,
    });
    expect(findAll('[data-class]')).toHaveLength(0);
    await bringCartography();
    expect(findAll('[data-class]')).toHaveLength(4);
  });

  it('dims the classes that the lens leaves out, and says so; what is selected is not dimmed', async () => {
    const { find, store, settle } = await mountPanel('plan-layers');
    store.send({ type: 'lens', lens: { statuses: ['existing'] } });
    await settle();
    const row = '[data-class="general-airport"]';
    expect(find(row).hasAttribute('data-dim')).toBe(true);
    expect(find('[data-class="expressway"]').hasAttribute('data-dim')).toBe(false);
    expect(textOf(find('[data-layer="airport"] .count'))).toContain('不在所选阶段');
    store.send({ type: 'select', feature: 'airport', origin: 'api' });
    await settle();
    expect(find(row).hasAttribute('data-dim')).toBe(false);
  });

  it('dims a class of which only what is not drawn is within the lens, and says so in both languages', async () => {
    const bundle = createBundle();
    const unplaced = createFeature({ id: 'unplaced', status: 'proposed' }, null);
    const features = [...bundle.features.features, unplaced];
    const plan = { ...bundle, features: { ...bundle.features, features } };
    for (const [lang, words] of [
      ['zh-Hans', '图上各项不在所选阶段'],
      ['en', 'none on the map is at a chosen stage'],
    ] as const) {
      const { find, store, settle } = await mountPanel('plan-layers', { bundle: plan, lang });
      const row = find('[data-class="expressway"]');
      expect(row.hasAttribute('data-dim')).toBe(false);
      store.send({ type: 'lens', lens: { statuses: ['proposed'] } });
      await settle();
      expect(row.hasAttribute('data-dim')).toBe(true);
      expect(textOf(find('[data-layer="roads"] .count'))).toContain(words);
    }
  });

  it('tells how many of a class the map shows, and nothing of it without a map or with the layer off', async () => {
    const { find, store, settle } = await mountPanel('plan-layers');
    const count = (): string => textOf(find('[data-layer="roads"] .count [aria-hidden]'));
    expect(count()).toBe('1');
    const camera = { center: [113.5, 38.1], zoom: 12, bearing: 0, pitch: 0 } as const;
    const look = (west: number, east: number): void =>
      store.send({ type: 'camera-moved', camera, bounds: [west, 38, east, 38.2], isByUser: true });
    look(113.45, 113.6);
    await settle();
    expect(count()).toBe('0/1');
    expect(find('[data-class="expressway"]').hasAttribute('data-away')).toBe(true);
    expect(textOf(find('[data-layer="roads"] .count'))).toContain('图内 0 个');
    look(113.3, 113.6);
    await settle();
    expect(count()).toBe('1');
    look(113.45, 113.6);
    store.send({ type: 'layers', changes: { roads: { isVisible: false } } });
    await settle();
    expect(count()).toBe('1');
    expect(find('[data-class="expressway"]').hasAttribute('data-away')).toBe(false);
  });
});
