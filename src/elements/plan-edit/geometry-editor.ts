import { html, nothing, type TemplateResult } from 'lit';
import type { Geometry, LineString, Point, Polygon } from 'geojson';
import { parseCoordinates } from '../../analysis/measure/parse-coordinates.ts';
import { snapPosition } from '../../analysis/measure/snap-position.ts';
import type { Accuracy, LngLat, PlanFeature } from '../../contracts/bundle.ts';
import type { MarkKind, MarksEvent, MarksSurface } from '../../contracts/marks.ts';
import { replaceGeometry } from '../../core/draft/edits.ts';
import { followMap, type LiveMap } from '../shared/live-map.ts';
import type { EditView } from './edit-view.ts';
import { newId } from '../shared/new-id.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';

type Simple = Point | LineString | Polygon;
type Shape = Simple['type'];
const SHAPES: readonly Shape[] = ['Point', 'LineString', 'Polygon'];
const KINDS: Readonly<Record<Shape, MarkKind>> = {
  Point: 'point',
  LineString: 'line',
  Polygon: 'area',
};
const LEAST: Readonly<Record<Shape, number>> = { Point: 1, LineString: 2, Polygon: 3 };
/** How far the pointer may be from what draws it to itself, in pixels at the middle latitudes. */
const SNAP_PX = 12;
const M_PER_PX_AT_ZOOM_0 = 78_271;

export interface GeometryHost {
  readonly view: () => EditView;
  readonly redraw: () => void;
}

/** A feature's geometry: as numbers that can be typed, and on the map with what red-lining draws with. */
export class GeometryEditor {
  readonly #host: GeometryHost;
  #shape: Shape | null = null;
  #typed: string | null = null;
  #fault: string | null = null;
  /** The feature that is drawn on the map; null: none. */
  #drawn: string | null = null;
  #surface: MarksSurface | null = null;
  #live: LiveMap | null = null;
  #unfollow: (() => void) | null = null;
  #turn = 0;

  constructor(host: GeometryHost) {
    this.#host = host;
  }

  /** Another feature, or none: what was begun for the last one ends. */
  reset(): void {
    this.#typed = null;
    this.#shape = null;
    this.#fault = null;
    this.stop();
  }

  stop(): void {
    this.#turn += 1;
    this.#drawn = null;
    this.#unfollow?.();
    this.#unfollow = null;
    this.#surface?.dispose();
    this.#surface = null;
    this.#live = null;
  }

  render(view: EditView, feature: PlanFeature): TemplateResult {
    const { words } = view;
    const { geometry } = feature;
    const simple = toSimple(geometry);
    const shape = this.#shape ?? simple?.type ?? 'Point';
    const typed = this.#typed ?? (simple ? writePoints(simple) : '');
    const isDrawing = this.#drawn === feature.properties.id;
    return html`<fieldset class="group">
      <legend>${words.geometry}</legend>
      <p>
        ${
          geometry
            ? words.geometryIs(
                SHAPES.includes(geometry.type as Shape)
                  ? words.shapes[geometry.type as Shape]
                  : geometry.type,
                countVertices(geometry),
              )
            : words.noGeometry
        }
      </p>
      ${geometry && !simple ? html`<p class="warn">${words.multi}</p>` : nothing}
      <div class="pair">
        ${renderChoice(
          words.shape,
          'shape',
          shape,
          SHAPES.map((value) => ({ value, label: words.shapes[value] })),
          (value) => {
            this.#shape = value;
            view.redraw();
          },
        )}
        <div class="actions">
          <button
            type="button"
            class="plain strong"
            data-control="draw-geometry"
            aria-pressed=${isDrawing}
            @click=${() => (isDrawing ? this.#end() : this.#begin(feature, shape))}
          >
            ${isDrawing ? words.drawDone : words.drawOnMap}
          </button>
          ${
            isDrawing && this.#surface
              ? html`<button
                  type="button"
                  class="plain"
                  data-control="put-point"
                  @click=${() => this.#surface?.put(null)}
                >
                  ${words.put}
                </button>`
              : nothing
          }
        </div>
      </div>
      ${isDrawing ? html`<p role="status">${this.#live ? words.drawing : words.noMap}</p>` : nothing}
      ${renderField({
        label: words.coordinates,
        name: 'coordinates',
        kind: 'area',
        value: typed,
        hint: words.coordinatesHint,
        input: (text) => {
          this.#typed = text;
        },
        change: (text) => {
          this.#typed = text;
        },
      })}
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-control="apply-geometry"
          @click=${() => this.#applyTyped(view, feature, shape, this.#typed ?? typed)}
        >
          ${words.applyGeometry}
        </button>
        ${
          geometry
            ? html`<button
                type="button"
                class="plain"
                data-control="drop-geometry"
                @click=${() => this.#put(view, feature, null)}
              >
                ${words.dropGeometry}
              </button>`
            : nothing
        }
      </div>
      ${this.#fault === null ? nothing : html`<p data-error role="alert">${this.#fault}</p>`}
    </fieldset>`;
  }

  #applyTyped(view: EditView, feature: PlanFeature, shape: Shape, typed: string): void {
    const { words, bundle, say } = view;
    const points: LngLat[] = [];
    const lines = typed.split('\n').map((line) => line.trim());
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const parsed = parseCoordinates(line, { extent: bundle.bundle.extent });
      if (!parsed.isValid) {
        this.#fault = words.badCoordinates(index + 1, line.slice(0, 60), say(parsed.reason));
        view.redraw();
        return;
      }
      points.push(parsed.position);
    }
    const open =
      shape === 'Polygon' && points.length > 1 && isSame(points[0]!, points.at(-1)!)
        ? points.slice(0, -1)
        : points;
    if (open.length < LEAST[shape]) {
      this.#fault = words.tooFew(LEAST[shape], open.length);
      view.redraw();
      return;
    }
    this.#fault = null;
    this.#typed = null;
    this.#put(view, feature, toGeometry(shape, open));
  }

  #put(view: EditView, feature: PlanFeature, geometry: Geometry | null): void {
    const { accuracy, id } = feature.properties;
    view.edit(
      replaceGeometry(view.bundle, id, {
        geometry,
        accuracy: accuracyFor(accuracy, geometry),
        source: null,
      }),
    );
    view.request({ type: 'select', feature: id, origin: 'list' });
  }

  #begin(feature: PlanFeature, shape: Shape): void {
    const { id } = feature.properties;
    this.stop();
    this.#drawn = id;
    this.#shape = shape;
    const turn = this.#turn;
    this.#unfollow = followMap(this.#host.view().atlasStore, (live) => {
      this.#live = live;
      this.#surface = null;
      if (!live || turn !== this.#turn) return;
      void live.port
        .openMarks({
          listen: (event) => this.#hear(event),
          snap: (position) => this.#snap(position),
          newId,
        })
        .then((surface) => {
          if (turn !== this.#turn) {
            surface.dispose();
            return;
          }
          this.#surface = surface;
          this.follow();
          this.#host.redraw();
        });
    });
    this.#host.redraw();
  }

  #end(): void {
    this.#surface?.finish();
    this.stop();
    this.#host.redraw();
  }

  /** The feature has changed: the surface shows it as it is now. */
  follow(): void {
    const { bundle, cartography, state } = this.#host.view();
    const feature = bundle.features.features.find(
      ({ properties }) => properties.id === this.#drawn,
    );
    if (!this.#surface || !feature) return;
    const simple = toSimple(feature.geometry);
    const kind = KINDS[this.#shape ?? simple?.type ?? 'Point'];
    const isSameShape = simple !== null && KINDS[simple.type] === kind;
    const flavour = cartography.flavours[state.flavour];
    this.#surface.show({
      marks: isSameShape
        ? [
            {
              id: feature.properties.id,
              kind,
              geometry: simple,
              colour: 'blue',
              label: feature.properties.name,
            },
          ]
        : [],
      font: ['Noto Sans CJK SC', 'sans-serif'],
      look: cartography.markLook,
      scale: flavour.scale,
      tool: isSameShape ? 'select' : kind,
      colour: 'blue',
      chosen: isSameShape ? feature.properties.id : null,
      resumed: null,
    });
  }

  #hear(event: MarksEvent): void {
    const view = this.#host.view();
    const feature = view.bundle.features.features.find(
      ({ properties }) => properties.id === this.#drawn,
    );
    if (!feature) return;
    if (event.type === 'changed') this.#put(view, feature, event.geometry);
    else if (event.type === 'drawn') {
      const { points } = event;
      // The click that ends it must not choose what lies under it.
      setTimeout(() => {
        this.#put(this.#host.view(), feature, toGeometry(this.#shape ?? 'Point', points));
      });
    } else if (event.type === 'refused') {
      this.#fault = event.reason;
      this.#host.redraw();
    }
  }

  /** Other features draw a point to themselves, so that what meets in the world meets on the map. */
  #snap(position: LngLat): LngLat | null {
    const { bundle, state } = this.#host.view();
    const zoom = state.camera?.zoom ?? 10;
    const toleranceM =
      (SNAP_PX * M_PER_PX_AT_ZOOM_0 * Math.cos((position[1] * Math.PI) / 180)) / 2 ** zoom;
    const others = bundle.features.features.filter(
      ({ properties }) => properties.id !== this.#drawn,
    );
    return snapPosition(position, others, toleranceM)?.position ?? null;
  }
}

const isSame = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1];

const toSimple = (geometry: Geometry | null): Simple | null =>
  geometry !== null &&
  SHAPES.includes(geometry.type as Shape) &&
  !(geometry.type === 'Polygon' && geometry.coordinates.length > 1)
    ? (geometry as Simple)
    : null;

function toGeometry(shape: Shape, points: readonly LngLat[]): Simple {
  const line = points.map(([lng, lat]) => [lng, lat]);
  if (shape === 'Point') return { type: 'Point', coordinates: line[0]! };
  if (shape === 'LineString') return { type: 'LineString', coordinates: line };
  const isClosed = line.length > 1 && isSame(points[0]!, points.at(-1)!);
  return { type: 'Polygon', coordinates: [isClosed ? line : [...line, line[0]!]] };
}

function writePoints(geometry: Simple): string {
  const points =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : geometry.coordinates[0]!.slice(0, -1);
  return points.map(([lng, lat]) => `${lng}, ${lat}`).join('\n');
}

function countVertices(geometry: Geometry): number {
  const count = (nested: unknown): number =>
    Array.isArray(nested) && typeof nested[0] !== 'number'
      ? nested.reduce((sum: number, part) => sum + count(part), 0)
      : 1;
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.reduce((sum, part) => sum + countVertices(part), 0)
    : count(geometry.coordinates);
}

/** What is drawn by hand is schematic until somebody says otherwise; no geometry is class unknown, and the reverse. */
function accuracyFor(accuracy: Accuracy, geometry: Geometry | null): Accuracy {
  if (geometry === null) {
    const { horizontalM: _horizontalM, ...rest } = accuracy;
    return { ...rest, class: 'unknown' };
  }
  return accuracy.class === 'unknown'
    ? { ...accuracy, class: 'schematic', horizontalM: accuracy.horizontalM ?? 500 }
    : accuracy;
}
