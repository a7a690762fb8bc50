import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chooseInk } from '../../core/embed/contrast.ts';
import {
  listLost,
  pageAddress,
  writeElement,
  writeFrame,
  writeMarkdown,
  writeStandalone,
  type SnippetOptions,
} from '../../core/embed/write-snippet.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { SNIPPET_FORMS, type EmbedContext, type SnippetForm } from './embed-context.ts';

/** The snippet as it is copied. */
export function writeSnippet(
  form: SnippetForm,
  options: SnippetOptions,
  bundle: PlanBundle,
): string {
  switch (form) {
    case 'element':
      return writeElement(options, bundle);
    case 'iframe':
      return writeFrame(options, bundle);
    case 'standalone':
      return writeStandalone(options, bundle);
    case 'markdown':
      return writeMarkdown(options, bundle);
    case 'link':
      return pageAddress(options, bundle);
    default:
      return form satisfies never;
  }
}

/** Rules for the page's style sheet; null where nothing was chosen or the form has no use for them. */
export function writeSheet({
  form,
  options,
  choice,
}: Pick<EmbedContext, 'form' | 'options' | 'choice'>): string | null {
  if (choice.accent === null || (form !== 'element' && form !== 'standalone')) return null;
  return [
    `plan-${options.slice} {`,
    `  --plan-accent: ${choice.accent};`,
    `  --plan-accent-ink: ${chooseInk(choice.accent)};`,
    '}',
  ].join('\n');
}

export interface SnippetView {
  readonly isLocal: boolean;
  /** What was last copied, or could not be; empty: nothing yet. */
  readonly told: string;
  readonly chooseForm: (form: SnippetForm) => void;
  readonly copy: (area: HTMLTextAreaElement, what: string) => void;
}

/** Tabs of the forms, the snippet, and what it needs. */
export function renderSnippet(context: EmbedContext, view: SnippetView): TemplateResult {
  const { words, form, options, bundle } = context;
  const text = writeSnippet(form, options, bundle);
  const sheet = writeSheet(context);
  const lost = form === 'element' || form === 'standalone' ? listLost(options) : [];
  return html`<section class="snippet" part="snippet">
    <h3 id="snippet-title">${words.snippet}</h3>
    <div class="tabs" role="tablist" aria-labelledby="snippet-title" @keydown=${move(view)}>
      ${SNIPPET_FORMS.map(
        (name) =>
          html`<button
            type="button"
            role="tab"
            id="form-${name}"
            data-form=${name}
            aria-selected=${name === form}
            aria-controls="snippet-panel"
            tabindex=${name === form ? 0 : -1}
            @click=${() => view.chooseForm(name)}
          >
            ${words.forms[name]}
          </button>`,
      )}
    </div>
    <div id="snippet-panel" role="tabpanel" aria-labelledby="form-${form}">
      <p class="note">${words.formNotes[form]}</p>
      ${
        lost.length > 0
          ? html`<p class="warning">
              ${words.formLosses(lost.map((name) => words.lossNames[name]).join('、'))}
            </p>`
          : nothing
      }
      ${renderBlock('snippet', words.forms[form], text, context, view)}
      ${
        sheet === null
          ? nothing
          : html`<h4>${words.sheet}</h4>
              ${renderBlock('sheet', words.sheet, sheet, context, view)}`
      }
      ${view.isLocal ? html`<p class="warning">${words.localNote}</p>` : nothing}
      <p class="told" role="status" data-told>${view.told}</p>
    </div>
  </section>`;
}

function renderBlock(
  name: string,
  label: string,
  text: string,
  { words }: EmbedContext,
  view: SnippetView,
): TemplateResult {
  const rows = Math.min(10, text.split('\n').length + 1 + Math.floor(text.length / 160));
  return html`<div class="block">
    <textarea
      readonly
      spellcheck="false"
      wrap="soft"
      data-text=${name}
      rows=${rows}
      aria-label=${label}
      .value=${live(text)}
    ></textarea>
    <button
      type="button"
      class="main"
      data-action="copy-${name}"
      aria-label=${words.copyOf(label)}
      @click=${(event: Event) => {
        const block = (event.currentTarget as Element).closest('.block')!;
        view.copy(block.querySelector('textarea')!, label);
      }}
    >
      ${words.copy}
    </button>
  </div>`;
}

/** ← → Home End go from tab to tab. */
const move =
  (view: SnippetView) =>
  (event: KeyboardEvent): void => {
    const list = event.currentTarget as HTMLElement;
    const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = steps[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length]!;
    view.chooseForm(tab.dataset['form'] as SnippetForm);
    tab.focus();
  };
