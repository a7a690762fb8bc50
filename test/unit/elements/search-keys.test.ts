import { describe, expect, it } from 'vitest';
import { readKey } from '../../../src/elements/plan-search/search-keys.ts';

const press = (key: string, held: Partial<Parameters<typeof readKey>[0]> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('a key in the box of find', () => {
  it('moves through the list and round its ends', () => {
    expect(readKey(press('ArrowDown'), -1, 3)).toEqual({ type: 'move', to: 0 });
    expect(readKey(press('ArrowDown'), 2, 3)).toEqual({ type: 'move', to: 0 });
    expect(readKey(press('ArrowUp'), -1, 3)).toEqual({ type: 'move', to: 2 });
    expect(readKey(press('ArrowUp'), 0, 3)).toEqual({ type: 'move', to: 2 });
    expect(readKey(press('ArrowUp'), 2, 3)).toEqual({ type: 'move', to: 1 });
  });

  it('goes to the ends of the list only once the list is entered', () => {
    expect(readKey(press('Home'), -1, 3)).toBeNull();
    expect(readKey(press('End'), -1, 3)).toBeNull();
    expect(readKey(press('Home'), 1, 3)).toEqual({ type: 'move', to: 0 });
    expect(readKey(press('End'), 1, 3)).toEqual({ type: 'move', to: 2 });
    expect(readKey(press('End', { shiftKey: true }), 1, 3)).toBeNull();
  });

  it('opens with Return, and goes on through the text when the list is closed', () => {
    expect(readKey(press('Enter'), 1, 3)).toEqual({ type: 'choose' });
    expect(readKey(press('Enter'), -1, 0)).toEqual({ type: 'step', by: 1 });
    expect(readKey(press('Enter', { shiftKey: true }), -1, 0)).toEqual({ type: 'step', by: -1 });
  });

  it('walks through the text with F3', () => {
    expect(readKey(press('F3'), 1, 3)).toEqual({ type: 'step', by: 1 });
    expect(readKey(press('F3', { shiftKey: true }), 1, 3)).toEqual({ type: 'step', by: -1 });
  });

  it('is the box’s own with a modifier, and when it writes', () => {
    expect(readKey(press('ArrowDown', { ctrlKey: true }), -1, 3)).toBeNull();
    expect(readKey(press('ArrowLeft'), 1, 3)).toBeNull();
    expect(readKey(press('藏'), 1, 3)).toBeNull();
  });
});
