import type { MapScene } from '../../contracts/map-port.ts';
import { escapeXml } from '../escape-xml.ts';
import {
  BLUR_MARGIN_PX,
  drawBackground,
  drawCircles,
  drawFills,
  drawLines,
  type Definitions,
  type DrawContext,
} from './draw-ground.ts';
import { drawSymbols, IconSheet } from './draw-symbols.ts';
import { drawFurniture, type FurnitureLook, type FurnitureWords } from './furniture.ts';
import type { Placed } from './placed.ts';
import { findSigns, placeSymbols } from './place-symbols.ts';
import { checkLayer, LayerReader } from './read-layer.ts';
import type { SoftEdges } from './soft-edges.ts';
import type { StyleEvaluator } from './style-evaluator.ts';
import { frameBox, type Viewport } from './viewport.ts';
import { toThousandths, writeAttributes } from './write-svg.ts';

export interface DrawingOptions {
  readonly viewport: Viewport;
  readonly evaluator: StyleEvaluator;
  /** Name of the picture, read aloud. */
  readonly title: string;
  /** What it shows, read aloud. */
  readonly description: string;
  readonly lang: string;
  /** Default `blur`. */
  readonly softEdges?: SoftEdges;
  /** A picture below the layers from this one up; absent: none. */
  readonly underlay?: { readonly beforeId: string; readonly svg: string };
  /** Scale bar and notes over the map; null where they stand beside it. */
  readonly furniture: {
    readonly look: FurnitureLook;
    readonly words: Omit<FurnitureWords, 'notes'>;
    /** What must be said, by what is drawn: ids of the features with anything in view. */
    readonly notesOf: (drawn: ReadonlySet<string>) => readonly string[];
  } | null;
}

export interface SceneDrawing {
  readonly svg: string;
  /** Ids of the features with anything in view. */
  readonly drawn: ReadonlySet<string>;
  /** Every sign and name that was placed, from the lowest layer up. */
  readonly placed: readonly Placed[];
}

/**
 * The picture of a scene as one SVG: the very layers of the screen's style in their order, without a map library and
 * without WebGL. It holds no script, no style sheet, no font and no address, and the same scene gives the same bytes.
 * @throws Error when a layer has a property that the drawing does not heed
 */
export function drawScene(scene: MapScene, options: DrawingOptions): SceneDrawing {
  const { viewport, evaluator, softEdges = 'blur' } = options;
  const { widthPx, heightPx, zoom } = viewport;
  const reader = new LayerReader(scene, evaluator, zoom);
  const shapes = new ShapeSheet();
  const drawn = new Set<string>();
  const context: DrawContext = {
    viewport,
    reader,
    softEdges,
    definitions: {
      blur: (deviationPx) => shapes.blur(deviationPx),
      shape: (data) => shapes.refer(data),
      drawn,
      paths: new WeakMap(),
    },
  };
  const { layers, images } = scene.style;
  for (const layer of layers) checkLayer(layer);
  const shown = layers.filter((layer) => reader.isShown(layer));
  const ground = new Map(
    shown.map((layer) => {
      switch (layer.type) {
        case 'background':
          return [layer.id, drawBackground(layer, context)];
        case 'fill':
          return [layer.id, drawFills(layer, context)];
        case 'line':
          return [layer.id, drawLines(layer, context)];
        case 'circle':
          return [layer.id, drawCircles(layer, context)];
        case 'symbol':
          return [layer.id, ''];
        default:
          return layer.type satisfies never;
      }
    }),
  );
  const symbolLayers = shown.filter(({ type }) => type === 'symbol');
  // Notes follow what is drawn, and names keep clear of the notes.
  for (const id of findSigns(symbolLayers, viewport, reader)) drawn.add(id);
  const furniture = furnish(options, drawn);
  const placed = placeSymbols(symbolLayers, viewport, reader, images, furniture.boxes);
  const icons = new IconSheet(images);
  const draw = (from: number, to: number): string =>
    layers
      .slice(from, to)
      .filter((layer) => ground.has(layer.id))
      .map(({ id }) => ground.get(id)! + drawSymbols(placed.get(id) ?? [], icons))
      .join('');
  const { underlay } = options;
  const above = Math.max(0, underlay ? layers.findIndex(({ id }) => id === underlay.beforeId) : 0);
  const body = draw(0, above) + (underlay?.svg ?? '') + draw(above, layers.length);
  const root = writeAttributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: widthPx,
    height: heightPx,
    viewBox: `0 0 ${widthPx} ${heightPx}`,
    role: 'img',
    'aria-labelledby': 't d',
    lang: escapeXml(options.lang),
  });
  const svg =
    `<svg${root}>` +
    `<title id="t">${escapeXml(options.title)}</title>` +
    `<desc id="d">${escapeXml(options.description)}</desc>` +
    `<defs>${shapes.writeBlurs(viewport)}${icons.write()}</defs>` +
    `${shapes.resolve(body)}${furniture.svg}</svg>`;
  return {
    svg,
    drawn,
    placed: symbolLayers.flatMap(({ id }) => placed.get(id) ?? []),
  };
}

function furnish(
  { viewport, furniture }: DrawingOptions,
  drawn: ReadonlySet<string>,
): ReturnType<typeof drawFurniture> {
  if (!furniture) return { svg: '', boxes: [] };
  const { look, words, notesOf } = furniture;
  return drawFurniture(viewport, look, { ...words, notes: notesOf(drawn) });
}

/** Blurs once for each deviation; a shape is written where it is drawn first, and referred to after that. */
class ShapeSheet implements Pick<Definitions, 'blur'> {
  readonly #blurs = new Map<string, string>();
  readonly #shapes = new Map<string, number>();

  blur(deviationPx: number): string {
    const deviation = toThousandths(deviationPx);
    const id = this.#blurs.get(deviation) ?? `b${this.#blurs.size}`;
    this.#blurs.set(deviation, id);
    return id;
  }

  /** A placeholder until it is known whether a shape is drawn again. */
  refer(data: string): string {
    const number = this.#shapes.get(data) ?? this.#shapes.size;
    this.#shapes.set(data, number);
    return `<path p${number}/>`;
  }

  /** The filter's box reaches beyond the frame, so that nothing fades at its edge. */
  writeBlurs(viewport: Viewport): string {
    const { left, top, right, bottom } = frameBox(viewport, BLUR_MARGIN_PX);
    const box = writeAttributes({
      filterUnits: 'userSpaceOnUse',
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      'color-interpolation-filters': 'sRGB',
    });
    return [...this.#blurs]
      .map(
        ([deviation, id]) =>
          `<filter id="${id}"${box}><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
      )
      .join('');
  }

  /** A shape that is drawn once stands where it is drawn; a second time it is a `<use>`. */
  resolve(body: string): string {
    const shapes = [...this.#shapes.keys()];
    const counts = new Map<string, number>();
    for (const [, number] of body.matchAll(/<path p(\d+)\/>/g)) {
      counts.set(number!, (counts.get(number!) ?? 0) + 1);
    }
    const written = new Set<string>();
    return body.replaceAll(/<path p(\d+)\/>/g, (_, number: string) => {
      const data = shapes[Number(number)]!;
      if (counts.get(number) === 1) return `<path d="${data}"/>`;
      if (written.has(number)) return `<use href="#p${number}"/>`;
      written.add(number);
      return `<path id="p${number}" d="${data}"/>`;
    });
  }
}
