import { html, nothing, type TemplateResult } from 'lit';
import type { ToolName, ToolState, ViewerState } from '../../contracts/state.ts';
import type { AtlasMessages } from '../messages/atlas-messages.ts';
import type { LayoutView } from './render-layout.ts';

/** Tools that stand in the drawer; comparing takes the map's place instead. */
const BODIES: Readonly<Record<ToolName, () => TemplateResult | typeof nothing>> = {
  audit: () => html`<plan-audit></plan-audit>`,
  stats: () => html`<plan-stats></plan-stats>`,
  measure: () => html`<plan-measure></plan-measure>`,
  profile: () => html`<plan-profile></plan-profile>`,
  marks: () => html`<plan-marks></plan-marks>`,
  story: () => html`<plan-story></plan-story>`,
  embed: () => html`<plan-embed></plan-embed>`,
  compare: () => nothing,
};

/** The drawer under the map with the tool in use. */
export function renderTool(
  { words, send }: Pick<LayoutView, 'words' | 'send'>,
  tool: ToolState,
): TemplateResult {
  return html`
    <section
      class="drawer"
      part="drawer"
      data-tool=${tool.name}
      aria-label=${words.tools[tool.name]}
    >
      <header class="drawer-bar">
        <h2 tabindex="-1">${words.tools[tool.name]}</h2>
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

/**
 * Buttons that open the tools; a profile is opened from a corridor's card.
 * @param ownsPage the atlas's page is its own, so that others can embed it
 */
export function renderToolButtons(
  state: ViewerState,
  words: AtlasMessages['atlas'],
  ownsPage: boolean,
  choose: (tool: ToolState | null) => void,
): TemplateResult {
  const names = ['audit', 'stats', 'measure', 'compare', 'marks', 'story', 'embed'] as const;
  return html`
    <div class="tools" role="group" aria-label=${words.toolsLabel}>
      ${names.map((name) => {
        if (name === 'embed' && !ownsPage) return nothing;
        const isOpen = state.tool?.name === name;
        return html`<button
          type="button"
          class="plain"
          data-tool=${name}
          aria-pressed=${isOpen}
          @click=${() => choose(isOpen ? null : { name, target: null })}
        >
          ${words.tools[name]}
        </button>`;
      })}
    </div>
  `;
}
