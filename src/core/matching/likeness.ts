/** Pairs of neighbouring characters of a text. */
export const listPairs = (text: string): ReadonlySet<string> => {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => characters[index]! + character));
};

/** How alike two texts are by their pairs, 0–1 (Dice’s coefficient). */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
