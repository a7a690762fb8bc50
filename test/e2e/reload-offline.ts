import type { Page } from 'playwright-core';

/** Reloads a page whose server is stopped; throws when text or map is missing after one of them. */
export async function reloadOffline(page: Page, times: number): Promise<void> {
  for (let round = 1; round <= times; round += 1) {
    await page.reload();
    const seen = await page.evaluate(async () => {
      const atlas = document.querySelector('plan-atlas')!;
      await atlas.viewOnReady();
      const root = atlas.shadowRoot!;
      return {
        letters: root.querySelector('plan-text')!.shadowRoot!.textContent!.length,
        hasMap: root.querySelector('plan-map')!.shadowRoot!.querySelector('canvas') !== null,
        isTold: root.querySelector('.notice') !== null,
      };
    });
    // Else the next reload breaks off what still loads.
    await page.waitForSelector('html[data-offline=ready]');
    await page.waitForLoadState('networkidle');
    if (seen.letters < 5000 || !seen.hasMap || seen.isTold) {
      throw new Error(`reload ${round} of ${times} without a network: ${JSON.stringify(seen)}`);
    }
  }
}
