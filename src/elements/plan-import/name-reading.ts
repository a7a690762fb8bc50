import type { Language } from '../../contracts/theme.ts';
import { nameProblem, type Named } from '../plan-atlas/name-problem.ts';

/** As in `name-problem.ts`; what only the readers of files say, so that it comes with their tools. */
const IN_CHINESE: readonly (readonly [RegExp, string, string])[] = [
  [/^file-empty/, '文件是空的', '重新复制该文件。'],
  [/^(file-closed|reader-gone)/, '文件已经关闭', '重新打开该文件。'],
  [/^no-files/, '没有选择文件', '至少选择一个文件。'],
  [/^no-features/, '文件中没有可用的要素', '换用含有要素的文件。'],
  [/^key-twice/, '同一对象中有重复的键，后者有效', '删去其中一个。'],
  [/^read-failed/, '读取失败', '文件可能已损坏，请从原软件重新导出。'],
  [/^paste-/, '粘贴的内容无法识别', '粘贴 GeoJSON、KML、GPX 或带表头的表格。'],
  [/^position-lost/, '坐标落在地球之外', '改选坐标系，或不导入该要素。'],
  [/^crs-/, '坐标系不可用', '从列表中另选，对照预览。'],
  [/^format-document/, '文档里是文字，没有位置', '在编制工具中作为规划文本打开。'],
  [/^format-dwg/, 'DWG 与二进制 DXF 读不了', '在 CAD 软件中另存为 ASCII DXF（R2000 以上）。'],
  [/^format-xls/, '旧版 Excel（.xls）读不了', '另存为 .xlsx 或 .csv。'],
  [/^format-zstd/, 'Zstandard 压缩的文件读不了', '先解压，或不压缩重新导出。'],
  [/^format-/, '不是可读的格式', '改用 GeoJSON、Shapefile、KML、GPX、表格、DXF、GeoPackage 等。'],
  [/^table-no-/, '没有找到坐标列', '在表格设置中选定两列坐标。'],
  [/^table-bad-/, '有的行没有可用的坐标', '这些行不带位置；改正后可重新打开。'],
  [/^table-empty/, '表头以下没有数据', '换用至少有一行数据的表格。'],
  [/^table-/, '表格损坏或不是文本', '重新另存为 .xlsx 或 UTF-8 的 .csv。'],
  [/^dxf-skipped/, '有的图元未读入', '需要时在 CAD 软件中炸开。'],
  [/^dxf-too-/, '图元过多，只读了前一部分', '只保存需要的图层。'],
  [/^dxf-/, 'DXF 损坏或读不了', '重新另存为 ASCII DXF（R2000 以上）。'],
  [/^shapefile-no-dbf/, '缺少 .dbf，没有属性', '把同名的 .dbf 一起打开。'],
  [/^shapefile-no-prj/, '缺少 .prj，坐标系待定', '选定坐标系，或把同名的 .prj 一起打开。'],
  [/^shapefile-no/, '缺少 .shp，或不是 Shapefile', '把同名的各部分一起打开。'],
  [/^(shapefile|dbf)-/, 'Shapefile 残缺，各部分不一致', '从原软件重新导出。'],
  [/^(geopackage|flatgeobuf|docx)-/, '文件损坏', '重新复制或导出。'],
  [/^kml-/, 'KML 中的脚本与外部链接未予理会', '需要时把所链接的文件直接打开。'],
  [/^xml-/, 'XML 有误', '按所示位置改正，或重新导出。'],
  [/^charset-/, '有的字符无法识别', '另选字符编码，或另存为 UTF-8。'],
  [/^write-failed/, '文件没有写成', '少选一些要素，或换一种格式。'],
  [/^text-cut/, '有的文字太长，已截短', '要全文请改用 GeoJSON、CSV 或 GeoPackage。'],
  [/^position-outside-system/, '位置超出该坐标系的范围', '改用经纬度。'],
  [/^contents-/, '目录未计入正文', '如非目录，请手工补上。'],
  [/^heading-twice/, '标题重复', '核对段落划分。'],
  [
    /^(outline-empty|plan-text-)/,
    '文件中没有可用的正文',
    '换用 TXT、Markdown 或 DOCX 的规划正文。',
  ],
];

/** What a reader of files found and what to do, in the reader's language; null where the problem's own words do. */
export function nameReading(code: string, lang: Language): Named | null {
  const found = lang === 'en' ? undefined : IN_CHINESE.find(([pattern]) => pattern.test(code));
  return found ? { what: found[1], remedy: found[2] } : nameProblem(code, lang);
}
