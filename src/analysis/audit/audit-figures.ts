import { area } from '@turf/turf';
import type { AuditItem, WorkingStep } from '../../contracts/analysis.ts';
import type { Measure, PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, pair, say } from '../bilingual.ts';
import { isArea } from '../county-outline.ts';
import { listLines, measureLinesKm } from '../cut-line.ts';
import { convertFigure, dimensionOf } from '../figure-units.ts';
import type { BundleContext } from '../bundle-context.ts';
import { auditChainage } from './audit-chainage.ts';
import { createJudged, createUnanswerable, roundingOf, TOLERANCES } from './judge.ts';
import { findContradiction } from './find-contradiction.ts';

/**
 * Keys of `measure` that speak of the whole feature as drawn, or of its part in the county (`…InCounty`). Any other
 * key (`areaStart`, `lengthClosed`) is a figure of a part that is not drawn by itself.
 */
const WHOLE = /^(?:length|area)(?:Stated|Drawn|Planned)?$/;
const IN_COUNTY = /InCounty/;

/**
 * Recomputes every figure of a feature from its geometry. Recorded figures (`stated: false`) must equal the geometry;
 * stated ones are compared only where like stands against like, and else say why not.
 */
export function auditFigures(context: BundleContext, feature: PlanFeature): readonly AuditItem[] {
  return Object.entries(feature.properties.measure ?? {}).map(([key, measure]) =>
    auditFigure(context, feature, key, measure),
  );
}

function auditFigure(
  context: BundleContext,
  feature: PlanFeature,
  key: string,
  measure: Measure,
): AuditItem {
  const { id } = feature.properties;
  const dimension = dimensionOf(measure.unit);
  const base = {
    id: `figure/${id}/${key}`,
    kind: dimension === 'length' || dimension === 'area' ? dimension : ('figure' as const),
    subject: nameOf(feature),
    claim: {
      text: pair(measure.label, measure.labelEn),
      value: measure.value,
      unit: measure.unit,
    },
    featureIds: [id],
  };
  const contradiction = findContradiction(feature, measure);
  if (contradiction)
    return { ...createJudged({ ...base, ...contradiction }, contradiction.found, 0, []) };
  const chainage = auditChainage(feature, measure, base);
  if (chainage) return chainage;
  const drawn = measureDrawn(context, feature, key, measure);
  if (typeof drawn.value !== 'number') {
    return createUnanswerable({ ...base, working: drawn.working, note: drawn.reason });
  }
  const rounding = roundingOf(measure.value);
  const stated = dimension === 'area' ? TOLERANCES.statedArea : TOLERANCES.statedLength;
  const tolerance = measure.stated ? stated : Math.max(TOLERANCES.recorded, rounding);
  return createJudged(
    { ...base, working: drawn.working, note: drawn.note },
    drawn.value,
    tolerance,
    [feature.properties.accuracy.class],
  );
}

type Drawn =
  | {
      readonly value: number;
      readonly working: readonly WorkingStep[];
      readonly note: ReturnType<typeof say> | null;
    }
  | {
      readonly value: null;
      readonly working: readonly WorkingStep[];
      readonly reason: ReturnType<typeof say>;
    };

/** The figure as the geometry gives it, in the measure's unit; or the reason why it gives none. */
function measureDrawn(
  { outline }: BundleContext,
  { geometry, properties }: PlanFeature,
  key: string,
  measure: Measure,
): Drawn {
  const none = (zh: string, en: string, working: readonly WorkingStep[] = []): Drawn => ({
    value: null,
    working,
    reason: say(zh, en),
  });
  const dimension = dimensionOf(measure.unit);
  if (dimension !== 'length' && dimension !== 'area') {
    return none('金额不能由图形核对。', 'A sum of money cannot be read off a map.');
  }
  if (!geometry)
    return none('图上没有图形，只见于文字。', 'It has no geometry; known from text only.');
  const note =
    properties.accuracy.class === 'inferred'
      ? say('图形为推断，非规划原文。', 'The geometry is our own reading, not the plan’s words.')
      : properties.accuracy.class === 'schematic'
        ? say('图形为示意。', 'The geometry is schematic.')
        : null;
  if (dimension === 'area') {
    if (!isArea(geometry)) {
      return none(
        '图上只有点位或线位，没有范围。',
        'It is drawn as a point or a line, not as an area.',
      );
    }
    const km2 = area(geometry) / 1e6;
    const working = [
      step('图形面积（turf）', 'Area of the shape (turf)', km2, 'km2', properties.id),
    ];
    if (!WHOLE.test(key)) {
      return none(
        '这是其中一部分的面积，该部分未单独成图。',
        'A part of it, which is not drawn by itself.',
        working,
      );
    }
    return { value: convertFigure(km2, 'km2', measure.unit), working, note };
  }
  if (listLines(geometry).length === 0) {
    return none(
      '图上没有这条线，只有点位或范围。',
      'No such line is drawn, only a point or an area.',
    );
  }
  const { drawnKm, insideKm } = measureLinesKm(geometry, outline);
  const working = [
    step('图上全长（turf）', 'Length as drawn (turf)', drawnKm, 'km', properties.id),
    ...(outline ? [step('其中县域内', 'Of it in the county', insideKm, 'km', properties.id)] : []),
  ];
  if (IN_COUNTY.test(key)) {
    return outline
      ? { value: convertFigure(insideKm, 'km', measure.unit), working, note }
      : none('没有县域轮廓，无从截取。', 'There is no county outline to cut it with.', working);
  }
  if (!WHOLE.test(key)) {
    return none(
      '这是其中一段的长度，该段未单独成图。',
      'A section of it, which is not drawn by itself.',
      working,
    );
  }
  if (measure.stated && properties.accuracy.class === 'schematic') {
    return none(
      '图上是只表示走向的示意线，长度不可比。',
      'The line is schematic and shows its course only; its length compares with nothing.',
      working,
    );
  }
  if (measure.stated && drawnKm - insideKm > 1e-6) {
    return none(
      '所述为全线长度，线路伸出县域，图上只画到县域附近。',
      'The figure is of the whole line, which runs beyond the county; only its neighbourhood is drawn.',
      working,
    );
  }
  return { value: convertFigure(drawnKm, 'km', measure.unit), working, note };
}

const step = (
  zh: string,
  en: string,
  value: number,
  unit: WorkingStep['unit'],
  featureId: string,
): WorkingStep => ({ label: say(zh, en), operator: null, value, unit, featureIds: [featureId] });
