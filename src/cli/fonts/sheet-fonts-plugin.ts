import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { cutFace, readLicence } from './cut-face.ts';
import { listSlices, type NamedSlice } from './list-slices.ts';

export interface SheetFontsOptions {
  /** All text of the plan whose characters come first. */
  readonly readPlan: () => Promise<string>;
  /** A page that has one file has no fonts beside it, and its sheets are set in what the machine has. */
  readonly isOneFile: boolean;
}

const MODULE = 'virtual:sheet-fonts';
const RESOLVED = `\0${MODULE}`;
const DEV_FOLDER = '/fonts/';

/**
 * Makes the fonts of sheets: files in `fonts/` beside the built app and library, and a module that says where each is
 * and what it holds. Nothing loads them before a sheet is drawn. While developing they are made when asked for.
 */
export function createSheetFontsPlugin({ readPlan, isOneFile }: SheetFontsOptions): Plugin {
  let isServing = false;
  let slices: Promise<readonly NamedSlice[]> | null = null;
  const list = (): Promise<readonly NamedSlice[]> => (slices ??= readPlan().then(listSlices));
  const find = async (name: string): Promise<Buffer | null> => {
    const slice = (await list()).find((one) => one.name === name);
    return slice ? cutFace(slice.weight, slice.characters, 'woff') : null;
  };
  return {
    name: 'sheet-fonts',
    configResolved: ({ command }) => {
      isServing = command === 'serve';
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      if (!isServing && !isOneFile) {
        this.emitFile({ type: 'asset', fileName: 'fonts/OFL.txt', source: await readLicence() });
      }
      const rows: string[] = [];
      /** Both weights hold the same. */
      const sets: string[] = [];
      for (const { weight, name, characters } of isOneFile ? [] : await list()) {
        let url = `new URL(${JSON.stringify(`${DEV_FOLDER}${name}.woff`)}, location.href).href`;
        if (!isServing) {
          const bytes = await cutFace(weight, characters, 'woff');
          const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
          const fileName = `fonts/noto-sans-sc-${name}.${hash}.woff`;
          const reference = this.emitFile({ type: 'asset', fileName, source: bytes });
          url = `import.meta.ROLLUP_FILE_URL_${reference}`;
        }
        if (!sets.includes(characters)) sets.push(characters);
        const set = sets.indexOf(characters);
        rows.push(`{ weight: ${weight}, characters: sets[${set}], url: ${url} }`);
      }
      return `const sets = ${JSON.stringify(sets)};\nexport const slices = [${rows.join(',\n')}];`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, name] = /^\/fonts\/([\w-]+)\.woff$/.exec(request.url ?? '') ?? [];
        if (name === undefined) return next();
        find(name).then((bytes) => {
          response.statusCode = bytes ? 200 : 404;
          response.setHeader('Content-Type', 'font/woff');
          response.end(bytes ?? '');
        }, next);
      });
    },
  };
}
