/** Six small letters and digits that stand for a text; marks and spaces do not count (FNV-1a, 31 bits). */
export function hashWords(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return (hash >>> 1).toString(36).padStart(6, '0').slice(-6);
}
