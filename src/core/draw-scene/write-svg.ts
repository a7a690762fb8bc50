import type { Point } from './viewport.ts';

/** A number of an SVG, in tenths: `0.50` is `.5`, `-0` is `0`. */
export function toTenths(value: number): string {
  return writeTenths(Math.round(value * 10));
}

function writeTenths(tenths: number): string {
  const whole = String(tenths / 10);
  return whole.startsWith('0.')
    ? whole.slice(1)
    : whole.startsWith('-0.')
      ? `-${whole.slice(2)}`
      : whole;
}

/** A number that needs more than tenths, e.g. an opacity. */
export function toThousandths(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace(/^(-?)0\./, '$1.');
}

/** Path data of lines; a ring that ends where it begins is closed. Empty when nothing is longer than a tenth. */
export function writePath(lines: readonly (readonly Point[])[]): string {
  return lines.map(writeLine).join('');
}

function writeLine(line: readonly Point[]): string {
  const tenths = line.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const [first] = tenths;
  if (!first) return '';
  const isClosed =
    tenths.length > 3 && tenths.at(-1)![0] === first[0] && tenths.at(-1)![1] === first[1];
  let [x, y] = first;
  let data = '';
  for (const [toX, toY] of isClosed ? tenths.slice(1, -1) : tenths.slice(1)) {
    if (toX === x && toY === y) continue;
    data += join(data === '' ? 'l' : ' ', writeTenths(toX - x), writeTenths(toY - y));
    [x, y] = [toX, toY];
  }
  if (data === '') return '';
  return `M${join('', writeTenths(first[0]), writeTenths(first[1]))}${data}${isClosed ? 'z' : ''}`;
}

/** A sign parts two numbers as well as a space does. */
const join = (before: string, x: string, y: string): string =>
  `${before === ' ' && x.startsWith('-') ? '' : before}${x}${y.startsWith('-') ? '' : ' '}${y}`;

export type Attributes = Readonly<Record<string, string | number | null>>;

/** ` name="value"` for each that is given; values are escaped by whoever takes them from a bundle. */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`))
    .join('');
}

export interface Piece {
  readonly attributes: string;
  readonly content: string;
}

/** Neighbours that are painted alike share one group. */
export function writeGroups(pieces: readonly Piece[]): string {
  let written = '';
  let index = 0;
  while (index < pieces.length) {
    const { attributes } = pieces[index]!;
    const from = index;
    while (index < pieces.length && pieces[index]!.attributes === attributes) index += 1;
    const content = pieces.slice(from, index).map((piece) => piece.content);
    written += `<g${attributes}>${content.join('')}</g>`;
  }
  return written;
}
