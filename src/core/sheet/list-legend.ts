import type { Bilingual, Cartography, Flavour, SvgImage } from '../../contracts/theme.ts';
import { drawLineSample, drawSwatch } from '../draw-swatch.ts';
import { escapeXml } from '../escape-xml.ts';
import type { SheetContent } from './find-content.ts';
import { SOFT } from './inks.ts';
import type { SheetWords } from './sheet-words.ts';
import { breakText, writePicture, writeText, type TextLook } from './write-paper.ts';

/** A row of the legend, or a heading over some. */
export interface LegendItem {
  readonly heightMm: number;
  /** Names what follows, so never stands last in a column. */
  readonly isHead: boolean;
  readonly draw: (x: number, y: number) => string;
}

/** What the legend is written with. */
export interface LegendContext {
  readonly cartography: Cartography;
  readonly words: SheetWords;
  readonly flavour: Flavour;
  readonly say: (text: Bilingual) => string;
  readonly type: (sizeMm: number, more?: Partial<TextLook>) => TextLook;
  readonly typeMm: number;
  readonly growth: number;
  /** Stands before the names of a picture's parts; another one each time. */
  readonly nextScope: () => string;
}

/** Every row of a legend of what is on the sheet: classes by theme, stages, certainties. */
export function listLegend(
  content: SheetContent,
  { cartography, words, flavour, say, type, typeMm, growth, nextScope }: LegendContext,
  widthMm: number,
): LegendItem[] {
  const makeKey = (
    image: SvgImage | null,
    name: string,
    classId: string | null = null,
  ): LegendItem => {
    const textX = 11.5 * growth;
    const lines = breakText(name, widthMm - textX, typeMm);
    return {
      heightMm: Math.max(typeMm * 1.75, lines.length * typeMm * 1.35 + typeMm * 0.35),
      isHead: false,
      draw: (x, y) => {
        const swatch = image
          ? writePicture(image, x + 4.6 * growth, y + typeMm * 0.85, growth, nextScope())
          : '';
        const text = lines.map((line, at) =>
          writeText(x + textX, y + typeMm * (1.2 + 1.35 * at), line, type(typeMm)),
        );
        const attribute = classId === null ? '' : ` data-class="${escapeXml(classId)}"`;
        return `<g${attribute}>${swatch}${text.join('')}</g>`;
      },
    };
  };
  const head = (text: string): LegendItem => ({
    heightMm: typeMm * 1.7,
    isHead: true,
    draw: (x, y) =>
      writeText(x, y + typeMm * 1.25, text, type(typeMm, { fill: SOFT, weight: 'bold' })),
  });
  const classes = content.groups.flatMap(({ themeId, rows }): LegendItem[] => {
    const theme = cartography.themes.find(({ id }) => id === themeId);
    return [
      ...(theme ? [head(say(theme.name))] : []),
      ...rows.map((row) => {
        const dash = cartography.statuses.find(({ status }) => status === row.status)?.dash ?? null;
        const image = drawSwatch(row.featureClass, flavour, cartography, {
          dash,
          isSoft: row.isSoft,
          softEdges: 'steps',
          status: row.status ?? 'existing',
        });
        return makeKey(image, say(row.name), row.classId);
      }),
    ];
  });
  const stages = cartography.statuses
    .filter(({ status }) => content.statuses.has(status))
    .map(({ dash, name }) => makeKey(drawLineSample(flavour, { dash, isSoft: false }), say(name)));
  const kinds = cartography.certainties
    .filter(({ certainty }) => certainty !== 'unknown' && content.certainties.has(certainty))
    .map(({ isSoft, name, meaning }) => {
      const [named, meant] = [say(name), say(meaning)];
      return makeKey(
        drawLineSample(flavour, { dash: null, isSoft, softEdges: 'steps' }),
        meant.startsWith(named) ? meant : `${named}：${meant}`,
      );
    });
  return [
    ...classes,
    ...(stages.length > 0 ? [head(words.stages), ...stages] : []),
    ...(kinds.length > 0 ? [head(words.certainties), ...kinds] : []),
  ];
}
