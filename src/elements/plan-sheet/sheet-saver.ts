import type { Language } from '../../contracts/theme.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { seriesMessages } from '../messages/series-messages.ts';
import { paintAs, type JpegQuality, type PictureKind } from './paint-as.ts';
import type { SheetOnPaper } from './sheet-session.ts';

/** What the saver asks of its element. */
interface SaverHost {
  readonly texts: () => SheetMessages;
  readonly lang: () => Language;
  /** The base map of the sheet still comes: a sheet without it must not go out. */
  readonly isWaiting: () => boolean;
  readonly redraw: () => void;
}

/** Hands the sheet out as a file or to the printer, and says how it went. */
export class SheetSaver {
  /** What was saved, or why not. */
  news = '';
  /** Of the painting under way, 0–1. */
  share = 0;
  quality: JpegQuality = '85';
  readonly #host: SaverHost;
  #painting: AbortController | null = null;

  constructor(host: SaverHost) {
    this.#host = host;
  }

  get isPainting(): boolean {
    return this.#painting !== null;
  }

  cancel(): void {
    this.#painting?.abort();
  }

  say(news: string): void {
    this.news = news;
    this.#host.redraw();
  }

  /** @returns whether a sheet without its base map would go out */
  #waits(): boolean {
    const isWaiting = this.#host.isWaiting();
    if (isWaiting) this.say(seriesMessages[this.#host.lang()].baseWait);
    return isWaiting;
  }

  saveSvg(paper: SheetOnPaper): void {
    if (this.#waits()) return;
    const name = nameSheet(paper, 'svg');
    saveFile(name, paper.dressed.file, 'image/svg+xml');
    this.say(this.#host.texts().saved(name));
  }

  async savePicture(paper: SheetOnPaper, kind: PictureKind): Promise<void> {
    if (this.#painting || this.#waits()) return;
    const painting = new AbortController();
    this.#painting = painting;
    this.share = 0;
    this.say('');
    const name = nameSheet(paper, kind === 'png' ? 'png' : 'jpg');
    try {
      const { dressed, drawn } = paper;
      const blob = await paintAs(kind, dressed.file, drawn.layout.sheet, this.quality, {
        signal: painting.signal,
        report: (share) => {
          this.share = share;
          this.#host.redraw();
        },
      });
      saveFile(name, blob, blob.type);
      this.news = this.#host.texts().saved(name);
    } catch (error) {
      this.news = painting.signal.aborted
        ? this.#host.texts().cancelled
        : this.#host.texts().failed(error instanceof Error ? error.message : String(error));
    } finally {
      if (this.#painting === painting) this.#painting = null;
      this.#host.redraw();
    }
  }

  async print({ drawn, dressed }: SheetOnPaper): Promise<void> {
    if (this.#waits()) return;
    const { printSheets } = await import('./print-sheet.ts');
    await printSheets([dressed], drawn.layout.sheet);
  }
}

function nameSheet({ spec: { paper, scale, title } }: SheetOnPaper, ending: string): string {
  return nameFile([title, paper, `1-${scale}`], ending);
}
