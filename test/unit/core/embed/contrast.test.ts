import { describe, expect, it } from 'vitest';
import { looks } from '../../../../layers/looks.ts';
import {
  chooseInk,
  contrastOf,
  findReadable,
  readColour,
} from '../../../../src/core/embed/contrast.ts';
import { contrast } from '../../layers/colour-science.ts';

describe('contrastOf', () => {
  it('agrees with WCAG at its ends', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#0b6e99', '#0b6e99')).toBe(1);
  });

  it('agrees with what the palette is held to', () => {
    const { light, dark } = looks;
    for (const { tokens } of [light, dark]) {
      const [accent, paper] = [tokens['accent']!, tokens['paper']!];
      expect(contrastOf(accent, paper)).toBeCloseTo(contrast(accent, paper), 1);
      expect(contrastOf(accent, paper)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('findReadable', () => {
  it('leaves a colour that passes as it is', () => {
    expect(findReadable('#0b6e99', ['#ffffff'])).toBe('#0b6e99');
  });

  it.each(['#ffcc00', '#7fb2ff', '#ff7777', '#999999'])(
    'darkens %s no more than it must',
    (colour) => {
      const found = findReadable(colour, ['#ffffff'])!;
      expect(contrastOf(found, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(found, '#ffffff')).toBeLessThan(4.75);
    },
  );

  it('lightens on dark ground', () => {
    expect(contrastOf(findReadable('#333399', ['#1b1f23'])!, '#1b1f23')).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('finds none for white and black ground at once', () => {
    expect(findReadable('#0b6e99', ['#ffffff', '#1b1f23'])).toBeNull();
    expect(findReadable('#0b6e99', ['#ffffff', '#1b1f23'], 3)).not.toBeNull();
  });
});

it('writes words on a button so that they can be read on any colour', () => {
  for (let step = 0; step < 256; step += 5) {
    const colour = `#${step.toString(16).padStart(2, '0').repeat(3)}`;
    expect(contrastOf(chooseInk(colour), colour)).toBeGreaterThan(4.1);
  }
});

it('reads colours as they are typed, and no others', () => {
  expect(readColour(' 0B6E99 ')).toBe('#0b6e99');
  expect(readColour('#abc')).toBe('#aabbcc');
  for (const text of ['', 'red', '#12345', 'rgb(1,2,3)', '#12345g'])
    expect(readColour(text)).toBeNull();
});
