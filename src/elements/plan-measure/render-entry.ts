import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MeasureMessages } from '../messages/measure-messages.ts';

interface Entry {
  readonly text: string;
  readonly error: string | null;
  /** How the last entry was read. */
  readonly note: string | null;
}

interface EntryHandlers {
  readonly type: (text: string) => void;
  readonly submit: () => void;
}

/** A box for typed coordinates; it says what it could not read, and how to write it. */
export function renderEntry(
  { text, error, note }: Entry,
  words: MeasureMessages,
  { type, submit }: EntryHandlers,
): TemplateResult {
  const example = words.example(words.entryExample);
  return html`
    <form
      class="entry"
      part="entry"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for="entry">${words.entry}</label>
      <div class="field">
        <input
          id="entry"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          placeholder=${words.entryExample}
          aria-describedby="entry-say"
          aria-invalid=${error === null ? nothing : 'true'}
          .value=${live(text)}
          @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
        />
        <button type="submit" class="plain strong">${words.add}</button>
      </div>
      <p id="entry-say" class="note" data-error=${error === null ? nothing : 'true'}>
        ${error === null ? (note ?? words.entryHint) : `${error} ${example}`}
      </p>
    </form>
  `;
}
