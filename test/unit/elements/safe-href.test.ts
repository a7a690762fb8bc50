import { describe, expect, it } from 'vitest';
import { safeHref } from '../../../src/elements/shared/safe-href.ts';

describe('safeHref', () => {
  it('lets http and https through and nothing else', () => {
    expect(safeHref('https://example.org/a')).toBe('https://example.org/a');
    for (const address of [
      'java\tscript:alert(1)',
      'data:text/html,x',
      '//x',
      'a',
      '',
      undefined,
    ]) {
      expect(safeHref(address)).toBeNull();
    }
  });
});
