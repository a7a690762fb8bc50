import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RULE = 'no-restricted-imports';

/** Where from, and what is imported there. */
type Arrow = readonly [file: string, specifier: string];

const REFUSED: readonly Arrow[] = [
  ['src/contracts/a.ts', '../core/store.ts'],
  ['src/contracts/a.ts', '../map/create-map.ts'],
  ['src/contracts/a.ts', 'lit'],
  ['src/contracts/a.ts', 'maplibre-gl'],
  ['src/contracts/a.ts', '@deck.gl/core'],
  ['src/core/a.ts', '../map/create-map.ts'],
  ['src/core/a.ts', '../elements/plan-map/plan-map.ts'],
  ['src/core/a.ts', '../io/read-file.ts'],
  ['src/core/a.ts', '../cli/read-bundle-folder.ts'],
  ['src/core/a.ts', '../embed/protocol.ts'],
  ['src/core/a.ts', '../../layers/index.ts'],
  ['src/core/a.ts', '../../data/plan-bundle.schema.json'],
  ['src/core/a.ts', '../index.ts'],
  ['src/core/a.ts', 'lit'],
  ['src/core/a.ts', 'maplibre-gl'],
  ['src/core/a.ts', '@turf/turf'],
  ['src/core/a.ts', 'node:fs'],
  ['src/core/deep/a.ts', '../../elements/plan-map/plan-map.ts'],
  ['src/analysis/a.ts', '../core/store.ts'],
  ['src/analysis/a.ts', '../map/create-map.ts'],
  ['src/analysis/a.ts', 'lit/decorators.js'],
  ['src/io/a.ts', '../elements/plan-import/plan-import.ts'],
  ['src/io/a.ts', '../map/create-map.ts'],
  ['src/io/a.ts', '@turf/area'],
  ['src/map/a.ts', '../core/store.ts'],
  ['src/map/a.ts', '../elements/plan-map/plan-map.ts'],
  ['src/map/a.ts', '../../layers/palette.ts'],
  ['src/map/a.ts', '../main.ts'],
  ['src/map/a.ts', '@lit/context'],
  ['layers/water/layer.ts', '../../src/core/store.ts'],
  ['layers/water/layer.ts', '../../src/map/create-map.ts'],
  ['layers/water/layer.ts', '../../src/index.ts'],
  ['layers/water/layer.ts', '../../data/water.geojson'],
  ['layers/index.ts', '../src/elements/plan-map/plan-map.ts'],
  ['layers/palette.ts', 'lit'],
  ['layers/palette.ts', 'maplibre-gl'],
  ['src/elements/plan-map/plan-map.ts', '../../map/create-map.ts'],
  ['src/elements/plan-map/plan-map.ts', '../../../layers/palette.ts'],
  ['src/elements/plan-map/plan-map.ts', '../../../data/water.geojson'],
  ['src/elements/plan-map/plan-map.ts', '../../main.ts'],
  ['src/elements/plan-map/plan-map.ts', 'maplibre-gl/dist/maplibre-gl.css?inline'],
  ['src/elements/plan-map/plan-map.ts', '@deck.gl/layers'],
  ['src/elements/plan-map/plan-map.ts', '@turf/turf'],
  ['src/embed/a.ts', '../map/create-map.ts'],
  ['src/embed/a.ts', '../../layers/index.ts'],
  ['src/embed/a.ts', 'lit'],
  ['src/embed/a.ts', '../main.ts'],
  ['src/embed/a.ts', '../panels.ts'],
  ['src/client.ts', './core/store.ts'],
  ['src/client.ts', './elements/plan-atlas/plan-atlas.ts'],
  ['src/client.ts', './index.ts'],
  ['src/client.ts', 'lit'],
  ['src/cli/a.ts', '../map/create-map.ts'],
  ['src/cli/a.ts', '../elements/plan-map/plan-map.ts'],
  ['src/cli/a.ts', 'lit'],
  ['src/cli/a.ts', '../../layers/index.ts'],
  ['src/cli/write-posters.ts', '../map/create-map.ts'],
  ['src/cli/write-posters.ts', '../elements/plan-map/plan-map.ts'],
  ['src/cli/write-posters.ts', 'maplibre-gl'],
  ['src/index.ts', '../data/plan-bundle.json'],
  ['src/index.ts', './cli/read-bundle-folder.ts'],
  ['src/index.ts', './main.ts'],
  ['src/index.ts', 'maplibre-gl'],
  ['src/figure.ts', './core/embed/check-source.ts'],
  ['src/figure.ts', './map-module.ts'],
  ['src/figure.ts', 'maplibre-gl'],
  ['src/quote.ts', './figure.ts'],
  ['src/quote.ts', '../data/plan-bundle.json'],
  ['src/elements/plan-quote/plan-quote.ts', '../../figure.ts'],
  ['src/map-module.ts', './elements/plan-map/plan-map.ts'],
  ['src/map-module.ts', '../layers/index.ts'],
  ['src/map-module.ts', './index.ts'],
  ['src/map-module.ts', 'lit'],
  ['src/map-module.ts', 'maplibre-gl'],
  ['src/elements/plan-map/plan-map.ts', '../../map-module.ts'],
  ['src/elements/plan-map/plan-map.ts', '../../panels.ts'],
  ['src/panels.ts', './map/create-map.ts'],
  ['src/panels.ts', './map-module.ts'],
  ['src/main.ts', './map/create-map.ts'],
  ['src/main.ts', './core/store.ts'],
  ['src/main.ts', '../layers/index.ts'],
  ['data/make/a.ts', '../../src/map/create-map.ts'],
  ['data/make/a.ts', 'lit'],
];

const ALLOWED: readonly Arrow[] = [
  ['src/contracts/a.ts', './bundle.ts'],
  ['src/contracts/a.ts', 'geojson'],
  ['src/core/a.ts', './store.ts'],
  ['src/core/a.ts', './lit.ts'],
  ['src/core/a.ts', '../contracts/bundle.ts'],
  ['src/core/a.ts', '../analysis/measure.ts'],
  ['src/core/a.ts', 'virtual:bundle-schema-validator'],
  ['src/analysis/a.ts', '../contracts/bundle.ts'],
  ['src/analysis/a.ts', '@turf/turf'],
  ['src/io/a.ts', '../contracts/errors.ts'],
  ['src/io/a.ts', '../core/store.ts'],
  ['src/io/a.ts', '../analysis/measure.ts'],
  ['src/elements/plan-import/a.ts', '../../io/read-file.ts'],
  ['src/map/a.ts', './diff-scene.ts'],
  ['src/map/a.ts', '../contracts/map-port.ts'],
  ['src/map/a.ts', 'maplibre-gl'],
  ['src/map/a.ts', '@deck.gl/maplibre'],
  ['layers/water/layer.ts', '../palette.ts'],
  ['layers/water/layer.ts', '../../src/contracts/theme.ts'],
  ['layers/index.ts', '../src/contracts/theme.ts'],
  ['src/elements/plan-map/plan-map.ts', '../shared/tokens.ts'],
  ['src/elements/plan-map/plan-map.ts', '../../core/store.ts'],
  ['src/elements/plan-map/plan-map.ts', '../../contracts/state.ts'],
  ['src/elements/plan-map/plan-map.ts', 'lit/directives/repeat.js'],
  ['src/elements/plan-map/plan-map.ts', '@lit/context'],
  ['src/elements/plan-audit/plan-audit.ts', '../../analysis/audit.ts'],
  ['src/index.ts', './tools.ts'],
  ['src/figure.ts', './index.ts'],
  ['src/figure.ts', '../layers/conventions.ts'],
  ['src/quote.ts', './elements/plan-quote/plan-quote.ts'],
  ['src/tools.ts', './elements/plan-audit/plan-audit.ts'],
  ['src/embed/a.ts', '../elements/plan-map/plan-map.ts'],
  ['src/cli/a.ts', 'node:fs/promises'],
  ['src/cli/a.ts', '../core/load-bundle.ts'],
  ['src/cli/write-posters.ts', '../core/load-bundle.ts'],
  ['src/cli/write-posters.ts', '../../layers/index.ts'],
  ['src/index.ts', './elements/plan-map/plan-map.ts'],
  ['src/index.ts', './map/create-map.ts'],
  ['src/index.ts', './core/store.ts'],
  ['src/index.ts', './map-module.ts'],
  ['src/index.ts', './panels.ts'],
  ['src/panels.ts', './elements/plan-card/plan-card.ts'],
  ['src/panels.ts', '../layers/index.ts'],
  ['src/map-module.ts', './core/build-scene.ts'],
  ['src/map-module.ts', './map/create-map.ts'],
  ['src/index.ts', '../layers/index.ts'],
  ['src/main.ts', './index.ts'],
  ['src/main.ts', './embed/open-frame.ts'],
  ['src/embed/a.ts', '../contracts/protocol.ts'],
  ['src/embed/a.ts', '../core/embed/embed-address.ts'],
  ['src/embed/a.ts', '../elements/plan-atlas/plan-atlas.ts'],
  ['src/embed/a.ts', '../figure.ts'],
  ['src/client.ts', './contracts/protocol.ts'],
  ['src/main.ts', '../data/plan-bundle.json'],
  ['data/make/a.ts', '@turf/turf'],
];

/** Each way to name another module. */
const FORMS: readonly ((specifier: string) => string)[] = [
  (specifier) => `import { x } from '${specifier}';\nexport const y = x;\n`,
  (specifier) => `import type { X } from '${specifier}';\nexport type Y = X;\n`,
  (specifier) => `export { x } from '${specifier}';\n`,
  (specifier) => `export const load = () => import('${specifier}');\n`,
];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-arrows-'));
  copyFileSync(path.join(ROOT, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Puts each arrow into a file of its own, in its folder, and gives back which are refused. */
function lintArrows(arrows: readonly Arrow[]): Set<string> {
  const cases = arrows.flatMap((arrow) => FORMS.map((form) => ({ arrow, form })));
  const names = new Map<string, string>();
  const tree = mkdtempSync(path.join(folder, 'tree-'));
  copyFileSync(path.join(folder, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'));
  for (const [index, { arrow, form }] of cases.entries()) {
    const [file, specifier] = arrow;
    // The entries are named in the configuration, so each case of theirs needs its own tree.
    const isEntry =
      /^src\/(client|figure|index|main|map-module|panels|quote|tools|cli\/write-posters)\.ts$/.test(
        file,
      );
    const root = isEntry ? mkdtempSync(path.join(folder, 'entry-')) : tree;
    const target = isEntry
      ? path.join(root, file)
      : path.join(root, path.dirname(file), `case-${index}.ts`);
    if (isEntry) {
      copyFileSync(path.join(folder, '.oxlintrc.json'), path.join(root, '.oxlintrc.json'));
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, form(specifier));
    names.set(path.relative(folder, target), `${file} → ${form(specifier).trim()}`);
  }
  const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const done = spawnSync(process.execPath, [oxlint, '--format=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics } = JSON.parse(done.stdout) as { readonly diagnostics: readonly Finding[] };
  const refused = diagnostics
    .filter(({ code }) => code.includes(RULE))
    .map(({ filename }) => names.get(path.relative(folder, path.resolve(folder, filename))));
  return new Set(refused.filter((name) => name !== undefined));
}

function nameCases(arrows: readonly Arrow[]): string[] {
  return arrows.flatMap(([file, specifier]) =>
    FORMS.map((form) => `${file} → ${form(specifier).trim()}`),
  );
}

test('the linter refuses every import against the arrows, in every form', () => {
  const refused = lintArrows(REFUSED);
  expect(nameCases(REFUSED).filter((name) => !refused.has(name))).toEqual([]);
});

test('the linter passes every import along the arrows, in every form', () => {
  const refused = lintArrows(ALLOWED);
  expect([...refused]).toEqual([]);
});

test('the linter refuses a focused test', () => {
  const tree = mkdtempSync(path.join(folder, 'focus-'));
  copyFileSync(path.join(folder, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'));
  mkdirSync(path.join(tree, 'test'));
  writeFileSync(
    path.join(tree, 'test', 'a.test.ts'),
    `import { expect, test } from 'vitest';\ntest.only('a', () => expect(1).toBe(1));\n`,
  );
  const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const done = spawnSync(process.execPath, [oxlint, '--format=json', '.'], {
    cwd: tree,
    encoding: 'utf8',
  });
  expect(done.stdout).toContain('no-focused-tests');
});
