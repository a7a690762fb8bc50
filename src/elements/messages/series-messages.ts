import type { Language } from '../../contracts/theme.ts';

/** Words of 系列出图, of pictures as JPEG and of the base map on sheets. */
export interface SeriesMessages {
  readonly jpeg: (dpi: number) => string;
  readonly quality: string;
  readonly qualities: Readonly<Record<'75' | '85' | '92', string>>;
  readonly base: (name: string) => string;
  readonly baseReading: (share: number) => string;
  readonly baseWait: string;
  readonly baseDone: (dpi: number, tiles: number) => string;
  readonly baseCoarse: (dpi: number) => string;
  readonly baseMissing: (missing: number, of: number) => string;
  readonly baseReason: (reason: string, remedy: string) => string;
  readonly baseNone: string;
  readonly baseTooMany: (count: number, most: number) => string;
  readonly baseVector: string;
  readonly baseCancelled: string;
  readonly heading: string;
  readonly intro: string;
  readonly none: string;
  readonly kind: string;
  readonly atlas: string;
  readonly themes: string;
  readonly ofLayer: (layer: string) => string;
  readonly count: (sheets: number) => string;
  readonly prefix: string;
  readonly prefixHint: string;
  readonly sheets: string;
  readonly all: string;
  readonly no: string;
  readonly show: (title: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly at: (number: number, of: number) => string;
  readonly preview: (number: string, title: string, paper: string, scale: string) => string;
  readonly drawing: string;
  readonly chosen: (count: number, of: number) => string;
  readonly zip: string;
  readonly print: string;
  readonly working: (number: number, of: number, title: string) => string;
  readonly preparing: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly saved: (name: string, sheets: number, megabytes: string) => string;
  readonly missing: (sheets: number, tiles: number) => string;
  readonly printed: (sheets: number) => string;
  readonly failed: (reason: string) => string;
}

const zhHans: SeriesMessages = {
  jpeg: (dpi) => `存为 JPEG（${dpi} dpi）`,
  quality: 'JPEG 质量',
  qualities: { '75': '较小（75）', '85': '适中（85）', '92': '精细（92）' },
  base: (name) => `底图：${name}`,
  baseReading: (share) => `正在读取底图 ${Math.round(share * 100)}%`,
  baseWait: '底图还没有读完，请稍候再输出，或先取消底图。',
  baseDone: (dpi, tiles) => `底图已垫入：${tiles} 块瓦片，图上约 ${dpi} dpi。`,
  baseCoarse: (dpi) => `该底图没有更细的级别，图上只有约 ${dpi} dpi，会显粗糙。`,
  baseMissing: (missing, of) => `底图缺 ${missing}/${of} 块瓦片，图上该处留空。`,
  baseReason: (reason, remedy) => `原因：${reason}。${remedy}`,
  baseNone: '一块瓦片也没有读到，图上没有底图。',
  baseTooMany: (count, most) =>
    `这一图幅要读 ${count} 块瓦片，最多 ${most} 块：请换较小的图幅，或较大的比例尺（范围更小）。`,
  baseVector: '矢量底图不能印在图上，请选用影像或街道等栅格底图。',
  baseCancelled: '已取消，图上没有底图。',
  heading: '系列出图',
  intro:
    '一次出一整套：每张有自己的图名、图号、图层和范围。图幅、坐标网、单位、日期、水印与图面要素同上。',
  none: '本规划在图上没有内容，无法成套出图。',
  kind: '系列',
  atlas: '规划图集',
  themes: '分专题',
  ofLayer: (layer) => `分${layer}`,
  count: (sheets) => `${sheets} 张`,
  prefix: '图号字头',
  prefixHint: '如 盂，图号即 盂-03/14；不填则为 03/14',
  sheets: '图幅清单',
  all: '全选',
  no: '全不选',
  show: (title) => `预览 ${title}`,
  previous: '上一张',
  next: '下一张',
  at: (number, of) => `第 ${number} 张，共 ${of} 张`,
  preview: (number, title, paper, scale) => `预览：${number} ${title}，${paper}，1∶${scale}`,
  drawing: '正在绘制',
  chosen: (count, of) => `已选 ${count}/${of} 张`,
  zip: '打包为',
  print: '全部打印或存为一个 PDF…',
  working: (number, of, title) => `第 ${number}/${of} 张：${title}`,
  preparing: '正在准备',
  cancel: '取消',
  cancelled: '已取消，没有留下文件。',
  saved: (name, sheets, megabytes) => `已保存 ${name}：${sheets} 张，${megabytes} MB。`,
  missing: (sheets, tiles) => `其中 ${sheets} 张的底图共缺 ${tiles} 块瓦片。`,
  printed: (sheets) => `已把 ${sheets} 张交给打印。`,
  failed: (reason) => `没有做成：${reason}`,
};

const en: SeriesMessages = {
  jpeg: (dpi) => `Save as JPEG (${dpi} dpi)`,
  quality: 'JPEG quality',
  qualities: { '75': 'Smaller (75)', '85': 'Medium (85)', '92': 'Fine (92)' },
  base: (name) => `Base map: ${name}`,
  baseReading: (share) => `Reading the base map ${Math.round(share * 100)}%`,
  baseWait: 'The base map is still being read: wait a little, or switch it off.',
  baseDone: (dpi, tiles) => `The base map lies below: ${tiles} tiles, about ${dpi} dpi on paper.`,
  baseCoarse: (dpi) => `It has no closer tiles: about ${dpi} dpi on paper, which looks coarse.`,
  baseMissing: (missing, of) => `${missing} of ${of} tiles are missing and leave holes.`,
  baseReason: (reason, remedy) => `Reason: ${reason}. ${remedy}`,
  baseNone: 'No tile came: there is no base map on the sheet.',
  baseTooMany: (count, most) =>
    `This sheet needs ${count} tiles, at most ${most} are fetched: choose smaller paper, or a larger scale (a smaller area).`,
  baseVector: 'Vector base maps cannot be printed: choose pictures, such as imagery or streets.',
  baseCancelled: 'Cancelled; there is no base map on the sheet.',
  heading: 'Series of sheets',
  intro:
    'A whole set at once, each with its own title, number, layers and extent. Paper, grid, compiler, date, watermark and furniture are as above.',
  none: 'This plan has nothing on the map to make a series of.',
  kind: 'Series',
  atlas: 'The atlas',
  themes: 'By theme',
  ofLayer: (layer) => `By ${layer}`,
  count: (sheets) => (sheets === 1 ? '1 sheet' : `${sheets} sheets`),
  prefix: 'Number prefix',
  prefixHint: 'With YX the third of 14 is YX-03/14; empty: 03/14',
  sheets: 'Sheets',
  all: 'All',
  no: 'None',
  show: (title) => `Preview ${title}`,
  previous: 'Previous',
  next: 'Next',
  at: (number, of) => `${number} of ${of}`,
  preview: (number, title, paper, scale) => `Preview: ${number} ${title}, ${paper}, 1:${scale}`,
  drawing: 'Drawing',
  chosen: (count, of) => `${count} of ${of} chosen`,
  zip: 'One .zip of',
  print: 'Print all or save as one PDF…',
  working: (number, of, title) => `${number} of ${of}: ${title}`,
  preparing: 'Preparing',
  cancel: 'Cancel',
  cancelled: 'Cancelled; no file was left.',
  saved: (name, sheets, megabytes) => `Saved ${name}: ${sheets} sheets, ${megabytes} MB.`,
  missing: (sheets, tiles) => `On ${sheets} of them ${tiles} tiles of the base map are missing.`,
  printed: (sheets) => `${sheets} sheets were handed to the printer.`,
  failed: (reason) => `Not made: ${reason}`,
};

export const seriesMessages: Readonly<Record<Language, SeriesMessages>> = {
  'zh-Hans': zhHans,
  en,
};
