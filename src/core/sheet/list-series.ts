import type { Bounds, LngLat, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { Cartography, FeatureClass, Language } from '../../contracts/theme.ts';
import { ORIENTING } from '../build-scene.ts';
import { canBeDrawn, classify } from '../classify.ts';
import { featureBounds } from '../feature-bounds.ts';
import { defaultLayers } from '../initial-state.ts';
import { homeBounds } from '../scene/sources.ts';
import { listAtlas } from './list-atlas.ts';
import {
  groundLayers,
  specifySubject,
  themeSubject,
  type SheetSubject,
  type SeriesWish,
} from './sheet-subject.ts';
import type { SheetSpec } from '../../contracts/sheet.ts';

/** A set of sheets that the bundle has something for. */
export interface Series {
  /** `atlas`, `themes`, or `layer-` and the id of a bundle layer whose features have a sheet each. */
  readonly id: string;
  /** Name of the layer; null for the atlas and the themes, which the interface names. */
  readonly name: string | null;
  readonly subjects: readonly SheetSubject[];
}

/** Room round what a sheet is about, as a share of its size on each side. */
const MARGIN = 0.08;
/** A place is shown with at least this much round it, and at most: degrees of latitude, about 5 and 15 km. */
const AROUND = [0.045, 0.135] as const;

/**
 * The series that can be made of a bundle: its atlas, a sheet per theme, and one per feature of every layer of areas,
 * corridors (bands), seats, or administrative areas inside the whole. What the bundle lacks is not offered; nothing is
 * known of any one plan.
 */
export function listSeries(
  bundle: PlanBundle,
  cartography: Cartography,
  lang: Language,
): readonly Series[] {
  const features = bundle.features.features.flatMap((feature) => {
    const featureClass = classify(feature, cartography)?.featureClass;
    return featureClass && canBeDrawn(feature, featureClass) ? [{ feature, featureClass }] : [];
  });
  const isDrawn = new Set(features.map(({ feature }) => feature.properties.layer));
  const home = homeBounds(bundle);
  const ground = groundLayers(bundle);
  const themes = cartography.themes.filter(({ id }) =>
    bundle.layers.some(
      (layer) => layer.theme === id && isDrawn.has(layer.id) && !ground.includes(layer.id),
    ),
  );
  const ofLayers = bundle.layers.flatMap((layer): Series[] => {
    const own = features.filter(({ feature }) => feature.properties.layer === layer.id);
    const subjects = subjectsOf(bundle, own, layer.theme, lang);
    const name = (lang === 'en' && layer.nameEn) || layer.name;
    return subjects.length > 0 ? [{ id: `layer-${layer.id}`, name, subjects }] : [];
  });
  return [
    {
      id: 'atlas',
      name: null,
      subjects: listAtlas(bundle, cartography, lang).filter(({ layers }) =>
        layers.some((layer) => isDrawn.has(layer)),
      ),
    },
    {
      id: 'themes',
      name: null,
      subjects: themes.map((theme) => themeSubject(bundle, theme, home, lang)),
    },
    ...ofLayers,
  ].filter(({ subjects }) => subjects.length > 0);
}

interface Drawable {
  readonly feature: PlanFeature;
  readonly featureClass: FeatureClass;
}

function subjectsOf(
  bundle: PlanBundle,
  drawables: readonly Drawable[],
  theme: string,
  lang: Language,
): readonly SheetSubject[] {
  const ofTheme = bundle.layers.filter((layer) => layer.theme === theme).map(({ id }) => id);
  const themeLayers = [...new Set([...groundLayers(bundle), ...ofTheme])];
  // A place is seen with all that lies round it.
  const allLayers = Object.entries(defaultLayers(bundle)).flatMap(([id, { isVisible }]) =>
    isVisible ? [id] : [],
  );
  const make = (
    { feature: { properties } }: Drawable,
    bounds: Bounds,
    layers: readonly string[],
  ): SheetSubject => ({
    id: `feature-${properties.id}`,
    title: (lang === 'en' && properties.nameEn) || properties.name,
    layers,
    focus: properties.id,
    bounds,
  });
  const boundsOf = ({ feature }: Drawable): Bounds =>
    widen(featureBounds(bundle, [feature.properties.id])!);
  const spread = drawables
    .filter(({ featureClass: { symbol } }) => symbol.type === 'area' || symbol.type === 'band')
    .map((one) => make(one, boundsOf(one), themeLayers));
  const outlines = drawables.filter(({ featureClass }) => featureClass.symbol.type === 'outline');
  const whole = Math.max(...outlines.map((one) => sizeOf(boundsOf(one))));
  const parts = outlines
    .filter((one) => sizeOf(boundsOf(one)) < whole)
    .map((one) => make(one, boundsOf(one), allLayers));
  const seats = drawables.flatMap((one) => {
    const { symbol } = one.featureClass;
    const { geometry } = one.feature;
    return symbol.type === 'marker' && ORIENTING.has(symbol.icon) && geometry?.type === 'Point'
      ? [{ one, at: [geometry.coordinates[0]!, geometry.coordinates[1]!] as const }]
      : [];
  });
  const places = seats.map(({ one, at }) =>
    make(
      one,
      boundsAround(
        at,
        seats.flatMap((other) => (other.one === one ? [] : [other.at])),
      ),
      allLayers,
    ),
  );
  return [...spread, ...parts, ...places];
}

const sizeOf = ([west, south, east, north]: Bounds): number => (east - west) * (north - south);

function widen([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - x, south - y, east + x, north + y];
}

/** A place in the middle, reaching to its nearest neighbour, so that one sees where it lies. */
function boundsAround([lng, lat]: LngLat, others: readonly LngLat[]): Bounds {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const nearest = Math.min(
    ...others.map(([x, y]) => Math.hypot((x - lng) * narrowing, y - lat)),
    AROUND[1],
  );
  const reach = Math.max(AROUND[0], nearest);
  return widen([lng - reach / narrowing, lat - reach, lng + reach / narrowing, lat + reach]);
}

/** What stands before the numbers of a bundle's sheets until somebody chooses: the first sign of the plan's area. */
export function prefixOf(bundle: PlanBundle, cartography: Cartography): string {
  const outline = bundle.features.features.find(
    (feature) => classify(feature, cartography)?.featureClass.symbol.type === 'outline',
  );
  return [...(outline?.properties.name ?? bundle.bundle.title)][0] ?? '';
}

export interface SeriesSheet {
  readonly subject: SheetSubject;
  readonly spec: SheetSpec;
}

/** Every sheet of a series with its number: 盂-03/14. */
export function specifySeries(
  { subjects }: Pick<Series, 'subjects'>,
  prefix: string,
  wish: SeriesWish,
): readonly SeriesSheet[] {
  const digits = Math.max(2, String(subjects.length).length);
  const pad = (value: number): string => String(value).padStart(digits, '0');
  return subjects.map((subject, at) => ({
    subject,
    spec: specifySubject(
      subject,
      `${prefix === '' ? '' : `${prefix}-`}${pad(at + 1)}/${pad(subjects.length)}`,
      wish,
    ),
  }));
}
