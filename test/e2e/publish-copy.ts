/** A copy of the built app in a folder of its own, served by a server that can be stopped. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';

export interface PublishedCopy {
  /** Address of the app, with a slash at the end. */
  readonly address: string;
  /** Ends the server; the address answers no more. */
  readonly stop: () => Promise<void>;
  /** Puts another version in place, as a new build does: another page, and a worker that knows it. */
  readonly publish: (version: string) => void;
  /** Stops and deletes everything. */
  readonly remove: () => Promise<void>;
}

/** @param subfolder where the app lies on its host, e.g. `maps/yuxian/`; empty for the root */
export async function publishCopy(subfolder = ''): Promise<PublishedCopy> {
  const root = mkdtempSync(path.join(tmpdir(), 'plan-atlas-copy-'));
  const folder = path.join(root, subfolder);
  cpSync('dist', folder, { recursive: true });
  let server: StaticServer | null = await serveStatic({ root });
  const stop = async (): Promise<void> => {
    await server?.close();
    server = null;
  };
  return {
    address: `${server.origin}/${subfolder}`,
    stop,
    publish: (version) => {
      const change = (file: string, pattern: RegExp, replacement: string): void => {
        const before = readFileSync(path.join(folder, file), 'utf8');
        const after = before.replace(pattern, replacement);
        if (after === before) throw new Error(`${file} holds no ${pattern}`);
        writeFileSync(path.join(folder, file), after);
      };
      change('index.html', /<\/head>/, `<meta name="version" content="${version}"></head>`);
      change('sw.js', /(url:"index\.html",revision:")[^"]+/, `$1${version}`);
    },
    remove: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Every built file, as addresses below the app. */
export function listKeptFiles(): readonly string[] {
  const worker = readFileSync('dist/sw.js', 'utf8');
  return [...worker.matchAll(/url:"([^"]+)",revision/g)].map(([, url]) => url!);
}
