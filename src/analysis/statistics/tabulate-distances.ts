import type { StatCell, StatColumn, StatRow, StatTable } from '../../contracts/analysis.ts';
import type { LngLat, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, say } from '../bilingual.ts';
import { geodesicDistanceM } from '../measure/ellipsoid.ts';
import { placeKindOf, type PlaceKind } from '../place-kinds.ts';

const km = (id: string, zh: string, en: string): StatColumn => ({
  id,
  label: say(zh, en),
  unit: 'km',
  decimals: 1,
});

/**
 * Each township seat with its nearest station and interchange: straight lines on the ellipsoid, and how far off they may
 * be by the accuracy of both ends.
 */
export function tabulateDistances(bundle: PlanBundle): StatTable {
  const places = bundle.features.features.filter(
    ({ properties }) =>
      properties.status === 'existing' || properties.status === 'under-construction',
  );
  const of = (kind: PlaceKind): readonly PlanFeature[] =>
    places.filter((feature) => placeKindOf(feature) === kind);
  const [stations, interchanges] = [of('station'), of('interchange')];
  const rows = of('township').map((seat): StatRow => {
    const station = findNearest(seat, stations);
    const interchange = findNearest(seat, interchanges);
    const ends = [seat, ...[station, interchange].flatMap((found) => found?.feature ?? [])];
    return {
      id: seat.properties.id,
      cells: {
        name: nameOf(seat),
        ...cellsOf('station', station),
        ...cellsOf('interchange', interchange),
      },
      featureIds: ends.map(({ properties }) => properties.id),
      isSoft: ends.some(({ properties }) => properties.accuracy.class === 'inferred'),
    };
  });
  return {
    id: 'distances',
    title: say('各乡镇到最近车站、互通的距离', 'Townships to the nearest station and interchange'),
    note: say(
      '直线距离，不是行车里程；± 为两端点位精度之和。',
      'Straight lines, not road distances; ± adds up the accuracy of both ends.',
    ),
    columns: [
      { id: 'name', label: say('乡镇驻地', 'Township seat') },
      { id: 'station', label: say('最近车站', 'Nearest station') },
      km('stationKm', '到车站', 'To the station'),
      km('stationOffKm', '±', '±'),
      { id: 'interchange', label: say('最近互通', 'Nearest interchange') },
      km('interchangeKm', '到互通', 'To the interchange'),
      km('interchangeOffKm', '±', '±'),
    ],
    rows,
    chart: { label: 'name', value: 'stationKm' },
  };
}

interface Nearest {
  readonly feature: PlanFeature;
  readonly distanceKm: number;
  /** Null when either end tells no accuracy. */
  readonly offKm: number | null;
}

function findNearest(seat: PlanFeature, targets: readonly PlanFeature[]): Nearest | null {
  let best: Nearest | null = null;
  for (const feature of targets) {
    const distanceKm = geodesicDistanceM(positionOf(seat), positionOf(feature)) / 1000;
    if (best && best.distanceKm <= distanceKm) continue;
    const [from, to] = [seat, feature].map(({ properties }) => properties.accuracy.horizontalM);
    const offKm = from === undefined || to === undefined ? null : (from + to) / 1000;
    best = { feature, distanceKm, offKm };
  }
  return best;
}

function cellsOf(id: string, found: Nearest | null): Record<string, StatCell> {
  return {
    [id]: found && nameOf(found.feature),
    [`${id}Km`]: found && found.distanceKm,
    [`${id}OffKm`]: found && found.offKm,
  };
}

function positionOf({ geometry }: PlanFeature): LngLat {
  const [lng, lat] = geometry?.type === 'Point' ? geometry.coordinates : [];
  return [lng!, lat!];
}
