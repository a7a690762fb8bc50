/** The eight corridors and the ring: our own reading of 四纵四横、外环, out of lines that exist. */
import type { LineString, MultiLineString } from 'geojson';
import type { PlanFeature } from '../../src/contracts/bundle.ts';
import { defines, reads } from './cite.ts';
import { createFeature, INFERRED_LABEL } from './create-feature.ts';
import { createLine } from './create-line.ts';
import { createLengthMeasure } from './geometry.ts';
import type { Facts } from './read-facts.ts';

interface CorridorRow {
  readonly id: string;
  readonly badge: string;
  readonly name: string;
  readonly nameEn: string;
  readonly members: readonly string[];
  readonly note: string;
  readonly noteEn: string;
  readonly sources?: readonly string[];
}

const CORRIDORS: readonly CorridorRow[] = [
  {
    id: 'zong-1',
    badge: '纵一',
    name: '纵一 国道239线',
    nameEn: 'North–South 1: National Road 239',
    members: ['g239'],
    sources: ['scol-detour'],
    note: '南北贯通县域，经过县城，连接阳泉与五台，故列为一纵。',
    noteEn: 'Runs north–south through the county seat, from Yangquan to Wutai.',
  },
  {
    id: 'zong-2',
    badge: '纵二',
    name: '纵二 天黎高速',
    nameEn: 'North–South 2: Tianli Expressway',
    members: ['s45-tianli'],
    sources: ['jctrans-yangwu'],
    note: '县域内唯一南北贯通的高速公路，故列为一纵。',
    noteEn: 'The only expressway that crosses the county north–south.',
  },
  {
    id: 'zong-3',
    badge: '纵三',
    name: '纵三 国道207线',
    nameEn: 'North–South 3: National Road 207',
    members: ['g207'],
    sources: ['tupiankp-xianren'],
    note: '县域东部的南北向国道，经过仙人乡，故列为一纵。',
    noteEn: 'The north–south national road in the east, through Xianren.',
  },
  {
    id: 'zong-4',
    badge: '纵四',
    name: '纵四 西部通道',
    nameEn: 'North–South 4: Western Passage',
    members: ['west-passage', 'dongtai'],
    sources: ['hkzww-xiyan', 'kridol-dongliang'],
    note: '资料称东太国防公路“横贯”西烟镇南北；线位未知，以东梁—西烟—西潘驻地连线示意。也可改列太行一号旅游公路。',
    noteEn:
      'The Dongtai defence road is said to run through Xiyan; its line is unknown, so three seats are joined. The Taihang No. 1 Tourist Road could stand here as well.',
  },
  {
    id: 'heng-1',
    badge: '横一',
    name: '横一 滹沱河谷',
    nameEn: 'East–West 1: Hutuo valley',
    members: ['g338', 'shuohuang'],
    sources: ['jtaqzix-g338', 'bai5t2-profile'],
    note: '县域北部沿滹沱河谷东西向的国道338线，朔黄铁路与之并行，合列为一横。',
    noteEn: 'National Road 338 along the Hutuo in the north, with the Shuohuang Railway beside it.',
  },
  {
    id: 'heng-2',
    badge: '横二',
    name: '横二 盂太路—省道314线',
    nameEn: 'East–West 2: Yu–Tai Road and S314',
    members: ['s314-west', 's314-east'],
    sources: ['kridol-dongliang', 'tupiankp-xianren'],
    note: '盂太路与省道314线在县城相接，东西贯通县域中部，合列为一横。',
    noteEn: 'The Yu–Tai Road and S314 meet at the county seat and cross the middle of the county.',
  },
  {
    id: 'heng-3',
    badge: '横三',
    name: '横三 石太客运专线',
    nameEn: 'East–West 3: Shijiazhuang–Taiyuan High-speed Railway',
    members: ['shitai-psl', 'yangquanbei'],
    sources: ['pediainside-yangquanbei'],
    note: '东西向高速铁路，设阳泉北站。若只数公路，则不应列入。',
    noteEn:
      'The high-speed line with Yangquan North Station. A count of roads alone would leave it out.',
  },
  {
    id: 'heng-4',
    badge: '横四',
    name: '横四 京昆高速',
    nameEn: 'East–West 4: Jingkun Expressway',
    members: ['g5-jingkun'],
    sources: ['newton-taiyang'],
    note: '县域南部东西向的国家高速公路，故列为一横。',
    noteEn: 'The national expressway east–west in the south.',
  },
];

const READING = '规划只写“四纵四横”，未列路线；此处为本图集的归并。';
const READING_EN =
  'The plan says “four north–south, four east–west” and lists no routes; this grouping is the atlas’s own.';

/** Groups lines that were already built; members without a line (a station, a text-only road) add none. */
export function createCorridors(facts: Facts, built: readonly PlanFeature[]): PlanFeature[] {
  return CORRIDORS.map((row) => {
    const parts = built.filter((feature) => row.members.includes(feature.properties.id));
    const lines = parts
      .map((part) => part.geometry)
      .filter((part): part is LineString => part?.type === 'LineString');
    const geometry: MultiLineString = {
      type: 'MultiLineString',
      coordinates: lines.map((line) => line.coordinates),
    };
    const horizontalM = Math.max(...parts.map((part) => part.properties.accuracy.horizontalM ?? 0));
    return createFeature('corridors', {
      id: row.id,
      kind: row.id.startsWith('zong') ? 'zong' : 'heng',
      name: row.name,
      nameEn: row.nameEn,
      status: 'existing',
      members: row.members,
      planRefs: [defines('grid'), reads('roadAndRail'), reads('transportAdvantage')],
      sources: ['own-reading', 'outline', ...(row.sources ?? [])],
      accuracy: {
        class: 'inferred',
        horizontalM,
        label: INFERRED_LABEL,
        method: '由所列线路合成',
        methodEn: 'made up of the lines listed',
        note: READING,
        noteEn: READING_EN,
      },
      measure: createLengthMeasure(geometry, facts.boundary),
      note: row.note,
      noteEn: row.noteEn,
      std: { badge: row.badge },
      geometry,
    });
  });
}

export const createRing = (facts: Facts): PlanFeature =>
  createLine(facts, 'ring', {
    id: 'seat-ring',
    kind: 'ring',
    name: '县城外环（推断）',
    nameEn: 'Ring of the county seat (our reading)',
    planRefs: [defines('outerRing'), reads('seatCapacity')],
    sources: ['osm', 'own-reading', 'outline'],
    note: '规划只写“外环”，未作说明；此处沿县城四周现有干线闭合，所沿道路为现状。已建或规划的环路资料均未见。',
    noteEn:
      'The plan says “outer ring” and no more; this closes the main roads that exist round the seat. No built or planned ring road was found.',
  });
