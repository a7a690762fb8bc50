import { html, nothing, type TemplateResult } from 'lit';
import type { FeatureCollection } from 'geojson';
import type { DraftRecord } from '../../contracts/draft.ts';
import { compareBundles, type FeatureChange } from '../../core/draft/compare-bundles.ts';
import { differWords } from '../../core/draft/differ-words.ts';
import { writeChangeList } from '../../core/draft/write-change-list.ts';
import { sayTime } from '../../core/marks/minutes.ts';
import { deleteDraft } from '../draft/draft-disk.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import type { EditView } from './edit-view.ts';
import { renderField } from '../shared/render-field.ts';

const MOST_STEPS = 100;

/** Who did what and when, what differs from the plan, named versions, and the ways out: files and other drafts. */
export class VersionsTab {
  #versionName = '';
  #drafts: readonly DraftRecord[] | null = null;
  #shown: string | null = null;

  render(view: EditView): TemplateResult {
    const { words, draft, store } = view;
    if (this.#drafts === null) void this.#list(view);
    return html`<div class="form">
      <fieldset class="group">
        <legend>${words.exportTitle}</legend>
        <div class="actions">
          <button
            type="button"
            class="plain strong"
            data-control="export-zip"
            @click=${() => void exportZip(view)}
          >
            ${words.exportZip}
          </button>
          <button
            type="button"
            class="plain"
            data-control="export-list"
            @click=${() => exportList(view)}
          >
            ${words.exportList}
          </button>
        </div>
        <small>${words.exportNote}</small>
        ${renderField({
          label: words.who,
          name: 'who',
          value: draft.who,
          hint: words.whoHint,
          change: (who) => store.setWho(who.trim()),
        })}
      </fieldset>
      <fieldset class="group">
        <legend>${words.versions}</legend>
        <form
          class="inline"
          @submit=${(event: Event) => {
            event.preventDefault();
            if (this.#versionName.trim() === '') return;
            store.nameVersion(this.#versionName.trim());
            this.#versionName = '';
          }}
        >
          ${renderField({
            label: words.versionName,
            name: 'version-name',
            value: this.#versionName,
            change: (name) => {
              this.#versionName = name;
            },
            input: (name) => {
              this.#versionName = name;
            },
          })}
          <button type="submit" class="plain" data-control="name-version">
            ${words.nameVersion}
          </button>
        </form>
        ${draft.versions.length === 0 ? html`<p class="quiet">${words.noVersions}</p>` : nothing}
        <ul class="rows">
          ${draft.versions.toReversed().map(
            (version) =>
              html`<li>
                <span>${version.name}</span>
                <small>${version.who || words.anonymous} · ${this.#time(version.at)}</small>
                <button
                  type="button"
                  class="plain"
                  aria-label=${words.restoreTo(version.name)}
                  @click=${() => {
                    store.restore(version);
                    view.tell(words.restoreTo(version.name));
                  }}
                >
                  ${words.restore}
                </button>
              </li>`,
          )}
        </ul>
      </fieldset>
      ${this.#renderChanges(view)}
      <fieldset class="group">
        <legend>${words.steps(draft.steps.length)}</legend>
        ${draft.steps.length === 0 ? html`<p class="quiet">${words.noSteps}</p>` : nothing}
        <ol class="rows" reversed>
          ${draft.steps
            .slice(-MOST_STEPS)
            .toReversed()
            .map(
              (step) =>
                html`<li>
                  <span>${view.say(step.what)}</span>
                  <small>${step.who || words.anonymous} · ${this.#time(step.at)}</small>
                  <button
                    type="button"
                    class="plain"
                    aria-label=${words.restoreTo(view.say(step.what))}
                    @click=${() => {
                      store.restore(step);
                      view.tell(words.restoreTo(view.say(step.what)));
                    }}
                  >
                    ${words.restore}
                  </button>
                </li>`,
            )}
        </ol>
      </fieldset>
      ${this.#renderDrafts(view)}
    </div>`;
  }

  #time(at: string): string {
    return sayTime(new Date(at).toISOString());
  }

  #renderChanges(view: EditView): TemplateResult {
    const { words, draft } = view;
    const { features, paragraphs } = compareBundles(draft.base, draft.bundle);
    const names = { added: words.added, removed: words.removed, changed: words.changed };
    return html`<fieldset class="group">
      <legend>${words.changes}</legend>
      ${
        features.length + paragraphs.length === 0
          ? html`<p class="quiet">${words.noChanges}</p>`
          : nothing
      }
      <ul class="rows" data-changes>
        ${features.map(
          (change) =>
            html`<li data-change=${change.change}>
              <small class="badge">${names[change.change]}</small>
              <button
                type="button"
                class="link"
                aria-pressed=${this.#shown === change.id}
                @click=${() => this.#show(view, change)}
              >
                ${view.pick(change.name, change.nameEn)}
              </button>
            </li>`,
        )}
        ${paragraphs.map(
          ({ id, title, before, after }) =>
            html`<li data-change="text">
              <small class="badge">${words.textChanged}</small>
              <button
                type="button"
                class="link"
                @click=${() => view.request({ type: 'select', clause: id, origin: 'card' })}
              >
                ${title}
              </button>
              <p class="words">
                ${differWords(before ?? '', after ?? '').map(({ kind, text }) => {
                  if (kind === 'added') return html`<ins>${text}</ins>`;
                  if (kind === 'removed') return html`<del>${text}</del>`;
                  return text.length > 60 ? `${text.slice(0, 20)} …… ${text.slice(-20)}` : text;
                })}
              </p>
            </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  /** Before and after on the map, in tones of their own. */
  #show(view: EditView, { id, before, after }: FeatureChange): void {
    this.#shown = this.#shown === id ? null : id;
    const features =
      this.#shown === null
        ? []
        : ([['old', before] as const, ['new', after] as const].flatMap(([tone, feature]) =>
            feature?.geometry
              ? [{ type: 'Feature', geometry: feature.geometry, properties: { tone } }]
              : [],
          ) as FeatureCollection['features']);
    view.request({
      type: 'lay',
      change: {
        preview: features.length > 0 ? { features: { type: 'FeatureCollection', features } } : null,
      },
    });
    if (after) view.request({ type: 'select', feature: id, origin: 'list' });
    view.redraw();
  }

  #renderDrafts(view: EditView): TemplateResult {
    const { words, draft, session } = view;
    const others = (this.#drafts ?? []).filter(({ draftId }) => draftId !== draft.draftId);
    return html`<fieldset class="group">
      <legend>${words.drafts}</legend>
      ${others.length === 0 ? html`<p class="quiet">${words.noDrafts}</p>` : nothing}
      <ul class="rows">
        ${others.map(
          ({ draftId, title, steps, changedAt }) =>
            html`<li>
              <span>${title}</span>
              <small>${words.steps(steps)} · ${this.#time(changedAt)}</small>
              <button
                type="button"
                class="plain"
                @click=${() => {
                  this.#drafts = null;
                  void session.open(draftId).catch((error: unknown) => view.tell(String(error)));
                }}
              >
                ${words.openDraft(title)}
              </button>
              ${view.ask(
                `delete-${draftId}`,
                words.deleteDraft(title),
                words.deleteDraftAsks(title, steps),
                () => {
                  void deleteDraft(draftId).finally(() => {
                    this.#drafts = null;
                    view.redraw();
                  });
                },
              )}
            </li>`,
        )}
      </ul>
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-control="leave-draft"
          @click=${() => {
            this.#drafts = null;
            session.leave();
          }}
        >
          ${words.leave}
        </button>
        ${
          draft.quarantined > 0
            ? html`<span class="warn">${words.quarantined(draft.quarantined)}</span>
                <button
                  type="button"
                  class="plain"
                  @click=${async () => {
                    const text = await view.store.readQuarantine();
                    saveFile(nameFile([draft.draftId], 'json'), text, 'application/json');
                  }}
                >
                  ${words.quarantine}
                </button>`
            : nothing
        }
        ${
          draft.steps.length > 0
            ? view.ask('discard', words.discard, words.discardAsks(draft.steps.length), () => {
                void view.store.discard();
              })
            : nothing
        }
      </div>
    </fieldset>`;
  }

  async #list(view: EditView): Promise<void> {
    this.#drafts = [];
    this.#drafts = await view.session.list();
    view.redraw();
  }

  /** Other drafts may have come since. */
  forget(): void {
    this.#drafts = null;
    this.#shown = null;
  }
}

async function exportZip({ bundle, tell, words, state }: EditView): Promise<void> {
  const { writeBundleZip } = await import('../../io/bundle-zip.ts');
  const name = nameFile(
    [(state.lang === 'en' && bundle.bundle.titleEn) || bundle.bundle.title],
    'zip',
  );
  saveFile(name, writeBundleZip(bundle) as Uint8Array<ArrayBuffer>, 'application/zip');
  tell(`${words.exportZip}: ${name}`);
}

function exportList({ draft, state, words, tell }: EditView): void {
  const at = sayTime(new Date().toISOString());
  const text = writeChangeList(draft.base, draft.bundle, state.lang, at);
  const name = nameFile([draft.bundle.bundle.title, words.exportList.replace(/[（(].*/, '')], 'md');
  saveFile(name, text, 'text/markdown;charset=utf-8');
  tell(`${words.exportList}: ${name}`);
}
