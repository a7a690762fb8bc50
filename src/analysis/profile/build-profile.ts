import type { Profile, ProfileMember, ProfileStretch } from '../../contracts/analysis.ts';
import type { LngLat, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, noteOf, pair } from '../bilingual.ts';
import { createBundleContext, membersOf, type BundleContext } from '../bundle-context.ts';
import { listLines } from '../cut-line.ts';
import { buildAxis, createStrand, locateOn, type Axis, type Strand } from './build-axis.ts';
import { findStops, type Reach } from './find-stops.ts';

const DEFAULT_REACH_KM = 4;
/** Shorter gaps are loose ends of the drawing. */
const LEAST_GAP_KM = 0.05;

/**
 * The strip of a corridor: 纵 from north to south, 横 from west to east, from where it enters the county to where it leaves
 * it last. Null when the feature is unknown or has no line in the county. Lengths by turf, as the cards have them.
 */
export function buildProfile(
  bundle: PlanBundle,
  corridorId: string,
  { reachKm = DEFAULT_REACH_KM, villageReachKm = reachKm / 2 }: Partial<Reach> = {},
): Profile | null {
  const context = createBundleContext(bundle);
  const corridor = context.byId.get(corridorId);
  if (!corridor) return null;
  const { properties } = corridor;
  const direction = directionOf(corridor);
  const strands = listStrands(context, corridor, direction);
  const axis = buildAxis(strands, direction);
  if (!axis) return null;
  const badge = properties.std?.['badge'];
  return {
    id: corridorId,
    name: nameOf(corridor),
    badge: typeof badge === 'string' ? badge : '',
    direction,
    axisKm: axis.endKm - axis.startKm,
    lengthInCountyKm: sum(strands.map(({ insideKm }) => insideKm)),
    lengthDrawnKm: sum(strands.map(({ lengthKm }) => lengthKm)),
    tracks: [
      listAxisStretches(axis),
      ...axis.beside.map((strand) => listBesideStretches(axis, strand)),
    ],
    members: membersOf(context, corridor).map((member) => describeMember(member, strands, axis)),
    stops: findStops(context, corridor, axis, { reachKm, villageReachKm }),
    clauses: properties.planRefs.flatMap(({ doc, para, quote, role, basis }) => {
      const paragraph = bundle.plan.docs
        .find(({ id }) => id === doc)
        ?.paragraphs.find(({ id }) => id === para);
      return paragraph
        ? [{ para, title: pair(paragraph.title, paragraph.titleEn), quote, role, basis }]
        : [];
    }),
    certainty: properties.accuracy.class,
    status: properties.status,
    note: noteOf(properties.note, properties.noteEn),
    sources: listSources(bundle, [corridor, ...membersOf(context, corridor)]),
    reachKm,
  };
}

/** By the kind or the badge where they say it, else by the longer extent. */
function directionOf({ properties, geometry }: PlanFeature): Profile['direction'] {
  const mark = `${properties.kind} ${String(properties.std?.['badge'] ?? '')}`;
  if (/zong|纵/.test(mark)) return 'north-south';
  if (/heng|横/.test(mark)) return 'west-east';
  const positions = listLines(geometry).flat();
  const spread = (axis: 0 | 1): number => {
    const values = positions.map((position) => position[axis]!);
    return Math.max(...values) - Math.min(...values);
  };
  const shrink = Math.cos(((positions[0]?.[1] ?? 0) * Math.PI) / 180);
  return spread(1) > spread(0) * shrink ? 'north-south' : 'west-east';
}

/** Lines of the members; of the feature itself when it has none. */
function listStrands(
  context: BundleContext,
  corridor: PlanFeature,
  direction: Profile['direction'],
): readonly Strand[] {
  const listOf = (feature: PlanFeature, memberId: string | null): Strand[] =>
    listLines(feature.geometry).map((line) =>
      createStrand(memberId, line, direction, context.outline),
    );
  const own = membersOf(context, corridor).flatMap((member) =>
    listOf(member, member.properties.id),
  );
  return own.length > 0 ? own : listOf(corridor, null);
}

function listAxisStretches(axis: Axis): readonly ProfileStretch[] {
  const axisKm = axis.endKm - axis.startKm;
  const stretches: ProfileStretch[] = [];
  let reachedKm = 0;
  for (const { offsetKm, pieces, memberId } of axis.strands) {
    for (const { fromKm, toKm, isInside } of pieces) {
      const from = Math.max(0, offsetKm + fromKm - axis.startKm);
      const to = Math.min(axisKm, offsetKm + toKm - axis.startKm);
      if (to <= from) continue;
      if (from - reachedKm > LEAST_GAP_KM) {
        const lengthKm = from - reachedKm;
        stretches.push({ kind: 'gap', fromKm: reachedKm, toKm: from, lengthKm, memberId: null });
      }
      const kind = isInside ? 'line' : 'outside';
      stretches.push({ kind, fromKm: from, toKm: to, lengthKm: to - from, memberId });
      reachedKm = to;
    }
  }
  return stretches;
}

/** A line beside the axis, put where its ends are nearest to it. */
function listBesideStretches(axis: Axis, { pieces, memberId }: Strand): readonly ProfileStretch[] {
  const axisKm = axis.endKm - axis.startKm;
  return pieces
    .filter(({ isInside }) => isInside)
    .map(({ positions, fromKm, toKm }) => {
      const ends = [positions[0]!, positions.at(-1)!].map((position) => {
        const { atKm } = locateOn(axis, [position[0]!, position[1]!] satisfies LngLat);
        return Math.min(axisKm, Math.max(0, atKm));
      });
      return {
        kind: 'line' as const,
        fromKm: Math.min(...ends),
        toKm: Math.max(...ends),
        lengthKm: toKm - fromKm,
        memberId,
      };
    });
}

function describeMember(
  member: PlanFeature,
  strands: readonly Strand[],
  axis: Axis,
): ProfileMember {
  const { id, accuracy, status, note, noteEn } = member.properties;
  const own = strands.filter(({ memberId }) => memberId === id);
  const beside = axis.beside.findIndex(({ memberId }) => memberId === id);
  const isOnAxis = axis.strands.some(({ memberId }) => memberId === id);
  return {
    id,
    name: nameOf(member),
    certainty: accuracy.class,
    horizontalM: accuracy.horizontalM ?? null,
    status,
    lengthInCountyKm: sum(own.map(({ insideKm }) => insideKm)),
    track: isOnAxis ? 0 : beside < 0 ? null : beside + 1,
    note: noteOf(note, noteEn),
  };
}

function listSources(bundle: PlanBundle, features: readonly PlanFeature[]): Profile['sources'] {
  const used = new Set(features.flatMap(({ properties }) => properties.sources));
  return bundle.sources
    .filter(({ id }) => used.has(id))
    .map(({ title, titleEn }) => pair(title, titleEn));
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
