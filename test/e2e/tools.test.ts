/** Find, lens, audit, statistics, profile and list in the built app: what only a browser can show. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { damage } from './damage-bundle.ts';
import { openAtlas, openMenu, type OpenAtlasOptions } from './open-atlas.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (options: OpenAtlasOptions = {}): Promise<OpenedPage> =>
  openAtlas(browser, { width: 1280, height: 860, ...options });

const PHONE = { width: 390, height: 844, hasTouch: true } as const;

/** Everything that has gone wrong by now is a failure of the test. */
async function finish({ assertClean, close }: OpenedPage): Promise<void> {
  assertClean();
  await close();
}

const bundleOf = (page: Page): Promise<PlanBundle> => page.evaluate(() => planProbe.host().bundle!);

async function showBundle(page: Page, bundle: PlanBundle): Promise<void> {
  await page.evaluate(async (next) => {
    planProbe.host().bundle = next;
    await planProbe.host().viewOnReady();
  }, bundle);
}

/** Ids that the map has painted as lit or selected. */
const litOnMap = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { inspection } = planProbe.part('plan-map');
    return planProbe.host().bundle!.features.features.flatMap(({ properties: { id } }) => {
      const look = inspection?.lookOf(id);
      return look?.isLit || look?.isSelected ? [id] : [];
    });
  });

const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

async function download(page: Page, act: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('find', () => {
  /** Words that the browser paints as the occurrence in focus, and whether they stand in sight. */
  const current = (page: Page) =>
    page.evaluate(() => {
      const [run] = (CSS.highlights.get('plan-find-current') ?? []) as unknown as StaticRange[];
      if (!run) return null;
      const range = document.createRange();
      range.setStart(run.startContainer, run.startOffset);
      range.setEnd(run.endContainer, run.endOffset);
      const box = range.getBoundingClientRect();
      const frame = planProbe
        .part('plan-text')
        .shadowRoot!.querySelector('.scroller')!
        .getBoundingClientRect();
      const isInSight = box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
      return { words: String(range), top: box.top, isInSight };
    });

  it('walks the text with F3 and Shift+F3, by keys alone', async () => {
    const opened = await open();
    const { page } = opened;
    await page.evaluate(() => planProbe.part('plan-search').focus());
    await page.keyboard.type('旅游');
    const count = page.locator('plan-search .count');
    await expect.poll(() => count.textContent()).toMatch(/^\d+ 处$/);
    const total = Number.parseInt((await count.textContent())!, 10);
    expect(total).toBeGreaterThan(2);
    const places = new Set<string>();
    for (const [key, at] of [
      ['F3', 1],
      ['F3', 2],
      ['Shift+F3', 1],
      ['Shift+F3', total],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => count.textContent()).toBe(`${at} / ${total}`);
      await expect.poll(async () => (await current(page))?.isInSight).toBe(true);
      const found = (await current(page))!;
      expect(found.words).toBe('旅游');
      places.add(`${at} ${Math.round(found.top)}`);
    }
    expect(places.size).toBeGreaterThan(1);
    await finish(opened);
  });

  it('finds 四纵四横 by its initials, and a click lights its corridors', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('plan-search input').click();
    await page.keyboard.type('szsh');
    const option = page.locator('plan-search [role=option]', { hasText: '四纵四横' }).first();
    await option.click();
    await expect.poll(() => page.evaluate(() => planProbe.view().clause)).not.toBeNull();
    await expect.poll(async () => (await litOnMap(page)).length).toBeGreaterThanOrEqual(8);
    await finish(opened);
  });

  it('says so when nothing is found, in both languages', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('plan-search input').fill('〇〇〇');
    await expect
      .poll(() => page.locator('plan-search .empty').textContent())
      .toContain('没有找到“〇〇〇”');
    await page.locator('[data-control=lang]').click();
    await page.locator('plan-search input').fill('qqqqqqq');
    await expect.poll(() => page.locator('plan-search .empty').textContent()).toContain('qqqqqqq');
    expect(await page.locator('plan-search .empty').textContent()).not.toMatch(/没有找到/);
    await finish(opened);
  });

  it('is tapped on a phone, and opens the thing in the card', async () => {
    const opened = await open(PHONE);
    const { page } = opened;
    await page.locator('plan-search input').tap();
    await page.keyboard.type('cangshan');
    await page.locator('plan-search [role=option]').first().tap();
    await expect
      .poll(() => page.evaluate(() => planProbe.view().feature ?? planProbe.view().clause))
      .not.toBeNull();
    await finish(opened);
  });

  it('says so when its code does not come, and tries again', async () => {
    const opened = await open({ expected: [/create-search|Failed to load|ERR_FAILED/] });
    const { page } = opened;
    await page.route('**/create-search-*.js', (route) => route.abort());
    await page.locator('plan-search input').fill('藏山');
    const retry = page.locator('plan-search .empty button');
    await retry.waitFor();
    await page.unroute('**/create-search-*.js');
    await retry.click();
    await page.locator('plan-search [role=option]').first().waitFor();
    await finish(opened);
  });
});

describe('the lens', () => {
  const statuses = (page: Page) => page.evaluate(() => planProbe.view().lens.statuses);

  it('plays the stages through and stops where the map is touched', async () => {
    const opened = await open({ ...PHONE, width: 700, height: 900 });
    const { page } = opened;
    await openMenu(page, 'lens');
    await page.locator('[data-control=lens-play]').tap();
    await expect.poll(() => statuses(page), { timeout: 6000 }).toHaveLength(2);
    const box = (await page.locator('plan-map').boundingBox())!;
    await page.touchscreen.tap(box.x + 20, box.y + box.height - 80);
    await expect
      .poll(() => page.locator('[data-control=lens-play]').getAttribute('aria-pressed'))
      .toBe('false');
    const stopped = await statuses(page);
    await page.waitForTimeout(2200);
    expect(await statuses(page)).toEqual(stopped);
    expect(stopped.length).toBeLessThan(4);
    await finish(opened);
  });

  it('plays to the end by itself, by the keyboard', async () => {
    const opened = await open();
    const { page } = opened;
    await openMenu(page, 'lens');
    await page.locator('[data-control=lens-play]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => statuses(page), { timeout: 3000 }).toEqual(['existing']);
    await expect.poll(() => statuses(page), { timeout: 9000 }).toHaveLength(4);
    await finish(opened);
  });

  it('stands in the address, and says what has no year in both languages', async () => {
    const opened = await open({ hash: 'v=1&lens=planned@2030' });
    const { page } = opened;
    const caption = page.locator('plan-lens');
    await expect
      .poll(() => caption.locator('li').first().textContent(), { timeout: 10_000 })
      .toMatch(/^到 2030 年底（其中 \d+ 项未注明年份，仍予显示）：/);
    expect(await caption.locator('li').nth(1).textContent()).toMatch(/^规划新增：/);
    await page.locator('[data-control=lang]').click();
    await expect
      .poll(() => caption.locator('li').first().textContent())
      .toMatch(/^By the end of 2030 \(\d+ of these have no year and are kept\): /);
    await openMenu(page, 'lens');
    await page.locator('[data-control=horizon]').selectOption('2035');
    await expect.poll(() => hashOf(page)).toContain('lens=planned@2035');
    await finish(opened);
  });
});

describe('the audit', () => {
  it('opens from the bar by keys, filters, and a row lights its features on the map', async () => {
    const opened = await open();
    const { page } = opened;
    await openMenu(page, 'tools');
    await page.locator('.tools [data-tool=audit]').focus();
    await page.keyboard.press('Enter');
    const item = page.locator('plan-audit .item[data-item*="四大旅游板块"]').first();
    await item.waitFor();
    await expect.poll(() => hashOf(page)).toContain('tool=audit');
    await item.locator('[data-show]').focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await litOnMap(page)).filter((id) => id.startsWith('zone-')).length)
      .toBe(4);
    await finish(opened);
  });

  it('opens from the address on a phone, in English', async () => {
    const opened = await open({ ...PHONE, hash: 'v=1&tool=audit&lang=en' });
    const { page } = opened;
    await page.locator('plan-audit .item').first().waitFor();
    await page.locator('plan-audit .item [data-show]').first().tap();
    await expect.poll(async () => (await litOnMap(page)).length).toBeGreaterThan(0);
    expect(await page.locator('plan-audit h3').first().textContent()).toMatch(/[A-Za-z]/);
    await finish(opened);
  });

  it.each([
    ['indicators', (draft: Parameters<Parameters<typeof damage>[1]>[0]) => (draft.indicators = [])],
    [
      'text',
      (draft: Parameters<Parameters<typeof damage>[1]>[0]) => {
        for (const doc of draft.plan.docs) doc.paragraphs = [];
        for (const { properties } of draft.features.features) properties.planRefs = [];
        draft.indicators = [];
        draft.nonSpatial = [];
        draft.views = [];
      },
    ],
    [
      'geometry',
      (draft: Parameters<Parameters<typeof damage>[1]>[0]) => {
        for (const feature of draft.features.features) feature.geometry = null;
      },
    ],
  ])('and the statistics bear a plan without %s', async (_, change) => {
    const opened = await open({ expected: [/.*/] });
    const { page } = opened;
    await showBundle(
      page,
      damage(await bundleOf(page), (draft) => void change(draft)),
    );
    for (const name of ['audit', 'stats'] as const) {
      await page.evaluate((tool) => {
        planProbe.host().setViewState({ tool: { name: tool, target: null } });
      }, name);
      const body = page.locator(`plan-${name} .body[aria-busy=false]`);
      await body.waitFor();
      expect((await body.textContent())!.trim().length).toBeGreaterThan(10);
      expect(await body.locator('[role=alert]').count()).toBe(0);
      expect(await body.textContent()).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(opened.faults.filter(({ kind }) => kind === 'page-error')).toEqual([]);
    await opened.close();
  });

  it('says so when a plan has nothing to check', async () => {
    const opened = await open({ expected: [/.*/] });
    const { page } = opened;
    const bare = damage(await bundleOf(page), (draft) => {
      for (const doc of draft.plan.docs) doc.paragraphs = [];
      draft.indicators = [];
      draft.nonSpatial = [];
      draft.views = [];
      draft.features.features = draft.features.features.slice(0, 1);
      const { properties } = draft.features.features[0]!;
      properties.planRefs = [];
      delete properties.measure;
      delete properties.attributes;
      delete properties.note;
    });
    await showBundle(page, bare);
    await page.evaluate(() =>
      planProbe.host().setViewState({ tool: { name: 'audit', target: null } }),
    );
    await expect
      .poll(() => page.locator('plan-audit .items .empty').textContent())
      .toMatch(/没有|无/);
    await opened.close();
  });
});

describe('the statistics', () => {
  it('export a table that a spreadsheet opens with right Chinese', async () => {
    const opened = await open({ hash: 'v=1&tool=stats' });
    const { page } = opened;
    const button = page.locator('plan-stats [data-control=csv]');
    await button.waitFor();
    const { name, bytes } = await download(page, () => button.click());
    expect(name).toMatch(/盂县.*\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
    const head = await page.locator('plan-stats thead th').allTextContents();
    expect(lines[0]!.split(',')).toHaveLength(head.length);
    expect(lines.length - 1).toBeGreaterThanOrEqual(
      await page.locator('plan-stats tbody tr').count(),
    );
    // No cell is a formula.
    const cells = lines.flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([]);
    await expect
      .poll(() => page.locator('plan-stats [role=status]').first().textContent())
      .toContain('.csv');
    await finish(opened);
  });

  it('light the features of a bar on the map, by mouse and by keys', async () => {
    const opened = await open({ hash: 'v=1&tool=stats' });
    const { page } = opened;
    const bars = page.locator('plan-stats .target');
    await bars.first().waitFor();
    await bars.first().click();
    await expect.poll(async () => (await litOnMap(page)).length).toBeGreaterThan(0);
    const byMouse = await litOnMap(page);
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await litOnMap(page)).join()).not.toBe(byMouse.join());
    expect((await litOnMap(page)).length).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.locator('h1').hover();
    await finish(opened);
  });

  it('are tapped on a phone, in English', async () => {
    const opened = await open({ ...PHONE, hash: 'v=1&tool=stats&lang=en' });
    const { page } = opened;
    const bar = page.locator('plan-stats .target').first();
    await bar.waitFor();
    await bar.tap();
    await expect.poll(async () => (await litOnMap(page)).length).toBeGreaterThan(0);
    await finish(opened);
  });

  it('keep the numbers when the chart’s code does not come', async () => {
    const opened = await open({ expected: [/draw-bars|Failed to load|ERR_FAILED/] });
    const { page } = opened;
    await page.route('**/draw-bars-*.js', (route) => route.abort());
    await openMenu(page, 'tools');
    await page.locator('.tools [data-tool=stats]').click();
    await expect
      .poll(() => page.locator('plan-stats .chart.note').textContent())
      .toContain('图表没有载入');
    expect(await page.locator('plan-stats tbody tr').count()).toBeGreaterThan(3);
    await page.unroute('**/draw-bars-*.js');
    const chart = page.locator('plan-stats [data-control=chart]');
    await chart.click();
    await chart.click();
    await page.locator('plan-stats .target').first().waitFor();
    await finish(opened);
  });
});

describe('the profile', () => {
  it('is exported as a picture that opens by itself', async () => {
    const opened = await open({ hash: 'v=1&tool=profile:zong-2' });
    const { page } = opened;
    const button = page.locator('plan-profile [data-control=export]');
    await button.waitFor();
    const { name, bytes } = await download(page, () => button.click());
    expect(name).toBe('profile-zong-2.svg');
    const svg = bytes.toString('utf8');
    // An image that is not well-formed does not decode.
    const picture = await page.evaluate(async (text) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    }, svg);
    expect(svg).not.toMatch(/<(script|foreignObject|image)\b|href=/i);
    expect(Math.min(picture.width, picture.height)).toBeGreaterThan(100);
    expect(svg.replace(/<[^>]*>/g, '')).toContain('推断');
    await finish(opened);
  });

  it('opens from the corridor’s card by keys, and its stops light on the map', async () => {
    const opened = await open({ hash: 'v=1&feature=heng-1' });
    const { page } = opened;
    await page.locator('plan-card [data-control=profile], plan-card [data-action=profile]').focus();
    await page.keyboard.press('Enter');
    await page.locator('plan-profile .strip').waitFor();
    await expect.poll(() => hashOf(page)).toContain('tool=profile:heng-1');
    const stop = page
      .locator('plan-profile [data-feature] button, plan-profile button[data-feature]')
      .first();
    await stop.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => planProbe.view().feature)).not.toBe('heng-1');
    await finish(opened);
  });

  it('opens from the card by mouse; stops light under it, and a click leads to a stop and to the plan’s words', async () => {
    const opened = await open({ width: 1440, height: 900, hash: 'v=1&feature=zong-2' });
    const { page } = opened;
    await page.locator('plan-card [data-action=profile]').click();
    await expect.poll(() => hashOf(page)).toContain('tool=profile:zong-2');
    // What the drawer is opened for begins above its fold.
    const drawer = (await page.locator('.drawer-body').boundingBox())!;
    const strip = (await page.locator('plan-profile .strip').boundingBox())!;
    expect(strip.y + 100).toBeLessThan(drawer.y + drawer.height);
    const stop = page.locator('plan-profile tr[data-feature]').nth(1);
    const id = (await stop.getAttribute('data-feature'))!;
    await stop.scrollIntoViewIfNeeded();
    expect(await litOnMap(page)).not.toContain(id);
    await stop.hover();
    await expect.poll(() => litOnMap(page)).toContain(id);
    await page.locator('h1').hover();
    await expect.poll(() => litOnMap(page)).not.toContain(id);
    await stop.locator('button').click();
    await expect.poll(() => page.evaluate(() => planProbe.view().feature)).toBe(id);
    const clause = page.locator('plan-profile [data-clause]').first();
    const para = await clause.getAttribute('data-clause');
    await clause.click();
    await expect.poll(() => page.evaluate(() => planProbe.view().clause)).toBe(para);
    expect(await page.evaluate(() => planProbe.view().feature)).toBe('zong-2');
    await finish(opened);
  });

  it('stays readable on a phone, in English, and changes corridor by the box', async () => {
    const opened = await open({ ...PHONE, hash: 'v=1&tool=profile:zong-1&lang=en' });
    const { page } = opened;
    await page.locator('plan-profile [data-control=corridor]').selectOption('heng-4');
    await expect.poll(() => hashOf(page)).toContain('tool=profile:heng-4');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await finish(opened);
  });
});

describe('the list', () => {
  it('is sorted, filtered and led by what is in view, by keys alone', async () => {
    const opened = await open({ hash: 'v=1&camera=113.41,38.09,12' });
    const { page } = opened;
    await page.locator('[data-tab=list]').click();
    const first = page.locator('plan-list [data-control=view-first]');
    await first.focus();
    await page.keyboard.press('Space');
    const titles = page.locator('plan-list .group-title');
    await expect.poll(() => titles.first().textContent()).toMatch(/^图内/);
    await expect.poll(() => titles.last().textContent()).toMatch(/^图外/);
    await page.locator('plan-list [data-control=sort]').focus();
    await page.locator('plan-list [data-control=sort]').selectOption('stage');
    await expect.poll(() => titles.first().textContent()).toMatch(/^图内 · /);
    await page.locator('plan-list input[type=search]').focus();
    await page.keyboard.type('推断');
    await expect.poll(() => page.locator('plan-list .row').count()).toBeLessThan(70);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => planProbe.view().feature)).not.toBeNull();
    await finish(opened);
  });

  it('is tapped on a phone, and says so when nothing matches, in English', async () => {
    const opened = await open({ ...PHONE, hash: 'v=1&lang=en' });
    const { page } = opened;
    await page.locator('[data-tab=list]').tap();
    await page.locator('plan-list input[type=search]').fill('qqqq');
    await expect.poll(() => page.locator('plan-list .empty').textContent()).toContain('qqqq');
    await page.locator('plan-list .clear').tap();
    await page.locator('plan-list .row').first().tap();
    await expect.poll(() => page.evaluate(() => planProbe.view().feature)).not.toBeNull();
    await finish(opened);
  });
});

describe('code that does not come', () => {
  const openTool = (name: string) => async (page: Page) => {
    await openMenu(page, 'tools');
    await page.locator(`.tools [data-tool=${name}]`).click();
  };
  const openProfile = (page: Page) => page.locator('plan-card [data-action=profile]').click();
  const closeTool = (page: Page) => page.locator('[data-control=close-tool]').click();
  /** Each choice of stages that is not all of them asks for the words. */
  const leaveOut = (status: string) => async (page: Page) => {
    await openMenu(page, 'lens');
    await page.locator(`.lens [data-status=${status}]`).click();
  };

  it.each([
    ['audit', openTool('audit'), closeTool, openTool('audit'), 'plan-audit .item'],
    ['stats', openTool('stats'), closeTool, openTool('stats'), 'plan-stats tbody tr'],
    ['profile', openProfile, closeTool, openProfile, 'plan-profile .strip img'],
    ['lens', leaveOut('planned'), null, leaveOut('proposed'), 'plan-lens li'],
  ])(
    'of %s is named in a notice, and comes when asked again',
    async (name, ask, close, askAgain, shown) => {
      const opened = await open({
        hash: 'v=1&feature=heng-1',
        expected: [new RegExp(`plan-${name}|Failed to load|ERR_FAILED`)],
      });
      const { page } = opened;
      const code = `**/plan-${name}-*.js`;
      await page.route(code, (route) => route.abort());
      await ask(page);
      const notice = page.locator('.notices .notice[data-code=load-failed]');
      await notice.waitFor();
      const words = await notice.textContent();
      expect(words).toContain(name);
      expect(words).toContain('核对地址与网络，再重试。');
      expect(await page.locator(shown).count()).toBe(0);
      await page.unroute(code);
      await close?.(page);
      await askAgain(page);
      await page.locator(shown).first().waitFor();
      await notice.locator('button').click();
      await notice.waitFor({ state: 'detached' });
      await finish(opened);
    },
  );
});
