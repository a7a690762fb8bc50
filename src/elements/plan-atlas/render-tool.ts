import { html, nothing, type TemplateResult } from 'lit';
import type { ToolName, ToolState, ViewerState } from '../../contracts/state.ts';
import { barMessages } from '../messages/bar-messages.ts';
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
  import: () => html`<plan-import></plan-import>`,
  edit: () => html`<plan-edit></plan-edit>`,
  sheet: () => html`<plan-sheet></plan-sheet>`,
  export: () => html`<plan-export></plan-export>`,
  base: () => html`<plan-base></plan-base>`,
  compare: () => nothing,
};

/** The drawer under the map with the tool in use. */
export function renderTool(
  { state, words, send }: Pick<LayoutView, 'state' | 'words' | 'send'>,
  tool: ToolState,
): TemplateResult {
  const name = barMessages[state.lang].tools[tool.name];
  return html`
    <section class="drawer" part="drawer" data-tool=${tool.name} aria-label=${name}>
      <header class="drawer-bar">
        <h2 tabindex="-1">${name}</h2>
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

const FOR_EVERYONE = ['audit', 'stats', 'measure', 'compare', 'marks', 'story'] as const;
/** The one-file build has no readers of files (`src/tools.ts`). */
const OWN_DATA =
  import.meta.env.MODE === 'standalone' ? [] : (['sheet', 'export', 'import', 'edit'] as const);
const ON_THE_BAR: readonly ToolName[] = [...FOR_EVERYONE, ...OWN_DATA, 'embed'];
/** Embedding it elsewhere, and work on the plan itself: not in the midst of somebody's article. */
const OF_THE_OWN_PAGE: ReadonlySet<ToolName> = new Set([
  'sheet',
  'export',
  'import',
  'edit',
  'embed',
]);

/**
 * Buttons that open the tools; a profile is opened from a corridor's card, a base map from the layers.
 * @param ownsPage the atlas's page is its own
 */
export function renderToolButtons(
  state: ViewerState,
  ownsPage: boolean,
  choose: (tool: ToolState | null) => void,
): TemplateResult {
  const words = barMessages[state.lang];
  return html`
    <div class="tools" role="group" aria-label=${words.toolsLabel}>
      ${ON_THE_BAR.map((name) => {
        if (OF_THE_OWN_PAGE.has(name) && !ownsPage) return nothing;
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
