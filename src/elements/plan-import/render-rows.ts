import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { CHOSEN_ROLES, fieldOf } from '../../core/import-flow/choose-roles.ts';
import { listKinds } from '../../core/import-flow/list-kinds.ts';
import type { RowAction } from '../../core/import-flow/make-step.ts';
import { renderChoice } from '../shared/render-field.ts';
import type { ImportView } from './import-view.ts';
import { MOST_ROWS, PAGE, type LinkRow } from './link-desk.ts';

/** Rows of the layer, and what becomes of each. */
export function renderRows(view: ImportView): TemplateResult | typeof nothing {
  const { words, layers, link, act } = view;
  const { layer } = layers;
  if (!layer || layer.count === 0) return nothing;
  const pages = Math.ceil(layer.count / PAGE);
  const from = link.page * PAGE;
  return html`<section class="link" part="link" aria-label=${words.link}>
    <h3>${words.link}</h3>
    <p><small>${words.linkNote}</small></p>
    ${renderRoles(view)}
    <div class="actions">
      <span>${words.all}</span>
      <button type="button" class="plain" @click=${() => act.actOnAll({ type: 'leave' })}>
        ${words.leaveAll}
      </button>
      <button
        type="button"
        class="plain"
        @click=${() => act.actOnAll({ type: 'create', layer: '', kind: '' })}
      >
        ${words.createAll}
      </button>
      ${layer.count > MOST_ROWS ? html`<small>${words.tooManyRows(MOST_ROWS)}</small>` : nothing}
    </div>
    <datalist id="features">
      ${view.plan.features.features.map(
        ({ properties: { id, name } }) => html`<option value=${id}>${name}</option>`,
      )}
    </datalist>
    <ul class="table">
      ${link.rows.map((row) => renderRow(row, view))}
    </ul>
    ${
      pages > 1
        ? html`<div class="actions">
            <button
              type="button"
              class="plain"
              ?disabled=${link.page === 0}
              @click=${() => act.turnTo(link.page - 1)}
            >
              ←
            </button>
            <span class="number" role="status"
              >${words.page(from + 1, from + link.rows.length, layer.count)}</span
            >
            <button
              type="button"
              class="plain"
              ?disabled=${link.page >= pages - 1}
              @click=${() => act.turnTo(link.page + 1)}
            >
              →
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

function renderRoles({ words, link, act }: ImportView): TemplateResult | typeof nothing {
  if (link.roles.length === 0) return nothing;
  const columns = [
    { value: '', label: words.noColumn },
    ...link.roles.map(({ field, label }) => ({
      value: field,
      label: label === field ? field : `${field} ${label}`,
    })),
  ];
  return html`<div class="roles">
    ${CHOSEN_ROLES.map((role) =>
      renderChoice(
        words.roles[role],
        `role-${role}`,
        fieldOf(link.roles, role) ?? '',
        columns,
        (field) => act.role(role, field === '' ? null : field),
      ),
    )}
  </div>`;
}

function renderRow(row: LinkRow, view: ImportView): TemplateResult {
  const { words, act, link } = view;
  const { taken, facts, action } = row;
  const number = taken.index + 1;
  const kind = taken.geometry?.type ?? 'none';
  return html`<li
    data-row=${taken.index}
    data-action=${action.type}
    ?data-current=${link.inHand?.taken.index === taken.index}
  >
    <span class="number">${number}</span>
    <span class="name">
      <b>${facts.name ?? words.unnamed}</b>
      <small>${words.geometry[kind] ?? kind}</small>
    </span>
    <select
      name="action"
      aria-label=${words.actionOf(number)}
      .value=${live(action.type)}
      @change=${(event: Event) =>
        act.act(taken.index, begin((event.target as HTMLSelectElement).value, row))}
    >
      ${(['leave', 'replace', 'create'] as const).map(
        (type) =>
          html`<option value=${type} ?selected=${action.type === type}>
            ${words.actions[type]}
          </option>`,
      )}
    </select>
    ${renderTarget(row, view)}
    ${
      taken.geometry && view.hasMap
        ? html`<button
            type="button"
            class="plain"
            aria-label=${words.lookOf(number)}
            aria-pressed=${link.inHand?.taken.index === taken.index}
            @click=${() => act.look(taken.index)}
          >
            ${words.look}
          </button>`
        : nothing
    }
  </li>`;
}

function begin(type: string, { action }: LinkRow): RowAction {
  if (type === action.type) return action;
  if (type === 'replace') return { type: 'replace', feature: '' };
  return type === 'create' ? { type: 'create', layer: '', kind: '' } : { type: 'leave' };
}

function renderTarget(row: LinkRow, view: ImportView): TemplateResult | typeof nothing {
  const { action } = row;
  switch (action.type) {
    case 'leave':
      return nothing;
    case 'replace':
      return renderReplaced(row, action.feature, view);
    case 'create':
      return renderKind(row, action, view);
    default:
      return action satisfies never;
  }
}

/** The feature that is meant: by its id, or by its whole name where one alone has it. */
export function findTarget(plan: PlanBundle, typed: string): string {
  const text = typed.trim();
  const all = plan.features.features.map(({ properties }) => properties);
  if (all.some(({ id }) => id === text)) return text;
  const named = all.filter(({ name, ref }) => name === text || ref === text);
  return named.length === 1 ? named[0]!.id : text;
}

function renderReplaced(row: LinkRow, target: string, view: ImportView): TemplateResult {
  const { words, plan, act, pick } = view;
  const { index } = row.taken;
  const nameOf = (id: string): string => {
    const found = plan.features.features.find(({ properties }) => properties.id === id);
    return found ? pick(found.properties.name, found.properties.nameEn) : '';
  };
  const offered = row.matches.filter(({ featureId }) => featureId !== target).slice(0, 3);
  return html`<span class="target">
    <input
      type="text"
      name="target"
      list="features"
      placeholder=${words.targetHint}
      aria-label=${words.targetOf(index + 1)}
      .value=${live(target)}
      @change=${(event: Event) =>
        act.act(index, {
          type: 'replace',
          feature: findTarget(plan, (event.target as HTMLInputElement).value),
        })}
    />
    <span>${nameOf(target)}</span>
    ${offered.map(
      ({ featureId, reason }) =>
        html`<button
          type="button"
          class="plain offer"
          title=${view.say(reason)}
          aria-label=${words.adoptOf(nameOf(featureId), index + 1)}
          @click=${() => act.act(index, { type: 'replace', feature: featureId })}
        >
          ${words.adopt}“${nameOf(featureId)}”
        </button>`,
    )}
  </span>`;
}

function renderKind(
  { taken: { index } }: LinkRow,
  { layer, kind }: Extract<RowAction, { type: 'create' }>,
  { words, plan, cartography, act, say, pick }: ImportView,
): TemplateResult {
  const chosen = layer === '' ? '' : `${layer}/${kind}`;
  return html`<span class="target">
    <select
      name="kind"
      aria-label=${words.kindOf(index + 1)}
      .value=${live(chosen)}
      @change=${(event: Event) => {
        const [of = '', its = ''] = (event.target as HTMLSelectElement).value.split('/');
        act.act(index, { type: 'create', layer: of, kind: its });
      }}
    >
      <option value="" ?selected=${chosen === ''}>${words.chooseKind}</option>
      ${listKinds(plan, cartography).map(
        (group) =>
          html`<optgroup label=${pick(group.layer.name, group.layer.nameEn)}>
            ${group.kinds.map((one) => {
              const value = `${one.layer}/${one.kind}`;
              return html`<option value=${value} ?selected=${chosen === value}>
                ${say(one.name)} · ${one.kind}
              </option>`;
            })}
          </optgroup>`,
      )}
    </select>
  </span>`;
}
