import type { AuditItem, AuditKind, Badge } from '../../contracts/analysis.ts';
import type { AuditGroup } from '../messages/audit-messages.ts';

export interface AuditGroupItems {
  readonly group: AuditGroup;
  readonly items: readonly AuditItem[];
}

const GROUP_OF: Readonly<Record<AuditKind, AuditGroup>> = {
  count: 'text',
  list: 'text',
  quote: 'text',
  target: 'indicators',
  year: 'indicators',
  known: 'indicators',
  progress: 'indicators',
  outcome: 'indicators',
  sum: 'sums',
  length: 'lengths',
  area: 'areas',
  figure: 'figures',
};
const ORDER: readonly AuditGroup[] = ['text', 'indicators', 'sums', 'lengths', 'areas', 'figures'];

/** Checks with one result, or all, under their headings; empty groups are left out. */
export function groupItems(items: readonly AuditItem[], filter: Badge | null): AuditGroupItems[] {
  const chosen = filter === null ? items : items.filter(({ badge }) => badge === filter);
  return ORDER.map((group) => ({
    group,
    items: chosen.filter(({ kind }) => GROUP_OF[kind] === group),
  })).filter((entry) => entry.items.length > 0);
}
