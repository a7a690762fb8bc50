import { html, nothing, type TemplateResult } from 'lit';
import type { Slide } from '../../core/present/list-slides.ts';
import type { PresentMessages } from '../messages/present-messages.ts';

export interface JumpListView {
  readonly slides: readonly Slide[];
  readonly index: number;
  readonly isEnglish: boolean;
  readonly words: PresentMessages;
  /** Where the story is printed; null where there is no such page. */
  readonly handout: string | null;
  readonly go: (index: number) => void;
  readonly close: () => void;
  readonly changed: () => void;
}

/** Title of a slide in the interface's language. */
export function titleOfSlide(slide: Slide, isEnglish: boolean): string {
  const { title, titleEn } = slide.kind === 'scene' ? slide.scene : slide.page;
  return (isEnglish && titleEn) || title;
}

/** The slides as a list to type into: by number or by a part of the title in either language. */
export class JumpList {
  #text = '';
  #active = 0;

  /** Anew, at the slide on stage. */
  open(index: number): void {
    this.#text = '';
    this.#active = index;
  }

  #find({ slides }: JumpListView): readonly number[] {
    const wanted = this.#text.trim().toLowerCase();
    const indices = slides.map((_, index) => index);
    if (wanted === '') return indices;
    return indices.filter((index) => {
      const slide = slides[index]!;
      if (/^\d+$/.test(wanted)) {
        return slide.kind === 'scene' && String(slide.number).startsWith(wanted);
      }
      return [true, false].some((isEnglish) =>
        titleOfSlide(slide, isEnglish).toLowerCase().includes(wanted),
      );
    });
  }

  #move(view: JumpListView, found: readonly number[], step: number): void {
    const at = Math.max(0, found.indexOf(this.#active));
    this.#active = found[Math.min(found.length - 1, Math.max(0, at + step))] ?? this.#active;
    view.changed();
  }

  #handleKey(event: KeyboardEvent, view: JumpListView): void {
    if (event.isComposing) return;
    const found = this.#find(view);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
    };
    const step = steps[event.key];
    if (event.key === 'Escape') view.close();
    else if (event.key === 'Enter') {
      if (found.includes(this.#active)) view.go(this.#active);
      else return;
    } else if (step !== undefined) this.#move(view, found, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  render(view: JumpListView): TemplateResult {
    const { slides, words, isEnglish } = view;
    const found = this.#find(view);
    if (!found.includes(this.#active) && found.length > 0) this.#active = found[0]!;
    return html`<section class="over list" role="dialog" aria-label=${words.list}>
      <header>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="slides"
          aria-autocomplete="list"
          aria-activedescendant=${found.length > 0 ? `slide-${this.#active}` : nothing}
          aria-label=${words.listFind}
          placeholder=${words.listFind}
          .value=${this.#text}
          @input=${(event: InputEvent) => {
            this.#text = (event.target as HTMLInputElement).value;
            view.changed();
          }}
          @keydown=${(event: KeyboardEvent) => this.#handleKey(event, view)}
        />
        ${
          view.handout === null
            ? nothing
            : html`<a
                class="plain"
                data-control="handout"
                href=${view.handout}
                target="_blank"
                rel="noopener"
                >${words.handout}</a
              >`
        }
        <button type="button" class="plain" data-control="close-list" @click=${view.close}>
          ${words.close}
        </button>
      </header>
      ${found.length === 0 ? html`<p class="empty" role="status">${words.listEmpty}</p>` : nothing}
      <ul id="slides" role="listbox" aria-label=${words.list} ?hidden=${found.length === 0}>
        ${found.map((index) => {
          const slide = slides[index]!;
          const number =
            slide.kind === 'scene' ? String(slide.number) : words[slide.kind as 'opening'];
          return html`<li
            id="slide-${index}"
            role="option"
            aria-selected=${index === this.#active}
            aria-current=${index === view.index ? 'true' : nothing}
            data-kind=${slide.kind}
            @click=${() => view.go(index)}
          >
            <span class="slide-number">${number}</span>
            <span>${titleOfSlide(slide, isEnglish)}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}
