import type { Feature, Geometry } from 'geojson';
import type { LayerPreview, TakenFeature } from '../../contracts/import.ts';
import type { Preview } from '../../contracts/state.ts';

export interface PreviewParts {
  readonly layer: LayerPreview | null;
  /** The row that is looked at. */
  readonly row: TakenFeature | null;
  /** What the row would take the place of. */
  readonly old: Geometry | null;
}

/** The whole layer; or one row by itself, with what it replaces. Null: there is nothing to draw. */
export function composePreview({ layer, row, old }: PreviewParts): Preview | null {
  const features: readonly Feature[] = row?.geometry
    ? [...(old ? [make(old, 'old')] : []), make(row.geometry, old ? 'new' : 'pick')]
    : (layer?.features.features.map(({ geometry }) => make(geometry, 'new')) ?? []);
  return features.length === 0
    ? null
    : { features: { type: 'FeatureCollection', features: [...features] } };
}

const make = (geometry: Geometry, tone: 'new' | 'old' | 'pick'): Feature => ({
  type: 'Feature',
  geometry,
  properties: { tone },
});
