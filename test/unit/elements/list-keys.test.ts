import { describe, expect, it } from 'vitest';
import { findByTyping, moveByKey } from '../../../src/elements/plan-list/list-keys.ts';

describe('moveByKey', () => {
  it('stops at the first and the last row', () => {
    expect(moveByKey('ArrowUp', 0, 5)).toBe(0);
    expect(moveByKey('ArrowDown', 4, 5)).toBe(4);
    expect(moveByKey('PageDown', 1, 30)).toBe(11);
    expect(moveByKey('PageUp', 3, 30)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(moveByKey('Tab', 1, 5)).toBeNull();
  });
});

describe('findByTyping', () => {
  it('goes on from the current row and round', () => {
    expect(findByTyping('a', 0, ['Ab', 'b', 'ac'])).toBe(2);
    expect(findByTyping('A', 2, ['Ab', 'b', 'ac'])).toBe(0);
    expect(findByTyping('z', 0, ['Ab'])).toBeNull();
  });
});
