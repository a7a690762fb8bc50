import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contracts/errors.ts';
import type { CompareMessages } from '../messages/compare-messages.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';
import type { CompareView } from './compare-view.ts';

const MOST_PROBLEMS = 3;

interface ChooserOptions {
  readonly openAddress: (src: string) => void;
  readonly openFile: (file: File) => void;
  /** Stops what is on its way, or goes back to what was there; null: there is nothing to go back to. */
  readonly cancel: (() => void) | null;
}

/** Where the other plan comes from: an address on this site or a file; how that goes, and what went wrong. */
export function renderChooser(view: CompareView, options: ChooserOptions): TemplateResult {
  const { words, other, state } = view;
  const isLoading = other.status === 'loading';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const src = form.querySelector<HTMLInputElement>('input[type=text]')!.value.trim();
    if (src !== '') options.openAddress(src);
  };
  const takeFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) options.openFile(file);
    /** So that the same file can be chosen again once it is mended. */
    input.value = '';
  };
  return html`
    <form class="chooser" aria-label=${words.choose} aria-busy=${isLoading} @submit=${submit}>
      <h3>${words.choose}</h3>
      <p>${words.chooseHow}</p>
      ${other.status === 'failed' ? renderFailure(view, other.name, other.problems) : nothing}
      <div class="line-up">
        <label>
          <span class="hidden">${words.address}</span>
          <input
            type="text"
            inputmode="url"
            autocomplete="off"
            spellcheck="false"
            maxlength="500"
            placeholder=${words.addressHint}
            .value=${state.compare.other.src ?? ''}
            ?disabled=${isLoading}
          />
        </label>
        <button type="submit" class="boxed" data-control="load-plan" ?disabled=${isLoading}>
          ${words.load}
        </button>
        <label class="boxed file">
          ${words.file}
          <input
            type="file"
            accept=".json,.zip,application/json,application/zip"
            ?disabled=${isLoading}
            @change=${takeFile}
          />
        </label>
        ${
          options.cancel
            ? html`<button
                type="button"
                class="plain"
                data-control="cancel-plan"
                @click=${options.cancel}
              >
                ${words.cancel}
              </button>`
            : nothing
        }
      </div>
      <div class="progress" role="status">
        ${
          isLoading
            ? html`<p>${words.loading(other.name)}</p>
                <progress></progress>`
            : nothing
        }
      </div>
    </form>
  `;
}

/** Faults that only choosing can have. */
function nameOurs(
  words: CompareMessages,
  code: string,
): { readonly what: string; readonly remedy: string } | null {
  if (code === 'origin-unlisted') {
    return { what: words.foreignAddress, remedy: words.foreignAddressRemedy };
  }
  return code === 'compare-file-too-large'
    ? { what: words.tooLarge, remedy: words.tooLargeRemedy }
    : null;
}

function renderFailure(
  { words, state }: CompareView,
  name: string,
  problems: readonly Problem[],
): TemplateResult {
  const [first] = problems;
  const named = first ? (nameOurs(words, first.code) ?? nameProblem(first.code, state.lang)) : null;
  const remedy = named?.remedy ?? first?.remedy;
  return html`<div class="failure" role="alert" data-code=${first?.code ?? ''}>
    <p><strong>${words.failed(name)}</strong></p>
    ${named ? html`<p>${named.what}</p>` : nothing}
    <ul lang="en">
      ${problems
        .slice(0, MOST_PROBLEMS)
        .map(
          ({ file, at, message, code }) =>
            html`<li>${sayWhere(name, file, at)}${message} <code>${code}</code></li>`,
        )}
      ${problems.length > MOST_PROBLEMS ? html`<li>+ ${problems.length - MOST_PROBLEMS}</li>` : nothing}
    </ul>
    ${remedy ? html`<p>${words.remedy}${remedy}</p>` : nothing}
  </div>`;
}

/** The file, unless it is the one that was asked for, and the place in it. */
function sayWhere(name: string, file: string, at: string | undefined): string {
  const where = [file === name ? '' : file, at ?? ''].filter(Boolean).join(', ');
  return where === '' ? '' : `${where}: `;
}
