import type { AddLayerObject, Map as MapLibreMap } from 'maplibre-gl';
import { FIRST_OF_PLAN, type BaseScene, type TileSource } from '../../contracts/base-map.ts';
import { describeTileSource } from '../tile-protocol.ts';

const RELIEF_PITCH = 50;

/** Base map, shaded relief and contour lines under the plan, and the plan laid over the relief. */
export class BaseLayers {
  readonly #map: MapLibreMap;
  readonly #isStill: boolean;
  #drawn: BaseScene | null = null;

  constructor(map: MapLibreMap, isStill: boolean) {
    this.#map = map;
    this.#isStill = isStill;
  }

  /** Everything is gone with the style that it stood in. */
  restart(base: BaseScene | null): void {
    this.#drawn = null;
    this.apply(base);
  }

  apply(base: BaseScene | null): void {
    const before = this.#drawn;
    if (base === before) return;
    this.#drawn = base;
    if (groundKey(base) !== groundKey(before)) this.#drawGround(base);
    else if (base && base.opacity !== before?.opacity) this.#fadeGround(base);
    if (heightsKey(base) !== heightsKey(before)) this.#drawHeights(base, before);
    else if (base && base.look.exaggeration !== before?.look.exaggeration) this.#standUp(base);
  }

  #drawGround(base: BaseScene | null): void {
    this.#clear('base-ground');
    const source = base?.ground;
    if (!base || !source) return;
    if (source.form === 'raster') {
      this.#addSource('base-ground', 'raster', source);
      this.#add({
        id: 'base-ground',
        type: 'raster',
        source: 'base-ground',
        paint: { 'raster-opacity': base.opacity, 'raster-fade-duration': this.#isStill ? 0 : 150 },
      });
      return;
    }
    this.#addSource('base-ground', 'vector', source);
    for (const layer of source.vectorLayers) {
      const common = { source: 'base-ground', 'source-layer': layer } as const;
      this.#add({
        id: `base-ground-area-${layer}`,
        type: 'fill',
        ...common,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': base.colours.area, 'fill-opacity': 0.35 * base.opacity },
      });
      this.#add({
        id: `base-ground-line-${layer}`,
        type: 'line',
        ...common,
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: {
          'line-color': base.colours.line,
          'line-width': 0.8,
          'line-opacity': 0.7 * base.opacity,
        },
      });
    }
  }

  #fadeGround({ ground, opacity }: BaseScene): void {
    if (ground?.form === 'raster') {
      this.#map.setPaintProperty('base-ground', 'raster-opacity', opacity);
      return;
    }
    for (const layer of ground?.vectorLayers ?? []) {
      this.#map.setPaintProperty(`base-ground-area-${layer}`, 'fill-opacity', 0.35 * opacity);
      this.#map.setPaintProperty(`base-ground-line-${layer}`, 'line-opacity', 0.7 * opacity);
    }
  }

  #drawHeights(base: BaseScene | null, before: BaseScene | null): void {
    const wasUp = before?.look.hasRelief === true && before.heights !== null;
    this.#map.setTerrain(null);
    this.#clear('base-contour');
    this.#clear('base-height');
    const { heights, contours, look, colours } = base ?? {};
    if (base && heights && look && colours) {
      this.#addSource('base-heights', 'raster-dem', heights);
      if (look.hasShade) {
        this.#add({
          id: 'base-height-shade',
          type: 'hillshade',
          source: 'base-heights',
          paint: {
            'hillshade-shadow-color': colours.shadow,
            'hillshade-highlight-color': colours.light,
            'hillshade-accent-color': colours.shadow,
            'hillshade-exaggeration': 0.45,
          },
        });
      }
      if (look.hasContours && contours) {
        this.#addSource('base-contours', 'vector', contours);
        this.#drawContours(base);
      }
      // A source of its own: hills that are shaded are cut otherwise than hills that stand.
      if (look.hasRelief) this.#addSource('base-height-relief', 'raster-dem', heights);
      this.#standUp(base);
    }
    const isUp = look?.hasRelief === true && heights !== null && heights !== undefined;
    if (isUp !== wasUp) this.#tilt(isUp);
  }

  #drawContours({ colours, labelPx, labelFont }: BaseScene): void {
    const common = { source: 'base-contours', 'source-layer': 'contours' } as const;
    const isMajor = ['>', ['get', 'level'], 0] as const;
    this.#add({
      id: 'base-contours',
      type: 'line',
      ...common,
      paint: {
        'line-color': colours.contour,
        'line-width': ['case', isMajor as never, 1.3, 0.6],
        'line-opacity': 0.75,
      },
    });
    this.#add({
      id: 'base-contour-names',
      type: 'symbol',
      ...common,
      filter: isMajor as never,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['to-string', ['get', 'ele']],
        'text-font': [...labelFont],
        'text-size': labelPx,
        'text-padding': 12,
      },
      paint: {
        'text-color': colours.contour,
        'text-halo-color': colours.halo,
        'text-halo-width': 1.4,
      },
    });
  }

  #standUp({ look, heights }: BaseScene): void {
    if (!heights || !look.hasRelief) return;
    this.#map.setTerrain({ source: 'base-height-relief', exaggeration: look.exaggeration });
  }

  #tilt(isUp: boolean): void {
    const pitch = this.#map.getPitch();
    if (isUp && pitch > 20) return;
    if (!isUp && pitch === 0) return;
    this.#map.easeTo({ pitch: isUp ? RELIEF_PITCH : 0, duration: this.#isStill ? 0 : 700 });
  }

  #addSource(id: string, type: 'raster' | 'vector' | 'raster-dem', source: TileSource): void {
    this.#map.addSource(id, describeTileSource(type, source));
  }

  #add(layer: AddLayerObject): void {
    this.#map.addLayer(layer, FIRST_OF_PLAN);
  }

  /** Takes away the layers and sources whose names begin so. */
  #clear(prefix: string): void {
    const { layers, sources: known } = this.#map.getStyle();
    for (const { id } of layers) if (id.startsWith(prefix)) this.#map.removeLayer(id);
    for (const id of Object.keys(known)) if (id.startsWith(prefix)) this.#map.removeSource(id);
  }
}

const groundKey = (base: BaseScene | null): string =>
  base?.ground ? `${base.ground.key}|${base.colours.line}` : '';

const heightsKey = (base: BaseScene | null): string => {
  if (!base?.heights) return '';
  const { heights, look, colours } = base;
  return [heights.key, look.hasShade, look.hasContours, look.hasRelief, colours.contour].join('|');
};
