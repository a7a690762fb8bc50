import { describe, expect, it } from 'vitest';
import { decodePermalink } from '../../../../src/core/permalink.ts';
import { toAtlasAddress, writePlace } from '../../../../src/core/embed/atlas-address.ts';
import { createBundle } from '../../../fixtures/create-bundle.ts';

const PAGE = 'https://news.example/2024/airport.html';

describe('toAtlasAddress', () => {
  it('leads to a feature at its clause, wherever the app lies', () => {
    const place = { feature: 'airport', clause: 'logistics', lang: 'en' };
    const hash = '#v=1&feature=airport&clause=logistics&lang=en';
    expect(toAtlasAddress('/atlas/', PAGE, place)).toBe(`https://news.example/atlas/${hash}`);
    expect(toAtlasAddress('https://plans.example/?a=1#v=1&feature=x', PAGE, place)).toBe(
      `https://plans.example/?a=1${hash}`,
    );
  });

  it('is no script and no address that is none', () => {
    for (const href of ['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '//['])
      expect(toAtlasAddress(href, PAGE, {}), href).toBeNull();
  });
});

describe('writePlace', () => {
  it('writes what the app reads', () => {
    const place = { clause: 'city', phrase: '18-22', layers: ['roads', 'airport'] };
    const { view, problems } = decodePermalink(`#${writePlace(place)}`, createBundle());
    expect(problems).toEqual([]);
    expect(view).toMatchObject({ clause: 'city', layers: ['roads', 'airport'] });
  });

  it('escapes an id that would be more than one parameter', () => {
    expect(writePlace({ feature: 'a&lang=en' })).toBe('v=1&feature=a%26lang%3Den');
  });
});
