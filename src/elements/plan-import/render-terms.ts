import { html, nothing, type TemplateResult } from 'lit';
import { STATUSES, type Paragraph } from '../../contracts/bundle.ts';
import { defaultAccuracyM, FILE_CERTAINTIES } from '../../core/import-flow/default-accuracy.ts';
import { listClauses } from '../../core/import-flow/find-quote.ts';
import type { StepFault } from '../../core/import-flow/make-step.ts';
import { systemOf } from '../../io/crs/systems.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';
import type { ImportView } from './import-view.ts';
import type { NewSource } from './link-desk.ts';

/** What is said of the rows that are taken over: how sure, from where, under which clause; and the step itself. */
export function renderTerms(view: ImportView): TemplateResult | typeof nothing {
  const { link, words, act } = view;
  if (link.wanted === 0) return nothing;
  return html`<section class="terms" part="terms" aria-label=${words.terms}>
    <div class="form">
      <fieldset class="group">
        <legend>${words.terms}</legend>
        ${renderAccuracy(view)}
      </fieldset>
      <fieldset class="group">
        <legend>${words.source}</legend>
        ${renderSource(view)}
      </fieldset>
      <fieldset class="group">
        <legend>${words.cite}</legend>
        ${renderCite(view)}
      </fieldset>
    </div>
    ${renderFaults(view)}
    <button type="button" class="apply" data-control="apply" @click=${act.apply}>
      ${words.apply(link.wanted)}
    </button>
  </section>`;
}

function renderAccuracy({ words, link, layers, act }: ImportView): TemplateResult {
  const { certainty, horizontal, method, status } = link.terms;
  const crsM = systemOf(layers.choice.crs)?.errorM ?? 0;
  const usual = defaultAccuracyM(certainty, crsM);
  return html`<div class="pair">
      ${renderChoice(
        words.certainty,
        'certainty',
        certainty,
        FILE_CERTAINTIES.map((value) => ({ value, label: words.certainties[value] })),
        (next) => act.terms({ certainty: next }),
      )}
      ${renderField({
        label: words.horizontal,
        name: 'horizontal',
        kind: 'number',
        value: horizontal ?? String(usual),
        hint: words.horizontalHint(usual, Math.ceil(crsM)),
        change: (next) => act.terms({ horizontal: next }),
      })}
    </div>
    ${renderField({
      label: words.method,
      name: 'method',
      value: method,
      hint: words.methodHint,
      change: (next) => act.terms({ method: next }),
    })}
    ${renderChoice(
      `${words.status}（${words.statusHint}）`,
      'status',
      status,
      STATUSES.map((value) => ({ value, label: words.statuses[value] })),
      (next) => act.terms({ status: next }),
    )}`;
}

function renderSource({ words, link, plan, act, pick }: ImportView): TemplateResult {
  const { sourceId, fresh } = link.terms;
  const set = (change: Partial<NewSource>): void => act.terms({ fresh: { ...fresh, ...change } });
  return html`${renderChoice(
    words.source,
    'source',
    sourceId ?? '',
    [
      { value: '', label: words.newSource },
      ...plan.sources.map(({ id, title, titleEn }) => ({ value: id, label: pick(title, titleEn) })),
    ],
    (id) => act.terms({ sourceId: id === '' ? null : id }),
  )}
  ${
    sourceId === null
      ? html`${renderField({
            label: words.sourceTitle,
            name: 'source-title',
            value: fresh.title,
            change: (title) => set({ title }),
          })}
          <div class="pair">
            ${renderField({
              label: words.publisher,
              name: 'publisher',
              value: fresh.publisher,
              change: (publisher) => set({ publisher }),
            })}
            ${renderField({
              label: words.date,
              name: 'date',
              value: fresh.date,
              change: (date) => set({ date }),
            })}
          </div>
          ${renderChoice(
            words.confidence,
            'confidence',
            fresh.confidence,
            (['O', 'S', 'I'] as const).map((value) => ({ value, label: words.confidences[value] })),
            (confidence) => set({ confidence }),
          )}`
      : nothing
  }`;
}

function renderCite(view: ImportView): TemplateResult {
  const { words, link, plan, act, pick } = view;
  const { quote } = link.terms;
  const paragraphs = plan.plan.docs.flatMap((doc) => doc.paragraphs);
  const nameOf = ({ id, title, titleEn }: Paragraph): string => pick(title, titleEn) || id;
  const cited = quote && paragraphs.find(({ id }) => id === quote.para);
  if (quote && cited) {
    return html`<p class="quote">${words.cited(quote.quote, nameOf(cited))}</p>
      <button
        type="button"
        class="plain"
        data-control="uncite"
        @click=${() => act.terms({ quote: null })}
      >
        ${words.uncite}
      </button>`;
  }
  return html`<p><small>${words.citeNote}</small></p>
    <button
      type="button"
      class="plain strong"
      data-control="cite-selected"
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${act.citeSelected}
    >
      ${words.citeSelected}
    </button>
    <form
      class="by-list"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const para = form.querySelector('select')!.value;
        act.cite(para, form.querySelector('input')!.value);
      }}
    >
      <label class="line">
        <span>${words.paragraph}</span>
        <select name="paragraph" @change=${offerClauses(view)}>
          <option value="">${words.chooseParagraph}</option>
          ${paragraphs.map((one) => html`<option value=${one.id}>${nameOf(one)}</option>`)}
        </select>
      </label>
      <label class="line">
        <span>${words.quote}</span>
        <input type="text" name="quote" list="clauses" placeholder=${words.pickQuote} />
      </label>
      <datalist id="clauses"></datalist>
      <button type="submit" class="plain strong">${words.cite}</button>
    </form>
    ${view.citeFault === null ? nothing : html`<p data-error role="alert">${view.citeFault}</p>`}`;
}

/** The runs of the chosen paragraph, to pick from. */
const offerClauses =
  ({ plan }: ImportView) =>
  (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const list = select.form!.querySelector('datalist')!;
    const paragraph = plan.plan.docs
      .flatMap((doc) => doc.paragraphs)
      .find(({ id }) => id === select.value);
    list.replaceChildren(
      ...(paragraph ? listClauses(paragraph) : []).map((run) => {
        const option = document.createElement('option');
        option.value = run;
        return option;
      }),
    );
  };

function renderFaults({ words, faults }: ImportView): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const byCode = new Map<StepFault['code'], number[]>();
  for (const { code, index } of faults) {
    byCode.set(code, [...(byCode.get(code) ?? []), ...(index === null ? [] : [index + 1])]);
  }
  return html`<ul class="faults" role="alert" data-error>
    ${[...byCode].map(
      ([code, rows]) =>
        html`<li data-code=${code}>
          ${rows.length === 0 ? words.faults[code] : words.faultAt(rows, words.faults[code])}
        </li>`,
    )}
  </ul>`;
}
