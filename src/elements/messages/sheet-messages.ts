import type { SheetGrid, SheetPart } from '../../contracts/sheet.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of 出图; those on the sheet itself are in core/sheet. */
export interface SheetMessages {
  readonly intro: string;
  readonly paper: string;
  readonly orientation: string;
  readonly orientations: Readonly<Record<'portrait' | 'landscape', string>>;
  readonly scale: string;
  readonly fitted: (denominator: string) => string;
  readonly place: string;
  readonly places: Readonly<Record<'plan' | 'view', string>>;
  readonly grid: string;
  readonly grids: Readonly<Record<SheetGrid, string>>;
  readonly title: string;
  readonly number: string;
  readonly compiler: string;
  readonly date: string;
  readonly watermark: string;
  readonly watermarkHint: string;
  readonly parts: string;
  readonly partNames: Readonly<Record<SheetPart, string>>;
  readonly preview: (paper: string, scale: string) => string;
  readonly drawing: string;
  readonly cut: (part: string, count: number) => string;
  readonly outside: string;
  readonly noFonts: string;
  /** Empty when none is. */
  readonly missing: (characters: readonly string[]) => string;
  readonly svg: string;
  readonly png: (dpi: number) => string;
  readonly print: string;
  readonly printHint: string;
  readonly painting: (share: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly saved: (name: string) => string;
  readonly failed: (reason: string) => string;
}

const zhHans: SheetMessages = {
  intro: '按真实比例出图：图面、图例、比例尺都随当前图层和筛选。在本机生成，不上传。',
  paper: '图幅',
  orientation: '方向',
  orientations: { landscape: '横幅', portrait: '竖幅' },
  scale: '比例尺',
  fitted: (denominator) => `适合（1∶${denominator}）`,
  place: '范围',
  places: { plan: '全县', view: '以地图窗口为中心' },
  grid: '坐标网',
  grids: { none: '不画', degrees: '经纬网', kilometres: '公里网' },
  title: '图名',
  number: '图号',
  compiler: '编制单位',
  date: '编制日期',
  watermark: '水印',
  watermarkHint: '如 征求意见稿；不填则不印',
  parts: '图面要素',
  partNames: {
    title: '图名',
    legend: '图例',
    north: '指北针',
    scale: '比例尺',
    location: '区位小图',
    period: '规划期限',
    number: '图号',
    compiler: '编制单位',
    date: '编制日期',
    notes: '说明',
    sources: '资料来源',
    clauses: '条文索引',
    watermark: '水印',
  },
  preview: (paper, scale) => `预览：${paper}，1∶${scale}`,
  drawing: '正在绘制',
  cut: (part, count) => `${part}有 ${count} 条放不下，图上已注明；可换更大的图幅。`,
  outside: '规划范围没有全部落在图内。',
  noFonts: '没有取到随本工具发布的字体（fonts 文件夹），文字用本机字体。',
  missing: (characters) =>
    characters.length === 0 ? '' : `图纸字体里没有这些字，用本机字体代替：${characters.join('')}`,
  svg: '存为 SVG',
  png: (dpi) => `存为 PNG（${dpi} dpi）`,
  print: '打印或存为 PDF…',
  printHint: '打印时选“实际大小”（100%），边距选“无”，图上一公里才是真的一公里。',
  painting: (share) => `正在输出 ${Math.round(share * 100)}%`,
  cancel: '取消',
  cancelled: '已取消，没有留下文件。',
  saved: (name) => `已保存 ${name}。`,
  failed: (reason) => `没有画成：${reason}`,
};

const en: SheetMessages = {
  intro:
    'Drawings true to scale: map, legend and scale bar follow the layers and stages that are on. Made on this machine.',
  paper: 'Paper',
  orientation: 'Orientation',
  orientations: { landscape: 'Landscape', portrait: 'Portrait' },
  scale: 'Scale',
  fitted: (denominator) => `Fitted (1:${denominator})`,
  place: 'Extent',
  places: { plan: 'Whole county', view: 'Centred on the map’s window' },
  grid: 'Grid',
  grids: { none: 'None', degrees: 'Graticule', kilometres: 'Kilometres' },
  title: 'Title',
  number: 'Sheet number',
  compiler: 'Compiled by',
  date: 'Date',
  watermark: 'Watermark',
  watermarkHint: 'E.g. Draft; empty: none',
  parts: 'Furniture',
  partNames: {
    title: 'Title',
    legend: 'Legend',
    north: 'North arrow',
    scale: 'Scale bar',
    location: 'Location map',
    period: 'Plan period',
    number: 'Sheet number',
    compiler: 'Compiler',
    date: 'Date',
    notes: 'Notes',
    sources: 'Sources',
    clauses: 'Clause index',
    watermark: 'Watermark',
  },
  preview: (paper, scale) => `Preview: ${paper}, 1:${scale}`,
  drawing: 'Drawing',
  cut: (part, count) => `${part}: ${count} found no room, as the sheet says; try larger paper.`,
  outside: 'Not all of the plan’s area is on the sheet.',
  noFonts:
    'The fonts that come with this tool (folder fonts) are not there: text is in this machine’s own.',
  missing: (characters) =>
    characters.length === 0
      ? ''
      : `Not in the fonts of sheets, drawn in this machine’s own: ${characters.join('')}`,
  svg: 'Save as SVG',
  png: (dpi) => `Save as PNG (${dpi} dpi)`,
  print: 'Print or save as PDF…',
  printHint: 'Print at actual size (100 %) with no margins, so that a kilometre is one on paper.',
  painting: (share) => `Painting ${Math.round(share * 100)}%`,
  cancel: 'Cancel',
  cancelled: 'Cancelled; no file was left.',
  saved: (name) => `Saved ${name}.`,
  failed: (reason) => `Not drawn: ${reason}`,
};

export const sheetMessages: Readonly<Record<Language, SheetMessages>> = { 'zh-Hans': zhHans, en };
