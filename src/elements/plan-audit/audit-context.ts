import type { AuditGroupItems } from './group-items.ts';
import type { AuditItem, AuditReport, Badge } from '../../contracts/analysis.ts';
import type { Bilingual, CertaintyStyle, Language } from '../../contracts/theme.ts';
import type { AuditMessages } from '../messages/audit-messages.ts';

/** What the parts of the audit need to draw themselves. */
export interface AuditContext {
  readonly report: AuditReport;
  readonly groups: readonly AuditGroupItems[];
  readonly filter: Badge | null;
  readonly words: AuditMessages;
  readonly lang: Language;
  readonly certainties: readonly CertaintyStyle[];
  readonly say: (text: Bilingual) => string;
  readonly titleOf: (para: string) => string;
  readonly choose: (filter: Badge | null) => void;
  readonly goToClause: (para: string, quote?: string) => void;
  readonly show: (featureIds: readonly string[], item?: AuditItem) => void;
}
