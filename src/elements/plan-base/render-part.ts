import { html, nothing, type TemplateResult } from 'lit';
import type { BaseMap, BaseReport, Terrain } from '../../contracts/base-map.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { Language } from '../../contracts/theme.ts';
import { baseMessages, type BaseMessages } from '../messages/base-messages.ts';
import { renderField } from '../shared/render-field.ts';
import { nameBaseProblem } from './name-base-problem.ts';

/** Credits that its maker asks for; the plan's own sources stay apart. */
export function renderDetails<Part extends BaseMap | Terrain>(
  of: Part,
  texts: BaseMessages,
  change: (next: Part) => void,
  redraw: () => void,
): TemplateResult {
  const field = (name: 'name' | 'attribution' | 'approval', hint?: string): TemplateResult =>
    renderField({
      label: texts[name],
      name,
      value: of[name],
      ...(hint ? { hint } : {}),
      change: (value) => change({ ...of, [name]: value.trim() }),
    });
  return html`<details>
    <summary>${texts.details}</summary>
    ${field('name')} ${field('attribution', texts.attributionHint)}
    ${field('approval', texts.approvalHint)}
    ${
      'maxZoom' in of
        ? renderField({
            label: texts.maxZoom,
            name: 'max-zoom',
            kind: 'number',
            value: String(of.maxZoom),
            hint: texts.maxZoomHint,
            change: (value) => {
              const maxZoom = Number(value);
              if (Number.isInteger(maxZoom) && maxZoom >= 0 && maxZoom <= 24) {
                change({ ...of, maxZoom });
              } else redraw();
            },
          })
        : nothing
    }
  </details>`;
}

/** How a part fares, why it does not come, and what to do. */
export function renderStatus(
  report: BaseReport | undefined,
  fault: Problem | undefined,
  lang: Language,
  act: { readonly cancel: () => void; readonly retry: () => void },
): TemplateResult {
  const texts = baseMessages[lang];
  const problem = fault ?? report?.problem ?? null;
  const named =
    problem &&
    (nameBaseProblem(problem.code, lang) ?? {
      what: problem.message,
      remedy: problem.remedy,
    });
  const isOpening = report?.status === 'opening';
  return html`<div
    class="status"
    part="status"
    role="status"
    data-status=${report?.status ?? 'none'}
  >
    ${
      report
        ? html`<p>
            ${report.progress === undefined ? texts.status[report.status] : texts.reading(report.progress)}
            ${report.progress === undefined ? nothing : html`<progress max="1" .value=${report.progress}></progress>`}
            ${
              isOpening
                ? html`<button
                    type="button"
                    class="plain"
                    data-action="cancel"
                    @click=${act.cancel}
                  >
                    ${texts.cancel}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
    ${
      named
        ? html`<p data-error>${named.what}</p>
            ${lang === 'en' ? nothing : html`<p lang="en"><small>${problem.message}</small></p>`}
            <p>${texts.remedy}${named.remedy}</p>
            ${
              report?.problem
                ? html`<button type="button" class="plain" data-action="retry" @click=${act.retry}>
                    ${texts.retry}
                  </button>`
                : nothing
            }`
        : nothing
    }
  </div>`;
}
