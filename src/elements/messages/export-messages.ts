import type { ExportFormat } from '../../contracts/export.ts';
import type { Language } from '../../contracts/theme.ts';
import type { ExportScope } from '../plan-export/choose-features.ts';

/** Words of 导出数据. */
export interface ExportMessages {
  readonly intro: string;
  readonly which: string;
  readonly scopes: Readonly<Record<ExportScope, string>>;
  readonly format: string;
  readonly formats: Readonly<Record<ExportFormat, string>>;
  readonly hints: Readonly<Record<ExportFormat, string>>;
  readonly system: string;
  readonly degrees: string;
  readonly metres: (code: string) => string;
  readonly none: Readonly<Record<ExportScope, string>>;
  readonly soft: (inferred: number, schematic: number) => string;
  readonly write: (count: number) => string;
  readonly writing: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly written: (name: string, count: number) => string;
  readonly remedy: string;
}

const zhHans: ExportMessages = {
  intro: '要素连同名称、类别、阶段、所依条文、来源、精度一起写进文件。文件在本机生成，不上传。',
  which: '要素',
  scopes: { all: '全部', layers: '打开的图层', view: '地图窗口内', selected: '选中的' },
  format: '格式',
  formats: {
    geojson: 'GeoJSON',
    kml: 'KML',
    csv: 'CSV 表格',
    geopackage: 'GeoPackage',
    shapefile: 'Shapefile',
  },
  hints: {
    geojson: '网页地图和各种 GIS 软件都能打开。',
    kml: '奥维、Google Earth 等打开；按 KML 的规定为 WGS 84，与 CGCS2000 相差不到一米。',
    csv: '用 Excel 打开，中文不乱码；位置在 WKT 一列。',
    geopackage: 'QGIS、ArcGIS 打开；字段不截断。',
    shapefile: '.zip，点、线、面各一份；UTF-8，长文字截到 254 字节。',
  },
  system: '坐标系',
  degrees: 'CGCS2000 经纬度（EPSG:4490）',
  metres: (code) => `CGCS2000 3° 带高斯投影，米（${code}）`,
  none: {
    all: '这个规划没有要素。',
    layers: '没有打开的图层。',
    view: '地图窗口内没有要素。',
    selected: '没有选中要素：在图上、列表里或正文里点选。',
  },
  soft: (inferred, schematic) =>
    `其中推断 ${inferred} 个、示意 ${schematic} 个：文件里逐个注明，位置不可当作实测。`,
  write: (count) => `导出 ${count} 个要素`,
  writing: '正在写文件',
  cancel: '取消',
  cancelled: '已取消，没有留下文件。',
  written: (name, count) => `已导出 ${name}，${count} 个要素。`,
  remedy: '怎么办：',
};

const en: ExportMessages = {
  intro:
    'Features go out with names, class, stage, the clauses they rest on, sources and accuracy. The file is made on this machine and sent nowhere.',
  which: 'Features',
  scopes: {
    all: 'All',
    layers: 'Layers switched on',
    view: 'In the map’s window',
    selected: 'Selected',
  },
  format: 'Format',
  formats: {
    geojson: 'GeoJSON',
    kml: 'KML',
    csv: 'CSV table',
    geopackage: 'GeoPackage',
    shapefile: 'Shapefile',
  },
  hints: {
    geojson: 'For web maps and every GIS.',
    kml: 'For Google Earth and the like; WGS 84 by KML’s own rules, within a metre of CGCS2000.',
    csv: 'For Excel, Chinese intact; the place is in the WKT column.',
    geopackage: 'For QGIS and ArcGIS; no field is cut.',
    shapefile: 'A .zip with points, lines and areas apart; UTF-8, long texts cut at 254 bytes.',
  },
  system: 'Coordinate system',
  degrees: 'CGCS2000 degrees (EPSG:4490)',
  metres: (code) => `CGCS2000 3° Gauss–Krüger, metres (${code})`,
  none: {
    all: 'This plan has no features.',
    layers: 'No layer is switched on.',
    view: 'No feature is in the map’s window.',
    selected: 'Nothing is selected: choose on the map, in the list or in the text.',
  },
  soft: (inferred, schematic) =>
    `${inferred} of them inferred, ${schematic} schematic: each says so in the file; their places are no survey.`,
  write: (count) => `Export ${count} ${count === 1 ? 'feature' : 'features'}`,
  writing: 'Writing the file',
  cancel: 'Cancel',
  cancelled: 'Cancelled; no file was left.',
  written: (name, count) => `Exported ${name}, ${count} ${count === 1 ? 'feature' : 'features'}.`,
  remedy: 'What to do: ',
};

export const exportMessages: Readonly<Record<Language, ExportMessages>> = { 'zh-Hans': zhHans, en };
