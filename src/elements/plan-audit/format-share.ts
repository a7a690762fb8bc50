import type { AuditItem } from '../../contracts/analysis.ts';
import type { Language } from '../../contracts/theme.ts';

/** 0.00313 → 0.31% */
export function formatShare(share: number, lang: Language): string {
  return share.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
}

/** How far the recomputed figure is from the stated one, as a share of it; null when that says nothing. */
export function offBy({ claim, found }: Pick<AuditItem, 'claim' | 'found'>): number | null {
  if (!found || found.unit !== claim.unit || claim.value === 0) return null;
  const share = Math.abs(found.value - claim.value) / Math.abs(claim.value);
  return share < 1e-9 ? 0 : share;
}
