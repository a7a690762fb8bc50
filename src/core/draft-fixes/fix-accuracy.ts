import type { Geometry, Position } from 'geojson';
import type { Accuracy, Bounds, Certainty, PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { INFERRED_LABEL } from '../check-bundle.ts';
import { putManifest } from '../draft/edits.ts';
import { partKeys } from '../draft/split-bundle.ts';
import { boundsOf } from '../geometry.ts';
import { findFeature, fixBy, patchFeature, say, type Fix } from './fix.ts';

/** Radius in metres where the bundle gives no example of the class. */
const USUAL_M: Readonly<Record<Exclude<Certainty, 'unknown'>, number>> = {
  surveyed: 1,
  digitised: 500,
  schematic: 5000,
  inferred: 3000,
};
const NAMES: Readonly<Record<Exclude<Certainty, 'unknown'>, readonly [zh: string, en: string]>> = {
  surveyed: ['测绘', 'surveyed'],
  digitised: ['数字化', 'digitised'],
  schematic: ['示意', 'schematic'],
  inferred: ['推断', 'inferred'],
};

/** The middle of what the bundle's features of the class say, those of the layer first. */
function findUsualM(bundle: PlanBundle, layer: string, of: Exclude<Certainty, 'unknown'>): number {
  const alike = bundle.features.features.filter(
    ({ properties }) => properties.accuracy.class === of && properties.accuracy.horizontalM,
  );
  const near = alike.filter(({ properties }) => properties.layer === layer);
  const radii = (near.length > 0 ? near : alike)
    .map(({ properties }) => properties.accuracy.horizontalM!)
    .sort((left, right) => left - right);
  return radii[Math.floor(radii.length / 2)] ?? USUAL_M[of];
}

export function fixHorizontal(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined || feature.properties.accuracy.class === 'unknown') return [];
  const { id, layer, accuracy } = feature.properties;
  const of = accuracy.class as Exclude<Certainty, 'unknown'>;
  const horizontalM = findUsualM(bundle, layer, of);
  const [zh, en] = NAMES[of];
  return [
    patchFeature(
      bundle,
      id,
      say(
        `平面精度取${zh}类常用的 ±${horizontalM} 米`,
        `Take ±${horizontalM} m, as is usual of what is ${en}`,
      ),
      { accuracy: { ...accuracy, horizontalM } },
    ),
  ];
}

export function fixMismatch(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined) return [];
  const { id, layer, accuracy } = feature.properties;
  if (feature.geometry === null) {
    const { horizontalM: _, label: __, ...rest } = accuracy;
    const unknown: Accuracy = { ...rest, class: 'unknown' };
    return [
      patchFeature(bundle, id, say('没有图形，精度改为“未知”', 'No geometry: class unknown'), {
        accuracy: unknown,
      }),
    ];
  }
  const classes = ['digitised', 'schematic', 'inferred', 'surveyed'] as const;
  return [
    ...classes.map((of) => {
      const horizontalM = accuracy.horizontalM ?? findUsualM(bundle, layer, of);
      const [zh, en] = NAMES[of];
      return patchFeature(
        bundle,
        id,
        say(`图形算作${zh}，±${horizontalM} 米`, `The geometry is ${en}, ±${horizontalM} m`),
        { accuracy: { ...accuracy, class: of, horizontalM } },
      );
    }),
    {
      ...fixBy(say('删去图形，只留文字', 'Remove the geometry; text only')),
      changes: [{ key: partKeys.feature(id), value: { ...feature, geometry: null } }],
    },
  ];
}

export function fixLabel(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined) return [];
  const { id, accuracy } = feature.properties;
  return [
    patchFeature(
      bundle,
      id,
      say(
        `标注“${INFERRED_LABEL}”`,
        `Label it “${INFERRED_LABEL}” (inferred, not the plan’s words)`,
      ),
      { accuracy: { ...accuracy, label: INFERRED_LABEL } },
    ),
  ];
}

/** The same geometry with every pair the other way round. */
function swapAxes(geometry: Geometry): Geometry {
  const swap = (nested: unknown): unknown =>
    Array.isArray(nested) && typeof nested[0] === 'number'
      ? ([nested[1], nested[0], ...nested.slice(2)] as Position)
      : (nested as readonly unknown[]).map(swap);
  return geometry.type === 'GeometryCollection'
    ? { ...geometry, geometries: geometry.geometries.map(swapAxes) }
    : ({ ...geometry, coordinates: swap(geometry.coordinates) } as Geometry);
}

const isWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

export function fixOutside(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined || feature.geometry === null) return [];
  const bounds = boundsOf([feature.geometry]);
  if (bounds === null) return [];
  const { extent } = bundle.bundle;
  const fixes: Fix[] = [];
  const swapped = swapAxes(feature.geometry);
  const swappedBounds = boundsOf([swapped]);
  if (swappedBounds !== null && isWithin(swappedBounds, extent)) {
    fixes.push({
      ...fixBy(
        say('经纬度写反了，对调', 'Longitude and latitude are the wrong way round: swap them'),
      ),
      changes: [
        { key: partKeys.feature(feature.properties.id), value: { ...feature, geometry: swapped } },
      ],
    });
  }
  if (isWithin(bounds, [-180, -90, 180, 90])) {
    // Outwards to a hundredth of a degree, without the dust of binary fractions.
    const out = (value: number, round: (value: number) => number): number =>
      Number((round(value * 100) / 100).toFixed(2));
    const wide: Bounds = [
      Math.min(extent[0], out(bounds[0], Math.floor)),
      Math.min(extent[1], out(bounds[1], Math.floor)),
      Math.max(extent[2], out(bounds[2], Math.ceil)),
      Math.max(extent[3], out(bounds[3], Math.ceil)),
    ];
    fixes.push(
      fixBy(
        say(`图幅范围扩大到 ${wide.join(', ')}`, `Widen the extent to ${wide.join(', ')}`),
        putManifest({ ...bundle.bundle, extent: wide }),
      ),
    );
  }
  return fixes;
}
