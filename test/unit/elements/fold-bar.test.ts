import { describe, expect, it } from 'vitest';
import { chooseFolds, FOLDS } from '../../../src/elements/plan-atlas/fold-bar.ts';

describe('folding the bar', () => {
  it('folds nothing while everything fits', () => {
    expect(chooseFolds(() => true)).toEqual([]);
  });

  it('takes the first set that fits, and asks no further', () => {
    const asked: unknown[] = [];
    const folded = chooseFolds((set) => {
      asked.push(set);
      return set.some((name) => name === 'tools');
    });
    expect(folded).toEqual(['subtitle', 'look', 'tools']);
    expect(asked).toEqual(FOLDS.slice(0, 4));
  });

  it('folds everything where nothing fits', () => {
    expect(chooseFolds(() => false)).toEqual(['subtitle', 'look', 'tools', 'lens']);
  });

  it('keeps the stages in the bar for as long as there is a choice', () => {
    const withLens = FOLDS.findIndex((set) => (set as readonly string[]).includes('lens'));
    expect(FOLDS.slice(0, withLens).length).toBeGreaterThan(3);
  });
});
