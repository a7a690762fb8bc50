import { expect, it } from 'vitest';
import { parseNotes } from '../../../../src/core/story/parse-notes.ts';

const kinds = (text: string): string[] => parseNotes(text).map(({ kind }) => kind);

it('tells paragraphs, lists, numbers and quotes apart', () => {
  expect(kinds('一\n二\n\n- 甲\n- 乙\n\n1. 子\n2. 丑\n\n> 原文')).toEqual([
    'paragraph',
    'bullets',
    'numbers',
    'quote',
  ]);
  expect(parseNotes('一\n二')[0]!.lines).toHaveLength(2);
});

it('ends a block where the kind changes', () => {
  expect(kinds('说明：\n- 甲\n> 引')).toEqual(['paragraph', 'bullets', 'quote']);
});

it('counts on from the first number', () => {
  expect(parseNotes('3. 丙\n4. 丁')[0]).toMatchObject({ kind: 'numbers', start: 3 });
});

it('finds bold and emphasis, and leaves lone stars', () => {
  expect(parseNotes('a **b** *c* 2 * 3 **')[0]!.lines[0]).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'em', text: 'c' },
    { kind: 'text', text: ' 2 * 3 **' },
  ]);
});

it('leaves HTML, links and images as the text that they are', () => {
  const text = '<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](c)';
  expect(parseNotes(text)).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text }]] }]);
});

it('holds an empty text and Windows line ends', () => {
  expect(parseNotes(' \r\n\r\n')).toEqual([]);
  expect(kinds('- a\r\n- b')).toEqual(['bullets']);
});
