import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import type { ChartBar } from './chart-bars.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Height of a bar with its gap, in ems; no less than a target. */
const STEP_EM = 2.1;
const LEAST_STEP_PX = 24;

export interface BarsFrame {
  readonly widthPx: number;
  /** Type size; everything else follows it. */
  readonly emPx: number;
}

/**
 * Horizontal bars as SVG, by Observable Plot. Each bar lies in a row of full width, `[data-row]`, which is what is
 * pointed at and focused. Plot's own `<style>` is taken out before the drawing enters the page, where a strict policy
 * would refuse it; the panel's sheet holds these rules.
 */
export function drawBars(bars: readonly ChartBar[], frame: BarsFrame): SVGSVGElement {
  const { widthPx, emPx } = frame;
  const stepPx = Math.max(LEAST_STEP_PX, emPx * STEP_EM);
  const marginLeft = Math.round(Math.min(widthPx * 0.4, emPx * 15));
  const marginRight = Math.round(emPx * Math.max(...bars.map((bar) => widthOf(bar.text)), 3) + 12);
  const names = new Map(bars.map(({ id, name }) => [id, fit(name, (marginLeft - 8) / emPx)]));
  const height = Math.round(bars.length * stepPx);
  const drawing = plot({
    className: 'plot',
    width: widthPx,
    height,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: 0,
    x: { axis: null, zero: true },
    y: { axis: null, domain: bars.map(({ id }) => id), padding: 0.32 },
    marks: [
      barX(bars, {
        x: 'value',
        y: 'id',
        className: 'bars',
        fill: 'currentColor',
        insetLeft: 1,
      }),
      ruleX([0], { className: 'base', stroke: 'currentColor' }),
      axisY({
        className: 'names',
        tickSize: 0,
        tickPadding: 8,
        label: null,
        tickFormat: (id: string) => names.get(id) ?? id,
        fontSize: emPx,
      }),
      text(bars, {
        x: 'value',
        y: 'id',
        text: 'text',
        className: 'values',
        textAnchor: 'start',
        dx: 6,
        fontSize: emPx,
      }),
    ],
  }) as SVGSVGElement;
  drawing.querySelector('style')?.remove();
  for (const group of drawing.querySelectorAll(':scope > g')) {
    group.removeAttribute('aria-label');
    group.setAttribute('aria-hidden', 'true');
  }
  drawing.querySelectorAll('.bars rect').forEach((rect, at) => {
    if (bars[at]?.isSoft) rect.setAttribute('data-soft', '');
  });
  drawing.prepend(...bars.map((bar, at) => createTarget(bar, at, height / bars.length, widthPx)));
  return drawing;
}

function createTarget(bar: ChartBar, at: number, stepPx: number, widthPx: number): SVGElement {
  const target = document.createElementNS(SVG, 'rect');
  const attributes: Readonly<Record<string, string | number>> = {
    class: 'target',
    x: 1,
    y: at * stepPx + 1,
    width: Math.max(0, widthPx - 2),
    height: stepPx - 2,
    role: 'button',
    tabindex: at === 0 ? 0 : -1,
    'aria-label': bar.label,
    'data-row': bar.id,
  };
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
  return target;
}

/** In ems: a Chinese character takes one, others about half. */
function widthOf(words: string): number {
  let width = 0;
  for (const character of words) width += character > '\u2E7F' ? 1 : 0.56;
  return width;
}

function fit(words: string, roomEm: number): string {
  if (widthOf(words) <= roomEm) return words;
  let kept = '';
  for (const character of words) {
    if (widthOf(kept + character) > roomEm - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
