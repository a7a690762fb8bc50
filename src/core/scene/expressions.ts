import type { ColourName, FeatureClass, Flavour, RoadSymbol } from '../../contracts/theme.ts';

/** An expression of the MapLibre style specification. */
export type Expression = unknown;

/** Shown strength: layer switch, opacity slider and lens in one number, by feature state. */
const SHOWN: Expression = ['coalesce', ['feature-state', 'o'], 1];
const IS_LIT: Expression = ['boolean', ['feature-state', 'lit'], false];
const IS_SELECTED: Expression = ['boolean', ['feature-state', 'sel'], false];

export function shown(base: Expression): Expression {
  return ['*', base, SHOWN];
}

/** One value when selected, one when lit, one otherwise; nothing while switched off. */
export function byFocus(selected: Expression, lit: Expression, otherwise: Expression): Expression {
  return ['case', ['==', SHOWN, 0], 0, IS_SELECTED, selected, IS_LIT, lit, shown(otherwise)];
}

/** A value by class, from the one table. */
export function byClass(
  classes: readonly FeatureClass[],
  value: (featureClass: FeatureClass) => unknown,
  otherwise: unknown,
): Expression {
  const pairs = classes.flatMap((featureClass) => [featureClass.id, value(featureClass)]);
  return pairs.length === 0 ? otherwise : ['match', ['get', 'cls'], ...pairs, otherwise];
}

export function isClass(classes: readonly FeatureClass[]): Expression {
  return ['in', ['get', 'cls'], ['literal', classes.map(({ id }) => id)]];
}

/** The colour named by a property of the feature, e.g. `colour`. */
export function namedColour(property: string, flavour: Flavour): Expression {
  return [
    'match',
    ['get', property],
    ...Object.entries(flavour.colours).flat(),
    flavour.colours['ink'],
  ];
}

/** Of a road's two colours the one that stands out from the ground: its casing on light, its fill on dark. */
export function firmColour({ colour, casing }: RoadSymbol, flavour: Flavour): ColourName {
  return flavour.scheme === 'dark' ? colour : casing;
}

/** Size of a word in pixels: as in the table times the flavour's scale, never below its least. */
export function typePx(px: number, { scale, leastTypePx }: Flavour): number {
  return Math.max(px * scale, leastTypePx);
}

/** Size of a side word within a name, as a part of it; where type has a least size, the name's own. */
export function sideType(part: number, { leastTypePx }: Flavour): number {
  return leastTypePx > 0 ? 1 : part;
}

/** Width in pixels: as in the table at county scale (zoom 8.5), growing as the map is enlarged. */
export function widen(width: Expression, extraPx: Expression = 0): Expression {
  const stop = (factor: number): Expression => ['+', ['*', width, factor], extraPx];
  return [
    'interpolate',
    ['exponential', 1.35],
    ['zoom'],
    7,
    stop(0.75),
    9,
    stop(1.05),
    12,
    stop(2),
    15,
    stop(3.6),
  ];
}

/** Opacity of an area's fill: selected, lit, otherwise. */
export function areaStrengths({ scheme }: Flavour): readonly [number, number, number] {
  const strength = scheme === 'dark' ? 0.42 : 0.3;
  return [strength + 0.3, strength + 0.18, strength];
}

/** Dots at the rim of what is schematic or inferred, in line widths. */
export const SOFT_DASH: readonly number[] = [1, 3];
