import { formatDms } from '../../analysis/measure/read-position.ts';
import type { PlanePosition } from '../../contracts/analysis.ts';
import type { Measured } from '../../contracts/state.ts';
import type { MeasureMessages } from '../messages/measure-messages.ts';

/** A bearing in degrees as surveyors say it: 北偏东 35°12′36.00″. */
export function sayQuadrant(
  bearing: number,
  words: Pick<MeasureMessages, 'quadrants' | 'cardinals'>,
): string {
  const turned = (Math.round(bearing * 360_000) / 360_000 + 360) % 360;
  if (turned % 90 === 0) return words.cardinals[(['N', 'E', 'S', 'W'] as const)[turned / 90]!];
  if (turned < 90) return words.quadrants.NE(formatDms(turned));
  if (turned < 180) return words.quadrants.SE(formatDms(180 - turned));
  if (turned < 270) return words.quadrants.SW(formatDms(turned - 180));
  return words.quadrants.NW(formatDms(360 - turned));
}

/** How far a bearing may turn when the ends of its leg may lie off; empty when nothing tells. */
export function sayTurn(
  { value, range }: Measured,
  words: Pick<MeasureMessages, 'anyBearing'>,
): string {
  if (range === null) return '';
  const off = (range.most - value) / value;
  if (!(off < 1)) return words.anyBearing;
  return `±${Number(((Math.asin(off) * 180) / Math.PI).toPrecision(2))}°`;
}

/** In the plane from grid north, degrees clockwise, 0–360. */
export function gridBearingOf(from: PlanePosition, to: PlanePosition): number {
  const angle = Math.atan2(to.eastingM - from.eastingM, to.northingM - from.northingM);
  return ((angle * 180) / Math.PI + 360) % 360;
}
