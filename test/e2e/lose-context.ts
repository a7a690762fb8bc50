/** Takes a map's graphics context away, as a driver that starts anew does. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { differingShare, photographMap } from './same-picture.ts';

/** @param isRestored whether it comes back, in the next frame */
export const loseContext = (page: Page, isRestored: boolean): Promise<void> =>
  page.evaluate(async (comesBack) => {
    const { renderRoot } = planProbe.part('plan-map');
    const canvas = renderRoot.querySelector('canvas')!;
    const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const lost = new Promise((resolve) =>
      canvas.addEventListener('webglcontextlost', resolve, { once: true }),
    );
    extension.loseContext();
    await lost;
    if (!comesBack) return;
    await new Promise(requestAnimationFrame);
    extension.restoreContext();
  }, isRestored);

/** Resolves when the map is idle; throws unless it has painted the feature as selected. */
export const waitForSelected = (page: Page, feature: string): Promise<void> =>
  page.evaluate(async (id) => {
    await planProbe.settle(() => undefined);
    const look = planProbe.part('plan-map').inspection?.lookOf(id);
    if (!look?.isSelected) throw new Error(`"${id}" is not painted as selected`);
  }, feature);

/** Loses the context of an atlas with the airport selected so many times; picture and selection stay what they were. */
export async function loseAgainAndAgain(page: Page, times: number): Promise<void> {
  await page.evaluate(() =>
    planProbe.settle(() => planProbe.host().highlight({ features: ['zong-1'] })),
  );
  const before = await photographMap(page);
  for (let round = 1; round <= times; round += 1) {
    await loseContext(page, true);
    await waitForSelected(page, 'airport');
    const share = differingShare(before, await photographMap(page));
    expect(share, `after ${round} losses`).toBeLessThan(0.001);
  }
  expect(await page.evaluate(() => planProbe.host().feature)).toBe('airport');
}
