import { describe, expect, it } from 'vitest';
import {
  geodesicArea,
  geodesicBearing,
  geodesicDistanceM,
} from '../../../src/analysis/measure/ellipsoid.ts';
import type { LngLat } from '../../../src/contracts/bundle.ts';

/**
 * Published for WGS 84, whose flattening differs from that of CGCS2000 by 1.6e-11: a tenth of a millimetre on the
 * globe, half a millimetre on the longest geodesic. Lines 1–4: from the test set of GeographicLib (Karney 2013, doi
 * 10.1007/s00190-012-0578-z; reckoned there with 100 digits); line 5: its manual's New York–London.
 */
const INVERSE: readonly (readonly [
  lat1: number,
  lng1: number,
  azimuth: number,
  lat2: number,
  lng2: number,
  metres: number,
])[] = [
  [35.60777, -139.44815, 111.0987484295603, -11.17491, -69.95921, 8935244.56048183],
  [55.52454, 106.05087, 22.0200598809828, 77.03196, 197.18234, 4105086.17139244],
  [-21.97856, 142.59065, -32.44456876433189, 41.84138, 98.56635, 8394328.894657671],
  [-66.99028, 112.2363, 173.73491240878403, -12.70631, 285.90344, 11150344.23120802],
  [40.6, -73.8, 51.198882845579824, 51.6, -0.5, 5551759.4003186841],
];

/** Of the tests of its Planimeter: perimeters in m, areas in m². */
const AREAS: readonly (readonly [name: string, ring: readonly LngLat[], m: number, m2: number])[] =
  [
    [
      'a square round the pole',
      [
        [0, 89],
        [90, 89],
        [180, 89],
        [270, 89],
      ],
      631819.8745,
      24952305678,
    ],
    [
      'a square on the equator',
      [
        [-1, 0],
        [0, -1],
        [1, 0],
        [0, 1],
      ],
      627598.2731,
      24619419146,
    ],
    [
      'an eighth of the earth',
      [
        [0, 90],
        [0, 0],
        [90, 0],
      ],
      30022685,
      63758202715511,
    ],
  ];

const A_THOUSANDTH = 1e-3;

describe('published geodesics', () => {
  it.each(INVERSE)('from %d, %d at %d°', (lat1, lng1, azimuth, lat2, lng2, metres) => {
    const [from, to]: readonly [LngLat, LngLat] = [
      [lng1, lat1],
      [lng2, lat2],
    ];
    expect(Math.abs(geodesicDistanceM(from, to) - metres)).toBeLessThan(0.002);
    const turn = geodesicBearing(from, to) - ((azimuth + 360) % 360);
    expect(Math.abs(turn)).toBeLessThan(1e-7);
    /** What the tool promises, so that the bar stands beside the figure. */
    expect(Math.abs(geodesicDistanceM(from, to) / metres - 1)).toBeLessThan(A_THOUSANDTH);
  });

  it.each(AREAS)('enclose the published area: %s', (_, ring, metres, squareMetres) => {
    const { areaM2, perimeterM } = geodesicArea(ring);
    expect(Math.abs(perimeterM / metres - 1)).toBeLessThan(1e-7);
    expect(Math.abs(areaM2 / squareMetres - 1)).toBeLessThan(1e-7);
  });
});
