import { breakLines, type Line } from '../../core/share/break-lines.ts';
import { cutClause } from '../../core/share/cut-clause.ts';
import type { ShareContent } from '../../core/share/describe-share.ts';
import type { Box, ShareInk } from './share-context.ts';

interface TextStyle {
  readonly sizePx: number;
  readonly lead: number;
  readonly weight?: number;
  readonly family: string;
  readonly colour: string;
  readonly most?: number;
}

type Canvas = CanvasRenderingContext2D;

const setFont = (context: Canvas, { sizePx, weight = 400, family }: TextStyle): void => {
  context.font = `${weight} ${sizePx}px ${family}`;
};

/** Draws lines from a top edge; gives back the edge below them. */
export function drawText(
  context: Canvas,
  text: string,
  { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>,
  style: TextStyle,
): number {
  setFont(context, style);
  context.fillStyle = style.colour;
  const lines = fitLines(context, text, width, style.most);
  for (const [index, line] of lines.entries()) {
    context.fillText(line.text, x, y + index * style.sizePx * style.lead + style.sizePx);
  }
  return y + lines.length * style.sizePx * style.lead;
}

/** At most so many lines; the last ends in dots when there would be more. */
function fitLines(context: Canvas, text: string, width: number, most = Infinity): readonly Line[] {
  const measure = (run: string): number => context.measureText(run).width;
  const lines = breakLines(text, width, measure);
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  let kept = last.text;
  while (kept !== '' && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  return [...lines.slice(0, most - 1), { ...last, text: `${kept}…` }];
}

/** A row of tags; gives back the edge below it. */
export function drawTags(
  context: Canvas,
  tags: readonly {
    readonly text: string;
    readonly dash: readonly number[] | null;
    readonly colour: string;
  }[],
  x: number,
  y: number,
  width: number,
  family: string,
): number {
  const [sizePx, height, pad, gap] = [22, 38, 14, 12];
  setFont(context, { sizePx, lead: 1, weight: 500, family, colour: '' });
  let [left, top] = [x, y];
  for (const { text, dash, colour } of tags) {
    const wide = context.measureText(text).width + 2 * pad;
    if (left > x && left + wide > x + width) {
      left = x;
      top += height + gap;
    }
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 2;
    context.setLineDash(dash ? dash.map((part) => part * 3) : []);
    context.beginPath();
    context.roundRect(left + 1, top + 1, wide - 2, height - 2, 5);
    context.stroke();
    context.setLineDash([]);
    context.fillText(text, left + pad, top + height / 2 + sizePx * 0.36);
    left += wide + gap;
  }
  return tags.length === 0 ? y : top + height;
}

const QUOTE_SIZES = [32, 30, 28, 26, 24];
const QUOTE_LEAD = 1.62;

/** The plan's words in serif type, as large and as many as fit; what is cited is underlined. */
export function drawClause(
  context: Canvas,
  clause: NonNullable<ShareContent['clause']>,
  box: Box,
  ink: ShareInk,
): void {
  const inset = 22;
  const width = box.width - inset;
  const style = (sizePx: number): TextStyle => ({
    sizePx,
    lead: QUOTE_LEAD,
    family: ink.serif,
    colour: ink.ink,
  });
  const measure = (run: string): number => context.measureText(run).width;
  let cut = { text: clause.text, cited: clause.cited };
  let sizePx = QUOTE_SIZES.at(-1)!;
  let lines: readonly Line[] = [];
  const tryAt = (size: number): boolean => {
    sizePx = size;
    setFont(context, style(size));
    lines = breakLines(cut.text, width, measure);
    return lines.length * size * QUOTE_LEAD <= box.height;
  };
  if (!QUOTE_SIZES.some(tryAt)) {
    const [first, last] = [26, QUOTE_SIZES.at(-1)!];
    for (let most = clause.text.length; most > 8; most -= 6) {
      cut = cutClause(clause.text, clause.cited, most);
      if (tryAt(first) || (most < 60 && tryAt(last))) break;
    }
  }
  const lineHeight = sizePx * QUOTE_LEAD;
  context.fillStyle = ink.accent;
  context.fillRect(box.x, box.y + 4, 4, Math.max(0, lines.length * lineHeight - 8));
  for (const [index, line] of lines.entries()) {
    const x = box.x + inset;
    const base = box.y + index * lineHeight + sizePx * 1.18;
    const [from, to] = cut.cited ?? [0, 0];
    const [start, end] = [Math.max(from, line.start), Math.min(to, line.end)];
    if (end > start) {
      const left = measure(line.text.slice(0, start - line.start));
      const wide = measure(line.text.slice(start - line.start, end - line.start));
      context.fillStyle = ink.lit;
      context.fillRect(x + left - 1, base - sizePx * 0.98, wide + 2, sizePx * 1.26);
      context.strokeStyle = ink.accent;
      context.lineWidth = 2.5;
      context.setLineDash(clause.isReading ? [7, 5] : []);
      context.beginPath();
      context.moveTo(x + left, base + sizePx * 0.3);
      context.lineTo(x + left + wide, base + sizePx * 0.3);
      context.stroke();
      context.setLineDash([]);
    }
    context.fillStyle = ink.ink;
    context.fillText(line.text, x, base);
  }
}
