/** Rows that PageUp and PageDown jump over. */
const PAGE = 10;

/** Which row a key leads to; null when the key does not move. Pure. */
export function moveByKey(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1);
    case 'ArrowUp':
      return clamp(at - 1);
    case 'PageDown':
      return clamp(at + PAGE);
    case 'PageUp':
      return clamp(at - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The next row after `at` whose name starts with the typed character, going round; null when none. */
export function findByTyping(
  character: string,
  at: number,
  names: readonly string[],
): number | null {
  const wanted = character.toLocaleLowerCase();
  for (let step = 1; step <= names.length; step += 1) {
    const index = (at + step) % names.length;
    if (names[index]!.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
