/** The atlas as one document: every link leads somewhere, every clause is in it, each map is a sheet true to scale. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { buildAtlas } from '../../../src/cli/atlas/build-atlas.ts';
import { listAtlas } from '../../../src/core/sheet/list-atlas.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

let bundle: PlanBundle;
const documents = new Map<string, string>();
const told: string[] = [];
beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
  for (const lang of ['zh-Hans', 'en'] as const) {
    documents.set(
      lang,
      buildAtlas({
        bundle,
        cartography,
        lang,
        date: '2026 年 11 月',
        report: (done, total, title) => told.push(`${done}/${total} ${title}`),
      }),
    );
  }
}, 60_000);

describe.each(['zh-Hans', 'en'])('the atlas in %s', (lang) => {
  it('has no id twice, and no link that leads nowhere', () => {
    const html = documents.get(lang)!;
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const links = [...html.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter((id) => !known.has(id))).toEqual([]);
  });

  it('holds every paragraph of the plan, and every feature that is drawn nowhere else by name', () => {
    const html = documents.get(lang)!;
    for (const { id } of bundle.plan.docs.flatMap(({ paragraphs }) => paragraphs)) {
      expect(html).toContain(` id="clause-${id}"`);
    }
    for (const { properties } of bundle.features.features) {
      const name = (lang === 'en' && properties.nameEn) || properties.name;
      expect(html).toContain(name.replaceAll('&', '&amp;'));
    }
  });

  it('has A3 sheets with a bar of their scale, linked with the clauses both ways', () => {
    const html = documents.get(lang)!;
    const sheets = [...html.matchAll(/<section class="page map" id="([^"]+)">(.*?)<\/section>/gs)];
    expect(sheets.length).toBe(listAtlas(bundle, cartography, 'zh-Hans').length);
    for (const [, id, sheet] of sheets) {
      expect(sheet).toContain('width="420mm" height="297mm"');
      expect(sheet).toContain('data-scale-bar=');
      expect(sheet).toMatch(/<a href="#clause-/);
      expect(html).toContain(`<a href="#${id}">`);
    }
  });
});

it('the sheets are location, the views, and what no view shows whole', () => {
  const ids = listAtlas(bundle, cartography, 'zh-Hans').map(({ id }) => id);
  expect(ids[0]).toBe('location');
  for (const { id } of bundle.views) expect(ids).toContain(`view-${id}`);
  expect(ids).toContain('theme-logistics');
  expect(told[0]).toMatch(/^0\/\d+ /);
});
