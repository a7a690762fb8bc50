import { describe, expect, it } from 'vitest';
import type { KeyAnswer, KeyPress } from '../../../../src/contracts/present.ts';
import { readKey, type KeyPlace } from '../../../../src/core/present/read-key.ts';

const stage: KeyPlace = { isTyping: false, isOnControl: false };
const running = { isRunning: true, digits: '' };

const createPress = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...change,
});

const read = (key: string, change: Partial<KeyPress> = {}): KeyAnswer | null =>
  readKey(createPress(key, change), running, stage);

const commandOf = (answer: KeyAnswer | null): string | null =>
  answer?.type === 'command' ? answer.command.type : null;

describe('the keys of a talk', () => {
  it.each([
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    ['ArrowDown', 'next'],
    [' ', 'next'],
    ['PageUp', 'previous'],
    ['ArrowLeft', 'previous'],
    ['ArrowUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Enter', 'enter'],
    ['Backspace', 'backspace'],
    ['7', 'digit'],
    ['b', 'blank'],
    ['B', 'blank'],
    ['.', 'blank'],
    ['。', 'blank'],
    ['p', 'autoplay'],
    ['l', 'laser'],
    ['v', 'play'],
    ['Escape', 'stop'],
  ])('%s means %s', (key, command) => {
    expect(commandOf(read(key))).toBe(command);
  });

  it.each([
    ['s', 'spotlight'],
    ['d', 'draw'],
    ['g', 'list'],
    ['?', 'help'],
    ['f', 'full-screen'],
    ['[', 'divide'],
  ])('%s asks for %s', (key, type) => {
    expect(read(key)?.type).toBe(type);
  });

  it('go back by Shift and Space', () => {
    expect(commandOf(read(' ', { shiftKey: true }))).toBe('previous');
  });

  it('start at the first slide by F5 and here by Shift+F5', () => {
    const still = { isRunning: false, digits: '' };
    expect(readKey(createPress('F5'), still, stage)).toEqual({ type: 'start', from: 'first' });
    expect(readKey(createPress('F5', { shiftKey: true }), still, stage)).toEqual({
      type: 'start',
      from: 'here',
    });
  });

  it('keep F5 from reloading a talk that runs', () => {
    expect(read('F5')).toEqual({ type: 'swallow' });
  });

  it('leave the page all but F5 while no talk runs', () => {
    const still = { isRunning: false, digits: '' };
    for (const key of ['PageDown', ' ', 'b', 'Escape', 'ArrowLeft', '3']) {
      expect(readKey(createPress(key), still, stage)).toBeNull();
    }
  });

  it('leave the browser what is pressed with Ctrl, Alt or Meta', () => {
    expect(read('p', { ctrlKey: true })).toBeNull();
    expect(read('ArrowLeft', { altKey: true })).toBeNull();
    expect(read('F5', { ctrlKey: true })).toBeNull();
  });

  it('leave a field what is typed in it', () => {
    const field = { isTyping: true, isOnControl: false };
    for (const key of ['b', ' ', 'Enter', '3', 'ArrowLeft']) {
      expect(readKey(createPress(key), running, field)).toBeNull();
    }
  });

  it('leave a control that was reached by Tab its own keys and no other', () => {
    const control = { isTyping: false, isOnControl: true };
    expect(readKey(createPress('Enter'), running, control)).toBeNull();
    expect(readKey(createPress(' '), running, control)).toBeNull();
    expect(commandOf(readKey(createPress('b'), running, control))).toBe('blank');
  });

  it('take back a number before they leave', () => {
    expect(commandOf(readKey(createPress('Escape'), { ...running, digits: '1' }, stage))).toBe(
      'digit-clear',
    );
  });

  it('may be held to walk on, and not to flicker', () => {
    expect(commandOf(read('PageDown', { repeat: true }))).toBe('next');
    expect(read('b', { repeat: true })).toEqual({ type: 'swallow' });
  });

  it('are read as they lie on the board behind an input method', () => {
    const press = createPress('Process', { code: 'KeyB', isComposing: true });
    expect(commandOf(readKey(press, running, stage))).toBe('blank');
  });

  it('are none of ours while a word is composed', () => {
    expect(read('b', { isComposing: true })).toBeNull();
  });
});
