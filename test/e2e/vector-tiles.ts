/** Vector tiles as a server of tiles gives them, cut from GeoJSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';

const SIDE_DEG = 0.0009;

/** Square parcels in rows round places, each with the id of the place’s feature and a running number. */
export function makeParcels(
  places: readonly (readonly [id: string, lng: number, lat: number])[],
  perSide: number,
): FeatureCollection {
  const features: Feature[] = [];
  for (const [place, lng, lat] of places) {
    for (let at = 0; at < perSide ** 2; at += 1) {
      const west = lng + ((at % perSide) - perSide / 2) * SIDE_DEG;
      const south = lat + (Math.floor(at / perSide) - perSide / 2) * SIDE_DEG;
      const [east, north] = [west + SIDE_DEG * 0.8, south + SIDE_DEG * 0.8];
      features.push({
        type: 'Feature',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, south],
              [east, south],
              [east, north],
              [west, north],
              [west, south],
            ],
          ],
        },
        properties: { place, number: features.length },
      });
    }
  }
  return { type: 'FeatureCollection', features };
}

/** The tile of that column and row as MVT with one layer; null where there is nothing. */
export function cutTiles(
  data: FeatureCollection,
  layer: string,
): (z: number, x: number, y: number) => Buffer | null {
  const index = new GeoJSONVT(data, { maxZoom: 14, indexMaxZoom: 8, tolerance: 0 });
  return (z, x, y) => {
    const tile = index.getTile(z, x, y);
    return tile
      ? Buffer.from(fromGeojsonVt({ [layer]: tile }, { version: 2, extent: 4096 }))
      : null;
  };
}

export interface VectorServer {
  readonly intercept: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Tiles that were asked for, in order, as `z/x/y`. */
  readonly asked: string[];
  /** Answers in the place of tiles; null: the tiles. */
  fault: ((response: ServerResponse) => void) | null;
}

/** Answers `/mvt/{z}/{x}/{y}.pbf` for any site, as a server of tiles does. */
export function createVectorServer(
  tileAt: (z: number, x: number, y: number) => Buffer | null,
): VectorServer {
  const server: VectorServer = {
    asked: [],
    fault: null,
    intercept: ({ url = '/' }, response) => {
      const [, z, x, y] = /^\/mvt\/(\d+)\/(\d+)\/(\d+)\.pbf$/.exec(url) ?? [];
      if (y === undefined) return false;
      server.asked.push(`${z}/${x}/${y}`);
      response.setHeader('access-control-allow-origin', '*');
      if (server.fault) {
        server.fault(response);
        return true;
      }
      const tile = tileAt(Number(z), Number(x), Number(y));
      if (tile) response.writeHead(200, { 'content-type': 'application/vnd.mapbox-vector-tile' });
      else response.writeHead(204);
      response.end(tile ?? undefined);
      return true;
    },
  };
  return server;
}
