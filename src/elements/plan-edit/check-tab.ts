import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contracts/errors.ts';
import type { Fix } from '../../core/draft-fixes/list-fixes.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';
import type { EditView } from './edit-view.ts';

const MOST_SHOWN = 200;

/** What the proof of the bundle finds at this moment, the way to each place, and how it can be mended. */
export class CheckTab {
  /** Ways that were found for the problem that is open. */
  #fixes: { readonly key: string; readonly found: readonly Fix[] | null } | null = null;

  render(view: EditView): TemplateResult {
    const { words, problems, state } = view;
    if (problems === null) return html`<p role="status">${words.checking}</p>`;
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (problems.length === 0) return html`<p class="good" role="status">${words.sound}</p>`;
    return html`
      <p role="status">${words.found(errors, problems.length - errors)}</p>
      <ul class="rows problems">
        ${problems.slice(0, MOST_SHOWN).map(
          (problem) =>
            html`<li data-severity=${problem.severity} data-code=${problem.code}>
              <strong>${nameProblem(problem.code, state.lang)?.what ?? problem.code}</strong>
              <p>${problem.message}</p>
              <small>${words.remedy}${problem.remedy}</small>
              ${
                findPlace(view, problem)
                  ? html`<button type="button" class="plain" @click=${() => goTo(view, problem)}>
                      ${words.goThere}
                    </button>`
                  : nothing
              }
              ${this.#renderFixes(view, problem)}
            </li>`,
        )}
      </ul>
    `;
  }

  #renderFixes(view: EditView, problem: Problem): TemplateResult {
    const { words, say } = view;
    const key = `${problem.code} ${problem.message}`;
    const open = this.#fixes?.key === key ? this.#fixes : null;
    return html`<div class="actions">
      ${
        open === null
          ? html`<button
              type="button"
              class="plain"
              data-control="find-fixes"
              @click=${() => void this.#find(view, problem, key)}
            >
              ${words.findFixes}
            </button>`
          : open.found === null
            ? html`<span role="status">${words.checking}</span>`
            : open.found.length === 0
              ? html`<span class="quiet" role="status">${words.noFixes}</span>`
              : open.found.map(
                  (fix) =>
                    html`<button
                      type="button"
                      class="plain strong"
                      data-control="apply-fix"
                      @click=${() => view.edit(fix)}
                    >
                      ${words.fix}${say(fix.label)}
                    </button>`,
                )
      }
    </div>`;
  }

  async #find(view: EditView, problem: Problem, key: string): Promise<void> {
    this.#fixes = { key, found: null };
    view.redraw();
    const [{ listFixes }, { proveAtOnce }] = await Promise.all([
      import('../../core/draft-fixes/list-fixes.ts'),
      import('../plan-atlas/prove-bundle.ts'),
    ]);
    const found = listFixes(view.bundle, problem, proveAtOnce);
    if (this.#fixes?.key === key) this.#fixes = { key, found };
    view.redraw();
  }
}

function findPlace(
  { bundle }: EditView,
  { at }: Problem,
): { readonly feature: string } | { readonly clause: string } | null {
  if (at === undefined) return null;
  if (bundle.features.features.some(({ properties }) => properties.id === at)) {
    return { feature: at };
  }
  const para = at.split('/').at(-1)!;
  const isPara = bundle.plan.docs.some(({ paragraphs }) =>
    paragraphs.some(({ id }) => id === para),
  );
  return isPara ? { clause: para } : null;
}

function goTo(view: EditView, problem: Problem): void {
  const place = findPlace(view, problem);
  if (!place) return;
  view.request({ type: 'select', ...place, origin: 'card' });
  if ('feature' in place) view.openTab('features');
}
