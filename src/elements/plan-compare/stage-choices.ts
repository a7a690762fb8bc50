import type { Status } from '../../contracts/bundle.ts';
import { FULL_LENS } from '../../core/initial-state.ts';
import type { StageChoice } from '../messages/compare-messages.ts';

/** Sets of stages that a side is offered. */
export const STAGE_CHOICES: Readonly<Record<StageChoice, readonly Status[]>> = {
  existing: ['existing'],
  started: ['existing', 'under-construction'],
  decided: ['existing', 'under-construction', 'planned'],
  all: FULL_LENS.statuses,
  new: ['under-construction', 'planned', 'proposed'],
};

/** The offered set that holds just these stages; null when a link or the host asks for others. */
export function findStageChoice(statuses: readonly Status[]): StageChoice | null {
  const isSame = (choice: readonly Status[]): boolean =>
    choice.length === statuses.length && choice.every((status) => statuses.includes(status));
  const names = Object.keys(STAGE_CHOICES) as StageChoice[];
  return names.find((name) => isSame(STAGE_CHOICES[name])) ?? null;
}
