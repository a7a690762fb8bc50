import { expect, it } from 'vitest';
import { toAtlasAddress } from '../../../src/core/embed/atlas-address.ts';
import { encodePart } from '../../../src/core/encode-part.ts';
import { writePresentAddress } from '../../../src/core/present/present-address.ts';

it('writes whole characters as encodeURIComponent does', () => {
  expect(encodePart('盂县 a/b 😀')).toBe(encodeURIComponent('盂县 a/b 😀'));
});

it.each(['\uD800', 'x\uDFFF', '\uDFFF\uD800'])('never throws at half a character: %j', (id) => {
  const whole = id.includes('x') ? 'x' : '';
  expect(encodePart(id)).toBe(whole);
  expect(toAtlasAddress('/', 'https://plan.example/', { feature: id })).toContain('%EF%BF%BD');
  expect(writePresentAddress(id, { lang: 'en', flavour: 'auto' })).toBe(
    `v=1&present=${whole}&lang=en`,
  );
});
