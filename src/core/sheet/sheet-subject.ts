import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { MapScene } from '../../contracts/map-port.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Language, Theme } from '../../contracts/theme.ts';
import { GROUND_THEMES } from '../ground-themes.ts';
import { featuresById } from '../lit.ts';
import { layersFromIds, reduce } from '../reduce.ts';
import { layOutSheet } from './lay-out.ts';
import { fitScale } from './sheet-frame.ts';

/** What one sheet of an atlas or of a series is about. */
export interface SheetSubject {
  readonly id: string;
  readonly title: string;
  /** Ids of the bundle layers on it. */
  readonly layers: readonly string[];
  /** The feature that stands out; null: none does. */
  readonly focus: string | null;
  readonly bounds: Bounds;
}

/** What all sheets of one set have in common. */
export type SeriesWish = Omit<SheetSpec, 'scale' | 'center' | 'title' | 'number'>;

/** The drawing of a subject: in its middle, at the largest of the usual scales that holds it whole. */
export function specifySubject(
  { title, bounds }: Pick<SheetSubject, 'title' | 'bounds'>,
  number: string,
  wish: SeriesWish,
): SheetSpec {
  const { map } = layOutSheet(wish);
  const [west, south, east, north] = bounds;
  return {
    ...wish,
    title,
    number,
    center: [(west + east) / 2, (south + north) / 2],
    scale: fitScale(bounds, map.width, map.height),
  };
}

/** The state that draws a subject: its layers alone, what it is about selected as on the screen. */
export function showSubject(state: ViewerState, subject: SheetSubject): ViewerState {
  const layers = reduce(state, {
    type: 'layers',
    changes: layersFromIds(state.bundle!, [...subject.layers]),
  });
  const bare = reduce(layers, { type: 'clear', origin: 'api' });
  if (subject.focus === null) return bare;
  const focused = reduce(bare, { type: 'select', feature: subject.focus, origin: 'api' });
  return { ...focused, selection: { ...focused.selection, isStill: true } };
}

/** How much is left of those beside which a sheet's feature stands out: its likes of the same layer. */
const QUIET = 0.35;

/** The scene with the likes of a sheet's feature drawn quietly; as it is where no feature stands out. */
export function quietLikes(scene: MapScene, bundle: PlanBundle, focus: string | null): MapScene {
  const layer = focus === null ? null : featuresById(bundle).get(focus)?.properties.layer;
  if (!layer) return scene;
  const likes = bundle.features.features.filter(
    ({ properties }) => properties.layer === layer && properties.id !== focus,
  );
  const looks = likes.map(({ properties: { id } }) => {
    const look = scene.looks[id] ?? { opacity: 1, isLit: false, isSelected: false };
    return [id, { ...look, opacity: look.opacity * QUIET }] as const;
  });
  return { ...scene, looks: { ...scene.looks, ...Object.fromEntries(looks) } };
}

/** Ids of the layers that tell where one is. */
export function groundLayers(bundle: PlanBundle): readonly string[] {
  return bundle.layers
    .filter(({ id, theme }) => GROUND_THEMES.includes(id) || GROUND_THEMES.includes(theme))
    .map(({ id }) => id);
}

/** A theme's layers over the ground, on the whole plan's area. */
export function themeSubject(
  bundle: PlanBundle,
  theme: Theme,
  bounds: Bounds,
  lang: Language,
): SheetSubject {
  const own = bundle.layers.filter((layer) => layer.theme === theme.id).map(({ id }) => id);
  return {
    id: `theme-${theme.id}`,
    title: lang === 'en' ? theme.name.en : theme.name.zh,
    layers: [...new Set([...groundLayers(bundle), ...own])],
    focus: null,
    bounds,
  };
}
