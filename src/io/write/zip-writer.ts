import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** The same files give the same archive, byte for byte. */
const NO_TIME = new Date('2000-01-01T00:00:00');

/** An archive written file by file: only the one at hand is in memory as bytes, the rest is with the browser. */
export class ZipWriter {
  readonly #zip: Zip;
  #parts: Blob[] = [];
  #chunks: Uint8Array[] = [];
  #fault: Error | null = null;

  constructor() {
    this.#zip = new Zip((fault, chunk) => {
      if (fault) this.#fault = fault;
      else this.#chunks.push(chunk);
    });
  }

  /** @param isPacked pictures are deflated already, and are stored as they are */
  async add(name: string, content: Blob, isPacked: boolean): Promise<void> {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    this.#zip.add(file);
    const reader = content.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      file.push(value ?? new Uint8Array(0), done);
      this.#keep();
      if (done) return;
    }
  }

  finish(): Blob {
    this.#zip.end();
    this.#keep();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  /** Lets go of what was written. */
  abort(): void {
    this.#zip.terminate();
    this.#parts = [];
  }

  #keep(): void {
    if (this.#fault) throw this.#fault;
    this.#parts.push(new Blob(this.#chunks as BlobPart[]));
    this.#chunks = [];
  }
}
