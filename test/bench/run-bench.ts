/**
 * `npm run bench` (after `npm run build`): ours beside what a user would otherwise choose, in the same run on the same
 * machine: every round loads every page once, each in a browser of its own, in an order that turns. Writes
 * `test/bench/results/bench.json` and `bench.md`, and the tables of both READMEs.
 *
 * `-- --rounds=11 --sizes=county,1k,10k,100k,500k --peers=plan-atlas,maplibre` choose less or more; `--report` writes
 * the tables of the kept results anew.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { buildPeer, copyOwn } from './lib/build-peers.ts';
import { findBrowser } from '../tools/find-browser.ts';
import { findRenderer } from '../tools/find-renderer.ts';
import { makeCounty, makeLarge, type Dataset } from './lib/datasets.ts';
import { measureRun, SIZE, waitForQuiet, type Job, type Run } from './lib/measure-run.ts';
import { servePages } from './lib/serve-pages.ts';
import { NAMES, OWN, writeReport, writeTables, type Results } from './lib/write-report.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.join(FOLDER, '../..');
const OUT = path.join(FOLDER, 'out');
const RESULTS = path.join(FOLDER, 'results');
const COUNTS: Readonly<Record<string, number>> = {
  '1k': 1000,
  '10k': 10_000,
  '100k': 100_000,
  '500k': 500_000,
};
const LOAD_LIMIT_MS = 180_000;
const QUIET_MS = 8000;
/** A load that others disturbed is done once more. */
const MOST_FOREIGN = 0.2;
/** Features whose words stand in the text. */
const SELECTED = 8;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: 'county,1k,10k,100k' },
    peers: { type: 'string', default: Object.keys(NAMES).join() },
    report: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',');
const peers = values.peers.split(',');
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new Error(`bench: "--rounds=${values.rounds}" is no whole number from 1.`);
}
for (const size of sizes) {
  if (size !== 'county' && !(size in COUNTS)) {
    throw new Error(
      `bench: "--sizes=${size}" is none of county, ${Object.keys(COUNTS).join(', ')}.`,
    );
  }
}
for (const peer of peers) {
  if (!(peer in NAMES)) {
    throw new Error(`bench: "--peers=${peer}" is none of ${Object.keys(NAMES).join(', ')}.`);
  }
}

mkdirSync(RESULTS, { recursive: true });
const jsonFile = path.join(RESULTS, 'bench.json');
const results = values.report
  ? (JSON.parse(readFileSync(jsonFile, 'utf8')) as Results)
  : await measure();
const report = writeReport(results);
writeFileSync(path.join(RESULTS, 'bench.md'), `${report}\n`);
for (const [name, lang] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const) {
  const file = path.join(ROOT, name);
  const text = readFileSync(file, 'utf8').replace(
    /(<!-- bench -->).*(<!-- \/bench -->)/s,
    (_, start: string, end: string) => `${start}\n\n${writeTables(results, lang)}\n\n${end}`,
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
console.log(`\n${report}`);

async function measure(): Promise<Results> {
  if (!existsSync(path.join(ROOT, 'dist/index.html'))) {
    throw new Error('bench: there is no dist/index.html; run `npm run build` first.');
  }
  if (!existsSync(path.join(FOLDER, 'node_modules'))) installPeers();
  const datasets = await Promise.all(
    sizes.map((size) => (size === 'county' ? makeCounty() : makeLarge(size, COUNTS[size]!))),
  );
  for (const dataset of datasets) writeDataset(dataset);
  for (const peer of peers) if (peer !== OWN) await buildPeer(peer, OUT);
  const server = await servePages(OUT);
  const renderer = await findRenderer((await findBrowser()).executablePath);
  const jobs = datasets.map((dataset) =>
    peers
      .filter((peer) => peer !== 'same' || dataset.style !== null)
      .map((peer) => describe(peer, dataset)),
  );
  const runs: Run[] = [];
  const given = new Set<string>();
  const write = (): Results => {
    const whole: Results = {
      at: new Date().toISOString(),
      machine: `${os.cpus().length} cores of ${os.cpus()[0]!.model}, WebGL by ${renderer}`,
      rounds,
      runs,
    };
    writeFileSync(jsonFile, `${JSON.stringify(whole, null, 1)}\n`);
    return whole;
  };
  for (const list of jobs) {
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < list.length; turn += 1) {
        const job = list[(turn + round) % list.length]!;
        const key = `${job.peer} ${job.dataset}`;
        if (given.has(key)) continue;
        const run = await measureQuietly(server, {
          ...job,
          picture: round === 0 ? job.picture : null,
        });
        runs.push(run);
        // What could not be loaded once is not waited for at every round.
        if (run.error !== null) given.add(key);
        console.log(
          `${job.dataset} ${round + 1}/${rounds} ${job.peer}: ${run.error ?? `idle ${run.measures.idleMs!.toFixed(0)} ms`}`,
        );
        write();
      }
    }
  }
  await server.close();
  return write();
}

async function measureQuietly(
  server: Awaited<ReturnType<typeof servePages>>,
  job: Job,
): Promise<Run> {
  await waitForQuiet(QUIET_MS);
  const run = await measureRun(server, job);
  if (run.foreign <= MOST_FOREIGN) return run;
  await waitForQuiet(QUIET_MS);
  return measureRun(server, job);
}

function describe(peer: string, dataset: Dataset): Job {
  const { name, bounds, bundle } = dataset;
  const isOwn = peer === OWN;
  const folder = isOwn && name !== 'county' ? `${peer}-${name}` : peer;
  if (isOwn)
    copyOwn(
      path.join(ROOT, 'dist'),
      OUT,
      folder,
      name === 'county' ? null : `../data/${name}.json`,
    );
  const view = viewOf(bounds).map((value) => value.toFixed(4));
  return {
    peer,
    dataset: name,
    isOwn,
    path: isOwn ? `/${folder}/index.html` : `/${folder}/index.html?d=${name}&view=${view.join()}`,
    timeoutMs: LOAD_LIMIT_MS,
    isBrief: peer === 'empty' || (name !== 'county' && name !== '100k'),
    select: isOwn && name === 'county' ? listCited(bundle) : [],
    picture: path.join(RESULTS, `${peer}-${name}.png`),
  };
}

/** Features that the plan's words name. */
function listCited({ features }: Dataset['bundle']): string[] {
  return features.features
    .filter(({ geometry, properties }) => geometry !== null && properties.planRefs.length > 0)
    .slice(0, SELECTED)
    .map(({ properties }) => properties.id);
}

/** The view that shows the bounds whole. */
function viewOf([west, south, east, north]: Dataset['bounds']): [number, number, number] {
  const y = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const middle = (y(south) + y(north)) / 2;
  const lat = (Math.atan(Math.exp(middle)) * 360) / Math.PI - 90;
  const share = Math.max(
    (east - west) / 360 / SIZE.width,
    (y(north) - y(south)) / (2 * Math.PI) / SIZE.height,
  );
  return [(west + east) / 2, lat, Math.log2(0.92 / share / 512)];
}

function writeDataset({ name, geojson, bundle, style }: Dataset): void {
  const folder = path.join(OUT, 'data');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.geojson`), JSON.stringify(geojson));
  if (style) writeFileSync(path.join(folder, `${name}-style.json`), JSON.stringify(style));
  if (name !== 'county') writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(bundle));
}

/** The peers are fetched when they are first measured, and never with the product. */
function installPeers(): void {
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-fund', '--no-audit'],
    { cwd: FOLDER, stdio: 'inherit', shell: isWindows },
  );
  if (status !== 0) throw new Error(`bench: the peers could not be installed in ${FOLDER}.`);
}
