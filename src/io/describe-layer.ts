import type { Position } from 'geojson';
import type { Bounds } from '../contracts/bundle.ts';
import type { LayerSummary, ReadFile, ReadLayer, SourceField } from '../contracts/import.ts';
import { guessCrs } from './crs/guess-crs.ts';
import { eachPosition } from './crs/transform-geometry.ts';

const MOST_SAMPLES = 5;
const SAMPLE_LENGTH = 60;
/** Positions that the system is guessed from, taken evenly from all. */
const GUESSED_FROM = 2000;

/** What the page is told of a layer; the layer itself stays where it was read. */
export function describeLayer(
  layer: ReadLayer,
  id: string,
  { format }: ReadFile,
  file: string,
  near: Bounds,
): LayerSummary {
  const { features } = layer.features;
  const geometry: Record<string, number> = {};
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let seen = 0;
  const positions: Position[] = [];
  let stride = 1;
  for (const { geometry: one } of features) {
    const type = one?.type ?? 'none';
    geometry[type] = (geometry[type] ?? 0) + 1;
    if (!one) continue;
    eachPosition(one, (position) => {
      const [x = Number.NaN, y = Number.NaN] = position;
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
      if (seen % stride === 0) positions.push(position);
      seen += 1;
      if (positions.length >= GUESSED_FROM * 2) {
        // Every second one goes, and from now on only every so many are looked at.
        for (let at = positions.length - 1; at >= 0; at -= 2) positions.splice(at, 1);
        stride *= 2;
      }
    });
  }
  return {
    id,
    name: layer.name,
    format,
    file,
    count: features.length,
    geometry,
    fields: describeFields(layer),
    extent: west <= east ? [west, south, east, north] : null,
    crs: layer.crs,
    guess: guessCrs({ positions, hint: layer.crs }, near),
    ...(layer.table ? { table: layer.table } : {}),
  };
}

function describeFields({ features: { features } }: ReadLayer): readonly SourceField[] {
  const fields = new Map<
    string,
    { kinds: Set<SourceField['kind']>; filled: number; samples: Set<string> }
  >();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      let field = fields.get(name);
      if (!field) fields.set(name, (field = { kinds: new Set(), filled: 0, samples: new Set() }));
      if (value === null || value === undefined || value === '') continue;
      field.filled += 1;
      field.kinds.add(kindOf(value));
      if (field.samples.size < MOST_SAMPLES) field.samples.add(showValue(value));
    }
  }
  return [...fields].map(([name, { kinds, filled, samples }]) => ({
    name,
    kind: kinds.size > 1 ? 'mixed' : ([...kinds][0] ?? 'text'),
    filled,
    samples: [...samples],
  }));
}

function kindOf(value: unknown): SourceField['kind'] {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function showValue(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
}
