/**
 * Moves positions along a line as little as possible (least squares) so that each keeps its distance from the next.
 * Order is kept. Positions must be sorted; the result may reach beyond `least` and `most` only when they cannot all fit.
 */
export function spreadLabels(
  positions: readonly number[],
  distance: number,
  least: number,
  most: number,
): readonly number[] {
  // With the distances taken out, what remains must not decrease: pool those that do.
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, position] of positions.entries()) {
    blocks.push({ sum: position - index * distance, count: 1 });
    for (let last = blocks.at(-1)!, before = blocks.at(-2); before;) {
      if (before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
      last = blocks.at(-1)!;
      before = blocks.at(-2);
    }
  }
  const highest = most - Math.max(0, positions.length - 1) * distance;
  const levels = blocks.flatMap(({ sum, count }) => {
    const level = Math.max(least, Math.min(highest, sum / count));
    return Array.from({ length: count }, () => level);
  });
  return levels.map((level, index) => level + index * distance);
}
