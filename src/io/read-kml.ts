import { kmlWithFolders, type F, type Folder, type Root } from '@tmcw/togeojson';
import type { Geometry } from 'geojson';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { Reader, ReadLayer } from '../contracts/import.ts';
import { parseXml } from './parse-xml.ts';

/** What a KML may ask a viewer to fetch or run; nothing of it is followed. */
const INERT = ['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Update', 'script'];
/** Of the drawing, not of the thing; the plan has its own. */
const LOOKS =
  /^(?:styleUrl|styleHash|styleMapHash|stroke|fill|icon|label)(?:$|-)|^(?:visibility|open|tessellate|extrude)$/;

/** KML: a layer per folder. The format allows WGS 84 only. */
export const readKml: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const { document, charset, problems } = parseXml(bytes, name, task);
  for (const tag of INERT) {
    const found = document.getElementsByTagNameNS('*', tag);
    if (found.length > 0) problems.push(describeInert(tag, found.length, name));
  }
  const root = kmlWithFolders(document);
  const layers: ReadLayer[] = [];
  collect(root, name.replace(/\.[^.]*$/, ''), layers);
  if (layers.length === 0) {
    throw new PlanError([
      {
        code: 'no-features',
        severity: 'error',
        file: name,
        message: 'the file holds no placemark',
        remedy: 'Give a KML with placemarks; what it links to is not fetched.',
      },
      ...problems,
    ]);
  }
  return { format: 'kml', layers, charset, problems };
};

function describeInert(tag: string, count: number, file: string): Problem {
  return {
    code: 'kml-inert',
    severity: 'warning',
    file,
    at: tag,
    message: `${count} × <${tag}> in it is not followed: nothing is fetched or run`,
    remedy: 'Save what it shows as placemarks and give that file.',
  };
}

function collect(node: Root | Folder, title: string, layers: ReadLayer[]): void {
  const features: F[] = [];
  for (const child of node.children) {
    if (child.type === 'Feature') features.push(child);
    else {
      const { name } = child.meta;
      collect(child, typeof name === 'string' && name !== '' ? name : title, layers);
    }
  }
  if (features.length === 0) return;
  layers.push({
    name: title,
    crs: { basis: 'format', text: 'EPSG:4326', epsg: 4326 },
    features: {
      type: 'FeatureCollection',
      features: features.map(({ geometry, properties }) => ({
        type: 'Feature',
        geometry: joinParts(geometry as Geometry | null),
        properties: Object.fromEntries(
          Object.entries(properties ?? {}).flatMap(([key, value]) =>
            LOOKS.test(key) ? [] : [[key, toPlain(value)]],
          ),
        ),
      })),
    },
  });
}

/** KML has one element for all that has parts; where they are of one kind, GeoJSON has a type for it. */
function joinParts(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'GeometryCollection') return geometry;
  const { geometries } = geometry;
  const all = <Type extends Geometry['type']>(type: Type) => {
    const found = geometries.flatMap((one) =>
      one.type === type ? [one as Extract<Geometry, { readonly type: Type }>] : [],
    );
    return found.length > 0 && found.length === geometries.length ? found : null;
  };
  const [points, lines, polygons] = [all('Point'), all('LineString'), all('Polygon')];
  if (points) return { type: 'MultiPoint', coordinates: points.map((one) => one.coordinates) };
  if (lines) return { type: 'MultiLineString', coordinates: lines.map((one) => one.coordinates) };
  if (polygons)
    return { type: 'MultiPolygon', coordinates: polygons.map((one) => one.coordinates) };
  return geometry;
}

/** Descriptions may come as HTML: only their text is kept. */
function toPlain(value: unknown): unknown {
  const isHtml =
    typeof value === 'object' &&
    value !== null &&
    (value as { readonly '@type'?: unknown })['@type'] === 'html';
  const text = isHtml ? String((value as { readonly value?: unknown }).value ?? '') : value;
  if (typeof text !== 'string') return text;
  return isHtml || /<\/?[a-z][^>]*>/i.test(text)
    ? text
        .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text;
}
