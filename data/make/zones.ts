/** The four tourism zones: our own reading, drawn round the county's sights. */
import type { LngLat, PlanFeature } from '../../src/contracts/bundle.ts';
import { defines, reads, type Phrase } from './cite.ts';
import { createFeature, INFERRED_LABEL } from './create-feature.ts';
import { createHull, measureAreaKm2 } from './geometry.ts';

interface ZoneRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Ids of sights and seats; the shape is drawn round those that have a position. */
  readonly members: readonly string[];
  readonly readings: readonly Phrase[];
  readonly sources: readonly string[];
  /** How far the shape reaches beyond its anchors; less where two zones would meet. */
  readonly radiusKm: number;
  readonly note: string;
  readonly noteEn: string;
}

const ZONES: readonly ZoneRow[] = [
  {
    id: 'zone-cangshan',
    radiusKm: 2.7,
    name: '藏山忠义文化板块',
    nameEn: 'Cangshan Loyalty Culture Zone',
    members: ['cangshan', 'yubei-taishanmiao', 'changchi'],
    readings: ['loyalty'],
    sources: ['huaxia-cangshan', 'heritage-list'],
    note: '以藏山风景名胜区、盂北泰山庙和苌池镇为锚点；正文的“忠义文化”与藏山赵氏孤儿传说相合。',
    noteEn:
      'Anchored on Cangshan, Yubei Taishan Temple and Changchi; “loyalty culture” fits the legend of Cangshan.',
  },
  {
    id: 'zone-hutuo',
    radiusKm: 4,
    name: '滹沱河温泉古村康养板块',
    nameEn: 'Hutuo Hot Spring and Old Village Wellness Zone',
    members: ['dachuan-spring', 'dachuan-village', 'qiuyou-temple', 'liangjiazhai'],
    readings: ['wellness'],
    sources: ['whxww-spring', 'htlh-dachuan'],
    note: '以大汖温泉、大汖古村、仇犹观和梁家寨乡为锚点。',
    noteEn: 'Anchored on Dachuan hot spring and village, Qiuyou Temple and Liangjiazhai.',
  },
  {
    id: 'zone-seat',
    radiusKm: 2.5,
    name: '县城仇犹文化与水神山板块',
    nameEn: 'County Seat Qiuyou Culture and Shuishen Mountain Zone',
    members: ['shuishenshan', 'dawangmiao', 'sanshengsi', 'xiushui', 'sunjiazhuang'],
    readings: ['cultureBrand'],
    sources: ['nonggengtian-shuishenshan', 'heritage-list'],
    note: '以水神山、大王庙、西关三圣寺大殿、秀水镇和孙家庄镇为锚点。',
    noteEn: 'Anchored on Shuishen Mountain, two temples, Xiushui and Sunjiazhuang.',
  },
  {
    id: 'zone-longhuahe',
    radiusKm: 4,
    name: '龙华河生态康养板块',
    nameEn: 'Longhua River Ecology and Wellness Zone',
    members: ['longhuahe', 'fujunmiao', 'shangshe'],
    readings: ['ecoPlus'],
    sources: ['gyzzzx-2024', 'heritage-list'],
    note: '以龙华河文旅康养示范区（规划）、府君庙和上社镇为锚点。',
    noteEn: 'Anchored on the planned Longhua River area, Fujun Temple and Shangshe.',
  },
];

const ZONE_M = 4000;

/** Draws each zone round those of its members that are already built as points. */
export function createZones(built: readonly PlanFeature[]): PlanFeature[] {
  return ZONES.map((row) => {
    const anchors = built
      .filter(
        ({ properties, geometry }) =>
          row.members.includes(properties.id) && geometry?.type === 'Point',
      )
      .map(
        ({ geometry }) => (geometry as { coordinates: number[] }).coordinates as unknown as LngLat,
      );
    if (anchors.length !== row.members.length) throw new Error(`zone "${row.id}" misses an anchor`);
    const geometry = createHull(anchors, row.radiusKm);
    return createFeature('zones', {
      id: row.id,
      kind: 'zone',
      name: row.name,
      nameEn: row.nameEn,
      status: 'planned',
      members: row.members,
      planRefs: [
        defines('fourZones'),
        ...row.readings.map(reads),
        reads('tourismWellness'),
        reads('strongTourism'),
      ],
      sources: ['own-reading', 'outline', ...row.sources],
      accuracy: {
        class: 'inferred',
        horizontalM: ZONE_M,
        label: INFERRED_LABEL,
        method: `锚点凸包外扩 ${row.radiusKm} 公里`,
        methodEn: `convex hull of the anchors, widened by ${row.radiusKm} km`,
        note: '规划只写“四大旅游板块”，未列名称与范围；此处按县内景点聚集推定，不是边界。',
        noteEn:
          'The plan says “four tourism zones” and gives no names or extents; drawn where the sights lie, never a boundary.',
      },
      measure: {
        areaDrawn: {
          value: measureAreaKm2(geometry),
          unit: 'km2',
          stated: false,
          label: '示意范围面积（按图形量算，不是规划面积）',
          labelEn: 'Area of the drawn shape, not a planned area',
        },
      },
      note: row.note,
      noteEn: row.noteEn,
      geometry,
    });
  });
}
