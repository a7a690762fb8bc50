import { TripsLayer } from '@deck.gl/geo-layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../contracts/bundle.ts';
import type { PulseSpec } from '../contracts/map-port.ts';

const LOOP_MS = 3000;

interface Trip {
  readonly path: [number, number][];
  /** Time of each vertex as a share of the loop, 0–1. */
  readonly timestamps: number[];
}

/** A slow pulse along lines; shares the map's context and removes itself when its time is over. */
export class Pulse {
  readonly #map: MapLibreMap;
  readonly #overlay: MapLibreOverlay;
  readonly #spec: PulseSpec;
  readonly #trips: readonly Trip[];
  readonly #startedAt = performance.now();
  #frame = 0;
  #isStopped = false;

  constructor(map: MapLibreMap, spec: PulseSpec) {
    this.#map = map;
    this.#spec = spec;
    this.#trips = spec.paths.map(toTrip);
    this.#overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
    map.addControl(this.#overlay);
    // Before the map hears of it and takes its style apart, with the overlay still in it.
    map.getContainer().addEventListener('webglcontextlost', this.#handleLoss, { capture: true });
    this.#frame = requestAnimationFrame(() => this.#step());
  }

  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    cancelAnimationFrame(this.#frame);
    const container = this.#map.getContainer();
    container.removeEventListener('webglcontextlost', this.#handleLoss, { capture: true });
    if (this.#map.hasControl(this.#overlay)) this.#map.removeControl(this.#overlay);
  }

  readonly #handleLoss = (): void => this.stop();

  #step(): void {
    const elapsedMs = performance.now() - this.#startedAt;
    if (elapsedMs >= this.#spec.durationMs) {
      this.stop();
      return;
    }
    const fade = Math.min(1, (this.#spec.durationMs - elapsedMs) / 800);
    const layer = new TripsLayer<Trip>({
      id: 'corridor-pulse',
      data: this.#trips,
      getPath: (trip) => trip.path,
      getTimestamps: (trip) => trip.timestamps,
      getColor: toRgb(this.#spec.colour),
      opacity: 0.85 * fade,
      widthMinPixels: this.#spec.widthPx,
      capRounded: true,
      jointRounded: true,
      fadeTrail: true,
      trailLength: 0.28,
      currentTime: ((elapsedMs % LOOP_MS) / LOOP_MS) * 1.28,
    });
    this.#overlay.setProps({ layers: [layer] });
    this.#frame = requestAnimationFrame(() => this.#step());
  }
}

function toTrip(path: readonly LngLat[]): Trip {
  const lengths = [0];
  for (let index = 1; index < path.length; index += 1) {
    const [x1, y1] = path[index - 1]!;
    const [x2, y2] = path[index]!;
    lengths.push(lengths[index - 1]! + Math.hypot(x2 - x1, y2 - y1));
  }
  const total = lengths.at(-1)! || 1;
  return {
    path: path.map(([lng, lat]) => [lng, lat]),
    timestamps: lengths.map((length) => length / total),
  };
}

function toRgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
