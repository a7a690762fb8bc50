import type { Language } from '../contracts/theme.ts';
import { featuresById } from '../core/lit.ts';
import { frameMessages } from '../elements/messages/frame-messages.ts';
import type { FrameSlice } from './frame-slice.ts';

/** The page's title says which slice of which plan it holds: screen readers name a frame by it. */
export function namePage(slice: FrameSlice): void {
  const name = (): void => {
    const lang = slice.lang();
    document.documentElement.lang = lang;
    document.title = [nameOf(slice, lang), frameMessages[lang].slice[slice.name]]
      .flat()
      .filter(Boolean)
      .join(' · ');
  };
  name();
  for (const type of ['plan-load', 'plan-ready', 'plan-view-change'] as const) {
    slice.element.addEventListener(type, name);
  }
}

function nameOf({ name, element, bundle: getBundle }: FrameSlice, lang: Language): string[] {
  const bundle = getBundle();
  if (!bundle) return [];
  const title = (lang === 'en' && bundle.bundle.titleEn) || bundle.bundle.title;
  if (name === 'atlas') return [title];
  const feature = featuresById(bundle).get(element.getAttribute('feature') ?? '')?.properties;
  const clause = bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ id }) => id === element.getAttribute('clause'));
  const about = feature ?? clause;
  if (!about) return [title];
  const own = 'name' in about ? [about.nameEn, about.name] : [about.titleEn, about.title];
  return [(lang === 'en' && own[0]) || own[1]!, title];
}
