import { writeFileSync, mkdirSync } from 'node:fs';
import { makeLarge } from './lib/datasets.ts';
import { copyOwn } from './lib/build-peers.ts';
for (const [n, c] of [
  ['1k', 1000],
  ['10k', 10000],
  ['100k', 100000],
] as const) {
  const d = makeLarge(n, c);
  mkdirSync('test/bench/out/data', { recursive: true });
  writeFileSync(`test/bench/out/data/${n}.json`, JSON.stringify(d.bundle));
  writeFileSync(`test/bench/out/data/${n}.geojson`, JSON.stringify(d.geojson));
  copyOwn(process.argv[2] ?? 'dist', 'test/bench/out', `plan-atlas-${n}`, `../data/${n}.json`);
}
