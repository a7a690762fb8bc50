import { TileFault } from './tile-fault.ts';

const PATIENCE_MS = 15_000;
const POLICY_NEWS_MS = 60;
const MOST_TILE_BYTES = 20_000_000;

/** Origins that the page's policy has turned away, as its events tell. */
const turnedAway = new Set<string>();
let isHearing = false;

function hearPolicy(): void {
  if (isHearing) return;
  isHearing = true;
  globalThis.addEventListener?.('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
    if (effectiveDirective === 'connect-src') turnedAway.add(originOf(blockedURI));
  });
}

function originOf(address: string): string {
  try {
    return new URL(address, globalThis.location?.href).origin;
  } catch {
    return address;
  }
}

/** The address without what must not be shown: keys and tokens. */
export const showAddress = (address: string): string =>
  address.replaceAll(/((?:tk|key|token|access_token|sk)=)[^&#]*/gi, '$1…').slice(0, 160);

/**
 * The bytes of one address; null where the server has none.
 * @param empty what an answer without content gives; default: as if the server had none
 * @throws TileFault that says why, or the signal's reason when it is called off
 */
export async function fetchTile(
  address: string,
  signal: AbortSignal,
  empty: ArrayBuffer | null = null,
): Promise<ArrayBuffer | null> {
  hearPolicy();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(address, {
      signal: AbortSignal.any([signal, patience]),
      credentials: 'omit',
    });
    if (response.status === 204) return empty;
    if (response.status === 404) return null;
    if (response.status === 401 || response.status === 403 || response.status === 418) {
      throw new TileFault(
        'refused',
        `the server refuses (${response.status}) ${showAddress(address)}`,
      );
    }
    if (!response.ok) {
      throw new TileFault(
        'server',
        `the server answers ${response.status} for ${showAddress(address)}`,
      );
    }
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > MOST_TILE_BYTES) {
      throw new TileFault('not-image', `a tile of ${bytes.byteLength} bytes is none`);
    }
    return bytes;
  } catch (error) {
    if (signal.aborted || error instanceof TileFault) throw error;
    // The browser tells of its policy a moment after it has turned the request away.
    await new Promise((resolve) => setTimeout(resolve, POLICY_NEWS_MS));
    throw explain(error, address, patience);
  }
}

function explain(error: unknown, address: string, patience: AbortSignal): TileFault {
  const shown = showAddress(address);
  if (patience.aborted) {
    return new TileFault('timeout', `no answer in ${PATIENCE_MS / 1000} s from ${shown}`);
  }
  if (globalThis.navigator?.onLine === false) {
    return new TileFault('offline', 'this machine is offline');
  }
  if (turnedAway.has(originOf(address))) {
    return new TileFault('policy', `this site’s policy allows no request to ${originOf(address)}`);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new TileFault('unreachable', `no answer from ${shown} (${reason})`);
}

/** What a server sent in the place of what was asked for, as words. */
const firstWords = (bytes: ArrayBuffer): string =>
  new TextDecoder()
    .decode(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 600)))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120) || 'nothing';

/** Every layer of a vector tile begins so: field 3 of the message, with its length. */
const LAYER_MARK = 0x1a;

/**
 * @throws TileFault `not-vector` with the first words
 */
export function assertVectorTile(bytes: ArrayBuffer): void {
  if (bytes.byteLength === 0 || new Uint8Array(bytes, 0, 1)[0] === LAYER_MARK) return;
  throw new TileFault('not-vector', `the server gave no vector tile but: ${firstWords(bytes)}`);
}

const SIGNATURES: readonly (readonly [number, readonly number[]])[] = [
  [0, [0x89, 0x50, 0x4e, 0x47]],
  [0, [0xff, 0xd8, 0xff]],
  [0, [0x47, 0x49, 0x46, 0x38]],
  [8, [0x57, 0x45, 0x42, 0x50]],
  [4, [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69]],
];

/**
 * Servers answer with words where a picture was asked for; nothing is drawn of them.
 * @throws TileFault `not-image` with the first words
 */
export function assertImage(bytes: ArrayBuffer): void {
  const head = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 600));
  const isImage = SIGNATURES.some(([at, mark]) => mark.every((byte, n) => head[at + n] === byte));
  if (isImage) return;
  throw new TileFault('not-image', `the server gave no picture but: ${firstWords(bytes)}`);
}
