/**
 * Prints a bundle as an atlas of A3 sheets, without a window:
 * `npm run atlas -- --out atlas.pdf [--bundle data] [--lang en] [--fresh]`. A run that was interrupted is taken up where
 * it stopped, unless the bundle, the code or the options have changed.
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
import { openShelf } from './atlas-shelf.ts';
import { launchBrowser, openPage } from './browser.ts';

/**
 * @param isFresh takes nothing over from an earlier run
 * @returns bytes of the PDF
 * @throws Error with every problem, when the bundle is not sound
 */
async function printAtlas(
  folder: string,
  lang: Language,
  isFresh: boolean,
  report: (line: string) => void,
): Promise<Uint8Array> {
  const { lines, isSound } = await reportFolder(folder);
  const { bundle } = await readBundleFolder(folder);
  if (!isSound || !bundle) throw new Error(`The bundle is not sound:\n${lines.join('\n')}`);
  const date = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: 'long',
  }).format(new Date());
  const shelf = openShelf(bundle, { lang, date }, isFresh);
  const printed = shelf.takePrinted();
  if (printed) {
    report(`taken over: the whole atlas, printed before from the same bundle, code and options`);
    return printed;
  }
  const html = buildAtlas({
    bundle,
    cartography,
    lang,
    date,
    shelf,
    report: (done, total, title) => report(`${done}/${total} ${title}`),
  });
  if (shelf.taken.length > 0) {
    report(`taken over: ${shelf.taken.length} maps (${shelf.taken.join(', ')})`);
  }
  report('printing');
  const bytes = await print(html);
  shelf.keepPrinted(bytes);
  return bytes;
}

async function print(html: string): Promise<Buffer> {
  const browser = await launchBrowser({ webgl: false });
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
        fresh: { type: 'boolean', default: false },
      },
    });
    const { out, bundle, lang, fresh } = values;
    if (lang !== 'zh-Hans' && lang !== 'en') {
      throw new Error(`--lang is "${lang}": give zh-Hans or en.`);
    }
    const bytes = await printAtlas(bundle, lang, fresh, (line) => console.log(line));
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    writeFileSync(out, bytes);
    console.log(`${out}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
