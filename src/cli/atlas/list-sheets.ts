import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { Cartography, Language } from '../../contracts/theme.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { GROUND_THEMES } from '../poster/list-subjects.ts';

/** A map of the atlas. */
export interface AtlasSheet {
  readonly id: string;
  readonly title: string;
  /** Ids of the bundle layers on it. */
  readonly layers: readonly string[];
  readonly bounds: Bounds;
}

/** Closer than this a site lies on empty paper. */
const LEAST_DEGREES = 0.3;

/** Location first, then the bundle's views in its order, then the themes that no view shows whole. */
export function listSheets(
  bundle: PlanBundle,
  cartography: Cartography,
  lang: Language,
): readonly AtlasSheet[] {
  const isEnglish = lang === 'en';
  const home = homeBounds(bundle);
  const ground = new Set(GROUND_THEMES);
  const groundLayers = bundle.layers.filter(({ id, theme }) => ground.has(id) || ground.has(theme));
  const groundIds = groundLayers.map(({ id }) => id);
  const views = bundle.views.map((view): AtlasSheet => {
    const [site, ...others] = view.focus ?? [];
    const focus = site && others.length === 0 ? featureBounds(bundle, [site]) : null;
    return {
      id: `view-${view.id}`,
      title: (isEnglish && view.titleEn) || view.title,
      layers: view.layers ?? bundle.layers.map((layer) => layer.id),
      bounds: focus && isSmall(focus) ? grow(focus) : home,
    };
  });
  const shown = views.map(({ layers }) => new Set(layers));
  const themes = cartography.themes.filter(({ id }) => {
    const layers = bundle.layers.filter(({ theme }) => theme === id).map((layer) => layer.id);
    const isWhole = shown.slice(1).some((view) => layers.every((layer) => view.has(layer)));
    return layers.length > 0 && !isWhole && !layers.every((layer) => groundIds.includes(layer));
  });
  return [
    {
      id: 'location',
      title: isEnglish ? 'Location' : '区位与区划',
      layers: groundIds,
      bounds: home,
    },
    ...views,
    ...themes.map((theme): AtlasSheet => {
      const own = bundle.layers.filter((layer) => layer.theme === theme.id).map(({ id }) => id);
      return {
        id: `theme-${theme.id}`,
        title: isEnglish ? theme.name.en : theme.name.zh,
        layers: [...new Set([...groundIds, ...own])],
        bounds: home,
      };
    }),
  ];
}

const isSmall = ([west, south, east, north]: Bounds): boolean =>
  east - west < LEAST_DEGREES && north - south < LEAST_DEGREES;

/** Room around a site, so that one sees where it lies. */
function grow([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const half = LEAST_DEGREES / 2;
  return [x - half, y - half * 0.7, x + half, y + half * 0.7];
}
