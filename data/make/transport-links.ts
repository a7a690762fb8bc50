/** 内网: a link from the county seat to each of the twelve other seats. Our own reading. */
import { distance, length, lineString } from '@turf/turf';
import type { LineString, Position } from 'geojson';
import type { PlanFeature } from '../../src/contracts/bundle.ts';
import { defines, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createFeature, INFERRED_LABEL } from './create-feature.ts';
import { createLengthMeasure, roundPosition, roundTo } from './geometry.ts';
import { findPlace, type Facts } from './read-facts.ts';
import { RoadNetwork } from './route-links.ts';
import { SEATS } from './settlement-rows.ts';

/** Within this distance a seat is taken to lie on the road: seats are known to 1.5–5 km. */
const NEAR_ROAD_KM = 3;
const ALONG_ROAD_M = 1500;
/** A straight schematic kilometre is dear, so that a link leaves the known road late. */
const STRAIGHT_PENALTY = 3.5;
/** Roads that a link may follow: no expressways, no railways, nothing schematic. */
const ORDINARY = ['national-road', 'provincial-road', 'trunk-road', 'primary-road', 'ring'];

const lengthKm = (path: readonly Position[]): number =>
  path.length < 2 ? 0 : length(lineString(path.map((position) => [...position])));

/** Drops positions that repeat the one before. */
const dropRepeats = (path: readonly Position[]): Position[] =>
  path.filter((position, at) => at === 0 || position.join() !== path[at - 1]!.join());

export function createLinks(facts: Facts, built: readonly PlanFeature[]): PlanFeature[] {
  const roads = built
    .filter(
      ({ properties }) =>
        ORDINARY.includes(properties.kind) && properties.accuracy.class !== 'schematic',
    )
    .map(({ geometry }) => geometry)
    .filter((geometry): geometry is LineString => geometry?.type === 'LineString');
  const network = new RoadNetwork(roads.map((road) => road.coordinates));
  const centre = roundPosition([...findPlace(facts, '秀水镇').position!]);
  const centreOnRoad = network.snap(centre);

  return SEATS.filter((seat) => seat.id !== 'xiushui').map((seat) => {
    const place = findPlace(facts, seat.place, seat.kind);
    const end = roundPosition([...place.position!]);
    const onRoad = network.snap(end);
    const isNear = onRoad.km <= NEAR_ROAD_KM;
    const along = network.findWay(centreOnRoad.position, end, {
      at: isNear ? onRoad.position : undefined,
      penalty: STRAIGHT_PENALTY,
    });
    if (along === null) throw new Error(`no road joins the county seat and ${seat.place}`);
    const geometry: LineString = {
      type: 'LineString',
      coordinates: dropRepeats([centre, ...along, end].map(roundPosition)),
    };
    const alongKm = roundTo(lengthKm(along), 0.1);
    const straightKm = roundTo(distance(along.at(-1)!, end), 0.1);
    return createFeature('links', {
      id: `link-${seat.id}`,
      kind: 'link',
      name: `县城—${seat.place}`,
      nameEn: `County seat – ${seat.nameEn}`,
      status: 'planned',
      members: ['xiushui', seat.id],
      planRefs: [defines('innerNet'), reads('townAndCountry')],
      sources: ['own-reading', 'outline', 'osm'],
      accuracy: {
        class: 'inferred',
        horizontalM: Math.max(ALONG_ROAD_M, place.horizontalM ?? 0),
        label: INFERRED_LABEL,
        method: isNear ? '沿现有普通公路走最短路' : '沿现有普通公路走最短路，末段以直线示意',
        methodEn: isNear
          ? 'shortest way over existing ordinary roads'
          : 'shortest way over existing ordinary roads, the last part a straight schematic line',
        note: '规划只写“内网”，未作说明；此处把县城与各乡镇驻地相连。',
        noteEn:
          'The plan says “inner network” and no more; this joins the county seat to each township seat.',
      },
      measure: createLengthMeasure(geometry, facts.boundary),
      attributes: [
        fact(
          '沿现有公路',
          'Along existing roads',
          `${alongKm} 公里`,
          `${alongKm} km`,
          'own-reading',
        ),
        fact(
          isNear ? '驻地至公路' : '直线示意段',
          isNear ? 'From the road to the seat' : 'Straight schematic part',
          `${straightKm} 公里`,
          `${straightKm} km`,
          'own-reading',
        ),
      ],
      geometry,
    });
  });
}
