/** Starts the browser and opens pages that remember everything that went wrong in them. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { listRendererFlags } from './find-renderer.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];
const NO_WEBGL_FLAGS = ['--disable-gpu', '--disable-3d-apis'];

export interface LaunchOptions {
  /** False: `getContext('webgl2')` gives null. Default true. */
  readonly webgl?: boolean;
  readonly flags?: readonly string[];
}

/** Launches the browser that `findBrowser` finds. The caller closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...(await describeLaunch(options)), timeout: 60_000 });
}

/** What the browser is started with; also for one that keeps its profile. */
export async function describeLaunch({ webgl = true, flags = [] }: LaunchOptions = {}): Promise<{
  readonly executablePath: string;
  readonly args: string[];
}> {
  const { executablePath } = await findBrowser();
  const drawing = webgl ? await listRendererFlags(executablePath) : NO_WEBGL_FLAGS;
  return { executablePath, args: [...FLAGS, ...drawing, ...flags] };
}

export interface OpenPageOptions {
  /** Default 1280 × 800 CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Default 1. */
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Default `reduce`: nothing moves, so pictures are the same each time. */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  /** Default `zh-CN`. */
  readonly locale?: string;
  readonly hasTouch?: boolean;
  /** Origins besides the page's own that may be asked. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** Faults that the test provokes: those whose text matches are dropped. */
  readonly expected?: readonly RegExp[];
  /** Goes here before it resolves. */
  readonly url?: string;
  /** Any other option of Playwright's browser context. */
  readonly context?: BrowserContextOptions;
}

export interface Fault {
  readonly kind: 'console' | 'page-error' | 'csp' | 'request-failed' | 'foreign-request';
  readonly text: string;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that went wrong so far, in order. */
  readonly faults: readonly Fault[];
  /** Addresses of all requests so far, in order. */
  readonly requests: readonly string[];
  /** Throws with a list when anything went wrong. */
  readonly assertClean: () => void;
  readonly close: () => Promise<void>;
}

/** What the software renderer itself says; no page can help it. */
const RENDERER_NOISE = [/GPU stall due to ReadPixels/, /fallback to software WebGL/];
/** What the driver says in the page's name when it keeps the service worker away. */
const DRIVER_NOISE = [/Service Worker registration blocked by Playwright/];

/** Opens a page in a context of its own. The caller closes it. */
export async function openPage(
  browser: Browser,
  options: OpenPageOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    forcedColors: options.forcedColors ?? 'none',
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: options.hasTouch ?? false,
    // Tests of other things see the server's files, whatever the page would have kept.
    serviceWorkers: 'block',
    ...options.context,
  });
  const page = await context.newPage();
  const faults: Fault[] = [];
  const requests: string[] = [];
  const ignored = [...RENDERER_NOISE, ...DRIVER_NOISE, ...(options.expected ?? [])];
  const note = (kind: Fault['kind'], text: string, list = faults): void => {
    if (!ignored.some((pattern) => pattern.test(text))) list.push({ kind, text });
  };

  page.on('console', (message) => {
    const type = message.type();
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
    const { url, lineNumber } = message.location();
    note('console', `${type}: ${message.text()} (${url}:${lineNumber})`);
  });
  page.on('pageerror', (error) => note('page-error', error.stack ?? error.message));
  // A page that is left or reloaded lets go of what was still coming: nothing was refused. On a page that
  // stays it is a fault.
  const leftAt = new WeakMap<Request, number>();
  let leaves = 0;
  let letGo: Fault[] = [];
  const leave = (): void => {
    leaves += 1;
    letGo = [];
  };
  // The page that is left still asks for things until the next one stands in its place.
  let isLeaving = false;
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    // A blank page asks for nothing, so no request told of it.
    if (isLeaving || frame.url() === 'about:blank') leave();
    isLeaving = false;
  });
  page.on('close', leave);
  const isNavigation = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    if (isNavigation(request)) isLeaving = false;
    const text = `${request.url()}: ${reason}`;
    if (reason !== 'net::ERR_ABORTED') note('request-failed', text);
    else if (leftAt.get(request) === leaves) note('request-failed', text, letGo);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note('request-failed', `${response.url()}: ${response.status()}`);
  });
  const allowed = new Set(options.allowedOrigins);
  // The first page that is opened says which origin is our own.
  if (options.url) allowed.add(new URL(options.url).origin);
  page.on('request', (request) => {
    if (isNavigation(request)) {
      leave();
      isLeaving = true;
    }
    leftAt.set(request, leaves);
    const url = new URL(request.url());
    requests.push(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    if (allowed.size === 0) allowed.add(url.origin);
    if (!allowed.has(url.origin)) note('foreign-request', request.url());
  });
  await page.exposeFunction('reportPolicyViolation', (text: string) => note('csp', text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as { reportPolicyViolation?: (text: string) => void })
        .reportPolicyViolation;
      report?.(
        `${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  if (options.url) await page.goto(options.url);

  return {
    page,
    context,
    faults,
    requests,
    assertClean: () => {
      const all = [...faults, ...letGo];
      if (all.length === 0) return;
      const list = all.map(({ kind, text }) => `  ${kind}: ${text}`).join('\n');
      throw new Error(`${page.url()} had ${all.length} fault(s):\n${list}`);
    },
    close: () => context.close(),
  };
}
