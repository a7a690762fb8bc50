/** Seats, villages and the neighbours outside the county. */
import { reads } from './cite.ts';
import { createPoint, type PointRow } from './create-feature.ts';
import type { Facts } from './read-facts.ts';
import { SEATS } from './settlement-rows.ts';

/** What is unsure about a seat's point, where the source does not simply give the seat. */
const SEAT_POINTS: Readonly<Record<string, PointRow['accuracyNote']>> = {
  sunjiazhuang: { note: '县城以东 5 公里', noteEn: '5 km east of the county seat' },
  nanlou: {
    note: '县城西南，下曹与西小坪之间',
    noteEn: 'south-west of the county seat, between Xiacao and Xixiaoping',
  },
  changchi: {
    note: '今分东、西、南苌池，何处为驻地未见说明',
    noteEn: 'now East, West and South Changchi; which is the seat is not stated',
  },
  shangshe: { note: '用同镇中社村的点位', noteEn: 'point of Zhongshe village in the same town' },
  beixiazhuang: { note: '西麻河驿与石旧都之间', noteEn: 'between Ximaheyi and Shijiudu' },
  liangjiazhai: {
    note: '用相邻御枣口村的点位',
    noteEn: 'point of Yuzaokou, the neighbouring village',
  },
  xipan: { note: '潘家汇与均才之间', noteEn: 'between Panjiahui and Juncai' },
};

export const createSeats = (facts: Facts) =>
  SEATS.map(({ id, place, kind, nameEn, code, areaKm2, areaSource, planRefs, note, noteEn }) =>
    createPoint(facts, 'seats', {
      ...{ id, place, kind, nameEn, planRefs, note, noteEn },
      placeKind: kind,
      sources: [
        'nbs-2023',
        ...(areaSource === undefined ? [] : [areaSource]),
        ...(id === 'xiyan' ? ['hkzww-xiyan'] : []),
      ],
      accuracyNote: SEAT_POINTS[id],
      measure:
        areaKm2 === undefined
          ? undefined
          : {
              area: {
                value: areaKm2,
                unit: 'km2',
                stated: true,
                label: '辖区面积（旧资料）',
                labelEn: 'Area, from an older text',
              },
            },
      std: { XZQDM: code },
    }),
  );

/** [id, name, English, township, township in English] */
const VILLAGES: readonly (readonly [string, string, string, string, string])[] = [
  ['zhongshe', '中社村', 'Zhongshe', '上社镇', 'Shangshe'],
  ['yuzaokou', '御枣口村', 'Yuzaokou', '梁家寨乡', 'Liangjiazhai'],
  ['beiyukou', '北峪口村', 'Beiyukou', '梁家寨乡', 'Liangjiazhai'],
  ['juncai', '均才村', 'Juncai', '西潘乡', 'Xipan'],
  ['panjiahui', '潘家汇村', 'Panjiahui', '西潘乡', 'Xipan'],
  ['xiaheshan', '下鹤山村', 'Xiaheshan', '上社镇', 'Shangshe'],
  ['xiaojiahui', '肖家汇村', 'Xiaojiahui', '上社镇', 'Shangshe'],
  ['zhangchengbao', '张城堡村', 'Zhangchengbao', '上社镇', 'Shangshe'],
  ['chelun', '车轮村', 'Chelun', '上社镇', 'Shangshe'],
  ['xingdao', '兴道村', 'Xingdao', '苌池镇', 'Changchi'],
  ['ximaheyi', '西麻河驿村', 'Ximaheyi', '北下庄乡', 'Beixiazhuang'],
  ['shijiudu', '石旧都村', 'Shijiudu', '北下庄乡', 'Beixiazhuang'],
  ['tuta', '土塔村', 'Tuta', '孙家庄镇', 'Sunjiazhuang'],
  ['wuyu', '乌玉村', 'Wuyu', '孙家庄镇', 'Sunjiazhuang'],
  ['lingdi', '岭底村', 'Lingdi', '仙人乡以东', 'east of Xianren'],
  ['guantou', '管头村', 'Guantou', '南娄镇', 'Nanlou'],
  ['sijiaping', '寺家坪村', 'Sijiaping', '东梁乡', 'Dongliang'],
  ['lujiayukou', '路家峪口村', 'Lujiayukou', '南娄镇', 'Nanlou'],
  ['baitupo', '白土坡村', 'Baitupo', '牛村镇', 'Niucun'],
  ['xiacao', '下曹村', 'Xiacao', '南娄镇', 'Nanlou'],
  ['dongnanguan', '东南关村', 'Dongnanguan', '南娄镇', 'Nanlou'],
];

export const createVillages = (facts: Facts) =>
  VILLAGES.map(([id, place, nameEn, township, townshipEn]) =>
    createPoint(facts, 'villages', {
      id: `village-${id}`,
      kind: 'village',
      place,
      nameEn: `${nameEn} Village`,
      planRefs:
        id === 'wuyu' ? [reads('centralVillages'), reads('townscape')] : [reads('centralVillages')],
      attributes: [
        id === 'lingdi'
          ? {
              label: '位置',
              labelEn: 'Where',
              value: township,
              valueEn: townshipEn,
              source: 'own-reading',
            }
          : {
              label: '乡镇',
              labelEn: 'Township',
              value: township,
              valueEn: townshipEn,
              source: 'nbs-2023',
            },
      ],
      sources: id === 'lingdi' ? ['own-reading'] : ['nbs-2023'],
      note: '规划正文的“中心村”未列名；此处为有点位的村，不代表已列为中心村。',
      noteEn:
        'The plan does not name its “central villages”; this is a village whose position is known, not a designated one.',
    }),
  );

const CONTEXT: readonly PointRow[] = [
  {
    id: 'context-xiaojue',
    kind: 'context-town',
    place: '小觉镇 (平山)',
    name: '小觉镇（平山）',
    nameEn: 'Xiaojue Town (Pingshan, Hebei)',
    planRefs: [reads('capitalRegion'), reads('neighbours')],
  },
  {
    id: 'context-hedi',
    kind: 'context-town',
    place: '河底镇 (阳泉郊区)',
    name: '河底镇（阳泉郊区）',
    nameEn: 'Hedi Town (Yangquan suburbs)',
    planRefs: [reads('withYangquan'), reads('yangquanOne')],
  },
  {
    id: 'context-yinying',
    kind: 'context-town',
    place: '荫营镇 (阳泉郊区)',
    name: '荫营镇（阳泉郊区）',
    nameEn: 'Yinying Town (Yangquan suburbs)',
    planRefs: [reads('withYangquan'), reads('easternShanxi')],
  },
  {
    id: 'context-nanzhuang',
    kind: 'context-village',
    place: '南庄 (定襄)',
    name: '南庄（定襄）',
    nameEn: 'Nanzhuang (Dingxiang County)',
    planRefs: [reads('balanced')],
  },
  {
    id: 'context-donglingjing',
    kind: 'context-village',
    place: '东凌井 (阳曲)',
    name: '东凌井（阳曲）',
    nameEn: 'Donglingjing (Yangqu County)',
    planRefs: [reads('balanced')],
  },
];

export const createContext = (facts: Facts) =>
  CONTEXT.map((row) =>
    createPoint(facts, 'context', {
      ...row,
      note: '县域以外，作参照。',
      noteEn: 'Outside the county, for orientation.',
    }),
  );
