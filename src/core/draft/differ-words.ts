/** A run of text that both have, or that only one has. */
export interface TextRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Characters beyond which a whole text counts as replaced: the table of the comparison grows with their product. */
const MOST_CELLS = 4_000_000;

/** What was taken from a text and what was put in, character by character, as Chinese has no spaces to part words. */
export function differWords(before: string, after: string): readonly TextRun[] {
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const runs: TextRun[] = [];
  const push = (kind: TextRun['kind'], text: string): void => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  push('same', a.slice(0, start).join(''));
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (x.length * y.length > MOST_CELLS) {
    push('removed', x.join(''));
    push('added', y.join(''));
  } else walk(x, y, push);
  push('same', a.slice(a.length - end).join(''));
  return runs;
}

/** The longest common subsequence, from a table of its lengths. */
function walk(
  x: readonly string[],
  y: readonly string[],
  push: (kind: TextRun['kind'], text: string) => void,
): void {
  const width = y.length + 1;
  const lengths = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        x[i] === y[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      push('same', x[i]!);
      i += 1;
      j += 1;
    } else if (
      i < x.length &&
      (j >= y.length || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      push('removed', x[i]!);
      i += 1;
    } else {
      push('added', y[j]!);
      j += 1;
    }
  }
}
