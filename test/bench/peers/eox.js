/** A published Lit element round OpenLayers, through its own declarative layers. */
import '@eox/map/dist/eox-map.js';
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
const element = document.createElement('eox-map');
element.style.cssText = 'display:block;width:100%;height:100%';
const layer = (id, style, filter = ['==', ['get', 'group'], id], more = {}) => ({
  type: 'Vector',
  properties: { id },
  source: { type: 'Vector', url: dataUrl, format: 'GeoJSON' },
  style: [{ filter, style }],
  ...more,
});
const layers = [
  layer('area', {
    'fill-color': `${COLOURS.area}66`,
    ...(hasNames ? { 'stroke-color': COLOURS.rim, 'stroke-width': 1.5 } : {}),
  }),
  ...(hasNames ? [layer('line', { 'stroke-color': COLOURS.line, 'stroke-width': 3 })] : []),
  layer('point', { 'circle-radius': RADIUS_PX, 'circle-fill-color': COLOURS.point }),
  ...(hasNames
    ? [
        layer(
          'names',
          {
            'text-value': ['get', 'name'],
            'text-font': `13px ${FONT}`,
            'text-fill-color': COLOURS.text,
            'text-stroke-color': '#fff',
            'text-stroke-width': 3,
            'text-offset-y': 14,
          },
          ['has', 'name'],
          { declutter: true },
        ),
      ]
    : []),
];
element.controls = {};
element.config = { view: { center: [lng, lat], zoom: zoom + 1 }, layers };
container.append(element);
await element.updateComplete;
const { map } = element;
const next = () => new Promise((resolve) => map.once('rendercomplete', resolve));
const isLoaded = () => {
  const all = map.getAllLayers();
  return (
    all.length >= layers.length && all.every((own) => own.getSource().getFeatures().length > 0)
  );
};
const wait = async () => {
  do await next();
  while (!isLoaded());
  await tellIdle();
};
void wait();
bench.toggle = (isOn) => {
  const done = next();
  map
    .getAllLayers()
    .find((own) => own.get('id') === 'area')
    .setVisible(isOn);
  return done;
};
bench.pick = (x, y) => map.forEachFeatureAtPixel([x, y], (feature) => feature.get('id')) ?? null;
