/** A host page of its own, with the built library in it: what an embedder has. */
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import type { PlanEventMap } from '../../src/contracts/events.ts';
import { openPage, type OpenedPage, type OpenPageOptions } from '../tools/browser.ts';

type PlanAtlas = HTMLElementTagNameMap['plan-atlas'];

/** What the tests call inside the host page. */
export interface Bench {
  readonly loadLibrary: () => Promise<void>;
  /** The shipped bundle, a fresh copy at each call. */
  readonly bundle: () => Promise<PlanBundle>;
  /** An element of 1000 × 560 pixels, not yet in the page. */
  readonly create: (attributes?: Readonly<Record<string, string>>) => PlanAtlas;
  /** Likewise, in the page and ready, with the shipped bundle unless `src` or a bundle is given. */
  readonly mount: (
    attributes?: Readonly<Record<string, string>>,
    properties?: Readonly<Record<string, unknown>>,
  ) => Promise<PlanAtlas>;
  readonly part: <K extends keyof HTMLElementTagNameMap>(
    atlas: PlanAtlas,
    tag: K,
  ) => HTMLElementTagNameMap[K];
  /** The next event of this type that reaches the document; what it carries. */
  readonly next: <K extends keyof PlanEventMap>(
    atlas: PlanAtlas,
    type: K,
  ) => Promise<PlanEventMap[K]['detail']>;
  /** Resolves when the map has painted what `act` led to. */
  readonly settle: (atlas: PlanAtlas, act?: () => void) => Promise<void>;
  readonly frames: (count: number) => Promise<void>;
}

declare global {
  // oxlint-disable-next-line no-var
  var bench: Bench;
  /** Of the page `host.html`. */
  // oxlint-disable-next-line no-var
  var importModule: (address: string) => Promise<Readonly<Record<string, unknown>>>;
}

/** Runs in the page: refers to nothing outside itself. */
function installBench(): void {
  const create: Bench['create'] = (attributes = {}) => {
    const atlas = document.createElement('plan-atlas');
    for (const [name, value] of Object.entries(attributes)) atlas.setAttribute(name, value);
    atlas.style.setProperty('width', '1000px');
    atlas.style.setProperty('height', '560px');
    return atlas;
  };
  const isFrom = (event: Event, atlas: PlanAtlas): boolean => event.composedPath().includes(atlas);
  globalThis.bench = {
    loadLibrary: async () => void (await importModule('/lib/plan-atlas.js')),
    bundle: async () => (await fetch('/bundle/yuxian.json')).json(),
    create,
    mount: async (attributes = {}, properties = {}) => {
      const hasOwnBundle = 'src' in attributes || 'src' in properties || 'bundle' in properties;
      const atlas = create(
        hasOwnBundle ? attributes : { src: '/bundle/yuxian.json', ...attributes },
      );
      Object.assign(atlas, properties);
      document.body.append(atlas);
      await atlas.viewOnReady();
      return atlas;
    },
    part: (atlas, tag) => atlas.shadowRoot!.querySelector(tag) ?? atlas.querySelector(tag)!,
    next: (atlas, type) =>
      new Promise((resolve) => {
        const listen = (event: Event): void => {
          if (event.target !== atlas) return;
          document.removeEventListener(type, listen);
          resolve((event as CustomEvent).detail);
        };
        document.addEventListener(type, listen);
      }),
    settle: (atlas, act) =>
      new Promise((resolve) => {
        const listen = (event: Event): void => {
          if (!isFrom(event, atlas)) return;
          removeEventListener('plan-map-idle', listen, { capture: true });
          resolve();
        };
        addEventListener('plan-map-idle', listen, { capture: true });
        act?.();
      }),
    frames: async (count) => {
      for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
    },
  };
}

export interface OpenBenchOptions extends OpenPageOptions {
  /** False: the library is not loaded yet, so elements are not upgraded. Default true. */
  readonly hasLibrary?: boolean;
  /** What else the page needs before its own scripts run. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens the empty host page. */
export async function openBench(
  browser: Browser,
  options: OpenBenchOptions = {},
): Promise<OpenedPage> {
  const { hasLibrary = true, url = inject('origin'), prepare, ...rest } = options;
  const opened = await openPage(browser, { width: 1100, height: 700, ...rest });
  opened.page.setDefaultTimeout(15_000);
  await opened.page.addInitScript(installBench);
  await prepare?.(opened.page);
  await opened.page.goto(`${url}/pages/host.html`);
  if (hasLibrary) await opened.page.evaluate(() => bench.loadLibrary());
  return opened;
}
