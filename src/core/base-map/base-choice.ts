import type { BaseChoice, BaseMap, Terrain, TerrainLook } from '../../contracts/base-map.ts';

export const DEFAULT_LOOK: TerrainLook = {
  hasShade: true,
  hasContours: false,
  hasRelief: false,
  exaggeration: 1.5,
};

/** Nothing under the plan: nothing is asked of anybody. */
export const NO_BASE: BaseChoice = { map: null, opacity: 1, terrain: null, look: DEFAULT_LOOK };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isOneOf = <T>(value: unknown, ...among: readonly T[]): value is T =>
  among.includes(value as T);
const isZoom = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 24;
const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : otherwise;

function isMap(value: unknown): value is BaseMap {
  if (!isRecord(value) || !hasCommon(value)) return false;
  switch (value['kind']) {
    case 'xyz':
      return (
        isText(value['url']) &&
        isOneOf(value['datum'], 'wgs84', 'gcj02') &&
        isZoom(value['maxZoom']) &&
        isOneOf(value['tilePx'], 256, 512)
      );
    case 'wmts':
      return (
        ['url', 'layer', 'style', 'matrixSet', 'format'].every((name) => isText(value[name])) &&
        Array.isArray(value['matrices']) &&
        value['matrices'].every((name) => name === null || isText(name)) &&
        isZoom(value['maxZoom'])
      );
    case 'wms':
      return (
        isText(value['url']) &&
        isText(value['format']) &&
        isOneOf(value['version'], '1.1.1', '1.3.0') &&
        Array.isArray(value['layers']) &&
        value['layers'].every(isText)
      );
    case 'tianditu':
      return (
        isOneOf(value['look'], 'vec', 'img', 'ter') &&
        typeof value['hasNames'] === 'boolean' &&
        isText(value['key'])
      );
    case 'pmtiles':
      return value['url'] === null || isText(value['url']);
    default:
      return false;
  }
}

function isTerrain(value: unknown): value is Terrain {
  if (!isRecord(value) || !hasCommon(value)) return false;
  if (value['kind'] === 'geotiff') return true;
  return (
    value['kind'] === 'tiles' &&
    isText(value['url']) &&
    isOneOf(value['encoding'], 'terrarium', 'mapbox') &&
    isZoom(value['maxZoom'])
  );
}

const hasCommon = (value: Readonly<Record<string, unknown>>): boolean =>
  ['name', 'attribution', 'approval'].every((name) => isText(value[name]));

/** What was remembered, checked: a part that cannot be read is left off, the rest stays. */
export function readBaseChoice(stored: unknown): BaseChoice {
  if (!isRecord(stored)) return NO_BASE;
  const look = isRecord(stored['look']) ? stored['look'] : {};
  return {
    map: isMap(stored['map']) ? stored['map'] : null,
    opacity: within(stored['opacity'], 0, 1, 1),
    terrain: isTerrain(stored['terrain']) ? stored['terrain'] : null,
    look: {
      hasShade: look['hasShade'] !== false,
      hasContours: look['hasContours'] === true,
      hasRelief: look['hasRelief'] === true,
      exaggeration: within(look['exaggeration'], 1, 5, DEFAULT_LOOK.exaggeration),
    },
  };
}
