import { FIRST_OF_PLAN } from '../../contracts/base-map.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapScene } from '../../contracts/map-port.ts';
import type { SheetPart, SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour, Language } from '../../contracts/theme.ts';
import { drawScene } from '../draw-scene/draw-scene.ts';
import type { StyleEvaluator } from '../draw-scene/style-evaluator.ts';
import { escapeXml } from '../escape-xml.ts';
import { buildGrid, meetEdge } from './build-grid.ts';
import { findContent, type SheetContent } from './find-content.ts';
import { Flow } from './flow.ts';
import { layOutSheet, type PaperBox, type SheetLayout } from './lay-out.ts';
import { INK, PAPER, SOFT } from './inks.ts';
import { listLegend, type LegendItem } from './list-legend.ts';
import { buildPaperBar } from './paper-bar.ts';
import { drawLocation } from './draw-location.ts';
import { createSheetFrame, nameScale, type SheetFrame } from './sheet-frame.ts';
import type { SheetWords } from './sheet-words.ts';
import type { SheetUnderlay } from './underlay.ts';
import {
  breakText,
  widthOfText,
  writeLine,
  writeRect,
  writeText,
  type TextLook,
} from './write-paper.ts';

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

export interface DrawnSheet {
  /** The whole sheet: one SVG in millimetres. */
  readonly svg: string;
  readonly content: SheetContent;
  readonly layout: SheetLayout;
  readonly frame: SheetFrame;
  /** Ids of the features with anything on it. */
  readonly drawn: ReadonlySet<string>;
  /** Lines of lists that found no room, by part; none is left off unsaid. */
  readonly cut: Readonly<Partial<Record<SheetPart, number>>>;
}

/**
 * A plan drawing, true to scale: the map in vectors with its frame, and round it what a drawing must say, exactly of
 * what is drawn. The same plan and the same wishes give the same bytes.
 */
export function drawSheet(spec: SheetSpec, options: SheetOptions): DrawnSheet {
  const { bundle, cartography, scene, state, evaluator, lang } = options;
  const layout = layOutSheet(spec);
  const { map } = layout;
  const frame = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  const drawing = drawScene(scene, {
    viewport: frame.viewport,
    evaluator,
    title: spec.title,
    description: spec.title,
    lang,
    furniture: null,
    ...(options.underlay
      ? { underlay: { beforeId: FIRST_OF_PLAN, svg: options.underlay.svg } }
      : {}),
  });
  const content = findContent(bundle, cartography, state, drawing.drawn);
  const pen = new SheetPen(spec, options, layout, frame, content);
  const { widthPx, heightPx } = frame.viewport;
  const picture = drawing.svg.replace(
    /^<svg\b[^>]*>/,
    `<svg x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" ` +
      `viewBox="0 0 ${widthPx} ${heightPx}" overflow="hidden">`,
  );
  const { width, height } = layout.sheet;
  const body = pen.draw(picture);
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
      `viewBox="0 0 ${width} ${height}" lang="${lang}"><title>${escapeXml(spec.title)}</title>` +
      `${writeRect(0, 0, width, height, { fill: PAPER })}${body}</svg>`,
    content,
    layout,
    frame,
    drawn: drawing.drawn,
    cut: pen.cut,
  };
}

class SheetPen {
  readonly cut: Partial<Record<SheetPart, number>> = {};
  readonly #spec: SheetSpec;
  readonly #options: SheetOptions;
  readonly #layout: SheetLayout;
  readonly #frame: SheetFrame;
  readonly #content: SheetContent;
  readonly #flavour: Flavour;
  #pictures = 0;

  constructor(
    spec: SheetSpec,
    options: SheetOptions,
    layout: SheetLayout,
    frame: SheetFrame,
    content: SheetContent,
  ) {
    this.#spec = spec;
    this.#options = options;
    this.#layout = layout;
    this.#frame = frame;
    this.#content = content;
    this.#flavour = options.cartography.flavours[options.state.flavour];
  }

  draw(picture: string): string {
    const { map, growth } = this.#layout;
    return [
      picture,
      this.#drawGrid(),
      writeRect(map.x, map.y, map.width, map.height, { stroke: INK, strokeMm: 0.5 * growth }),
      this.#shows('watermark') && this.#spec.watermark !== '' ? this.#drawWatermark() : '',
      this.#shows('title') ? this.#drawTitle() : '',
      this.#shows('north') ? this.#drawNorth() : '',
      this.#drawSide(),
      this.#drawFooter(),
    ].join('');
  }

  #nextScope(): string {
    this.#pictures += 1;
    return `k${this.#pictures}-`;
  }

  #shows(part: SheetPart): boolean {
    return !this.#spec.hidden.includes(part);
  }

  #say({ zh, en }: Bilingual): string {
    return this.#options.lang === 'en' ? en : zh;
  }

  #type(sizeMm: number, more: Partial<TextLook> = {}): TextLook {
    return { sizeMm, fill: INK, family: this.#options.families.text, ...more };
  }

  #drawTitle(): string {
    const { title, growth } = this.#layout;
    const sizeMm = Math.min(
      9 * growth,
      title.width / Math.max(1, widthOfText(this.#spec.title, 1)),
    );
    return writeText(
      title.x + title.width / 2,
      title.y + title.height * 0.62,
      this.#spec.title,
      this.#type(sizeMm, {
        family: this.#options.families.title,
        weight: 'bold',
        anchor: 'middle',
      }),
    );
  }

  /** Lines over the map, and their figures outside its frame. */
  #drawGrid(): string {
    const { map, growth } = this.#layout;
    const look = this.#type(2.1 * growth, { fill: SOFT, anchor: 'middle' });
    const lines = buildGrid(this.#spec.grid, this.#frame);
    const drawn = lines.map(({ points }) => writeLine(points, SOFT, 0.12 * growth)).join('');
    const figures = lines.flatMap(({ points, label, axis }) => {
      const isUpDown = axis === 'x';
      const [length, across] = isUpDown ? [map.height, map.width] : [map.width, map.height];
      return [0, length].map((edge) => {
        const at = meetEdge(points, isUpDown ? 1 : 0, edge);
        if (at === null || at < 0 || at > across) return '';
        if (isUpDown) {
          const y = edge === 0 ? map.y - 1.2 * growth : map.y + map.height + 3.1 * growth;
          return writeText(map.x + at, y, label, look);
        }
        const x = edge === 0 ? map.x - 1.2 * growth : map.x + map.width + 1.2 * growth;
        return this.#writeUpright(x, map.y + at, label, look, edge === 0 ? -90 : 90);
      });
    });
    const { x, y, width, height } = map;
    return (
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" overflow="hidden">${drawn}</svg>${figures.join('')}`
    );
  }

  #writeUpright(x: number, y: number, text: string, look: TextLook, degrees: number): string {
    return `<g transform="translate(${x} ${y}) rotate(${degrees})">${writeText(0, 0, text, look)}</g>`;
  }

  #drawNorth(): string {
    const { map, growth } = this.#layout;
    const x = map.x + map.width - 9 * growth;
    const y = map.y + 8 * growth;
    const size = 9 * growth;
    const points = (list: readonly (readonly [number, number])[]): string =>
      list.map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(' ');
    return (
      `<polygon points="${points([
        [0, 0],
        [0.28, 1],
        [0, 0.78],
      ])}" fill="${INK}"/>` +
      `<polygon points="${points([
        [0, 0],
        [-0.28, 1],
        [0, 0.78],
      ])}" fill="${PAPER}" stroke="${INK}" stroke-width="${0.2 * growth}"/>` +
      writeText(
        x,
        y - 1.4 * growth,
        this.#options.words.north,
        this.#type(3.4 * growth, { weight: 'bold', anchor: 'middle' }),
      )
    );
  }

  #drawWatermark(): string {
    const { map } = this.#layout;
    const sizeMm = Math.min(map.width, map.height) / 6;
    const text = writeText(
      0,
      0,
      this.#spec.watermark,
      this.#type(sizeMm, { anchor: 'middle', fill: SOFT, weight: 'bold' }),
    );
    return `<g opacity="0.14" transform="translate(${map.x + map.width / 2} ${map.y + map.height / 2}) rotate(-24)">${text}</g>`;
  }

  /** Scale, legend, location and lists: one below the other, or in the columns of a band on a portrait sheet. */
  #drawSide(): string {
    const { side, typeMm, growth } = this.#layout;
    if (side.width === 0 || side.height === 0) return '';
    const gap = 4 * growth;
    const isBand = this.#spec.orientation === 'portrait';
    const columns = isBand ? Math.max(2, Math.round(side.width / (62 * growth))) : 1;
    const flow = new Flow(side, columns, gap, typeMm);
    if (this.#shows('scale')) this.#drawScale(flow);
    if (this.#shows('legend')) this.#drawLegend(flow, isBand ? 1 : 2, gap);
    if (this.#shows('location')) this.#drawLocation(flow);
    if (this.#shows('sources')) {
      this.#drawList(
        flow,
        'sources',
        this.#options.words.sources,
        this.#content.sources.map(({ title, titleEn, date }) => ({
          text: [(this.#options.lang === 'en' && titleEn) || title, ...(date ? [date] : [])].join(
            '，',
          ),
          href: null,
        })),
      );
    }
    if (this.#shows('clauses')) {
      const { reading } = this.#options.words;
      this.#drawList(
        flow,
        'clauses',
        this.#options.words.clauses,
        this.#content.clauses.map(({ para, title, quotes, isReading }) => ({
          text: `${title}：${quotes.map((quote) => `“${quote}”`).join('')}${isReading ? `（${reading}）` : ''}`,
          href: this.#options.linkOf?.(para) ?? null,
        })),
      );
    }
    return flow.svg;
  }

  #drawScale(flow: Flow): void {
    const { words } = this.#options;
    const { typeMm, growth } = this.#layout;
    const { scale } = this.#spec;
    const bar = buildPaperBar(scale, flow.width * 0.86);
    flow.take(typeMm * 6.2, (x, y) => {
      const head = writeText(
        x,
        y + typeMm * 1.3,
        words.scale(nameScale(scale)),
        this.#type(typeMm * 1.15, { weight: 'bold' }),
      );
      const top = y + typeMm * 3.4;
      const height = 1.3 * growth;
      const part = bar.widthMm / bar.parts;
      const isKm = bar.metres >= 1000;
      const name = (metres: number): string => String(isKm ? metres / 1000 : metres);
      const pieces = Array.from({ length: bar.parts }, (_, at) =>
        writeRect(x + at * part, top, part, height, {
          fill: at % 2 === 0 ? INK : PAPER,
          stroke: INK,
          strokeMm: 0.15 * growth,
        }),
      );
      const figures = Array.from({ length: bar.parts + 1 }, (_, at) =>
        at === 0 || at === bar.parts || at % 2 === 0
          ? writeText(
              x + at * part,
              top - 0.8 * growth,
              at === bar.parts
                ? `${name(bar.metres)} ${isKm ? words.kilometre : words.metre}`
                : name((bar.metres / bar.parts) * at),
              this.#type(typeMm * 0.85, { anchor: at === 0 ? 'start' : 'middle' }),
            )
          : '',
      );
      return head + `<g data-scale-bar="${bar.metres}">${pieces.join('')}</g>` + figures.join('');
    });
  }

  /** In one column of the flow, or parted into two of about equal length. */
  #drawLegend(flow: Flow, columns: 1 | 2, gapMm: number): void {
    const { typeMm, growth } = this.#layout;
    const width = columns === 1 ? flow.width : (flow.width - gapMm) / 2;
    flow.head(this.#options.words.legend, this.#type(typeMm * 1.25, { weight: 'bold' }));
    const items = listLegend(
      this.#content,
      {
        ...this.#options,
        flavour: this.#flavour,
        say: (text) => this.#say(text),
        type: (sizeMm, more) => this.#type(sizeMm, more),
        typeMm,
        growth,
        nextScope: () => this.#nextScope(),
      },
      width,
    );
    let left = 0;
    if (columns === 1) {
      for (const item of items) {
        const isDrawn = flow.take(item.heightMm, item.draw, item.isHead ? typeMm * 1.75 : 0);
        if (!isDrawn && !item.isHead) left += 1;
      }
    } else {
      const total = items.reduce((sum, { heightMm }) => sum + heightMm, 0);
      const room = flow.roomMm;
      const most = Math.min(room, Math.max(total / 2 + typeMm * 2, total - room));
      const sides: readonly [LegendItem[], LegendItem[]] = [[], []];
      const heights: [number, number] = [0, 0];
      let at: 0 | 1 = 0;
      for (const item of items) {
        const needed = item.heightMm + (item.isHead ? typeMm * 1.75 : 0);
        if (at === 0 && heights[0] + needed > most) at = 1;
        if (at === 1 && heights[1] + item.heightMm > room) {
          if (!item.isHead) left += 1;
          continue;
        }
        sides[at].push(item);
        heights[at] += item.heightMm;
      }
      flow.take(Math.max(...heights), (x, y) =>
        sides
          .map((side, column) => {
            let down = y;
            return side
              .map(({ heightMm, draw }) => {
                const svg = draw(x + column * (width + gapMm), down);
                down += heightMm;
                return svg;
              })
              .join('');
          })
          .join(''),
      );
    }
    flow.space(1.5 * growth);
    if (left > 0) {
      this.cut.legend = left;
      flow.line(this.#options.words.more(left), this.#type(typeMm * 0.86, { fill: SOFT }), true);
    }
  }

  #drawLocation(flow: Flow): void {
    const { bundle, words } = this.#options;
    const { typeMm, growth } = this.#layout;
    const height = Math.min(flow.width * 0.62, 46 * growth);
    flow.take(height + typeMm * 2.4, (x, y) => {
      const box: PaperBox = { x, y: y + typeMm * 1.9, width: flow.width * 0.8, height };
      return (
        writeText(
          x,
          y + typeMm * 1.3,
          words.location,
          this.#type(typeMm * 1.1, { weight: 'bold' }),
        ) + drawLocation(bundle, this.#frame, box, { ink: INK, soft: SOFT, lineMm: 0.2 * growth })
      );
    });
  }

  #drawList(
    flow: Flow,
    part: 'sources' | 'clauses',
    head: string,
    items: readonly { readonly text: string; readonly href: string | null }[],
  ): void {
    const { typeMm, growth } = this.#layout;
    if (items.length === 0) return;
    flow.head(head, this.#type(typeMm * 1.1, { weight: 'bold' }));
    const sizeMm = typeMm * 0.86;
    let left = 0;
    for (const { text, href } of items) {
      const lines = breakText(text, flow.width, sizeMm);
      const isDrawn =
        left === 0 &&
        flow.take(
          lines.length * sizeMm * 1.38 + sizeMm * 0.35,
          (x, y) => {
            const look = this.#type(sizeMm, { fill: SOFT });
            const words = lines
              .map((line, at) => writeText(x, y + sizeMm * (1.1 + 1.38 * at), line, look))
              .join('');
            return href === null ? words : `<a href="${escapeXml(href)}">${words}</a>`;
          },
          sizeMm * 1.8,
        );
      if (!isDrawn) left += 1;
    }
    if (left > 0) {
      this.cut[part] = left;
      flow.line(this.#options.words.more(left), this.#type(sizeMm, { fill: SOFT }), true);
    }
    flow.space(1.5 * growth);
  }

  /** Notes to the left, who and when to the right; 审图号 at the lower left. */
  #drawFooter(): string {
    const { footer, typeMm } = this.#layout;
    const { words, bundle } = this.#options;
    const needsOsm = this.#content.sources.some(
      ({ title, licence }) => /openstreetmap/i.test(title) || /odbl/i.test(licence ?? ''),
    );
    const period = bundle.plan.docs.find((doc) => doc.period)?.period;
    const notes = [
      ...(bundle.bundle.mapApproval ? [words.approval(bundle.bundle.mapApproval)] : []),
      ...(this.#options.underlay?.notes ?? []),
      ...(this.#shows('notes')
        ? [
            words.boundaryNote,
            ...(this.#content.certainties.has('inferred') ? [words.inferredNote] : []),
            words.plane(this.#frame.zone, this.#frame.zone * 3),
            ...(needsOsm ? [words.openStreetMap] : []),
          ]
        : []),
    ].join(' · ');
    const facts = [
      ...(this.#shows('period') && period ? [words.period(period[0], period[1])] : []),
      ...(this.#shows('compiler') && this.#spec.compiler !== ''
        ? [`${words.compiler}${this.#spec.compiler}`]
        : []),
      ...(this.#shows('date') && this.#spec.date !== '' ? [`${words.date}${this.#spec.date}`] : []),
      ...(this.#shows('number') && this.#spec.number !== ''
        ? [`${words.number}${this.#spec.number}`]
        : []),
    ].join('　');
    const sizeMm = typeMm * 0.9;
    const factsWidth = widthOfText(facts, sizeMm);
    const isNarrow = widthOfText(notes, sizeMm) + factsWidth + 6 > footer.width;
    const y = footer.y + sizeMm * 1.9;
    return (
      writeText(footer.x, y, notes, this.#type(sizeMm, { fill: SOFT })) +
      writeText(
        footer.x + footer.width,
        isNarrow ? y + sizeMm * 1.5 : y,
        facts,
        this.#type(sizeMm, { anchor: 'end' }),
      )
    );
  }
}
