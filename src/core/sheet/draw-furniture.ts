import { buildGrid, meetEdge } from './build-grid.ts';
import { INK, PAPER, SOFT } from './inks.ts';
import type { PaperBox } from './lay-out.ts';
import type { SheetPen } from './sheet-pen.ts';
import { widthOfText, writeLine, writeText, type TextLook } from './write-paper.ts';

/** How a watermark lies across the map. */
const WATERMARK_DEGREES = -24;

export function drawTitle(pen: SheetPen): string {
  const { title, growth } = pen.layout;
  const words = pen.spec.title;
  const sizeMm = Math.min(9 * growth, title.width / Math.max(1, widthOfText(words, 1)));
  const width = widthOfText(words, sizeMm);
  const middle = title.x + title.width / 2;
  const baseline = title.y + title.height * 0.62;
  const svg = writeText(
    middle,
    baseline,
    words,
    pen.type(sizeMm, {
      family: pen.options.families.title,
      weight: 'bold',
      anchor: 'middle',
    }),
  );
  return pen.put('title', svg, {
    x: middle - width / 2,
    y: baseline - sizeMm * 0.95,
    width,
    height: sizeMm * 1.3,
  });
}

/** Lines over the map, and their figures outside its frame. */
export function drawGrid(pen: SheetPen): string {
  const { layout, spec, frame } = pen;
  const { map, growth } = layout;
  const look = pen.type(2.1 * growth, { fill: SOFT, anchor: 'middle' });
  const lines = buildGrid(spec.grid, frame);
  const drawn = lines.map(({ points }) => writeLine(points, SOFT, 0.12 * growth)).join('');
  const figures = lines.flatMap(({ points, label, axis }) => {
    const isUpDown = axis === 'x';
    const [length, across] = isUpDown ? [map.height, map.width] : [map.width, map.height];
    return [0, length].map((edge) => {
      const at = meetEdge(points, isUpDown ? 1 : 0, edge);
      if (at === null || at < 0 || at > across) return '';
      if (isUpDown) {
        const y = edge === 0 ? map.y - 1.2 * growth : map.y + map.height + 3.1 * growth;
        return writeText(map.x + at, y, label, look);
      }
      const x = edge === 0 ? map.x - 1.2 * growth : map.x + map.width + 1.2 * growth;
      return writeUpright(x, map.y + at, label, look, edge === 0 ? -90 : 90);
    });
  });
  const { x, y, width, height } = map;
  return (
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" overflow="hidden">${drawn}</svg>${figures.join('')}`
  );
}

const writeUpright = (
  x: number,
  y: number,
  text: string,
  look: TextLook,
  degrees: number,
): string =>
  `<g transform="translate(${x} ${y}) rotate(${degrees})">${writeText(0, 0, text, look)}</g>`;

export function drawNorth(pen: SheetPen): string {
  const { map, growth } = pen.layout;
  const x = map.x + map.width - 9 * growth;
  const y = map.y + 8 * growth;
  const size = 9 * growth;
  const typeMm = 3.4 * growth;
  const head = pen.head('north');
  const points = (list: readonly (readonly [number, number])[]): string =>
    list.map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(' ');
  const svg =
    `<polygon points="${points([
      [0, 0],
      [0.28, 1],
      [0, 0.78],
    ])}" fill="${INK}"/>` +
    `<polygon points="${points([
      [0, 0],
      [-0.28, 1],
      [0, 0.78],
    ])}" fill="${PAPER}" stroke="${INK}" stroke-width="${0.2 * growth}"/>` +
    writeText(x, y - 1.4 * growth, head, pen.type(typeMm, { weight: 'bold', anchor: 'middle' }));
  const width = Math.max(size * 0.56, widthOfText(head, typeMm)) + 0.4 * growth;
  const top = y - 1.4 * growth - typeMm;
  return pen.put('north', svg, { x: x - width / 2, y: top, width, height: y + size - top });
}

export function drawWatermark(pen: SheetPen): string {
  const { map } = pen.layout;
  const { watermark } = pen.spec;
  const sizeMm = Math.min(map.width, map.height) / 6;
  const [middleX, middleY] = [map.x + map.width / 2, map.y + map.height / 2];
  const text = writeText(
    0,
    0,
    watermark,
    pen.type(sizeMm, { anchor: 'middle', fill: SOFT, weight: 'bold' }),
  );
  const svg = `<g opacity="0.14" transform="translate(${middleX} ${middleY}) rotate(${WATERMARK_DEGREES})">${text}</g>`;
  return pen.put('watermark', svg, boxOfTurned(middleX, middleY, watermark, sizeMm));
}

/** Of a text whose baseline turns about its middle. */
function boxOfTurned(x: number, y: number, text: string, sizeMm: number): PaperBox {
  const angle = (Math.abs(WATERMARK_DEGREES) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const half = widthOfText(text, sizeMm) / 2;
  const [above, below] = [sizeMm * 0.88, sizeMm * 0.14];
  const left = -half * cos - above * sin;
  const right = half * cos + below * sin;
  const top = -half * sin - above * cos;
  const bottom = half * sin + below * cos;
  return { x: x + left, y: y + top, width: right - left, height: bottom - top };
}
