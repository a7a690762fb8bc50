/** What is measured on: the county's plan, and plans of 1,000 to 500,000 features. As GeoJSON for the peers, as a bundle for us. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { cartography } from '../../../layers/index.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type { SceneStyle } from '../../../src/contracts/map-port.ts';
import { buildStyle } from '../../../src/core/build-scene.ts';
import { toStyleSpecification } from '../../../src/map/to-style.ts';
import { addSearchTable } from '../../../src/cli/make-search-table.ts';
import { boundsOf } from '../../../src/core/geometry.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createRandom } from '../../fixtures/create-random.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

export interface Dataset {
  readonly name: string;
  readonly count: number;
  /** Properties: id, group (area, line, point), half (0 or 1), and for the county name and rank. */
  readonly geojson: FeatureCollection;
  readonly bundle: PlanBundle;
  /** What our own map draws it with, for the renderer alone; null where that is not compared. */
  readonly style: {
    readonly style: StyleSpecification;
    readonly images: SceneStyle['images'];
  } | null;
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
}

const GROUPS = {
  Polygon: 'area',
  MultiPolygon: 'area',
  LineString: 'line',
  MultiLineString: 'line',
  Point: 'point',
  MultiPoint: 'point',
} as const;

/** The plan that the app opens with: every geometry, and every name that is not of a long line. */
export async function makeCounty(): Promise<Dataset> {
  const { bundle } = await readShippedBundle();
  const drawn = bundle.features.features.filter(({ geometry }) => geometry !== null);
  const features = drawn.map(({ id, geometry, properties }, index): Feature => {
    const group = GROUPS[geometry!.type as keyof typeof GROUPS];
    return {
      type: 'Feature',
      id: index + 1,
      geometry: geometry!,
      properties: {
        id,
        group,
        half: index % 2,
        ...(group === 'line' ? {} : { name: properties.name, rank: group === 'area' ? 0 : 1 }),
      },
    };
  });
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'zh-Hans');
  return {
    name: 'county',
    count: features.length,
    style: { style: toStyleSpecification(style), images: style.images },
    geojson: { type: 'FeatureCollection', features },
    bundle: addSearchTable(bundle),
    bounds: boundsOf(drawn.map(({ geometry }) => geometry!))!,
  };
}

const [WEST, SOUTH, EAST, NORTH] = [113.0, 37.95, 113.8, 38.45];
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** What the features of a large plan stand for in its words. */
const CITED = {
  area: {
    doc: 'outline',
    para: 'city',
    quote: '综合交通网络',
    role: 'mentions',
    basis: 'named',
  },
  point: {
    doc: 'outline',
    para: 'logistics',
    quote: '县城物流网络',
    role: 'mentions',
    basis: 'named',
  },
} as const;

/** Half parcels of 6 to 9 corners in the west, half points in the east; the same at every run. */
export function makeLarge(name: string, count: number): Dataset {
  const random = createRandom(count);
  const half = Math.floor(count / 2);
  const middle = (WEST + EAST) / 2;
  const columns = Math.ceil(Math.sqrt((half * (middle - WEST)) / (NORTH - SOUTH)));
  const rows = Math.ceil(half / columns);
  const [width, height] = [(middle - WEST) / columns, (NORTH - SOUTH) / rows];
  const geometries: Geometry[] = [];
  for (let index = 0; index < half; index += 1) {
    const x = WEST + ((index % columns) + 0.5) * width;
    const y = SOUTH + (Math.floor(index / columns) + 0.5) * height;
    const corners = 6 + Math.floor(random() * 4);
    const ring: Position[] = [];
    for (let corner = 0; corner < corners; corner += 1) {
      const turn = (corner / corners) * 2 * Math.PI;
      const reach = 0.4 + random() * 0.1;
      ring.push([
        round(x + width * reach * Math.cos(turn)),
        round(y + height * reach * Math.sin(turn)),
      ]);
    }
    geometries.push({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
  }
  for (let index = half; index < count; index += 1) {
    const at = index - half;
    const x = middle + ((at % columns) + 0.25 + random() * 0.5) * width;
    const y = SOUTH + (Math.floor(at / columns) + 0.25 + random() * 0.5) * height;
    geometries.push({ type: 'Point', coordinates: [round(x), round(y)] });
  }
  const geojson: FeatureCollection = {
    type: 'FeatureCollection',
    features: geometries.map((geometry, index) => ({
      type: 'Feature',
      id: index + 1,
      geometry,
      properties: { id: `f${index}`, group: index < half ? 'area' : 'point', half: index % 2 },
    })),
  };
  const bundle = createBundle({
    layers: [
      { id: 'zones', name: '地块', theme: 'tourism' },
      { id: 'energy', name: '项目', theme: 'industry' },
    ],
    features: {
      type: 'FeatureCollection',
      features: geometries.map((geometry, index) =>
        createFeature(
          {
            id: `f${index}`,
            layer: index < half ? 'zones' : 'energy',
            kind: index < half ? 'tourism-zone' : 'solar',
            name: `${index < half ? '地块' : '项目'} ${index + 1}`,
            planRefs: [index < half ? CITED.area : CITED.point],
            sources: ['survey'],
            accuracy: { class: 'surveyed', horizontalM: 1 },
          },
          geometry,
        ),
      ),
    },
    sources: [{ id: 'survey', title: '测试数据' }],
    indicators: [],
    nonSpatial: [{ doc: 'outline', para: 'party', reason: '政治原则，不指向地点。' }],
  });
  return { name, count, geojson, bundle, style: null, bounds: [WEST, SOUTH, EAST, NORTH] };
}
