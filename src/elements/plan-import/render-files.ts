import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contracts/errors.ts';
import type { FileNews, ReadJob } from './file-desk.ts';
import type { ImportView } from './import-view.ts';
import { nameReading } from './name-reading.ts';

const ACCEPT =
  '.zip,.shp,.shx,.dbf,.prj,.cpg,.geojson,.geojsonl,.json,.kml,.kmz,.gpx,.csv,.tsv,.txt,.xlsx,.dxf,.gpkg,.fgb';
const MOST_PROBLEMS = 30;

/** What can be read, how to give it, what is being read and what is open. */
export function renderFiles(view: ImportView): TemplateResult {
  const { words, files, act } = view;
  const isEmpty = files.files.length === 0 && files.jobs.length === 0;
  return html`<section class="files" part="files" aria-label=${words.files}>
    ${isEmpty ? html`<p>${words.intro}</p>` : nothing}
    <div class="give" data-dropping=${view.isDropping}>
      <label class="choose">
        <input
          type="file"
          multiple
          accept=${ACCEPT}
          aria-describedby="drop-hint"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            act.open([...(input.files ?? [])].map((file) => ({ name: file.name, blob: file })));
            input.value = '';
          }}
        />
        <span>${isEmpty ? words.choose : words.chooseMore}</span>
      </label>
      <p id="drop-hint">${view.isDropping ? words.dropNow : words.dropHint}</p>
      <p class="stays">${words.stays}</p>
    </div>
    ${isEmpty ? renderFormats(view) : nothing} ${renderPaste(view)}
    ${files.jobs.map((job) => renderJob(job, view))}
    ${
      files.files.length > 0
        ? html`<ul class="open">
            ${files.files.map(
              (file) =>
                html`<li>
                  <span>${file}</span>
                  <button
                    type="button"
                    class="plain"
                    aria-label=${words.closeOf(file)}
                    @click=${() => act.close(file)}
                  >
                    ${words.close}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <p role="status" class="news">${sayNews(files.news, view)}</p>
    ${renderProblems([...files.faults, ...files.summary.problems], view)}
  </section>`;
}

function renderFormats({ words }: ImportView): TemplateResult {
  return html`<dl class="formats" aria-label=${words.formatsLabel}>
    ${words.formats.map(
      ([what, endings]) =>
        html`<div>
          <dt>${what}</dt>
          <dd>${endings}</dd>
        </div>`,
    )}
  </dl>`;
}

function renderPaste({ words, act }: ImportView): TemplateResult {
  return html`<details class="paste">
    <summary>${words.pasteLabel}</summary>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const area = (event.target as HTMLFormElement).querySelector('textarea')!;
        act.paste(area.value);
        area.value = '';
      }}
    >
      <label class="line">
        <span>${words.pasteHint}</span>
        <textarea name="pasted" rows="3" spellcheck="false"></textarea>
      </label>
      <button type="submit" class="plain strong">${words.pasteTake}</button>
    </form>
  </details>`;
}

function renderJob({ name, progress, cancel }: ReadJob, { words }: ImportView): TemplateResult {
  const done = progress?.done ?? null;
  return html`<div class="job">
    <label>
      <span>${words.reading(name)}</span>
      <progress max="1" .value=${done ?? nothing} value=${done ?? nothing}></progress>
    </label>
    <span class="number"
      >${progress ? words.phases[progress.phase] : ''}
      ${done === null ? '' : words.percent(done)}</span
    >
    <button type="button" class="plain strong" aria-label=${words.cancelOf(name)} @click=${cancel}>
      ${words.cancel}
    </button>
  </div>`;
}

function sayNews(news: FileNews, { words }: ImportView): string {
  switch (news.type) {
    case 'none':
      return '';
    case 'read':
      return words.wasRead(news.files, news.layers);
    case 'cancelled':
      return words.cancelled(news.file);
    case 'closed':
      return words.closed(news.file);
    default:
      return news satisfies never;
  }
}

/** Errors at once, warnings folded; each with its place, code and what to do. */
export function renderProblems(
  problems: readonly Problem[],
  view: ImportView,
): TemplateResult | typeof nothing {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length === 0) return nothing;
  const list = (some: readonly Problem[]): TemplateResult =>
    html`<ul>
      ${some.slice(0, MOST_PROBLEMS).map((problem) => renderProblem(problem, view))}
      ${some.length > MOST_PROBLEMS ? html`<li>… ${some.length - MOST_PROBLEMS}</li>` : nothing}
    </ul>`;
  return html`<div class="problems">
    ${errors.length > 0 ? html`<div class="errors" role="alert">${list(errors)}</div>` : nothing}
    ${
      warnings.length > 0
        ? html`<details class="warnings" ?open=${warnings.length <= 2}>
            <summary>${view.words.problems(warnings.length)}</summary>
            ${list(warnings)}
          </details>`
        : nothing
    }
  </div>`;
}

function renderProblem(problem: Problem, { words, lang }: ImportView): TemplateResult {
  const { code, file, at, message, remedy } = problem;
  const named = nameReading(code, lang);
  return html`<li>
    <b>${file}${at === undefined ? '' : ` · ${at}`}</b>
    ${named ? html`${named.what}。` : nothing}
    <span lang="en">${message}</span>
    <span class="remedy"
      >${words.remedy}${named ? named.remedy : html`<span lang="en">${remedy}</span>`}</span
    >
    <code>${code}</code>
  </li>`;
}
