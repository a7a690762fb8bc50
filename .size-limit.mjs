/**
 * The bars for bytes (gzip, kB of 1000 bytes): over the files of the app that Vite's manifest names, where every
 * JavaScript file falls under exactly one of them; and over what each entry of the library imports at once.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist';
const MANIFEST = `${DIST}/.vite/manifest.json`;
if (!existsSync(MANIFEST)) throw new Error(`${MANIFEST} is missing: run "npm run build" first.`);

/** @type {Record<string, {file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[]}>} */
const chunks = JSON.parse(readFileSync(MANIFEST, 'utf8'));

/** Files of these chunks and of all that they import at once. */
function closeOver(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closeOver(chunks[key].imports ?? [], seen);
  }
  return seen;
}

const gzipKb = (file) => gzipSync(readFileSync(file), { level: 9 }).length / 1000;
const maplibre = (name) => gzipKb(`node_modules/maplibre-gl/dist/${name}.mjs`);
const limit = (kb) => `${kb.toFixed(1)} kB`;

const taken = new Set();
/** Takes what no earlier check has. */
function take(keys) {
  const fresh = [...closeOver(keys)].filter((key) => !taken.has(key));
  for (const key of fresh) taken.add(key);
  return fresh
    .map((key) => chunks[key].file)
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${DIST}/${file}`);
}

const keys = Object.keys(chunks);
// The reader and checker of the bundle is a chunk of its own, yet no text shows before it has run.
const initial = take(keys.filter((key) => chunks[key].isEntry || key.startsWith('_load-source-')));
const panels = take(keys.filter((key) => key.startsWith('_panels-')));
const map = take(keys.filter((key) => key.startsWith('_map-module-')));
const lazy = keys.filter((key) => chunks[key].isDynamicEntry && !taken.has(key));
const drawing = take(lazy.filter((key) => /(^|\/)src\/map\/marks\//.test(key)));
const deck = take(lazy.filter((key) => /(^|\/)src\/map\/|@(deck|luma|loaders)\.gl\//.test(key)));
const named = new Set([...initial, ...panels, ...map, ...drawing, ...deck]);
// Workers are no chunks of the manifest.
const others = readdirSync(`${DIST}/assets`)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `${DIST}/assets/${name}`)
  .filter((file) => !named.has(file));
const readers = others.filter((file) => file.includes('read-worker'));
const terrain = others.filter((file) => file.includes('terrain-worker'));
const workers = others.filter(
  (file) => file.includes('worker') && !readers.includes(file) && !terrain.includes(file),
);
const rest = others.filter((file) => ![...workers, ...readers, ...terrain].includes(file));

/**
 * Tools bring a library of the field with them: charts (Observable Plot), positions (proj4, geographiclib), documents
 * of word processors (mammoth), GeoPackage (SQLite as plain JavaScript, for a strict policy runs no WebAssembly), and
 * traditional characters (OpenCC).
 */
function limitOnUse(file) {
  if (/\/mammoth/.test(file)) return 95;
  if (/\/sql-asm-/.test(file)) return 500;
  if (/\/t2cn-/.test(file)) return 60;
  if (/\/draw-bars-/.test(file)) return 90;
  // The style specification's own code reads the map's style on paper, too.
  if (/\/plan-sheet-/.test(file)) return 55;
  return /\/parse-coordinates-/.test(file) ? 50 : 40;
}

const checks = [
  ['JavaScript before the map', initial, 40],
  ['panels, once the text stands', panels, 60],
  ['map, beside maplibre-gl itself', map, maplibre('maplibre-gl') + 25],
  ['map worker', workers, maplibre('maplibre-gl-worker') + 5],
  ['reader and writer of files, on use only', readers, 65],
  // geotiff, proj4 and maplibre-contour.
  ['terrain of a file, on use only', terrain, 75],
  ['drawing marks (terra-draw), on use only', drawing, 45],
  ['deck.gl, on use only', deck, 250],
  ...rest.map((file) => [`on use: ${file}`, [file], limitOnUse(file)]),
];

/** Bars of the library, by what a host imports. The atlas itself is held by the bars of the app. */
const LIBRARY = {
  './figure': ['figure before the map', 25],
  './quote': ['quote', 15],
  './client': ['client', 3],
  './standalone': ['everything in one file', 1300],
};
const { exports: exported } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A module and all that it imports at once, as a browser would fetch them. */
function followImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build:lib" first.`);
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:^|[;}\n])\s*(?:import|export)(?:[^"'();]*?\bfrom)?\s*["'](\.[^"']+)["']/g,
  );
  for (const [, to] of imports) followImports(path.join(path.dirname(file), to), seen);
  return seen;
}

const library = Object.entries(exported).flatMap(([name, target]) => {
  const file = typeof target === 'string' ? target : target.default;
  // Missing files are a fault, whether or not a bar holds them.
  const files = file.endsWith('.js') ? [...followImports(path.normalize(file))] : [];
  if (!(name in LIBRARY)) return [];
  const [title, kb] = LIBRARY[name];
  return [[`library: ${title}`, files, kb]];
});
if (library.length !== Object.keys(LIBRARY).length) {
  throw new Error('package.json exports not every entry that has a bar.');
}

export default [...checks, ...library]
  .filter(([, files]) => files.length > 0)
  .map(([name, files, kb]) => ({ name, path: files, limit: limit(kb), gzip: true }));
