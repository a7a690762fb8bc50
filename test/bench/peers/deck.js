import 'maplibre-gl/dist/maplibre-gl.css';
import { GeoJsonLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import {
  COLOURS,
  RADIUS_PX,
  bench,
  container,
  dataUrl,
  hasNames,
  tell,
  tellIdle,
} from './common.js';
import { ground, names, options } from './style.js';

setWorkerUrl(new URL(workerUrl, location.href).href);
const rgb = (colour, alpha = 255) => [
  ...[1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)),
  alpha,
];
const data = await (await fetch(dataUrl)).json();
const by = Object.groupBy(data.features, ({ properties }) => properties.group);
const map = new Map(
  options(container, {
    version: 8,
    sources: hasNames ? { plan: { type: 'geojson', data } } : {},
    layers: hasNames ? [ground, names('plan')] : [ground],
  }),
);
const state = { isOn: true, isHalf: false };
const beforeId = hasNames ? 'names' : undefined;
const points = () =>
  new ScatterplotLayer({
    id: 'point',
    data: state.isHalf ? by.point.filter(({ properties }) => properties.half < 1) : by.point,
    beforeId,
    pickable: true,
    getPosition: ({ geometry }) => geometry.coordinates,
    getFillColor: rgb(COLOURS.point),
    getRadius: RADIUS_PX,
    radiusUnits: 'pixels',
  });
const areas = () =>
  hasNames
    ? new GeoJsonLayer({
        id: 'area',
        data: by.area,
        beforeId,
        pickable: true,
        visible: state.isOn,
        getFillColor: rgb(COLOURS.area, 102),
        getLineColor: rgb(COLOURS.rim),
        getLineWidth: 1.5,
        lineWidthUnits: 'pixels',
      })
    : new SolidPolygonLayer({
        id: 'area',
        data: by.area,
        pickable: true,
        visible: state.isOn,
        getPolygon: ({ geometry }) => geometry.coordinates,
        getFillColor: rgb(COLOURS.area, 102),
      });
const lines = () =>
  new GeoJsonLayer({
    id: 'line',
    data: by.line,
    beforeId,
    pickable: true,
    getLineColor: rgb(COLOURS.line),
    getLineWidth: 3,
    lineWidthUnits: 'pixels',
  });
const layers = () => [areas(), ...(hasNames ? [lines()] : []), points()];
let renders = 0;
const overlay = new MapLibreOverlay({
  interleaved: true,
  layers: layers(),
  onAfterRender: () => {
    renders += 1;
  },
  onError: tell,
});
map.addControl(overlay);
// Layers that are there before the style has loaded ignore `beforeId`.
map.once('load', () => overlay.setProps({ layers: layers() }));
map.on('error', ({ error }) => tell(error));
const isReady = () => {
  if (hasNames && !map.getLayersOrder().some((id) => id.startsWith('deck-'))) return false;
  // It tells by nothing public when its layers are loaded.
  // oxlint-disable-next-line no-underscore-dangle
  const own = overlay._deck?.layerManager?.getLayers() ?? [];
  return renders > 0 && own.length >= 2 && own.every(({ isLoaded }) => isLoaded);
};
const next = () =>
  new Promise((resolve) => {
    const look = () => {
      if (!isReady()) return map.triggerRepaint();
      map.off('idle', look);
      resolve();
    };
    map.on('idle', look);
  });
void next().then(tellIdle);
const update = () => {
  renders = 0;
  const done = next();
  overlay.setProps({ layers: layers() });
  map.triggerRepaint();
  return done;
};
bench.toggle = (isOn) => {
  state.isOn = isOn;
  return update();
};
bench.filter = (isOn) => {
  state.isHalf = isOn;
  return update();
};
bench.pick = (x, y) => overlay.pickObject({ x, y, radius: 0 })?.object?.properties.id ?? null;
