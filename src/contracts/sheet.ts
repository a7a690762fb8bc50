/** Plan drawings on paper: what a sheet is made from. Lengths on paper are in millimetres. */
import type { LngLat } from './bundle.ts';

export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

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

/** Parts with a heading, which can be called otherwise; title and watermark are words of their own. */
export type HeadedPart = Exclude<SheetPart, 'title' | 'watermark'>;

/**
 * Where a part stands, as shares of the room that it has inside the margins: 0 is at the left or upper margin, 1 at the
 * right or lower one, 0.5 in the middle; beyond lies the margin itself. So a part at an edge is at that edge on every
 * paper, whatever its size there.
 */
export type PartPlace = readonly [across: number, down: number];

/** How a sheet is made up, whatever it shows. */
export interface SheetMakeUp {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly grid: SheetGrid;
  /** Parts that are left off. */
  readonly hidden: readonly SheetPart[];
  /** Parts that stand elsewhere than the layout puts them. Default: none. */
  readonly moved?: Readonly<Partial<Record<SheetPart, PartPlace>>>;
  /** What parts are called in place of their own words; empty: their own. Default: none. */
  readonly headings?: Readonly<Partial<Record<HeadedPart, string>>>;
  readonly compiler: string;
  readonly number: string;
  /** E.g. 征求意见稿; empty: none. */
  readonly watermark: string;
}

export interface SheetSpec extends SheetMakeUp {
  /** Denominator: 100 000 is 1:100 000. */
  readonly scale: number;
  /** What stands in the middle of the map. */
  readonly center: LngLat;
  readonly title: string;
  /** As it is to be printed, e.g. 2026 年 11 月. */
  readonly date: string;
}

/** A make-up that is kept with the plan under a name, for further sheets. */
export interface SheetTemplate extends SheetMakeUp {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
}
