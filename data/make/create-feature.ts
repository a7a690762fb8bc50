/** One feature of the bundle from a row of a theme's table; fixes the order of the properties. */
import type { Geometry } from 'geojson';
import type {
  Accuracy,
  PlanFeature,
  PlanFeatureProperties,
  PlanRef,
} from '../../src/contracts/bundle.ts';
import { findPlace, type Facts, type Place } from './read-facts.ts';

/** Everything of a feature but the layer, which the table gives for all its rows. */
export type FeatureRow = Omit<PlanFeatureProperties, 'layer'> & {
  readonly geometry: Geometry | null;
};

export const INFERRED_LABEL = '推断，非规划原文';

export function createFeature(layer: string, row: FeatureRow): PlanFeature {
  const { geometry, id, kind, name, nameEn, aka, ref, status, phase, ...rest } = row;
  const { planRefs, sources, accuracy, measure, attributes, members, note, noteEn, std, ...odd } =
    rest;
  const properties: PlanFeatureProperties = {
    ...{ id, layer, kind, name, nameEn, aka, ref, status, phase, members, planRefs, sources },
    ...{ accuracy, measure, attributes, note, noteEn, std, ...odd },
  };
  return { type: 'Feature', geometry, properties };
}

interface Method {
  readonly source: string;
  readonly method: string;
  readonly methodEn: string;
}

/** How each source of `places.csv` was read, by the first words of its `source` column. */
const METHODS: readonly (readonly [start: string, method: Method])[] = [
  [
    'public administrative centre',
    {
      source: 'admin-centre',
      method: '公开的行政中心点，由 GCJ-02 换算',
      methodEn: 'public administrative centre, converted from GCJ-02',
    },
  ],
  [
    'derived from',
    {
      source: 'own-reading',
      method: '按资料所述距离、方位或邻近村庄推定',
      methodEn: 'derived from stated distance and direction or from neighbouring villages',
    },
  ],
  [
    'CHGIS',
    {
      source: 'chgis',
      method: 'CHGIS 2016 年村镇点位',
      methodEn: 'CHGIS 2016 village and town points',
    },
  ],
  [
    'Global Energy Monitor',
    {
      source: 'gem',
      method: 'Global Energy Monitor 登记点位',
      methodEn: 'position in the Global Energy Monitor tracker',
    },
  ],
  [
    'UNFCCC',
    {
      source: 'wri-gppd',
      method: 'UNFCCC CDM 登记点位，经 WRI 全球电厂数据库',
      methodEn: 'UNFCCC CDM registry through the WRI Global Power Plant Database',
    },
  ],
  [
    'Wiki-Solar',
    {
      source: 'wri-gppd',
      method: 'Wiki-Solar 点位，经 WRI 全球电厂数据库',
      methodEn: 'Wiki-Solar through the WRI Global Power Plant Database',
    },
  ],
  [
    'national railway station',
    {
      source: 'station-list',
      method: '全国车站点位（WGS84）与铁路图互校',
      methodEn: 'national station list (WGS84), checked against a railway map',
    },
  ],
  [
    'railway map',
    {
      source: 'railway-map',
      method: '铁路图上读取（约 240 米/像素）',
      methodEn: 'read off a railway map at 240 m per pixel',
    },
  ],
  [
    'OpenStreetMap',
    {
      source: 'osm',
      method: 'OpenStreetMap 匝道线形的位置',
      methodEn: 'position of the ramps in OpenStreetMap',
    },
  ],
  [
    'crossing of',
    {
      source: 'osm',
      method: '两线交点，据 OpenStreetMap 概化线形',
      methodEn: 'crossing of two lines of OpenStreetMap',
    },
  ],
  [
    'S45 beside',
    {
      source: 'own-reading',
      method: '按 S45 与所在乡镇的位置推定',
      methodEn: 'derived from S45 beside the township',
    },
  ],
  [
    'Shanxi heritage list',
    {
      source: 'heritage-list',
      method: '山西文物名录点位，由 GCJ-02 换算',
      methodEn: 'Shanxi heritage list, converted from GCJ-02',
    },
  ],
  [
    'named in',
    {
      source: 'own-reading',
      method: '只见于文字，无坐标',
      methodEn: 'named in text only, no coordinates',
    },
  ],
  [
    'news.iaiso',
    {
      source: 'iaiso-devzone',
      method: '只见于文字，无坐标',
      methodEn: 'named in text only, no coordinates',
    },
  ],
  [
    'iaion',
    {
      source: 'own-reading',
      method: '报道只说东梁乡，暂置于乡政府驻地',
      methodEn: 'the report says only Dongliang Township; placed at its seat',
    },
  ],
  [
    '山西农民报',
    {
      source: 'own-reading',
      method: '报道只说老客运站，暂置于驻地',
      methodEn: 'the report says only the old bus station; placed at the seat',
    },
  ],
];

/** How a place was located, and the source that says where. Throws for an unknown source. */
export function readMethod(place: Place): Method {
  const entry = METHODS.find(([start]) => place.source.startsWith(start));
  if (entry === undefined) throw new Error(`places.csv: no method for source "${place.source}"`);
  return entry[1];
}

export interface PointNote {
  readonly note?: string;
  readonly noteEn?: string;
}

/** Accuracy of a place of `places.csv`; a place without a position is `unknown`. */
export function createPointAccuracy(place: Place, note: PointNote = {}): Accuracy {
  const { method, methodEn } = readMethod(place);
  if (place.position === null || place.horizontalM === null) {
    return { class: 'unknown', method, methodEn, ...note };
  }
  const isInferred = place.certainty === 'inferred';
  return {
    class: place.certainty,
    horizontalM: place.horizontalM,
    ...(isInferred ? { label: INFERRED_LABEL } : {}),
    method,
    methodEn,
    ...note,
  };
}

/** A row of a point table: what `places.csv` does not say. */
export type PointRow = Partial<Omit<FeatureRow, 'geometry' | 'accuracy' | 'planRefs'>> & {
  readonly id: string;
  readonly kind: string;
  readonly nameEn: string;
  /** Name in `places.csv`, where it differs from the displayed one. */
  readonly place: string;
  readonly placeKind?: string;
  readonly planRefs: readonly PlanRef[];
  readonly accuracyNote?: PointNote;
  /** True: the position is too doubtful to draw. */
  readonly isTextOnly?: boolean;
};

/** A point feature: position, accuracy and locating source come from `places.csv`. */
export function createPoint(facts: Facts, layer: string, row: PointRow): PlanFeature {
  const {
    place: placeName,
    placeKind,
    accuracyNote,
    isTextOnly = false,
    sources = [],
    ...rest
  } = row;
  const found = findPlace(facts, placeName, placeKind);
  const place: Place = isTextOnly ? { ...found, position: null } : found;
  const locating = readMethod(place).source;
  return createFeature(layer, {
    name: placeName,
    status: 'existing',
    ...rest,
    sources: [...new Set([locating, ...sources])],
    accuracy: createPointAccuracy(place, accuracyNote),
    geometry: place.position === null ? null : { type: 'Point', coordinates: [...place.position] },
  });
}
