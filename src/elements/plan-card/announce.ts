import { html } from 'lit';
import { dropTurns } from '../../analysis/drop-turns.ts';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { markChinese } from '../shared/mark-chinese.ts';
import type { CardContext } from './card-context.ts';
import { nameAccuracy } from './render-feature-card.ts';
import { nameGroup } from './render-group-card.ts';

/** What a screen reader says when the selection changes: what, how sure its place is, and which mention of it. */
export function announce(feature: PlanFeature | null, context: CardContext): unknown {
  const { words, pick, lang, links } = context;
  const { phrase, features } = context.selection;
  const isEnglish = lang === 'en';
  if (!feature)
    return markChinese(
      words.card.selectedGroup(nameGroup(context).name, features.length),
      isEnglish,
    );
  const { id, name, nameEn } = feature.properties;
  const cited = links.phrasesOf.get(id) ?? [];
  const called = dropTurns(pick(name, nameEn));
  const at = cited.indexOf(phrase ?? '');
  return [
    markChinese(words.card.selected(called, nameAccuracy(feature, context)), isEnglish),
    at >= 0 && cited.length > 1
      ? html`${words.card.mention(at + 1, cited.length)}<span lang="zh-Hans"
            >“${links.phrases.get(phrase!)!.text}”</span
          >`
      : '',
  ];
}
