import type {
  GeoJSONSource,
  Map as MapLibreMap,
  MapGeoJSONFeature,
  MapMouseEvent,
  PointLike,
} from 'maplibre-gl';
import type { Bounds, LngLat } from '../contracts/bundle.ts';
import type {
  FeatureLook,
  MapEvent,
  MapInspection,
  MapOptions,
  MapPort,
  MapScene,
  MoveOptions,
  SceneStyle,
  ScreenPoint,
} from '../contracts/map-port.ts';
import type { MarksOptions, MarksSurface } from '../contracts/marks.ts';
import type { Camera, Gestures } from '../contracts/state.ts';
import { decodeImages, type DecodedImage } from './decode-images.ts';
import type { BaseLayers } from './base/base-layers.ts';
import type { DetailLayers } from './detail-layers.ts';
import { FeatureStates } from './feature-states.ts';
import type { DrawnMarks } from './marks/drawn-marks.ts';
import type { Pulse } from './pulse.ts';
import { RubberBand } from './rubber-band.ts';
import { SketchHandles } from './sketch-handles.ts';
import { FOCUS, PREVIEW, SKETCH, toStyleSpecification } from './to-style.ts';

const MOVE_MS = 700;
const POINTER_REACH_PX = 4;
const FINGER_REACH_PX = 12;
/** Drawn for looks alone; what lies under them answers the pointer. */
const UNPICKABLE =
  /^(outside|land|mask|graticule|focus-labels|rings|preview-|sketch-|.*-(halo|edge|rail-gap|area-rim))/;

/** Names, circles of uncertainty and glows tell of a feature, and are not its place. */
const NOT_PLACES =
  /^(outside|mask|graticule|circle-|shields|line-names|badges|rings|preview-|sketch-|.*(labels|-glow|-halo|-edge)$)/;

/** The port's only implementation over MapLibre; everything it is told is plain data. */
export class MapLibreAdapter implements MapPort {
  readonly #map: MapLibreMap;
  readonly #listeners = new Set<(event: MapEvent) => void>();
  readonly #prefersReducedMotion: boolean;
  readonly #handles: SketchHandles;
  readonly #rubber: RubberBand;
  #style: SceneStyle;
  /** The style whose images are being drawn; a change meanwhile must not draw them again. */
  #pending: SceneStyle | null = null;
  #states: FeatureStates;
  #scene: MapScene | null = null;
  #applied: Partial<MapScene> = {};
  #isStyleLoaded = false;
  /** The looks that were applied last have been painted. */
  #isFramePainted = false;
  #hoverFrame = 0;
  #hovered = '';
  /** Something under the pointer can be dragged. */
  #isOverGrip = false;
  #pulse: Pulse | null = null;
  #isDisposed = false;
  /** Of the styles before: tiles begun for them still ask for them after a change. */
  #formerImages: ReadonlyMap<string, DecodedImage> = new Map();
  #images: ReadonlyMap<string, DecodedImage>;
  #marks: DrawnMarks | null = null;
  #base: BaseLayers | null = null;
  #details: DetailLayers | null = null;
  /** The plan has been painted whole once; a base map that hangs must not keep it from that. */
  #hasSettled = false;
  /** Words that have changed since the start. */
  #locale: Readonly<Record<string, string>> | null = null;
  readonly #released: (() => void) | undefined;

  readonly inspection: MapInspection = {
    lookOf: (id) => this.#readLook(id),
    placesIn: (from, to) => this.#readPlaces(from, to),
    namesIn: (from, to) => this.#readNames(from, to),
  };

  constructor(
    map: MapLibreMap,
    style: SceneStyle,
    images: ReadonlyMap<string, DecodedImage>,
    { prefersReducedMotion, released }: Pick<MapOptions, 'prefersReducedMotion' | 'released'>,
  ) {
    this.#released = released;
    this.#map = map;
    this.#style = style;
    this.#images = images;
    this.#addImages(images);
    map.setMissingStyleImageResolver((name) => {
      const image = this.#formerImages.get(name);
      if (image) this.#addImages(new Map([[name, image]]));
    });
    this.#states = new FeatureStates(style);
    this.#prefersReducedMotion = prefersReducedMotion;
    const place = ({ x, y }: ScreenPoint): LngLat => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    };
    this.#handles = new SketchHandles(map, ({ handle, from, at }, isHeld) => {
      const features = this.#find(at, POINTER_REACH_PX);
      const position = place(at);
      this.#emit({ type: 'drag', handle, features, from: place(from), position, isHeld });
    });
    this.#rubber = new RubberBand(map);
    map.on('style.load', () => this.#restart());
    map.once('load', () => {
      this.#reportCamera(false);
      this.#emit({ type: 'load' });
    });
    map.on('webglcontextlost', () => {
      this.#isStyleLoaded = false;
      this.#stopPulse();
      this.#marks?.pause();
      this.#emit({ type: 'context-lost' });
    });
    map.on('webglcontextrestored', () => this.#emit({ type: 'context-restored' }));
    map.on('error', ({ error, ...event }) => {
      // What is drawn from tiles says itself how they fare.
      if ('sourceId' in event && /^(base|detail)-/.test(String(event.sourceId))) return;
      this.#emit({ type: 'failure', message: error.message });
    });
    map.on('render', () => {
      this.#isFramePainted = true;
    });
    map.on('move', () => this.#emit({ type: 'move' }));
    map.on('moveend', ({ originalEvent }) => this.#reportCamera(originalEvent !== undefined));
    map.on('idle', () => {
      this.#formerImages = new Map();
      if (!this.#hasSettled) {
        this.#hasSettled = true;
        if (this.#scene?.base) void this.#layBase();
        if (this.#scene?.details.length) void this.#drawDetails();
      }
      this.#emit({ type: 'idle' });
    });
    map.on('click', (event) => this.#pick(event));
    map.on('mousemove', (event) => this.#hover(event.point, event.originalEvent.buttons));
    map.on('mouseout', () => {
      cancelAnimationFrame(this.#hoverFrame);
      this.#report([]);
    });
  }

  apply(scene: MapScene): void {
    this.#scene = scene;
    if (scene.style.key !== this.#style.key) {
      if (scene.style !== this.#pending) void this.#restyle(scene.style);
      return;
    }
    if (this.#isStyleLoaded) this.#applyParts(scene);
  }

  fit(bounds: Bounds, options: MoveOptions): void {
    const [west, south, east, north] = bounds;
    this.#map.fitBounds([west, south, east, north], {
      padding: options.padding,
      maxZoom: options.maxZoom ?? 13,
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
      ...this.#motion(options),
    });
  }

  moveTo(camera: Partial<Camera>, options: MoveOptions): void {
    const { center, zoom, bearing, pitch } = camera;
    this.#map.easeTo({
      ...(center ? { center: [center[0], center[1]] as [number, number] } : {}),
      ...(zoom === undefined ? {} : { zoom }),
      ...(bearing === undefined ? {} : { bearing }),
      ...(pitch === undefined ? {} : { pitch }),
      ...this.#motion(options),
    });
  }

  panBy(byPx: readonly [number, number], options: MoveOptions): void {
    this.#map.panBy([byPx[0], byPx[1]], this.#motion(options));
  }

  getCamera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return {
      center: [lng, lat],
      zoom: this.#map.getZoom(),
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
    };
  }

  project(position: LngLat): ScreenPoint {
    const { x, y } = this.#map.project([position[0], position[1]]);
    return { x, y };
  }

  setGestures(gestures: Gestures): void {
    if (gestures === 'cooperative') this.#map.cooperativeGestures.enable();
    else this.#map.cooperativeGestures.disable();
    // The hint is made anew, with the words of the start.
    if (this.#locale) this.setLocale(this.#locale);
  }

  /** MapLibre writes the hint once, and has no call to write it anew. */
  setLocale(locale: Readonly<Record<string, string>>): void {
    this.#locale = locale;
    const prefix = 'CooperativeGesturesHandler';
    const desktop = navigator.userAgent.includes('Mac') ? 'MacHelpText' : 'WindowsHelpText';
    const say = (selector: string, text: string | undefined): void => {
      const element = this.#map.getContainer().querySelector(selector);
      if (element && text !== undefined) element.textContent = text;
    };
    say('.maplibregl-desktop-message', locale[`${prefix}.${desktop}`]);
    say('.maplibregl-mobile-message', locale[`${prefix}.MobileHelpText`]);
    this.#map.getCanvas().setAttribute('aria-label', locale['Map.Title'] ?? '');
  }

  pickAt(point: ScreenPoint, isFinger: boolean): void {
    const { lng, lat } = this.#map.unproject([point.x, point.y]);
    this.#emitPick(point, isFinger, [lng, lat]);
  }

  resize(): void {
    this.#map.resize();
  }

  /** While a frame is drawn its picture is there to be read, so the map need not keep every frame for it. */
  capture(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.#map.once('idle', () => {
        this.#map.once('render', () => this.#readCanvas().then(resolve, reject));
        this.#map.triggerRepaint();
      });
      this.#map.triggerRepaint();
    });
  }

  captureAtOnce(): Promise<Blob> {
    this.#map.redraw();
    return this.#readCanvas();
  }

  /** Right after a frame was drawn, for the browser keeps none. */
  #readCanvas(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.#map.getCanvas().toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('map: the browser gave no picture of the map; try again.'));
      });
    });
  }

  async openMarks(options: MarksOptions): Promise<MarksSurface> {
    const { DrawnMarks: Surface } = await import('./marks/drawn-marks.ts');
    this.#marks?.dispose();
    const marks = new Surface(this.#map, options, () => {
      if (this.#marks === marks) this.#marks = null;
    });
    this.#marks = marks;
    if (this.#isStyleLoaded) marks.restart();
    return marks;
  }

  /** Its worker did not start, so nothing will ever be drawn. */
  failWorker(): void {
    this.#emit({ type: 'no-worker' });
  }

  listen(listener: (event: MapEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#isDisposed = true;
    cancelAnimationFrame(this.#hoverFrame);
    this.#stopPulse();
    this.#rubber.stop();
    this.#marks?.dispose();
    this.#listeners.clear();
    this.#map.remove();
    this.#released?.();
  }

  /** A style was loaded anew, at the start, with a new flavour, or after a lost context. */
  #restart(): void {
    this.#states = new FeatureStates(this.#style);
    this.#applied = {};
    this.#isStyleLoaded = true;
    if (this.#scene && this.#scene.style.key === this.#style.key) this.#applyParts(this.#scene);
    this.#base?.restart(this.#scene?.base ?? null);
    this.#details?.restart(this.#scene?.details ?? []);
    this.#marks?.restart();
  }

  async #restyle(style: SceneStyle): Promise<void> {
    this.#pending = style;
    let images: ReadonlyMap<string, DecodedImage>;
    try {
      images = await decodeImages(style.images);
    } catch (error) {
      this.#emit({ type: 'failure', message: messageOf(error) });
      return;
    } finally {
      if (this.#pending === style) this.#pending = null;
    }
    if (this.#isDisposed || this.#scene?.style !== style || this.#style === style) return;
    this.#isStyleLoaded = false;
    if (style.maxBounds.join() !== this.#style.maxBounds.join()) {
      this.#map.setMaxBounds([...style.maxBounds]);
    }
    this.#style = style;
    this.#stopPulse();
    this.#marks?.pause();
    this.#map.setStyle(toStyleSpecification(style), { diff: false });
    this.#formerImages = new Map([...this.#formerImages, ...this.#images]);
    this.#images = images;
    this.#addImages(images);
  }

  #addImages(images: ReadonlyMap<string, DecodedImage>): void {
    for (const [name, { element, ratio }] of images) {
      if (!this.#map.hasImage(name)) this.#map.addImage(name, element, { pixelRatio: ratio });
    }
  }

  #applyParts(scene: MapScene): void {
    if (this.#states.apply(scene.looks, this.#map)) this.#isFramePainted = false;
    const before = this.#applied;
    const hidden = scene.hiddenLayers.join();
    if (hidden !== (before.hiddenLayers ?? []).join()) this.#switchSymbols(scene.hiddenLayers);
    if (scene.hasGraticule !== (before.hasGraticule ?? false)) {
      this.#map.setFeatureState(
        { source: 'graticule', id: '@graticule' },
        { o: scene.hasGraticule ? 1 : 0 },
      );
      this.#map.setLayoutProperty(
        'graticule-labels',
        'visibility',
        scene.hasGraticule ? 'visible' : 'none',
      );
    }
    if (!isSame(scene.focusLabels, before.focusLabels)) {
      void this.#map.getSource<GeoJSONSource>(FOCUS)?.setData(scene.focusLabels);
    }
    if (scene.pulse?.key !== before.pulse?.key) this.#runPulse(scene);
    if (!isSame(scene.sketch, before.sketch)) {
      void this.#map.getSource<GeoJSONSource>(SKETCH)?.setData(scene.sketch);
    }
    // By identity: a large file's geometry is not written out to be compared.
    const hadPreview = before.preview !== undefined && before.preview.features.length > 0;
    if (scene.preview !== before.preview && (hadPreview || scene.preview.features.length > 0)) {
      void this.#map.getSource<GeoJSONSource>(PREVIEW)?.setData(scene.preview);
    }
    if (scene.base !== (before.base ?? null)) void this.#layBase();
    if (this.#details || scene.details.length > 0) void this.#drawDetails();
    this.#handles.update(scene.isPlacing ? scene.sketch : scene.preview, scene.isPlacing);
    this.#rubber.update(scene.tail);
    if (scene.isPlacing !== (before.isPlacing ?? false)) this.#showCursor();
    this.#applied = scene;
  }

  /** Base maps are few people's wish: their code comes with the first. */
  async #layBase(): Promise<void> {
    if (!this.#hasSettled) return;
    try {
      const { BaseLayers: Layers } = await import('./base/base-layers.ts');
      if (this.#isDisposed || !this.#isStyleLoaded) return;
      this.#base ??= new Layers(this.#map, this.#prefersReducedMotion);
      this.#base.apply(this.#scene?.base ?? null);
    } catch (error) {
      this.#emit({ type: 'failure', message: messageOf(error) });
    }
  }

  /** Few plans have tiles: the code comes with the first. */
  async #drawDetails(): Promise<void> {
    if (!this.#hasSettled) return;
    try {
      const { DetailLayers: Layers } = await import('./detail-layers.ts');
      if (this.#isDisposed || !this.#isStyleLoaded) return;
      this.#details ??= new Layers(this.#map);
      this.#details.apply(this.#scene?.details ?? []);
    } catch (error) {
      this.#emit({ type: 'failure', message: messageOf(error) });
    }
  }

  #switchSymbols(hidden: readonly string[]): void {
    const isOn = ['!', ['in', ['get', 'layer'], ['literal', hidden]]];
    for (const { id, filter } of this.#style.layers) {
      if (!this.#style.switchedLayers.includes(id)) continue;
      const whole = filter === undefined ? isOn : ['all', filter, isOn];
      this.#map.setFilter(id, whole as never);
    }
  }

  #runPulse(scene: MapScene): void {
    this.#stopPulse();
    const { pulse } = scene;
    if (!pulse || this.#prefersReducedMotion) return;
    void import('./pulse.ts').then(
      ({ Pulse }) => {
        if (this.#isDisposed || !this.#isStyleLoaded || this.#scene?.pulse?.key !== pulse.key) {
          return;
        }
        this.#pulse = new Pulse(this.#map, pulse);
      },
      (reason: unknown) => {
        this.#emit({ type: 'failure', message: messageOf(reason) });
      },
    );
  }

  #stopPulse(): void {
    this.#pulse?.stop();
    this.#pulse = null;
  }

  #pick({ point, lngLat, originalEvent }: MapMouseEvent): void {
    if (this.#marks?.claims(point)) return;
    const isFinger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    this.#emitPick(point, isFinger, [lngLat.lng, lngLat.lat]);
  }

  #emitPick({ x, y }: ScreenPoint, isFinger: boolean, position: LngLat): void {
    const features = this.#find({ x, y }, isFinger ? FINGER_REACH_PX : POINTER_REACH_PX);
    const handle = this.#handles.find({ x, y }, isFinger);
    this.#emit({ type: 'pick', features, point: { x, y }, position, handle });
  }

  #hover(point: ScreenPoint, buttons: number): void {
    if (buttons !== 0 || this.#map.isMoving() || this.#marks?.isDrawing) return;
    cancelAnimationFrame(this.#hoverFrame);
    this.#hoverFrame = requestAnimationFrame(() => {
      if (!this.#isStyleLoaded) return;
      this.#report(this.#find(point, POINTER_REACH_PX).slice(0, 1));
      const isOverGrip = !this.#scene?.isPlacing && this.#handles.find(point, false) !== null;
      if (isOverGrip === this.#isOverGrip) return;
      this.#isOverGrip = isOverGrip;
      this.#showCursor();
    });
  }

  #report(features: readonly string[]): void {
    const key = features.join();
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.#showCursor();
    this.#emit({ type: 'hover', features });
  }

  #showCursor(): void {
    if (this.#marks?.isDrawing) return;
    const free = this.#scene?.isPlacing ? 'crosshair' : '';
    const isOverFeature = this.#hovered !== '' && !this.#scene?.isPlacing;
    const over = isOverFeature ? 'pointer' : free;
    this.#map.getCanvas().style.cursor = this.#isOverGrip ? 'move' : over;
  }

  /** Ids under a point, topmost first; what lies right under it before what lies within reach. */
  #find(point: ScreenPoint, reachPx: number): string[] {
    if (!this.#isStyleLoaded) return [];
    const layers = this.#style.layers
      .map(({ id }) => id)
      .filter((id) => !UNPICKABLE.test(id))
      .concat(this.#details?.layerIds ?? []);
    const { x, y } = point;
    const boxes: (PointLike | [PointLike, PointLike])[] = [
      [x, y],
      [
        [x - reachPx, y - reachPx],
        [x + reachPx, y + reachPx],
      ],
    ];
    const ids = boxes.flatMap((box) =>
      this.#map
        .queryRenderedFeatures(box, { layers })
        .filter(isSeen)
        .map((found) => this.#details?.idOf(found) ?? String(found.properties['id'])),
    );
    return [...new Set(ids)].filter((id) => this.#states.lookOf(id).opacity > 0);
  }

  #readLook(id: string): FeatureLook | null {
    const [source] = this.#states.sourcesOf(id);
    if (source === undefined || !this.#isStyleLoaded || !this.#isFramePainted) return null;
    const { o = 1, lit = false, sel = false } = this.#map.getFeatureState({ source, id });
    return { opacity: Number(o), isLit: lit === true, isSelected: sel === true };
  }

  #readNames(from: ScreenPoint, to: ScreenPoint): ReturnType<MapInspection['namesIn']> {
    if (!this.#isStyleLoaded) return [];
    const layers = this.#style.layers
      .filter(({ id, type }) => type === 'symbol' && id !== 'icons')
      .map(({ id }) => id);
    const box: [PointLike, PointLike] = [
      [from.x, from.y],
      [to.x, to.y],
    ];
    return this.#map
      .queryRenderedFeatures(box, { layers })
      .map(({ layer, properties }) => ({ layer: layer.id, feature: String(properties['id']) }));
  }

  #readPlaces(from: ScreenPoint, to: ScreenPoint): ReturnType<MapInspection['placesIn']> {
    if (!this.#isStyleLoaded) return [];
    const layers = this.#style.layers.map(({ id }) => id).filter((id) => !NOT_PLACES.test(id));
    const box: [PointLike, PointLike] = [
      [from.x, from.y],
      [to.x, to.y],
    ];
    const places = new Map<string, string>();
    for (const { properties, state } of this.#map.queryRenderedFeatures(box, { layers })) {
      if (state['o'] !== 0) places.set(String(properties['id']), String(properties['cls']));
    }
    return [...places].map(([feature, cls]) => ({ feature, cls }));
  }

  /** Null while the window lies straight, for then its bounds say all. */
  #readFrame(): LngLat[] | undefined {
    if (this.#map.getBearing() === 0 && this.#map.getPitch() === 0) return undefined;
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    const corners: PointLike[] = [
      [0, 0],
      [clientWidth, 0],
      [clientWidth, clientHeight],
      [0, clientHeight],
    ];
    return corners.map((corner) => {
      const { lng, lat } = this.#map.unproject(corner);
      return [lng, lat];
    });
  }

  #reportCamera(isByUser: boolean): void {
    const bounds = this.#map.getBounds();
    this.#emit({
      type: 'camera',
      camera: this.getCamera(),
      isByUser,
      frame: this.#readFrame(),
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    });
  }

  #motion(options: MoveOptions): { duration: number; essential: boolean } {
    const isStill = options.isInstant || this.#prefersReducedMotion;
    return { duration: isStill ? 0 : MOVE_MS, essential: false };
  }

  #emit(event: MapEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/**
 * A circle of uncertainty answers the pointer only while its feature is lit; its rim also where it
 * is always drawn. The renderer finds what has no opacity, too.
 */
function isSeen({ layer, state, properties }: MapGeoJSONFeature): boolean {
  if (layer.id !== 'circle-fill' && layer.id !== 'circle-rim') return true;
  if (state['lit'] === true || state['sel'] === true) return true;
  return layer.id === 'circle-rim' && properties['always'] === true;
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

function isSame(a: unknown, b: unknown): boolean {
  return (
    a === b ||
    JSON.stringify(a) === JSON.stringify(b ?? { type: 'FeatureCollection', features: [] })
  );
}
