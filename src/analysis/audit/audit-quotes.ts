import type { AuditItem } from '../../contracts/analysis.ts';
import { say } from '../bilingual.ts';
import { findCounts } from './find-counts.ts';
import { createJudged } from './judge.ts';
import type { PlacedParagraph } from './list-citations.ts';

export const QUOTE_LOST = say('引文在该段中查无此句。', 'The paragraph does not hold these words.');

/** A quote with a count that its paragraph does not hold: the text or the quote was changed. */
export function auditQuotes({ paragraph, citations }: PlacedParagraph): readonly AuditItem[] {
  const lost = new Map<string, string[]>();
  for (const { feature, ref, start } of citations) {
    if (start >= 0 || findCounts(ref.quote).length === 0) continue;
    lost.set(ref.quote, [...(lost.get(ref.quote) ?? []), feature.properties.id]);
  }
  return [...lost].map(([quote, featureIds]) =>
    createJudged(
      {
        id: `quote/${paragraph.id}/${quote}`,
        kind: 'quote',
        subject: say(quote, quote),
        claim: { para: paragraph.id, quote, text: say(quote, quote), value: 1, unit: 'count' },
        featureIds,
        note: QUOTE_LOST,
      },
      0,
      0,
      [],
    ),
  );
}
