import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contracts/errors.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';
import type { EditView } from './edit-view.ts';

const MOST_SHOWN = 200;

/** What the proof of the bundle finds at this moment, and the way to each place. */
export function renderCheck(view: EditView): TemplateResult {
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
          </li>`,
      )}
    </ul>
  `;
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
