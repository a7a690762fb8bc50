import { html, nothing, type TemplateResult } from 'lit';
import type { ToolName, ToolState } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';
import type { LayoutView } from './render-layout.ts';

/** Tools that stand in the drawer; comparing takes the map's place instead. */
const BODIES: Readonly<Record<ToolName, () => TemplateResult | typeof nothing>> = {
  audit: () => html`<plan-audit></plan-audit>`,
  stats: () => html`<plan-stats></plan-stats>`,
  measure: () => html`<plan-measure></plan-measure>`,
  profile: () => html`<plan-profile></plan-profile>`,
  compare: () => nothing,
};

/** The words of the one button that must be there before the player's own. */
const PRESENT: Readonly<Record<Language, { readonly name: string; readonly how: string }>> = {
  'zh-Hans': { name: '汇报', how: '全屏汇报（F5 从头开始，Shift+F5 从当前场开始）' },
  en: {
    name: 'Present',
    how: 'Present on the full screen (F5 from the start, Shift+F5 from here)',
  },
};

/** The drawer under the map with the tool in use. */
export function renderTool({ words, send }: LayoutView, tool: ToolState): TemplateResult {
  return html`
    <section
      class="drawer"
      part="drawer"
      data-tool=${tool.name}
      aria-label=${words.tools[tool.name]}
    >
      <header class="drawer-bar">
        <h2>${words.tools[tool.name]}</h2>
        <button
          type="button"
          class="plain"
          data-control="close-tool"
          @click=${() => send({ type: 'tool', tool: null })}
        >
          ${words.closePanel}
        </button>
      </header>
      <div class="drawer-body">${BODIES[tool.name]()}</div>
    </section>
  `;
}

/** Buttons that open the tools; a profile is opened from a corridor's card. */
export function renderToolButtons({ state, words, send }: LayoutView): TemplateResult {
  const names = ['audit', 'stats', 'measure', 'compare'] as const;
  return html`
    <div class="tools" role="group" aria-label=${words.toolsLabel}>
      ${names.map((name) => {
        const isOpen = state.tool?.name === name;
        return html`<button
          type="button"
          class="plain"
          data-tool=${name}
          aria-pressed=${isOpen}
          @click=${() => send({ type: 'tool', tool: isOpen ? null : { name, target: null } })}
        >
          ${words.tools[name]}
        </button>`;
      })}
      ${
        state.bundle?.story
          ? html`<button
              type="button"
              class="plain"
              data-control="present"
              title=${PRESENT[state.lang].how}
              @click=${(event: Event) =>
                event.currentTarget!.dispatchEvent(
                  new CustomEvent('plan-present', {
                    detail: { from: 'first' },
                    bubbles: true,
                    composed: true,
                  }),
                )}
            >
              ▶ ${PRESENT[state.lang].name}
            </button>`
          : nothing
      }
    </div>
  `;
}
