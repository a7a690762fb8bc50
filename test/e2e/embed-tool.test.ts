/** The embed tool: each slice, its snippets and its preview in a real frame; pictures with a code that leads back. */
import { readFile } from 'node:fs/promises';
import jsQr from 'jsqr';
import type { Browser, Download, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';
import { findViolations } from './find-violations.ts';
import { openAtlas, openMenu } from './open-atlas.ts';

let browser: Browser;
/** Forms, snippets and addresses need no graphics, and are sooner there without. */
let blind: Browser;
let server: StaticServer;

/** A frame that is taken away lets go of what was still coming for it. */
const LET_GO = [
  /(assets|bundle)\/\S+: net::ERR_ABORTED/,
  /index\.html\?embed\S*: net::ERR_ABORTED/,
];

beforeAll(async () => {
  browser = await launchBrowser();
  blind = await launchBrowser({ webgl: false });
  /** The app's policy where frames of its own are allowed, as a deployer of this tool would set it. */
  server = await serveStatic({
    root: 'dist',
    policy: () => CONTENT_SECURITY_POLICY.replace("frame-src 'none'", "frame-src 'self'"),
  });
});
afterAll(async () => {
  await browser.close();
  await blind.close();
  await server.close();
});

async function openEmbed(
  options: OpenPageOptions & { readonly hash?: string; readonly hasMap?: boolean } = {},
): Promise<OpenedPage> {
  const { hash = '', hasMap = false, ...rest } = options;
  const opened = await openAtlas(hasMap ? browser : blind, {
    expected: LET_GO,
    width: 1280,
    height: 860,
    url: server.origin,
    ...rest,
    hash: `v=1&tool=embed${hash}`,
  });
  await opened.page.locator('plan-embed .form').waitFor();
  return opened;
}

const field = (page: Page, name: string) => page.locator(`plan-embed [data-field=${name}]`);
const pick = (page: Page, value: string) =>
  page.locator(`plan-embed input[value="${value}"]`).check();
const frameOf = (page: Page) => page.locator('plan-embed iframe').getAttribute('src');
const snippetOf = async (page: Page, form: string): Promise<string> => {
  await page.locator(`plan-embed [data-form=${form}]`).click();
  return page.locator('plan-embed [data-text=snippet]').inputValue();
};

describe('slices', () => {
  it('shows each in a frame at its address, and writes the snippet of the same', async () => {
    const opened = await openEmbed();
    const { page } = opened;
    const base = `${server.origin}/index.html?embed`;
    await expect.poll(() => frameOf(page)).toBe(`${base}#v=1`);
    expect(await snippetOf(page, 'element')).toContain(
      `<plan-atlas src="${server.origin}/bundle/yuxian.json"`,
    );

    await pick(page, 'theme');
    await expect.poll(() => frameOf(page)).toBe(`${base}#v=1&layers=transport,boundary`);
    expect(await snippetOf(page, 'element')).toContain('layers="transport boundary"');

    await pick(page, 'feature');
    await field(page, 'filter').fill('纵二');
    await field(page, 'feature').selectOption('zong-2');
    await expect.poll(() => frameOf(page)).toBe(`${base}=figure#v=1&feature=zong-2`);
    expect(await snippetOf(page, 'element')).toMatch(/<plan-figure [^>]*feature="zong-2"/);
    await field(page, 'feature-clause').selectOption('positioning-livable-city');
    const address = `${base}=figure#v=1&feature=zong-2&clause=positioning-livable-city`;
    await expect.poll(() => frameOf(page)).toBe(address);
    const frame = await snippetOf(page, 'iframe');
    expect(frame).toMatch(/^<iframe /);
    expect(frame).toContain(address.replaceAll('&', '&amp;'));
    expect(await snippetOf(page, 'link')).toBe(
      `${server.origin}/#v=1&feature=zong-2&clause=positioning-livable-city`,
    );
    expect(await snippetOf(page, 'markdown')).toMatch(
      /^\[!\[纵二.*\]\(http.*\/posters\/feature-zong-2\.svg\)\]\(http/,
    );
    expect(await snippetOf(page, 'standalone')).toContain('plan-atlas.standalone.js');

    await pick(page, 'clause');
    await field(page, 'filter').fill('');
    await field(page, 'clause').selectOption('positioning-intro');
    await expect.poll(() => frameOf(page)).toBe(`${base}=quote#v=1&clause=positioning-intro`);
    expect(await snippetOf(page, 'element')).toMatch(/<plan-quote [^>]*clause="positioning-intro"/);
    // The frame itself has come.
    await page.frameLocator('plan-embed iframe').locator('body *').first().waitFor();
    opened.assertClean();
    await opened.close();
  });

  it('takes layers, stages, controls, look, size and origins into address and snippet', async () => {
    const opened = await openEmbed({ hash: '&layers=roads,boundary' });
    const { page } = opened;
    await expect.poll(() => frameOf(page)).toContain('layers=roads,boundary');
    await page.locator('plan-embed [data-check=stage-existing]').uncheck();
    await page.locator('plan-embed [data-check=control-tools]').uncheck();
    await field(page, 'flavour').selectOption('dark');
    await field(page, 'lang').selectOption('en');
    await field(page, 'preset').selectOption('phone');
    await field(page, 'origins').fill('https://news.example https://bad.example/path');
    await field(page, 'origins').blur();
    await page.getByText('https://bad.example/path').waitFor();
    await expect
      .poll(() => frameOf(page))
      .toBe(
        `${server.origin}/index.html?embed&controls=title,find,lens,layers,list,text,card,zoom` +
          '&origins=https://news.example' +
          '#v=1&layers=roads,boundary&lens=under-construction,planned,proposed&lang=en&flavour=dark',
      );
    const frame = await snippetOf(page, 'iframe');
    expect(frame).toContain('width="390"');
    expect(frame).toContain('height="640"');
    await field(page, 'width').fill('99999');
    await field(page, 'width').blur();
    await page.getByText('“99999”不能用').waitFor();
    expect(await snippetOf(page, 'iframe')).toContain('width="390"');
    await field(page, 'width').fill('240');
    await field(page, 'width').blur();
    await page.locator('plan-embed [data-check=size][data-small]').waitFor();
    opened.assertClean();
    await opened.close();
  });

  it('keeps what is chosen while it is closed, and restores the defaults when asked', async () => {
    const opened = await openEmbed();
    const { page } = opened;
    await pick(page, 'theme');
    await field(page, 'theme').selectOption('tourism');
    await page.locator('plan-atlas [data-control=close-tool]').click();
    await page.locator('plan-embed').waitFor({ state: 'detached' });
    expect(await page.locator('plan-map').isVisible()).toBe(true);
    await openMenu(page, 'tools');
    await page.locator('plan-atlas .tools [data-tool=embed]').click();
    expect(await field(page, 'theme').inputValue()).toBe('tourism');
    await page.locator('plan-embed [data-action=reset]').click();
    expect(await page.locator('plan-embed input[value=plan]').isChecked()).toBe(true);
    opened.assertClean();
    await opened.close();
  });
});

describe('colours', () => {
  it('measures the accent, offers the nearest that passes, and paints the preview with it', async () => {
    const opened = await openEmbed();
    const { page } = opened;
    await field(page, 'flavour').selectOption('light');
    await page.locator('plan-embed [data-check=own-accent]').uncheck();
    await field(page, 'accent').fill('#ffcc00');
    await field(page, 'accent').blur();
    const rows = page.locator('plan-embed [data-check=contrast] tr');
    await expect.poll(() => rows.first().innerText()).toContain('✕ 不足');
    await page.locator('plan-embed [data-action=use-nearest]').click();
    await expect.poll(() => rows.first().innerText()).toContain('✓ 通过');
    const accent = await field(page, 'accent').inputValue();
    expect(accent).not.toBe('#ffcc00');
    await page.locator('plan-embed [data-form=element]').click();
    expect(await page.locator('plan-embed [data-text=sheet]').inputValue()).toContain(
      `--plan-accent: ${accent};`,
    );
    const painted = page.frameLocator('plan-embed iframe').locator('plan-atlas');
    await expect
      .poll(() =>
        painted.evaluate((atlas) => getComputedStyle(atlas).getPropertyValue('--plan-accent')),
      )
      .toBe(accent);
    opened.assertClean();
    await opened.close();
  });
});

describe('copying', () => {
  it('copies the snippet and says so', async () => {
    const opened = await openEmbed({
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = opened;
    const text = await snippetOf(page, 'iframe');
    await page.locator('plan-embed [data-action=copy-snippet]').click();
    await page.locator('plan-embed [data-told]', { hasText: '已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    opened.assertClean();
    await opened.close();
  });

  it('selects the snippet where copying is refused', async () => {
    const opened = await openEmbed();
    const { page } = opened;
    await page.evaluate(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.locator('plan-embed [data-action=copy-snippet]').click();
    await page.locator('plan-embed [data-told]', { hasText: 'Ctrl+C' }).waitFor();
    const selected = await page
      .locator('plan-embed [data-text=snippet]')
      .evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      );
    expect(selected).toContain('<plan-atlas');
    opened.assertClean();
    await opened.close();
  });
});

describe('under the strictest policy', () => {
  it('says that the frame was refused, and previews in the page instead', async () => {
    const opened = await openEmbed({
      url: inject('origin'),
      expected: [/frame-src/, ...LET_GO],
    });
    const { page } = opened;
    await page.locator('plan-embed [data-refused]').waitFor();
    expect(await page.locator('plan-embed [data-refused]').innerText()).toContain('frame-src');
    await page.locator('plan-embed .stand-in plan-atlas').waitFor();
    expect(await page.locator('plan-embed iframe').count()).toBe(0);
    await pick(page, 'clause');
    await page.locator('plan-embed .stand-in blockquote').waitFor();
    opened.assertClean();
    await opened.close();
  });
});

describe('by keyboard alone', () => {
  it('opens, chooses, skips the frame, copies, and closes with the focus given back', async () => {
    const opened = await openAtlas(blind, {
      width: 1280,
      height: 860,
      url: server.origin,
      hash: 'v=1',
      expected: LET_GO,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = opened;
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { dataset, tagName, ...rest } = planProbe.focused() as HTMLInputElement;
        void rest;
        return (
          dataset['tool'] ?? dataset['action'] ?? dataset['form'] ?? dataset['menu'] ?? tagName
        );
      });
    const tabTo = async (wanted: string): Promise<void> => {
      for (let step = 0; step < 80 && (await focused()) !== wanted; step += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await focused()).toBe(wanted);
    };
    const tools = page.locator('plan-atlas [data-menu=tools]');
    await tools.focus();
    await page.keyboard.press('ArrowDown');
    await tabTo('embed');
    await page.keyboard.press('Enter');
    await page.locator('plan-embed .form').waitFor();
    await tabTo('reset');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frameOf(page)).toContain('layers=transport,boundary');
    await tabTo('skip-preview');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('element');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('iframe');
    await tabTo('copy-snippet');
    await page.keyboard.press('Enter');
    await page.locator('plan-embed [data-told]', { hasText: '已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe');
    await page.keyboard.press('Escape');
    await page.locator('plan-embed').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('tools');
    opened.assertClean();
    await opened.close();
  });

  it.each([
    ['a desk', { width: 1280, height: 860 }],
    ['a phone', { width: 390, height: 844, hasTouch: true }],
  ] as const)('has nothing that axe would mend on %s, in both pages', async (_, size) => {
    const opened = await openEmbed({ ...size, hash: '&feature=zong-2' });
    const { page } = opened;
    await pick(page, 'feature');
    expect(await findViolations(page)).toEqual([]);
    await pick(page, 'picture');
    expect(await findViolations(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
    opened.assertClean();
    await opened.close();
  });
});

async function makePicture(page: Page, format: string): Promise<PNG> {
  await pick(page, 'picture');
  await field(page, 'format').selectOption(format);
  await page.locator('plan-embed [data-action=make]').click();
  await page
    .locator('plan-embed [data-told]', { hasText: '图片已生成' })
    .waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('plan-embed [data-action=save]').click(),
  ]);
  return readPng(download);
}

async function readPng(download: Download): Promise<PNG> {
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  return PNG.sync.read(await readFile(await download.path()));
}

const readCode = ({ data, width, height }: PNG): string | undefined =>
  jsQr(new Uint8ClampedArray(data), width, height)?.data;

/** How many colours a part of a picture has; a blank one has one. */
function countColours(
  { data, width }: PNG,
  box: readonly [number, number, number, number],
): number {
  const [x, y, wide, high] = box;
  const seen = new Set<number>();
  for (let row = y; row < y + high; row += 3) {
    for (let column = x; column < x + wide; column += 3) {
      seen.add(data.readUInt32BE((row * width + column) * 4));
    }
  }
  return seen.size;
}

describe('share pictures', () => {
  it(
    'draws feature and view on the real map, each with a code that leads back, and copies them',
    { timeout: 180_000 },
    async () => {
      const opened = await openEmbed({
        hash: '&feature=zong-2&clause=positioning-livable-city&layers=roads,corridors,boundary',
        hasMap: true,
        context: { permissions: ['clipboard-read', 'clipboard-write'] },
      });
      const { page } = opened;
      const view = await page.evaluate(() => planProbe.host().getViewState());
      const wide = await makePicture(page, 'wide');
      expect([wide.width, wide.height]).toEqual([1600, 900]);
      expect(readCode(wide)).toBe(
        `${server.origin}/#v=1&feature=zong-2&clause=positioning-livable-city`,
      );
      expect(countColours(wide, [0, 0, 1000, 900])).toBeGreaterThan(200);
      expect(countColours(wide, [1050, 40, 500, 500])).toBeGreaterThan(20);
      await page.getByText('二维码只能在这台电脑上打开').waitFor();

      await pick(page, 'view');
      await page.getByText('请重新生成').waitFor();
      const portrait = await makePicture(page, 'portrait');
      expect([portrait.width, portrait.height]).toEqual([1080, 1440]);
      const link = await page.locator('plan-embed .link code').innerText();
      expect(link).toContain('layers=corridors,roads,boundary');
      expect(link).not.toContain('tool=');
      expect(readCode(portrait)).toBe(link);
      expect(countColours(portrait, [0, 0, 1080, 740])).toBeGreaterThan(200);
      await page.locator('plan-embed [data-action=copy-picture]').click();
      await page.locator('plan-embed [data-told]', { hasText: '图片已复制' }).waitFor();
      const types = await page.evaluate(async () =>
        (await navigator.clipboard.read()).flatMap((item) => [...item.types]),
      );
      expect(types).toContain('image/png');
      // The reader's own map has not moved.
      expect(await page.evaluate(() => planProbe.host().getViewState())).toEqual(view);
      opened.assertClean();
      await opened.close();
    },
  );
});

describe('without WebGL', () => {
  it('draws the county’s outline in the map’s place and says why', async () => {
    const opened = await openEmbed({ hash: '&feature=airport' });
    const { page } = opened;
    const picture = await makePicture(page, 'square');
    expect([picture.width, picture.height]).toEqual([1080, 1080]);
    expect(readCode(picture)).toContain('#v=1&feature=airport');
    expect(countColours(picture, [0, 0, 1080, 560])).toBeGreaterThan(3);
    await page.locator('plan-embed [data-map-failure]').waitFor();
    opened.assertClean();
    await opened.close();
  });
});
