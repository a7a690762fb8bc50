import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { Cartography, Language } from '../../contracts/theme.ts';
import { classify } from '../classify.ts';
import { featureBounds } from '../feature-bounds.ts';
import { homeBounds } from '../scene/sources.ts';
import { groundLayers, themeSubject, type SheetSubject } from './sheet-subject.ts';

/** Closer than this a site lies on empty paper. */
const LEAST_DEGREES = 0.3;

/**
 * Maps of the atlas: location first, then the bundle's views in its order, each layer of corridors by itself after the
 * first view but the opening one that shows it, then the themes that no view shows whole.
 */
export function listAtlas(
  bundle: PlanBundle,
  cartography: Cartography,
  lang: Language,
): readonly SheetSubject[] {
  const isEnglish = lang === 'en';
  const home = homeBounds(bundle);
  const ground = groundLayers(bundle);
  const views = bundle.views.map((view): SheetSubject => {
    const [site, ...others] = view.focus ?? [];
    const focus = site && others.length === 0 ? featureBounds(bundle, [site]) : null;
    return {
      id: `view-${view.id}`,
      title: (isEnglish && view.titleEn) || view.title,
      layers: view.layers ?? bundle.layers.map((layer) => layer.id),
      focus: null,
      bounds: focus && isSmall(focus) ? grow(focus) : home,
    };
  });
  const corridors = bundle.layers.filter(({ id }) =>
    bundle.features.features.some(
      (feature) =>
        feature.properties.layer === id &&
        classify(feature, cartography)?.featureClass.symbol.type === 'band',
    ),
  );
  const sheets: SheetSubject[] = [...views];
  for (const layer of corridors) {
    const before = views.findIndex(({ layers }, at) => at > 0 && layers.includes(layer.id));
    sheets.splice(before < 0 ? sheets.length : sheets.indexOf(views[before]!) + 1, 0, {
      id: `layer-${layer.id}`,
      title: (isEnglish && layer.nameEn) || layer.name,
      layers: [...new Set([...ground, layer.id])],
      focus: null,
      bounds: home,
    });
  }
  const shown = views.map(({ layers }) => new Set(layers));
  const themes = cartography.themes.filter(({ id }) => {
    const layers = bundle.layers.filter(({ theme }) => theme === id).map((layer) => layer.id);
    const isWhole = shown.slice(1).some((view) => layers.every((layer) => view.has(layer)));
    return layers.length > 0 && !isWhole && !layers.every((layer) => ground.includes(layer));
  });
  return [
    {
      id: 'location',
      title: isEnglish ? 'Location' : '区位与区划',
      layers: ground,
      focus: null,
      bounds: home,
    },
    ...sheets,
    ...themes.map((theme) => themeSubject(bundle, theme, home, lang)),
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
