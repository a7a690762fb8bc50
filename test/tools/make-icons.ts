/**
 * Makes the PNG icons in `public/` again from the drawing `public/icon.svg`: `npm run make:icons`.
 * The maskable one fills its square; the drawing itself keeps to the inner 80 % that no mask cuts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.ts';

const FOLDER = 'public';
const ICONS = [
  { file: 'icon-192.png', sizePx: 192, isMaskable: false },
  { file: 'icon-512.png', sizePx: 512, isMaskable: false },
  { file: 'icon-maskable.png', sizePx: 512, isMaskable: true },
];

const drawing = readFileSync(path.join(FOLDER, 'icon.svg'), 'utf8');
const ground = /<rect[^>]*fill="([^"]+)"/.exec(drawing)?.[1];
if (!ground) throw new Error('public/icon.svg: the first <rect> has no fill, the maskable ground.');
const browser = await launchBrowser();
try {
  for (const { file, sizePx, isMaskable } of ICONS) {
    const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
    const rules = `html,body{margin:0;${isMaskable ? `background:${ground}` : ''}}svg{display:block;width:${sizePx}px;height:${sizePx}px;}`;
    await page.setContent(`<style>${rules}</style>${drawing}`);
    writeFileSync(path.join(FOLDER, file), await page.screenshot({ omitBackground: !isMaskable }));
    await page.close();
  }
} finally {
  await browser.close();
}
