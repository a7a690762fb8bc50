import { html, nothing, type TemplateResult } from 'lit';
import type { Phase, PlanFeature } from '../../contracts/bundle.ts';
import type { CardContext } from './card-context.ts';
import { formatMeasure } from './format-measure.ts';

/** Figures, attributes, phase and accuracy, each with what it rests on. */
export function renderFacts(
  feature: PlanFeature,
  sourceNumbers: ReadonlyMap<string, number>,
  context: CardContext,
): TemplateResult | typeof nothing {
  const { measure, attributes, phase, accuracy, note, noteEn } = feature.properties;
  const { words, pick, lang } = context;
  const rows: TemplateResult[] = [];
  for (const entry of Object.values(measure ?? {})) {
    rows.push(
      renderRow(
        pick(entry.label, entry.labelEn),
        html`<span class="number">${formatMeasure(entry, words.card.units, lang)}</span>
          <span class="basis">${entry.stated ? words.card.stated : words.card.measured}</span>`,
      ),
    );
  }
  for (const entry of attributes ?? []) {
    rows.push(
      renderRow(
        pick(entry.label, entry.labelEn),
        html`<bdi>${pick(entry.value, entry.valueEn)}</bdi>${renderMarker(
            entry.source,
            sourceNumbers,
            context,
          )}`,
      ),
    );
  }
  const when = phase ? describePhase(phase, context) : '';
  if (when !== '') rows.push(renderRow(words.card.phase, when));
  if (accuracy.method)
    rows.push(renderRow(words.card.method, pick(accuracy.method, accuracy.methodEn)));
  if (accuracy.note && accuracy.class !== 'inferred') {
    rows.push(renderRow(words.card.accuracy, pick(accuracy.note, accuracy.noteEn)));
  }
  if (note) rows.push(renderRow(words.card.note, pick(note, noteEn)));
  return rows.length === 0
    ? nothing
    : html`<section part="facts">
        <h3 class="hidden">${words.card.facts}</h3>
        <dl>${rows}</dl>
      </section>`;
}

function renderRow(label: string, value: unknown): TemplateResult {
  return html`<div class="fact">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function renderMarker(
  source: string | undefined,
  numbers: ReadonlyMap<string, number>,
  { bundle, words, pick }: CardContext,
): TemplateResult | typeof nothing {
  const number = source === undefined ? undefined : numbers.get(source);
  if (number === undefined) return nothing;
  const found = bundle.sources.find(({ id }) => id === source);
  const told = words.card.sourceNumber(
    number,
    found ? pick(found.title, found.titleEn) : (source ?? ''),
  );
  return html`<sup class="marker" title=${told}
    ><span aria-hidden="true">[${number}]</span><span class="hidden">${told}</span></sup
  >`;
}

function describePhase({ label, from, to }: Phase, { words }: CardContext): string {
  const years =
    from !== undefined && to !== undefined
      ? `${from}–${words.common.year(to)}`
      : from !== undefined
        ? `${words.common.year(from)}–`
        : to !== undefined
          ? `–${words.common.year(to)}`
          : '';
  if (!label) return years;
  return years === '' ? label : label + words.common.bracket(years);
}
