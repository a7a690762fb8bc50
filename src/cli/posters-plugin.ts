import type { Plugin } from 'vite';
import type { Cartography } from '../contracts/theme.ts';
import { oembedFile } from '../core/embed/poster-address.ts';
import {
  adviseAddress,
  listPosterFiles,
  makeOembedFiles,
  makePosters,
  writePosterFiles,
} from './poster/make-files.ts';
import { readAppUrl } from './poster/make-oembed.ts';
import { readBundleFolder } from './read-bundle-folder.ts';

export interface PostersOptions {
  /** Folder of the bundle. */
  readonly folder: string;
  readonly cartography: Cartography;
  /** Where the app will stand, e.g. `https://plans.example/yuxian/`. */
  readonly atlasUrl: string | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  posters: 'image/svg+xml',
  oembed: 'application/json',
};

/**
 * Writes `posters/` and `oembed/` beside the built app, and names the plan's oEmbed answer in its page. They are
 * written past the bundler, whose list of files they would drown. While developing they are made when asked for.
 */
export function createPostersPlugin({ folder, cartography, atlasUrl }: PostersOptions): Plugin {
  const appUrl = readAppUrl(atlasUrl);
  const readBundle = async () => {
    const { bundle } = await readBundleFolder(folder);
    if (!bundle) throw new Error(`${folder} holds no bundle to draw posters of`);
    return bundle;
  };
  /** One file alone; null when the build would write no such file. */
  const make = async (file: string): Promise<string | null> => {
    const bundle = await readBundle();
    const made = file.startsWith('posters/')
      ? makePosters(bundle, cartography, file)
      : makeOembedFiles(bundle, listPosterFiles(bundle, cartography), appUrl);
    for (const { path, text } of made) if (path === file) return text;
    return null;
  };
  return {
    name: 'posters',
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: {
          rel: 'alternate',
          type: 'application/json+oembed',
          href: `./${oembedFile({ kind: 'plan' })}`,
        },
        injectTo: 'head' as const,
      },
    ],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = request.url?.split('?', 1)[0]?.slice(1) ?? '';
        const type = TYPES[file.split('/', 1)[0]!];
        if (type === undefined) return next();
        make(file).then((text) => {
          response.statusCode = text === null ? 404 : 200;
          response.setHeader('Content-Type', `${type}; charset=utf-8`);
          response.end(text ?? '');
        }, next);
      });
    },
    async writeBundle({ dir }) {
      const startedAt = performance.now();
      const written = await writePosterFiles(
        await readBundle(),
        cartography,
        dir ?? 'dist',
        appUrl,
      );
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      this.info(`${written} in ${seconds} s`);
      const advice = adviseAddress(appUrl);
      if (advice !== null) this.info(advice);
    },
  };
}
