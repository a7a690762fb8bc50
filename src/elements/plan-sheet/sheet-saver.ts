import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { paintSheet } from './paint-sheet.ts';
import type { SheetOnPaper } from './sheet-session.ts';

export const DPI = 300;

/** Hands the sheet out as a file or to the printer, and says how it went. */
export class SheetSaver {
  /** What was saved, or why not. */
  news = '';
  /** Of the painting under way, 0–1. */
  share = 0;
  readonly #texts: () => SheetMessages;
  readonly #redraw: () => void;
  #painting: AbortController | null = null;

  constructor(texts: () => SheetMessages, redraw: () => void) {
    this.#texts = texts;
    this.#redraw = redraw;
  }

  get isPainting(): boolean {
    return this.#painting !== null;
  }

  cancel(): void {
    this.#painting?.abort();
  }

  say(news: string): void {
    this.news = news;
    this.#redraw();
  }

  saveSvg(paper: SheetOnPaper): void {
    const name = nameSheet(paper, 'svg');
    saveFile(name, paper.dressed.file, 'image/svg+xml');
    this.say(this.#texts().saved(name));
  }

  async savePng(paper: SheetOnPaper): Promise<void> {
    if (this.#painting) return;
    const painting = new AbortController();
    this.#painting = painting;
    this.share = 0;
    this.say('');
    const name = nameSheet(paper, 'png');
    try {
      const { dressed, drawn } = paper;
      const blob = await paintSheet(dressed.file, drawn.layout.sheet, DPI, {
        signal: painting.signal,
        report: (share) => {
          this.share = share;
          this.#redraw();
        },
      });
      saveFile(name, blob, 'image/png');
      this.news = this.#texts().saved(name);
    } catch (error) {
      this.news = painting.signal.aborted
        ? this.#texts().cancelled
        : this.#texts().failed(error instanceof Error ? error.message : String(error));
    } finally {
      if (this.#painting === painting) this.#painting = null;
      this.#redraw();
    }
  }

  async print({ drawn, dressed }: SheetOnPaper): Promise<void> {
    const { printSheet } = await import('./print-sheet.ts');
    await printSheet(dressed, drawn.layout.sheet);
  }
}

function nameSheet({ spec: { paper, scale, title } }: SheetOnPaper, ending: string): string {
  return nameFile([title, paper, `1-${scale}`], ending);
}
