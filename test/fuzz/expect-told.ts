import { expect } from 'vitest';
import type { Problem } from '../../src/contracts/errors.ts';

/** Every problem has a code, says what failed and where, and what to do. */
export function expectTold(problems: readonly Problem[]): void {
  for (const { code, severity, file, message, remedy } of problems) {
    expect(code).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(['error', 'warning']).toContain(severity);
    expect(file.length * message.length * remedy.length, code).toBeGreaterThan(0);
  }
}

/** Nothing has been hung on what all objects have in common. */
export function expectUnpolluted(): void {
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
}
