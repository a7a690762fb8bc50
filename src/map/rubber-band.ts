import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../contracts/bundle.ts';
import { RUBBER } from './to-style.ts';

/** A line from the last point to the pointer, so that one sees what the next click will measure. */
export class RubberBand {
  readonly #map: MapLibreMap;
  #tail: readonly LngLat[] = [];
  #pointer: LngLat | null = null;
  #frame = 0;
  #isDrawn = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on('mousemove', ({ lngLat, originalEvent }) => {
      this.#pointer = originalEvent.buttons === 0 ? [lngLat.lng, lngLat.lat] : null;
      this.#schedule();
    });
    map.on('mouseout', () => {
      this.#pointer = null;
      this.#schedule();
    });
    // A finger hovers nowhere.
    map.on('touchstart', () => {
      this.#pointer = null;
      this.#schedule();
    });
  }

  update(tail: readonly LngLat[]): void {
    this.#tail = tail;
    this.#schedule();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    if (this.#tail.length === 0 && !this.#isDrawn) return;
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const ends = this.#pointer ? this.#tail : [];
    this.#isDrawn = ends.length > 0;
    void this.#map.getSource<GeoJSONSource>(RUBBER)?.setData({
      type: 'MultiLineString',
      coordinates: ends.map((end) => [[...end], [...this.#pointer!]]),
    });
  }
}
