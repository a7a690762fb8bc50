import { describe, expect, it } from 'vitest';
import { checkSize, readSide } from '../../../src/elements/plan-embed/check-size.ts';
import {
  layOutShare,
  SHARE_FORMATS,
  type ShareFormat,
} from '../../../src/elements/plan-embed/share-context.ts';

describe('checkSize', () => {
  it('tells which layout an atlas gets, and what it loses', () => {
    expect(checkSize('plan', 1200, 600)).toEqual({ layout: 'wide', lost: [], isTooSmall: false });
    expect(checkSize('theme', 390, 640)).toEqual({
      layout: 'tall',
      lost: ['turns'],
      isTooSmall: false,
    });
    expect(checkSize('plan', 720, 480)).toEqual({
      layout: 'compact',
      lost: ['bar', 'panels'],
      isTooSmall: false,
    });
  });

  it('says when an atlas is too small', () => {
    expect(checkSize('plan', 240, 200)).toMatchObject({ isTooSmall: true });
    expect(checkSize('plan', 240, 200).lost).toContain('card');
  });

  it('asks of figures and quotes only that they are wide enough', () => {
    expect(checkSize('feature', 300, 160)).toEqual({ layout: null, lost: [], isTooSmall: false });
    expect(checkSize('clause', 200, 900)).toMatchObject({ lost: ['narrow'], isTooSmall: true });
  });
});

it('reads a side within the limits only', () => {
  expect(readSide(' 720 ')).toBe(720);
  for (const text of ['', '0', '159', '4001', '12.5', '-300', '1e3', '六百']) {
    expect(readSide(text)).toBeNull();
  }
});

it.each(Object.keys(SHARE_FORMATS) as ShareFormat[])(
  'the parts of a %s picture keep apart',
  (format) => {
    const { widthPx, heightPx, map, words, code, foot } = layOutShare(format);
    const boxes = [map, words, code, foot];
    for (const [index, a] of boxes.entries()) {
      expect(Math.min(a.x, a.y, a.width, a.height)).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(widthPx);
      expect(a.y + a.height).toBeLessThanOrEqual(heightPx);
      for (const b of boxes.slice(index + 1)) {
        const isApart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(isApart).toBe(true);
      }
    }
  },
);
