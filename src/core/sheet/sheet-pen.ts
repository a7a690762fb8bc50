import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapScene } from '../../contracts/map-port.ts';
import type { HeadedPart, SheetPart, SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour, Language } from '../../contracts/theme.ts';
import type { StyleEvaluator } from '../draw-scene/style-evaluator.ts';
import type { SheetContent } from './find-content.ts';
import { INK, PAPER, SOFT } from './inks.ts';
import type { PaperBox, SheetLayout } from './lay-out.ts';
import { meets, placePart } from './place-part.ts';
import type { SheetFrame } from './sheet-frame.ts';
import type { SheetUnderlay } from './underlay.ts';
import type { SheetWords } from './sheet-words.ts';
import { trim, writeRect, type TextLook } from './write-paper.ts';

export interface SheetOptions {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly scene: MapScene;
  readonly state: Pick<ViewerState, 'layers' | 'flavour'>;
  readonly evaluator: StyleEvaluator;
  readonly lang: Language;
  readonly words: SheetWords;
  /** Face of titles, and of everything else, as the file of the sheet names them. */
  readonly families: { readonly title: string; readonly text: string };
  /** Where a paragraph stands in the same document; absent: nowhere. */
  readonly linkOf?: (para: string) => string | null;
  /** A base map under the vectors; absent or null: none. */
  readonly underlay?: SheetUnderlay | null;
}

/** These stand over the map bare. */
const BARE: ReadonlySet<SheetPart> = new Set(['north', 'watermark']);
const BACKING_MM = 1.2;

/** What the parts of one sheet are drawn with, and where they have come to stand. */
export class SheetPen {
  /** Lines of lists that found no room. */
  readonly cut: Partial<Record<SheetPart, number>> = {};
  /** Of every part that is drawn. */
  readonly boxes: Partial<Record<SheetPart, PaperBox>> = {};
  readonly spec: SheetSpec;
  readonly options: SheetOptions;
  readonly layout: SheetLayout;
  readonly frame: SheetFrame;
  readonly content: SheetContent;
  #pictures = 0;

  constructor(
    spec: SheetSpec,
    options: SheetOptions,
    layout: SheetLayout,
    frame: SheetFrame,
    content: SheetContent,
  ) {
    this.spec = spec;
    this.options = options;
    this.layout = layout;
    this.frame = frame;
    this.content = content;
  }

  get flavour(): Flavour {
    return this.options.cartography.flavours[this.options.state.flavour];
  }

  nextScope(): string {
    this.#pictures += 1;
    return `k${this.#pictures}-`;
  }

  shows(part: SheetPart): boolean {
    return !this.spec.hidden.includes(part);
  }

  say({ zh, en }: Bilingual): string {
    return this.options.lang === 'en' ? en : zh;
  }

  /** What a part is called: in the user's own words, else as usual. */
  head(part: HeadedPart): string {
    return this.spec.headings?.[part] || this.options.words.heads[part];
  }

  /** The same before what it is the heading of. */
  label(part: HeadedPart): string {
    const head = this.head(part);
    return head === '' ? '' : this.options.words.label(head);
  }

  type(sizeMm: number, more: Partial<TextLook> = {}): TextLook {
    return { sizeMm, fill: INK, family: this.options.families.text, ...more };
  }

  /** A part where it belongs: in its box, or where the user has put it; over the map it has paper below it. */
  put(part: SheetPart, svg: string, box: PaperBox): string {
    const place = this.spec.moved?.[part];
    if (!place) {
      this.boxes[part] = box;
      return `<g data-part="${part}">${svg}</g>`;
    }
    const at = { ...box, ...placePart(place, box, this.layout) };
    this.boxes[part] = at;
    const [right, down] = [at.x - box.x, at.y - box.y].map(trim);
    return `<g data-part="${part}" transform="translate(${right} ${down})">${this.#back(part, at, box)}${svg}</g>`;
  }

  #back(part: SheetPart, at: PaperBox, box: PaperBox): string {
    const { map, growth } = this.layout;
    if (BARE.has(part) || !meets(at, map)) return '';
    const edge = BACKING_MM * growth;
    return writeRect(box.x - edge, box.y - edge, box.width + 2 * edge, box.height + 2 * edge, {
      fill: PAPER,
      stroke: SOFT,
      strokeMm: 0.15 * growth,
    });
  }
}
