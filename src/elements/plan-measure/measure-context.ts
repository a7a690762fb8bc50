import type { Crossed, MeasurePoint } from '../../contracts/analysis.ts';
import type { PlanFeature } from '../../contracts/bundle.ts';
import type { MeasureState, MeasureStep } from '../../contracts/state.ts';
import type { Bilingual, CertaintyStyle, Language } from '../../contracts/theme.ts';
import type { MeasureMessages } from '../messages/measure-messages.ts';
import type { FigureReport } from './measure-figure.ts';

/** What the parts of the panel draw from. */
export interface MeasureContext {
  readonly measure: MeasureState;
  readonly report: FigureReport;
  /** Soft features in the figure's way. */
  readonly crossed: readonly Crossed[];
  readonly lang: Language;
  readonly words: MeasureMessages;
  readonly featureOf: (id: string) => PlanFeature | undefined;
  readonly certainties: readonly CertaintyStyle[];
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly step: (step: MeasureStep) => void;
  readonly copy: (text: string) => void;
  /** Length of one step of an arrow key, in metres. */
  readonly stepM: number;
  readonly nudge: (event: KeyboardEvent, index: number) => void;
  readonly remove: (index: number) => void;
  /** Null where there is no map. */
  readonly locate: ((point: MeasurePoint) => void) | null;
}
