import { html, nothing, type TemplateResult } from 'lit';
import type { Bounds } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';
import type { DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import { nameScale } from '../../core/sheet/sheet-frame.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { seriesMessages } from '../messages/series-messages.ts';
import { renderChoice } from '../shared/render-field.ts';
import { DPI, JPEG_QUALITIES } from './paint-as.ts';
import type { SheetSaver } from './sheet-saver.ts';
import type { SheetOnPaper } from './sheet-session.ts';

/** The sheet, what is wrong with it, and the ways out of the tool. */
export function renderPreview(
  texts: SheetMessages,
  paper: SheetOnPaper,
  home: Bounds,
  saver: SheetSaver,
  parts: {
    readonly handles: TemplateResult;
    readonly controls: TemplateResult;
    readonly base: TemplateResult | typeof nothing;
    readonly lang: Language;
  },
): TemplateResult {
  const { drawn, spec, address, dressed } = paper;
  const plainWords = dressed.isPlain ? texts.noFonts : texts.missing(dressed.missing);
  const { width, height } = drawn.layout.sheet;
  const more = seriesMessages[parts.lang];
  const name = texts.preview(spec.paper, nameScale(spec.scale));
  return html`<div class="sheet">
    <div class="paper">
      <img
        part="preview"
        alt=${name}
        width=${Math.round(width)}
        height=${Math.round(height)}
        src=${address}
      />
      ${parts.handles}
    </div>
    <p>${name}</p>
    ${parts.controls}
    ${(['legend', 'clauses'] as const).map((part) => {
      const count = drawn.cut[part];
      return count === undefined
        ? nothing
        : html`<p class="warn">${texts.cut(texts.partNames[part], count)}</p>`;
    })}
    ${plainWords === '' ? nothing : html`<p class="warn">${plainWords}</p>`}
    ${holdsAll(drawn, home) ? nothing : html`<p class="warn">${texts.outside}</p>`}
    <div class="row">${renderSavers(texts, paper, saver, parts.lang)}</div>
    <p class="hint">${texts.printHint}</p>
    ${renderChoice(
      more.quality,
      'quality',
      saver.quality,
      JPEG_QUALITIES.map((value) => ({ value, label: more.qualities[value] })),
      (quality) => {
        saver.quality = quality;
        saver.say('');
      },
    )}
    ${parts.base}
    <div part="news" role="status">
      ${saver.isPainting ? renderPainting(texts, saver) : saver.news}
    </div>
  </div>`;
}

function renderSavers(
  texts: SheetMessages,
  paper: SheetOnPaper,
  saver: SheetSaver,
  lang: Language,
): TemplateResult[] {
  const ways = [
    { action: 'svg', label: texts.svg, save: () => saver.saveSvg(paper) },
    { action: 'png', label: texts.png(DPI), save: () => saver.savePicture(paper, 'png') },
    {
      action: 'jpeg',
      label: seriesMessages[lang].jpeg(DPI),
      save: () => saver.savePicture(paper, 'jpeg'),
    },
    { action: 'print', label: texts.print, save: () => saver.print(paper) },
  ];
  return ways.map(
    ({ action, label, save }) =>
      html`<button
        type="button"
        class="plain strong"
        data-action=${action}
        aria-disabled=${['png', 'jpeg'].includes(action) ? saver.isPainting : nothing}
        @click=${() => void save()}
      >
        ${label}
      </button>`,
  );
}

function renderPainting(texts: SheetMessages, saver: SheetSaver): TemplateResult {
  return html`<label
      >${texts.painting(saver.share)} <progress max="1" .value=${saver.share}></progress
    ></label>
    <button type="button" class="plain" data-action="cancel" @click=${() => saver.cancel()}>
      ${texts.cancel}
    </button>`;
}

function holdsAll({ frame }: DrawnSheet, [west, south, east, north]: Bounds): boolean {
  const { viewport } = frame;
  return [
    [west, south],
    [east, south],
    [west, north],
    [east, north],
  ].every((corner) => {
    const [x, y] = viewport.project(corner);
    return x >= -1 && y >= -1 && x <= viewport.widthPx + 1 && y <= viewport.heightPx + 1;
  });
}
