import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { publishCopy, type PublishedCopy } from './publish-copy.ts';
import { comeBack, meetAt, startTalk, type Talk } from './talk.ts';

let browser: Browser;
let copy: PublishedCopy | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await copy?.remove();
  copy = null;
});
afterAll(() => browser.close());

/** A talk in the app as it is kept on this device, at its third scene. */
async function startKept(beforeTalk: (copy: PublishedCopy) => Promise<void>): Promise<Talk> {
  copy = await publishCopy();
  const talk = await startTalk(
    browser,
    {
      width: 640,
      height: 400,
      url: copy.address,
      context: { serviceWorkers: 'allow' },
    },
    async (stage) => {
      await stage.waitForSelector('html[data-offline=ready]');
      await beforeTalk(copy!);
    },
  );
  for (let index = 1; index <= 3; index += 1) {
    await (index % 2 === 0 ? talk.stage : talk.desk).keyboard.press('PageDown');
    await meetAt(talk, index);
  }
  return talk;
}

it('presents with the server stopped, and both windows come back after a reload and anew', async () => {
  const talk = await startKept((published) => published.stop());
  await comeBack(talk, 'stage', 'reload', 3);
  await comeBack(talk, 'desk', 'reload', 3);
  await talk.desk.keyboard.press('PageDown');
  await meetAt(talk, 4);
  await comeBack(talk, 'desk', 'close', 4);
  await comeBack(talk, 'stage', 'close', 4);
  await talk.stage.keyboard.press('End');
  await expect
    .poll(() =>
      talk.stage.evaluate(
        () =>
          document
            .querySelector('plan-atlas')!
            .shadowRoot!.querySelector('plan-player')
            ?.shadowRoot?.querySelector('.page h2')?.textContent,
      ),
    )
    .toBeTruthy();
  talk.opened.assertClean();
  await talk.opened.close();
});

it('never interrupts a talk by a new version, and tells of it when the talk is over', async () => {
  const talk = await startKept(async () => undefined);
  const { stage, desk } = talk;
  await desk.waitForSelector('html[data-offline=ready]');
  copy!.publish('second');
  await stage.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  const isWaiting = (): Promise<boolean> =>
    stage.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true);
  await stage.keyboard.press('PageDown');
  await meetAt(talk, 4);
  /** Nor does it come through the gap in which the hall's window is away. */
  await comeBack(talk, 'stage', 'reload', 4);
  await stage.waitForSelector('html[data-offline=ready]');
  await stage.waitForTimeout(1500);
  for (const page of [stage, desk]) {
    expect(await page.locator('plan-update').getAttribute('notice')).not.toBe('update');
  }
  await desk.keyboard.press('Escape');
  await stage.waitForSelector('plan-update[notice=update]');
  await desk.waitForSelector('plan-update[notice=update]');
  talk.opened.assertClean();
  await talk.opened.close();
});
