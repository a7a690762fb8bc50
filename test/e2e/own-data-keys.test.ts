/**
 * Own data by keyboard alone: from a file over its system, theme and clause into the plan, edited, exported and
 * opened again, with the focus in sight at every key and nothing asked of another host.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { Keys } from './keys.ts';
import { openAtlas } from './open-atlas.ts';
import { AREA } from './survey.ts';

const ZIP = 'walked.zip';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(path.join('dist', ZIP), { force: true });
});

const featureOf = (page: Page, id: string) =>
  page.evaluate(
    (wanted) =>
      planProbe
        .host()
        .bundle!.features.features.find(({ properties }) => properties.id === wanted)!,
    id,
  );
const writeBundle = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(planProbe.host().bundle));
/** Where its files come from may differ, and so may the order of its features, for each layer has a file of its own. */
function readPlan(text: string): unknown {
  const plan = JSON.parse(text, (key, value: unknown) => (key === 'data' ? undefined : value)) as {
    features: { features: { properties: { id: string } }[] };
  };
  plan.features.features.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  return plan;
}

it('own data is taken in, edited and taken out by keyboard alone, and nothing leaves the origin', async () => {
  const opened = await openAtlas(browser, { width: 1440, height: 900, hash: 'v=1' });
  const { page } = opened;
  const keys = new Keys(page);
  const asked: string[] = [];
  opened.context.on('request', (request) => asked.push(request.url()));
  const own = (part: string) => page.locator(`plan-atlas plan-import ${part}`);
  const edit = (part: string) => page.locator(`plan-atlas plan-edit ${part}`);
  const before = await featureOf(page, 'cangshan');

  page.on('filechooser', (chooser) => {
    const buffer = Buffer.from(JSON.stringify(AREA));
    void chooser.setFiles([{ name: '藏山.geojson', mimeType: 'application/geo+json', buffer }]);
  });

  // The tool, and the file.
  await keys.openTool('import');
  await own('.choose').waitFor();
  await keys.to('input[type=file]');
  await keys.press('Enter');
  await own('.place[data-place=inside]').waitFor();
  await keys.seen('reading the file');

  // The preview, in another system and back.
  await keys.to('input[name=crs]');
  expect((await keys.look()).value).toBe('EPSG:4547');
  const other = await keys.press('ArrowDown');
  expect(other.value).not.toBe('EPSG:4547');
  await own(`[name=crs][value="${other.value}"]:checked`).waitFor();
  await keys.press('ArrowUp');
  await own('[name=crs][value="EPSG:4547"]:checked').waitFor();
  await own('.place[data-place=inside]').waitFor();
  await keys.to('[data-control=preview]');
  await keys.press('Space');
  await own('[data-control=preview][aria-pressed=false]').waitFor();
  await keys.press('Space');
  await own('[data-control=preview][aria-pressed=true]').waitFor();

  // The first row in place of a feature, the second under a theme.
  await keys.to('[data-row="0"] [name=action]');
  await keys.choose((value) => value === 'replace');
  await keys.to('[data-row="0"] .offer');
  await keys.press('Enter');
  await own('.comparison').waitFor();
  await keys.seen('taking what was offered');
  await keys.to('[data-row="1"] [name=action]');
  await keys.choose((value) => value === 'create');
  await keys.to('[data-row="1"] [name=kind]');
  await keys.choose((value) => value !== '');
  const { value: kind } = await keys.look();

  // How sure, from where, under which words.
  await keys.to('[name=certainty]');
  for (let at = await keys.look(); at.value !== 'surveyed'; at = await keys.look()) {
    await keys.press('ArrowUp');
  }
  await keys.to('[name=source-title]');
  await keys.write('藏山景区实测');
  const clause = await page.evaluate(() => {
    const [ref] = planProbe
      .host()
      .bundle!.features.features.find(({ properties }) => properties.id === 'cangshan')!.properties
      .planRefs;
    return { para: ref!.para, quote: ref!.quote };
  });
  await keys.to('[name=paragraph]');
  await keys.choose((value) => value === clause.para);
  await keys.to('[name=quote]');
  await keys.write(clause.quote);
  await keys.press('Enter');
  await own('.quote').waitFor();
  await keys.seen('citing');
  await keys.to('[data-control=apply]');
  await keys.press('Enter');
  await own('[data-control=undo]').waitFor();
  await keys.seen('taking over');
  const after = await featureOf(page, 'cangshan');
  expect(after.geometry?.type).toBe('Polygon');
  expect(after.properties.planRefs).toEqual(before.properties.planRefs);
  const made = await page.evaluate(() => planProbe.host().bundle!.features.features.at(-1)!);
  expect(made.properties.name).toBe('停车场');
  expect(`${made.properties.layer}/${made.properties.kind}`).toBe(kind);
  expect(made.properties.planRefs[0]).toMatchObject(clause);

  // Away with the tool: the focus goes back to where it was opened from.
  await keys.press('Escape');
  await page.locator('plan-atlas .drawer').waitFor({ state: 'detached' });
  expect((await keys.seen('closing')).where).toMatch(/\[(tools|import)\]$/);

  // Undone and redone where the plan is edited.
  await keys.openTool('edit');
  await edit('[data-tab=features]').waitFor();
  await keys.to('[data-control=undo]');
  await keys.press('Enter');
  await expect.poll(() => featureOf(page, 'cangshan')).toEqual(before);
  await edit('[data-control=undo][aria-disabled=true]').waitFor();
  await keys.seen('undoing all');
  await keys.to('[data-control=redo]');
  await keys.press('Enter');
  await expect.poll(() => featureOf(page, 'cangshan')).toEqual(after);
  await edit('[data-control=redo][aria-disabled=true]').waitFor();
  await keys.seen('redoing all');

  // Another name.
  await keys.to('input[name=find]');
  await page.keyboard.type('cangshan');
  await keys.to('[data-feature=cangshan]');
  await keys.press('Enter');
  await edit('input[name=name]').waitFor();
  expect((await keys.seen('opening a feature')).where).toContain('[back]');
  await keys.to('input[name=name]');
  await keys.write('藏山风景名胜区（实测）');
  await keys.press('Enter');
  await expect
    .poll(async () => (await featureOf(page, 'cangshan')).properties.name)
    .toBe('藏山风景名胜区（实测）');
  await keys.to('[data-control=back]', 'Shift+Tab');
  await keys.press('Enter');
  await edit('input[name=find]').waitFor();
  expect((await keys.seen('leaving the feature')).where).toContain('[cangshan]');

  // Out as one file.
  await keys.to('[role=tab][aria-selected=true]', 'Shift+Tab');
  await keys.to('[data-tab=versions]', 'ArrowRight');
  await keys.to('[data-control=export-zip]');
  await edit('[data-saving=saved]').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  await keys.seen('exporting');
  const bundle = await writeBundle(page);
  await writeFile(path.join('dist', ZIP), await readFile(await file.path()));
  opened.assertClean();

  const origin = inject('origin');
  const isOwn = (url: string): boolean =>
    [`${origin}/`, 'data:', `blob:${origin}/`].some((start) => url.startsWith(start));
  const all = [...opened.requests, ...asked];
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((url) => !isOwn(url))).toEqual([]);
  await opened.close();

  const again = await openAtlas(browser, { width: 1440, height: 900, hash: 'v=1' });
  await again.page.evaluate(async (src) => {
    const atlas = planProbe.host();
    const ready = new Promise((resolve) =>
      atlas.addEventListener('plan-ready', resolve, { once: true }),
    );
    atlas.src = src;
    await ready;
  }, ZIP);
  expect(readPlan(await writeBundle(again.page))).toEqual(readPlan(bundle));
  expect(again.requests.filter((url) => !isOwn(url))).toEqual([]);
  again.assertClean();
  await again.close();
});
