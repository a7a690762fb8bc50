import type { LitElement, ReactiveController } from 'lit';
import type { Store } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';
import { shareMessages } from '../messages/share-messages.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { followMap } from '../shared/live-map.ts';
import { SHARE_FORMATS } from './share-context.ts';
import { makeSharePicture, type SharePicture, type ShareWish } from './share-maker.ts';

type Order = Omit<ShareWish, 'container' | 'ownSizePx' | 'signal' | 'step'> & {
  readonly store: Store;
};

/** Makes one picture at a time, and saves and copies it. */
export class ShareDesk implements ReactiveController {
  picture: SharePicture | null = null;
  step: Parameters<ShareWish['step']>[0] | null = null;
  told = '';
  failure: string | null = null;
  #lang: Language = 'zh-Hans';
  #work: AbortController | null = null;
  readonly #host: LitElement;
  readonly #darkroom: () => HTMLElement | null;

  /** @param darkroom where maps are drawn out of sight */
  constructor(host: LitElement, darkroom: () => HTMLElement | null) {
    this.#host = host;
    this.#darkroom = darkroom;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
    this.#drop();
  }

  async make(order: Order): Promise<void> {
    this.cancel();
    const work = new AbortController();
    this.#work = work;
    this.#lang = order.state.lang;
    this.failure = null;
    this.told = '';
    const words = shareMessages[this.#lang];
    try {
      const picture = await makeSharePicture({
        ...order,
        ownSizePx: sizeOfMap(order.store),
        signal: work.signal,
        container: (widthPx, heightPx) => {
          const box = document.createElement('div');
          box.style.width = `${widthPx}px`;
          box.style.height = `${heightPx}px`;
          this.#darkroom()?.replaceChildren(box);
          return box;
        },
        step: (step) => {
          if (this.#work !== work) return;
          this.step = step;
          this.#host.requestUpdate();
        },
      });
      if (this.#work !== work) {
        URL.revokeObjectURL(picture.url);
        return;
      }
      this.#drop();
      this.picture = picture;
      const [widthPx, heightPx] = SHARE_FORMATS[picture.choice.format];
      this.told = words.done(`${widthPx}×${heightPx}`);
    } catch (error) {
      if (this.#work !== work) return;
      const isTainted = error instanceof DOMException && error.name === 'SecurityError';
      const reason = error instanceof Error ? error.message : String(error);
      this.failure = words.failed(isTainted ? words.tainted : reason);
    }
    this.#work = null;
    this.step = null;
    this.#darkroom()?.replaceChildren();
    this.#host.requestUpdate();
  }

  cancel(): void {
    if (!this.#work) return;
    this.#work.abort();
    this.#work = null;
    this.step = null;
    this.told = shareMessages[this.#lang].cancelled;
    this.#host.requestUpdate();
  }

  /** @param plan title of the plan, for the file's name */
  save(plan: string): void {
    const { picture } = this;
    if (!picture) return;
    const file = nameFile(picture.name === plan ? [plan] : [plan, picture.name], 'png');
    saveFile(file, picture.blob, 'image/png');
    this.#tell(shareMessages[this.#lang].saved(file));
  }

  async copy(): Promise<void> {
    const words = shareMessages[this.#lang];
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': this.picture!.blob })]);
      this.#tell(words.copied);
    } catch {
      /** Not secure, not focused, or refused by the reader. */
      this.#tell(words.notCopied);
    }
  }

  #tell(told: string): void {
    this.told = told;
    this.#host.requestUpdate();
  }

  #drop(): void {
    if (this.picture) URL.revokeObjectURL(this.picture.url);
    this.picture = null;
  }
}

/** Size of the atlas's own map in CSS pixels; null while it has none. */
function sizeOfMap(store: Store): readonly [width: number, height: number] | null {
  let size: readonly [number, number] | null = null;
  followMap(store, (map) => {
    const { clientWidth, clientHeight } = map?.element ?? { clientWidth: 0, clientHeight: 0 };
    size = clientWidth > 0 && clientHeight > 0 ? [clientWidth, clientHeight] : null;
  })();
  return size;
}
