import type { Feature } from 'geojson';
import type { MapScene, StyleLayer } from '../../contracts/map-port.ts';
import type { FeatureState, StyleEvaluator, StyleValue } from './style-evaluator.ts';

/** Every property that the drawing heeds, by type of layer; any other is refused, so that none is lost unseen. */
const KNOWN: Readonly<Record<StyleLayer['type'], readonly string[]>> = {
  background: ['background-color'],
  fill: ['fill-color', 'fill-opacity', 'fill-antialias'],
  line: [
    ...['line-color', 'line-width', 'line-opacity', 'line-blur', 'line-offset', 'line-dasharray'],
    ...['line-cap', 'line-join', 'line-sort-key'],
  ],
  circle: [
    ...['circle-radius', 'circle-color', 'circle-opacity'],
    ...['circle-stroke-color', 'circle-stroke-width', 'circle-stroke-opacity'],
  ],
  symbol: [
    ...['symbol-placement', 'symbol-spacing', 'symbol-sort-key', 'visibility'],
    ...['icon-image', 'icon-offset', 'icon-padding', 'icon-overlap', 'icon-opacity'],
    ...['icon-rotation-alignment'],
    ...['text-field', 'text-font', 'text-size', 'text-letter-spacing', 'text-line-height'],
    ...['text-max-angle', 'text-max-width', 'text-offset', 'text-padding', 'text-justify'],
    ...['text-variable-anchor-offset', 'text-overlap', 'text-ignore-placement'],
    ...['text-color', 'text-opacity', 'text-halo-color', 'text-halo-width'],
  ],
};

const GRATICULE = 'graticule';
const GRATICULE_NAMES = 'graticule-labels';

/** A feature of a source in its present state, with its layer's values. */
export interface Drawable {
  readonly feature: Feature;
  readonly state: FeatureState;
  /** At the very zoom, as paint is; `name` must be set by the specification. */
  readonly paint: (name: string) => StyleValue;
  /** At the zoom of the tile, as filters and layout are. */
  readonly layout: (name: string) => StyleValue;
}

/** @throws Error that names a property which the drawing does not heed */
export function checkLayer(layer: StyleLayer): void {
  const known = KNOWN[layer.type];
  for (const name of Object.keys({ ...layer.paint, ...layer.layout })) {
    if (known?.includes(name)) continue;
    throw new Error(
      `${layer.id}: drawing a scene as SVG does not heed "${name}" of a ${layer.type} layer; teach it in src/core/draw-scene.`,
    );
  }
}

/** Gives a layer's features in the scene's state; filters and layout are read at the zoom of the tile, a whole one. */
export class LayerReader {
  readonly #scene: MapScene;
  readonly #evaluator: StyleEvaluator;
  readonly #zoom: number;

  constructor(scene: MapScene, evaluator: StyleEvaluator, zoom: number) {
    this.#scene = scene;
    this.#evaluator = evaluator;
    this.#zoom = zoom;
  }

  /** Whether the layer is drawn at all at this zoom. */
  isShown(layer: StyleLayer): boolean {
    if (this.#zoom < (layer.minzoom ?? 0) || this.#zoom >= (layer.maxzoom ?? 24)) return false;
    if (layer.id === GRATICULE_NAMES) return this.#scene.hasGraticule;
    return layer.layout?.['visibility'] !== 'none';
  }

  valueOf(layer: StyleLayer, name: string): StyleValue {
    return this.#evaluator.evaluate(layer, name, this.#zoom);
  }

  /** In source order. */
  featuresOf(layer: StyleLayer): Drawable[] {
    const tileZoom = Math.floor(this.#zoom);
    const { style, hiddenLayers } = this.#scene;
    const isSwitched = style.switchedLayers.includes(layer.id);
    return this.#collectionOf(layer.source ?? '').flatMap((feature): Drawable[] => {
      if (!this.#evaluator.passes(layer, feature, tileZoom)) return [];
      if (isSwitched && hiddenLayers.includes(String(feature.properties?.['layer']))) return [];
      const state = this.#stateOf(layer.source ?? '', feature);
      const read =
        (zoom: number) =>
        (name: string): StyleValue =>
          this.#evaluator.evaluate(layer, name, zoom, feature, state);
      return [{ feature, state, paint: read(this.#zoom), layout: read(tileZoom) }];
    });
  }

  #collectionOf(source: string): readonly Feature[] {
    if (source === 'focus') return this.#scene.focusLabels.features;
    if (source === 'preview') return this.#scene.preview.features;
    if (source === 'sketch') return this.#scene.sketch.features;
    return this.#scene.style.sources[source]?.features ?? [];
  }

  #stateOf(source: string, feature: Feature): FeatureState {
    const id: unknown = feature.properties?.['id'];
    if (source === GRATICULE) return { o: this.#scene.hasGraticule ? 1 : 0 };
    const { looks, style } = this.#scene;
    if (!(source in style.sources) || typeof id !== 'string' || !Object.hasOwn(looks, id))
      return {};
    const { opacity, isLit, isSelected, isNamed } = looks[id]!;
    return { o: opacity, lit: isLit, sel: isSelected, named: isNamed ?? false };
  }
}
