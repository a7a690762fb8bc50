const SHOWN_MS = 4000;

/** Copies text and says for a moment what became of it. */
export class CopyNote {
  text = '';
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  copy(text: string, copied: string, refused: string): void {
    // A page without https has no clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
    written.then(
      () => this.#tell(copied),
      () => this.#tell(refused),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.text = '';
  }

  #tell(note: string): void {
    this.text = note;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.text = '';
      this.#changed();
    }, SHOWN_MS);
    this.#changed();
  }
}
