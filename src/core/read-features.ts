import type { PlanFeature } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import { readGeometry, showValue, type GeometryFault } from './read-geometry.ts';

export interface ReadFeatures {
  readonly features: readonly PlanFeature[];
  readonly problems: readonly Problem[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own properties only: a feature may carry a property named `constructor` or `__proto__`. */
const readOwn = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/**
 * Reads a GeoJSON FeatureCollection of unknown origin. Good features are kept, each bad one becomes a problem
 * that names its place, e.g. `features[3].geometry.coordinates[0][1]`. Whether properties fit is the schema's matter.
 */
export function readFeatures(value: unknown, file: string): ReadFeatures {
  const problems: Problem[] = [];
  const features: PlanFeature[] = [];
  const report = (
    severity: Problem['severity'],
    at: string,
    { code, message, remedy }: Omit<GeometryFault, 'path'>,
  ): void => {
    problems.push({
      code,
      severity,
      file,
      at,
      message: at === '' ? message : `${at}: ${message}`,
      remedy,
    });
  };

  const type = isRecord(value) ? readOwn(value, 'type') : undefined;
  if (!isRecord(value) || type !== 'FeatureCollection') {
    const isNear = String(type).toLowerCase() === 'featurecollection';
    const found = isRecord(value) ? `type ${showValue(type)}` : showValue(value);
    const hint = isNear ? '; did you mean "FeatureCollection"?' : '';
    report('error', '', {
      code: 'not-geojson',
      message: `not a GeoJSON FeatureCollection: ${found}${hint}`,
      remedy: 'Give {"type": "FeatureCollection", "features": […]}.',
    });
    return { features, problems };
  }
  const items = readOwn(value, 'features');
  if (!Array.isArray(items)) {
    report('error', 'features', {
      code: 'features-missing',
      message: `an array is expected, found ${showValue(items)}`,
      remedy: 'Give "features" as an array.',
    });
    return { features, problems };
  }

  for (const [index, item] of items.entries()) {
    const at = `features[${index}]`;
    if (!isRecord(item)) {
      report('error', at, {
        code: 'feature-null',
        message: `a feature is ${showValue(item)}; it was left out`,
        remedy: 'Remove it or write the feature.',
      });
      continue;
    }
    const properties = readOwn(item, 'properties');
    if (readOwn(item, 'type') !== 'Feature' || !isRecord(properties)) {
      report('error', at, {
        code: 'feature-malformed',
        message: `type is ${showValue(readOwn(item, 'type'))}, properties are ${showValue(properties)}; it was left out`,
        remedy: 'Give type "Feature" and an object of properties.',
      });
      continue;
    }
    const id = readOwn(properties, 'id');
    const named = typeof id === 'string' ? `feature "${id}": ` : '';
    if (!Object.hasOwn(item, 'geometry')) {
      report('warning', at, {
        code: 'geometry-missing',
        message: `${named}the geometry member is missing; taken as null`,
        remedy: 'Write "geometry": null for a feature without a place.',
      });
    }
    const read = readGeometry(readOwn(item, 'geometry') ?? null);
    if (!read.isValid) {
      const { path, message, ...fault } = read.fault;
      report('error', `${at}.geometry${path}`, {
        ...fault,
        message: `${named}${message}; it was left out`,
      });
      continue;
    }
    for (const { path, message, ...fault } of read.warnings) {
      report('warning', `${at}.geometry${path}`, { ...fault, message: `${named}${message}` });
    }
    features.push({ ...item, geometry: read.geometry } as unknown as PlanFeature);
  }
  return { features, problems };
}
