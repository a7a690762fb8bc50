import type { AuditItem, FigureUnit } from '../../contracts/analysis.ts';
import type { Indicator } from '../../contracts/bundle.ts';
import { pair } from '../bilingual.ts';

/** The start of an item about an indicator; the judgement follows. */
export function draftOf(
  indicator: Indicator,
  kind: AuditItem['kind'],
  claim: AuditItem['claim'],
): Pick<AuditItem, 'id' | 'kind' | 'subject' | 'claim' | 'featureIds'> {
  return {
    id: `${kind}/${indicator.id}`,
    kind,
    subject: pair(indicator.name, indicator.nameEn),
    claim,
    featureIds: [],
  };
}

/** Unit of its figures; plain numbers where it names none that is known. */
export const unitOf = ({ unit }: Indicator): FigureUnit =>
  unit === '亿元' ? 'CNY1e8' : unit === '万元' ? 'CNY1e4' : unit === '%' ? 'percent' : 'number';

/** Equal but for the computer's rounding. */
export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
