/** A talk in two windows, as the tests run it: the hall's window, and the speaker's desk that it opened. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PresentState } from '../../src/contracts/present.ts';
import { openPage, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';

export const WAIT = { timeout: 20_000, interval: 30 };

export interface Talk {
  readonly opened: OpenedPage;
  stage: Page;
  desk: Page;
}

export const stateOnStage = (stage: Page): Promise<PresentState | null> =>
  stage.evaluate(
    () =>
      document.querySelector('plan-atlas')?.shadowRoot?.querySelector('plan-player')?.present ??
      null,
  );

export const stateOnDesk = (desk: Page): Promise<PresentState | null> =>
  desk.evaluate(() => document.querySelector('plan-presenter')?.present ?? null);

/** Waits until both windows stand at a slide. */
export async function meetAt({ stage, desk }: Talk, index: number): Promise<void> {
  const slideOf = (state: PresentState | null): number | null =>
    state?.isRunning ? state.index : null;
  await expect.poll(async () => slideOf(await stateOnDesk(desk)), WAIT).toBe(index);
  await expect.poll(async () => slideOf(await stateOnStage(stage)), WAIT).toBe(index);
}

/** Starts a talk by F5 and opens the desk. `prepare`: what must be seen before. */
export async function startTalk(
  browser: Browser,
  options: OpenPageOptions,
  prepare: (stage: Page) => Promise<unknown> = async () => undefined,
): Promise<Talk> {
  const opened = await openPage(browser, options);
  const stage = opened.page;
  await stage.evaluate(() => document.querySelector('plan-atlas')!.viewOnReady());
  await prepare(stage);
  await stage.keyboard.press('F5');
  await expect.poll(async () => (await stateOnStage(stage))?.isRunning, WAIT).toBe(true);
  const talk: Talk = { opened, stage, desk: stage };
  talk.desk = await openDesk(talk);
  await meetAt(talk, 0);
  return talk;
}

/** By the button on the stage. */
async function openDesk({ opened, stage }: Talk): Promise<Page> {
  const popup = opened.context.waitForEvent('page');
  await stage.locator('plan-player [data-control=presenter]').click();
  const desk = await popup;
  await desk.locator('plan-presenter .desk').waitFor();
  return desk;
}

/** One of the two windows is lost, comes again, and both stand at the slide where they stood. */
export async function comeBack(
  talk: Talk,
  role: 'stage' | 'desk',
  way: 'reload' | 'close',
  index: number,
): Promise<void> {
  if (way === 'reload') await talk[role].reload({ waitUntil: 'commit' });
  else if (role === 'desk') {
    await talk.desk.close();
    talk.desk = await openDesk(talk);
  } else {
    await talk.stage.close();
    await talk.desk.getByRole('alert').getByText('投影窗口已断开').waitFor();
    const popup = talk.opened.context.waitForEvent('page');
    await talk.desk.locator('[data-control=reopen]').click();
    talk.stage = await popup;
  }
  await meetAt(talk, index);
  await talk.desk.locator('.gone').waitFor({ state: 'detached' });
}
