import type { Feature } from 'geojson';
import type { StyleLayer } from '../../contracts/map-port.ts';

/** What the map keeps per feature, under the names that the style's expressions ask for. */
export type FeatureState = Readonly<{ o?: number; lit?: boolean; sel?: boolean; named?: boolean }>;

export interface TextSection {
  readonly text: string;
  /** Size as a part of the name's own. */
  readonly scale: number;
}

/** A value as drawing takes it: colours as CSS, formatted text as sections, images by name, anchors as a flat list. */
export type StyleValue =
  | string
  | number
  | boolean
  | null
  | readonly TextSection[]
  | readonly (string | number | readonly number[])[];

/**
 * Reads filters and expressions of the style specification. A port, so that this folder needs no library: a build
 * gives it the specification's own code, and so can a worker.
 */
export interface StyleEvaluator {
  /** Whether a layer takes a feature of its source. */
  readonly passes: (layer: StyleLayer, feature: Feature, zoom: number) => boolean;
  /**
   * A paint or layout value of a layer; the specification's default where the layer says nothing.
   * @throws Error when the specification has no such property
   */
  readonly evaluate: (
    layer: StyleLayer,
    name: string,
    zoom: number,
    feature?: Feature,
    state?: FeatureState,
  ) => StyleValue;
}
