import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { writeHelp, type ElementManifest } from './write-help.ts';

const MANIFEST = 'dist-lib/custom-elements.json';
const PAGES = {
  'help/index.html': { lang: 'zh-Hans', readme: 'README.zh-CN.md', security: 'SECURITY.zh-CN.md' },
  'help/en.html': { lang: 'en', readme: 'README.md', security: 'SECURITY.md' },
} as const;

/**
 * Serves and emits the help pages beside the app. They are written from the READMEs, the security pages and the
 * manifest of elements, which `npm run build:lib` makes; while developing without it, that part is empty.
 */
export function createHelpPlugin(): Plugin {
  return {
    name: 'help',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?', 1);
        const name = path.slice(1).replace(/\/$/, '/index.html');
        if (!(name in PAGES)) return next();
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(writePage(name as keyof typeof PAGES));
      });
    },
    generateBundle() {
      if (!existsSync(MANIFEST)) {
        throw new Error(`${MANIFEST} is missing: run "npm run build:lib" first.`);
      }
      for (const fileName of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
        this.emitFile({ type: 'asset', fileName, source: writePage(fileName) });
      }
    },
  };
}

function writePage(name: keyof typeof PAGES): string {
  const { lang, readme, security } = PAGES[name];
  return writeHelp({
    lang,
    readme: readFileSync(readme, 'utf8'),
    security: readFileSync(security, 'utf8'),
    elements: existsSync(MANIFEST) ? readElements() : [],
  });
}

function readElements(): readonly ElementManifest[] {
  const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    readonly modules: readonly {
      readonly declarations?: readonly Partial<ElementManifest>[];
    }[];
  };
  return modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter((one): one is ElementManifest => one.tagName !== undefined)
    .toSorted((a, b) => rank(a) - rank(b) || (a.tagName < b.tagName ? -1 : 1));
}

/** What a page embeds comes first. */
const rank = ({ tagName }: ElementManifest): number => {
  const at = ['plan-atlas', 'plan-figure', 'plan-quote'].indexOf(tagName);
  return at < 0 ? 3 : at;
};
