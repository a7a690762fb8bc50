import { html, nothing, svg, type TemplateResult } from 'lit';
import type { StorySlide } from '../../contracts/bundle.ts';
import type { StagePoint } from '../../contracts/present.ts';
import type { PresentMessages } from '../messages/present-messages.ts';
import { markChinese } from '../shared/mark-chinese.ts';

/** A title page; it covers the map. */
export function renderPage(page: StorySlide, isEnglish: boolean): TemplateResult {
  const subtitle = (isEnglish && page.subtitleEn) || page.subtitle;
  const footer = (isEnglish && page.footerEn) || page.footer;
  return html`<section class="page" aria-labelledby="slide-title">
    <div class="page-body">
      <h2 id="slide-title">${markChinese((isEnglish && page.titleEn) || page.title, isEnglish)}</h2>
      ${subtitle ? html`<p class="subtitle">${markChinese(subtitle, isEnglish)}</p>` : nothing}
    </div>
    ${footer ? html`<p class="page-footer">${markChinese(footer, isEnglish)}</p>` : nothing}
  </section>`;
}

/** The red dot and what it has passed, on a stage of 0–1000 each way. */
export function renderLaser(
  at: StagePoint | null,
  trail: readonly StagePoint[],
): TemplateResult | typeof nothing {
  if (!at) return nothing;
  const points = trail.map(({ x, y }) => `${x * 1000},${y * 1000}`).join(' ');
  return html`<svg
    class="laser"
    viewBox="0 0 1000 1000"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${trail.length > 1 ? svg`<polyline points=${points} vector-effect="non-scaling-stroke" />` : nothing}
    ${svg`<path class="glow" d="M${at.x * 1000} ${at.y * 1000}h.01" vector-effect="non-scaling-stroke" />
    <path class="dot" d="M${at.x * 1000} ${at.y * 1000}h.01" vector-effect="non-scaling-stroke" />`}
  </svg>`;
}

/** Where a key puts a point of a red-line down. */
export function renderCross(): TemplateResult {
  const path = 'M16 3v10M16 19v10M3 16h10M19 16h10';
  return html`<svg class="draw-cross" viewBox="0 0 32 32" aria-hidden="true">
    <path class="glow" d=${path} />
    <path class="pen" d=${path} />
  </svg>`;
}

/** The keys, for whoever has forgotten them. */
export function renderHelp(words: PresentMessages, close: () => void): TemplateResult {
  return html`<section class="over help" role="dialog" aria-labelledby="help-title">
    <header>
      <h2 id="help-title">${words.help}</h2>
      <button type="button" class="plain" data-control="close-help" @click=${close}>
        ${words.close}
      </button>
    </header>
    <dl tabindex="0" aria-labelledby="help-title">
      ${words.keys.map(
        ([keys, meaning]) =>
          html`<div>
            <dt>${keys}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
