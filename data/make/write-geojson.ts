/** GeoJSON text that is good to read and to compare: short things on one line, coordinates always. */
import type { PlanFeature } from '../../src/contracts/bundle.ts';

const WIDTH = 100;

function write(value: unknown, indent: string, isInline: boolean): string {
  const flat = JSON.stringify(value);
  if (value === null || typeof value !== 'object') return flat;
  if (isInline || (flat.length + indent.length <= WIDTH && !flat.includes(':{'))) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + write(item, deeper, false)).join(',\n')}\n${indent}]`;
  }
  const rows = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(
      ([key, item]) =>
        `${deeper}${JSON.stringify(key)}: ${write(item, deeper, key === 'geometry')}`,
    );
  return `{\n${rows.join(',\n')}\n${indent}}`;
}

/** A FeatureCollection as text with a final newline. The same features give the same bytes. */
export const writeGeoJson = (features: readonly PlanFeature[]): string =>
  `${write({ type: 'FeatureCollection', features }, '', false)}\n`;
