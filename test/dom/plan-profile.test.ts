import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { PlanProfile } from '../../src/elements/plan-profile/plan-profile.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle, createFeature } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf } from './mount-panel.ts';

define('plan-profile', PlanProfile);

/** Two corridors that group roads, a place at one of them, and a group without a line. */
function createCorridors(): PlanBundle {
  const plain = createBundle();
  const [s45, zong2, zong3, ...others] = plain.features.features;
  const g207 = createFeature(
    { id: 'g207', name: '国道207线', nameEn: 'G207', accuracy: { class: 'schematic' } },
    {
      type: 'LineString',
      coordinates: [
        [113.2, 38.0],
        [113.2, 38.3],
      ],
    },
  );
  const seat = createFeature(
    { id: 'seat', layer: 'settlements', kind: 'town-seat', name: '秀水镇', nameEn: 'Xiushui' },
    { type: 'Point', coordinates: [113.41, 38.1] },
  );
  const group = { ...zong3!, properties: { ...zong3!.properties, members: ['g207'] } };
  return {
    ...plain,
    features: {
      type: 'FeatureCollection',
      features: [s45!, zong2!, group, ...others, g207, seat],
    },
  };
}

async function open(
  target: string | null,
  { bundle = createCorridors(), lang }: { bundle?: PlanBundle; lang?: Language } = {},
) {
  const mounted = await mountPanel('plan-profile', { bundle, ...(lang && { lang }) });
  mounted.store.send({ type: 'tool', tool: { name: 'profile', target } });
  await mounted.settle();
  return mounted;
}

afterEach(() => vi.restoreAllMocks());

describe('plan-profile', () => {
  it('offers the plan’s corridors and opens the one that is chosen', async () => {
    const { find, requests, settle } = await open('zong-2');
    const select = find<HTMLSelectElement>('[data-control="corridor"]');
    expect([...select.options].map(({ value }) => value)).toEqual(['zong-2', 'zong-3']);
    expect(select.value).toBe('zong-2');
    select.value = 'zong-3';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(requests.at(-1)).toEqual({ type: 'tool', tool: { name: 'profile', target: 'zong-3' } });
    expect(textOf(find('[part="along"] tbody'))).toContain('国道207线');
  });

  it('opens the first corridor when none is asked for', async () => {
    const { find } = await open(null);
    expect(find<HTMLSelectElement>('[data-control="corridor"]').value).toBe('zong-2');
  });

  it('shows the strip as a picture and its stops as a table with distance, kind and how far off', async () => {
    const { find } = await open('zong-2');
    expect(find<HTMLImageElement>('.strip img').src).toMatch(/^data:image\/svg\+xml,%3Csvg/);
    const row = textOf(find('[part="stops"] tr[data-feature="seat"]'));
    expect(row).toMatch(/^\d+\.\d 公里 秀水镇 乡镇驻地 偏东 0\.9 公里 数字化 ±400 米$/);
  });

  it('lights a stop that is pointed at or focused, and selects one that is pressed', async () => {
    const { find, requests, store, settle } = await open('zong-2');
    const button = find('tr[data-feature="seat"] button');
    button.focus();
    expect(store.getState().hover.features).toEqual(['seat']);
    await settle();
    expect(find('tr[data-feature="seat"]').dataset['lit']).toBe('hover');
    button.click();
    expect(requests.at(-1)).toEqual({ type: 'select', feature: 'seat', origin: 'card' });
  });

  it('lights the stop of a feature that is selected elsewhere', async () => {
    const { find, findAll, store, settle } = await open('zong-2');
    store.send({ type: 'select', feature: 'seat', origin: 'map' });
    await settle();
    expect(find('tr[data-feature="seat"]').dataset['lit']).toBe('selected');
    store.send({ type: 'clear', origin: 'map' });
    await settle();
    expect(findAll('[data-lit="selected"]')).toHaveLength(0);
  });

  it('quotes the plan and selects the clause', async () => {
    const { find, store } = await open('zong-3');
    expect(textOf(find('[data-clause="logistics"] q'))).toBe('县城物流网络');
    expect(textOf(find('[data-clause="logistics"]'))).toContain('本图解读，非规划原文');
    find('[data-clause="logistics"]').click();
    expect(store.getState().selection).toMatchObject({ feature: 'zong-3', clause: 'logistics' });
  });

  it('tells how sure the line is from place to place', async () => {
    const { find } = await open('zong-3');
    expect(textOf(find('[part="along"] tbody tr'))).toMatch(
      /^0\.0–33\.\d 公里 国道207线 现状 示意$/,
    );
    expect(textOf(find('.figures [data-soft] dd'))).toMatch(/^其中 33\.\d 公里为推断或示意$/);
  });

  it('exports the strip as a file', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:strip';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { find, settle } = await open('zong-2');
    find('[data-control="export"]').click();
    await settle();
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('profile-zong-2.svg');
    expect(await blobs[0]!.text()).toMatch(/^<svg /);
    expect(textOf(find('[role="status"]'))).toBe('已导出 profile-zong-2.svg');
  });

  it('names an unknown corridor and lets another be chosen', async () => {
    const { find, findAll } = await open('nowhere');
    expect(textOf(find('[role="alert"]'))).toContain('“nowhere”');
    expect(findAll('.strip')).toHaveLength(0);
    expect(findAll('option')).toHaveLength(3);
  });

  it('says that a feature without a line has no strip', async () => {
    const { find } = await open('park');
    expect(textOf(find('[role="alert"]'))).toContain('“开发区”');
  });

  it('says so when the plan has no corridors', async () => {
    const bundle = createBundle({ features: { type: 'FeatureCollection', features: [] } });
    const { find } = await open(null, { bundle });
    expect(textOf(find('.empty'))).toBe('本规划没有成组的线路，无剖面可看。');
  });

  it('speaks English', async () => {
    const { find } = await open('zong-2', { lang: 'en' });
    expect(textOf(find('tr[data-feature="seat"]'))).toMatch(
      /km Xiushui Township seat 0\.9 km east Digitised ±400 m$/,
    );
  });

  it('follows the atlas again after it was moved in the page', async () => {
    const { panel, host, store, find, settle } = await open('zong-2');
    panel.remove();
    host.append(panel);
    store.send({ type: 'tool', tool: { name: 'profile', target: 'zong-3' } });
    await settle();
    expect(find<HTMLSelectElement>('[data-control="corridor"]').value).toBe('zong-3');
  });

  it('lets go of what it lit when the drawer is closed', async () => {
    const { findAll, panel, store } = await open('zong-3');
    findAll('.tables [data-feature]')[0]!.dispatchEvent(
      new MouseEvent('mouseover', { bubbles: true }),
    );
    expect(store.getState().hover.features).not.toEqual([]);
    panel.remove();
    expect(store.getState().hover.features).toEqual([]);
  });
});

describe('plan-card of a corridor', () => {
  it('opens the profile, and only a corridor’s card does', async () => {
    const { find, findAll, store, requests, settle } = await mountPanel('plan-card');
    store.send({ type: 'select', feature: 'zong-2', origin: 'map' });
    await settle();
    find('[data-action="profile"]').click();
    expect(requests.at(-1)).toEqual({ type: 'tool', tool: { name: 'profile', target: 'zong-2' } });
    store.send({ type: 'select', feature: 's45', origin: 'map' });
    await settle();
    expect(findAll('[data-action="profile"]')).toHaveLength(0);
  });
});
