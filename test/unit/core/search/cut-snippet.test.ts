import { expect, it } from 'vitest';
import { cutSnippet } from '../../../../src/core/search/cut-snippet.ts';

it('gives a short text whole', () => {
  expect(cutSnippet('藏山风景', [[0, 2]])).toEqual({ text: '藏山风景', marks: [[0, 2]] });
});

it('cuts a long text round its first mark, with ellipses that shift the marks', () => {
  const text = `${'前'.repeat(50)}藏山${'后'.repeat(50)}`;
  const { text: line, marks } = cutSnippet(text, [[50, 52]], 20);
  expect(line).toBe(`…${'前'.repeat(12)}藏山${'后'.repeat(6)}…`);
  expect(marks.map(([start, end]) => line.slice(start, end))).toEqual(['藏山']);
});

it('starts at the start without marks, and leaves out marks that it cuts off', () => {
  const text = '字'.repeat(60);
  expect(cutSnippet(text, [], 20)).toEqual({ text: `${'字'.repeat(20)}…`, marks: [] });
  expect(
    cutSnippet(
      text,
      [
        [1, 2],
        [50, 52],
      ],
      20,
    ).marks,
  ).toEqual([[1, 2]]);
});

it('starts an English line with a whole word', () => {
  const text =
    'Anchored on Shuishen Mountain, two temples and the little town of Xiushui in the valley.';
  const at = text.indexOf('Xiushui');
  expect(cutSnippet(text, [[at, at + 7]], 30).text).toBe('…town of Xiushui in the val…');
});

it('cuts no character in two and prints blank lines as spaces', () => {
  const text = `${'𠮷'.repeat(30)}\n\n藏山${'𠮷'.repeat(30)}`;
  const { text: line } = cutSnippet(text, [[62, 64]], 19);
  expect(line).not.toContain('\n');
  // Throws on half a character.
  expect(() => encodeURIComponent(line)).not.toThrow();
});
