import type { Feature } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MarksView } from '../../contracts/marks.ts';
import { DRAWN } from './drawing-adapter.ts';

const HEADS = 'marks-heads';
const BEGUN = 'marks-begun';
const HEAD_PX = 22;
const RATIO = 2;

/** What the drawing library does not draw: the glow, names, heads of arrows, and what a resumed mark had before. */
export function addMarkLayers(map: MapLibreMap, { look, scale, font }: MarksView): void {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  for (const id of [HEADS, BEGUN]) map.addSource(id, { type: 'geojson', data: empty });
  for (const { id, value } of look.colours) {
    map.addImage(imageOf(id), drawHead(value, look.glow, scale), { pixelRatio: RATIO });
  }
  const glow = (widthPx: number) => ({
    'line-color': look.glow,
    'line-width': widthPx * scale,
    'line-opacity': 0.92,
  });
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const text = {
    'text-field': ['get', 'label'],
    'text-font': [...font],
    'text-size': 15 * scale,
    'text-overlap': 'always',
    'text-ignore-placement': true,
  };
  const pen = {
    'text-color': [
      'match',
      ['get', 'colour'],
      ...look.colours.flatMap(({ id, value }) => [id, value]),
      '#000000',
    ],
    'text-halo-color': look.glow,
    'text-halo-width': 2.4 * scale,
  };
  const add = (layer: unknown, before?: string) =>
    map.addLayer(layer as LayerSpecification, before);
  add(
    {
      id: 'marks-area-glow',
      type: 'line',
      source: `${DRAWN}-polygon`,
      layout: round,
      paint: glow(10),
    },
    `${DRAWN}-polygon`,
  );
  add(
    {
      id: 'marks-glow',
      type: 'line',
      source: `${DRAWN}-linestring`,
      layout: round,
      paint: glow(11),
    },
    `${DRAWN}-linestring`,
  );
  add(
    { id: 'marks-begun-line', type: 'line', source: BEGUN, layout: round, paint: glow(6) },
    `${DRAWN}-linestring`,
  );
  add({
    id: 'marks-heads',
    type: 'symbol',
    source: HEADS,
    layout: {
      'icon-image': ['concat', 'mark-head-', ['get', 'colour']],
      'icon-rotate': ['get', 'bearing'],
      'icon-rotation-alignment': 'map',
      'icon-anchor': 'top',
      'icon-overlap': 'always',
      'icon-ignore-placement': true,
    },
  });
  add({
    id: 'marks-line-labels',
    type: 'symbol',
    source: `${DRAWN}-linestring`,
    filter: ['has', 'label'],
    layout: {
      ...text,
      'symbol-placement': 'line-center',
      'text-max-angle': 180,
      'text-rotation-alignment': 'viewport',
      'text-offset': [0, -1],
    },
    paint: pen,
  });
  add({
    id: 'marks-area-labels',
    type: 'symbol',
    source: `${DRAWN}-polygon`,
    filter: ['has', 'label'],
    layout: text,
    paint: pen,
  });
  add({
    id: 'marks-point-labels',
    type: 'symbol',
    source: `${DRAWN}-point`,
    filter: ['has', 'label'],
    layout: {
      ...text,
      'text-size': ['case', ['==', ['get', 'mode'], 'text'], 18 * scale, 15 * scale],
      'text-anchor': 'left',
      'text-offset': [0.8, 0],
      'text-max-width': 16,
      'text-justify': 'left',
    },
    paint: pen,
  });
}

const DRAWN_SOURCES = ['polygon', 'linestring', 'point'].map((kind) => `${DRAWN}-${kind}`);

const LAYERS = [
  'marks-area-glow',
  'marks-glow',
  'marks-begun-line',
  'marks-heads',
  'marks-line-labels',
  'marks-area-labels',
  'marks-point-labels',
  ...DRAWN_SOURCES.flatMap((id) => [id, `${id}-outline`, `${id}-marker`]),
];

/**
 * Takes off all that stands on the map for the marks, the drawing library's own layers as well: MapLibre keeps a
 * source that any layer still uses, and a source that is kept cannot be added again. Where nothing is, nothing happens.
 */
export function removeMarkLayers(map: MapLibreMap, { look }: MarksView): void {
  for (const id of LAYERS) if (map.getLayer(id)) map.removeLayer(id);
  const sources = [HEADS, BEGUN, ...DRAWN_SOURCES].filter((id) => map.getSource(id));
  if (sources.length === 0) return;
  for (const id of sources) map.removeSource(id);
  for (const { id } of look.colours) if (map.hasImage(imageOf(id))) map.removeImage(imageOf(id));
}

/** Heads of all arrows, those being drawn and dragged as well. */
export function setHeads(map: MapLibreMap, drawn: readonly Feature[], colour: string): void {
  const features = drawn.flatMap(({ geometry, properties }): Feature[] => {
    if (geometry.type !== 'LineString' || properties?.['mode'] !== 'arrow') return [];
    const line = geometry.coordinates;
    const end = line.at(-1)!;
    const from = line.findLast((at) => at[0] !== end[0] || at[1] !== end[1]);
    if (!from) return [];
    const east = (end[0]! - from[0]!) * Math.cos((end[1]! * Math.PI) / 180);
    const bearing = (Math.atan2(east, end[1]! - from[1]!) * 180) / Math.PI;
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: end },
        properties: { bearing, colour: properties['colour'] ?? colour },
      },
    ];
  });
  void map.getSource<GeoJSONSource>(HEADS)?.setData({ type: 'FeatureCollection', features });
}

/** Points of a resumed mark that the drawing library does not know. */
export function setBegun(map: MapLibreMap, points: readonly (readonly number[])[]): void {
  void map.getSource<GeoJSONSource>(BEGUN)?.setData({
    type: 'LineString',
    coordinates: points.length > 1 ? points.map((at) => [...at]) : [],
  });
}

const imageOf = (colour: string): string => `mark-head-${colour}`;

/** A triangle that points up, in pen on glow. */
function drawHead(pen: string, glow: string, scale: number): ImageData {
  const side = Math.round(HEAD_PX * scale * RATIO);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d')!;
  context.lineJoin = 'round';
  const edge = side * 0.14;
  context.beginPath();
  context.moveTo(side / 2, edge);
  context.lineTo(side - edge, side - edge);
  context.lineTo(edge, side - edge);
  context.closePath();
  context.strokeStyle = glow;
  context.lineWidth = edge * 1.8;
  context.stroke();
  context.fillStyle = pen;
  context.fill();
  return context.getImageData(0, 0, side, side);
}
