import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { LinkIndex } from '../../contracts/links.ts';
import type { Selection, ViewerRequest } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour, Language } from '../../contracts/theme.ts';
import type { PanelWords } from '../messages/panel-messages.ts';

/** What the parts of the card draw from. */
export interface CardContext {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly flavour: Flavour;
  readonly features: ReadonlyMap<string, PlanFeature>;
  readonly links: LinkIndex;
  readonly selection: Selection;
  readonly lang: Language;
  readonly words: PanelWords;
  readonly isCompact: boolean;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly say: (text: Bilingual) => string;
  readonly request: (request: ViewerRequest) => void;
}

/** Title of a paragraph; its id when the bundle has no such paragraph. */
export function titleOf(para: string, { bundle, pick }: CardContext): string {
  for (const doc of bundle.plan.docs) {
    const paragraph = doc.paragraphs.find((candidate) => candidate.id === para);
    if (paragraph) return pick(paragraph.title, paragraph.titleEn);
  }
  return para;
}
