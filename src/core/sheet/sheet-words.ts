import type { HeadedPart } from '../../contracts/sheet.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words that stand on sheets. */
export interface SheetWords {
  /** What the parts are called; empty: they stand without a heading. */
  readonly heads: Readonly<Record<HeadedPart, string>>;
  /** A heading before what it is the heading of, on one line. */
  readonly label: (head: string) => string;
  readonly ratio: (denominator: string) => string;
  readonly years: (from: number, to: number) => string;
  readonly stages: string;
  readonly certainties: string;
  readonly kilometre: string;
  readonly metre: string;
  readonly boundaryNote: string;
  readonly inferredNote: string;
  readonly reading: string;
  readonly plane: (zone: number, meridian: number) => string;
  readonly approval: (number: string) => string;
  readonly openStreetMap: string;
  readonly more: (count: number) => string;
}

/** Words on the sheet itself; those of the tool are with the tool. */
export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  'zh-Hans': {
    heads: {
      legend: '图例',
      north: '北',
      scale: '比例尺',
      location: '区位',
      period: '规划期限',
      number: '图号',
      compiler: '编制',
      date: '编制日期',
      notes: '',
      sources: '资料来源',
      clauses: '条文索引',
    },
    label: (head) => `${head}：`,
    ratio: (denominator) => `1∶${denominator}`,
    years: (from, to) => `${from}—${to} 年`,
    stages: '阶段',
    certainties: '精度',
    kilometre: '公里',
    metre: '米',
    boundaryNote: '界线仅供示意，不作为划界依据',
    inferredNote: '标“推断”者非规划原文',
    reading: '推断，非规划原文',
    plane: (zone, meridian) => `CGCS2000，高斯—克吕格 3° 带第 ${zone} 带，中央经线 ${meridian}°`,
    approval: (number) => `审图号：${number}`,
    openStreetMap: '道路线形 © OpenStreetMap 贡献者（ODbL）',
    more: (count) => `另有 ${count} 条，见图集附页`,
  },
  en: {
    heads: {
      legend: 'Legend',
      north: 'N',
      scale: 'Scale',
      location: 'Location',
      period: 'Plan period',
      number: 'Sheet',
      compiler: 'Compiled by',
      date: 'Date',
      notes: '',
      sources: 'Sources',
      clauses: 'Clauses',
    },
    label: (head) => `${head}: `,
    ratio: (denominator) => `1:${denominator}`,
    years: (from, to) => `${from}–${to}`,
    stages: 'Stages',
    certainties: 'Accuracy',
    kilometre: 'km',
    metre: 'm',
    boundaryNote: 'Boundaries are indicative and delimit nothing',
    inferredNote: 'What is marked 推断 is our reading, not the plan’s words',
    reading: 'our reading, not the plan’s words',
    plane: (zone, meridian) =>
      `CGCS2000, Gauss–Krüger 3° zone ${zone}, central meridian ${meridian}°E`,
    approval: (number) => `Map approval ${number}`,
    openStreetMap: 'Roads © OpenStreetMap contributors (ODbL)',
    more: (count) => `${count} more on the list of the atlas`,
  },
};
