import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import {
  COLOURS,
  RADIUS_PX,
  bench,
  container,
  dataUrl,
  frames,
  hasNames,
  lat,
  lng,
  tellIdle,
  zoom,
} from './common.js';

container.style.background = COLOURS.ground;
const renderer = L.canvas({ padding: 0.1 });
const map = L.map(container, {
  preferCanvas: true,
  renderer,
  zoomSnap: 0,
  attributionControl: false,
  zoomControl: false,
  center: [lat, lng],
  zoom: zoom + 1,
});
const data = await (await fetch(dataUrl)).json();
const by = Object.groupBy(data.features, ({ properties }) => properties.group);
let hit = null;
let isHalf = false;
const onEachFeature = ({ properties }, layer) => {
  layer.on('click', () => {
    hit = properties.id;
  });
};
const draw = (features, style) =>
  L.geoJSON(features, { renderer, style, onEachFeature }).addTo(map);
const areas = draw(by.area, {
  stroke: hasNames,
  color: COLOURS.rim,
  weight: 1.5,
  fillColor: COLOURS.area,
  fillOpacity: 0.4,
});
if (hasNames) draw(by.line, { color: COLOURS.line, weight: 3 });
const dots = () =>
  L.geoJSON(by.point, {
    filter: ({ properties }) => !isHalf || properties.half < 1,
    pointToLayer: (_, place) =>
      L.circleMarker(place, {
        renderer,
        radius: RADIUS_PX,
        stroke: false,
        fillOpacity: 1,
        fillColor: COLOURS.point,
      }),
    onEachFeature,
  }).addTo(map);
let points = dots();
if (hasNames) {
  // It places no names: each stands where it stands, over others.
  for (const { geometry, properties } of by.point) {
    const [x, y] = geometry.coordinates;
    const icon = L.divIcon({ className: 'name', html: properties.name, iconSize: null });
    L.marker([y, x], { interactive: false, icon }).addTo(map);
  }
}
void frames().then(tellIdle);
bench.toggle = (isOn) => {
  if (isOn) map.addLayer(areas);
  else map.removeLayer(areas);
  return frames();
};
bench.filter = (isOn) => {
  isHalf = isOn;
  map.removeLayer(points);
  points = dots();
  return frames();
};
bench.pick = (x, y) => {
  hit = null;
  container
    .querySelector('canvas')
    .dispatchEvent(
      new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, view: globalThis }),
    );
  return hit;
};
