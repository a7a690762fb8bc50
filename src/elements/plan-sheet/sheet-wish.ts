import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { fitScale } from '../../core/sheet/sheet-frame.ts';

/** What is chosen; the scale may follow the paper. */
export interface SheetWish extends Omit<SheetSpec, 'scale' | 'center'> {
  readonly scale: number | 'fit';
  readonly place: 'plan' | 'view';
}

/** What the tool opens with. */
export function firstWish({ bundle, plan }: PlanBundle, lang: ViewerState['lang']): SheetWish {
  const isEnglish = lang === 'en';
  return {
    paper: 'A3',
    orientation: 'landscape',
    scale: 'fit',
    place: 'plan',
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
  };
}

/** The scale at which the whole plan fits into the map of such a sheet. */
export function fittedScale(wish: SheetWish, bundle: PlanBundle): number {
  const { map } = layOutSheet(wish);
  return fitScale(homeBounds(bundle), map.width, map.height);
}

/** The sheet that is wished for, with a scale and a middle. */
export function specifySheet(
  { place, scale, ...wish }: SheetWish,
  bundle: PlanBundle,
  camera: ViewerState['camera'],
): SheetSpec {
  const [west, south, east, north] = homeBounds(bundle);
  const center =
    place === 'view' && camera
      ? camera.center
      : ([(west + east) / 2, (south + north) / 2] as const);
  return {
    ...wish,
    center,
    scale: scale === 'fit' ? fittedScale({ ...wish, place, scale }, bundle) : scale,
  };
}
