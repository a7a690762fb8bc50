const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 1e8 };

/** Characters of a Chinese whole number, for a regular expression's class. */
export const NUMERAL_CHARACTERS = '零〇一二两三四五六七八九十百千';

/**
 * A whole number in Chinese or Arabic figures: 四 → 4, 十二 → 12, 一百零五 → 105, 2,514 → 2514.
 * Null when it is none.
 */
export function parseNumeral(text: string): number | null {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(text))
    return Number(text.replaceAll(',', ''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = DIGITS[character];
    const unit = UNITS[character];
    if (value !== undefined) {
      // 二〇二五 is read digit by digit.
      digit = digit === null || digit === 0 ? value : digit * 10 + value;
    } else if (unit === undefined) return null;
    else if (unit >= 10_000) {
      total = (total + section + (digit ?? 0)) * unit;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return text === '' ? null : total + section + (digit ?? 0);
}
