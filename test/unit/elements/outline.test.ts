import { describe, expect, it } from 'vitest';
import { toNumeral } from '../../../src/elements/plan-text/outline.ts';

describe('toNumeral', () => {
  it('counts as Chinese headings do', () => {
    expect([1, 10, 11, 20, 23, 100].map(toNumeral)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十三',
      '100',
    ]);
  });
});
