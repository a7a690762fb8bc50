import { expect, it } from 'vitest';
import { decodeText, guessCharset, readLabel } from '../../../src/io/charset/guess-charset.ts';

/** 盂縣規劃 in Big5. */
const BIG5 = Uint8Array.of(0xaa, 0xbb, 0xbf, 0xa4, 0xb3, 0x57, 0xb9, 0xba, 0xb3, 0x57, 0xb9, 0xba);
/** 盂县规划, 盂县规划 in GBK. */
const GBK = Uint8Array.of(
  0xd3,
  0xdb,
  0xcf,
  0xd8,
  0xb9,
  0xe6,
  0xbb,
  0xae,
  0x2c,
  0xd3,
  0xdb,
  0xcf,
  0xd8,
);

it.each([
  ['GBK', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['936', 'gb18030'],
  ['CP936', 'gb18030'],
  ['ANSI 936', 'gb18030'],
  ['ANSI_936', 'gb18030'],
  ['UTF-8', 'utf-8'],
  ['65001', 'utf-8'],
  ['BIG5', 'big5'],
  ['950', 'big5'],
  ['88591', 'windows-1252'],
  ['OEM', null],
  ['', null],
] as const)('the label %s means %s', (label, charset) => {
  expect(readLabel(label)).toBe(charset);
});

it('the bytes tell UTF-8, GBK and Big5 apart', () => {
  const utf8 = new TextEncoder().encode('盂县规划');
  expect(guessCharset({ bytes: utf8 })).toMatchObject({ charset: 'utf-8', basis: 'trial' });
  expect(guessCharset({ bytes: GBK })).toMatchObject({ charset: 'gb18030', basis: 'trial' });
  expect(guessCharset({ bytes: BIG5 })).toMatchObject({ charset: 'big5', basis: 'trial' });
  expect(decodeText(BIG5, 'big5')).toContain('縣規劃');
});

it('UTF-16 is known by its mark, or by its zeros', () => {
  const bytes = Uint8Array.from('name,x\nabc,113\n', (c) => c.charCodeAt(0));
  const wide = new Uint8Array(bytes.length * 2);
  for (const [at, byte] of bytes.entries()) wide[at * 2] = byte;
  expect(guessCharset({ bytes: wide }).charset).toBe('utf-16le');
  expect(guessCharset({ bytes: Uint8Array.of(0xfe, 0xff, 0x76, 0xc2) })).toMatchObject({
    charset: 'utf-16be',
    basis: 'bom',
  });
});

it('a declaration that the bytes speak against does not count', () => {
  expect(guessCharset({ bytes: GBK, cpg: 'UTF-8' })).toMatchObject({
    charset: 'gb18030',
    basis: 'trial',
    declared: 'UTF-8',
  });
  expect(guessCharset({ bytes: GBK, cpg: '88591' }).charset).toBe('gb18030');
  expect(guessCharset({ bytes: GBK, cpg: 'OEM', languageByte: 0x4d })).toMatchObject({
    charset: 'gb18030',
    basis: 'language-byte',
  });
});

it('text that is cut at the width of its column is still known', () => {
  const cell = new TextEncoder().encode('藏山风景名胜区'.repeat(20)).subarray(0, 200);
  expect(guessCharset({ bytes: cell, cpg: 'UTF-8' })).toMatchObject({
    charset: 'utf-8',
    basis: 'cpg',
  });
});

it('what the user chooses stands, whatever the bytes say', () => {
  expect(guessCharset({ bytes: GBK, chosen: 'big5' })).toMatchObject({
    charset: 'big5',
    basis: 'chosen',
  });
});

it('the sample shows what is not ASCII', () => {
  expect(guessCharset({ bytes: GBK }).sample).toBe('盂县规划、盂县');
  expect(guessCharset({ bytes: new TextEncoder().encode('plain') }).sample).toBe('');
});
