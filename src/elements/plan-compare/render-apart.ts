import { html, nothing, type TemplateResult } from 'lit';
import type { Bounds } from '../../contracts/bundle.ts';
import type { Camera } from '../../contracts/state.ts';
import { areNeighbours } from '../../core/compare-scene.ts';
import type { CompareView } from './compare-view.ts';

/** The maps may be led this many degrees beyond a plan's extent. */
const SURROUNDINGS = 1.2;

/** Whether a camera looks at a place that is not the plan's own. */
export function isAbroad(camera: Camera | null, [west, south, east, north]: Bounds): boolean {
  if (!camera) return false;
  const [lng, lat] = camera.center;
  return (
    lng < west - SURROUNDINGS ||
    lng > east + SURROUNDINGS ||
    lat < south - SURROUNDINGS ||
    lat > north + SURROUNDINGS
  );
}

/** Says so when one view cannot hold both plans, and leads from one to the other. */
export function renderApart(
  { state, bundle, other, words, names, request }: CompareView,
  showPlace: (bounds: Bounds) => void,
): TemplateResult | typeof nothing {
  const { pair, other: choice } = state.compare;
  if (pair !== 'bundle' || other.status !== 'ready') return nothing;
  const { extent } = other.bundle.bundle;
  if (areNeighbours(bundle, other.bundle)) return nothing;
  const hasLeft = isAbroad(state.camera, bundle.bundle.extent);
  return html`<div class="apart" role="status">
    <p>
      ${hasLeft ? words.abroad(names[choice.side]) : words.apartHere(names[choice.side], sayExtent(extent))}
    </p>
    <button
      type="button"
      class="boxed"
      data-control=${hasLeft ? 'show-own' : 'show-other'}
      @click=${() => (hasLeft ? request({ type: 'home' }) : showPlace(extent))}
    >
      ${hasLeft ? words.showOwn : words.showOther}
    </button>
  </div>`;
}

/** `100.00–101.00°E, 20.00–21.00°N` */
function sayExtent([west, south, east, north]: Bounds): string {
  const range = (from: number, to: number, plus: string, minus: string): string =>
    from >= 0
      ? `${from.toFixed(2)}–${to.toFixed(2)}°${plus}`
      : to <= 0
        ? `${(-to).toFixed(2)}–${(-from).toFixed(2)}°${minus}`
        : `${(-from).toFixed(2)}°${minus}–${to.toFixed(2)}°${plus}`;
  return `${range(west, east, 'E', 'W')}, ${range(south, north, 'N', 'S')}`;
}
