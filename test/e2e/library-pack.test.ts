import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { packLibrary, type HostFolder } from '../tools/pack-library.ts';

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly types: string; readonly default: string }>
  >;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
}

/** Modules that a host may import by name. */
const MODULES = ['plan-atlas', 'plan-atlas/figure', 'plan-atlas/quote', 'plan-atlas/client'];

let host: HostFolder;
/** The package in the host's `node_modules`. */
let packed: string;
let manifest: Manifest;

beforeAll(() => {
  host = packLibrary(['lit', '@lit/context', '@types/geojson']);
  packed = path.join(host.folder, 'node_modules', 'plan-atlas');
  manifest = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as Manifest;
});
afterAll(() => host.remove());

/** Runs a module in the host, as its server would. */
function runInNode(name: string, code: string): string {
  const file = path.join(host.folder, name);
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: host.folder });
}

describe('the package', () => {
  it('holds every file that it exports, with its types', () => {
    const files = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    expect(files.length).toBeGreaterThanOrEqual(12);
    expect(files.filter((file) => !existsSync(path.join(packed, file)))).toEqual([]);
    expect(existsSync(path.join(packed, manifest.customElements))).toBe(true);
  });

  it('holds no sources and no plan but the one-file build’s', () => {
    const { plan } = JSON.parse(readFileSync('dist/bundle/yuxian.json', 'utf8')) as PlanBundle;
    const words = plan.docs.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(words.length).toBe(24);
    const files = readdirSync(packed, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /^(src|test|layers)\b/.test(file))).toEqual([]);
    const scripts = files.filter((file) => file.endsWith('.js'));
    const holding = scripts.filter((file) => {
      const code = readFileSync(path.join(packed, file), 'utf8');
      return (
        words.some((text) => code.includes(text)) || /data:[\w/+-]+;base64,\w{2000}/.test(code)
      );
    });
    expect(holding).toEqual([path.join('dist-lib', 'plan-atlas.standalone.js')]);
  });

  it('names every file with effects of its own, so that no bundler drops one', () => {
    const files = ['.', './figure', './quote', './standalone'].map((name) => {
      const target = manifest.exports[name]!;
      return typeof target === 'string' ? target : target.default;
    });
    expect(manifest.sideEffects).toEqual(expect.arrayContaining(files));
  });
});

describe('where there is no document', () => {
  it('every module can be imported, and leaves the global object as it was', () => {
    const printed = runInNode(
      'import.mjs',
      `const before = Object.getOwnPropertyNames(globalThis);
for (const name of ${JSON.stringify(MODULES)}) {
  const module = await import(name);
  console.log(name, Object.keys(module).sort().join(' '));
}
const more = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
console.log('added', ...more);
`,
    );
    const lines = printed.trim().split('\n');
    expect(lines.map((line) => line.split(' ', 1)[0])).toEqual([...MODULES, 'added']);
    expect(lines[0]).toBe('plan-atlas PlanAtlas PlanText');
    // By these marks lit's copies tell each other apart; nothing by which a page tells a browser.
    const added = lines.at(-1)!.split(' ').slice(1);
    expect(added.filter((name) => !/^(lit|reactive)\w*(Versions|Metadata)$/.test(name))).toEqual(
      [],
    );
  });

  it('every chunk that is loaded on use exists beside the entry that names it', () => {
    const folder = path.join(packed, 'dist-lib');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.js') && !file.includes('standalone') && !file.includes('worker'),
    );
    const missing = scripts.flatMap((file) => {
      const code = readFileSync(path.join(folder, file), 'utf8');
      return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.[^"'`$]+\.js)["'`]/g)]
        .map(([, to]) => new URL(to!, pathToFileURL(path.join(folder, file))))
        .filter((url) => !existsSync(url))
        .map((url) => `${file}: ${url.pathname}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('a host in TypeScript', () => {
  it('knows the elements, what they take and what their events carry', () => {
    const folder = path.join(host.folder, 'typed');
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'bundler',
          lib: ['ES2023', 'DOM', 'DOM.Iterable'],
          types: [],
          strict: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['host.ts'],
      }),
    );
    writeFileSync(
      path.join(folder, 'host.ts'),
      `import 'plan-atlas';
import 'plan-atlas/figure';
import 'plan-atlas/quote';
import { connect } from 'plan-atlas/client';
import type { PlanAtlas, PlanBundle, ViewState } from 'plan-atlas';

const atlas: PlanAtlas = document.createElement('plan-atlas');
atlas.addEventListener('plan-feature-select', ({ detail }) => {
  const id: string | null = detail.featureId;
  const ids: readonly string[] = detail.featureIds;
  console.log(id, ids.length);
});
atlas.addEventListener('plan-ready', ({ detail }) => {
  const bundle: PlanBundle = detail.bundle;
  console.log(bundle, detail.map === 'ready');
});
atlas.addEventListener('plan-error', ({ detail }) => console.log(detail.problems[0]?.remedy));
const view: ViewState = atlas.getViewState();
atlas.setViewState({ ...view, lang: 'en' });
document.querySelector('plan-figure')?.remove();
document.querySelector('plan-quote')?.remove();
console.log(typeof connect);
// @ts-expect-error an id is text
atlas.feature = 1;
// @ts-expect-error no such event detail
atlas.addEventListener('plan-hover', ({ detail }) => detail.nothing);
`,
    );
    const compiler = path.resolve('node_modules/typescript/lib/tsc.js');
    const run = (): string =>
      execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8', cwd: folder });
    let said: string;
    try {
      said = run();
    } catch (error) {
      said = String((error as { readonly stdout?: unknown }).stdout ?? error);
    }
    expect(said).toBe('');
  });
});

describe('the manifest of the elements', () => {
  interface Named {
    readonly name: string;
  }
  interface Declaration extends Named {
    readonly tagName: string;
    readonly events?: readonly Named[];
    readonly slots?: readonly Named[];
    readonly cssParts?: readonly Named[];
    readonly cssProperties?: readonly Named[];
  }

  const ELEMENTS = path.join('src', 'elements');
  /** What the app has for itself. */
  const APP_ONLY = ['plan-handout', 'plan-update'];

  const readDeclarations = (): readonly Declaration[] =>
    (
      JSON.parse(readFileSync(path.join(packed, 'dist-lib', 'custom-elements.json'), 'utf8')) as {
        readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
      }
    ).modules.flatMap(({ declarations }) => declarations);

  it('tells of every element, with all its parts, slots and events', () => {
    const told = new Map(readDeclarations().map((each) => [each.tagName, each]));
    const tags = readdirSync(ELEMENTS).filter(
      (name) => name.startsWith('plan-') && !APP_ONLY.includes(name),
    );
    expect([...told.keys()].toSorted()).toEqual(expect.arrayContaining(tags.toSorted()));
    const missing = tags.flatMap((tag) => {
      const code = readdirSync(path.join(ELEMENTS, tag))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(path.join(ELEMENTS, tag, file), 'utf8'))
        .join('\n');
      const { cssParts = [], slots = [], events = [] } = told.get(tag)!;
      const wanted = {
        part: [...code.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names]) => names!.split(' ')),
        slot: [...code.matchAll(/<slot name="([^"$]+)"/g)].map(([, name]) => name!),
        event: [...code.matchAll(/\bnew (?:Custom)?Event(?:<[^>]*>)?\(\s*'(plan-[a-z-]+)'/g)].map(
          ([, name]) => name!,
        ),
      };
      const known = { part: cssParts, slot: slots, event: events };
      return (['part', 'slot', 'event'] as const).flatMap((kind) =>
        [...new Set(wanted[kind])]
          .filter((name) => !known[kind].some((each) => each.name === name))
          .map((name) => `${tag}: ${kind} ${name}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('names what a host themes, and where an element comes from', () => {
    const atlas = readDeclarations().find(({ tagName }) => tagName === 'plan-atlas')!;
    const names = (atlas.cssProperties ?? []).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['--plan-paper', '--plan-ink', '--plan-accent']));
    expect((atlas.events ?? []).map(({ name }) => name)).toContain('plan-ready');
  });
});
