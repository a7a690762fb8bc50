/** A whole number of 16 digits and more that is no part of another number; it may stand in a string. */
const LONG = /(?<![\w.+-])-?[1-9]\d{15,}(?=[\s,\]}])/g;

/**
 * Sound JSON text in which whole numbers beyond 2^53 are strings: read as numbers they would lose their last digits,
 * and two ids would be one. Positions stay numbers.
 */
export function keepDigits(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  /** Behind the last string that was passed, and where that one began. */
  let [at, key] = [0, 0];
  for (const { 0: digits, index } of text.matchAll(LONG)) {
    for (let open = text.indexOf('"', at); open !== -1 && open < index;) {
      [key, at] = [open, endString(text, open)];
      open = text.indexOf('"', at);
    }
    const isPosition = text.startsWith('"coordinates"', key);
    if (index < at || isPosition || Number.isSafeInteger(Number(digits))) continue;
    parts.push(text.slice(copied, index), `"${digits}"`);
    copied = index + digits.length;
  }
  return parts.join('') + text.slice(copied);
}

/** Behind the string that begins at `open`. */
function endString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}
