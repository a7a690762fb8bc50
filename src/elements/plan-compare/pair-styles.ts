import type { Bounds } from '../../contracts/bundle.ts';
import type { MapModule, SceneStyle } from '../../contracts/map-port.ts';
import { areNeighbours, type SideView } from '../../core/compare-scene.ts';
import type { MapsInput } from './maps-input.ts';

/** A comparison turns to and fro between two styles; a third is the flavour or language before. */
const STYLES_KEPT = 4;

/** Styles of the two sides: those that look the same share one; going back and forth builds none anew. */
export class PairStyles {
  #kept: readonly { readonly inputs: readonly unknown[]; readonly style: SceneStyle }[] = [];

  of(
    { bundle, flavour }: SideView,
    { cartography, state, views }: MapsInput,
    buildStyle: MapModule['buildStyle'],
  ): SceneStyle {
    const stranger = [views.left.bundle, views.right.bundle].find(
      (other) => !areNeighbours(bundle, other),
    );
    const inputs = [bundle, flavour, cartography, state.lang, stranger];
    const known = this.#kept.find((kept) =>
      kept.inputs.every((input, index) => input === inputs[index]),
    );
    if (known) return known.style;
    const own = buildStyle(bundle, cartography, cartography.flavours[flavour], state.lang);
    const style = stranger ? widen(own, stranger.bundle.extent) : own;
    this.#kept = [{ inputs, style }, ...this.#kept].slice(0, STYLES_KEPT);
    return style;
  }

  clear(): void {
    this.#kept = [];
  }
}

/** Plans that lie apart share one camera all the same: either map may be led to the other plan's place. */
function widen(style: SceneStyle, [west, south, east, north]: Bounds): SceneStyle {
  const { maxBounds: own } = style;
  const maxBounds: Bounds = [
    Math.min(own[0], west - 1),
    Math.min(own[1], south - 1),
    Math.max(own[2], east + 1),
    Math.max(own[3], north + 1),
  ];
  return { ...style, maxBounds, key: `${style.key}|${maxBounds.join()}` };
}
