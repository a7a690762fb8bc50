import type { FeatureCollection } from 'geojson';
import type { Problem } from '../../contracts/errors.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import { readMark } from './read-mark.ts';

/** Said in every file, so that no mark passes for the plan. */
export const NOT_THE_PLAN = '会议标绘，非规划内容';

/** Marks as GeoJSON: longitude and latitude, CGCS2000 (at this scale the same as WGS 84). */
export function marksToGeoJson(marks: readonly Mark[], bundle: PlanBundle): string {
  const collection: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: `${bundle.bundle.title} · ${NOT_THE_PLAN}`,
    planId: bundle.bundle.id,
    coordinates: 'EPSG:4490',
    features: marks.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry,
      properties: { ...properties, label: NOT_THE_PLAN },
    })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

export interface ReadMarks {
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
}

/** Reads such a file back; what cannot be read is named, the rest is taken. */
export function marksFromGeoJson(text: string, file: string): ReadMarks {
  const fault = (message: string, remedy: string): Problem => ({
    code: 'marks-unreadable',
    severity: 'error',
    file,
    message,
    remedy,
  });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      marks: [],
      problems: [
        fault(`is no JSON: ${why}`, 'Choose a GeoJSON file that Plan Atlas has exported.'),
      ],
    };
  }
  const features = (raw as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) {
    return {
      marks: [],
      problems: [
        fault('has no list "features"', 'Choose a GeoJSON file that Plan Atlas has exported.'),
      ],
    };
  }
  const marks: Mark[] = [];
  const problems: Problem[] = [];
  for (const [index, feature] of (features as readonly unknown[]).entries()) {
    const { geometry, properties } = (feature ?? {}) as { geometry?: unknown; properties?: object };
    const read = readMark({ ...properties, geometry });
    if (read.isValid) marks.push(read.value);
    else {
      problems.push(
        fault(
          `features[${index}]: ${read.reason}`,
          'Correct this feature in the file, or leave it out.',
        ),
      );
    }
  }
  return { marks, problems };
}
