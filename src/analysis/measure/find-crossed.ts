import type { Crossed, CrossedMeeting, Range } from '../../contracts/analysis.ts';
import type { LngLat, PlanFeature } from '../../contracts/bundle.ts';
import { isArea } from '../county-outline.ts';
import { linesOf } from '../positions-of.ts';
import { geodesicDistanceM } from './ellipsoid.ts';
import {
  distanceTo,
  flattenAround,
  isWithin,
  meetingsOf,
  sidesNear,
  type Flat,
} from './local-plane.ts';
import { measureOverlap } from './measure-overlap.ts';

/** Samples of a leg: one every 50 m, within these bounds; ranges are hundreds of metres at least. */
const SAMPLE_M = 50;
const FEWEST_SAMPLES = 16;
const MOST_SAMPLES = 240;
/** A leg that stays in a line's margin for longer than this many radii meets it at less than 30°: it runs along it. */
const ALONG_RADII = 4;
/** An end that was snapped to a line touches it and does not cross it. */
const TOUCH_M = 30;

export interface CrossedOptions {
  readonly corners: readonly { readonly position: LngLat; readonly featureId: string | null }[];
  /** The corners enclose an area; its last leg leads back to the first. */
  readonly isArea: boolean;
  /** In m², when it is an area. */
  readonly areaM2: number;
}

/**
 * What schematic or inferred lines and areas (hand in what is shown) a figure runs across, along or through, though no
 * corner need be snapped to them. A true line lies within `horizontalM` of the drawn one; ranges say what that allows.
 * Points are left out: they have no extent that could be crossed.
 */
export function findCrossed(
  { corners, isArea: isClosed, areaM2 }: CrossedOptions,
  features: readonly PlanFeature[],
): readonly Crossed[] {
  const path = isClosed ? [...corners, corners[0]!] : corners;
  return features.flatMap((feature) => {
    const { geometry, properties } = feature;
    const { class: certainty, horizontalM = null } = properties.accuracy;
    const isSoft = certainty === 'schematic' || certainty === 'inferred';
    if (!geometry || !isSoft || path.length < 2) return [];
    const legs = path.slice(1).flatMap((to, index) => {
      const leg = crossLeg(path[index]!, to, feature);
      return leg ? [{ ...leg, leg: index }] : [];
    });
    const overlap = isClosed
      ? measureOverlap(
          corners.map(({ position }) => position),
          feature,
          areaM2,
        )
      : null;
    if (legs.length === 0 && overlap === null) return [];
    const meetings = legs.flatMap(({ leg, meetings: all }): readonly CrossedMeeting[] =>
      all.map((meeting) => ({ leg, ...meeting })),
    );
    const run = addUp(legs.flatMap((leg) => leg.run ?? []));
    const base = {
      featureId: properties.id,
      certainty,
      horizontalM,
      legs: legs.map(({ leg }) => leg),
    };
    return [{ ...base, isArea: isArea(geometry), meetings, run, overlap }];
  });
}

interface Amount {
  readonly value: number;
  readonly range: Range | null;
}

interface LegCrossing {
  readonly meetings: readonly Omit<CrossedMeeting, 'leg'>[];
  /** Length in the area, or along the line. */
  readonly run: Amount | null;
}

type Corner = CrossedOptions['corners'][number];

function crossLeg(from: Corner, to: Corner, { geometry, properties }: PlanFeature) {
  const lengthM = geodesicDistanceM(from.position, to.position);
  if (!geometry || lengthM === 0) return null;
  const radiusM = properties.accuracy.horizontalM ?? null;
  const middle: LngLat = [
    (from.position[0] + to.position[0]) / 2,
    (from.position[1] + to.position[1]) / 2,
  ];
  const flatten = flattenAround(middle);
  const leg = [flatten(from.position), flatten(to.position)] as const;
  const lines = linesOf(geometry).map((line) => line.map(flatten));
  const near = sidesNear(lines, leg, radiusM ?? 0);
  const isPolygon = isArea(geometry);
  if (near.length === 0 && !(isPolygon && isWithin(leg[0], lines))) return null;

  const samples = sampleLeg(leg, lengthM).map((spot) => {
    const isIn = isPolygon && isWithin(spot, lines);
    /** How far beyond the drawn outline or line; negative within an area. */
    const off = distanceTo(spot, near);
    return isIn ? -off : off;
  });
  const stepM = lengthM / samples.length;
  const count = (isMeant: (off: number) => boolean): number =>
    samples.filter(isMeant).length * stepM;
  const meetings = meetingsOf(leg, near).filter((share) => {
    const touches = (corner: Corner, awayM: number): boolean =>
      corner.featureId === properties.id && awayM < TOUCH_M;
    return !touches(from, share * lengthM) && !touches(to, (1 - share) * lengthM);
  });
  const result = (value: LegCrossing): LegCrossing => value;

  if (isPolygon) {
    const value = count((off) => off < 0);
    if (value === 0) return null;
    const range =
      radiusM === null
        ? null
        : { least: count((off) => off < -radiusM), most: count((off) => off < radiusM) };
    return result({ meetings: [], run: { value, range } });
  }
  const beside = radiusM === null ? 0 : count((off) => off <= radiusM);
  if (radiusM !== null && beside > ALONG_RADII * radiusM) {
    return result({ meetings: [], run: { value: beside, range: null } });
  }
  if (meetings.length === 0) return null;
  return result({
    meetings: meetings.map((share) => ({
      atM: share * lengthM,
      range: radiusM === null ? null : rangeAround(share, samples, radiusM, stepM),
    })),
    run: null,
  });
}

function sampleLeg([from, to]: readonly [Flat, Flat], lengthM: number): readonly Flat[] {
  const count = Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, Math.ceil(lengthM / SAMPLE_M)));
  return Array.from({ length: count }, (_, index): Flat => {
    const share = (index + 0.5) / count;
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  });
}

/** From where to where the leg stays in the line's margin round a meeting. */
function rangeAround(
  share: number,
  offs: readonly number[],
  radiusM: number,
  stepM: number,
): Range {
  const at = Math.min(offs.length - 1, Math.floor(share * offs.length));
  let [first, last] = [at, at];
  while (first > 0 && offs[first - 1]! <= radiusM) first -= 1;
  while (last < offs.length - 1 && offs[last + 1]! <= radiusM) last += 1;
  return { least: first * stepM, most: (last + 1) * stepM };
}

function addUp(runs: readonly Amount[]): Amount | null {
  if (runs.length === 0) return null;
  const value = runs.reduce((sum, run) => sum + run.value, 0);
  const ranges = runs.map(({ range }) => range);
  const isKnown = ranges.every((range) => range !== null);
  return {
    value,
    range: isKnown
      ? {
          least: ranges.reduce((sum, { least }) => sum + least, 0),
          most: ranges.reduce((sum, { most }) => sum + most, 0),
        }
      : null,
  };
}
