/**
 * Lines of a text as Chinese typography parts it (GB/T 15834, W3C clreq): no line begins with a closing mark or
 * ends with an opening one (避头尾), Latin words and figures stay whole, pairs of dashes and dots are not torn.
 */

/** Never at the beginning of a line. */
const NO_START = /^[，。、；：！？）》〉」』】〕〗”’％‰℃·…—～,.;:!?)\]}%]/u;
/** Never at the end of a line. */
const NO_END = /[（《〈「『【〔〖“‘([{]$/u;
/** Parts items of a row and belongs to the one before it, blank and all. */
const DOT = /^[·•]/u;
/** A word or figure, a pair of marks, white space, or one sign. */
const UNITS = /©\s\S[A-Za-z]*|[A-Za-z0-9À-ɏ]+(?:[-–.,/_%:@#&+'’][A-Za-z0-9À-ɏ]+)*%?|……|——|\s+|./gsu;

export interface Line {
  readonly text: string;
  /** UTF-16 offsets into the whole text, end exclusive; white space at a break belongs to no line. */
  readonly start: number;
  readonly end: number;
}

/** @param measure width of a run in the font that is drawn with, in any unit that `width` has too */
export function breakLines(
  text: string,
  width: number,
  measure: (run: string) => number,
): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    const kept = text.slice(start, end).trimEnd();
    if (kept !== '') lines.push({ text: kept, start, end: start + kept.length });
  };
  for (const cluster of splitLong(listClusters(text), width, measure)) {
    const isFirst = start === end;
    if (cluster.isBreak) {
      close();
      start = end = cluster.end;
      continue;
    }
    const isSpace = cluster.text.trim() === '';
    if (isFirst && isSpace) {
      start = end = cluster.end;
      continue;
    }
    if (!isFirst && !isSpace && measure(text.slice(start, cluster.end)) > width) {
      close();
      start = cluster.start;
    }
    end = cluster.end;
  }
  close();
  return lines;
}

interface Cluster {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The text itself ends its line here. */
  readonly isBreak: boolean;
}

/** Runs that no line break may part: a sign with the marks that cling to it. */
function listClusters(text: string): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const match of text.matchAll(UNITS)) {
    const unit = match[0];
    const start = match.index;
    if (DOT.test(unit)) joinBlank(clusters);
    const before = clusters.at(-1);
    const isSpace = unit.trim() === '';
    const clings =
      before !== undefined &&
      !before.isBreak &&
      !isSpace &&
      before.text.trim() !== '' &&
      (NO_START.test(unit) || NO_END.test(before.text));
    if (clings) {
      clusters[clusters.length - 1] = {
        text: before.text + unit,
        start: before.start,
        end: start + unit.length,
        isBreak: false,
      };
    } else {
      clusters.push({
        text: unit,
        start,
        end: start + unit.length,
        isBreak: isSpace && unit.includes('\n'),
      });
    }
  }
  return clusters;
}

/** The blank before a dot goes with what stands before it. */
function joinBlank(clusters: Cluster[]): void {
  const [word, blank] = clusters.slice(-2);
  if (!word || !blank || blank.isBreak || blank.text.trim() !== '' || word.isBreak) return;
  clusters.splice(-2, 2, { ...word, text: word.text + blank.text, end: blank.end });
}

/** What is wider than a line by itself is cut wherever it must be. */
function splitLong(
  clusters: readonly Cluster[],
  width: number,
  measure: (run: string) => number,
): readonly Cluster[] {
  return clusters.flatMap((cluster) => {
    if (cluster.isBreak || measure(cluster.text) <= width) return [cluster];
    let at = cluster.start;
    return [...cluster.text].map((sign) => {
      const start = at;
      at += sign.length;
      return { text: sign, start, end: at, isBreak: false };
    });
  });
}
