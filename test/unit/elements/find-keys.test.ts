import { describe, expect, it } from 'vitest';
import { isFindKey } from '../../../src/elements/plan-atlas/find-keys.ts';

const createPress = (
  key: string,
  ...held: readonly ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]
): Parameters<typeof isFindKey>[0] => ({
  key,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
});

describe('the keys of find', () => {
  it.each([
    createPress('/'),
    // Some keyboards have the slash above a digit.
    createPress('/', 'shiftKey'),
    createPress('k', 'ctrlKey'),
    createPress('K', 'ctrlKey'),
    createPress('k', 'metaKey'),
  ])('%j leads to the box', (press) => {
    expect(isFindKey(press)).toBe(true);
  });

  it.each([
    createPress('k'),
    createPress('/', 'ctrlKey'),
    createPress('/', 'altKey'),
    createPress('k', 'ctrlKey', 'shiftKey'),
    createPress('k', 'ctrlKey', 'altKey'),
    createPress('k', 'ctrlKey', 'metaKey'),
    createPress('Enter'),
  ])('%j stays the page’s', (press) => {
    expect(isFindKey(press)).toBe(false);
  });
});
