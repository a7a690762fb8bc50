/** Where each worker's file is started from; the policy lets nothing else through. */
const addresses = new Map<string, string>();
let policy: TrustedTypePolicy | null | undefined;
const unstarted = new EventTarget();

interface TrustedTypePolicy {
  /** Gives an object that only the browser can make. */
  readonly createScriptURL: (url: string) => unknown;
}
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => TrustedTypePolicy;
}

/** A page in a sandbox has no origin: there the renderer hands over the worker's code itself. */
const CODE_ITSELF = 'data:text/javascript;charset=utf-8,';

/**
 * The address to start a worker from, or to hand to the renderer for its own.
 * @param file where the worker's file lies. On another origin than the page's, workers start from a small module of
 * the page's own that imports it, since a browser starts none from elsewhere; a policy needs
 * `worker-src blob:` and that origin then.
 */
export function prepareWorker(file: string): string {
  const known = addresses.get(file);
  if (known !== undefined) return known;
  const isElsewhere = globalThis.origin !== 'null' && new URL(file).origin !== globalThis.origin;
  const address = isElsewhere
    ? URL.createObjectURL(
        new Blob([`import ${JSON.stringify(file)};`], { type: 'text/javascript' }),
      )
    : file;
  addresses.set(file, address);
  return address;
}

/**
 * Starts a worker from a prepared address, under Trusted Types too. Stands for `Worker` in the renderer's module
 * (`src/cli/map-worker-plugin.ts`), so it may be called with `new`.
 */
export function startWorker(this: unknown, url: string, options?: WorkerOptions): Worker {
  if (policy === undefined) policy = createPolicy();
  const worker = new Worker(policy ? (policy.createScriptURL(url) as string) : url, options);
  worker.addEventListener('error', (event) => {
    // A fault in a worker that runs comes with its words.
    if (!(event instanceof ErrorEvent)) unstarted.dispatchEvent(new Event(url));
  });
  return worker;
}

/**
 * Calls back when a worker of this address cannot start: its file does not come, or a policy refuses it.
 * @returns ends it
 */
export function hearUnstarted(address: string, listener: () => void): () => void {
  unstarted.addEventListener(address, listener);
  return () => unstarted.removeEventListener(address, listener);
}

/** Null where there are no Trusted Types, or where the page lists other names: then the browser says what it wants. */
function createPolicy(): TrustedTypePolicy | null {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy('plan-atlas', { createScriptURL: allowOwn }) ?? null;
  } catch {
    return null;
  }
}

function allowOwn(url: string): string {
  const isOwn =
    [...addresses.values()].includes(url) ||
    (globalThis.origin === 'null' && url.startsWith(CODE_ITSELF));
  if (isOwn) return url;
  throw new TypeError(`plan-atlas starts no worker from ${url.slice(0, 200)}`);
}
