const DIGITS = '零一二三四五六七八九';

/** Reads 三, 十二, 二十, 一百零三, 〇, 12, １２; null for anything else. */
export function readNumber(words: string): number | null {
  const plain = words.normalize('NFKC').replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d{1,4}$/u.test(plain)) return Number(plain);
  const found =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/u.exec(
      plain,
    );
  if (found === null || plain === '') return null;
  const digit = (character: string | undefined): number => DIGITS.indexOf(character ?? '零');
  const tens = found[3] === undefined ? 0 : found[2] === undefined ? 1 : digit(found[2]);
  return digit(found[1]) * 100 + tens * 10 + digit(found[4]);
}
