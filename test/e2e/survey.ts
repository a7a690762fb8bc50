/** The scenic area of the plan, surveyed anew, in CGCS2000 / 3° zone, central meridian 114° (EPSG:4547). */
export const AREA = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { MC: '藏山风景名胜区', MJ: 38.5, BZ: '实测' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [457_000, 4_222_000],
            [463_000, 4_222_000],
            [463_000, 4_229_000],
            [457_000, 4_229_000],
            [457_000, 4_222_000],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { MC: '停车场', MJ: 0.1, BZ: '' },
      geometry: { type: 'Point', coordinates: [458_000, 4_223_000] },
    },
  ],
};
