import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { checkAddress } from './check-address.ts';
import { hasSoundFrame } from '../../core/has-sound-frame.ts';

export interface ReadPlan {
  readonly bundle: PlanBundle;
  /** Faults that leave the rest usable. */
  readonly problems: readonly Problem[];
}

/** Every figure and quote of a page shares what one of them has read, by absolute address or by object. */
const byAddress = new Map<string, Promise<ReadPlan>>();
const byObject = new WeakMap<object, Promise<ReadPlan>>();

/**
 * Reads a plan once a page. A sound bundle in one piece is taken as it is; for all else, files beside a manifest and
 * faults to be named, the atlas's own reader is fetched, so that both say the same.
 * What failed is forgotten and may be asked for again.
 * @param source address, relative or whole, or a bundle in one piece
 * @param listed further origins that may be asked
 * @throws PlanError with what the atlas would say
 */
export function readPlan(source: string | object, listed: readonly string[]): Promise<ReadPlan> {
  if (typeof source !== 'string') {
    const known = byObject.get(source);
    if (known) return known;
    const reading = isReady(source)
      ? Promise.resolve({ bundle: source, problems: [] })
      : readWithCare(source);
    byObject.set(source, reading);
    reading.catch(() => byObject.delete(source));
    return reading;
  }
  let address: string;
  try {
    address = checkAddress(source, listed).href;
  } catch (error) {
    return Promise.reject(error);
  }
  let reading = byAddress.get(address);
  if (!reading) {
    reading = readAddress(address, listed);
    byAddress.set(address, reading);
    reading.catch(() => byAddress.delete(address));
  }
  return reading;
}

async function readAddress(address: string, listed: readonly string[]): Promise<ReadPlan> {
  let first: Promise<Response> | null = null;
  try {
    const response = await fetch(address);
    // Where a server has led on to another one, the atlas's own reader says whether that counts.
    if (response.redirected) return await readWithCare(address, listed, Promise.resolve(response));
    const text = await response.text();
    first = Promise.resolve(new Response(text, { status: response.status }));
    const value: unknown = response.ok ? JSON.parse(text.replace(/^\uFEFF/, '')) : null;
    if (isReady(value)) return { bundle: value, problems: [] };
  } catch (error) {
    first ??= Promise.reject(error);
  }
  return readWithCare(address, listed, first);
}

async function readWithCare(
  source: string | object,
  listed: readonly string[] = [],
  first: Promise<Response> | null = null,
): Promise<ReadPlan> {
  // Its fault is named by the reader, which may come later than the fault.
  first?.catch(() => undefined);
  const { loadSource } = await import('../plan-atlas/load-source.ts');
  return loadSource(source, new AbortController().signal, listed, first);
}

/** In one piece, with every part where readers look for it. */
function isReady(value: unknown): value is PlanBundle {
  if (typeof value !== 'object' || value === null) return false;
  const { story } = value as { readonly story?: { readonly href?: unknown } | null };
  return (story === undefined || !story?.href) && hasSoundFrame(value as PlanBundle);
}
