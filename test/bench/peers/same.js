/** Bare MapLibre drawing Plan Atlas's own map: what cartography costs, without text, list and links. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bench, container, dataset, lat, lng, tell, tellIdle, zoom } from './common.js';

const RATIO = 2;

setWorkerUrl(new URL(workerUrl, location.href).href);
const response = await fetch(new URL(`../data/${dataset}-style.json`, location.href));
const { style, images } = await response.json();
const drawn = await Promise.all(
  Object.entries(images).map(async ([name, { svg, widthPx, heightPx }]) => {
    const picture = new Image(widthPx * RATIO, heightPx * RATIO);
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(widthPx * RATIO, heightPx * RATIO);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return [name, context.getImageData(0, 0, canvas.width, canvas.height)];
  }),
);
const map = new Map({
  container,
  center: [lng, lat],
  zoom,
  attributionControl: false,
  localIdeographFontFamily: false,
  style,
});
for (const [name, image] of drawn) map.addImage(name, image, { pixelRatio: RATIO });
map.on('error', ({ error }) => tell(error));
map.on('idle', () => {
  if (map.areTilesLoaded()) void tellIdle();
});
bench.toggle = (isOn) => {
  const done = new Promise((resolve) => map.once('idle', resolve));
  map.setLayoutProperty('tourism-area', 'visibility', isOn ? 'visible' : 'none');
  return done;
};
bench.pick = (x, y) => map.queryRenderedFeatures([x, y])[0]?.properties.id ?? null;
