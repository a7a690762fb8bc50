import type { Gestures, MeasureState, ViewerState } from '../../contracts/state.ts';

export function isMeasuring({ tool }: ViewerState): boolean {
  return tool?.name === 'measure';
}

/** A key puts points down in the middle of the map. */
export function hasCross(state: ViewerState): boolean {
  return isMeasuring(state) || state.tool?.name === 'marks';
}

/** Whoever draws on the map, or drags what lies on it, needs the one finger that would scroll the page. */
export function gesturesOf(state: ViewerState): Gestures {
  return hasCross(state) || state.tool?.name === 'sheet' ? 'greedy' : state.gestures;
}

/** What the map is drawn from, besides its cartography. */
export function listDrawn(state: ViewerState): readonly unknown[] {
  const { bundle, selection, hover, highlight, layers, lens, flavour, lang, goal } = state;
  const { hasGraticule, tool, measure, preview, base, tiles } = state;
  const looks = [bundle, selection, hover, highlight, layers, lens, flavour, lang, hasGraticule];
  return [...looks, tool, preview, base, tiles, goal.serial, ...listMeasured(measure)];
}

/** The parts of what is measured that the map draws; where the pointer aims is none of them. */
function listMeasured(measure: MeasureState): readonly unknown[] {
  const { mode, points, isDone, selected, units, result } = measure;
  return [mode, points, isDone, selected, units, result];
}
