/** A line feature: geometry and accuracy from `alignments.geojson`, or joined through named seats. */
import type { LineString } from 'geojson';
import type {
  Accuracy,
  Measure,
  PlanFeature,
  PlanRef,
  Status,
} from '../../src/contracts/bundle.ts';
import { createFeature, INFERRED_LABEL, type FeatureRow } from './create-feature.ts';
import { createLengthMeasure } from './geometry.ts';
import { findAlignment, findPlace, type Facts } from './read-facts.ts';

export type LineRow = Partial<
  Omit<FeatureRow, 'geometry' | 'accuracy' | 'planRefs' | 'sources' | 'measure'>
> & {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  readonly planRefs: readonly PlanRef[];
  readonly sources: readonly string[];
  readonly measure?: Readonly<Record<string, Measure>>;
  /** Township seats to join with straight lines, where no alignment is known. */
  readonly through?: readonly string[];
};

/** Radius for a line that only joins seats: it may pass several kilometres off. */
const SCHEMATIC_M = 5000;

/** How each alignment was read, by its source id. */
const METHODS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  osm: [
    '概化矢量图上读取的转折点，取至 0.001°（约 1:50 万）',
    'waypoints read off a generalised vector map, rounded to 0.001° (about 1:500 000)',
  ],
  'railway-map': [
    '铁路图上读取的转折点（约 240 米/像素）',
    'waypoints read off a railway map at 240 m per pixel',
  ],
  gshhg: ['GSHHG/WDBII 河流线，抽稀', 'GSHHG/WDBII river line, thinned'],
};

function createAccuracy(facts: Facts, row: LineRow, geometry: LineString | null): Accuracy {
  if (geometry === null) {
    return {
      class: 'unknown',
      method: '只见于文字，线位未知',
      methodEn: 'named in text only; the line is unknown',
    };
  }
  if (row.through !== undefined) {
    return {
      class: 'schematic',
      horizontalM: SCHEMATIC_M,
      method: `依次连接驻地：${row.through.join('—')}`,
      methodEn: 'straight lines between township seats',
    };
  }
  const { accuracy } = findAlignment(facts, row.id).properties;
  const [method, methodEn] = METHODS[row.sources[0] ?? ''] ?? [];
  return {
    class: accuracy.class,
    horizontalM: accuracy.horizontalM,
    ...(accuracy.class === 'inferred' ? { label: INFERRED_LABEL } : {}),
    method,
    methodEn,
  };
}

/** Stages that `alignments.geojson` gives; everything else there exists. */
const STATUSES: Readonly<Record<string, Status>> = {
  'taihang-1': 'under-construction',
  'yuxian-xibaipo': 'proposed',
};

function findGeometry(facts: Facts, row: LineRow): LineString | null {
  if (row.through === undefined) return findAlignment(facts, row.id).geometry;
  const coordinates = row.through.map((seat) => [...(findPlace(facts, seat).position ?? [])]);
  return { type: 'LineString', coordinates };
}

/** Builds a line feature and measures it inside the county. Throws for an unknown alignment or seat. */
export function createLine(facts: Facts, layer: string, row: LineRow): PlanFeature {
  const { through: _through, measure, ...rest } = row;
  const geometry = findGeometry(facts, row);
  const measures = { ...measure, ...(geometry && createLengthMeasure(geometry, facts.boundary)) };
  return createFeature(layer, {
    status: STATUSES[row.id] ?? 'existing',
    ...rest,
    measure: Object.keys(measures).length > 0 ? measures : undefined,
    accuracy: createAccuracy(facts, row, geometry),
    geometry,
  });
}
