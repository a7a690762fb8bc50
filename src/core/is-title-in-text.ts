import type { Paragraph } from '../contracts/bundle.ts';

/** Whether the body already prints the title, in full or as a quotation (高举……). */
export function isTitleInText(paragraph: Pick<Paragraph, 'text' | 'title'>): boolean {
  const words = paragraph.title.replace(/^…+|…+$/gu, '');
  return words === '' || paragraph.text.includes(words);
}
