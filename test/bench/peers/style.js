import {
  COLOURS,
  FONT,
  RADIUS_PX,
  dataUrl,
  hasNames,
  lat,
  lng,
  tell,
  tellIdle,
  zoom,
} from './common.js';

const is = (group) => ['==', ['get', 'group'], group];
export const ground = {
  id: 'ground',
  type: 'background',
  paint: { 'background-color': COLOURS.ground },
};
export const names = (source) => ({
  id: 'names',
  type: 'symbol',
  source,
  filter: ['has', 'name'],
  layout: {
    'text-field': ['get', 'name'],
    'text-size': 13,
    'text-offset': [0, 0.6],
    'text-anchor': 'top',
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': COLOURS.text, 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
});
const layers = [
  ground,
  {
    id: 'area',
    type: 'fill',
    source: 'plan',
    filter: is('area'),
    paint: { 'fill-color': COLOURS.area, 'fill-opacity': 0.4 },
  },
  ...(hasNames
    ? [
        {
          id: 'rim',
          type: 'line',
          source: 'plan',
          filter: is('area'),
          paint: { 'line-color': COLOURS.rim, 'line-width': 1.5 },
        },
        {
          id: 'line',
          type: 'line',
          source: 'plan',
          filter: is('line'),
          paint: { 'line-color': COLOURS.line, 'line-width': 3 },
        },
      ]
    : []),
  {
    id: 'point',
    type: 'circle',
    source: 'plan',
    filter: is('point'),
    paint: { 'circle-color': COLOURS.point, 'circle-radius': RADIUS_PX },
  },
  ...(hasNames ? [names('plan')] : []),
];

export const options = (container, style) => ({
  container,
  center: [lng, lat],
  zoom,
  attributionControl: false,
  fadeDuration: 0,
  localIdeographFontFamily: FONT,
  style,
});
const style = { version: 8, sources: { plan: { type: 'geojson', data: dataUrl } }, layers };

/** A map as the library's own first example makes one. */
export function start(Map, container, bench) {
  const map = new Map(options(container, style));
  map.on('error', ({ error }) => tell(error));
  map.on('idle', () => {
    if (map.isSourceLoaded('plan')) void tellIdle();
  });
  const next = () => new Promise((resolve) => map.once('idle', resolve));
  bench.toggle = (isOn) => {
    const done = next();
    map.setLayoutProperty('area', 'visibility', isOn ? 'visible' : 'none');
    return done;
  };
  bench.filter = (isOn) => {
    const done = next();
    map.setFilter('point', isOn ? ['all', is('point'), ['<', ['get', 'half'], 1]] : is('point'));
    return done;
  };
  bench.pick = (x, y) => map.queryRenderedFeatures([x, y])[0]?.properties.id ?? null;
}
