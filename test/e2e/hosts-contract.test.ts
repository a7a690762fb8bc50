/** One contract for every way into another page: the element, a frame through its client, React, Vue and bare markup. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenedPage } from '../tools/browser.ts';
import type { StaticServer } from '../tools/serve-static.ts';
import { buildContractHosts, type ContractHosts } from './hosts/build-contract-hosts.ts';
import type { Told } from './hosts/host-driver.ts';
import { publishFrames } from './publish-frames.ts';

interface Host {
  readonly name: string;
  readonly folder: string;
  /** The atlas is on a page of its own, on another origin. */
  readonly isFramed?: boolean;
  /** The plan can be given as an object. */
  readonly takesObjects?: boolean;
}

const HOSTS: readonly Host[] = [
  { name: 'the element', folder: 'element', takesObjects: true },
  { name: 'a frame and its client', folder: 'frame', isFramed: true },
  { name: 'React 19', folder: 'react', takesObjects: true },
  { name: 'Vue 3', folder: 'vue', takesObjects: true },
  { name: 'plain HTML', folder: 'plain' },
];

const START = {
  src: '/bundle/yuxian.json',
  feature: 'cangshan',
  layers: 'sights zones boundary',
  lang: 'en',
  flavour: 'dark',
};

let browser: Browser;
let hosts: ContractHosts;
let app: StaticServer;

beforeAll(async () => {
  hosts = await buildContractHosts();
  app = await publishFrames({ listed: () => [hosts.origin] });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([hosts?.close(), app?.close()]);
});

describe.each(HOSTS)('in $name', ({ folder, isFramed = false, takesObjects = false }) => {
  let opened: OpenedPage;
  let page: Page;
  /** Where the atlas of that name is to be seen. */
  const inside = (key: string): Page | FrameLocator =>
    isFramed ? page.frameLocator(`iframe[title=${key}]`) : page;
  const atlasOf = (key: string) =>
    isFramed ? inside(key).locator('plan-atlas') : page.locator('plan-atlas').nth(indexOf(key));
  const indexOf = (key: string): number => (key === 'first' ? 0 : 1);
  /** What was told of a name, in order. */
  const toldOf = (name: string): Promise<readonly Told[]> =>
    page.evaluate((wanted) => driver.told('first').filter((each) => each.name === wanted), name);
  const last = async (name: string): Promise<Told['detail'] | undefined> =>
    (await toldOf(name)).at(-1)?.detail;

  beforeAll(async () => {
    opened = await openPage(browser, {
      width: 1000,
      height: 1100,
      allowedOrigins: [hosts.origin, app.origin],
    });
    ({ page } = opened);
    page.setDefaultTimeout(20_000);
    await page.goto(`${hosts.origin}/${folder}/index.html?app=${app.origin}`);
    await page.waitForFunction(() => 'driver' in globalThis);
    await page.evaluate((attributes) => driver.mount('first', attributes), START);
    await page.evaluate(() => driver.load());
    await page.evaluate(() => driver.ready('first'));
  });
  afterAll(async () => {
    opened?.assertClean();
    await opened?.close();
  });

  it('what stood there before the library came is the view at the start', async () => {
    const view = await page.evaluate(() => driver.state('first'));
    expect(view).toMatchObject({ feature: 'cangshan', lang: 'en', flavour: 'dark' });
    expect(view.layers.toSorted()).toEqual(['boundary', 'sights', 'zones']);
    expect(await atlasOf('first').locator('h1').innerText()).toMatch(/^[\x20-\x7e]+$/);
    expect(await atlasOf('first').locator('.frame').getAttribute('data-flavour')).toBe('dark');
  });

  it('language and flavour change, in words and in colours', async () => {
    const ground = () =>
      atlasOf('first')
        .locator('.frame')
        .evaluate((frame) => getComputedStyle(frame).backgroundColor);
    const dark = await ground();
    await page.evaluate(() => driver.change('first', { lang: 'zh-Hans', flavour: 'light' }));
    await expect.poll(() => atlasOf('first').locator('h1').innerText()).toMatch(/盂县/);
    await expect.poll(ground).not.toBe(dark);
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject({
      lang: 'zh-Hans',
      flavour: 'light',
    });
  });

  it('attributes that change later change what is shown', async () => {
    await page.evaluate(() =>
      driver.change('first', { feature: 'airport', layers: 'airport boundary' }),
    );
    await expect
      .poll(() => last('plan-layers-change'))
      .toEqual({
        layers: expect.arrayContaining(['airport', 'boundary']),
      });
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject({ feature: 'airport' });
    await expect.poll(() => last('plan-feature-select')).toMatchObject({ featureId: 'airport' });
  });

  it('select takes a feature at a clause, and tells of it as of a click', async () => {
    const outcome = await page.evaluate(() =>
      driver.select('first', { feature: 'xiushui', clause: 'goals-urban-rural' }),
    );
    expect(outcome).toMatchObject({ view: { feature: 'xiushui', clause: 'goals-urban-rural' } });
    await expect
      .poll(() => last('plan-feature-select'))
      .toMatchObject({
        featureId: 'xiushui',
        featureIds: ['xiushui'],
        feature: { properties: { id: 'xiushui' } },
      });
    expect((await last('plan-feature-select'))!['clauseIds']).toEqual(
      expect.arrayContaining(['goals-urban-rural']),
    );
    await atlasOf('first').locator('plan-text a.phrase').first().click();
    await expect
      .poll(() => last('plan-feature-select'))
      .not.toMatchObject({ featureId: 'xiushui' });
    const { clause } = await page.evaluate(() => driver.state('first'));
    expect((await last('plan-clause-select'))!['clauseIds']).toContain(clause);
    expect(await page.evaluate(() => driver.select('first', {}))).toMatchObject({
      view: { feature: null, clause: null },
    });
  });

  it('highlight lights without selecting, and fit moves the map', async () => {
    // Off the words: what the pointer is on is lit as well.
    await page.mouse.move(0, 0);
    await page.evaluate(() => driver.highlight('first', ['cangshan']));
    const lit = atlasOf('first').locator('plan-text a.phrase[data-lit=hover]');
    await expect.poll(() => lit.count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject({ feature: null });
    await page.evaluate(() => driver.highlight('first', []));
    await expect.poll(() => lit.count()).toBe(0);
    const before = (await page.evaluate(() => driver.state('first'))).camera!;
    await page.evaluate(() => driver.fit('first', ['zhangzhao']));
    await expect
      .poll(async () => (await page.evaluate(() => driver.state('first'))).camera!.zoom)
      .toBeGreaterThan(before.zoom);
  });

  it('layers, lens and scene', async () => {
    const layers = await page.evaluate(() => driver.layers('first', ['tourism', 'boundary']));
    expect(layers).toMatchObject({ view: { layers: ['zones', 'sights', 'boundary'] } });
    const lens = await page.evaluate(() =>
      driver.lens('first', { statuses: ['planned'], horizon: 2030 }),
    );
    expect(lens).toMatchObject({ view: { lens: { statuses: ['planned'], horizon: 2030 } } });
    const part = await page.evaluate(() => driver.lens('first', { horizon: null }));
    expect(part).toMatchObject({ view: { lens: { statuses: ['planned'], horizon: null } } });
    const scene = await page.evaluate(() => driver.scene('first', 'tourism'));
    expect(scene).toMatchObject({ view: { scene: 'tourism' } });
    expect(await page.evaluate(() => driver.scene('first', null))).toMatchObject({
      view: { scene: null },
    });
  });

  it('a view goes out and comes back, whole and in part', async () => {
    const view = await page.evaluate(() => driver.state('first'));
    const changed = await page.evaluate(
      (given) =>
        driver.setState('first', {
          ...given,
          feature: 'airport',
          clause: null,
          opacity: { seats: 0.5 },
        }),
      view,
    );
    expect(changed).toMatchObject({ view: { feature: 'airport', opacity: { seats: 0.5 } } });
    await page.evaluate(() => driver.setState('first', { opacity: { seats: 1 } }));
    const back = await page.evaluate((given) => driver.setState('first', given), view);
    expect({ ...('view' in back ? back.view : {}), camera: null }).toEqual({
      ...view,
      camera: null,
    });
    await expect
      .poll(() => last('plan-view-change'))
      .toMatchObject({ version: 1, feature: view.feature, lang: view.lang });
  });

  it('ids that the plan does not have change nothing', async () => {
    await page.evaluate(() => driver.select('first', { feature: 'cangshan' }));
    const { camera: _, ...before } = await page.evaluate(() => driver.state('first'));
    const outcomes = await page.evaluate(async () => [
      await driver.select('first', { feature: 'nowhere' }),
      await driver.select('first', { clause: 'nowhere' }),
      await driver.highlight('first', ['nowhere']),
      await driver.fit('first', ['nowhere']),
      await driver.scene('first', 'nowhere'),
    ]);
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject(before);
    if (isFramed) {
      expect(outcomes).toEqual([
        { refused: 'unknown-feature' },
        { refused: 'unknown-clause' },
        { refused: 'unknown-feature' },
        { refused: 'unknown-feature' },
        { refused: 'unknown-scene' },
      ]);
    }
  });

  it('two on a page do not disturb each other, and one that goes can come again', async () => {
    await page.evaluate(() => driver.select('first', { feature: 'cangshan' }));
    await page.evaluate(() =>
      driver.mount('second', { src: '/bundle/yuxian.json', feature: 'airport', lang: 'en' }),
    );
    await page.evaluate(() => driver.ready('second'));
    expect(await page.evaluate(() => driver.state('second'))).toMatchObject({
      feature: 'airport',
      lang: 'en',
    });
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject({
      feature: 'cangshan',
      lang: 'zh-Hans',
    });
    const tag = isFramed ? 'iframe' : 'plan-atlas';
    await page.evaluate(() => driver.unmount('second'));
    expect(await page.locator(tag).count()).toBe(1);
    await page.evaluate(() =>
      driver.mount('second', { src: '/bundle/yuxian.json', feature: 'xiushui' }),
    );
    await page.evaluate(() => driver.ready('second'));
    expect(await page.evaluate(() => driver.state('second'))).toMatchObject({ feature: 'xiushui' });
    await page.evaluate(() => driver.unmount('second'));
    expect(await page.evaluate(() => driver.state('first'))).toMatchObject({ feature: 'cangshan' });
  });

  if (takesObjects) {
    it('a plan may be given as an object', async () => {
      await page.evaluate(async () => {
        const plan = await (await fetch('/bundle/yuxian.json')).json();
        plan.bundle = { ...plan.bundle, id: 'given-by-hand', title: '手上的规划' };
        await driver.mountObject!('second', plan);
        await driver.ready('second');
      });
      expect(await atlasOf('second').locator('h1').innerText()).toContain('手上的规划');
      expect(
        await page.evaluate(() =>
          driver.told('second').findLast(({ name }) => name === 'plan-ready'),
        ),
      ).toMatchObject({
        detail: { bundle: 'given-by-hand' },
      });
      await page.evaluate(() => driver.unmount('second'));
    });
  }

  it('moved in the page it goes on, with its map where the page can keep it', async () => {
    await page.evaluate(() => driver.select('first', { feature: 'cangshan' }));
    const canvas = atlasOf('first').locator('plan-map canvas');
    await canvas.evaluate((element) => element.setAttribute('data-mark', 'same'));
    await page.evaluate(() => driver.move('first'));
    await canvas.waitFor();
    expect(await canvas.getAttribute('data-mark')).toBe(isFramed ? null : 'same');
    expect(
      await page
        .locator('#there')
        .locator(isFramed ? 'iframe' : 'plan-atlas')
        .count(),
    ).toBe(1);
    expect(await page.evaluate(() => driver.select('first', { feature: 'airport' }))).toMatchObject(
      {
        view: { feature: 'airport' },
      },
    );
    await expect.poll(() => last('plan-feature-select')).toMatchObject({ featureId: 'airport' });
  });
});
