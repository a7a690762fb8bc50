import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StatColumn, StatRow } from '../../contracts/analysis.ts';
import { nameRow } from './chart-bars.ts';
import { formatCell, nameColumn } from './format-cell.ts';
import type { StatsContext } from './stats-context.ts';

/** The numbers; a heading sorts, a name lights its features. */
export function renderTable(context: StatsContext): TemplateResult {
  const { table, rows, words, say } = context;
  const title = say(table.title);
  return html`<div
    class="sideways"
    role="region"
    tabindex="0"
    aria-label=${words.tableRegion(title)}
  >
    <table part="table">
      <caption>
        <span class="hidden">${title}</span
        >${table.note ? say(table.note) : nothing}
      </caption>
      <thead>
        <tr>
          ${table.columns.map((column) => renderHeading(column, context))}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => renderRow(row, context),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderHeading(
  column: StatColumn,
  { order, words, say, sort }: StatsContext,
): TemplateResult {
  const direction = order?.column === column.id ? order.direction : null;
  const arrow = direction === 'ascending' ? '▲' : '▼';
  return html`<th
    scope="col"
    data-column=${column.id}
    data-number=${column.unit === undefined ? nothing : ''}
    aria-sort=${direction ?? nothing}
  >
    <button type="button" @click=${() => sort(column.id)}>
      ${nameColumn(column, words, say)}<span class="arrow" aria-hidden="true"
        >${direction === null ? '↕' : arrow}</span
      >
    </button>
  </th>`;
}

function renderRow(row: StatRow, context: StatsContext): TemplateResult {
  const { table, words, lang } = context;
  return html`<tr
    data-row=${row.id}
    data-total=${row.isTotal ? '' : nothing}
    data-soft=${row.isSoft ? '' : nothing}
  >
    ${table.columns.map((column) => {
      const said = formatCell(row.cells[column.id] ?? null, column, words, lang);
      return column.id === table.chart.label
        ? renderName(said, row, context)
        : html`<td data-number=${column.unit === undefined ? nothing : ''}>${said}</td>`;
    })}
  </tr>`;
}

function renderName(said: string, row: StatRow, context: StatsContext): TemplateResult {
  const { words, markOf, show } = context;
  const mark = markOf(row);
  return html`<th scope="row">
    ${
      row.featureIds.length === 0
        ? html`<bdi>${said}</bdi>`
        : html`<button
            type="button"
            class="plain"
            title=${words.showOnMap(nameRow(row, context), row.featureIds.length)}
            @click=${(event: Event) => {
              event.stopPropagation();
              show(row);
            }}
          >
            <bdi>${said}</bdi>
          </button>`
    }
    ${mark === null ? nothing : html`<span class="tag" data-kind="inferred">${words[mark]}</span>`}
  </th>`;
}
