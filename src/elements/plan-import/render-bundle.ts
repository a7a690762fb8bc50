import { html, nothing, type TemplateResult } from 'lit';
import type { ImportView } from './import-view.ts';
import { renderProblems } from './render-files.ts';

/** A whole plan among the files: what it holds, what is wrong with it, and the way to open it. */
export function renderBundle(view: ImportView): TemplateResult | typeof nothing {
  const { words, bundles, pick, act } = view;
  const { opened } = bundles;
  if (!opened) return nothing;
  const { bundle, problems } = opened;
  return html`<section class="bundle" part="bundle" aria-label=${words.bundle}>
    <h3>${words.bundle}</h3>
    ${
      bundle
        ? html`<p>
              <b>${pick(bundle.bundle.title, bundle.bundle.titleEn)}</b>
              <small
                >${words.bundleHolds(
                  bundle.plan.docs.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
                  bundle.layers.length,
                  bundle.features.features.length,
                )}</small
              >
            </p>
            <p><small>${words.bundleNote}</small></p>
            <div class="actions">
              <button
                type="button"
                class="plain strong"
                data-control="open-bundle"
                @click=${act.openBundle}
              >
                ${words.bundleOpen}
              </button>
            </div>`
        : html`<p role="alert" data-error>${words.bundleBad}</p>`
    }
    ${renderProblems(problems, view)}
  </section>`;
}
