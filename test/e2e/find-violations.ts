import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Violation {
  readonly id: string;
  /** Where, at most three of them. */
  readonly targets: readonly string[];
}

/** Runs axe over light and shadow DOM; every rule of WCAG 2.2 AA and of good practice. */
export async function findViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: auditor } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await auditor.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.slice(0, 3).map(({ target }) => JSON.stringify(target)),
    }));
  });
}
