import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Conventions, Flavour, Language } from '../../contracts/theme.ts';
import { buildScaleBar } from '../../core/scale-bar.ts';
import type { ShareContent } from '../../core/share/describe-share.ts';
import type { ShareMessages } from '../messages/share-messages.ts';
import { drawOutline } from './draw-outline.ts';
import { drawQr } from './draw-qr.ts';
import { drawClause, drawTags, drawText } from './draw-words.ts';
import { layOutShare, type Box, type ShareFormat, type ShareInk } from './share-context.ts';
import type { MapPicture } from './take-map.ts';

export interface ShareSheet {
  readonly format: ShareFormat;
  readonly content: ShareContent;
  readonly bundle: PlanBundle;
  readonly feature: string | null;
  /** Null: the outline stands in its place. */
  readonly map: MapPicture | null;
  readonly pixelRatio: number;
  readonly link: string;
  /** 界线仅供示意, © OpenStreetMap and the like. */
  readonly notes: readonly string[];
  readonly flavour: Flavour;
  readonly conventions: Conventions;
  readonly words: ShareMessages;
  readonly lang: Language;
}

/** Sets a picture: map, name, stage and certainty, the plan's words, sources, and the code that leads back. */
export async function drawShare(sheet: ShareSheet): Promise<HTMLCanvasElement> {
  await document.fonts.ready;
  const layout = layOutShare(sheet.format);
  const canvas = document.createElement('canvas');
  canvas.width = layout.widthPx;
  canvas.height = layout.heightPx;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('share: this browser gives no canvas to draw on.');
  const ink = readInk(sheet.flavour);
  context.textBaseline = 'alphabetic';
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, layout.widthPx, layout.heightPx);
  drawMap(context, sheet, layout.map, ink);
  context.fillStyle = ink.accent;
  if (sheet.format === 'wide') context.fillRect(layout.map.width, 0, 4, layout.heightPx);
  else context.fillRect(0, layout.map.height, layout.widthPx, 4);
  drawHead(context, sheet, layout.words, ink);
  drawFoot(context, sheet, layout.foot, ink);
  await drawQr(context, sheet.link, layout.code);
  context.textAlign = 'center';
  drawText(
    context,
    sheet.words.scan,
    {
      x: layout.code.x + layout.code.width / 2,
      y: layout.code.y + layout.code.width + 8,
      width: layout.code.width,
    },
    { sizePx: 21, lead: 1.3, family: ink.sans, colour: ink.ink2, most: 1 },
  );
  context.textAlign = 'start';
  return canvas;
}

/** As a PNG; rejects where the browser gives none, e.g. for a canvas that it holds to be tainted. */
export function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('share: the browser gave no picture of the canvas.'));
    }, 'image/png');
  });
}

function readInk({ tokens }: Flavour): ShareInk {
  const token = (name: string): string => tokens[name]!;
  return {
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    rule: token('rule'),
    accent: token('accent'),
    lit: token('lit'),
    warn: token('warn'),
    ground: token('map-ground'),
    land: token('map-land'),
    sans: token('sans'),
    serif: token('serif'),
  };
}

function drawMap(
  context: CanvasRenderingContext2D,
  { map, bundle, feature, pixelRatio, words }: ShareSheet,
  box: Box,
  ink: ShareInk,
): void {
  if (!map) {
    drawOutline(context, bundle, feature, box, ink);
    drawText(
      context,
      words.noMap,
      { x: box.x + 28, y: box.y + box.height - 56, width: box.width - 56 },
      { sizePx: 22, lead: 1.3, family: ink.sans, colour: ink.ink2, most: 1 },
    );
    return;
  }
  context.drawImage(map.image, box.x, box.y, box.width, box.height);
  const { center, zoom, pitch } = map.camera;
  if (pitch > 0.5) return;
  const bar = buildScaleBar(center[1], zoom, 130);
  const label =
    bar.metres >= 1000 ? `${bar.metres / 1000} ${words.km}` : `${bar.metres} ${words.m}`;
  const [x, y] = [box.x + 28, box.y + box.height - 30];
  const wide = bar.widthPx * pixelRatio;
  context.font = `500 20px ${ink.sans}`;
  const plate = Math.max(wide, context.measureText(label).width) + 28;
  context.globalAlpha = 0.86;
  context.fillStyle = ink.paper;
  context.fillRect(x - 14, y - 36, plate, 52);
  context.globalAlpha = 1;
  context.strokeStyle = ink.ink;
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(x, y - 6);
  context.lineTo(x, y + 4);
  context.lineTo(x + wide, y + 4);
  context.lineTo(x + wide, y - 6);
  context.stroke();
  context.fillStyle = ink.ink;
  context.fillText(label, x, y - 12);
}

function drawHead(
  context: CanvasRenderingContext2D,
  { content, conventions, words, lang, format }: ShareSheet,
  box: Box,
  ink: ShareInk,
): void {
  const { x, width } = box;
  const isSquare = format === 'square';
  const plan = [content.name === content.plan ? null : content.plan, content.subtitle]
    .filter(Boolean)
    .join(format === 'wide' ? '\n' : '　');
  let y = drawText(
    context,
    plan,
    { x, y: box.y, width },
    { sizePx: 22, lead: 1.4, family: ink.sans, colour: ink.ink2, most: isSquare ? 1 : 2 },
  );
  y = drawText(
    context,
    content.name,
    { x, y: y + 6, width },
    {
      sizePx: isSquare ? 44 : 52,
      lead: 1.28,
      weight: 700,
      family: ink.serif,
      colour: ink.ink,
      most: 2,
    },
  );
  y = drawTags(
    context,
    listTags(content, conventions, words, lang, ink),
    x,
    y + (isSquare ? 10 : 16),
    width,
    ink.sans,
  );
  if (content.clause) {
    if (!isSquare) {
      y = drawText(
        context,
        content.clause.title,
        { x, y: y + 22, width },
        { sizePx: 26, lead: 1.4, weight: 600, family: ink.sans, colour: ink.ink2, most: 2 },
      );
    }
    const top = y + 14;
    drawClause(
      context,
      content.clause,
      { x, y: top, width, height: box.y + box.height - top },
      ink,
    );
    return;
  }
  if (content.layers.length === 0) return;
  const style = { sizePx: 25, lead: 1.6, family: ink.sans, colour: ink.ink2 };
  const most = Math.max(1, Math.floor((box.y + box.height - y - 22) / (25 * 1.6)));
  drawText(context, words.layers(content.layers), { x, y: y + 22, width }, { ...style, most });
}

function listTags(
  { feature, clause }: ShareContent,
  { statuses, certainties }: Conventions,
  words: ShareMessages,
  lang: Language,
  ink: ShareInk,
): Parameters<typeof drawTags>[1] {
  if (!feature) return [];
  const status = statuses.find((one) => one.status === feature.status);
  const certainty = certainties.find((one) => one.certainty === feature.certainty);
  const say = (text: { readonly zh: string; readonly en: string }): string =>
    lang === 'en' ? text.en : text.zh;
  const isInferred = feature.certainty === 'inferred';
  return [
    ...(status ? [{ text: say(status.name), dash: status.dash, colour: ink.ink }] : []),
    ...(certainty
      ? [
          {
            text: isInferred ? words.inferred : words.certainty(say(certainty.name)),
            dash: certainty.isSoft ? [3, 2] : null,
            colour: certainty.isSoft ? ink.warn : ink.ink2,
          },
        ]
      : []),
    ...(clause?.isReading && !isInferred
      ? [{ text: words.reading, dash: [3, 2], colour: ink.warn }]
      : []),
  ];
}

function drawFoot(
  context: CanvasRenderingContext2D,
  { content, notes, words }: ShareSheet,
  { x, y, width, height }: Box,
  ink: ShareInk,
): void {
  const style = { sizePx: 18, lead: 1.45, family: ink.sans, colour: ink.ink2 };
  const lineHeight = style.sizePx * style.lead;
  const most = Math.floor((height - 12) / lineHeight);
  context.fillStyle = ink.rule;
  context.fillRect(x, y, width, 2);
  const forNotes = Math.max(1, Math.ceil(most / 2));
  const below = drawText(
    context,
    words.source(content.source),
    { x, y: y + 12, width },
    { ...style, most: most - forNotes },
  );
  drawText(
    context,
    notes.join(' · '),
    { x, y: below + 4, width },
    { ...style, colour: ink.ink3, most: forNotes },
  );
}
