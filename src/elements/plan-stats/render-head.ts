import { html, type TemplateResult } from 'lit';
import type { StatsContext } from './stats-context.ts';

/** Which table, whether its chart is shown, and its export. */
export function renderHead(context: StatsContext): TemplateResult {
  const { tables, table, words, say, isChartOpen, chooseTable, toggleChart, save, saved } = context;
  return html`<div class="head" part="head">
    <label>
      <span>${words.table}</span>
      <select @change=${(event: Event) => chooseTable((event.target as HTMLSelectElement).value)}>
        ${tables.map(
          ({ id, title }) =>
            html`<option value=${id} ?selected=${id === table.id}>${say(title)}</option>`,
        )}
      </select>
    </label>
    <button
      type="button"
      class="plain"
      data-control="chart"
      aria-pressed=${isChartOpen}
      @click=${toggleChart}
    >
      ${words.chart}
    </button>
    <button
      type="button"
      class="plain"
      data-control="csv"
      title=${words.csvOf(say(table.title))}
      @click=${save}
    >
      ${words.csv}
    </button>
    <p class="saved" role="status">${saved === '' ? '' : words.saved(saved)}</p>
  </div>`;
}
