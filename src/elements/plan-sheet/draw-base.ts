import type { BaseState } from '../../contracts/base-map.ts';
import type { Language } from '../../contracts/theme.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { MOST_BASE_TILES, planBase } from '../../core/sheet/plan-base.ts';
import { createSheetFrame } from '../../core/sheet/sheet-frame.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { writeUnderlay, type SheetUnderlay } from '../../core/sheet/underlay.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import { fetchUnderlay } from '../../io/tiles/fetch-underlay.ts';
import { problemOfFault } from '../../io/tiles/tile-fault.ts';
import { seriesMessages } from '../messages/series-messages.ts';

/** The base map of one sheet. */
export interface BaseOnSheet {
  /** Null: no tile came. */
  readonly underlay: SheetUnderlay | null;
  readonly missing: number;
  /** How it went, in words. */
  readonly news: readonly string[];
}

/** @throws Error in words when it cannot be laid under this sheet; the signal's reason when it is called off */
export async function drawBase(
  spec: SheetSpec,
  { ground, choice }: BaseState,
  lang: Language,
  task: { readonly report: (share: number) => void; readonly signal: AbortSignal },
): Promise<BaseOnSheet> {
  const texts = seriesMessages[lang];
  const { map } = layOutSheet(spec);
  const frame = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  if (!ground || ground.form !== 'raster' || !choice.map) throw new Error(texts.baseVector);
  const { tileCount } = planBase(frame, ground);
  if (tileCount > MOST_BASE_TILES) throw new Error(texts.baseTooMany(tileCount, MOST_BASE_TILES));
  const fetched = await fetchUnderlay(frame, ground, task);
  const { pictures, dpi, sourceDpi, missing, fault } = fetched;
  const { name, attribution, approval } = choice.map;
  const problem = fault === null ? null : problemOfFault(fault, name);
  const isEmpty = missing === tileCount || pictures.length === 0;
  return {
    missing,
    underlay: isEmpty
      ? null
      : {
          svg: writeUnderlay(pictures, dpi, choice.opacity),
          notes: [
            attribution || name,
            ...(approval === '' ? [] : [SHEET_WORDS[lang].approval(approval)]),
          ],
        },
    news: [
      isEmpty ? texts.baseNone : texts.baseDone(Math.round(sourceDpi), tileCount - missing),
      ...(sourceDpi < 149.5 && !isEmpty ? [texts.baseCoarse(Math.round(sourceDpi))] : []),
      ...(missing > 0 && !isEmpty ? [texts.baseMissing(missing, tileCount)] : []),
      ...(problem ? [texts.baseReason(problem.message, problem.remedy)] : []),
    ],
  };
}
