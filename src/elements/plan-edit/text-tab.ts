import { html, nothing, type TemplateResult } from 'lit';
import type { Bounds, Paragraph, PlanDocument } from '../../contracts/bundle.ts';
import { PlanError } from '../../contracts/errors.ts';
import { createEmptyBundle } from '../../core/draft/empty-bundle.ts';
import {
  moveParagraph,
  putDocument,
  putParagraph,
  removeParagraph,
} from '../../core/draft/edits.ts';
import { applyRepairs, type Repair } from '../../core/intake/apply-repairs.ts';
import { keepIds } from '../../core/intake/keep-ids.ts';
import { splitPlanText, type SplitPlan } from '../../core/intake/split-plan-text.ts';
import { nameReading } from '../plan-import/name-reading.ts';
import type { EditView } from './edit-view.ts';
import { renderField } from '../shared/render-field.ts';

/** Rows drawn at once; what is mended makes room for the next. */
const MOST_REPAIRS = 300;
/** Breaks and spaces as something to see. */
const visible = (text: string): string => text.replaceAll('\n', '⏎').replaceAll(/[ \u3000]/g, '␣');

interface NewPlanForm {
  title: string;
  id: string;
  xzqdm: string;
  extent: string;
}

/** The plan's words: a new plan from nothing, a text that is opened or pasted, and its paragraphs one by one. */
export class TextTab {
  #plan: NewPlanForm | null = null;
  #planFault: string | null = null;
  #pasted = '';
  #split: SplitPlan | null = null;
  #kept = 0;
  #fault: string | null = null;
  #isReading = false;
  #repairs: readonly Repair[] | null = null;
  #accepted = new Set<string>();
  #open: string | null = null;

  render(view: EditView): TemplateResult {
    const { words, bundle } = view;
    const doc = bundle.plan.docs[0];
    return html`<div class="form">
      ${this.#renderNewPlan(view)} ${doc ? this.#renderIntake(view, doc) : nothing}
      ${doc ? this.#renderParagraphs(view, doc) : html`<p>${words.isEmptyText}</p>`}
    </div>`;
  }

  #renderNewPlan(view: EditView): TemplateResult {
    const { words } = view;
    const form = this.#plan;
    if (form === null) {
      return html`<fieldset class="group">
        <legend>${words.newPlan}</legend>
        <p class="quiet">${words.newPlanWhat}</p>
        <button
          type="button"
          class="plain strong"
          data-control="new-plan"
          @click=${() => {
            const bounds = view.state.bounds ?? view.bundle.bundle.extent;
            this.#plan = {
              title: '',
              id: '',
              xzqdm: '',
              extent: bounds.map((value) => value.toFixed(2)).join(', '),
            };
            view.redraw();
          }}
        >
          ${words.newPlan}
        </button>
      </fieldset>`;
    }
    const line = (label: string, name: keyof NewPlanForm, hint?: string): TemplateResult =>
      renderField({
        label,
        name: `plan-${name}`,
        value: form[name],
        ...(hint ? { hint } : {}),
        change: (value) => {
          form[name] = value;
        },
        input: (value) => {
          form[name] = value;
        },
      });
    return html`<form
      class="group"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#create(view, form);
      }}
    >
      <strong>${words.newPlan}</strong>
      ${line(words.planTitle, 'title')} ${line(words.planId, 'id', words.planIdHint)}
      ${line(words.xzqdm, 'xzqdm')} ${line(words.extent, 'extent', words.extentHint)}
      <div class="actions">
        <button type="submit" class="plain strong" data-control="create-plan">
          ${words.create}
        </button>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.#plan = null;
            view.redraw();
          }}
        >
          ${words.cancel}
        </button>
      </div>
      ${this.#planFault === null ? nothing : html`<p data-error role="alert">${this.#planFault}</p>`}
    </form>`;
  }

  #create(view: EditView, form: NewPlanForm): void {
    const { words, cartography, session } = view;
    const title = form.title.trim();
    const id = form.id.trim();
    const extent = form.extent
      .split(/[,，\s]+/)
      .filter(Boolean)
      .map(Number);
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = extent;
    const isExtent = extent.length === 4 && west < east && south < north;
    this.#planFault =
      title === ''
        ? words.titleMissing
        : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)
          ? words.idBad
          : isExtent
            ? null
            : words.extentBad;
    if (this.#planFault !== null) {
      view.redraw();
      return;
    }
    const xzqdm = form.xzqdm.trim();
    this.#plan = null;
    this.#split = null;
    void session.start(
      createEmptyBundle(
        {
          id,
          title,
          extent: [west, south, east, north] satisfies Bounds,
          ...(xzqdm === '' ? {} : { xzqdm }),
        },
        cartography,
      ),
    );
  }

  #renderIntake(view: EditView, doc: PlanDocument): TemplateResult {
    const { words } = view;
    return html`<fieldset class="group">
      <legend>${words.openFile}</legend>
      <label class="choose">
        <input
          type="file"
          name="plan-text"
          accept=".txt,.md,.markdown,.docx,text/plain,text/markdown"
          @change=${(event: Event) => void this.#read(view, doc, event.target as HTMLInputElement)}
        />
        <span>${words.chooseFile}</span>
      </label>
      ${this.#isReading ? html`<p role="status">${words.loading}</p>` : nothing}
      ${renderField({
        label: words.paste,
        name: 'plan-paste',
        kind: 'area',
        value: this.#pasted,
        hint: words.pasteHint,
        change: (text) => {
          this.#pasted = text;
        },
        input: (text) => {
          this.#pasted = text;
        },
      })}
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-control="split-text"
          @click=${() => this.#splitText(view, doc)}
        >
          ${words.split}
        </button>
        <button
          type="button"
          class="plain"
          data-control="find-repairs"
          @click=${() => void this.#findRepairs(view)}
        >
          ${words.findRepairs}
        </button>
      </div>
      ${this.#repairs ? this.#renderRepairs(view, doc, this.#repairs) : nothing}
      ${this.#fault === null ? nothing : html`<p data-error role="alert">${this.#fault}</p>`}
      ${this.#split ? this.#renderSplit(view, doc, this.#split) : nothing}
    </fieldset>`;
  }

  async #read(view: EditView, doc: PlanDocument, input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    this.#isReading = true;
    this.#fault = null;
    view.redraw();
    try {
      const { readPlanText } = await import('../../io/read-plan-text.ts');
      const { text, problems } = await readPlanText(file, file.name);
      this.#pasted = text;
      this.#fault = problems.map(({ message }) => message).join(' ') || null;
      this.#splitText(view, doc);
    } catch (error) {
      this.#fault =
        error instanceof PlanError
          ? error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(' ')
          : String(error);
    } finally {
      this.#isReading = false;
      input.value = '';
      view.redraw();
    }
  }

  #splitText(view: EditView, doc: PlanDocument): void {
    const taken = new Set(
      view.bundle.plan.docs
        .filter(({ id }) => id !== doc.id)
        .flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)),
    );
    const split = splitPlanText(this.#pasted, doc.title, taken);
    const former = new Set(doc.paragraphs.map(({ id }) => id));
    const paragraphs = keepIds(doc.paragraphs, split.paragraphs);
    this.#split = { ...split, paragraphs };
    this.#kept = paragraphs.filter(({ id }) => former.has(id)).length;
    view.redraw();
  }

  async #findRepairs(view: EditView): Promise<void> {
    this.#isReading = true;
    view.redraw();
    const [{ findRepairs }, { findSimplifying }, { withoutOverlaps }] = await Promise.all([
      import('../../core/intake/find-repairs.ts'),
      import('../../core/intake/find-simplifying.ts'),
      import('../../core/intake/apply-repairs.ts'),
    ]);
    this.#pasted = this.#pasted.replaceAll(/\r\n?/g, '\n');
    const found = [...findRepairs(this.#pasted), ...(await findSimplifying(this.#pasted))];
    this.#repairs = withoutOverlaps(found);
    this.#accepted = new Set();
    this.#isReading = false;
    view.redraw();
  }

  #renderRepairs(view: EditView, doc: PlanDocument, repairs: readonly Repair[]): TemplateResult {
    const { words } = view;
    if (repairs.length === 0) return html`<p class="good" role="status">${words.noRepairs}</p>`;
    const accepted = repairs.filter(({ id }) => this.#accepted.has(id));
    const all = (isOn: boolean): void => {
      this.#accepted = new Set(isOn ? repairs.map(({ id }) => id) : []);
      view.redraw();
    };
    return html`<div data-repairs>
      <p role="status">${words.repairs(repairs.length)}</p>
      <p class="quiet">${words.repairsWhat}</p>
      <div class="actions">
        <button type="button" class="plain" @click=${() => all(true)}>${words.acceptAll}</button>
        <button type="button" class="plain" @click=${() => all(false)}>${words.acceptNone}</button>
        <button
          type="button"
          class="plain strong"
          data-control="apply-repairs"
          ?disabled=${accepted.length === 0}
          @click=${() => {
            this.#pasted = applyRepairs(this.#pasted, accepted).text;
            this.#repairs = null;
            this.#splitText(view, doc);
          }}
        >
          ${words.applyRepairs(accepted.length)}
        </button>
      </div>
      <ul class="rows">
        ${repairs.slice(0, MOST_REPAIRS).map(
          ({ id, before, after, context, reason, isSure }) =>
            html`<li>
              <label class="check">
                <input
                  type="checkbox"
                  .checked=${this.#accepted.has(id)}
                  @change=${(event: Event) => {
                    if ((event.target as HTMLInputElement).checked) this.#accepted.add(id);
                    else this.#accepted.delete(id);
                    view.redraw();
                  }}
                />
                <span
                  >${context.before}<del>${visible(before)}</del
                  ><ins>${visible(after)}</ins>${context.after}</span
                >
              </label>
              <small>${view.say(reason)}${isSure ? '' : ' ?'}</small>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderSplit(view: EditView, doc: PlanDocument, split: SplitPlan): TemplateResult {
    const { words } = view;
    return html`<div data-split>
      <p role="status">${words.splitInto(split.paragraphs.length, this.#kept)}</p>
      ${
        split.problems.length > 0
          ? html`<ul class="rows problems">
              ${split.problems.map(({ code, message, remedy, severity }) => {
                const named = nameReading(code, view.state.lang);
                return html`<li data-severity=${severity}>
                  ${named ? html`<p>${named.what}</p>` : nothing}
                  <p lang="en">${message}</p>
                  <small>${words.remedy}${named?.remedy ?? remedy}</small>
                </li>`;
              })}
            </ul>`
          : nothing
      }
      <ol class="rows">
        ${split.paragraphs.map(
          ({ id, title, text }) =>
            html`<li><span>${title}</span><small>${id} · ${[...text].length}</small></li>`,
        )}
      </ol>
      ${
        split.paragraphs.length > 0
          ? html`<button
              type="button"
              class="plain strong"
              data-control="take-text"
              @click=${() => {
                this.#split = null;
                this.#pasted = '';
                view.edit(putDocument(view.bundle, { ...doc, paragraphs: split.paragraphs }));
              }}
            >
              ${words.take}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderParagraphs(view: EditView, doc: PlanDocument): TemplateResult {
    const { words } = view;
    const { paragraphs } = doc;
    return html`<fieldset class="group">
      <legend>${words.paragraphs(paragraphs.length)}</legend>
      ${paragraphs.length === 0 ? html`<p class="quiet">${words.isEmptyText}</p>` : nothing}
      <ol class="rows">
        ${paragraphs.map(
          (one, index) =>
            html`<li>
              <details
                ?open=${this.#open === one.id}
                @toggle=${(event: Event) => {
                  if ((event.target as HTMLDetailsElement).open) this.#open = one.id;
                }}
              >
                <summary>${one.title} <small>${one.id}</small></summary>
                ${this.#open === one.id ? this.#renderParagraph(view, doc, one) : nothing}
              </details>
              <span class="actions">
                <button
                  type="button"
                  class="plain"
                  ?disabled=${index === 0}
                  aria-label=${words.up(one.title)}
                  @click=${() => view.edit(moveParagraph(view.bundle, doc.id, one.id, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="plain"
                  ?disabled=${index === paragraphs.length - 1}
                  aria-label=${words.down(one.title)}
                  @click=${() => view.edit(moveParagraph(view.bundle, doc.id, one.id, 1))}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="plain"
                  aria-label=${words.removePara(one.title)}
                  @click=${() => view.edit(removeParagraph(view.bundle, doc.id, one.id))}
                >
                  ✕
                </button>
              </span>
            </li>`,
        )}
      </ol>
    </fieldset>`;
  }

  #renderParagraph(view: EditView, doc: PlanDocument, one: Paragraph): TemplateResult {
    const { words } = view;
    const put = (patch: Partial<Paragraph>): void =>
      view.edit(putParagraph(doc.id, { ...one, ...patch }));
    return html`
      ${renderField({
        label: words.paraTitle,
        name: 'para-title',
        value: one.title,
        change: (title) => put({ title: title.trim() }),
      })}
      ${renderField({
        label: words.paraPath,
        name: 'para-path',
        value: one.path.join(' › '),
        change: (path) =>
          put({
            path: path
              .split('›')
              .map((part) => part.trim())
              .filter(Boolean),
          }),
      })}
      ${renderField({
        label: words.paraText,
        name: 'para-text',
        kind: 'area',
        value: one.text,
        change: (text) => put({ text: text.trim() }),
      })}
    `;
  }

  forget(): void {
    this.#repairs = null;
    this.#split = null;
    this.#pasted = '';
    this.#fault = null;
    this.#open = null;
  }
}
