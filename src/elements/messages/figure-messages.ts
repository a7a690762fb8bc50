import type { Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-figure>` alone. */
export interface FigureMessages {
  readonly live: string;
  readonly noWebgl: string;
  readonly noMap: string;
  readonly noPlace: string;
  readonly sketch: string;
  readonly unsure: string;
  /** Name of the picture before the map. */
  readonly pictureOf: (name: string) => string;
  readonly sources: string;
  readonly betweenSources: string;
  readonly more: (count: number) => string;
  /** Radius within which the true place is expected to lie. */
  readonly within: (metres: number) => string;
}

const toKilometres = (metres: number): string => String(Number((metres / 1000).toFixed(1)));

const zhHans: FigureMessages = {
  live: '交互地图',
  noWebgl: '本机浏览器没有启用 WebGL2，不能显示交互地图。',
  noMap: '交互地图没有启动。',
  noPlace: '图上没有可靠位置，仅列文字',
  sketch: '简图',
  unsure: '虚线示位置不确定',
  pictureOf: (name) => `${name}位置简图`,
  sources: '来源：',
  betweenSources: '；',
  more: (count) => `等 ${count} 项`,
  within: (metres) => (metres < 1000 ? `±${metres} 米` : `±${toKilometres(metres)} 公里`),
};

const en: FigureMessages = {
  live: 'Live map',
  noWebgl: 'This browser has no WebGL2, so there is no live map.',
  noMap: 'The live map did not start.',
  noPlace: 'No reliable position; text only',
  sketch: 'Sketch',
  unsure: 'dashed where the place is uncertain',
  pictureOf: (name) => `Sketch of where ${name} lies`,
  sources: 'Sources: ',
  betweenSources: '; ',
  more: (count) => `and more, ${count} in all`,
  within: (metres) => (metres < 1000 ? `±${metres} m` : `±${toKilometres(metres)} km`),
};

export const figureMessages: Readonly<Record<Language, FigureMessages>> = { 'zh-Hans': zhHans, en };
