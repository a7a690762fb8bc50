/** What runs inside the measured pages. Both functions refer to nothing outside themselves. */

export interface PageBench {
  done: boolean;
  error: string | null;
  /** Since the navigation began. */
  idleMs: number;
  toggle?: (isOn: boolean) => Promise<void>;
  filter?: (isOn: boolean) => Promise<void>;
  /** From words to map: ms until the feature is painted as selected and its words are marked. */
  select?: (id: string) => Promise<number>;
  pick?: (x: number, y: number) => unknown;
}

declare global {
  // oxlint-disable-next-line no-var
  var peerBench: PageBench | undefined;
  // oxlint-disable-next-line no-var
  var benchPainted: () => Promise<void>;
  // oxlint-disable-next-line no-var
  var benchLong: [startMs: number, durationMs: number][];
  // oxlint-disable-next-line no-var
  var benchText: number;
}

/** Of every page: long tasks, and a wait until every canvas has done its work. */
export function installCommon(): void {
  globalThis.benchLong = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      globalThis.benchLong.push([startTime, duration]);
    }
  }).observe({ type: 'longtask', buffered: true });
  const findCanvases = (root: ParentNode): HTMLCanvasElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLCanvasElement ? [element] : []),
      ...(element.shadowRoot ? findCanvases(element.shadowRoot) : []),
    ]);
  const frame = (): Promise<unknown> =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  globalThis.benchPainted = async () => {
    for (const canvas of findCanvases(document)) {
      if (canvas.width === 0 || canvas.height === 0) continue;
      const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
      if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      else canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    }
    await frame();
    await frame();
  };
}

/** Of our own page, from outside: it tells of itself by its events. */
export function installOwn(): void {
  const own: PageBench = { done: false, error: null, idleMs: 0 };
  globalThis.peerBench = own;
  globalThis.benchText = 0;
  const atlas = (): HTMLElementTagNameMap['plan-atlas'] => document.querySelector('plan-atlas')!;
  const part = <K extends 'plan-map' | 'plan-text'>(tag: K): HTMLElementTagNameMap[K] | null =>
    atlas()?.shadowRoot?.querySelector<HTMLElementTagNameMap[K]>(tag) ?? null;
  const frame = (): Promise<unknown> =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const watchText = (): void => {
    const words = part('plan-text')?.shadowRoot?.querySelector('a.phrase, p');
    if (words && words.getClientRects().length > 0) {
      // Once this frame is on the screen.
      void frame().then(() => {
        globalThis.benchText = performance.now();
      });
    } else requestAnimationFrame(watchText);
  };
  requestAnimationFrame(watchText);
  const settle = (act: () => void): Promise<void> =>
    new Promise((resolve) => {
      addEventListener('plan-map-idle', () => resolve(), { capture: true, once: true });
      act();
    });
  document.addEventListener('plan-error', (event) => {
    const { problems } = (event as HTMLElementEventMap['plan-error']).detail;
    own.error ??= problems.map(({ message }) => message).join(' ');
  });
  addEventListener(
    'plan-map-idle',
    () => {
      void globalThis.benchPainted().then(() => {
        own.idleMs = performance.now();
        own.done = true;
      });
    },
    { capture: true, once: true },
  );
  own.toggle = (isOn) => {
    const all = atlas().bundle!.layers.map(({ id }) => id);
    const areas = new Set(['zones', 'parks']);
    return settle(() => {
      atlas().layers = isOn ? all : all.filter((id) => !areas.has(id));
    });
  };
  own.select = async (id) => {
    const startMs = performance.now();
    atlas().feature = id;
    const isSeen = (): boolean =>
      part('plan-map')!.inspection?.lookOf(id)?.isSelected === true &&
      part('plan-text')!.shadowRoot!.querySelector('a.phrase[data-lit="selected"]') !== null;
    while (!isSeen()) {
      if (performance.now() - startMs > 10_000) throw new Error(`"${id}" was never seen selected`);
      await frame();
    }
    return performance.now() - startMs;
  };
  own.pick = (x, y) => part('plan-map')!.inspection!.placesIn({ x, y }, { x, y })[0] ?? null;
}
