import { booleanPointInPolygon, lineIntersect, lineString } from '@turf/turf';
import type { ProfileStop } from '../../contracts/analysis.ts';
import type { LngLat, PlanFeature } from '../../contracts/bundle.ts';
import { nameOf } from '../bilingual.ts';
import type { BundleContext } from '../bundle-context.ts';
import { listLines } from '../cut-line.ts';
import { listCorridors } from '../list-corridors.ts';
import { placeKindOf } from '../place-kinds.ts';
import { distanceToKm, locateOn, type Axis } from './build-axis.ts';

export interface Reach {
  /** Townships, stations and interchanges within this distance of any of the corridor's lines. */
  readonly reachKm: number;
  /** Villages stand thicker and are passed nearer by. */
  readonly villageReachKm: number;
}

/** The same corridor met again within this distance is one meeting. */
const ONE_MEETING_KM = 2;

/** Places that a corridor passes, in order along it; its own members wherever they lie. */
export function findStops(
  context: BundleContext,
  corridor: PlanFeature,
  axis: Axis,
  reach: Reach,
): readonly ProfileStop[] {
  const places = context.bundle.features.features.flatMap((feature): ProfileStop[] => {
    const kind = placeKindOf(feature);
    if (kind === null || feature.properties.status === 'cancelled') return [];
    const isMember = corridor.properties.members?.includes(feature.properties.id) ?? false;
    const stop = createStop(feature, kind, axis, isMember);
    const limitKm = kind === 'village' ? reach.villageReachKm : reach.reachKm;
    return isMember || Math.max(stop.offKm, stop.beyondKm) <= limitKm ? [stop] : [];
  });
  return [...places, ...findCrossings(context, corridor, axis)].sort(
    (a, b) => a.atKm - b.atKm || a.id.localeCompare(b.id, 'en'),
  );
}

function createStop(
  feature: PlanFeature,
  kind: ProfileStop['kind'],
  axis: Axis,
  isMember: boolean,
): ProfileStop {
  const [lng, lat] = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : [];
  const position: LngLat = [lng!, lat!];
  const located = locateOn(axis, position);
  const offKm = Math.min(
    located.offKm,
    ...axis.beside.map((strand) => distanceToKm(strand, position)),
  );
  return {
    ...describe(feature),
    kind,
    ...clamp(axis, located.atKm),
    offKm,
    side: offKm < located.offKm && offKm <= 0.1 ? 'on' : located.side,
    isMember,
  };
}

/** Where other corridors are met, in the county. */
function findCrossings(
  context: BundleContext,
  corridor: PlanFeature,
  axis: Axis,
): readonly ProfileStop[] {
  return listCorridors(context)
    .filter((other) => other !== corridor)
    .flatMap((other) => {
      const meetings = axis.strands
        .flatMap(({ line }) => listMeetings(line, other))
        .filter(
          (position) => !context.outline || booleanPointInPolygon([...position], context.outline),
        )
        .map((position) => locateOn(axis, position).atKm)
        .sort((a, b) => a - b);
      const apart = meetings.filter(
        (atKm, index) => index === 0 || atKm - meetings[index - 1]! > ONE_MEETING_KM,
      );
      return apart.map((atKm): ProfileStop => ({
        ...describe(other),
        kind: 'crossing',
        ...clamp(axis, atKm),
        offKm: 0,
        side: 'on',
        isMember: false,
      }));
    });
}

function listMeetings(
  line: Axis['strands'][number]['line'],
  other: PlanFeature,
): readonly LngLat[] {
  const own = lineString(line.map((corner) => [...corner]));
  return listLines(other.geometry).flatMap((part) =>
    lineIntersect(own, lineString(part.map((corner) => [...corner]))).features.map(
      ({ geometry }): LngLat => [geometry.coordinates[0]!, geometry.coordinates[1]!],
    ),
  );
}

const describe = (
  feature: PlanFeature,
): Pick<ProfileStop, 'id' | 'name' | 'certainty' | 'horizontalM'> => ({
  id: feature.properties.id,
  name: nameOf(feature),
  certainty: feature.properties.accuracy.class,
  horizontalM: feature.properties.accuracy.horizontalM ?? null,
});

function clamp(axis: Axis, atKm: number): Pick<ProfileStop, 'atKm' | 'beyondKm'> {
  const axisKm = axis.endKm - axis.startKm;
  const clamped = Math.min(axisKm, Math.max(0, atKm));
  return { atKm: clamped, beyondKm: Math.abs(atKm - clamped) };
}
