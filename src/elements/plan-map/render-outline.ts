import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { kmPerLngDegree, linesOf } from '../../core/geometry.ts';
import type { MapMessages } from '../messages/map-messages.ts';

/** A picture that the host gives for the map's place. */
export interface Poster {
  readonly address: string;
  readonly alt: string;
  /** It did not load. */
  readonly fail: () => void;
}

interface OutlineOptions {
  readonly canRestart: boolean;
  readonly restart: () => void;
  readonly poster: Poster | null;
}

/** The poster or the county's outline while the map starts, or in its place when it cannot. */
export function renderOutline(
  bundle: PlanBundle | null,
  isTextOnly: boolean,
  reason: string | null,
  words: MapMessages['map'],
  { canRestart, restart, poster }: OutlineOptions,
): TemplateResult {
  return html`
    <div class="outline" data-mode=${isTextOnly ? 'text-only' : 'starting'}>
      ${poster ? renderPoster(poster) : bundle ? renderShape(bundle) : nothing}
      ${
        isTextOnly
          ? html`<div class="message" role="status">
              <p><strong>${reason ?? words.noWebgl}</strong></p>
              ${
                reason === null || reason === words.noWebgl
                  ? html`<p>${words.noWebglWhat}</p>`
                  : nothing
              }
              ${
                canRestart
                  ? html`<button type="button" class="restart" @click=${restart}>
                      ${words.reload}
                    </button>`
                  : nothing
              }
            </div>`
          : html`<p class="starting" role="status">${words.starting}…</p>`
      }
    </div>
  `;
}

function renderPoster({ address, alt, fail }: Poster): TemplateResult {
  return html`<img class="poster" part="poster" src=${address} alt=${alt} @error=${fail} />`;
}

function renderShape(bundle: PlanBundle): TemplateResult {
  const shapes = bundle.features.features.flatMap(({ geometry, properties }) =>
    geometry && properties.layer === 'boundary' ? linesOf(geometry) : [],
  );
  const points = shapes.flat();
  if (points.length === 0) return html``;
  const lngs = points.map((point) => point[0]!);
  const lats = points.map((point) => point[1]!);
  const [west, north] = [Math.min(...lngs), Math.max(...lats)];
  const kmX = kmPerLngDegree(north);
  const x = (lng: number): number => (lng - west) * kmX;
  const y = (lat: number): number => (north - lat) * 111.32;
  const width = x(Math.max(...lngs));
  const height = y(Math.min(...lats));
  const path = shapes
    .map(
      (ring) =>
        `M${ring.map(([lng, lat]) => `${x(lng!).toFixed(2)} ${y(lat!).toFixed(2)}`).join('L')}Z`,
    )
    .join('');
  return html`
    <svg viewBox="-2 -2 ${width + 4} ${height + 4}" aria-hidden="true" class="shape">
      ${svg`<path d=${path} vector-effect="non-scaling-stroke"/>`}
    </svg>
  `;
}
