// oxlint-disable-next-line import/no-named-as-default -- what Node and bundlers agree on
import DxfParser, {
  type IArcEntity,
  type ICircleEntity,
  type IDxf,
  type IEllipseEntity,
  type IEntity,
  type IInsertEntity,
  type ILineEntity,
  type ILwpolylineEntity,
  type IMtextEntity,
  type IPointEntity,
  type IPolylineEntity,
  type ITextEntity,
} from 'dxf-parser';
import type { Feature, Geometry, Position } from 'geojson';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { Reader, ReadLayer } from '../contracts/import.ts';
import { decodeDxf, plainText } from './dxf/decode-dxf.ts';
import { SplineReader, type SplineEntity } from './dxf/read-spline.ts';
import {
  traceArc,
  traceBulge,
  traceEllipse,
  traceSpline,
  type PlanePoint,
} from './dxf/trace-curves.ts';

type Drawn = Feature<Geometry, Readonly<Record<string, unknown>>>;
type Place = (position: Position) => Position;

/** Blocks within blocks, and things that blocks may come to: a drawing can name itself. */
const MOST_DEPTH = 8;
const MOST_DRAWN = 500_000;
const CHECK_EVERY = 500;
const same: Place = (position) => position;

/** DXF drawing in ASCII: a layer per layer of the drawing; curves as chords, blocks resolved. */
export const readDxf: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const { text, charset } = decodeDxf(bytes, task.options.charset);
  const drawing = parse(text, name);
  const drawn = new Map<string, Drawn[]>();
  const skipped = new Map<string, number>();
  let count = 0;
  const put = (layer: string, feature: Drawn): void => {
    count += 1;
    if (count > MOST_DRAWN) return;
    const known = drawn.get(layer);
    if (known) known.push(feature);
    else drawn.set(layer, [feature]);
  };
  for (const [at, entity] of drawing.entities.entries()) {
    if (at % CHECK_EVERY === 0) {
      task.report({ phase: 'parsing', done: at / drawing.entities.length });
      await task.checkpoint();
    }
    if (entity.inPaperSpace) continue;
    draw(entity, same, entity.layer, drawing, 0, put, skipped);
  }
  if (drawn.size === 0) {
    const found = [...skipped].map(([type, times]) => `${times} × ${type}`).join(', ');
    throw new PlanError([
      {
        code: 'no-features',
        severity: 'error',
        file: name,
        message: `the drawing holds nothing that can be read${found ? ` (${found})` : ''}`,
        remedy: 'Explode what is special into lines, polylines, points and texts, and save again.',
      },
    ]);
  }
  const layers = [...drawn].map(([title, features]): ReadLayer => ({
    name: title,
    features: { type: 'FeatureCollection', features },
    crs: null,
  }));
  return { format: 'dxf', layers, charset, problems: describe(skipped, count, name) };
};

function parse(text: string, name: string): IDxf {
  const fail = (reason: string): never => {
    throw new PlanError([
      {
        code: 'dxf-damaged',
        severity: 'error',
        file: name,
        message: `the drawing cannot be read: ${reason}`,
        remedy: 'Save it again as ASCII DXF (R2000 or later).',
      },
    ]);
  };
  try {
    const parser = new DxfParser();
    parser.registerEntityHandler(SplineReader as never);
    return parser.parseSync(text) ?? fail('it is empty');
  } catch (error) {
    if (error instanceof PlanError) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function draw(
  entity: IEntity,
  place: Place,
  layer: string,
  drawing: IDxf,
  depth: number,
  put: (layer: string, feature: Drawn) => void,
  skipped: Map<string, number>,
): void {
  const skip = (what: string): void => {
    skipped.set(what, (skipped.get(what) ?? 0) + 1);
  };
  // What a block draws on layer 0 lies on the layer of the block.
  const on = depth > 0 && entity.layer !== '0' && entity.layer ? entity.layer : layer;
  if (entity.type === 'INSERT') {
    const insert = entity as IInsertEntity;
    const block = drawing.blocks?.[insert.name];
    const isSymbol = !block?.entities?.length || depth >= MOST_DEPTH;
    if (depth === 0 && insert.position) {
      put(
        on,
        feature(
          { type: 'Point', coordinates: place(at(insert.position)) },
          {
            layer: on,
            type: 'INSERT',
            block: insert.name,
          },
        ),
      );
    }
    if (isSymbol) return;
    const inner = placeBlock(insert, block.position ?? { x: 0, y: 0 }, place);
    for (const part of block.entities) draw(part, inner, on, drawing, depth + 1, put, skipped);
    return;
  }
  const geometry = traceEntity(entity, place);
  if (geometry === null) {
    skip(entity.type);
    return;
  }
  const text = textOf(entity);
  put(
    on,
    feature(geometry, {
      layer: on,
      type: entity.type,
      ...(text === null ? {} : { text }),
    }),
  );
}

const feature = (geometry: Geometry, properties: Drawn['properties']): Drawn => ({
  type: 'Feature',
  geometry,
  properties,
});
const at = ({ x, y }: PlanePoint): Position => [x, y];

function placeBlock(insert: IInsertEntity, base: PlanePoint, place: Place): Place {
  const angle = ((insert.rotation ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [xScale, yScale] = [insert.xScale || 1, insert.yScale || 1];
  return ([x = 0, y = 0]) => {
    const [u, v] = [(x - base.x) * xScale, (y - base.y) * yScale];
    return place([insert.position.x + u * cos - v * sin, insert.position.y + u * sin + v * cos]);
  };
}

function textOf(entity: IEntity): string | null {
  if (entity.type === 'TEXT' || entity.type === 'ATTRIB') return (entity as ITextEntity).text ?? '';
  return entity.type === 'MTEXT' ? plainText((entity as IMtextEntity).text ?? '') : null;
}

function traceEntity(entity: IEntity, place: Place): Geometry | null {
  switch (entity.type) {
    case 'POINT':
      return { type: 'Point', coordinates: place(at((entity as IPointEntity).position)) };
    case 'TEXT':
    case 'ATTRIB':
      return { type: 'Point', coordinates: place(at((entity as ITextEntity).startPoint)) };
    case 'MTEXT':
      return { type: 'Point', coordinates: place(at((entity as IMtextEntity).position)) };
    case 'LINE':
      return toLine((entity as ILineEntity).vertices.map(at), false, place);
    case 'LWPOLYLINE':
    case 'POLYLINE':
      return tracePolyline(entity as ILwpolylineEntity | IPolylineEntity, place);
    case 'CIRCLE': {
      const { center, radius } = entity as ICircleEntity;
      return toLine(traceArc(center, radius, 0, 2 * Math.PI), true, place);
    }
    case 'ARC': {
      const { center, radius, startAngle, endAngle } = entity as IArcEntity;
      return toLine(traceArc(center, radius, startAngle, endAngle), false, place);
    }
    case 'ELLIPSE': {
      const { center, majorAxisEndPoint, axisRatio, startAngle, endAngle } =
        entity as IEllipseEntity;
      const isWhole = Math.abs(endAngle - startAngle) >= 2 * Math.PI - 1e-6;
      const line = traceEllipse(center, majorAxisEndPoint, axisRatio, startAngle, endAngle);
      return toLine(line, isWhole, place);
    }
    case 'SPLINE': {
      const spline = entity as unknown as SplineEntity;
      const line = spline.control.length > 0 ? traceSpline(spline) : spline.through.map(at);
      return toLine(line, spline.isClosed, place);
    }
    default:
      return null;
  }
}

function tracePolyline(
  { vertices, shape, ...rest }: ILwpolylineEntity | IPolylineEntity,
  place: Place,
): Geometry | null {
  if ('isPolyfaceMesh' in rest && (rest.isPolyfaceMesh || rest.is3dPolygonMesh)) return null;
  const [first] = vertices;
  if (!first) return null;
  const line: Position[] = [at(first)];
  for (const [index, vertex] of vertices.entries()) {
    const next = vertices[index + 1] ?? (shape ? first : null);
    if (next) line.push(...traceBulge(vertex, next, vertex.bulge));
  }
  return toLine(line, shape, place);
}

/** A closed line is an area: drawings know no other. */
function toLine(line: readonly Position[], isClosed: boolean, place: Place): Geometry | null {
  const placed = line.map(place);
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last || placed.length < 2) return null;
  const meets = first[0] === last[0] && first[1] === last[1];
  if (!isClosed && !(meets && placed.length > 3)) {
    return { type: 'LineString', coordinates: placed };
  }
  const ring = meets ? placed : [...placed, first];
  // A closed circle ends where it began only but for rounding.
  ring[ring.length - 1] = first;
  return ring.length < 4
    ? { type: 'LineString', coordinates: placed }
    : { type: 'Polygon', coordinates: [ring] };
}

function describe(
  skipped: ReadonlyMap<string, number>,
  count: number,
  file: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (skipped.size > 0) {
    const found = [...skipped].map(([type, times]) => `${times} × ${type}`).join(', ');
    problems.push({
      code: 'dxf-skipped',
      severity: 'warning',
      file,
      message: `what is no line, area, point or text was left out: ${found}`,
      remedy: 'Explode it in the CAD program if it is needed.',
    });
  }
  if (count > MOST_DRAWN) {
    problems.push({
      code: 'dxf-too-much',
      severity: 'warning',
      file,
      message: `the drawing comes to ${count} things; the first ${MOST_DRAWN} were read`,
      remedy: 'Save only the layers that are needed.',
    });
  }
  return problems;
}
