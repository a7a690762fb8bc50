import type { Cartography, Flavour } from '../contracts/theme.ts';

/** Screen that the flavour `projector` is made for, in CSS pixels. */
const HALL = { widthPx: 1920, heightPx: 1080 };
/** A window pulled by a hair restyles nothing. */
const STEPS = 20;

/** How much larger things are drawn on this screen than at 1920 × 1080; never smaller. */
export function hallFactor(widthPx: number, heightPx: number): number {
  const factor = Math.min(widthPx / HALL.widthPx, heightPx / HALL.heightPx);
  return Math.max(1, Math.round(factor * STEPS) / STEPS);
}

/** The cartography for a screen: in the hall's flavour signs, lines and names grow with it. */
export function fitCartography(cartography: Cartography, factor: number): Cartography {
  const fit = (flavour: Flavour): Flavour =>
    flavour.leastTypePx === 0
      ? flavour
      : {
          ...flavour,
          scale: flavour.scale * factor,
          leastTypePx: flavour.leastTypePx * factor,
        };
  const { light, dark, projector } = cartography.flavours;
  return factor === 1
    ? cartography
    : {
        ...cartography,
        flavours: { light: fit(light), dark: fit(dark), projector: fit(projector) },
      };
}
