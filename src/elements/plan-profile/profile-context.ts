import type { Profile } from '../../contracts/analysis.ts';
import type { Certainty, Status } from '../../contracts/bundle.ts';
import type { Bilingual, Conventions } from '../../contracts/theme.ts';
import { formatFigure } from '../../analysis/figure-units.ts';
import type { ProfileMessages } from '../messages/profile-messages.ts';

/** What the parts of the panel draw from. */
export interface ProfileContext {
  readonly profile: Profile;
  readonly words: ProfileMessages;
  readonly conventions: Conventions;
  readonly isEnglish: boolean;
  readonly say: (text: Bilingual) => string;
  readonly selectFeature: (id: string) => void;
  readonly selectClause: (para: string) => void;
}

/** `12.3 公里` */
export const sayKm = ({ say }: Pick<ProfileContext, 'say'>, km: number): string =>
  say(formatFigure(km, 'km', 1));

/** `推断 ±6 公里` */
export function sayCertainty(
  { conventions, say }: Pick<ProfileContext, 'conventions' | 'say'>,
  certainty: Certainty,
  horizontalM: number | null,
): string {
  const style = conventions.certainties.find((row) => row.certainty === certainty);
  const name = style ? say(style.name) : certainty;
  if (horizontalM === null) return name;
  const radius =
    horizontalM >= 1000
      ? formatFigure(horizontalM / 1000, 'km', 1)
      : formatFigure(horizontalM, 'm', 0);
  return `${name} ±${say(radius)}`;
}

export function sayStage(
  { conventions, say }: Pick<ProfileContext, 'conventions' | 'say'>,
  status: Status,
): string {
  const style = conventions.statuses.find((row) => row.status === status);
  return style ? say(style.name) : status;
}

export const isSoftCertainty = (conventions: Conventions, certainty: Certainty): boolean =>
  conventions.certainties.some((row) => row.certainty === certainty && row.isSoft);
