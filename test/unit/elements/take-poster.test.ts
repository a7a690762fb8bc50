import { describe, expect, it } from 'vitest';
import { readPoster } from '../../../src/elements/plan-atlas/take-poster.ts';

const PAGE = 'https://site.example/plans/index.html';

describe('the address of a poster', () => {
  it('is one of a picture, relative to the page or whole', () => {
    expect(readPoster('posters/yuxian.svg', PAGE)).toBe(
      'https://site.example/plans/posters/yuxian.svg',
    );
    expect(readPoster('https://cdn.example/p.svg', PAGE)).toBe('https://cdn.example/p.svg');
    expect(readPoster('data:image/svg+xml,<svg/>', PAGE)).toContain('data:image/svg+xml');
    expect(readPoster('blob:https://site.example/1-2', PAGE)).toContain('blob:');
  });

  it('is refused with any other scheme', () => {
    for (const address of [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'data:text/html,<b>',
      'file:///etc/passwd',
      'ftp://site.example/p.svg',
      'http://',
    ]) {
      expect(readPoster(address, PAGE), address).toBeNull();
    }
  });

  it('may lie beside a page that was opened from a disk', () => {
    expect(readPoster('p.svg', 'file:///home/a/index.html')).toBe('file:///home/a/p.svg');
    expect(readPoster('file:///home/b/p.svg', 'file:///home/a/index.html')).toBeNull();
  });
});
