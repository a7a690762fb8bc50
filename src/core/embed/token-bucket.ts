export interface BucketSize {
  /** As many at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Lets through so many a second, and a few more after a rest. The clock is the caller's. */
export class TokenBucket {
  readonly #size: BucketSize;
  #tokens: number;
  #atMs: number | null = null;

  constructor(size: BucketSize) {
    this.#size = size;
    this.#tokens = size.burst;
  }

  /** Whether one more is let through now. */
  take(nowMs: number): boolean {
    const { burst, perSecond } = this.#size;
    const passedMs = Math.max(0, nowMs - (this.#atMs ?? nowMs));
    this.#atMs = nowMs;
    this.#tokens = Math.min(burst, this.#tokens + (passedMs / 1000) * perSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
