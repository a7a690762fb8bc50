import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export interface PwaColours {
  /** The bar of the window, `#rrggbb`. */
  readonly light: string;
  readonly dark: string;
  /** The ground before anything is drawn. */
  readonly ground: string;
}

/** Nothing of the app is larger; a file that grew beyond would be missing offline, so the build stops. */
const LARGEST_FILE_BYTES = 8 * 1024 * 1024;

/** Folders and files beside the app that its own pages never ask for; `embed.html` is `index.html` once more. */
const FOR_OTHER_PAGES = ['lib/**', 'examples/**', 'posters/**', 'oembed/**', 'embed.html'];

/**
 * Makes the app installable and usable offline: a web manifest, and a service worker that keeps
 * every built file. The app registers it itself (`src/pwa`), for the strict policy allows no
 * inline script. The development server has neither.
 */
export function createPwaPlugins(colours: PwaColours): Plugin[] {
  return [
    {
      name: 'theme-colour',
      transformIndexHtml: () =>
        (['light', 'dark'] as const).map((scheme) => ({
          tag: 'meta',
          attrs: {
            name: 'theme-color',
            content: colours[scheme],
            media: `(prefers-color-scheme: ${scheme})`,
          },
          injectTo: 'head' as const,
        })),
    },
    inlineTabIcon(),
    ...VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      // Beside the page, so that any subfolder is a scope of its own.
      scope: './',
      includeManifestIcons: false,
      manifest: {
        name: '盂县空间规划图集',
        short_name: '规划图集',
        description: '盂县“十四五”规划纲要：规划正文与地图对照。',
        lang: 'zh-Hans',
        dir: 'ltr',
        start_url: './',
        scope: './',
        display: 'standalone',
        theme_color: colours.light,
        background_color: colours.ground,
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*'],
        // The manifest joins them by itself. What pages elsewhere take from here is no part of the app.
        globIgnores: ['.vite/**', 'sw.js', 'manifest.webmanifest', ...FOR_OTHER_PAGES],
        maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
        // One page, whatever stands behind its address; other pages of the host stay untouched.
        navigateFallback: null,
        ignoreURLParametersMatching: [/./],
        // The first visit can go offline at once; a new version still waits until it is asked for.
        clientsClaim: true,
        skipWaiting: false,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ];
}

/**
 * Writes the tab's icon into the page. A browser asks for it anew at every change of the address, and a talk changes
 * the address at every slide: without a network each of those would be a failed request.
 */
function inlineTabIcon(): Plugin {
  // While developing, a page asked for under a name of its own has its addresses made whole.
  const link = /href="\.?\/icon\.svg"/;
  return {
    name: 'tab-icon',
    transformIndexHtml: {
      order: 'post',
      handler: (page) => {
        if (!link.test(page)) throw new Error(`index.html holds no ${link} for the tab's icon.`);
        const drawing = readFileSync('public/icon.svg', 'utf8').trim();
        return page.replace(link, `href="data:image/svg+xml,${encodeURIComponent(drawing)}"`);
      },
    },
  };
}
