import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { SceneStyle, StyleLayer } from '../contracts/map-port.ts';

/** Source of the selection's names; empty until something is selected. */
export const FOCUS = 'focus';
/** Source of what a tool lays over the plan; empty while nothing is. */
export const PREVIEW = 'preview';
/** Source of what is measured; empty while nothing is. */
export const SKETCH = 'sketch';
/** Source of the line that follows the pointer. */
export const RUBBER = 'rubber';
const NOTHING = { type: 'FeatureCollection', features: [] } as const;

/** A style that names no address: no glyphs, no sprite, no tiles. */
export function toStyleSpecification(style: SceneStyle): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries([
      ...Object.entries(style.sources).map(([id, data]) => [
        id,
        { type: 'geojson', data, promoteId: 'id', tolerance: 0.05 },
      ]),
      [FOCUS, { type: 'geojson', data: NOTHING }],
      [PREVIEW, { type: 'geojson', data: NOTHING }],
      [SKETCH, { type: 'geojson', data: NOTHING }],
      [RUBBER, { type: 'geojson', data: NOTHING }],
    ]),
    layers: style.layers.map(toLayer),
  };
}

/** The one place where plain data becomes MapLibre's type; the style validator's test vouches for it. */
function toLayer(layer: StyleLayer): LayerSpecification {
  return layer as unknown as LayerSpecification;
}
