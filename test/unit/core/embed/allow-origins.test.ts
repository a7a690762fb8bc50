import { expect, it } from 'vitest';
import { allowOrigins, readOriginList } from '../../../../src/core/embed/allow-origins.ts';

const OWN = 'https://atlas.example';

it('only exact origins are listed', () => {
  expect(
    readOriginList(
      'https://a.example, https://b.example:8443\n null * https://*.c.example https://d.example/',
    ),
  ).toEqual(['https://a.example', 'https://b.example:8443']);
  expect(readOriginList(null)).toEqual([]);
});

it('who asks is allowed when listed to the letter, or on the app’s own origin', () => {
  const asked = [OWN, 'https://news.example', 'https://news.example:8443', 'http://news.example'];
  const { allowed, problems } = allowOrigins(asked, OWN, ['https://news.example']);
  expect(allowed).toEqual([OWN, 'https://news.example']);
  expect(problems.map(({ code, message }) => `${code} ${message.split(' ')[0]}`)).toEqual([
    'page-unlisted https://news.example:8443',
    'page-unlisted http://news.example',
  ]);
});

it('the origin of a sandbox is nobody’s', () => {
  expect(allowOrigins(['null'], 'null', ['null']).allowed).toEqual([]);
});
