import type { StoryScene } from '../../contracts/bundle.ts';
import type { Mark, MarkLook } from '../../contracts/marks.ts';
import type { Store } from '../../contracts/state.ts';
import { captureMap } from '../shared/live-map.ts';
import { encodePicture } from './export-marks.ts';
import { openMarks, type MarksSession, type SessionParts } from './marks-session.ts';
import { ScenePictures } from './scene-pictures.ts';

/** A mark is on the map by then, and a remark has been typed. */
const PICTURE_WAIT_MS = 500;

export interface TalkMarksParts extends Omit<SessionParts, 'clock'> {
  /** Pictures for the minutes are taken in this window: the hall's, which shows them in full. */
  readonly takesPictures: boolean;
  readonly changed: () => void;
}

/** The red-lines of a meeting while a talk runs: drawn in the scene on stage, citing its clause, with its picture. */
export class TalkMarks {
  readonly session: MarksSession;
  readonly look: MarkLook;
  readonly #store: Store;
  readonly #pictures: ScenePictures;
  readonly #parts: TalkMarksParts;
  readonly #unsubscribe: () => void;
  #isOn = false;
  #isByKey = false;
  #scene: StoryScene | null = null;
  #canDraw = false;
  /** The marks of this scene that its picture has; null: it has none yet. */
  #pictured: readonly Mark[] | null = null;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(parts: TalkMarksParts) {
    const { store, cartography, planId } = parts;
    this.#parts = parts;
    this.#store = store;
    this.look = cartography.markLook;
    this.#pictures = new ScenePictures(planId);
    this.session = openMarks({ store, cartography, planId, clock: () => Date.now() });
    this.session.setStage(false);
    this.#unsubscribe = this.session.subscribe(() => this.#follow());
  }

  /** The stage takes what is drawn, or says why this slide does not. */
  get isDrawing(): boolean {
    return this.#isOn;
  }

  /** A title page or a comparison takes no marks. */
  get canDraw(): boolean {
    return this.#canDraw;
  }

  /** The cross in the middle of the map is where keys put points down. */
  get isByKey(): boolean {
    return this.#isOn && this.#canDraw && this.#isByKey;
  }

  set isByKey(isByKey: boolean) {
    if (isByKey === this.#isByKey) return;
    this.#isByKey = isByKey;
    if (this.#isOn) this.#parts.changed();
  }

  setDrawing(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    const { choice } = this.session;
    if (isOn && choice.tool === 'select') this.session.choose({ tool: 'freehand' });
    this.#tellStage();
    this.session.choose({ chosen: null });
    this.#parts.changed();
  }

  /** The slide goes: what is being drawn is finished, and the picture is taken before the map moves. */
  leaveScene(): void {
    const isUnfinished = this.#isOn && this.session.choice.points.length > 0;
    if (isUnfinished || this.#wait !== undefined) this.#takePicture('now');
    if (isUnfinished) this.session.endDraft();
    this.#forgetWait();
  }

  /** The slide on stage; null: a title page. */
  setScene(scene: StoryScene | null, canDraw: boolean): void {
    if (scene === this.#scene && canDraw === this.#canDraw) return;
    const isOther = scene?.id !== this.#scene?.id;
    this.#scene = scene;
    this.#canDraw = canDraw;
    const [first] = scene?.clauses ?? [];
    this.session.setPlace(
      scene && {
        scene: scene.id,
        sceneTitle: scene.title,
        clauses: first ? [{ para: first.para, quote: first.quote ?? null }] : [],
      },
    );
    this.#tellStage();
    if (isOther) {
      this.session.choose({ chosen: null });
      void this.#arrive();
    }
  }

  /** Arrow keys move the map once it has the focus. */
  focusMap(): void {
    this.session.focusMap();
  }

  dispose(): void {
    this.leaveScene();
    this.#turn += 1;
    this.#unsubscribe();
    this.session.setPlace(null);
    this.session.choose({ chosen: null });
    this.session.setStage(null);
  }

  #tellStage(): void {
    this.session.setStage(this.#isOn && this.#canDraw);
  }

  /** What was drawn here before has its picture, unless none could be taken then, or a crash came between. */
  async #arrive(): Promise<void> {
    this.#forgetWait();
    this.#turn += 1;
    const turn = this.#turn;
    const { marks } = this.session;
    this.#pictured = this.#marksHere();
    if (!this.#parts.takesPictures || !this.#scene) return;
    const { id } = this.#scene;
    await marks.ready;
    if (turn !== this.#turn) return;
    const atFirst = (this.#pictured = this.#marksHere());
    const pictures = await this.#pictures.list();
    if (turn !== this.#turn) return;
    const takenAt = Date.parse(pictures.get(id)?.at ?? '');
    // Also where there is none.
    const isCurrent = atFirst.every(({ changedAt }) => Date.parse(changedAt) <= takenAt);
    if (!isCurrent) this.#pictured = null;
    this.#follow();
  }

  #marksHere(): readonly Mark[] {
    const id = this.#scene?.id;
    return this.session.marks.getState().marks.filter(({ scene }) => scene === id);
  }

  #follow(): void {
    if (this.#isOn) this.#parts.changed();
    if (!this.#parts.takesPictures || !this.#scene) return;
    // What was kept comes late and is no news.
    if (this.session.marks.getState().phase === 'loading') return;
    const here = this.#marksHere();
    const before = this.#pictured ?? [];
    if (here.length === before.length && here.every((mark, index) => mark === before[index])) {
      return;
    }
    this.#pictured = here;
    this.#forgetWait();
    if (here.length > 0) {
      this.#wait = setTimeout(() => this.#takePicture('at rest'), PICTURE_WAIT_MS);
    }
  }

  #forgetWait(): void {
    clearTimeout(this.#wait);
    this.#wait = undefined;
  }

  /** Until it is taken it stays due, so that leaving the scene takes it at once. */
  #takePicture(when: 'at rest' | 'now'): void {
    if (!this.#parts.takesPictures) return;
    const scene = this.#scene?.id;
    const turn = this.#turn;
    const due = this.#wait;
    // Of the request, so that what changes meanwhile counts as later.
    const at = new Date().toISOString();
    const shot = captureMap(this.#store, when);
    if (!shot || scene === undefined) return;
    // Else what was due here would be taken of the slide that follows, or of the atlas after the talk.
    if (when === 'now') this.#forgetWait();
    void encodePicture(shot).then((picture) => {
      const isLate = when === 'at rest' && turn !== this.#turn;
      if (picture === null || isLate) return;
      if (when === 'at rest' && this.#wait === due) this.#wait = undefined;
      void this.#pictures.keep({ scene, at, picture });
    });
  }
}
