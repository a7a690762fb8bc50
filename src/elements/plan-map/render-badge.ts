import { html, nothing, type TemplateResult } from 'lit';
import type { BasePart } from '../../contracts/base-map.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';

const WORDS: Readonly<
  Record<Language, Readonly<Record<BasePart | 'partial', string>> & { readonly open: string }>
> = {
  'zh-Hans': {
    map: '底图未能显示',
    terrain: '地形未能显示',
    partial: '底图有缺失',
    open: '查看原因并处理',
  },
  en: {
    map: 'Base map not shown',
    terrain: 'Terrain not shown',
    partial: 'Base map has gaps',
    open: 'Why, and what to do',
  },
};

/** On the map when the base map or the terrain does not come; the plan itself stands. */
export function renderBadge(
  { base, lang, tool }: ViewerState,
  request: (request: ViewerRequest) => void,
): TemplateResult | typeof nothing {
  const words = WORDS[lang];
  const { map, terrain } = base?.reports ?? {};
  const said = [
    ...(map?.status === 'failing' ? [words.map] : []),
    ...(map?.status === 'partial' || terrain?.status === 'partial' ? [words.partial] : []),
    ...(terrain?.status === 'failing' ? [words.terrain] : []),
  ];
  if (said.length === 0) return nothing;
  return html`<button
    type="button"
    class="badge"
    part="badge"
    data-control="base-badge"
    title=${words.open}
    @click=${() => {
      if (tool?.name !== 'base') request({ type: 'tool', tool: { name: 'base', target: null } });
    }}
  >
    ${said.join(' · ')}
  </button>`;
}
