/** Reads a PDF with poppler's tools. */
import { readFileSync, rmSync } from 'node:fs';
import { runTool } from './run-tool.ts';

const poppler = (command: string, args: readonly string[]): string =>
  runTool({ command, debian: 'poppler-utils' }, args);

/**
 * The words of each page in the order of the page itself, so that a cell of a table stays in one
 * piece, without any white space, for lines break where they will.
 * @throws Error when the tools are missing or the file cannot be read
 */
export function readPdfPages(file: string): readonly string[] {
  const text = poppler('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
  const pages = text.split('\f');
  // The last page ends with a page break, too.
  return pages.slice(0, -1).map((page) => page.replaceAll(/\s+/g, ''));
}

/** Draws each page as `<prefix>-NN.png`. */
export function drawPdfPages(file: string, prefix: string, dotsPerInch: number): void {
  poppler('pdftoppm', ['-png', '-r', String(dotsPerInch), file, prefix]);
}

export interface PdfFont {
  readonly name: string;
  /** E.g. `CID TrueType`, `Type 3`. */
  readonly type: string;
  readonly isEmbedded: boolean;
  /** Whether it says which character each of its glyphs is. */
  readonly hasUnicode: boolean;
}

export function readPdfFonts(file: string): readonly PdfFont[] {
  const [, rule, ...rows] = poppler('pdffonts', [file]).trimEnd().split('\n');
  // Columns are as broad as their rules.
  const columns = [...rule!.matchAll(/-+/g)].map(({ index, 0: dashes }) => [
    index,
    index + dashes.length,
  ]);
  return rows.map((row) => {
    const [name, type, , embedded, , unicode] = columns.map(([from, to]) =>
      row.slice(from, to).trim(),
    );
    return {
      name: name!,
      type: type!,
      isEmbedded: embedded === 'yes',
      hasUnicode: unicode === 'yes',
    };
  });
}

/** Width and height of each page, in millimetres. */
export function readPdfSizes(file: string): readonly (readonly [number, number])[] {
  const told = poppler('pdfinfo', ['-f', '1', '-l', '9999', file]);
  return [...told.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)].map(
    ([, width, height]) => [toMm(Number(width)), toMm(Number(height))] as const,
  );
}

/** Pictures of pixels in the file. */
export const countPdfPictures = (file: string): number =>
  poppler('pdfimages', ['-list', file]).trimEnd().split('\n').length - 2;

export interface PdfShape {
  readonly fill: string | null;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The closed shapes of the first page without curves, in millimetres from its upper left corner. */
export function readPdfShapes(file: string): readonly PdfShape[] {
  const drawing = `${file}.svg`;
  poppler('pdftocairo', ['-svg', '-f', '1', '-l', '1', file, drawing]);
  const svg = readFileSync(drawing, 'utf8');
  rmSync(drawing);
  return [...svg.matchAll(/<path ([^>]*)\/>/g)].flatMap(([, attributes]) => {
    const data = / ?\bd="([^"]*)"/.exec(attributes!)?.[1] ?? '';
    if (!/^[\sMLZ\d.-]+$/.test(data)) return [];
    const [a, b, c, d, e, f] = (/matrix\(([^)]*)\)/.exec(attributes!)?.[1] ?? '1,0,0,1,0,0')
      .split(',')
      .map(Number);
    const numbers = [...data.matchAll(/-?[\d.]+/g)].map(Number);
    const points = Array.from({ length: numbers.length / 2 }, (_, at) => {
      const [x, y] = [numbers[at * 2]!, numbers[at * 2 + 1]!];
      return [toMm(a! * x + c! * y + e!), toMm(b! * x + d! * y + f!)] as const;
    });
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return [
      {
        fill: /\bfill(?::|=")([^;"]*)/.exec(attributes!)?.[1] ?? null,
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      },
    ];
  });
}

const toMm = (points: number): number => (points / 72) * 25.4;
