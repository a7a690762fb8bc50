/** What a reader does with the built app, as steps that each leave every tool closed and the pointer free. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openMenu } from './open-atlas.ts';
import { stateOnStage, WAIT } from './talk.ts';

export interface Use {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  readonly act: (page: Page, random: () => number) => Promise<void>;
}

const pick = <T>(values: readonly T[], random: () => number): T =>
  values[Math.floor(random() * values.length)]!;

/** The tools of the bar. */
const TOOLS = [
  'audit',
  'compare',
  'edit',
  'embed',
  'export',
  'import',
  'marks',
  'measure',
  'sheet',
  'stats',
  'story',
] as const;

async function openTool(page: Page, tool: string): Promise<void> {
  await openMenu(page, 'tools');
  await page.locator(`plan-atlas .tools [data-tool=${tool}]`).click();
  await page.waitForFunction(
    (tag) => planProbe.host().shadowRoot!.querySelector(tag)?.shadowRoot?.hasChildNodes(),
    `plan-${tool}`,
  );
}

/** By the button that opened it: each tool has it, whatever else it has. */
async function closeTool(page: Page, tool: string): Promise<void> {
  await openMenu(page, 'tools');
  await page.locator(`plan-atlas .tools [data-tool=${tool}]`).click();
  await page.waitForFunction(() => planProbe.view().tool === null);
  await page.keyboard.press('Escape');
}

async function spotOnMap(page: Page, random: () => number) {
  const box = (await page.locator('plan-map').boundingBox())!;
  const along = (from: number, length: number): number => from + length * (0.25 + random() / 2);
  return { x: along(box.x, box.width), y: along(box.y, box.height) };
}

export const USES: readonly Use[] = [
  {
    name: 'select by text',
    weight: 4,
    act: async (page, random) => {
      const phrases = page.locator('plan-text a.phrase');
      await phrases.nth(Math.floor(random() * (await phrases.count()))).click();
    },
  },
  {
    name: 'select by map',
    weight: 4,
    act: async (page, random) => {
      const { x, y } = await spotOnMap(page, random);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    },
  },
  {
    name: 'pan',
    weight: 3,
    act: async (page, random) => {
      const [from, to] = [await spotOnMap(page, random), await spotOnMap(page, random)];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
  },
  {
    name: 'zoom',
    weight: 3,
    act: async (page, random) => {
      const { x, y } = await spotOnMap(page, random);
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, random() < 0.5 ? -400 : 400);
    },
  },
  {
    name: 'lens',
    weight: 2,
    act: async (page, random) => {
      await openMenu(page, 'lens');
      const statuses = page.locator('plan-atlas .lens [data-status]');
      await statuses.nth(Math.floor(random() * (await statuses.count()))).click();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'layers',
    weight: 2,
    act: async (page, random) => {
      const switches = page.locator('plan-atlas [data-layer-switch]:visible');
      await switches.nth(Math.floor(random() * (await switches.count()))).click();
    },
  },
  {
    name: 'flavour',
    weight: 1,
    act: async (page, random) => {
      await openMenu(page, 'look');
      const flavour = pick(['light', 'dark', 'projector', 'print', 'auto'], random);
      const control = page.locator('plan-atlas [data-control=flavour]');
      const known = await control
        .locator('option')
        .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
      await control.selectOption(known.includes(flavour) ? flavour : 'light');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'language',
    weight: 1,
    act: async (page) => page.locator('plan-atlas [data-control=lang]').click(),
  },
  ...TOOLS.map((tool) => ({
    name: `tool ${tool}`,
    weight: 0.4,
    act: async (page: Page) => {
      await openTool(page, tool);
      await closeTool(page, tool);
    },
  })),
  {
    name: 'search',
    weight: 2,
    act: async (page, random) => {
      await page.keyboard.press('/');
      const box = page.locator('plan-search input');
      await box.fill(pick(['藏山', '机场', '公路', 'airport', 'qqqqqq'], random));
      await page.locator('plan-search :is([role=option], .empty)').first().waitFor();
      await box.press('Enter');
      await page.locator('plan-search .clear').click();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'mark and undo',
    weight: 1,
    act: async (page, random) => {
      await openTool(page, 'marks');
      const rows = page.locator('plan-marks li[data-mark]');
      const before = await rows.count();
      await page.locator('plan-marks input[name=tool][value=point]').check();
      const { x, y } = await spotOnMap(page, random);
      await page.locator('plan-marks #entry').fill(`${113.2 + x / 1e4},${38 + y / 1e4}`);
      await page.locator('plan-marks #entry').press('Enter');
      await expect.poll(() => rows.count(), WAIT).toBe(before + 1);
      await page.locator('plan-marks [data-control=undo]').click();
      await expect.poll(() => rows.count(), WAIT).toBe(before);
      await closeTool(page, 'marks');
    },
  },
  {
    name: 'sheet',
    weight: 0.5,
    act: async (page) => {
      await openTool(page, 'sheet');
      await page.waitForFunction(
        () => {
          const picture = planProbe
            .part('plan-sheet')
            ?.shadowRoot?.querySelector<HTMLImageElement>('[part=preview]');
          return Boolean(picture?.complete && picture.naturalWidth > 0);
        },
        undefined,
        { timeout: 60_000 },
      );
      await closeTool(page, 'sheet');
    },
  },
  {
    name: 'talk',
    weight: 0.5,
    act: async (page, random) => {
      await page.keyboard.press('F5');
      await expect.poll(async () => (await stateOnStage(page))?.isRunning, WAIT).toBe(true);
      for (let step = Math.floor(random() * 3); step >= 0; step -= 1) {
        await page.keyboard.press('PageDown');
      }
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await stateOnStage(page))?.isRunning, WAIT).not.toBe(true);
    },
  },
];

/** The next step, by weight. */
export function chooseUse(random: () => number): Use {
  let left = random() * USES.reduce((sum, { weight }) => sum + weight, 0);
  return USES.find(({ weight }) => (left -= weight) < 0) ?? USES[0]!;
}
