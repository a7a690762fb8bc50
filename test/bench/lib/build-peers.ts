/** Builds every peer's page as its users would: minified, split, without source maps. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

const page = (script: string, styles: readonly string[]): string =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>peer</title>${styles
    .map((href) => `<link rel="stylesheet" href="${href}">`)
    .join('')}<style>html,body,#map{margin:0;height:100%;overflow:hidden}
.name{font:13px "Noto Sans CJK SC",sans-serif;color:#222;white-space:nowrap;margin:6px 0 0 -14px!important}</style>
<div id="map"></div><script type="module" src="${script}"></script></html>`;

/** @param out folder that gets one folder a peer */
export async function buildPeer(name: string, out: string): Promise<void> {
  const folder = path.join(out, name);
  const manifestFile = 'manifest.json';
  await build({
    configFile: false,
    root: PEERS,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: manifestFile,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: path.join(PEERS, `${name}.js`) },
    },
  });
  const manifest = JSON.parse(readFileSync(path.join(folder, manifestFile), 'utf8')) as Record<
    string,
    { readonly file: string; readonly css?: readonly string[]; readonly isEntry?: boolean }
  >;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)!;
  writeFileSync(path.join(folder, 'index.html'), page(entry.file, entry.css ?? []));
}

/**
 * The app as it is built, opening another plan.
 * @param plan address of the bundle, from the page
 */
export function copyOwn(dist: string, out: string, name: string, plan: string | null): void {
  const folder = path.join(out, name);
  mkdirSync(folder, { recursive: true });
  cpSync(dist, folder, { recursive: true });
  if (plan === null) return;
  const file = path.join(folder, 'index.html');
  const html = readFileSync(file, 'utf8');
  const other = html.replace('./bundle/yuxian.json', plan);
  if (other === html) throw new Error(`bench: ${file} names no plan that could be replaced.`);
  writeFileSync(file, other);
}
