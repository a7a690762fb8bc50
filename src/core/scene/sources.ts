import type { Feature, FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import type { Bounds, LngLat, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { AreaSymbol, Cartography, Flavour, MarkerSymbol } from '../../contracts/theme.ts';
import { classify, isSoft } from '../classify.ts';
import { anchorOf, boundsOf, circleRing, endsOf, insetRing, toLngLat } from '../geometry.ts';
import { firmColour, typePx } from './expressions.ts';
import { ImageSheet } from './images.ts';
import { thinNames } from './thin-names.ts';

/** No feature of a bundle can have this id: ids hold no `@`. */
const GRATICULE_ID = '@graticule';
/** Steps in which a soft edge fades. */
export const FADE_STEPS = 12;

/** Sources of the map; only the properties that the style needs, so that no name of a bundle can upset it. */
export interface SceneSources {
  readonly collections: Record<string, FeatureCollection>;
  readonly images: ImageSheet;
}

/** Properties of a drawn thing; `id` carries the feature state. */
interface DrawnProperties {
  readonly id: string;
  readonly cls: string;
  readonly layer: string;
  readonly status: string;
  readonly soft: boolean;
  readonly acc: string;
  readonly [key: string]: string | number | boolean;
}

/** Cuts a bundle into one source per theme for lines and areas, and shared ones for symbols. */
export function buildSources(
  bundle: PlanBundle,
  cartography: Cartography,
  flavour: Flavour,
): SceneSources {
  const images = new ImageSheet(cartography, flavour);
  const ground: Feature[] = [];
  const circles: Feature[] = [];
  const symbols: Feature[] = [];
  const alongLines: Feature[] = [];
  const byTheme: Record<string, Feature[]> = Object.fromEntries(
    cartography.themes.map((theme) => [theme.id, []]),
  );
  const areaCounts = new Map<string, number>();
  for (const feature of bundle.features.features) {
    const { geometry } = feature;
    const classified = classify(feature, cartography);
    if (!geometry || !classified) continue;
    const { theme, featureClass } = classified;
    const drawn = baseProperties(feature, featureClass.id);
    const lines = byTheme[theme.id]!;
    const { symbol } = featureClass;
    switch (symbol.type) {
      case 'road':
      case 'rail':
      case 'line': {
        lines.push(make(geometry, drawn));
        const ref = feature.properties.ref ?? '';
        if (symbol.type === 'road' && symbol.shield && ref !== '') {
          const shield = images.shield(ref, symbol);
          alongLines.push(make(geometry, { ...drawn, ...names(feature), shield }));
        } else if (symbol.type !== 'road' && symbol.name) {
          const colour = (symbol.type === 'line' && symbol.labelColour) || symbol.colour;
          alongLines.push(make(geometry, { ...drawn, ...names(feature), colour }));
        } else if (drawn.soft && symbol.type === 'road') {
          const colour = symbol.labelColour ?? firmColour(symbol, flavour);
          alongLines.push(make(geometry, { ...drawn, ...names(feature), colour }));
        }
        break;
      }
      case 'band': {
        lines.push(make(geometry, drawn));
        const badge = feature.properties.std?.['badge'];
        if (typeof badge === 'string') {
          for (const end of endsOf(geometry)) {
            symbols.push(
              make(point(end), {
                ...drawn,
                badge: images.badge(badge, symbol.colour),
                rank: 5,
                min: 0,
                labelMin: 0,
              }),
            );
          }
        }
        break;
      }
      case 'area': {
        const index = areaCounts.get(featureClass.id) ?? 0;
        areaCounts.set(featureClass.id, index + 1);
        const colour = symbol.colours[index % symbol.colours.length]!;
        lines.push(...fadeArea(geometry, { ...drawn, colour }, symbol));
        symbols.push(
          make(point(feature.properties.labelAt ?? anchorOf(geometry)), {
            ...drawn,
            ...pointNames(feature),
            colour,
            font: 'serif',
            size: typePx(15, flavour),
            rank: 9,
            min: 0,
            labelMin: 0,
          }),
        );
        break;
      }
      case 'outline':
        lines.push(make(geometry, drawn));
        ground.push(...groundOf(geometry, drawn, bundle.bundle.extent));
        break;
      case 'marker': {
        const at = geometry.type === 'Point' ? toLngLat(geometry.coordinates) : anchorOf(geometry);
        symbols.push(make(point(at), markerProperties(feature, drawn, symbol, images, flavour)));
        const radiusM = feature.properties.accuracy.horizontalM ?? 0;
        if (drawn.soft && radiusM > 0) {
          circles.push(
            make(
              { type: 'Polygon', coordinates: [circleRing(at, radiusM / 1000)] },
              { ...drawn, colour: symbol.colour, always: symbol.uncertainty === 'always' },
            ),
          );
        }
        break;
      }
      case 'text-only':
        break;
      default:
        return symbol satisfies never;
    }
  }
  const collections: Record<string, FeatureCollection> = { ground: collect(ground) };
  for (const [theme, features] of Object.entries(byTheme)) {
    if (features.length > 0) collections[theme] = collect(features);
  }
  collections['circles'] = collect(circles);
  collections['along'] = collect(alongLines);
  collections['symbols'] = collect(thinNames(symbols));
  collections['graticule'] = buildGraticule(bundle);
  return { collections, images };
}

function baseProperties(feature: PlanFeature, cls: string): DrawnProperties {
  const { id, layer, status } = feature.properties;
  return { id, cls, layer, status, soft: isSoft(feature), acc: feature.properties.accuracy.class };
}

function names(feature: PlanFeature): { n: string; e: string; tag: string } {
  const { name, nameEn, accuracy } = feature.properties;
  return {
    n: name,
    e: nameEn ?? '',
    tag: accuracy.class === 'inferred' || accuracy.class === 'schematic' ? accuracy.class : '',
  };
}

/** A name with a short stem is parted before its bracket rather than inside it: 河底镇 / （阳泉郊区）. */
function pointNames(feature: PlanFeature): ReturnType<typeof names> {
  const found = names(feature);
  return { ...found, n: found.n.replace(/^[^（]{1,6}(?=（)/, '$&\u200b') };
}

function markerProperties(
  feature: PlanFeature,
  drawn: DrawnProperties,
  symbol: MarkerSymbol,
  images: ImageSheet,
  flavour: Flavour,
): DrawnProperties {
  const size = symbol.sizePx * flavour.scale;
  const radiusM = feature.properties.accuracy.horizontalM ?? 0;
  return {
    ...drawn,
    ...pointNames(feature),
    icon: images.marker(feature, symbol),
    colour: symbol.labelColour ?? symbol.colour,
    font: symbol.labelFont ?? 'sans',
    size: typePx(symbol.labelPx, flavour),
    rank: symbol.rank,
    min: symbol.minZoom ?? 0,
    labelMin: symbol.labelMinZoom ?? symbol.minZoom ?? 0,
    ring: size / 2 + 5,
    radius: symbol.uncertainty === 'always' ? Math.round(radiusM / 100) / 10 : 0,
  };
}

/** Crisp: one copy. Soft: nested copies, each a little smaller: laid over one another they fade out at the edge. */
function fadeArea(
  geometry: Geometry,
  drawn: DrawnProperties,
  symbol: AreaSymbol,
): Feature<Polygon>[] {
  const rings =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return rings.flatMap(([outer, ...holes]) =>
    (drawn.soft ? nestRings(outer!, symbol.fadeKm) : [outer!]).map((ring, step) =>
      make({ type: 'Polygon' as const, coordinates: [ring, ...holes] }, { ...drawn, step }),
    ),
  );
}

/** A small area fades over less, so that every copy lies inside the one before it. */
function nestRings(outer: Position[], fadeKm: number): Position[][] {
  const nest = (step: number, reachKm: number): Position[] =>
    step === 0 ? outer : insetRing(outer, (reachKm * step) / FADE_STEPS);
  let reachKm = fadeKm;
  while (reachKm > fadeKm / 1000 && !runsAlong(nest(FADE_STEPS - 1, reachKm), outer)) {
    reachKm *= 0.8;
  }
  return Array.from({ length: FADE_STEPS }, (_, step) => nest(step, reachKm));
}

/** Whether every edge still points where it pointed: an edge that turns round has been folded over. */
function runsAlong(inner: readonly Position[], outer: readonly Position[]): boolean {
  const edge = (ring: readonly Position[], end: number): readonly [number, number] => [
    ring[end]![0]! - ring[end - 1]![0]!,
    ring[end]![1]! - ring[end - 1]![1]!,
  ];
  return outer.every((_, end) => {
    if (end === 0) return true;
    const [x1, y1] = edge(outer, end);
    const [x2, y2] = edge(inner, end);
    return x1 * x2 + y1 * y2 > 0 || (x1 === 0 && y1 === 0);
  });
}

/** Land inside the outline and the mask outside it. */
function groundOf(geometry: Geometry, drawn: DrawnProperties, extent: Bounds): Feature[] {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const [west, south, east, north] = extent;
  /** Farther than the camera sees at the least zoom. */
  const [left, bottom, right, top] = [west - 12, south - 8, east + 12, north + 8];
  const world: Position[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  return [
    make({ type: 'MultiPolygon', coordinates: polygons }, { ...drawn, part: 'land' }),
    make(
      { type: 'Polygon', coordinates: [world, ...polygons.map((polygon) => polygon[0]!)] },
      { ...drawn, part: 'mask' },
    ),
  ];
}

/** Meridians and parallels every 0.2°, over the county's surroundings; an extent in metres, or worse, ends with the earth. */
function buildGraticule(bundle: PlanBundle): FeatureCollection {
  const [west, south, east, north] = bundle.bundle.extent;
  const step = 0.2;
  const lines: Feature[] = [];
  const [left, right] = [Math.max(west - 1, -180), Math.min(east + 1, 180)];
  const [bottom, top] = [Math.max(south - 1, -90), Math.min(north + 1, 90)];
  for (let i = Math.ceil(left / step); i * step <= right; i += 1) {
    const lng = Number((i * step).toFixed(1));
    lines.push(degree([lng, bottom], [lng, top], `${lng.toFixed(1)}°E`));
  }
  for (let i = Math.ceil(bottom / step); i * step <= top; i += 1) {
    const lat = Number((i * step).toFixed(1));
    lines.push(degree([left, lat], [right, lat], `${lat.toFixed(1)}°N`));
  }
  return collect(lines);
}

function degree(from: Position, to: Position, n: string): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [from, to] },
    properties: { id: GRATICULE_ID, n },
  };
}

/** The box that is looked at first: the outline if there is one, else everything. */
export function homeBounds(bundle: PlanBundle): readonly [number, number, number, number] {
  const outline = bundle.features.features.filter(
    (feature) => feature.geometry && feature.properties.layer === 'boundary',
  );
  const shown = outline.length > 0 ? outline : bundle.features.features;
  const geometries = shown.flatMap((feature) => (feature.geometry ? [feature.geometry] : []));
  return boundsOf(geometries, 1.5) ?? bundle.bundle.extent;
}

function point(at: LngLat): Geometry {
  return { type: 'Point', coordinates: [at[0], at[1]] };
}

function make<G extends Geometry>(geometry: G, properties: Record<string, unknown>): Feature<G> {
  return { type: 'Feature', geometry, properties };
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
