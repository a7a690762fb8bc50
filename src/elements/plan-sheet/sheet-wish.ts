import type { LngLat, PlanBundle } from '../../contracts/bundle.ts';
import type { SheetMakeUp, SheetSpec, SheetTemplate } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { createSheetFrame, fitScale } from '../../core/sheet/sheet-frame.ts';
import { CURRENT_VIEW, type Emphasis } from '../../core/sheet/sheet-view.ts';

export const PLACES = ['plan', 'view', 'frame'] as const;
/** What the sheet shows the ground of: the whole plan, what the window is centred on, or where its frame was put. */
export type SheetPlace = (typeof PLACES)[number];

/** What is chosen; the scale may follow the paper. */
export interface SheetWish extends SheetMakeUp {
  readonly moved: NonNullable<SheetMakeUp['moved']>;
  readonly headings: NonNullable<SheetMakeUp['headings']>;
  readonly scale: number | 'fit';
  readonly place: SheetPlace;
  /** Where the frame was put; null: nowhere yet. */
  readonly center: LngLat | null;
  readonly title: string;
  readonly date: string;
  /** As `viewForSheet` takes them. */
  readonly subject: string;
  readonly emphasis: Emphasis;
  /** Id of the template that was taken last; empty: none. */
  readonly template: string;
}

/** What the tool opens with. */
export function firstWish({ bundle, plan }: PlanBundle, lang: ViewerState['lang']): SheetWish {
  const isEnglish = lang === 'en';
  return {
    paper: 'A3',
    orientation: 'landscape',
    scale: 'fit',
    place: 'plan',
    center: null,
    title: (isEnglish && bundle.titleEn) || bundle.title,
    number: '',
    compiler: bundle.compiler ?? '',
    date: new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'zh-CN', {
      year: 'numeric',
      month: 'long',
    }).format(new Date()),
    watermark: plan.docs[0]?.status === 'draft' ? '征求意见稿' : '',
    grid: 'kilometres',
    hidden: ['clauses'],
    moved: {},
    headings: {},
    subject: CURRENT_VIEW,
    emphasis: 'shown',
    template: '',
  };
}

/** The scale at which the whole plan fits into the map of such a sheet. */
export function fittedScale(wish: SheetWish, bundle: PlanBundle): number {
  const { map } = layOutSheet(wish);
  return fitScale(homeBounds(bundle), map.width, map.height);
}

/** The sheet that is wished for, with a scale and a middle. */
export function specifySheet(
  wish: SheetWish,
  bundle: PlanBundle,
  camera: ViewerState['camera'],
): SheetSpec {
  const { scale, title, date } = wish;
  return {
    ...makeUpOf(wish),
    title,
    date,
    center: centerOf(wish, bundle, camera),
    scale: scale === 'fit' ? fittedScale(wish, bundle) : scale,
  };
}

function centerOf(
  { place, center }: SheetWish,
  bundle: PlanBundle,
  camera: ViewerState['camera'],
): LngLat {
  if (place === 'view' && camera) return camera.center;
  if (place === 'frame' && center) return center;
  const [west, south, east, north] = homeBounds(bundle);
  return [(west + east) / 2, (south + north) / 2];
}

/** What of a wish a template keeps. */
export const makeUpOf = ({
  scale: _scale,
  place: _place,
  center: _center,
  title: _title,
  date: _date,
  subject: _subject,
  emphasis: _emphasis,
  template: _template,
  ...makeUp
}: SheetWish): SheetMakeUp => makeUp;

/** Takes a template over: all that it says, and nothing else. */
export const takeTemplate = ({
  id,
  name: _name,
  nameEn: _nameEn,
  ...makeUp
}: SheetTemplate): Partial<SheetWish> => ({ moved: {}, headings: {}, ...makeUp, template: id });

/** A middle within the plan's surroundings, to a tenth of a metre. */
export function keepInExtent(
  [lng, lat]: LngLat,
  [west, south, east, north]: PlanBundle['bundle']['extent'],
): LngLat {
  const toMicro = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;
  return [
    toMicro(Math.min(east, Math.max(west, lng))),
    toMicro(Math.min(north, Math.max(south, lat))),
  ];
}

/** The middle so many millimetres of paper to the right and down. */
export function shiftCenter(spec: SheetSpec, rightMm: number, downMm: number): LngLat {
  const { map } = layOutSheet(spec);
  const frame = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  return frame.unproject(map.width / 2 + rightMm, map.height / 2 + downMm);
}
