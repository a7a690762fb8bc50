import { describe, expect, it } from 'vitest';
import { chooseLayout, showsControl } from '../../../src/elements/plan-atlas/choose-layout.ts';

describe('the arrangement', () => {
  it.each([
    [1440, 900, 'wide'],
    [900, 420, 'wide'],
    [900, 419, 'compact'],
    [899, 560, 'tall'],
    [390, 844, 'tall'],
    [480, 360, 'compact'],
  ])('of %i × %i is %s', (width, height, layout) => {
    expect(chooseLayout(width, height)).toBe(layout);
  });
});

describe('the attribute controls', () => {
  it.each([
    [null, 'find', true],
    ['', 'tools', true],
    ['title, text', 'text', true],
    ['title text', 'lens', false],
    ['legend', 'layers', true],
    ['legend', 'list', false],
  ])('%j: %s is %s', (controls, control, isShown) => {
    expect(showsControl(controls, control)).toBe(isShown);
  });
});
