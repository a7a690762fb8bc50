import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFeature, PlanRef, RefRole } from '../../contracts/bundle.ts';
import { citeClause, uncite } from '../../core/draft/edits.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import type { EditView } from './edit-view.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';

const ROLES: readonly RefRole[] = ['defines', 'mentions', 'constrains', 'funds'];

/** What a feature cites, and how it comes to cite more: by words selected in the text, or picked from a list. */
export class CiteForm {
  #para: string | null = null;
  #quote = '';
  #role: RefRole = 'mentions';
  #basis: PlanRef['basis'] = 'named';
  #fault: string | null = null;

  render(view: EditView, feature: PlanFeature): TemplateResult {
    const { words, bundle } = view;
    const { id, planRefs } = feature.properties;
    const paragraphs = bundle.plan.docs.flatMap((doc) =>
      doc.paragraphs.map((one) => ({ key: `${doc.id}/${one.id}`, title: one.title })),
    );
    const para = this.#para ?? paragraphs[0]?.key ?? '';
    return html`<fieldset class="group">
      <legend>${words.cites}</legend>
      ${planRefs.length === 0 ? html`<p class="warn">${words.noCites}</p>` : nothing}
      <ul class="rows">
        ${planRefs.map(
          (ref, index) =>
            html`<li data-cite>
              <button
                type="button"
                class="link"
                @click=${() => view.request({ type: 'select', clause: ref.para, origin: 'card' })}
              >
                <span lang="zh-Hans">“${ref.quote}”</span>
              </button>
              <small
                >${words.roles[ref.role]} ·
                ${ref.basis === 'named' ? words.named : words.reading}</small
              >
              <button
                type="button"
                class="plain"
                aria-label=${words.removeCite(ref.quote)}
                @click=${() => view.edit(uncite(bundle, id, index))}
              >
                ✕
              </button>
            </li>`,
        )}
      </ul>
      <div class="pair">
        ${renderChoice(
          words.role,
          'role',
          this.#role,
          ROLES.map((role) => ({ value: role, label: words.roles[role] })),
          (role) => {
            this.#role = role;
            view.redraw();
          },
        )}
        ${renderChoice(
          words.basis,
          'basis',
          this.#basis,
          [
            { value: 'named', label: words.named },
            { value: 'reading', label: words.reading },
          ],
          (basis) => {
            this.#basis = basis;
            view.redraw();
          },
        )}
      </div>
      <button
        type="button"
        class="plain strong"
        data-control="cite-selected"
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.#citeSelected(view, id)}
      >
        ${words.citeSelected}
      </button>
      <small>${words.citeHint}</small>
      ${renderChoice(
        words.paragraph,
        'para',
        para,
        paragraphs.map(({ key, title }) => ({ value: key, label: title, lang: 'zh-Hans' })),
        (key) => {
          this.#para = key;
          view.redraw();
        },
      )}
      ${renderField({
        label: words.quote,
        name: 'quote',
        value: this.#quote,
        input: (quote) => {
          this.#quote = quote;
        },
        change: (quote) => {
          this.#quote = quote;
        },
      })}
      <button
        type="button"
        class="plain"
        data-control="add-cite"
        @click=${() => this.#cite(view, id, para, this.#quote.trim())}
      >
        ${words.addCite}
      </button>
      ${this.#fault === null ? nothing : html`<p data-error role="alert">${this.#fault}</p>`}
    </fieldset>`;
  }

  #citeSelected(view: EditView, id: string): void {
    const found = readSelectedWords(view);
    if (!found) {
      this.#fault = view.words.nothingSelected;
      view.redraw();
      return;
    }
    this.#cite(view, id, found.para, found.quote);
  }

  #cite(view: EditView, id: string, key: string, quote: string): void {
    const [doc = '', para = ''] = key.split('/');
    const paragraph = view.bundle.plan.docs
      .find((one) => one.id === doc)
      ?.paragraphs.find((one) => one.id === para);
    if (quote === '' || !paragraph?.text.includes(quote)) {
      this.#fault = view.words.quoteMissing(quote.slice(0, 60));
      view.redraw();
      return;
    }
    this.#fault = null;
    this.#quote = '';
    const ref: PlanRef = { doc, para, quote, role: this.#role, basis: this.#basis };
    view.edit(citeClause(view.bundle, id, ref));
  }
}

/** Words that are marked in the text, or the phrase that is chosen there. */
function readSelectedWords({
  state,
  bundle,
}: EditView): { readonly para: string; readonly quote: string } | null {
  const docOf = (para: string): string | undefined =>
    bundle.plan.docs.find(({ paragraphs }) => paragraphs.some(({ id }) => id === para))?.id;
  const text = document.getSelection()?.toString().trim() ?? '';
  if (text !== '') {
    const plain = text.replaceAll(/\s+/g, '');
    for (const doc of bundle.plan.docs) {
      const { clause } = state.selection;
      // The paragraph in focus first: the same words may stand in several.
      const paragraphs = doc.paragraphs.toSorted(
        (a, b) => Number(b.id === clause) - Number(a.id === clause),
      );
      const found = paragraphs.find((one) => one.text.includes(plain));
      if (found) return { para: `${doc.id}/${found.id}`, quote: plain };
    }
    return null;
  }
  const { phrase } = state.selection;
  const words = phrase === null ? undefined : linkClauses(bundle).phrases.get(phrase);
  const doc = words ? docOf(words.para) : undefined;
  return words && doc ? { para: `${doc}/${words.para}`, quote: words.text } : null;
}
