import { snapPosition } from '../../analysis/measure/snap-position.ts';
import type { LngLat, PlanFeature } from '../../contracts/bundle.ts';
import type {
  Mark,
  MarkColour,
  MarkDraft,
  MarkKind,
  MarkPlace,
  MarksEvent,
  MarksStore,
  MarksSurface,
  MarksView,
} from '../../contracts/marks.ts';
import type { Store } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { isInLens, isShown } from '../../core/lit.ts';
import { createMarksStore } from '../../core/marks/marks-store.ts';
import { pointsOf, shapeMark } from '../../core/marks/edit-mark.ts';
import { metresPerPixel } from '../../core/scale-bar.ts';
import { BOLD } from '../../core/scene/symbol-layers.ts';
import { askBeforeLeaving } from '../shared/ask-before-leaving.ts';
import { setLegendExtra } from '../shared/legend-extras.ts';
import { followMap, type LiveMap } from '../shared/live-map.ts';
import { newId } from '../shared/new-id.ts';
import { openMarksChannel, openMarksDisk } from './marks-disk.ts';
import { listMarkKeys } from './mark-swatch.ts';

/** How near in pixels a feature or mark must be to draw a point to itself. */
const SNAP_PX = 12;
/** What the disk refused is tried again so often. */
const RETRY_MS = 15_000;
/** Arrow keys that follow one another so soon are one step to undo. */
const NUDGE_MS = 1000;

/** What is chosen in the tool; not part of what is kept. */
export interface MarksChoice {
  readonly tool: MarkKind | 'select';
  readonly colour: MarkColour;
  readonly isSnapping: boolean;
  readonly chosen: string | null;
  /** Points of the mark that is being drawn. */
  readonly points: readonly LngLat[];
  /** Marks stand on the map, also while the tool is closed. */
  readonly isShown: boolean;
  readonly author: string;
  readonly refused: string | null;
}

export interface SessionParts {
  readonly store: Store;
  readonly cartography: Cartography;
  readonly planId: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const sessions = new WeakMap<Store, Map<string, MarksSession>>();

/** The marks of the plan that an atlas shows; the same while the page lives, whether the tool is open or not. */
export function openMarks(parts: SessionParts): MarksSession {
  const ofStore = sessions.get(parts.store) ?? new Map<string, MarksSession>();
  sessions.set(parts.store, ofStore);
  let session = ofStore.get(parts.planId);
  if (!session) ofStore.set(parts.planId, (session = new MarksSession(parts)));
  return session;
}

/** Joins the kept marks, what is chosen in the tool, and the map. */
export class MarksSession {
  readonly marks: MarksStore;
  readonly newId = (): string => newId();
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  #choice: MarksChoice;
  #surface: MarksSurface | null = null;
  #live: LiveMap | null = null;
  #stopHearing: (() => void) | null = null;
  #isPanelOpen = false;
  /** Null: no talk runs, the tool decides. */
  #isStageOpen: boolean | null = null;
  #place: MarkPlace | null = null;
  #resumed: MarkDraft | null = null;
  #turn = 0;
  #retry: ReturnType<typeof setInterval> | undefined;
  #unfollow: (() => void)[] | null = null;
  #legendKey = '';

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#choice = {
      tool: 'line',
      colour: 'red',
      isSnapping: true,
      chosen: null,
      points: [],
      isShown: true,
      author: readAuthor(),
      refused: null,
    };
    this.marks = createMarksStore({
      session: newId(),
      disk: openMarksDisk(parts.planId),
      channel: openMarksChannel(parts.planId),
      newId,
      now: () => this.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    this.marks.subscribe(() => this.#tell());
    this.#unfollow = [
      parts.store.subscribe((state, before) => {
        if (
          state.flavour !== before.flavour ||
          state.tool !== before.tool ||
          state.bundle !== before.bundle
        ) {
          this.#tell();
        }
      }),
      followMap(parts.store, (live) => this.#takeMap(live)),
    ];
  }

  get choice(): MarksChoice {
    return this.#choice;
  }

  get hasMap(): boolean {
    return this.#live !== null;
  }

  focusMap(): void {
    const root = this.#live?.element.shadowRoot;
    root?.querySelector<HTMLElement>('.maplibregl-canvas')?.focus({ preventScroll: true });
  }

  /** The time with the offset of the reader's clock. */
  now(): string {
    const time = new Date(this.#parts.clock());
    const minutes = -time.getTimezoneOffset();
    const local = new Date(time.getTime() + minutes * 60_000).toISOString().slice(0, 23);
    const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
    return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  choose(change: Partial<MarksChoice>): void {
    if (change.tool !== undefined && change.tool !== this.#choice.tool) {
      this.endDraft();
      if (change.tool !== 'select') this.#choice = { ...this.#choice, chosen: null };
    }
    if (change.author !== undefined) keepAuthor(change.author);
    this.#choice = { ...this.#choice, ...change };
    this.#tell();
  }

  /** The tool is on the screen, and the map takes what is drawn. */
  setOpen(isOpen: boolean): void {
    this.#use(isOpen, this.#isStageOpen);
  }

  /** During a talk the stage decides whether the map takes what is drawn; null: the talk is over. */
  setStage(isOpen: boolean | null): void {
    this.#use(this.#isPanelOpen, isOpen);
  }

  /** New marks are made in this scene and cite its clause; null: as the atlas stands. */
  setPlace(place: MarkPlace | null): void {
    this.#place = place;
  }

  get #isOpen(): boolean {
    return this.#isStageOpen ?? this.#isPanelOpen;
  }

  #use(isPanelOpen: boolean, isStageOpen: boolean | null): void {
    const isOpen = isStageOpen ?? isPanelOpen;
    const wasOpen = this.#isOpen;
    if (!isOpen && wasOpen) this.endDraft();
    this.#isPanelOpen = isPanelOpen;
    this.#isStageOpen = isStageOpen;
    if (isOpen === wasOpen) return;
    if (!this.#isUnsaved) clearInterval(this.#retry);
    document.removeEventListener('visibilitychange', this.#refresh);
    if (isOpen) {
      clearInterval(this.#retry);
      document.addEventListener('visibilitychange', this.#refresh);
      this.#retry = setInterval(() => {
        if (this.marks.getState().saving === 'memory') void this.marks.refresh();
      }, RETRY_MS);
    }
    this.#tell();
    this.#closeIfIdle();
  }

  /** What other windows saved while this one slept. */
  readonly #refresh = (): void => {
    if (document.visibilityState === 'visible') void this.marks.refresh();
  };

  /** The disk refuses, and this window holds what is nowhere else. */
  get #isUnsaved(): boolean {
    const { saving, unsaved } = this.marks.getState();
    return saving === 'memory' && unsaved.size > 0;
  }

  /** Neither the tool nor a map needs it any more: the atlas is gone, or has no map. */
  #closeIfIdle(): void {
    if (this.#isOpen || this.#live || !this.#unfollow || this.#isUnsaved) return;
    for (const unfollow of this.#unfollow) unfollow();
    this.#unfollow = null;
    const { store, planId } = this.#parts;
    sessions.get(store)?.delete(planId);
    setLegendExtra(store, null);
    this.#listeners.clear();
    this.marks.close();
  }

  put(position: LngLat | null): void {
    if (this.#surface) {
      this.#surface.put(position);
      return;
    }
    if (!position) return;
    // Without a map marks are made from typed places.
    const points = [...this.#choice.points, position];
    if (this.#choice.tool === 'point' || this.#choice.tool === 'text') this.#add(newId(), points);
    else this.#hear({ type: 'draft', id: this.#openId ?? newId(), points });
  }

  finish(): void {
    if (this.#surface) this.#surface.finish();
    else if (this.#openId !== null) {
      this.#hear({ type: 'drawn', id: this.#openId, points: this.#choice.points });
    }
  }

  cancel(): void {
    if (this.#surface) this.#surface.cancel();
    else this.#hear({ type: 'cancelled' });
  }

  undo(): void {
    if (this.#surface?.takeBack()) return;
    if (this.#choice.points.length > 0) this.cancel();
    else this.marks.undo();
  }

  /** Goes on with an unfinished mark of a window that is gone. */
  resume(draft: MarkDraft): void {
    this.choose({ tool: draft.kind, colour: draft.colour, chosen: null });
    this.#resumed = draft;
    this.#openId = draft.id;
    this.#choice = { ...this.#choice, points: draft.points };
    this.marks.dropOrphan(draft.id);
    this.#saveDraft(draft.id, draft.points);
    this.#tell();
  }

  /** Keeps an unfinished mark as it is; false when its points are too few. */
  keep(draft: MarkDraft): boolean {
    const geometry = shapeMark(draft.kind, draft.points);
    if (!geometry) return false;
    this.marks.edit([{ mark: draft.id, value: this.#toMark(draft.id, draft, geometry) }]);
    return true;
  }

  #openId: string | null = null;

  /** What is whole stays when another kind is taken up or the tool is closed. */
  endDraft(): void {
    const { tool, points } = this.#choice;
    const id = this.#openId;
    if (id !== null && tool !== 'select' && shapeMark(tool, points)) this.#add(id, points);
    this.#dropDraft();
    this.#surface?.cancel();
  }

  #dropDraft(): void {
    if (this.#openId === null && this.#choice.points.length === 0) return;
    this.#openId = null;
    this.#resumed = null;
    this.#choice = { ...this.#choice, points: [] };
    this.#surface?.cancel();
    this.marks.setDraft(null);
  }

  #takeMap(live: LiveMap | null): void {
    if (live === this.#live) return;
    this.#live = live;
    this.#turn += 1;
    const turn = this.#turn;
    this.#stopHearing?.();
    this.#stopHearing = null;
    this.#surface = null;
    if (!live) {
      this.#tell();
      this.#closeIfIdle();
      return;
    }
    const handleKey = (event: KeyboardEvent): void => this.#handleMapKey(event);
    live.element.addEventListener('keydown', handleKey, { capture: true });
    const unlisten = live.port.listen(({ type }) => {
      if (type === 'move' && this.#isOpen) this.#surface?.followMiddle();
    });
    this.#stopHearing = () => {
      live.element.removeEventListener('keydown', handleKey, { capture: true });
      unlisten();
    };
    const options = {
      listen: (event: MarksEvent) => this.#hear(event),
      snap: (position: LngLat) => this.#snap(position),
      newId,
    };
    live.port.openMarks(options).then(
      (surface) => {
        if (turn !== this.#turn) {
          surface.dispose();
          return;
        }
        this.#surface = surface;
        const { points } = this.#choice;
        if (this.#openId !== null && points.length > 0) {
          const { tool, colour, author } = this.#choice;
          const kind = tool as MarkKind;
          this.#resumed = {
            id: this.#openId,
            session: '',
            kind,
            colour,
            points,
            author,
            at: this.now(),
          };
        }
        this.#tell();
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.choose({ refused: reason });
      },
    );
  }

  #hear(event: MarksEvent): void {
    switch (event.type) {
      case 'draft':
        this.#openId = event.id;
        this.#choice = { ...this.#choice, points: event.points };
        this.#saveDraft(event.id, event.points);
        this.#tell();
        break;
      case 'drawn':
        this.#add(event.id, event.points);
        break;
      case 'cancelled':
        this.#dropDraft();
        this.#tell();
        break;
      case 'changed': {
        const mark = this.marks.getState().marks.find(({ id }) => id === event.id);
        if (!mark) break;
        const geometry = shapeMark(mark.kind, pointsOf(event));
        if (geometry) this.change({ ...mark, geometry });
        break;
      }
      case 'chosen':
        this.choose({ chosen: event.id });
        break;
      case 'refused':
        this.choose({ refused: `${event.id}: ${event.reason}` });
        break;
      default:
        return event satisfies never;
    }
  }

  change(mark: Mark): void {
    this.#nudged = { mark: '', time: 0 };
    this.#typedIn = null;
    this.marks.edit([{ mark: mark.id, value: { ...mark, changedAt: this.now() } }]);
  }

  /** A change by arrow key. */
  nudge(mark: Mark): void {
    const time = this.#parts.clock();
    const joins = this.#nudged.mark === mark.id && time - this.#nudged.time <= NUDGE_MS;
    this.marks.edit([{ mark: mark.id, value: { ...mark, changedAt: this.now() } }], joins);
    this.#nudged = { mark: mark.id, time };
    this.#typedIn = null;
  }

  /**
   * A remark while it is typed: kept letter by letter, so that neither a crash nor what other windows draw meanwhile
   * takes it away, and undone as a whole. `isDone`: the field is left.
   */
  note(id: string, typed: string, isDone = false): void {
    const mark = this.marks.getState().marks.find((one) => one.id === id);
    const note = isDone ? typed.trim() : typed;
    const joins = this.#typedIn === id;
    this.#typedIn = isDone ? null : id;
    if (!mark || mark.note === note) return;
    this.marks.edit([{ mark: id, value: { ...mark, note, changedAt: this.now() } }], joins);
  }

  #typedIn: string | null = null;

  #nudged: { readonly mark: string; readonly time: number } = { mark: '', time: 0 };

  remove(ids: readonly string[]): void {
    if (this.#choice.chosen !== null && ids.includes(this.#choice.chosen)) {
      this.#choice = { ...this.#choice, chosen: null };
    }
    this.marks.edit(ids.map((mark) => ({ mark, value: null })));
  }

  #add(id: string, points: readonly LngLat[]): void {
    const { tool, colour, author } = this.#choice;
    if (tool === 'select') return;
    this.#openId = null;
    this.#resumed = null;
    this.#choice = { ...this.#choice, points: [] };
    const geometry = shapeMark(tool, points);
    if (!geometry) {
      this.marks.setDraft(null);
      this.#tell();
      return;
    }
    const mark = this.#toMark(id, { kind: tool, colour, author }, geometry);
    this.#choice = { ...this.#choice, chosen: id };
    this.marks.edit([{ mark: id, value: mark }]);
    for (const listener of [...this.#drawnListeners]) listener(mark);
  }

  readonly #drawnListeners = new Set<(mark: Mark) => void>();

  /** Tells of every mark that is drawn here. */
  whenDrawn(listener: (mark: Mark) => void): () => void {
    this.#drawnListeners.add(listener);
    return () => this.#drawnListeners.delete(listener);
  }

  #toMark(
    id: string,
    { kind, colour, author }: Pick<Mark, 'kind' | 'colour' | 'author'>,
    geometry: Mark['geometry'],
  ): Mark {
    const at = this.now();
    return {
      id,
      kind,
      geometry,
      colour,
      note: '',
      author,
      createdAt: at,
      changedAt: at,
      features: [],
      clauses: this.#place?.clauses ?? [],
      scene: this.#place?.scene ?? this.#parts.store.getState().scene,
      ...(this.#place ? { sceneTitle: this.#place.sceneTitle } : {}),
    };
  }

  #saveDraft(id: string, points: readonly LngLat[]): void {
    const { tool, colour, author } = this.#choice;
    if (tool !== 'select' && points.length > 0) {
      this.marks.setDraft({ id, kind: tool, colour, author, points });
    }
  }

  /** Features that are shown, and marks: what is near draws the point to itself. */
  #snap(position: LngLat): LngLat | null {
    const state = this.#parts.store.getState();
    if (!this.#choice.isSnapping || !state.bundle || !state.camera) return null;
    const shown = state.bundle.features.features.filter(
      (feature) => isShown(feature, state) && isInLens(feature, state),
    );
    const marks = this.marks.getState().marks.map(({ id, geometry }) => ({
      type: 'Feature',
      geometry,
      properties: { id, accuracy: { class: 'digitised' } },
    })) as unknown as PlanFeature[];
    const toleranceM = SNAP_PX * metresPerPixel(position[1], state.camera.zoom);
    return snapPosition(position, [...marks, ...shown], toleranceM)?.position ?? null;
  }

  /** Keys over the map while something is drawn; what is not ours goes on to the map. */
  #handleMapKey(event: KeyboardEvent): void {
    if (!this.#isOpen || event.altKey || !this.#surface) return;
    const isDrawing = this.#choice.tool !== 'select';
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key === 'z') {
        if (event.shiftKey) this.marks.redo();
        else this.undo();
      } else if (key === 'y') this.marks.redo();
      else if (event.key === 'Enter') this.finish();
      else return;
    } else if ((event.key === 'Enter' || event.key === ' ') && isDrawing) {
      if (!event.repeat) this.put(null);
    } else if (event.key === 'Escape' && this.#choice.points.length > 0) this.cancel();
    else if (event.key === 'Escape' && this.#choice.chosen !== null) this.choose({ chosen: null });
    else if (event.key === 'Backspace' && this.#choice.points.length > 0) this.undo();
    else if (event.key === 'Delete' && this.#choice.chosen !== null) {
      this.remove([this.#choice.chosen]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #tell(): void {
    askBeforeLeaving(this, this.#isUnsaved);
    this.#draw();
    for (const listener of [...this.#listeners]) listener();
  }

  #draw(): void {
    const { store, cartography, planId } = this.#parts;
    const state = store.getState();
    const isOurs = state.bundle?.bundle.id === planId;
    const isShownNow = isOurs && (this.#choice.isShown || this.#isOpen);
    const { marks } = this.marks.getState();
    const flavour = cartography.flavours[state.flavour];
    const shown = isShownNow ? marks : [];
    const legendKey = shown.map(({ kind, colour }) => kind + colour).join();
    if (legendKey !== this.#legendKey) {
      this.#legendKey = legendKey;
      setLegendExtra(store, shown.length > 0 ? listMarkKeys(shown, cartography.markLook) : null);
    }
    if (!this.#surface) return;
    const { tool, colour: pen, chosen } = this.#choice;
    const resumed = this.#resumed;
    const view: MarksView = {
      marks: shown.map((mark, index) => ({
        id: mark.id,
        kind: mark.kind,
        geometry: mark.geometry,
        colour: mark.colour,
        label: mark.kind === 'text' && mark.note !== '' ? mark.note : String(index + 1),
      })),
      look: cartography.markLook,
      font: BOLD,
      scale: flavour.scale,
      tool: this.#isOpen && isOurs ? tool : 'none',
      colour: pen,
      chosen,
      resumed: resumed && { id: resumed.id, points: resumed.points },
    };
    this.#surface.show(view);
    // Once it is drawn again it is an open mark like any other.
    this.#resumed = null;
  }
}

const AUTHOR = 'plan-atlas-author';

function readAuthor(): string {
  try {
    return localStorage.getItem(AUTHOR) ?? '';
  } catch {
    return '';
  }
}

function keepAuthor(author: string): void {
  try {
    localStorage.setItem(AUTHOR, author);
  } catch {
    // A page without storage asks again next time.
  }
}
