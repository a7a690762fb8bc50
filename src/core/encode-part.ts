/** As `encodeURIComponent`, which throws at half a character: that is left out. */
export const encodePart = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
