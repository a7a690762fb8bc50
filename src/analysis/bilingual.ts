import type { PlanFeature } from '../contracts/bundle.ts';
import type { Bilingual } from '../contracts/theme.ts';

export const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** Chinese words with their translation where the bundle has one. */
export const pair = (zh: string, en: string | undefined): Bilingual => ({ zh, en: en ?? zh });

export const nameOf = ({ properties }: PlanFeature): Bilingual =>
  pair(properties.name, properties.nameEn);

/** A note in both languages; null when there is none. */
export const noteOf = (zh: string | undefined, en: string | undefined): Bilingual | null =>
  zh === undefined ? null : pair(zh, en);

/** Several phrases as one, parted as each language does. */
export const joinPhrases = (parts: readonly Bilingual[], zh = '；', en = '; '): Bilingual =>
  say(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
