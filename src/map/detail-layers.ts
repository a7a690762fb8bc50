import type { AddLayerObject, Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import type { DetailScene, StyleLayer } from '../contracts/map-port.ts';
import { describeTileSource } from './tile-protocol.ts';

/** Above the plan's areas, below its lines and signs. */
const ABOVE = 'circle-fill';

/** Draws layers of the plan in more detail, from tiles. */
export class DetailLayers {
  readonly #map: MapLibreMap;
  #scenes: readonly DetailScene[] = [];
  /** What the map draws now, by id. */
  readonly #drawn = new Map<string, StyleLayer>();
  /** Keys of the sources on the map, by id. */
  readonly #keys = new Map<string, string>();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Ids of the layers that answer the pointer. */
  get layerIds(): readonly string[] {
    return [...this.#drawn.keys()];
  }

  /** Everything is gone with the style that it stood in. */
  restart(scenes: readonly DetailScene[]): void {
    this.#drawn.clear();
    this.#keys.clear();
    this.apply(scenes);
  }

  apply(scenes: readonly DetailScene[]): void {
    this.#scenes = scenes;
    const wanted = new Map(
      scenes.flatMap(({ layers }) => layers).map((layer) => [layer.id, layer]),
    );
    const keys = new Map(
      scenes.flatMap(({ source, layers }) => layers.map((layer) => [layer.source!, source.key])),
    );
    for (const [id, { source }] of this.#drawn) {
      if (wanted.has(id) && keys.get(source!) === this.#keys.get(source!)) continue;
      this.#map.removeLayer(id);
      this.#drawn.delete(id);
    }
    for (const [id, key] of this.#keys) {
      if (keys.get(id) === key) continue;
      this.#map.removeSource(id);
      this.#keys.delete(id);
    }
    for (const { source, layers } of scenes) {
      for (const layer of layers) {
        if (!this.#keys.has(layer.source!)) {
          this.#map.addSource(layer.source!, describeTileSource('vector', source));
          this.#keys.set(layer.source!, source.key);
        }
        this.#draw(layer);
      }
    }
  }

  /** The feature that a part of a tile belongs to; null: the part is none of ours. */
  idOf({ layer, properties }: Pick<MapGeoJSONFeature, 'layer' | 'properties'>): string | null {
    if (!this.#drawn.has(layer.id)) return null;
    const scene = this.#scenes.find(({ layers }) => layers.some(({ id }) => id === layer.id));
    if (!scene) return null;
    const named = scene.idField === null ? '' : String(properties[scene.idField]);
    return scene.known.has(named) ? named : scene.feature;
  }

  #draw(layer: StyleLayer): void {
    const before = this.#drawn.get(layer.id);
    this.#drawn.set(layer.id, layer);
    if (!before) {
      this.#map.addLayer(layer as unknown as AddLayerObject, ABOVE);
      return;
    }
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      if (JSON.stringify(value) === JSON.stringify(before.paint?.[name])) continue;
      this.#map.setPaintProperty(layer.id, name as never, value as never);
    }
  }
}
