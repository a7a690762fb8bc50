import type { GivenFile } from '../../contracts/import.ts';

export const hasFiles = (data: DataTransfer | null): boolean =>
  data !== null && [...data.types].includes('Files');

/** The files of a drop or a paste; folders come without what is in them and are left out. */
export function listFiles(data: DataTransfer | null): readonly GivenFile[] {
  return [...(data?.files ?? [])].map((file) => ({ name: file.name, blob: file }));
}

/** Fields that a paste can put no words into. */
const NO_WORDS = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range']);

/** Whether a paste goes into a field that takes it itself. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !NO_WORDS.has(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Hears drops and pastes for the whole atlas while the tool is open. */
export class AtlasDrops {
  #host: Element | null = null;
  /** Enter and leave come for every element under the pointer. */
  #depth = 0;
  readonly #open: (files: readonly GivenFile[]) => void;
  readonly #paste: (text: string) => void;
  readonly #hover: (isOver: boolean) => void;

  constructor(
    open: (files: readonly GivenFile[]) => void,
    paste: (text: string) => void,
    hover: (isOver: boolean) => void,
  ) {
    this.#open = open;
    this.#paste = paste;
    this.#hover = hover;
  }

  listen(host: Element): void {
    this.stop();
    this.#host = host;
    for (const [type, listener] of this.#listeners) host.addEventListener(type, listener);
    document.addEventListener('paste', this.#handlePaste);
  }

  stop(): void {
    for (const [type, listener] of this.#listeners) this.#host?.removeEventListener(type, listener);
    document.removeEventListener('paste', this.#handlePaste);
    this.#host = null;
    this.#depth = 0;
  }

  readonly #enter = (event: Event): void => this.#step(event as DragEvent, 1);

  readonly #leave = (event: Event): void => this.#step(event as DragEvent, -1);

  readonly #over = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!hasFiles(dataTransfer)) return;
    event.preventDefault();
    dataTransfer!.dropEffect = 'copy';
  };

  readonly #drop = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!hasFiles(dataTransfer)) return;
    event.preventDefault();
    this.#depth = 0;
    this.#hover(false);
    this.#open(listFiles(dataTransfer));
  };

  readonly #listeners = [
    ['dragenter', this.#enter],
    ['dragleave', this.#leave],
    ['dragover', this.#over],
    ['drop', this.#drop],
  ] as const;

  readonly #handlePaste = (event: ClipboardEvent): void => {
    // A page around the atlas has pastes of its own.
    const isElsewhere = document.activeElement !== document.body && !this.#isInHost(event);
    if (isTyping(event) || isElsewhere) return;
    const files = listFiles(event.clipboardData);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    if (files.length > 0) this.#open(files);
    else this.#paste(text);
  };

  #isInHost(event: Event): boolean {
    return this.#host !== null && event.composedPath().includes(this.#host);
  }

  #step({ dataTransfer }: DragEvent, by: 1 | -1): void {
    if (!hasFiles(dataTransfer)) return;
    const before = this.#depth;
    this.#depth = Math.max(0, this.#depth + by);
    if (before === 0 || this.#depth === 0) this.#hover(this.#depth > 0);
  }
}
