import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import { buildScaleBar } from '../../core/scale-bar.ts';
import type { MapMessages } from '../messages/map-messages.ts';

const MAX_BAR_PX = 130;
/** Type that this width is made for; where type is larger, so is the bar. */
const BAR_TYPE_PX = 14;

/** The buttons, with a north arrow when the map is turned. */
export function renderButtons(
  { camera }: ViewerState,
  words: MapMessages['map'],
  request: (request: ViewerRequest) => void,
): TemplateResult {
  const isTurned = camera !== null && (Math.abs(camera.bearing) > 0.5 || camera.pitch > 0.5);
  const button = (name: string, label: string, icon: unknown, ask: ViewerRequest) => html`
    <button
      class="control"
      data-control=${name}
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => request(ask)}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${icon}</svg>
    </button>
  `;
  return html`
    <div class="controls" part="furniture">
      ${button('zoom-in', words.zoomIn, svg`<path d="M10 4v12M4 10h12"/>`, { type: 'zoom', by: 1 })}
      ${button('zoom-out', words.zoomOut, svg`<path d="M4 10h12"/>`, { type: 'zoom', by: -1 })}
      ${button('home', words.home, svg`<path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4"/>`, {
        type: 'home',
      })}
      ${
        isTurned
          ? html`<button
              class="control"
              data-control="north"
              type="button"
              aria-label=${words.north}
              title=${words.north}
              @click=${() => request({ type: 'turn-north' })}
            >
              <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <g transform="rotate(${-camera.bearing} 10 10)">
                  <path class="north" d="M10 2l4.500 14L10 13.200 5.500 16z" />
                </g>
              </svg>
            </button>`
          : nothing
      }
    </div>
  `;
}

/**
 * Scale bar, and the notes that must stand on every map.
 * @param leastTypePx least type of the flavour, in CSS pixels
 */
export function renderNotes(
  bundle: PlanBundle,
  state: ViewerState,
  words: MapMessages['map'],
  leastTypePx: number,
): TemplateResult {
  const { camera } = state;
  return html`
    <div class="notes" part="notes" ?data-plate=${leastTypePx > 0}>
      ${camera ? renderScaleBar(camera.center[1], camera.zoom, leastTypePx, words) : nothing}
      <p class="note">${notesOf(bundle, words, state).join(' · ')}</p>
    </div>
  `;
}

/** The middle of the map, where a key puts a point down; seen while the keyboard has the map. */
export function renderCross(): TemplateResult {
  return html`<svg class="cross" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
    ${svg`<path d="M-11 0H-3M3 0H11M0 -11V-3M0 3V11"/>`}
  </svg>`;
}

function renderScaleBar(
  lat: number,
  zoom: number,
  leastTypePx: number,
  words: MapMessages['map'],
): TemplateResult {
  const bar = buildScaleBar(lat, zoom, MAX_BAR_PX * Math.max(1, leastTypePx / BAR_TYPE_PX));
  const inKm = bar.metres >= 1000;
  const value = inKm ? bar.metres / 1000 : bar.metres;
  const unit = inKm ? words.kilometre : words.metre;
  // Set as a property, for the policy refuses the attribute.
  const width = `width: ${bar.widthPx}px`;
  return html`
    <div class="scale" role="img" aria-label=${words.scale(`${value} ${unit}`)}>
      <div class="ticks" .style=${width}>
        <span>0</span><span>${value / 2}</span><span>${value} ${unit}</span>
      </div>
      <div class="bar" .style=${width}><i></i><i></i></div>
    </div>
  `;
}

/** @param shown base map and tiles; their makers are named wherever they are shown */
export function notesOf(
  bundle: PlanBundle,
  words: MapMessages['map'],
  { base, tiles }: Pick<ViewerState, 'base' | 'tiles'> = {},
): string[] {
  const needsOsm = bundle.sources.some(
    ({ title, licence }) => /openstreetmap/i.test(title) || /odbl/i.test(licence ?? ''),
  );
  const { mapApproval } = bundle.bundle;
  const hasInferred = bundle.features.features.some(
    ({ properties }) => properties.accuracy.class === 'inferred',
  );
  return [
    ...(mapApproval ? [words.approval(mapApproval)] : []),
    words.boundaryNote,
    ...(hasInferred ? [words.inferredNote] : []),
    bundle.bundle.crs === 'EPSG:4326' ? 'WGS 84' : 'CGCS2000',
    ...(needsOsm ? [words.openStreetMap] : []),
    ...(base ? creditsOf(base, words) : []),
    ...Object.values(tiles ?? {}).flatMap(({ source, attribution }) =>
      source && attribution ? [attribution] : [],
    ),
  ];
}

/** Of the parts that are shown. */
function creditsOf(
  { choice, ground, heights }: NonNullable<ViewerState['base']>,
  words: MapMessages['map'],
): string[] {
  const parts = [ground ? choice.map : null, heights ? choice.terrain : null];
  return parts.flatMap((part) =>
    part
      ? [part.attribution || part.name, ...(part.approval ? [words.approval(part.approval)] : [])]
      : [],
  );
}
