import { Workbox } from 'workbox-window';

export interface OfflineHooks {
  /** Everything is kept for use without a network. `isFirst`: it has just become so. */
  readonly ready: (isFirst: boolean) => void;
  /**
   * A new version waits, or another window has gone over to it. `reload` takes this window there;
   * nothing happens before it is called.
   */
  readonly update: (reload: () => void) => void;
}

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
}

/** Beside the page. */
const SCRIPT = './sw.js';

/** How often a page that stays open asks for a new version. */
const ASK_EVERY_MS = 60 * 60_000;

/**
 * Has the service worker keep the whole app. Where there is none (no https, storage denied, or an
 * answer that cannot be kept), the app works as before and nothing is said.
 */
export async function keepOffline(hooks: OfflineHooks): Promise<void> {
  if (!hasServiceWorker()) return;
  const worker = new Workbox(trustScript(SCRIPT) as string, { scope: './' });
  let isAsked = false;
  const reload = (): void => location.reload();
  worker.addEventListener('activated', ({ isUpdate, isExternal }) => {
    if (!isUpdate && !isExternal) hooks.ready(true);
  });
  worker.addEventListener('waiting', () =>
    hooks.update(() => {
      isAsked = true;
      worker.messageSkipWaiting();
    }),
  );
  worker.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isAsked) reload();
    else if (isUpdate || isExternal) hooks.update(reload);
  });
  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await worker.register({ immediate: true });
  } catch {
    // Refused or out of reach: then there is just no copy for offline use.
    return;
  }
  if (!registration) return;
  if (registration.active) hooks.ready(false);
  askForUpdates(registration);
}

/** Where a page enforces Trusted Types, a service worker's address needs a policy; this one knows no other address. */
function trustScript(address: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  const policy = trustedTypes.createPolicy('plan-atlas-offline', {
    createScriptURL: (url) => {
      if (url === SCRIPT) return url;
      throw new TypeError(`plan-atlas registers no service worker from ${url}`);
    },
  });
  return policy.createScriptURL(address);
}

/** Reading it throws where the browser denies storage to the site. */
function hasServiceWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker);
  } catch {
    return false;
  }
}

/** A page may stay open for days: it asks when it is looked at again, and from time to time. */
function askForUpdates(registration: ServiceWorkerRegistration): void {
  let askedMs = Date.now();
  const ask = (): void => {
    if (document.hidden || !navigator.onLine || Date.now() - askedMs < ASK_EVERY_MS) return;
    askedMs = Date.now();
    // Without a network there is no answer, and none is needed.
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  setInterval(ask, ASK_EVERY_MS / 4);
}
