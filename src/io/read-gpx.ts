import { gpx } from '@tmcw/togeojson';
import type { Geometry } from 'geojson';
import { PlanError } from '../contracts/errors.ts';
import type { Reader, ReadLayer } from '../contracts/import.ts';
import { parseXml } from './parse-xml.ts';

const KINDS = [
  ['wpt', 'waypoints'],
  ['rte', 'routes'],
  ['trk', 'tracks'],
] as const;

/** GPX: waypoints, routes and tracks, a layer each. The format allows WGS 84 only. */
export const readGpx: Reader = async (parts, name, task) => {
  const [bytes = new Uint8Array()] = parts.values();
  task.report({ phase: 'parsing', done: null });
  await task.checkpoint();
  const { document, charset, problems } = parseXml(bytes, name, task);
  const { features } = gpx(document);
  const stem = name.replace(/\.[^.]*$/, '');
  const layers = KINDS.flatMap(([kind, title]): ReadLayer[] => {
    const some = features.filter(({ properties }) => (properties?.['_gpxType'] ?? 'wpt') === kind);
    if (some.length === 0) return [];
    return [
      {
        name: `${stem} (${title})`,
        crs: { basis: 'format', text: 'EPSG:4326', epsg: 4326 },
        features: {
          type: 'FeatureCollection',
          features: some.map(({ geometry, properties }) => ({
            type: 'Feature',
            geometry: geometry as Geometry,
            properties: Object.fromEntries(
              Object.entries(properties ?? {}).filter(
                ([key]) => key !== '_gpxType' && key !== 'coordinateProperties',
              ),
            ),
          })),
        },
      },
    ];
  });
  if (layers.length === 0) {
    throw new PlanError([
      {
        code: 'no-features',
        severity: 'error',
        file: name,
        message: 'the file holds no waypoint, route or track',
        remedy: 'Give a GPX that holds one.',
      },
    ]);
  }
  return { format: 'gpx', layers, charset, problems };
};
