import { describe, expect, it } from 'vitest';
import type { Story } from '../../../../src/contracts/bundle.ts';
import { deckOf, listSlides, secondsOf } from '../../../../src/core/present/list-slides.ts';
import {
  readPresentAddress,
  writePresentAddress,
} from '../../../../src/core/present/present-address.ts';
import { countSlides } from '../../../../src/core/present/step-present.ts';

const createStory = (change: Partial<Story> = {}): Story => ({
  id: 'talk',
  version: '1',
  title: '汇报',
  opening: { title: '开场', durationS: 9 },
  closing: { title: '谢谢', durationS: 8 },
  scenes: [
    { id: 'one', title: '一', clauses: [], caption: '一', durationS: 5 },
    { id: 'two', title: '二', clauses: [], caption: '二', durationS: 6 },
  ],
  ...change,
});

describe('the slides of a story', () => {
  it('are its title pages and its numbered scenes', () => {
    const slides = listSlides(createStory());
    expect(slides.map(({ id }) => id)).toEqual(['@opening', 'one', 'two', '@closing']);
    expect(slides.map((slide) => (slide.kind === 'scene' ? slide.number : null))).toEqual([
      null,
      1,
      2,
      null,
    ]);
    expect(slides.map(secondsOf)).toEqual([9, 5, 6, 8]);
  });

  it('are as many as the deck counts, with title pages or without', () => {
    for (const story of [createStory(), { ...createStory(), opening: undefined } as Story]) {
      expect(countSlides(deckOf(story))).toBe(listSlides(story).length);
    }
  });
});

describe('the address of a talk', () => {
  it.each(['two', '@opening', 'a b&c=d'])('leads back to the slide %s', (slide) => {
    const hash = `#${writePresentAddress(slide, { lang: 'zh-Hans', flavour: 'auto' })}`;
    expect(readPresentAddress(hash)).toBe(slide);
  });

  it('keeps language and flavour where they are not the default', () => {
    expect(writePresentAddress('two', { lang: 'en', flavour: 'projector' })).toBe(
      'v=1&present=two&lang=en&flavour=projector',
    );
  });

  it('names no slide where no talk runs', () => {
    expect(readPresentAddress('#v=1&scene=two')).toBeNull();
  });
});
