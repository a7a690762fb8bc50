/**
 * Prints a bundle as an atlas of A3 sheets, without a window:
 * `npm run atlas -- --out atlas.pdf [--bundle data] [--lang en]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cartography } from '../../layers/index.ts';
import { buildAtlas } from '../../src/cli/atlas/build-atlas.ts';
import { embedFace } from '../../src/cli/atlas/embed-face.ts';
import { reportFolder } from '../../src/cli/check-bundle.ts';
import { readBundleFolder } from '../../src/cli/read-bundle-folder.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { launchBrowser, openPage } from './browser.ts';

/**
 * @returns bytes of the PDF
 * @throws Error with every problem, when the bundle is not sound
 */
export async function printAtlas(
  folder: string,
  lang: Language,
  report: (line: string) => void,
): Promise<Buffer> {
  const { lines, isSound } = await reportFolder(folder);
  const { bundle } = await readBundleFolder(folder);
  if (!isSound || !bundle) throw new Error(`The bundle is not sound:\n${lines.join('\n')}`);
  const html = buildAtlas({
    bundle,
    cartography,
    lang,
    date: new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', {
      year: 'numeric',
      month: 'long',
    }).format(new Date()),
    report: (done, total, title) => report(`${done}/${total} ${title}`),
  });
  report('printing');
  const browser = await launchBrowser();
  try {
    const { page } = await openPage(browser);
    await page.setContent(await embedFace(html));
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: 'atlas.pdf' },
        bundle: { type: 'string', default: 'data' },
        lang: { type: 'string', default: 'zh-Hans' },
      },
    });
    const { out, bundle, lang } = values;
    if (lang !== 'zh-Hans' && lang !== 'en') {
      throw new Error(`--lang is "${lang}": give zh-Hans or en.`);
    }
    const bytes = await printAtlas(bundle, lang, (line) => console.log(line));
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    writeFileSync(out, bytes);
    console.log(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
