/** Plan drawings on paper: what a sheet is made from. Lengths on paper are in millimetres. */
import type { LngLat } from './bundle.ts';

export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type Paper = (typeof PAPERS)[number];
export type Orientation = 'portrait' | 'landscape';

export const SHEET_GRIDS = ['none', 'degrees', 'kilometres'] as const;
/** 经纬网, or the CGCS2000 kilometre grid of the sheet's 3° zone. */
export type SheetGrid = (typeof SHEET_GRIDS)[number];

export const SHEET_PARTS = [
  'title',
  'legend',
  'north',
  'scale',
  'location',
  'period',
  'number',
  'compiler',
  'date',
  'notes',
  'sources',
  'clauses',
  'watermark',
] as const;
/** 图名, 图例, 指北针, 比例尺, 区位小图, 规划期限, 图号, 编制单位, 编制日期, 说明, 资料来源, 条文索引, 水印. */
export type SheetPart = (typeof SHEET_PARTS)[number];

export interface SheetSpec {
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** Denominator: 100 000 is 1:100 000. */
  readonly scale: number;
  /** What stands in the middle of the map. */
  readonly center: LngLat;
  readonly title: string;
  readonly number: string;
  readonly compiler: string;
  /** As it is to be printed, e.g. 2026 年 11 月. */
  readonly date: string;
  /** E.g. 征求意见稿; empty: none. */
  readonly watermark: string;
  readonly grid: SheetGrid;
  /** Parts that are left off. */
  readonly hidden: readonly SheetPart[];
}
