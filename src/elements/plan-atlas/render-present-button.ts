import { html, nothing, type TemplateResult } from 'lit';
import type { ViewerState } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';

/** The words of the one button that must be there before the player's own. */
const WORDS: Readonly<Record<Language, { readonly name: string; readonly how: string }>> = {
  'zh-Hans': { name: '汇报', how: '全屏汇报（F5 从头开始，Shift+F5 从当前场开始）' },
  en: {
    name: 'Present',
    how: 'Present on the full screen (F5 from the start, Shift+F5 from here)',
  },
};

/** From looking to presenting; nothing where the plan has no story. */
export function renderPresentButton({
  bundle,
  lang,
}: ViewerState): TemplateResult | typeof nothing {
  if (!bundle?.story) return nothing;
  const { name, how } = WORDS[lang];
  return html`<button
    type="button"
    class="plain"
    data-control="present"
    title=${how}
    @click=${(event: Event) =>
      event.currentTarget!.dispatchEvent(
        new CustomEvent('plan-present', {
          detail: { from: 'first' },
          bubbles: true,
          composed: true,
        }),
      )}
  >
    ▶<span class="mode-name"> ${name}</span>
  </button>`;
}
