import { html, nothing, type TemplateResult } from 'lit';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import type { ExportFormat } from '../../contracts/export.ts';
import type { CrsId } from '../../contracts/import.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { findSeen } from '../../core/find-seen.ts';
import { exportInWorker } from '../../io/write/export-session.ts';
import { listExportSystems } from '../../io/write/formats.ts';
import { exportMessages, type ExportMessages } from '../messages/export-messages.ts';
import { nameReading } from '../plan-import/name-reading.ts';
import { saveFile } from '../plan-stats/save-file.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { renderChoice, renderSegments } from '../shared/render-field.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { chooseFeatures, type ExportScope } from './choose-features.ts';
import { planExportStyles } from './plan-export-styles.ts';

/**
 * 导出数据: chosen features as a file for other programs, each with its clauses, sources and accuracy. Written in a
 * worker of this machine; nothing is sent.
 *
 * @element plan-export
 * @csspart choices - which features, in what format and system
 * @csspart news - what was written, or why not
 */
export class PlanExport extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, formStyles, planExportStyles];

  #scope: ExportScope = 'all';
  #format: ExportFormat = 'geojson';
  #system: CrsId = 'EPSG:4490';
  #writing: AbortController | null = null;
  #news = '';
  #problems: readonly Problem[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#writing?.abort();
    this.#writing = null;
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, layers, selection, lang, flavour } = state;
    const seen = this.cartography && findSeen(state, this.cartography);
    return [bundle, layers, selection.features, lang, flavour, seen];
  }

  private get texts(): ExportMessages {
    return exportMessages[this.state?.lang ?? 'zh-Hans'];
  }

  #choose(change: () => void): void {
    change();
    this.#news = '';
    this.#problems = [];
    this.requestUpdate();
  }

  async #write(featureIds: readonly string[]): Promise<void> {
    const { bundle, cartography, texts } = this;
    if (!bundle || !cartography || this.#writing) return;
    const writing = new AbortController();
    this.#writing = writing;
    this.#news = '';
    this.#problems = [];
    this.requestUpdate();
    const { themes, statuses, certainties, flavours } = cartography;
    try {
      const file = await exportInWorker(
        {
          bundle,
          featureIds,
          format: this.#format,
          crs: this.#system,
          language: this.state!.lang,
          cartography: { themes, statuses, certainties, flavours },
          madeAt: new Date(),
        },
        writing.signal,
      );
      saveFile(file.fileName, file.bytes as BlobPart, file.mime);
      this.#news = texts.written(file.fileName, file.count);
      this.#problems = file.problems;
    } catch (error) {
      if (writing.signal.aborted) this.#news = texts.cancelled;
      else if (error instanceof PlanError) this.#problems = error.problems;
      else throw error;
    } finally {
      if (this.#writing === writing) this.#writing = null;
      this.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const { texts, bundle, cartography, state } = this;
    if (!bundle || !cartography) return html`<div class="body"></div>`;
    const features = chooseFeatures(this.#scope, state!, cartography);
    const systems = listExportSystems(this.#format, bundle.bundle.extent);
    const count = (certainty: string): number =>
      features.filter(({ properties }) => properties.accuracy.class === certainty).length;
    const [inferred, schematic] = [count('inferred'), count('schematic')];
    return html`<div class="body" lang=${state!.lang}>
      <p class="intro">${texts.intro}</p>
      <div class="choices" part="choices">
        <fieldset>
          <legend>${texts.which}</legend>
          ${renderSegments(texts.which, 'scope', this.#scope, texts.scopes, (scope) =>
            this.#choose(() => {
              this.#scope = scope;
            }),
          )}
          ${
            features.length === 0
              ? html`<p>${texts.none[this.#scope]}</p>`
              : inferred + schematic > 0
                ? html`<p>${texts.soft(inferred, schematic)}</p>`
                : nothing
          }
        </fieldset>
        <fieldset>
          <legend>${texts.format}</legend>
          ${renderSegments(texts.format, 'format', this.#format, texts.formats, (format) =>
            this.#choose(() => {
              this.#format = format;
              if (!listExportSystems(format, bundle.bundle.extent).includes(this.#system)) {
                this.#system = 'EPSG:4490';
              }
            }),
          )}
          <p>${texts.hints[this.#format]}</p>
          ${
            systems.length > 1
              ? renderChoice(
                  texts.system,
                  'system',
                  this.#system,
                  systems.map((system) => ({
                    value: system,
                    label: system === 'EPSG:4490' ? texts.degrees : texts.metres(system),
                  })),
                  (system) =>
                    this.#choose(() => {
                      this.#system = system;
                    }),
                )
              : nothing
          }
        </fieldset>
      </div>
      <div class="row">
        <button
          type="button"
          class="strong"
          data-action="export"
          aria-disabled=${features.length === 0 || this.#writing !== null}
          @click=${() => {
            if (features.length > 0)
              void this.#write(features.map(({ properties }) => properties.id));
          }}
        >
          ${texts.write(features.length)}
        </button>
        ${
          this.#writing
            ? html`<label class="writing">${texts.writing} <progress></progress></label>
                <button
                  type="button"
                  class="plain"
                  data-action="cancel"
                  @click=${() => this.#writing?.abort()}
                >
                  ${texts.cancel}
                </button>`
            : nothing
        }
      </div>
      <div class="news" part="news" role="status">
        ${this.#news === '' ? nothing : html`<p>${this.#news}</p>`}
        ${this.#problems.map((problem) => this.#renderProblem(problem))}
      </div>
    </div>`;
  }

  #renderProblem({ code, severity, message, remedy }: Problem): TemplateResult {
    const named = nameReading(code, this.state!.lang);
    return html`<div ?data-error=${severity === 'error'}>
      <p>${named?.what ?? message}</p>
      ${named ? html`<p lang="en"><small>${message}</small></p>` : nothing}
      <p>${this.texts.remedy}${named?.remedy ?? remedy}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-export': PlanExport;
  }
}
