import type { ExportRequest } from '../../contracts/export.ts';
import { systemOf } from '../crs/systems.ts';
import { COLUMNS, COLUMN_MEANINGS, type Row } from './collect-rows.ts';

const WORDS = {
  'zh-Hans': {
    title: (plan: string) => `${plan}：数据导出`,
    plan: (docs: string) => `规划：${docs}`,
    internal: '内部资料，不得公开。',
    count: (all: number, bare: number) =>
      bare > 0 ? `要素 ${all} 个，其中 ${bare} 个没有可靠位置，只有文字。` : `要素 ${all} 个。`,
    degrees: '先经度、后纬度，单位度，7 位小数。',
    metres: 'x 为东坐标，y 为北坐标，单位米。',
    system: (name: string, code: string) => `坐标系：${name}（${code}）。`,
    wgs84:
      '坐标系：WGS 84，先经度、后纬度，单位度。原数据为 CGCS2000（EPSG:4490），未作转换，视二者相同：两者的定义相差不到一分米，板块运动使现势位置相差不到一米。',
    inferred: (count: number) =>
      `推断，非规划原文：${count} 个要素的位置是推断，不是规划的原文，见 caution 列；使用时须一并注明。`,
    schematic: (count: number) =>
      `示意：${count} 个要素只表示走向或范围，不可量测，见 caution 列；使用时须一并注明。`,
    quotes: '引文是规划的原文；引文后注“推断，非规划原文”的，与要素的对应是推断。',
    columns: '列：',
    sources: '来源：',
    licence: (text: string) => `许可：${text}`,
    approval: (text: string) => `审图号：${text}`,
    made: (at: string) => `导出时间：${at}`,
  },
  en: {
    title: (plan: string) => `${plan}: exported data`,
    plan: (docs: string) => `Plan: ${docs}`,
    internal: 'Internal: not to be made public.',
    count: (all: number, bare: number) =>
      bare > 0
        ? `Features: ${all}, of which ${bare} have no reliable place and are text only.`
        : `Features: ${all}.`,
    degrees: 'Longitude, then latitude, in degrees with 7 decimals.',
    metres: 'x is the easting, y the northing, in metres.',
    system: (name: string, code: string) => `Coordinate system: ${name} (${code}).`,
    wgs84:
      'Coordinate system: WGS 84, longitude, then latitude, in degrees. The data are in CGCS2000 (EPSG:4490) and were not converted; the two are taken as equal: they differ by less than a decimetre as defined, and by less than a metre today, as the plates have moved.',
    inferred: (count: number) =>
      `推断，非规划原文 (our reading, not the plan’s words): the places of ${count} features, see the column caution; say so wherever they are used.`,
    schematic: (count: number) =>
      `示意 (schematic): ${count} features show direction or extent only and are not to be measured, see the column caution; say so wherever they are used.`,
    quotes:
      'Quotations are the plan’s words; where 推断，非规划原文 stands behind one, that it speaks of the feature is our reading.',
    columns: 'Columns:',
    sources: 'Sources:',
    licence: (text: string) => `Licence: ${text}`,
    approval: (text: string) => `Map approval number: ${text}`,
    made: (at: string) => `Exported: ${at}`,
  },
} as const;

/**
 * What has to be known of the file, a line each: plan, count, system, what is inferred and schematic, columns, sources,
 * licence. Every format carries it where it can.
 */
export function describeExport(
  { bundle, crs, format, language, madeAt }: ExportRequest,
  rows: readonly Row[],
): readonly string[] {
  const words = WORDS[language];
  const either = (zh: string, en: string | undefined): string => (language === 'en' && en) || zh;
  const key = language === 'en' ? 'en' : 'zh';
  const { title, titleEn, disclosure, licence, mapApproval } = bundle.bundle;
  const count = (certainty: string): number =>
    rows.filter(({ feature }) => feature.properties.accuracy.class === certainty).length;
  const [inferred, schematic] = [count('inferred'), count('schematic')];
  const system = systemOf(crs);
  const used = new Set(rows.flatMap(({ feature }) => feature.properties.sources));
  const docs = bundle.plan.docs.map((doc) => either(doc.title, doc.titleEn));
  return [
    words.title(either(title, titleEn)),
    words.plan(docs.join(language === 'en' ? '; ' : '；')),
    ...(disclosure === 'internal' ? [words.internal] : []),
    words.count(rows.length, rows.filter(({ geometry }) => geometry === null).length),
    ...(format === 'kml'
      ? [words.wgs84]
      : [
          `${words.system(system?.name[key] ?? crs, crs)}${language === 'en' ? ' ' : ''}${
            system?.unit === 'm' ? words.metres : words.degrees
          }`,
        ]),
    ...(inferred > 0 ? [words.inferred(inferred)] : []),
    ...(schematic > 0 ? [words.schematic(schematic)] : []),
    words.quotes,
    words.columns,
    ...COLUMNS.map((column) => `- ${column}: ${COLUMN_MEANINGS[column][key]}`),
    words.sources,
    ...bundle.sources.flatMap((source) =>
      used.has(source.id)
        ? [
            `- ${[
              `${source.id}: ${either(source.title, source.titleEn)}`,
              source.publisher,
              source.date,
              source.licence,
              source.url,
            ]
              .filter((part) => part !== undefined)
              .join(language === 'en' ? ', ' : '，')}`,
          ]
        : [],
    ),
    ...(licence ? [words.licence(licence)] : []),
    ...(mapApproval ? [words.approval(mapApproval)] : []),
    ...(madeAt ? [words.made(madeAt.toISOString())] : []),
  ];
}
