import type { Profile, ProfileMember, ProfileStretch } from '../../contracts/analysis.ts';

/** A stretch of the strip with the line that runs there; null: none, or the corridor's own line. */
export interface ListedStretch extends ProfileStretch {
  readonly member: ProfileMember | null;
  /** 0 is the axis. */
  readonly track: number;
}

/** Shorter pieces between two of the same line are its nicks, not stretches of their own. */
const JOINT_KM = 0.05;

/** The strip's stretches in order along it; neighbours of one line and kind are one. */
export function listStretches({ tracks, members }: Profile): readonly ListedStretch[] {
  return tracks.flatMap((stretches, track) => {
    const listed: ListedStretch[] = [];
    for (const stretch of stretches) {
      const last = listed.at(-1);
      if (
        last?.kind === stretch.kind &&
        last.memberId === stretch.memberId &&
        stretch.fromKm - last.toKm <= JOINT_KM
      ) {
        listed[listed.length - 1] = {
          ...last,
          toKm: stretch.toKm,
          lengthKm: last.lengthKm + stretch.lengthKm,
        };
        continue;
      }
      const member = members.find(({ id }) => id === stretch.memberId) ?? null;
      listed.push({ ...stretch, member, track });
    }
    return listed;
  });
}

/** Kilometres of line in the county whose place is unsure. */
export function softLengthKm(
  profile: Profile,
  isSoft: (certainty: Profile['certainty']) => boolean,
): number {
  return listStretches(profile)
    .filter(({ kind, member }) => kind === 'line' && isSoft((member ?? profile).certainty))
    .reduce((sum, { lengthKm }) => sum + lengthKm, 0);
}
