import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The page of frames, `embed.html`: the app's page under a name that says what it is for. */
export function createEmbedPagePlugin(): Plugin {
  let outDir = '';
  return {
    name: 'embed-page',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/embed\.html(?=$|\?)/, '/index.html');
        next();
      });
    },
    writeBundle() {
      copyFileSync(path.join(outDir, 'index.html'), path.join(outDir, 'embed.html'));
    },
  };
}
