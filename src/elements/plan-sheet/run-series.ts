import type { SeriesSheet } from '../../core/sheet/list-series.ts';
import { showSubject } from '../../core/sheet/sheet-subject.ts';
import { ZipWriter } from '../../io/write/zip-writer.ts';
import { nameFile } from '../plan-stats/save-file.ts';
import { dressSheet, type DressedSheet } from './dress-sheet.ts';
import { paintAs, type JpegQuality, type PictureKind } from './paint-as.ts';
import type { SheetDesk } from './sheet-desk.ts';

export interface SeriesTask {
  /** How many sheets are done, with the share of the one at hand; and which that is. */
  readonly report: (done: number, sheet: SeriesSheet) => void;
  readonly signal: AbortSignal;
}

/** What is missing of the base map over all sheets. */
export interface SeriesGaps {
  readonly sheets: number;
  readonly tiles: number;
}

interface SeriesPage {
  readonly dressed: DressedSheet;
  readonly missing: number;
  readonly size: { readonly width: number; readonly height: number };
}

async function drawPage(
  { subject, spec }: SeriesSheet,
  desk: SheetDesk,
  signal: AbortSignal,
): Promise<SeriesPage> {
  // Lets the page draw what it has just been told.
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
  const state = showSubject(desk.state, subject);
  const { base, lang } = desk.state;
  const laid =
    desk.hasBase && base?.ground
      ? await (
          await import('./draw-base.ts')
        ).drawBase(spec, base, lang, { signal, report: () => {} })
      : null;
  const { svg, layout } = desk.draw(spec, state, laid?.underlay ?? null, subject.focus);
  return { dressed: await dressSheet(svg), missing: laid?.missing ?? 0, size: layout.sheet };
}

/** 图号 and title, without characters that some file system refuses: 盂-03-14 藏山.svg. */
export const nameOfSheet = ({ spec }: SeriesSheet, ending: string): string =>
  nameFile([`${spec.number.replaceAll('/', '-')} ${spec.title}`], ending);

const ENDINGS = { svg: 'svg', png: 'png', jpeg: 'jpg' } as const;

/**
 * The sheets as files of one archive, drawn one after the other.
 * @throws the signal's reason when it is called off; Error when a sheet cannot be drawn
 */
export async function zipSeries(
  sheets: readonly SeriesSheet[],
  desk: SheetDesk,
  kind: PictureKind | 'svg',
  quality: JpegQuality,
  { report, signal }: SeriesTask,
): Promise<{ readonly zip: Blob; readonly gaps: SeriesGaps }> {
  const writer = new ZipWriter();
  let gaps: SeriesGaps = { sheets: 0, tiles: 0 };
  try {
    for (const [at, sheet] of sheets.entries()) {
      report(at, sheet);
      const { dressed, missing, size } = await drawPage(sheet, desk, signal);
      if (missing > 0) gaps = { sheets: gaps.sheets + 1, tiles: gaps.tiles + missing };
      const content =
        kind === 'svg'
          ? new Blob([dressed.file], { type: 'image/svg+xml' })
          : await paintAs(kind, dressed.file, size, quality, {
              signal,
              report: (share) => report(at + share, sheet),
            });
      signal.throwIfAborted();
      await writer.add(nameOfSheet(sheet, ENDINGS[kind]), content, kind !== 'svg');
    }
    return { zip: writer.finish(), gaps };
  } catch (error) {
    writer.abort();
    throw error;
  }
}

/** The sheets as pages of one document, which the browser prints. */
export async function printSeries(
  sheets: readonly SeriesSheet[],
  desk: SheetDesk,
  { report, signal }: SeriesTask,
): Promise<SeriesGaps> {
  const pages: SeriesPage[] = [];
  for (const [at, sheet] of sheets.entries()) {
    report(at, sheet);
    pages.push(await drawPage(sheet, desk, signal));
  }
  const { printSheets } = await import('./print-sheet.ts');
  signal.throwIfAborted();
  await printSheets(
    pages.map(({ dressed }) => dressed),
    pages[0]!.size,
  );
  const gaps = pages.filter(({ missing }) => missing > 0);
  return { sheets: gaps.length, tiles: gaps.reduce((sum, { missing }) => sum + missing, 0) };
}
