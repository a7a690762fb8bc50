import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, type GeoJSONStoreFeatures } from 'terra-draw';
import type { LngLat } from '../../contracts/bundle.ts';
import type { ScreenPoint } from '../../contracts/map-port.ts';
import type {
  DrawnMark,
  MarkGeometry,
  MarksOptions,
  MarksSurface,
  MarksView,
} from '../../contracts/marks.ts';
import { createModes } from './draw-modes.ts';
import { DrawingAdapter } from './drawing-adapter.ts';
import { addMarkLayers, removeMarkLayers, setBegun, setHeads } from './mark-layers.ts';

const POINTER_REACH_PX = 12;
const FINGER_REACH_PX = 24;

/** Marks on the map, drawn and changed by terra-draw; what it says is passed on as plain data. */
export class DrawnMarks implements MarksSurface {
  readonly #map: MapLibreMap;
  readonly #options: MarksOptions;
  readonly #gone: () => void;
  readonly #reachPx: number;
  #view: MarksView | null = null;
  #isStyleThere = false;
  /** Another surface has the map now; whoever still holds this one draws no more. */
  #isDisposed = false;
  #kept: MarksView['resumed'] = null;
  #draw: TerraDraw | null = null;
  #adapter: DrawingAdapter | null = null;
  #shown = new Map<string, DrawnMark>();
  readonly #refused = new Set<string>();
  #tool = 'static';
  #chosen: string | null = null;
  /** Our own calls are no news. */
  #isQuiet = false;
  /** A typed or resumed place stays where it is. */
  #isExact = false;
  #drawId: string | null = null;
  /** Points of a resumed mark before those that the library knows. */
  #begun: readonly LngLat[] = [];
  #resumedId: string | null = null;

  constructor(map: MapLibreMap, options: MarksOptions, gone: () => void) {
    this.#map = map;
    this.#options = options;
    this.#gone = gone;
    const isCoarse = matchMedia('(pointer: coarse)').matches;
    this.#reachPx = isCoarse ? FINGER_REACH_PX : POINTER_REACH_PX;
  }

  get isDrawing(): boolean {
    return this.#draw !== null && this.#tool !== 'static' && this.#tool !== 'select';
  }

  /** Whether a click at this place is meant for the marks and not for the plan. */
  claims({ x, y }: ScreenPoint): boolean {
    if (this.isDrawing) return true;
    if (!this.#draw || this.#tool !== 'select') return false;
    const { lng, lat } = this.#map.unproject([x, y]);
    const options = { pointerDistance: this.#reachPx, ignoreSelectFeatures: false };
    return this.#draw.getFeaturesAtLngLat({ lng, lat }, options).length > 0;
  }

  /** The style goes, and with it what was added to it. */
  pause(): void {
    const points = this.#readDraft();
    if (points.length > 0) this.#kept = { id: this.#drawId!, points };
    this.#isStyleThere = false;
    this.#stop();
  }

  /** The style is there; what was being drawn is gone on with. */
  restart(): void {
    this.#isStyleThere = true;
    if (!this.#view) return;
    const kept = this.#kept;
    this.#kept = null;
    this.show(kept ? { ...this.#view, resumed: kept } : this.#view);
  }

  show(view: MarksView): void {
    if (this.#isDisposed) return;
    const before = this.#view;
    this.#view = view;
    if (!this.#isStyleThere) return;
    if (before && (before.scale !== view.scale || before.look !== view.look)) this.#stop();
    this.#start(view);
    this.#quietly(() => {
      this.#syncMarks(view);
      this.#syncTool(view);
      this.#syncChosen(view);
    });
    this.#drawHeads();
  }

  put(position: LngLat | null): void {
    if (!this.isDrawing || !this.#adapter) return;
    const at = position ?? this.#middle();
    if (position) this.#exactly(() => this.#adapter!.clickAt(at));
    else this.#adapter.clickAt(at);
  }

  followMiddle(): void {
    if (this.#drawId !== null) this.#adapter?.moveTo(this.#middle());
  }

  finish(): void {
    const points = this.#readDraft();
    const id = this.#drawId;
    if (id === null || points.length === 0) return;
    this.#endDraw();
    this.#quietly(() => this.#draw?.setMode(this.#tool));
    this.#options.listen({ type: 'drawn', id, points });
  }

  cancel(): void {
    if (this.#drawId === null) return;
    this.#endDraw();
    this.#quietly(() => this.#draw?.setMode(this.#tool));
    this.#drawHeads();
    this.#options.listen({ type: 'cancelled' });
  }

  takeBack(): boolean {
    if (this.#drawId === null) return false;
    if (!this.#draw?.undo()) this.cancel();
    else if (this.#readDraft().length === 0) {
      this.#endDraw();
      this.#options.listen({ type: 'cancelled' });
    }
    return true;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
    this.#view = null;
    this.#gone();
  }

  #start(view: MarksView): void {
    if (this.#draw) return;
    const adapter = new DrawingAdapter(this.#map);
    const draw = new TerraDraw({
      adapter,
      modes: createModes(
        () => this.#view!,
        (position) => (this.#isExact ? null : this.#options.snap(position)),
        this.#reachPx,
      ),
      idStrategy: { isValidId: (id) => typeof id === 'string', getId: this.#options.newId },
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    });
    // A style that came back after a lost context brings what stood on it.
    removeMarkLayers(this.#map, view);
    draw.start();
    this.#draw = draw;
    this.#adapter = adapter;
    addMarkLayers(this.#map, view);
    draw.on('change', (ids) => this.#hearChange(ids));
    draw.on('finish', (id, { action }) => this.#hearFinish(String(id), action));
    draw.on('select', (id) => this.#choose(String(id)));
    draw.on('deselect', () => this.#choose(null));
  }

  #stop(): void {
    const draw = this.#draw;
    if (!draw) return;
    if (this.#view) removeMarkLayers(this.#map, this.#view);
    this.#quietly(() => draw.stop());
    this.#draw = null;
    this.#adapter = null;
    this.#shown = new Map();
    this.#tool = 'static';
    this.#chosen = null;
    this.#resumedId = null;
    this.#begun = [];
  }

  #syncMarks({ marks }: MarksView): void {
    const draw = this.#draw!;
    const wanted = new Map(marks.map((mark) => [mark.id, mark]));
    const gone = [...this.#shown.keys()].filter((id) => !wanted.has(id) && draw.hasFeature(id));
    if (gone.length > 0) draw.removeFeatures(gone);
    const fresh: DrawnMark[] = [];
    for (const mark of marks) {
      if (this.#refused.has(mark.id)) continue;
      const before = this.#shown.get(mark.id);
      if (!before || !draw.hasFeature(mark.id)) {
        fresh.push(mark);
        continue;
      }
      if (before.geometry !== mark.geometry)
        draw.updateFeatureGeometry(mark.id, copy(mark.geometry));
      if (before.colour !== mark.colour || before.label !== mark.label) {
        draw.updateFeatureProperties(mark.id, { colour: mark.colour, label: mark.label });
      }
    }
    this.#shown = wanted;
    for (const [index, { valid, reason }] of draw.addFeatures(fresh.map(toFeature)).entries()) {
      const { id } = fresh[index]!;
      if (valid) continue;
      this.#refused.add(id);
      this.#options.listen({ type: 'refused', id, reason: reason ?? 'unknown' });
    }
  }

  #syncTool({ tool, resumed }: MarksView): void {
    const mode = tool === 'none' ? 'static' : tool;
    if (mode !== this.#tool) {
      this.#endDraw();
      this.#tool = mode;
      this.#draw!.setMode(mode);
    }
    if (!resumed || resumed.id === this.#resumedId || !this.isDrawing) return;
    this.#resumedId = resumed.id;
    this.#drawId = resumed.id;
    this.#begun = resumed.points.slice(0, -1);
    setBegun(this.#map, resumed.points);
    this.#exactly(() => this.#adapter!.clickAt(resumed.points.at(-1)!));
  }

  #syncChosen({ chosen, tool }: MarksView): void {
    if (tool !== 'select' || chosen === this.#chosen) return;
    const draw = this.#draw!;
    if (this.#chosen !== null && draw.hasFeature(this.#chosen)) draw.deselectFeature(this.#chosen);
    this.#chosen = chosen;
    if (chosen !== null && draw.hasFeature(chosen)) draw.selectFeature(chosen);
  }

  #hearChange(ids: readonly (string | number)[]): void {
    this.#drawHeads();
    if (this.#isQuiet && this.#resumedId === null) return;
    const open = this.#findOpen();
    if (!open || !ids.includes(open.id!)) return;
    this.#drawId ??= this.#options.newId();
    const points = this.#readDraft();
    const key = JSON.stringify(points);
    if (key === this.#lastDraft) return;
    this.#lastDraft = key;
    this.#options.listen({ type: 'draft', id: this.#drawId, points });
  }

  #lastDraft = '';

  #hearFinish(id: string, action: string): void {
    const feature = this.#draw?.getSnapshotFeature(id);
    if (!feature || this.#isQuiet) return;
    if (action !== 'draw') {
      this.#options.listen({ type: 'changed', id, geometry: copy(feature.geometry) });
      return;
    }
    const drawId = this.#drawId ?? this.#options.newId();
    const drawn = [...this.#begun, ...pointsOf(feature.geometry)];
    // The library snaps corners, and no single points.
    const snaps = this.#tool === 'point' && !this.#isExact;
    const points = snaps ? drawn.map((at) => this.#options.snap(at) ?? at) : drawn;
    this.#endDraw();
    this.#quietly(() => this.#draw!.removeFeatures([id]));
    this.#options.listen({ type: 'drawn', id: drawId, points });
  }

  #choose(id: string | null): void {
    if (this.#isQuiet || id === this.#chosen) return;
    this.#chosen = id;
    this.#options.listen({ type: 'chosen', id });
  }

  #endDraw(): void {
    this.#drawId = null;
    this.#lastDraft = '';
    this.#begun = [];
    this.#resumedId = null;
    setBegun(this.#map, []);
  }

  #findOpen(): GeoJSONStoreFeatures | undefined {
    if (!this.isDrawing) return undefined;
    return this.#draw?.getSnapshot().find(({ properties }) => properties['currentlyDrawing']);
  }

  /** Points that are down; not the one that follows the pointer. */
  #readDraft(): readonly LngLat[] {
    const open = this.#findOpen();
    if (!open) return [];
    const { geometry, properties } = open;
    if (this.#tool === 'freehand') return [...this.#begun, ...pointsOf(geometry)];
    const points =
      geometry.type === 'LineString'
        ? geometry.coordinates.slice(0, -1)
        : pointsOf(geometry).slice(0, Number(properties['committedCoordinateCount'] ?? 1));
    return [...this.#begun, ...points.map(toLngLat)];
  }

  #drawHeads(): void {
    if (!this.#draw || !this.#view) return;
    setHeads(this.#map, this.#draw.getSnapshot(), this.#view.colour);
  }

  #middle(): LngLat {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  /** No snapping, and only the very last point ends the mark: near ones may be meant. */
  #exactly(act: () => void): void {
    this.#isExact = true;
    const setReach = (pointerDistance: number): void => {
      if (this.#tool === 'line' || this.#tool === 'arrow' || this.#tool === 'area') {
        this.#draw?.updateModeOptions(this.#tool as never, { pointerDistance } as never);
      }
    };
    setReach(0.01);
    try {
      act();
    } finally {
      setReach(this.#reachPx);
      this.#isExact = false;
    }
  }

  #quietly(act: () => void): void {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    try {
      act();
    } finally {
      this.#isQuiet = before;
    }
  }
}

function toFeature({ id, kind, geometry, colour, label }: DrawnMark): GeoJSONStoreFeatures {
  return {
    type: 'Feature',
    id,
    geometry: copy(geometry),
    properties: { mode: kind, colour, label },
  };
}

function copy(geometry: MarkGeometry): MarkGeometry {
  return structuredClone(geometry);
}

/** Corners without the one that closes the ring. */
function pointsOf(geometry: MarkGeometry): readonly LngLat[] {
  if (geometry.type === 'Point') return [toLngLat(geometry.coordinates)];
  const line =
    geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0]!.slice(0, -1);
  return line.map(toLngLat);
}

const toLngLat = (at: readonly number[]): LngLat => [at[0]!, at[1]!];
