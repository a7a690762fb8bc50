import type { Paragraph } from '../../contracts/bundle.ts';
import type { Phrase, Segment } from '../../contracts/links.ts';
import type { PhraseId } from '../../contracts/state.ts';

/** A run of printed text. */
export interface Piece {
  readonly text: string;
  readonly phrase: Phrase | null;
  /** In the run-in heading ——打造现代物流集散地。 */
  readonly isLead: boolean;
  /** The first run of its phrase: the one that Tab stops at. */
  readonly isFirst: boolean;
}

/** Length of the run-in heading at the start of a paragraph; 0 when it has none. */
export function findLead(paragraph: Pick<Paragraph, 'text' | 'title'>): number {
  if (paragraph.title === '') return 0;
  for (const dash of ['——', '—', '']) {
    for (const stop of ['。', '：', '．']) {
      const lead = dash + paragraph.title + stop;
      if (paragraph.text.startsWith(lead)) return lead.length;
    }
  }
  return 0;
}

/** Cuts a paragraph at phrases, at the end of its run-in heading and at blank lines. */
export function cutParagraph(
  paragraph: Pick<Paragraph, 'text' | 'title'>,
  segments: readonly Segment[],
  phrases: ReadonlyMap<PhraseId, Phrase>,
): Piece[][] {
  const leadEnd = findLead(paragraph);
  const seen = new Set<PhraseId>();
  const printed: Piece[][] = [[]];
  for (const segment of segments) {
    const cuts = leadEnd > segment.start && leadEnd < segment.end ? [leadEnd - segment.start] : [];
    const runs = [segment.text.slice(0, cuts[0]), ...cuts.map((at) => segment.text.slice(at))];
    let start = segment.start;
    for (const run of runs) {
      run.split('\n\n').forEach((text, index) => {
        if (index > 0) printed.push([]);
        if (text === '') return;
        const isFirst = segment.phrase !== null && !seen.has(segment.phrase);
        if (segment.phrase !== null) seen.add(segment.phrase);
        printed.at(-1)!.push({
          text,
          phrase: segment.phrase === null ? null : (phrases.get(segment.phrase) ?? null),
          isLead: start < leadEnd,
          isFirst,
        });
      });
      start += run.length;
    }
  }
  return printed.filter((pieces) => pieces.length > 0);
}
