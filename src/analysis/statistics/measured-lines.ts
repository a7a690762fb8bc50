import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { findOutline } from '../county-outline.ts';
import { listLines, measureLinesKm } from '../cut-line.ts';

export interface MeasuredLine {
  readonly feature: PlanFeature;
  /** Theme of its layer; lengths of different themes are never added up. */
  readonly theme: string;
  readonly drawnKm: number;
  readonly insideKm: number;
  /** A grouping or a line of our own reading, laid over other lines: in no total. */
  readonly isReading: boolean;
  readonly isSchematic: boolean;
}

const cache = new WeakMap<PlanBundle, readonly MeasuredLine[]>();

/** Every line of a bundle that is not cancelled, with its length as drawn and in the county. Cached per bundle. */
export function measureAllLines(bundle: PlanBundle): readonly MeasuredLine[] {
  let lines = cache.get(bundle);
  if (!lines) {
    const outline = findOutline(bundle);
    const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
    lines = bundle.features.features
      .filter(
        ({ geometry, properties }) =>
          listLines(geometry).length > 0 && properties.status !== 'cancelled',
      )
      .map((feature) => ({
        feature,
        theme: themeOf.get(feature.properties.layer) ?? '',
        ...measureLinesKm(feature.geometry, outline),
        isReading: feature.properties.accuracy.class === 'inferred',
        isSchematic: feature.properties.accuracy.class === 'schematic',
      }));
    cache.set(bundle, lines);
  }
  return lines;
}
