import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { countSlides } from '../../src/core/present/step-present.ts';
import { comeBack, meetAt, startTalk, stateOnDesk, stateOnStage } from '../e2e/talk.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';

it('either window comes back at the same scene after a reload and after its end, at every scene', async () => {
  expect(existsSync('dist/index.html'), 'run "npm run build" first').toBe(true);
  const server = await serveStatic({ root: 'dist' });
  const browser = await launchBrowser();
  try {
    const talk = await startTalk(browser, { width: 480, height: 320, url: `${server.origin}/` });
    const { startedAt, deck } = (await stateOnStage(talk.stage))!;
    for (let index = 0; index < countSlides(deck); index += 1) {
      if (index > 0) await talk.desk.keyboard.press('PageDown');
      await meetAt(talk, index);
      for (const role of ['stage', 'desk'] as const) {
        for (const way of ['reload', 'close'] as const) await comeBack(talk, role, way, index);
      }
    }
    expect((await stateOnDesk(talk.desk))!.startedAt).toBe(startedAt);
    expect((await stateOnStage(talk.stage))!.startedAt).toBe(startedAt);
  } finally {
    await browser.close();
    await server.close();
  }
});
