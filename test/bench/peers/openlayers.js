import 'ol/ol.css';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style.js';
import View from 'ol/View.js';
import {
  COLOURS,
  FONT,
  RADIUS_PX,
  bench,
  container,
  dataUrl,
  hasNames,
  lat,
  lng,
  tellIdle,
  zoom,
} from './common.js';

container.style.background = COLOURS.ground;
const map = new OlMap({
  target: container,
  controls: [],
  // Its tiles are of 256 pixels.
  view: new View({ center: fromLonLat([lng, lat]), zoom: zoom + 1 }),
});
const features = new GeoJSON().readFeatures(await (await fetch(dataUrl)).json(), {
  featureProjection: 'EPSG:3857',
});
const by = Object.groupBy(features, (feature) => feature.get('group'));
const add = (own, style, more = {}) => {
  const layer = new VectorLayer({ source: new VectorSource({ features: own }), style, ...more });
  map.addLayer(layer);
  return layer;
};
let isHalf = false;
const rim = hasNames ? new Stroke({ color: COLOURS.rim, width: 1.5 }) : undefined;
const areas = add(
  by.area,
  new Style({ fill: new Fill({ color: `${COLOURS.area}66` }), stroke: rim }),
);
if (hasNames) {
  add(by.line, new Style({ stroke: new Stroke({ color: COLOURS.line, width: 3 }) }));
}
const dot = new Style({
  image: new Circle({ radius: RADIUS_PX, fill: new Fill({ color: COLOURS.point }) }),
});
const points = add(by.point, (feature) => (isHalf && feature.get('half') >= 1 ? null : dot));
if (hasNames) {
  const text = new Style({
    text: new Text({
      font: `13px ${FONT}`,
      fill: new Fill({ color: COLOURS.text }),
      stroke: new Stroke({ color: '#fff', width: 3 }),
      offsetY: 14,
    }),
  });
  add(
    features.toSorted((a, b) => a.get('rank') - b.get('rank')),
    (feature) => {
      text.getText().setText(feature.get('name'));
      return text;
    },
    { declutter: true },
  );
}
const next = () => new Promise((resolve) => map.once('rendercomplete', resolve));
void next().then(tellIdle);
bench.toggle = (isOn) => {
  const done = next();
  areas.setVisible(isOn);
  return done;
};
bench.filter = (isOn) => {
  const done = next();
  isHalf = isOn;
  points.changed();
  return done;
};
bench.pick = (x, y) => map.forEachFeatureAtPixel([x, y], (feature) => feature.get('id')) ?? null;
