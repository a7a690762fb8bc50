/**
 * Which software renderer draws WebGL in the tests: Mesa’s llvmpipe where the browser starts with it, for it draws the
 * same pictures in less than half the time; else the SwiftShader that every Chromium brings along.
 */
import { chromium } from 'playwright-core';

export type Renderer = 'mesa' | 'swiftshader';

/** Set by whoever chose first, and by a user who wants one of the two. */
const VARIABLE = 'ATLAS_RENDERER';

/** The page itself and 2D canvases stay on the CPU. */
const FLAGS: Readonly<Record<Renderer, readonly string[]>> = {
  mesa: [
    '--use-gl=angle',
    '--use-angle=gl-egl',
    '--ignore-gpu-blocklist',
    '--disable-gpu-compositing',
    '--disable-gpu-rasterization',
    '--disable-accelerated-2d-canvas',
  ],
  swiftshader: ['--use-gl=angle', '--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader'],
};

/** What a browser is started with, so that it draws WebGL on the processor. */
export async function listRendererFlags(executablePath: string): Promise<readonly string[]> {
  return FLAGS[await findRenderer(executablePath)];
}

/**
 * Tries the faster one once; processes started from this one know the answer.
 * @throws when the environment names a renderer that there is not
 */
export async function findRenderer(executablePath: string): Promise<Renderer> {
  const given = process.env[VARIABLE];
  if (given === 'mesa' || given === 'swiftshader') return given;
  if (given)
    throw new Error(`${VARIABLE} is "${given}": set it to mesa or swiftshader, or unset it.`);
  const name = await nameRenderer(executablePath, ['--no-sandbox', ...FLAGS.mesa]);
  // With a graphics card the pictures would be another’s.
  const found: Renderer = /llvmpipe/i.test(name) ? 'mesa' : 'swiftshader';
  process.env[VARIABLE] = found;
  return found;
}

/** As WebGL says it; empty when it does not start. */
async function nameRenderer(executablePath: string, args: string[]): Promise<string> {
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      return await page.evaluate(() => {
        const gl = document.createElement('canvas').getContext('webgl2');
        const info = gl?.getExtension('WEBGL_debug_renderer_info');
        return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
      });
    } finally {
      await browser.close();
    }
  } catch {
    return '';
  }
}
