import type { Geometry, Position } from 'geojson';
import type { StyleLayer } from '../../contracts/map-port.ts';
import { clipLine, clipRing, offsetRing, simplify } from './clip.ts';
import type { Drawable, LayerReader } from './read-layer.ts';
import { stepDown, type SoftEdges } from './soft-edges.ts';
import { frameBox, type Point, type Viewport } from './viewport.ts';
import {
  toTenths,
  toThousandths,
  writeAttributes,
  writeGroups,
  writePath,
  type Piece,
} from './write-svg.ts';

/** No eye sees what is weaker, and no file needs it. */
export const LEAST_OPACITY = 0.004;
const TOLERANCE_PX = 0.1;
/** A line's soft edge that is narrower is drawn crisp. */
const LEAST_BLUR_PX = 1;
/** How far beyond the frame lines reach: no line is half as broad, and no blur reaches in from there. */
export const BLUR_MARGIN_PX = 30;

/** What is written once and referred to: blurs by their deviation, and shapes. */
export interface Definitions {
  /** Id of a blur. */
  readonly blur: (deviationPx: number) => string;
  /** Markup that paints a path; one that was written before is only referred to. */
  readonly shape: (data: string) => string;
  /** Ids of the features that are drawn so far. */
  readonly drawn: Set<string>;
  /** Path data by geometry, for most are drawn several times: glow, halo, casing, line. */
  readonly paths: WeakMap<Geometry, string>;
}

export interface DrawContext {
  readonly viewport: Viewport;
  readonly reader: LayerReader;
  readonly definitions: Definitions;
  readonly softEdges: SoftEdges;
}

export function drawBackground(layer: StyleLayer, { viewport, reader }: DrawContext): string {
  const { widthPx, heightPx } = viewport;
  const fill = String(reader.valueOf(layer, 'background-color'));
  return `<rect${writeAttributes({ width: widthPx, height: heightPx, fill })}/>`;
}

export function drawFills(layer: StyleLayer, context: DrawContext): string {
  const { viewport, reader, definitions } = context;
  const box = frameBox(viewport, 2);
  const pieces = reader.featuresOf(layer).flatMap((drawable): Piece[] => {
    const opacity = Number(drawable.paint('fill-opacity'));
    if (opacity < LEAST_OPACITY) return [];
    const rings = ringsOf(drawable.feature.geometry).map((ring) =>
      simplify(clipRing(ring.map(viewport.project), box), TOLERANCE_PX),
    );
    const data = writePath(rings.filter((ring) => ring.length > 3));
    if (data === '') return [];
    note(definitions, drawable);
    const attributes = writeAttributes({
      fill: String(drawable.paint('fill-color')),
      'fill-opacity': opacity < 1 ? toThousandths(opacity) : null,
      'fill-rule': rings.length > 1 ? 'evenodd' : null,
    });
    return [{ attributes, content: definitions.shape(data) }];
  });
  return writeGroups(pieces);
}

export function drawLines(layer: StyleLayer, context: DrawContext): string {
  const drawables = context.reader.featuresOf(layer);
  const hasOrder = layer.layout?.['line-sort-key'] !== undefined;
  const ordered = hasOrder
    ? drawables.toSorted((a, b) => sortKey(a, 'line-sort-key') - sortKey(b, 'line-sort-key'))
    : drawables;
  return writeGroups(ordered.flatMap((drawable) => drawLine(drawable, context) ?? []));
}

export const sortKey = (drawable: Drawable, name: string): number =>
  Number(drawable.layout(name) ?? 0);

function drawLine(
  drawable: Drawable,
  { viewport, definitions, softEdges }: DrawContext,
): Piece | null {
  const { paint, layout, feature } = drawable;
  const opacity = Number(paint('line-opacity'));
  const widthPx = Number(paint('line-width'));
  if (opacity < LEAST_OPACITY || widthPx <= 0) return null;
  const blurPx = Number(paint('line-blur'));
  const data = pathOf(feature.geometry, viewport, Number(paint('line-offset')), definitions);
  if (data === '') return null;
  note(definitions, drawable);
  const join = String(layout('line-join'));
  const look = {
    fill: 'none',
    stroke: String(paint('line-color')),
    'stroke-linecap': capOf(String(layout('line-cap'))),
    'stroke-linejoin': join === 'miter' ? null : join,
    'stroke-dasharray': dashesOf(drawable, viewport.zoom),
  };
  if (softEdges === 'steps' && blurPx >= LEAST_BLUR_PX) {
    const strokes = stepDown(widthPx, blurPx, opacity).map((stroke) => {
      const attributes = writeAttributes({
        'stroke-width': toThousandths(stroke.widthPx),
        'stroke-opacity': toThousandths(stroke.opacity),
      });
      return `<g${attributes}>${definitions.shape(data)}</g>`;
    });
    return { attributes: writeAttributes(look), content: strokes.join('') };
  }
  const soft = soften(widthPx, blurPx);
  const attributes = writeAttributes({
    ...look,
    'stroke-width': toThousandths(soft.widthPx),
    'stroke-opacity': opacity * soft.peak < 1 ? toThousandths(opacity * soft.peak) : null,
    filter: soft.deviationPx > 0 ? `url(#${definitions.blur(soft.deviationPx)})` : null,
  });
  return { attributes, content: definitions.shape(data) };
}

/** Cut at the same box for all layers, so that a shape that is drawn several times is written once. */
function pathOf(
  geometry: Geometry,
  viewport: Viewport,
  offsetPx: number,
  { paths }: Definitions,
): string {
  const known = offsetPx === 0 ? paths.get(geometry) : undefined;
  if (known !== undefined) return known;
  const box = frameBox(viewport, BLUR_MARGIN_PX);
  const lines = projectLines(geometry, viewport, offsetPx).flatMap((line) =>
    clipLine(line, box).map((piece) => simplify(piece, TOLERANCE_PX)),
  );
  const data = writePath(lines);
  if (offsetPx === 0) paths.set(geometry, data);
  return data;
}

const capOf = (cap: string): string | null => (cap === 'butt' ? null : cap);

/**
 * A line whose edge fades over `blurPx` towards its middle, as a narrower stroke under a Gaussian blur: both have the
 * same profile up to its second moment. Where both edges meet, the line never comes to its full strength.
 */
function soften(
  widthPx: number,
  blurPx: number,
): { readonly widthPx: number; readonly deviationPx: number; readonly peak: number } {
  const half = widthPx / 2;
  if (blurPx < LEAST_BLUR_PX) {
    return { widthPx: Math.max(0.2, widthPx - blurPx), deviationPx: 0, peak: 1 };
  }
  const fade = Math.min(blurPx, half);
  return { widthPx: widthPx - fade, deviationPx: fade / Math.sqrt(12), peak: fade / blurPx };
}

/** Dashes are measured in the line's width at the tile's zoom and grow with the tile. */
function dashesOf({ paint, layout }: Drawable, zoom: number): string | null {
  const dashes = paint('line-dasharray');
  if (!Array.isArray(dashes) || dashes.length === 0) return null;
  const unitPx = Number(layout('line-width')) * 2 ** (zoom - Math.floor(zoom));
  const lengths = dashes.map((part) => Number(part) * unitPx);
  return lengths.some((length, index) => index % 2 === 1 && length > 0)
    ? lengths.map(toTenths).join(' ')
    : null;
}

export function drawCircles(layer: StyleLayer, context: DrawContext): string {
  const { viewport, reader, definitions } = context;
  const pieces = reader.featuresOf(layer).flatMap((drawable): Piece[] => {
    const { paint, feature } = drawable;
    const fillOpacity = Number(paint('circle-opacity'));
    const rimOpacity = Number(paint('circle-stroke-opacity'));
    if (Math.max(fillOpacity, rimOpacity) < LEAST_OPACITY) return [];
    if (feature.geometry.type !== 'Point') return [];
    const [x, y] = viewport.project(feature.geometry.coordinates);
    const rimPx = Number(paint('circle-stroke-width'));
    /** The rim lies outside the circle. */
    const radiusPx = Number(paint('circle-radius')) + rimPx / 2;
    const reach = frameBox(viewport, radiusPx + rimPx);
    if (x < reach.left || x > reach.right || y < reach.top || y > reach.bottom) return [];
    note(definitions, drawable);
    const attributes = writeAttributes({
      fill: String(paint('circle-color')),
      'fill-opacity': toThousandths(fillOpacity),
      stroke: String(paint('circle-stroke-color')),
      'stroke-width': toThousandths(rimPx),
      'stroke-opacity': rimOpacity < 1 ? toThousandths(rimOpacity) : null,
    });
    const place = writeAttributes({ cx: toTenths(x), cy: toTenths(y), r: toTenths(radiusPx) });
    return [{ attributes, content: `<circle${place}/>` }];
  });
  return writeGroups(pieces);
}

/** Lines of a geometry on the screen; rings are closed lines. */
export function projectLines(geometry: Geometry, viewport: Viewport, offsetPx = 0): Point[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates.map(viewport.project)];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => line.map(viewport.project));
    default:
      return ringsOf(geometry).map((ring) => {
        const projected = ring.map(viewport.project);
        return offsetPx === 0 ? projected : offsetRing(projected, offsetPx);
      });
  }
}

function ringsOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function note({ drawn }: Definitions, { feature }: Drawable): void {
  const id: unknown = feature.properties?.['id'];
  if (typeof id === 'string') drawn.add(id);
}
