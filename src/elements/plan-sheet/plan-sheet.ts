import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SceneStyle } from '../../contracts/map-port.ts';
import {
  PAPERS,
  SHEET_GRIDS,
  SHEET_PARTS,
  type SheetPart,
  type SheetSpec,
} from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { buildScene, buildStyle } from '../../core/build-scene.ts';
import { createEvaluator } from '../../core/draw-scene/create-evaluator.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { drawSheet, type DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { createSheetFrame, fitScale, nameScale, SCALES } from '../../core/sheet/sheet-frame.ts';
import { quietLikes } from '../../core/sheet/sheet-subject.ts';
import type { SheetUnderlay } from '../../core/sheet/underlay.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { sheetMessages, type SheetMessages } from '../messages/sheet-messages.ts';
import { seriesMessages } from '../messages/series-messages.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { define } from '../shared/define.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { renderCheck, renderChoice, renderField } from '../shared/render-field.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { DPI, JPEG_QUALITIES, paintAs, type JpegQuality, type PictureKind } from './paint-as.ts';
import { planSheetStyles } from './plan-sheet-styles.ts';
import { SheetBase } from './sheet-base.ts';
import type { SheetDesk } from './sheet-desk.ts';

/** What is chosen; the scale may follow the paper. */
interface Wish extends Omit<SheetSpec, 'scale' | 'center'> {
  readonly scale: number | 'fit';
  readonly place: 'plan' | 'view';
}

const PAUSE_MS = 120;
const evaluator = createEvaluator();

/**
 * 出图: the plan as a drawing true to scale, with its furniture, as SVG, PNG, JPEG or print. What is on the map is on the
 * sheet, and the legend says exactly that. The sheet's frame lies on the map while the tool is open.
 *
 * @element plan-sheet
 * @fires plan-request - internal: lays the frame over the map
 * @csspart preview - the sheet
 * @csspart choices - what it is made from
 * @csspart news - what was saved, or why not
 */
export class PlanSheet extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, formStyles, planSheetStyles];

  #wish: Wish | null = null;
  #drawn: DrawnSheet | null = null;
  /** Of the drawing, as a picture's. */
  #address = '';
  #spec: SheetSpec | null = null;
  #inputs: readonly unknown[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #style: { readonly inputs: readonly unknown[]; readonly style: SceneStyle } | null = null;
  #painting: AbortController | null = null;
  #share = 0;
  #news = '';
  #quality: JpegQuality = '85';
  #hasSeries = false;
  readonly #base = new SheetBase(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#inputs = [];
    this.#plan();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#painting?.abort();
    this.#base.stop();
    this.atlas?.store.send({ type: 'lay', change: { preview: null } });
  }

  protected override slice(state: ViewerState): readonly unknown[] {
    const { bundle, layers, lens, selection, lang, flavour, camera, base } = state;
    const center = this.#wish?.place === 'view' ? camera?.center : null;
    return [bundle, layers, lens, selection.features, lang, flavour, center, base];
  }

  protected override sliceChanged(): void {
    this.#plan();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#plan();
  }

  private get texts(): SheetMessages {
    return sheetMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #wished(): Wish {
    const { bundle, state } = this;
    this.#wish ??= {
      paper: 'A3',
      orientation: 'landscape',
      scale: 'fit',
      place: 'plan',
      title: this.pick(bundle?.bundle.title ?? '', bundle?.bundle.titleEn),
      number: '',
      compiler: bundle?.bundle.compiler ?? '',
      date: new Intl.DateTimeFormat(state?.lang === 'en' ? 'en-GB' : 'zh-CN', {
        year: 'numeric',
        month: 'long',
      }).format(new Date()),
      watermark: bundle?.plan.docs[0]?.status === 'draft' ? '征求意见稿' : '',
      grid: 'kilometres',
      hidden: ['clauses'],
    };
    return this.#wish;
  }

  #choose(change: Partial<Wish>): void {
    this.#wish = { ...this.#wished, ...change };
    this.#news = '';
    this.requestUpdate();
  }

  #specify(): SheetSpec {
    const { place, scale, ...wish } = this.#wished;
    const { map } = layOutSheet(wish);
    const home = homeBounds(this.bundle!);
    const [west, south, east, north] = home;
    const center =
      place === 'view' && this.state!.camera
        ? this.state!.camera.center
        : ([(west + east) / 2, (south + north) / 2] as const);
    return {
      ...wish,
      center,
      scale: scale === 'fit' ? fitScale(home, map.width, map.height) : scale,
    };
  }

  /** Draws anew a moment after the last change. */
  #plan(): void {
    const { bundle, cartography, state } = this;
    if (!bundle || !cartography || !state || !this.isConnected) return;
    const { layers, lens, selection, lang, camera, base } = state;
    this.#base.take(this.#specify(), base, lang);
    const center = this.#wished.place === 'view' ? camera?.center.join() : null;
    const inputs = [
      bundle,
      cartography,
      layers,
      lens,
      selection.features,
      lang,
      center,
      this.#wished,
      this.#base.drawn,
    ];
    if (inputs.every((input, at) => input === this.#inputs[at])) return;
    this.#inputs = inputs;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#draw(), PAUSE_MS);
  }

  #draw(): void {
    const { bundle, cartography, state } = this;
    if (!bundle || !cartography || !state || !this.isConnected) return;
    const spec = this.#specify();
    try {
      this.#drawn = this.#drawOn(spec, this.#onPaper, this.#base.drawn?.underlay ?? null);
      this.#spec = spec;
      this.#address = `data:image/svg+xml,${encodeURIComponent(this.#drawn.svg)}`;
      this.#lay(spec);
    } catch (error) {
      this.#news = this.texts.failed(error instanceof Error ? error.message : String(error));
    }
    this.requestUpdate();
  }

  /** Paper is white, whatever the screen is. */
  get #onPaper(): ViewerState {
    return { ...this.state!, flavour: 'light', tool: null, preview: null };
  }

  #drawOn(
    spec: SheetSpec,
    state: ViewerState,
    underlay: SheetUnderlay | null,
    focus: string | null = null,
  ): DrawnSheet {
    const { bundle, cartography } = this;
    const family = cartography!.flavours.light.tokens['sans']!;
    const scene = buildScene(state, bundle!, cartography!, this.#styleFor(state));
    return drawSheet(spec, {
      bundle: bundle!,
      cartography: cartography!,
      scene: { ...quietLikes(scene, bundle!, focus), pulse: null },
      state,
      evaluator,
      lang: state.lang,
      words: SHEET_WORDS[state.lang],
      families: { title: family, text: family },
      underlay,
    });
  }

  get #desk(): SheetDesk {
    const { place: _place, scale: _scale, title: _title, number: _number, ...wish } = this.#wished;
    return {
      wish,
      hasBase: this.#base.isOn,
      state: this.#onPaper,
      draw: (spec, state, underlay, focus) => this.#drawOn(spec, state, underlay, focus),
    };
  }

  async #openSeries(): Promise<void> {
    const { PlanSheetSeries } = await import('./plan-sheet-series.ts');
    define('plan-sheet-series', PlanSheetSeries);
    this.#hasSeries = true;
    this.requestUpdate();
  }

  #styleFor(state: ViewerState): SceneStyle {
    const { bundle, cartography } = this;
    const inputs = [bundle, cartography, state.lang];
    if (!this.#style || inputs.some((input, at) => input !== this.#style!.inputs[at])) {
      const style = buildStyle(bundle!, cartography!, cartography!.flavours.light, state.lang);
      this.#style = { inputs, style };
    }
    return this.#style.style;
  }

  /** The sheet's frame, on the map. */
  #lay(spec: SheetSpec): void {
    const { map } = layOutSheet(spec);
    const { unproject } = createSheetFrame(spec.center, spec.scale, map.width, map.height);
    const ring = [
      unproject(0, 0),
      unproject(map.width, 0),
      unproject(map.width, map.height),
      unproject(0, map.height),
      unproject(0, 0),
    ].map((corner) => [...corner]);
    this.request({
      type: 'lay',
      change: {
        preview: {
          features: {
            type: 'FeatureCollection',
            features: [
              {
                type: 'Feature',
                properties: { tone: 'new' },
                geometry: { type: 'LineString', coordinates: ring },
              },
            ],
          },
        },
      },
    });
  }

  get #fileName(): (ending: string) => string {
    const { paper, scale, title } = this.#spec!;
    return (ending) => nameFile([title, paper, `1-${scale}`], ending);
  }

  /** @returns whether a sheet without its base map would go out */
  #waitsForBase(): boolean {
    if (!this.#base.isBusy) return false;
    this.#news = seriesMessages[this.state!.lang].baseWait;
    this.requestUpdate();
    return true;
  }

  #saveSvg(): void {
    if (this.#waitsForBase()) return;
    const name = this.#fileName('svg');
    saveFile(name, this.#drawn!.svg, 'image/svg+xml');
    this.#news = this.texts.saved(name);
    this.requestUpdate();
  }

  async #savePicture(kind: PictureKind): Promise<void> {
    if (this.#painting || this.#waitsForBase()) return;
    const painting = new AbortController();
    this.#painting = painting;
    this.#news = '';
    this.#share = 0;
    this.requestUpdate();
    const name = this.#fileName(kind === 'png' ? 'png' : 'jpg');
    try {
      const { svg, layout } = this.#drawn!;
      const blob = await paintAs(kind, svg, layout.sheet, this.#quality, {
        signal: painting.signal,
        report: (share) => {
          this.#share = share;
          this.requestUpdate();
        },
      });
      saveFile(name, blob, blob.type);
      this.#news = this.texts.saved(name);
    } catch (error) {
      this.#news = painting.signal.aborted
        ? this.texts.cancelled
        : this.texts.failed(error instanceof Error ? error.message : String(error));
    } finally {
      if (this.#painting === painting) this.#painting = null;
      this.requestUpdate();
    }
  }

  async #print(): Promise<void> {
    if (this.#waitsForBase()) return;
    const { svg, layout } = this.#drawn!;
    const { printSheet } = await import('./print-sheet.ts');
    printSheet(svg, layout.sheet);
  }

  protected override render(): TemplateResult {
    const { texts, bundle } = this;
    if (!bundle) return html`<div class="body"></div>`;
    return html`<div class="body" lang=${this.state!.lang}>
      <p class="intro">${texts.intro}</p>
      <div class="columns">${this.#renderPreview()} ${this.#renderChoices()}</div>
      ${this.#renderSeries()}
    </div>`;
  }

  #renderSeries(): TemplateResult {
    return html`<details
      data-part="series"
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open) void this.#openSeries();
      }}
    >
      <summary>${seriesMessages[this.state!.lang].heading}</summary>
      ${
        this.#hasSeries
          ? html`<plan-sheet-series .desk=${this.#desk}></plan-sheet-series>`
          : nothing
      }
    </details>`;
  }

  #renderPreview(): TemplateResult {
    const { texts } = this;
    const drawn = this.#drawn;
    if (!drawn) return html`<p role="status">${this.#news || texts.drawing}</p>`;
    const { width, height } = drawn.layout.sheet;
    const { paper, scale } = this.#spec!;
    const name = texts.preview(paper, nameScale(scale));
    const more = seriesMessages[this.state!.lang];
    return html`<div class="sheet">
      <img
        part="preview"
        alt=${name}
        width=${Math.round(width)}
        height=${Math.round(height)}
        src=${this.#address}
      />
      <p>${name}</p>
      ${(['legend', 'clauses'] as const).map((part) => {
        const count = drawn.cut[part];
        return count === undefined
          ? nothing
          : html`<p class="warn">${texts.cut(texts.partNames[part], count)}</p>`;
      })}
      ${this.#holdsAll(drawn) ? nothing : html`<p class="warn">${texts.outside}</p>`}
      <div class="row">
        <button
          type="button"
          class="plain strong"
          data-action="svg"
          @click=${() => this.#saveSvg()}
        >
          ${texts.svg}
        </button>
        <button
          type="button"
          class="plain strong"
          data-action="png"
          aria-disabled=${this.#painting !== null}
          @click=${() => void this.#savePicture('png')}
        >
          ${texts.png(DPI)}
        </button>
        <button
          type="button"
          class="plain strong"
          data-action="jpeg"
          aria-disabled=${this.#painting !== null}
          @click=${() => void this.#savePicture('jpeg')}
        >
          ${more.jpeg(DPI)}
        </button>
        <button
          type="button"
          class="plain strong"
          data-action="print"
          @click=${() => void this.#print()}
        >
          ${texts.print}
        </button>
      </div>
      <p class="hint">${texts.printHint}</p>
      ${renderChoice(
        more.quality,
        'quality',
        this.#quality,
        JPEG_QUALITIES.map((value) => ({ value, label: more.qualities[value] })),
        (quality) => {
          this.#quality = quality;
          this.requestUpdate();
        },
      )}
      ${this.#base.render(this.state!.base, this.state!.lang)}
      <div part="news" role="status">
        ${
          this.#painting
            ? html`<label
                  >${texts.painting(this.#share)} <progress max="1" .value=${this.#share}></progress
                ></label>
                <button
                  type="button"
                  class="plain"
                  data-action="cancel"
                  @click=${() => this.#painting?.abort()}
                >
                  ${texts.cancel}
                </button>`
            : this.#news
        }
      </div>
    </div>`;
  }

  #holdsAll({ frame }: DrawnSheet): boolean {
    const [west, south, east, north] = homeBounds(this.bundle!);
    const { viewport } = frame;
    return [
      [west, south],
      [east, south],
      [west, north],
      [east, north],
    ].every((corner) => {
      const [x, y] = viewport.project(corner);
      return x >= -1 && y >= -1 && x <= viewport.widthPx + 1 && y <= viewport.heightPx + 1;
    });
  }

  #renderChoices(): TemplateResult {
    const { texts } = this;
    const wish = this.#wished;
    const fitted = fitScale(
      homeBounds(this.bundle!),
      layOutSheet(wish).map.width,
      layOutSheet(wish).map.height,
    );
    const field = (
      name: 'title' | 'number' | 'compiler' | 'date' | 'watermark',
      hint?: string,
    ): TemplateResult =>
      renderField({
        label: texts[name],
        name,
        value: wish[name],
        ...(hint ? { hint } : {}),
        change: (value) => this.#choose({ [name]: value.trim() }),
      });
    return html`<div class="choices" part="choices">
      <div class="pair">
        ${renderChoice(
          texts.paper,
          'paper',
          wish.paper,
          PAPERS.map((value) => ({ value, label: value })),
          (paper) => this.#choose({ paper }),
        )}
        ${renderChoice(
          texts.orientation,
          'orientation',
          wish.orientation,
          (['landscape', 'portrait'] as const).map((value) => ({
            value,
            label: texts.orientations[value],
          })),
          (orientation) => this.#choose({ orientation }),
        )}
        ${renderChoice(
          texts.scale,
          'scale',
          String(wish.scale),
          [
            { value: 'fit', label: texts.fitted(nameScale(fitted)) },
            ...SCALES.map((scale) => ({ value: String(scale), label: `1∶${nameScale(scale)}` })),
          ],
          (value) => this.#choose({ scale: value === 'fit' ? 'fit' : Number(value) }),
        )}
        ${renderChoice(
          texts.place,
          'place',
          wish.place,
          (['plan', 'view'] as const).map((value) => ({ value, label: texts.places[value] })),
          (place) => this.#choose({ place }),
        )}
        ${renderChoice(
          texts.grid,
          'grid',
          wish.grid,
          SHEET_GRIDS.map((value) => ({ value, label: texts.grids[value] })),
          (grid) => this.#choose({ grid }),
        )}
      </div>
      ${field('title')}
      <div class="pair">
        ${field('number')} ${field('date')} ${field('compiler')}
        ${field('watermark', texts.watermarkHint)}
      </div>
      <fieldset>
        <legend>${texts.parts}</legend>
        <div class="row">
          ${SHEET_PARTS.map((part) =>
            renderCheck(texts.partNames[part], part, !wish.hidden.includes(part), (isShown) =>
              this.#show(part, isShown),
            ),
          )}
        </div>
      </fieldset>
    </div>`;
  }

  #show(part: SheetPart, isShown: boolean): void {
    const others = this.#wished.hidden.filter((one) => one !== part);
    this.#choose({ hidden: isShown ? others : [...others, part] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-sheet': PlanSheet;
  }
}
