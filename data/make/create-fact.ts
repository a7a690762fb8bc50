import type { Attribute } from '../../src/contracts/bundle.ts';

/** A fact of a feature in both languages, with the source that states it. */
export const fact = (
  label: string,
  labelEn: string,
  value: string,
  valueEn: string,
  source: string,
): Attribute => ({ label, labelEn, value, valueEn, source });
