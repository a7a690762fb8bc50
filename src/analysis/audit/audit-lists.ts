import type { AuditItem } from '../../contracts/analysis.ts';
import { say } from '../bilingual.ts';
import { findCounts, type CountClaim } from './find-counts.ts';
import { createJudged, TOLERANCES } from './judge.ts';
import type { PlacedParagraph } from './list-citations.ts';

/**
 * Checks a number of the plan against the list that the same sentence gives before it:
 * “清洁能源、绿色建材、通用航空、文旅康养、特色农业”五大产业集群; 创新生态强县、…、民生幸福强县等…“八大强县”.
 */
export function auditLists({ paragraph }: PlacedParagraph): readonly AuditItem[] {
  return findCounts(paragraph.text).flatMap((claim) => {
    const parts = listBefore(paragraph.text, claim);
    if (parts.length < 2) return [];
    return createJudged(
      {
        id: `list/${paragraph.id}/${claim.text}`,
        kind: 'list',
        subject: say(`${claim.text}：正文列举`, `${claim.text}: as the text lists them`),
        claim: {
          para: paragraph.id,
          text: say(claim.text, claim.text),
          value: claim.value,
          unit: 'count',
        },
        featureIds: [],
        working: parts.map((part, index) => ({
          label: say(part, part),
          operator: index === 0 ? null : ('+' as const),
          value: 1,
          unit: 'count' as const,
          featureIds: [],
        })),
        note: say('正文自身列举的项数。', 'The number of things that the text itself lists.'),
      },
      parts.length,
      TOLERANCES.count,
      [],
    );
  });
}

/** The list that a number sums up: in quotation marks right before it, or things that bear its noun. */
function listBefore(text: string, claim: CountClaim): readonly string[] {
  const before = text.slice(0, claim.start);
  const quoted = /“([^“”]*、[^“”]*)”$/.exec(before)?.[1];
  if (quoted) return quoted.split('、');
  const run = before.slice(
    Math.max(...['。', '；', '，', '：', '\n'].map((end) => before.lastIndexOf(end))) + 1,
  );
  // 的“ between the list and its number belongs to neither.
  const parts = run.split('、').map((part) => part.replace(/等.*$/, ''));
  const tail = claim.noun.slice(-2);
  return tail.length === 2 && parts.every((part) => part.endsWith(tail)) ? parts : [];
}
