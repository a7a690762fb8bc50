import { PlanError, type Problem } from '../../contracts/errors.ts';
import type { Camera } from '../../contracts/state.ts';
import type { FlavourName, Language } from '../../contracts/theme.ts';

export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/** A promise that is resolved from outside (Node 20 has no `Promise.withResolvers`). */
export function createDeferred(): Deferred {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Resolves after a time. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** `en…` is English; everything else, and nothing, is 简体中文. */
export function toLanguage(value: string | null): Language {
  return value !== null && /^en\b/i.test(value) ? 'en' : 'zh-Hans';
}

export function isFlavour(value: unknown): value is FlavourName | 'auto' {
  return value === 'auto' || value === 'light' || value === 'dark' || value === 'projector';
}

/** `lng,lat,zoom[,bearing,pitch]`; null when it is not that. */
export function parseCamera(text: string): Camera | null {
  const numbers = text.split(',').map(Number);
  const [lng, lat, zoom, bearing = 0, pitch = 0] = numbers;
  if (lng === undefined || lat === undefined || zoom === undefined) return null;
  return numbers.every(Number.isFinite) ? { center: [lng, lat], zoom, bearing, pitch } : null;
}

/** What a failed load says, whatever was thrown. */
export function toProblems(error: unknown, source: string | object): readonly Problem[] {
  if (error instanceof PlanError) return error.problems;
  return [
    {
      code: 'load-failed',
      severity: 'error',
      file: typeof source === 'string' ? source : 'bundle',
      message: error instanceof Error ? error.message : String(error),
      remedy: 'Check the address and that the page may read it, then try again.',
    },
  ];
}
