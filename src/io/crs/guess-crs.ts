import type { Position } from 'geojson';
import type { Bounds } from '../../contracts/bundle.ts';
import type { CrsCandidate, CrsGuess, CrsHint, CrsId } from '../../contracts/import.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { createConverter } from './convert.ts';
import { readHint } from './read-prj.ts';
import { listSystems, systemOf, type CrsSystem } from './systems.ts';

export interface GuessInput {
  /** Some of the layer's positions, as in the file. */
  readonly positions: readonly Position[];
  /** What the file says of its system. */
  readonly hint: CrsHint | null;
}

/** Positions that are tried; more tell no more. */
const MOST_TRIED = 200;
const say = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * In which system a layer lies: what the file says, else what its numbers can mean, the likeliest first. Datums that
 * the numbers cannot tell apart (CGCS2000, Xi'an 1980, Beijing 1954, GCJ-02) are offered and never guessed silently.
 * @param near the plan's surroundings
 */
export function guessCrs({ positions, hint }: GuessInput, near: Bounds): CrsGuess {
  const tried = sample(positions);
  const stated = hint ? readHint(hint) : null;
  const candidates = listSystems(near)
    .flatMap((system) => [
      tryOut(system.id, false, tried, hint, near),
      tryOut(system.id, true, tried, hint, near),
    ])
    .filter(({ bounds }) => bounds !== null || tried.length === 0);
  if (stated !== null) return fromStatement(stated, candidates, tried, hint!, near);
  const fitting = candidates.filter(({ isNear }) => isNear);
  if (fitting.length === 0) {
    return { candidates: order(candidates, tried, false), sureness: 'open' };
  }
  const ordered = order(candidates, tried, true);
  return { candidates: ordered, sureness: fitsOnePlace(fitting) ? 'likely' : 'open' };
}

function sample(positions: readonly Position[]): readonly Position[] {
  if (positions.length <= MOST_TRIED) return positions;
  const step = positions.length / MOST_TRIED;
  return Array.from({ length: MOST_TRIED }, (_, index) => positions[Math.floor(index * step)]!);
}

function tryOut(
  crs: CrsId,
  isSwapped: boolean,
  positions: readonly Position[],
  hint: CrsHint | null,
  near: Bounds,
): CrsCandidate {
  const convert = createConverter({ crs, isSwapped }, hint);
  const found = positions.map(convert);
  // A single slip in a table must not rule the right system out; one in ten may lie anywhere.
  const good = found.filter((at) => at !== null);
  const isPossible = good.length > 0 && good.length >= found.length * 0.9;
  const bounds = isPossible ? boundsOf(good) : null;
  const nearby = good.filter(([lng, lat]) => isInside(lng, lat, near)).length;
  const isNear = isPossible && nearby >= found.length * 0.9;
  return { crs, isSwapped, bounds, isNear, reason: explain(crs, isSwapped, positions, isNear) };
}

function boundsOf(positions: readonly (readonly [number, number])[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

const isInside = (lng: number, lat: number, [west, south, east, north]: Bounds): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

function fromStatement(
  stated: CrsId,
  others: readonly CrsCandidate[],
  positions: readonly Position[],
  hint: CrsHint,
  near: Bounds,
): CrsGuess {
  const straight = tryOut(stated, false, positions, hint, near);
  const turned = tryOut(stated, true, positions, hint, near);
  const isTurned = !straight.isNear && turned.isNear;
  const chosen = isTurned ? turned : straight;
  const name = systemOf(stated)?.name ?? say('文件自带的坐标系', 'the system in the file');
  const source =
    hint.basis === 'format'
      ? say('该格式规定', 'the format prescribes')
      : say('文件写明', 'the file says');
  const first: CrsCandidate = {
    ...chosen,
    reason: isTurned
      ? say(
          `${source.zh} ${name.zh}，但数值是先北后东，按此对调。`,
          `${source.en} ${name.en}; the numbers stand northing first, so they are swapped.`,
        )
      : chosen.isNear || positions.length === 0
        ? say(`${source.zh} ${name.zh}。`, `${source.en} ${name.en}.`)
        : say(
            `${source.zh} ${name.zh}，但这样不落在本规划范围内。`,
            `${source.en} ${name.en}; yet so it lies outside this plan.`,
          ),
  };
  const rest = order(
    others.filter(({ crs, isSwapped }) => crs !== stated || isSwapped !== chosen.isSwapped),
    positions,
    true,
  );
  const isDoubtful = positions.length > 0 && !first.isNear && rest.some(({ isNear }) => isNear);
  return { candidates: [first, ...rest], sureness: isDoubtful ? 'open' : 'stated' };
}

/** Datums that numbers cannot tell apart count as one place, and so do systems for the shifted web maps and UTM. */
function fitsOnePlace(near: readonly CrsCandidate[]): boolean {
  const places = near.filter(({ crs }) => isFirstChoice(crs));
  return (
    new Set(places.map(({ bounds }) => bounds!.map((value) => value.toFixed(2)).join())).size === 1
  );
}

const isFirstChoice = (crs: CrsId): boolean => {
  const system = systemOf(crs);
  return system !== null && system.errorM <= 1 && !/UTM/.test(system.name.en);
};

/** Near ones first; among them exact systems, then those without local parameters, then shifted ones. */
function order(
  candidates: readonly CrsCandidate[],
  positions: readonly Position[],
  nearFirst: boolean,
): readonly CrsCandidate[] {
  const rank = ({ crs, isSwapped, isNear }: CrsCandidate): number => {
    const system = systemOf(crs);
    return (
      (nearFirst && !isNear ? 1000 : 0) +
      (system && isPlausible(system, positions, isSwapped) ? 0 : 500) +
      (system?.definition === null ? 200 : 0) +
      (system?.errorM ?? 0) +
      (system && /UTM/.test(system.name.en) ? 100 : 0) +
      (isSwapped ? 10 : 0)
    );
  };
  return candidates.toSorted((a, b) => rank(a) - rank(b));
}

/** The numbers have the size that this system gives them where it is used. */
function isPlausible(
  system: CrsSystem,
  positions: readonly Position[],
  isSwapped: boolean,
): boolean {
  const [first] = positions;
  if (!first) return system.unit === 'deg';
  const [x, y] = isSwapped ? [first[1]!, first[0]!] : [first[0]!, first[1]!];
  if (system.unit === 'deg') return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  if (system.prefix !== undefined) return Math.floor(x / 1_000_000) === system.prefix;
  return Math.abs(x) > 1000 && Math.abs(y) > 1000;
}

function explain(
  crs: CrsId,
  isSwapped: boolean,
  positions: readonly Position[],
  isNear: boolean,
): Bilingual {
  const system = systemOf(crs);
  const [first] = positions;
  if (!system || !first) return say('可选。', 'Possible.');
  const east = (isSwapped ? first[1] : first[0]) ?? Number.NaN;
  const north = (isSwapped ? first[0] : first[1]) ?? Number.NaN;
  const where = isNear
    ? say('，落在本规划范围内', ', and it lies in this plan')
    : say('，不在本规划范围内', ', yet it lies outside this plan');
  const turned = isSwapped ? say('；数值先北后东', '; northing comes first') : say('', '');
  const end = (zh: string, en: string): Bilingual =>
    say(`${zh}${turned.zh}${where.zh}。`, `${en}${turned.en}${where.en}.`);
  if (system.definition === null) {
    return end(
      '数值像经纬度；与未加偏移的经纬度无法从数值上区分',
      'the numbers look like degrees; they cannot be told from degrees without the shift',
    );
  }
  if (system.unit === 'deg') {
    return end(`${show(east)}, ${show(north)} 是度`, `${show(east)}, ${show(north)} are degrees`);
  }
  if (system.prefix !== undefined) {
    return end(
      `东坐标 ${show(east)} 以带号 ${system.prefix} 开头`,
      `the easting ${show(east)} begins with zone ${system.prefix}`,
    );
  }
  if (system.centralMeridian !== undefined) {
    return end(
      `东坐标 ${show(east)} 无带号，按中央经线 ${system.centralMeridian}°`,
      `the easting ${show(east)} has no zone; taken from central meridian ${system.centralMeridian}°E`,
    );
  }
  return end(`${show(east)}, ${show(north)} 是米`, `${show(east)}, ${show(north)} are metres`);
}

const show = (value: number): string =>
  Math.abs(value) < 1000 ? String(Number(value.toFixed(5))) : String(Number(value.toFixed(1)));
