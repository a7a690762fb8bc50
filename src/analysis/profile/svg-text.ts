/** Characters that take a whole em: Han, kana, full-width signs. */
const WIDE =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}“”‘’…—·]/u;
/** What XML forbids even when escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Width in pixels that a text takes at most in any usual face; Latin letters are reckoned wide. */
export function widthOf(text: string, sizePx: number): number {
  let ems = 0;
  for (const character of text) ems += WIDE.test(character) ? 1 : 0.58;
  return ems * sizePx;
}

/** Breaks a text into lines that fit; between Han characters anywhere, else at spaces. */
export function wrapText(text: string, sizePx: number, widthPx: number): readonly string[] {
  const words =
    text.match(/[\u2E80-\u9FFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uFF00-\uFFEF]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    // No line begins with a closing sign.
    const isStuck = /^[，。；：、）》”]/.test(word);
    if (line !== '' && !isStuck && widthOf(line + word.trimEnd(), sizePx) > widthPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The text, or as much of it as fits with an ellipsis. */
export function cutText(text: string, sizePx: number, widthPx: number): string {
  if (widthOf(text, sizePx) <= widthPx) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, sizePx) > widthPx) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** Text for an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A number as SVG writes it, the same on every machine. */
export const toPx = (value: number): string => String(Math.round(value * 100) / 100);
