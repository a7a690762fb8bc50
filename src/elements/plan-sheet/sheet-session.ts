import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SceneStyle } from '../../contracts/map-port.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { buildScene, buildStyle } from '../../core/build-scene.ts';
import { createEvaluator } from '../../core/draw-scene/create-evaluator.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { drawSheet, type DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { layFrame } from './lay-frame.ts';
import { firstWish, specifySheet, type SheetWish } from './sheet-wish.ts';

const PAUSE_MS = 120;
const evaluator = createEvaluator();

/** What a sheet is drawn from. */
export interface SheetInput {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly state: ViewerState;
}

/** What the session asks of its element. */
export interface SheetHost {
  /** Null while there is nothing to draw, or nobody to draw for. */
  readonly input: () => SheetInput | null;
  readonly request: (request: ViewerRequest) => void;
  readonly redraw: () => void;
}

/** A sheet as it was drawn last. */
export interface SheetOnPaper {
  readonly spec: SheetSpec;
  readonly drawn: DrawnSheet;
  /** Of the drawing, as a picture's. */
  readonly address: string;
}

/** What is wished for, and the sheet drawn from it a moment after the last change. */
export class SheetSession {
  /** Null before the first drawing. */
  paper: SheetOnPaper | null = null;
  /** Why the last drawing failed; empty: it did not. */
  fault = '';
  readonly #host: SheetHost;
  #wish: SheetWish | null = null;
  #inputs: readonly unknown[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #style: { readonly inputs: readonly unknown[]; readonly style: SceneStyle } | null = null;

  constructor(host: SheetHost) {
    this.#host = host;
  }

  /** Needs a plan. */
  get wish(): SheetWish {
    if (!this.#wish) {
      const { bundle, state } = this.#host.input()!;
      this.#wish = firstWish(bundle, state.lang);
    }
    return this.#wish;
  }

  choose(change: Partial<SheetWish>): void {
    this.#wish = { ...this.wish, ...change };
    this.#host.redraw();
  }

  /** The middle of the window, while the sheet follows it. */
  followedCenter(state: ViewerState): string | null {
    return this.#wish?.place === 'view' ? (state.camera?.center.join() ?? null) : null;
  }

  /** Draws anew a moment after the last change of what is drawn. */
  plan(): void {
    const input = this.#host.input();
    if (!input) return;
    const { bundle, cartography, state } = input;
    const { layers, lens, selection, lang } = state;
    const inputs = [
      bundle,
      cartography,
      layers,
      lens,
      selection.features,
      lang,
      this.wish,
      this.followedCenter(state),
    ];
    if (isSameList(inputs, this.#inputs)) return;
    this.#inputs = inputs;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#draw(), PAUSE_MS);
  }

  /** It is drawn anew, whatever has changed. */
  forget(): void {
    this.#inputs = [];
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  #draw(): void {
    const input = this.#host.input();
    if (!input) return;
    const { bundle, cartography, state } = input;
    // Paper is white, whatever the screen is.
    const onPaper: ViewerState = { ...state, flavour: 'light', tool: null, preview: null };
    const spec = specifySheet(this.wish, bundle, state.camera);
    const family = cartography.flavours.light.tokens['sans']!;
    try {
      const drawn = drawSheet(spec, {
        bundle,
        cartography,
        scene: {
          ...buildScene(onPaper, bundle, cartography, this.#styleFor(input)),
          pulse: null,
        },
        state: onPaper,
        evaluator,
        lang: state.lang,
        words: SHEET_WORDS[state.lang],
        families: { title: family, text: family },
      });
      const address = `data:image/svg+xml,${encodeURIComponent(drawn.svg)}`;
      this.paper = { spec, drawn, address };
      this.fault = '';
      this.#host.request(layFrame(spec));
    } catch (error) {
      this.fault = error instanceof Error ? error.message : String(error);
    }
    this.#host.redraw();
  }

  #styleFor({ bundle, cartography, state }: SheetInput): SceneStyle {
    const inputs = [bundle, cartography, state.lang];
    if (!this.#style || !isSameList(inputs, this.#style.inputs)) {
      const style = buildStyle(bundle, cartography, cartography.flavours.light, state.lang);
      this.#style = { inputs, style };
    }
    return this.#style.style;
  }
}
