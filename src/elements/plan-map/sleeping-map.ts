import type { LngLat } from '../../contracts/bundle.ts';
import type { MapPort, MapSeat, ScreenPoint, SeatWish } from '../../contracts/map-port.ts';
import type { Camera, CameraGoal } from '../../contracts/state.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { projectFlat } from '../../core/project-flat.ts';

/** A pointer that only passes by wakes no map. */
const DWELL_MS = 120;
const OUT_OF_PLACE = Number.POSITIVE_INFINITY;

/** What a map that sleeps and wakes asks of its element. */
export interface SleepingHost {
  readonly element: HTMLElement;
  readonly port: () => MapPort | null;
  readonly isPainted: () => boolean;
  /** It is in view or will be soon. */
  readonly isNear: () => boolean;
  /** A tool is in use on it, or a talk runs. */
  readonly isInUse: () => boolean;
  /** Everything that the map is drawn from. */
  readonly drawn: () => readonly unknown[];
  /** Starts the map as soon as it may; does nothing when it runs or starts. */
  readonly start: () => void;
  readonly review: () => void;
  /** Ends the map; `isAsleep` has become true. */
  readonly end: () => void;
  readonly redraw: () => void;
}

interface Kept {
  camera: Camera;
  /** Of the map's area when its camera was kept. */
  readonly size: { readonly width: number; readonly height: number };
  readonly drawn: readonly unknown[];
  /** Of an object URL; null where the map has never painted or was hidden. */
  readonly picture: HTMLImageElement | null;
}

interface Tap {
  readonly point: ScreenPoint;
  readonly isFinger: boolean;
}

/**
 * A map that gives its graphics context to others of the page, and takes one again when it is wanted. Meanwhile its last
 * picture stands in its place, and goes only once the map has painted anew.
 */
export class SleepingMap {
  readonly seat: MapSeat = {
    wish: () => this.#wish(),
    distancePx: () => this.#distancePx(),
    isHeld: () => this.#isHeld(),
    isPainted: () => this.#host.isPainted(),
    usedAtMs: () => this.#usedAtMs,
    sleep: () => this.#sleep(),
  };
  readonly #host: SleepingHost;
  #kept: Kept | null = null;
  #usedAtMs = performance.now();
  /** Asked for by a reader or by the host page, until the map has painted. */
  #isWanted = false;
  #isMoving = false;
  #isPressed = false;
  #isLoaded = false;
  #tap: Tap | null = null;
  #holds = 0;
  #dwell: ReturnType<typeof setTimeout> | undefined;
  #waking: { readonly resolve: (port: MapPort) => void; readonly reject: (e: Error) => void }[] =
    [];

  constructor(host: SleepingHost) {
    this.#host = host;
    const { element } = host;
    element.addEventListener('pointerenter', this.#approach);
    element.addEventListener('pointerleave', this.#pass);
    element.addEventListener('pointerdown', this.#press);
    for (const type of ['keydown', 'wheel'] as const) {
      element.addEventListener(type, this.#use, { passive: true });
    }
    element.addEventListener('focusin', this.#want);
  }

  /** It has given its context away, or waits for one again. */
  get isAsleep(): boolean {
    return this.#kept !== null && this.#host.port() === null;
  }

  /** Stands in the map's place, also while it wakes; null: nothing does. */
  get picture(): HTMLImageElement | null {
    return this.#kept?.picture ?? null;
  }

  /** The picture is not of what the atlas shows by now. */
  get isStale(): boolean {
    if (!this.#kept) return false;
    const { clientWidth, clientHeight } = this.#host.element;
    const { width, height } = this.#kept.size;
    const isSameSize = clientWidth === width && clientHeight === height;
    return !isSameList(this.#kept.drawn, this.#host.drawn()) || (clientWidth > 0 && !isSameSize);
  }

  /** It must wake wherever it is. */
  get isWanted(): boolean {
    return this.#isWanted || this.#holds > 0;
  }

  /** Where a map that slept looks; null for one that did not. */
  get camera(): Camera | null {
    return this.#kept?.camera ?? null;
  }

  /** Wakes as soon as it may. */
  readonly want = (): void => {
    this.#usedAtMs = performance.now();
    if (this.#host.port() || !(this.isAsleep || this.#host.isNear())) return;
    this.#isWanted = true;
    this.#host.start();
    this.#host.review();
  };

  /** The atlas asks the camera to go somewhere. A relative step counts at once, for the next may come before the map. */
  lead(goal: CameraGoal): void {
    if (this.#kept && goal.kind === 'zoom') {
      const { camera } = this.#kept;
      this.#kept.camera = { ...camera, zoom: camera.zoom + goal.by };
    }
    this.want();
  }

  /** What the map is drawn from has changed, or its size. */
  follow(): void {
    this.#usedAtMs = performance.now();
    if (!this.isAsleep) return;
    this.#host.start();
    this.#host.review();
  }

  /** Runs with the map awake, and keeps it so until it is done. */
  async whileAwake<Result>(work: (port: MapPort) => Promise<Result>): Promise<Result> {
    this.#holds += 1;
    try {
      return await work(this.#host.port() ?? (await this.#wake()));
    } finally {
      this.#holds -= 1;
      this.#host.review();
    }
  }

  /** The map runs, and is still to paint. */
  started(port: MapPort): void {
    this.#isMoving = false;
    this.#isLoaded = false;
    this.#usedAtMs = performance.now();
    for (const { resolve } of this.#waking.splice(0)) resolve(port);
  }

  /** It could not start. */
  fail(reason: Error): void {
    for (const { reject } of this.#waking.splice(0)) reject(reason);
    this.forget();
  }

  moving(): void {
    this.#isMoving = true;
    // A reader who drags what has just woken looks at the map, and not at its picture.
    if (this.#isLoaded) this.#dropPicture();
  }

  arrived(): void {
    this.#isMoving = false;
  }

  loaded(): void {
    this.#isLoaded = true;
  }

  /** Everything is painted: the picture goes, and a click on it counts for the map. */
  painted(port: MapPort): void {
    this.#isWanted = false;
    this.#dropPicture();
    const tap = this.#tap;
    this.#tap = null;
    if (tap) port.pickAt(tap.point, tap.isFinger);
    this.#host.review();
  }

  project(position: LngLat): ScreenPoint | null {
    return this.#kept && projectFlat(position, this.#kept.camera, this.#kept.size);
  }

  /** A click on the picture. */
  readonly take = (event: MouseEvent): void => {
    const box = this.#host.element.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#host.element;
    const isKey = event.detail === 0;
    this.#tap = isKey
      ? null
      : {
          point: {
            x: ((event.clientX - box.left) * offsetWidth) / (box.width || 1),
            y: ((event.clientY - box.top) * offsetHeight) / (box.height || 1),
          },
          isFinger: event instanceof PointerEvent && event.pointerType === 'touch',
        };
    this.want();
  };

  /** The map has gone for good, or starts afresh. */
  forget(): void {
    this.#dropPicture();
    this.#isWanted = false;
    this.#tap = null;
    clearTimeout(this.#dwell);
    for (const { reject } of this.#waking.splice(0)) reject(new Error('map: it has gone.'));
  }

  #wake(): Promise<MapPort> {
    return new Promise((resolve, reject) => {
      this.#waking.push({ resolve, reject });
      this.want();
    });
  }

  async #sleep(): Promise<void> {
    const { element, port: portOf, drawn, isPainted } = this.#host;
    const port = portOf();
    if (!port) return;
    const before = drawn();
    const usedAtMs = this.#usedAtMs;
    const hasPlace = element.clientWidth > 0 && element.clientHeight > 0;
    const picture =
      isPainted() && hasPlace ? await develop(await port.capture(), element.ownerDocument) : null;
    const isLate =
      portOf() !== port ||
      this.#isHeld() ||
      this.#usedAtMs !== usedAtMs ||
      !isSameList(before, drawn());
    if (isLate) {
      if (picture) URL.revokeObjectURL(picture.src);
      return;
    }
    this.#dropPicture();
    const { clientWidth: width, clientHeight: height } = element;
    // Its own size to the pixel, as the map's is, whatever fractions the element's box has.
    picture?.style.setProperty('width', `${width}px`);
    picture?.style.setProperty('height', `${height}px`);
    this.#kept = { camera: port.getCamera(), size: { width, height }, drawn: before, picture };
    this.#host.end();
    // It stood near all the while: from now on it waits for a context like any other.
    if (this.#host.isNear()) this.#host.start();
  }

  #dropPicture(): void {
    const kept = this.#kept;
    if (!kept) return;
    this.#kept = null;
    if (kept.picture) URL.revokeObjectURL(kept.picture.src);
    this.#host.redraw();
  }

  #wish(): SeatWish {
    if (this.isWanted || this.#host.isInUse()) return 'use';
    return this.picture === null || this.isStale ? 'picture' : 'look';
  }

  #isHeld(): boolean {
    const { element, isInUse, isPainted } = this.#host;
    const isAwaited = this.#isWanted && !isPainted();
    const hasFocus = element.shadowRoot!.activeElement !== null;
    return (
      this.#holds > 0 ||
      isAwaited ||
      hasFocus ||
      this.#isPressed ||
      this.#isMoving ||
      isInUse() ||
      element.matches(':hover')
    );
  }

  #distancePx(): number {
    const { left, right, top, bottom } = this.#host.element.getBoundingClientRect();
    if (right <= left || bottom <= top || !this.#host.element.isConnected) return OUT_OF_PLACE;
    const acrossPx = Math.max(0, left - innerWidth, -right);
    const downPx = Math.max(0, top - innerHeight, -bottom);
    const distancePx = Math.hypot(acrossPx, downPx);
    // Inside a box that scrolls it may be out of sight in the middle of the window.
    return this.#host.isNear() ? distancePx : Math.max(1, distancePx);
  }

  readonly #use = (): void => {
    this.#usedAtMs = performance.now();
  };

  readonly #want = (): void => this.want();

  readonly #approach = (): void => {
    this.#usedAtMs = performance.now();
    clearTimeout(this.#dwell);
    if (this.isAsleep) this.#dwell = setTimeout(this.want, DWELL_MS);
  };

  readonly #pass = (): void => clearTimeout(this.#dwell);

  readonly #press = (): void => {
    this.#isPressed = true;
    const release = (): void => {
      this.#isPressed = false;
      for (const type of ENDS) removeEventListener(type, release, true);
      this.#host.review();
    };
    for (const type of ENDS) addEventListener(type, release, true);
    this.want();
  };
}

const ENDS = ['pointerup', 'pointercancel', 'blur'] as const;

/** Decoded, so that it can take the map's place within a frame. */
async function develop(blob: Blob, page: Document): Promise<HTMLImageElement> {
  const image = page.createElement('img');
  image.alt = '';
  image.decoding = 'sync';
  image.draggable = false;
  image.src = URL.createObjectURL(blob);
  try {
    await image.decode();
    return image;
  } catch (error) {
    URL.revokeObjectURL(image.src);
    throw error;
  }
}
