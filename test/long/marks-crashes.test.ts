/** «200 injected crashes: none lost» (issue 4). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { crashWhileDrawing } from '../e2e/crash-while-drawing.ts';
import { createRandom } from '../fixtures/create-random.ts';
import { describeLaunch } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';

it('200 crashes lose no mark that was done, and of one in hand at most the last point', async () => {
  const server = await serveStatic({ root: 'dist' });
  const profile = mkdtempSync(path.join(tmpdir(), 'plan-atlas-'));
  const context = await chromium.launchPersistentContext(
    profile,
    await describeLaunch({ webgl: false }),
  );
  try {
    const report = await crashWhileDrawing(context, server.origin, 200, createRandom(11));
    console.info(JSON.stringify({ ...report, lost: report.lost.length }));
    expect(report.lost).toEqual([]);
    expect(report.marks).toBeGreaterThan(50);
    expect(report.resumed).toBeGreaterThan(10);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
    await server.close();
  }
});
