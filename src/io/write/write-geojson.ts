import type { Feature, Geometry } from 'geojson';
import type { Row } from './collect-rows.ts';
import type { Writer } from './writer.ts';

/**
 * GeoJSON: RFC 7946 in shape and winding, a feature a line, 7 decimals. The RFC knows WGS 84 alone and no member `crs`:
 * the one here is that of GeoJSON 2008, which GIS programs still read, and `coordinates` says it in words.
 */
export const writeGeojson: Writer = ({ request, rows, lines }) => {
  const { bundle, crs } = request;
  const head = {
    type: 'FeatureCollection',
    name: bundle.bundle.title,
    crs: {
      type: 'name',
      properties: { name: `urn:ogc:def:crs:EPSG::${crs.replace('EPSG:', '')}` },
    },
    planId: bundle.bundle.id,
    coordinates: `${crs}, longitude before latitude, degrees; taken as equal to WGS 84 by readers that ignore "crs"`,
    metadata: lines,
  };
  const text = `${JSON.stringify(head).slice(0, -1)},"features":[\n${rows
    .map((row) => JSON.stringify(toFeature(row)))
    .join(',\n')}\n]}\n`;
  return { bytes: new TextEncoder().encode(text), problems: [] };
};

const toFeature = ({ values, geometry }: Row): Feature<Geometry | null> => ({
  type: 'Feature',
  id: String(values.id),
  geometry,
  properties: values,
});
