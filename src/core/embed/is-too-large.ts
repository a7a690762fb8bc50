const BYTES_PER_VALUE = 8;
const BYTES_PER_CHARACTER = 2;

/**
 * Whether data is larger than so many bytes, roughly. Counts no further than it must: 60 MB cost as little as the
 * bound, and so does data that holds itself.
 */
export function isTooLarge(data: unknown, mostBytes: number): boolean {
  let left = mostBytes;
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    left -= BYTES_PER_VALUE;
    if (typeof value === 'string') left -= value.length * BYTES_PER_CHARACTER;
    else if (value !== null && typeof value === 'object') {
      if (Array.isArray(value)) {
        if (value.length * BYTES_PER_VALUE > left) return true;
        waiting.push(...(value as unknown[]));
      } else if (isPlain(value)) {
        for (const key in value) {
          left -= BYTES_PER_VALUE + key.length * BYTES_PER_CHARACTER;
          if (left < 0) return true;
          waiting.push((value as Record<string, unknown>)[key]);
        }
      } else left -= sizeOfOther(value);
    }
    if (left < 0) return true;
  }
  return false;
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Buffers, maps and sets say their size; no command takes any of them. */
function sizeOfOther(value: object): number {
  if (value instanceof Map || value instanceof Set) return value.size * BYTES_PER_VALUE;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return 0;
}
