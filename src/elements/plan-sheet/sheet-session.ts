import type { LngLat, PlanBundle } from '../../contracts/bundle.ts';
import type { MapScene, SceneStyle } from '../../contracts/map-port.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { Store, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { buildScene, buildStyle } from '../../core/build-scene.ts';
import type { StyleEvaluator } from '../../core/draw-scene/style-evaluator.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { drawSheet, type DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import { CURRENT_VIEW, drawOnlySelected, viewForSheet } from '../../core/sheet/sheet-view.ts';
import { quietLikes } from '../../core/sheet/sheet-subject.ts';
import type { SheetUnderlay } from '../../core/sheet/underlay.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { dressSheet, type DressedSheet } from './dress-sheet.ts';
import { layFrame } from './lay-frame.ts';
import type { SheetBase } from './sheet-base.ts';
import type { SheetDesk } from './sheet-desk.ts';
import { firstWish, makeUpOf, specifySheet, type SheetWish } from './sheet-wish.ts';
import { historyOf, type WishHistory } from './wish-history.ts';

const PAUSE_MS = 120;

/** What a sheet is drawn from. */
export interface SheetInput {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly state: ViewerState;
  readonly store: Store;
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
  /** The drawing in its fonts. */
  readonly dressed: DressedSheet;
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
  readonly #base: SheetBase;
  #inputs: readonly unknown[] = [];
  /** Where the frame is being dragged to. */
  #heldAt: LngLat | null = null;
  /** The style specification's own code, of some size: it is fetched while the tool opens. */
  #evaluator: StyleEvaluator | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Counts the drawings: one that is overtaken while its fonts come is dropped. */
  #turn = 0;
  #style: { readonly inputs: readonly unknown[]; readonly style: SceneStyle } | null = null;

  constructor(host: SheetHost, base: SheetBase) {
    this.#host = host;
    this.#base = base;
  }

  /** Needs a plan. */
  get wish(): SheetWish {
    return this.history.now;
  }

  /** Needs a plan. */
  get history(): WishHistory {
    const { bundle, state, store } = this.#host.input()!;
    return historyOf(store, bundle.bundle.id, () => firstWish(bundle, state.lang));
  }

  /** @param joint changes with the same joint, one after another, are undone together */
  choose(change: Partial<SheetWish>, joint?: string): void {
    this.history.choose(change, joint);
    this.#host.redraw();
  }

  undo(): void {
    this.history.undo();
    this.#host.redraw();
  }

  redo(): void {
    this.history.redo();
    this.#host.redraw();
  }

  /** The sheet as it is wished for now, drawn or not. Needs a plan. */
  specify(): SheetSpec {
    const { bundle, state } = this.#host.input()!;
    return specifySheet(this.wish, bundle, state.camera);
  }

  /** What of the state the sheet is drawn from; null: it has a content of its own, or a place. */
  listFollowed({ layers, lens, selection, camera }: ViewerState): readonly unknown[] {
    const { subject, place } = this.#host.input()
      ? this.wish
      : { subject: CURRENT_VIEW, place: '' };
    const shown =
      subject === CURRENT_VIEW ? [layers, lens, selection.features] : [null, null, null];
    return [...shown, place === 'view' ? (camera?.center.join() ?? null) : null];
  }

  /** Draws anew a moment after the last change of what is drawn. */
  plan(): void {
    const input = this.#host.input();
    if (!input) return;
    const { bundle, cartography, state } = input;
    this.#base.take(this.specify(), state.base, state.lang);
    const inputs = [
      bundle,
      cartography,
      state.lang,
      this.wish,
      this.#base.drawn,
      ...this.listFollowed(state),
    ];
    if (isSameList(inputs, this.#inputs)) return;
    this.#inputs = inputs;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#draw(), PAUSE_MS);
  }

  /** It is drawn anew, whatever has changed. */
  forget(): void {
    this.#inputs = [];
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  /** The sheet's frame on the map; `center`: where it is being dragged to. */
  lay(center: LngLat | null): void {
    this.#heldAt = center;
    const spec = this.specify();
    this.#host.request(layFrame(center ? { ...spec, center } : spec, center !== null));
  }

  async #draw(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const { createEvaluator } = await import('../../core/draw-scene/create-evaluator.ts');
      this.#evaluator ??= createEvaluator();
      const input = this.#host.input();
      if (!input) return;
      const spec = this.specify();
      const drawn = this.#drawOn(spec, input);
      this.lay(this.#heldAt);
      const dressed = await dressSheet(drawn.svg);
      if (turn !== this.#turn) return;
      const address = `data:image/svg+xml,${encodeURIComponent(dressed.file)}`;
      this.paper = { spec, drawn, dressed, address };
      this.fault = '';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = error instanceof Error ? error.message : String(error);
    }
    this.#host.redraw();
  }

  /** What a series of sheets is drawn with; null before the first drawing. */
  get desk(): SheetDesk | null {
    const input = this.#host.input();
    const evaluator = this.#evaluator;
    if (!input || !evaluator) return null;
    const { number: _number, ...makeUp } = makeUpOf(this.wish);
    return {
      wish: { ...makeUp, date: this.wish.date },
      hasBase: this.#base.isOn,
      state: viewForSheet(input.state, CURRENT_VIEW, 'shown'),
      draw: (spec, state, underlay, focus) => {
        const scene = this.#buildScene(state, input);
        const { bundle } = input;
        return this.#put(spec, state, quietLikes(scene, bundle, focus), { input, underlay });
      },
    };
  }

  #drawOn(spec: SheetSpec, input: SheetInput): DrawnSheet {
    const { bundle, cartography, state } = input;
    const { subject, emphasis } = this.wish;
    const onPaper = viewForSheet(state, subject, emphasis);
    const scene = this.#buildScene(onPaper, input);
    const shown =
      emphasis === 'only' ? drawOnlySelected(scene, onPaper, bundle, cartography) : scene;
    const underlay = this.#base.drawn?.underlay ?? null;
    return this.#put(spec, onPaper, shown, { input, underlay });
  }

  #buildScene(onPaper: ViewerState, input: SheetInput): MapScene {
    const { bundle, cartography } = input;
    return { ...buildScene(onPaper, bundle, cartography, this.#styleFor(input)), pulse: null };
  }

  #put(
    spec: SheetSpec,
    onPaper: ViewerState,
    scene: MapScene,
    { input, underlay }: { readonly input: SheetInput; readonly underlay: SheetUnderlay | null },
  ): DrawnSheet {
    const { bundle, cartography, state } = input;
    const family = cartography.flavours.light.tokens['sans']!;
    return drawSheet(spec, {
      bundle,
      cartography,
      scene,
      state: onPaper,
      evaluator: this.#evaluator!,
      lang: state.lang,
      words: SHEET_WORDS[state.lang],
      families: { title: family, text: family },
      underlay,
    });
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
