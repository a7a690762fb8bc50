import type { PaperBox } from './lay-out.ts';
import { writeText, type TextLook } from './write-paper.ts';

/** Fills columns from the top; what finds no room is told to whoever draws it. */
export class Flow {
  readonly width: number;
  svg = '';
  readonly #box: PaperBox;
  readonly #columns: number;
  readonly #gap: number;
  readonly #typeMm: number;
  #column = 0;
  #y: number;
  /** Of what is drawn since `part` began. */
  #taken: PaperBox | null = null;

  constructor(box: PaperBox, columns: number, gap: number, typeMm: number) {
    this.#box = box;
    this.#columns = columns;
    this.#gap = gap;
    this.#typeMm = typeMm;
    this.width = (box.width - gap * (columns - 1)) / columns;
    this.#y = box.y;
  }

  /** What is left of this column. */
  get roomMm(): number {
    return this.#box.y + this.#box.height - this.#y;
  }

  /**
   * @param reserveMm room that must stay free below it
   * @param widthMm how much of the column's width it needs
   * @returns false when there is none
   */
  take(
    heightMm: number,
    draw: (x: number, y: number) => string,
    reserveMm = 0,
    widthMm = this.width,
  ): boolean {
    const bottom = this.#box.y + this.#box.height;
    if (this.#y + heightMm + reserveMm > bottom + 0.01) {
      if (this.#column + 1 >= this.#columns || heightMm > this.#box.height) return false;
      this.#column += 1;
      this.#y = this.#box.y;
    }
    const x = this.#box.x + this.#column * (this.width + this.#gap);
    this.svg += draw(x, this.#y);
    const box = { x, y: this.#y, width: widthMm, height: heightMm };
    this.#taken = this.#taken ? unite(this.#taken, box) : box;
    this.#y += heightMm;
    return true;
  }

  /** What is drawn meanwhile, as one: its box, null when there was no room for any of it. */
  part(draw: () => void): { readonly svg: string; readonly box: PaperBox } | null {
    const { svg } = this;
    this.svg = '';
    this.#taken = null;
    draw();
    const part = this.#taken as PaperBox | null;
    const drawn = this.svg;
    this.svg = svg;
    return part && { svg: drawn, box: part };
  }

  head(text: string, look: TextLook): void {
    this.take(
      this.#typeMm * 2.1,
      (x, y) => writeText(x, y + this.#typeMm * 1.5, text, look),
      this.#typeMm * 2,
    );
  }

  line(text: string, look: TextLook, isLast = false): void {
    this.take(
      this.#typeMm * 1.6,
      (x, y) => writeText(x, y + this.#typeMm * 1.2, text, look),
      isLast ? 0 : this.#typeMm * 1.6,
    );
  }

  space(heightMm: number): void {
    this.#y += heightMm;
  }
}

function unite(a: PaperBox, b: PaperBox): PaperBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
