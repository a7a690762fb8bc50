import { html, nothing, type TemplateResult } from 'lit';
import { reachOf } from '../../core/share/share-link.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';
import type { EmbedMessages } from '../messages/embed-messages.ts';
import type { ShareMessages } from '../messages/share-messages.ts';
import type { FinderView } from './embed-context.ts';
import { listChoices } from './list-choices.ts';
import { renderChoiceList, renderFinder, renderSegments, renderSelect } from './render-about.ts';
import { SHARE_FORMATS, type ShareChoice, type ShareFormat } from './share-context.ts';
import type { SharePicture } from './share-maker.ts';

export interface ShareView {
  readonly words: ShareMessages;
  readonly embedWords: EmbedMessages;
  readonly bundle: PlanBundle;
  readonly lang: Language;
  readonly choice: ShareChoice;
  readonly finder: FinderView;
  /** Address of the app. */
  readonly page: string;
  readonly picture: SharePicture | null;
  /** What is under way; null: nothing. */
  readonly step: 'map' | 'words' | 'file' | null;
  readonly told: string;
  readonly failure: string | null;
  readonly choose: (change: Partial<ShareChoice>) => void;
  readonly make: () => void;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly copy: () => void;
}

/** Options of the picture at the left, the picture and what can be done with it at the right. */
export function renderShare(view: ShareView): TemplateResult {
  return html`${renderOptions(view)} ${renderResult(view)}`;
}

function renderOptions(view: ShareView): TemplateResult {
  const { words, embedWords, choice, choose, finder, bundle, lang } = view;
  const reach = reachOf(view.page);
  return html`<form
    class="form"
    part="form"
    aria-label=${words.form}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <section>
      <h3>${words.about}</h3>
      ${renderSegments(
        'about',
        words.about,
        (['view', 'feature'] as const).map((name) => [name, words.abouts[name]] as const),
        choice.about,
        (about) => choose({ about }),
      )}
      ${
        choice.about === 'feature'
          ? renderFinder(
              embedWords,
              finder,
              renderChoiceList(
                {
                  field: 'feature',
                  label: embedWords.feature,
                  listed: finder.features,
                  chosen: choice.feature,
                  words: embedWords,
                  choose: (feature) => choose({ feature }),
                },
                listChoices(bundle, lang, { feature: null, clause: null }, '', null).features,
              ),
            )
          : nothing
      }
    </section>
    <section>
      <h3>${words.format}</h3>
      ${renderSelect(
        'format',
        words.format,
        (Object.keys(SHARE_FORMATS) as ShareFormat[]).map(
          (name) => [name, words.formats[name]] as const,
        ),
        choice.format,
        (format) => choose({ format }),
      )}
    </section>
    ${
      reach === 'public'
        ? nothing
        : html`<p class="warning" data-reach=${reach}>${words.reach[reach]}</p>`
    }
    <div class="actions">
      ${
        view.step === null
          ? html`<button type="button" class="main" data-action="make" @click=${view.make}>
              ${words.make}
            </button>`
          : html`<button
              type="button"
              class="plain strong"
              data-action="cancel"
              @click=${view.cancel}
            >
              ${words.cancel}
            </button>`
      }
    </div>
  </form>`;
}

const PARTS = ['map', 'words', 'file'] as const;

function renderResult(view: ShareView): TemplateResult {
  const { words, picture, step, told, failure } = view;
  const isStale = picture !== null && !isSame(picture.choice, view.choice);
  return html`<section
    class="result"
    part="preview"
    aria-label=${words.pictureOf(picture?.name ?? '')}
  >
    ${
      step === null
        ? nothing
        : html`<progress
            max=${PARTS.length}
            value=${PARTS.indexOf(step)}
            aria-label=${words.steps[step]}
          ></progress>`
    }
    <p class="told" role="status" data-told>${step === null ? told : words.steps[step]}</p>
    ${failure === null ? nothing : html`<p data-error role="alert">${failure}</p>`}
    ${
      picture === null
        ? html`<p class="empty">${words.emptyPicture}</p>`
        : html`${isStale ? html`<p class="warning">${words.stale}</p>` : nothing}
            ${
              picture.mapFailure === null
                ? nothing
                : html`<p class="warning" data-map-failure>
                    ${words.mapFailed(picture.mapFailure)}
                  </p>`
            }
            ${picture.isShortened ? html`<p class="warning">${words.shortened}</p>` : nothing}
            <div class="actions">
              <button type="button" class="main" data-action="save" @click=${view.save}>
                ${words.save}
              </button>
              <button
                type="button"
                class="plain strong"
                data-action="copy-picture"
                @click=${view.copy}
              >
                ${words.copy}
              </button>
            </div>
            <img class="picture" src=${picture.url} alt=${words.pictureOf(picture.name)} />
            <p class="note link">${words.linkIs}: <code>${picture.link}</code></p>`
    }
  </section>`;
}

const isSame = (a: ShareChoice, b: ShareChoice): boolean =>
  a.about === b.about && a.format === b.format && (a.about === 'view' || a.feature === b.feature);
