/** The development zone and its three parks. */
import type { PlanFeature } from '../../src/contracts/bundle.ts';
import { defines, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createPoint, type PointRow } from './create-feature.ts';
import type { Facts } from './read-facts.ts';

const statedArea = (value: number) => ({
  area: {
    value,
    unit: 'km2',
    stated: true,
    label: '批复面积（据报道）',
    labelEn: 'Approved area, as reported',
  } as const,
});
const STAGE = '省级开发区批复见于报道（年份未见），建成情况未见资料，按规划表示。';
const STAGE_EN =
  'The provincial approval is reported (year not shown); what has been built is not known, so it is shown as planned.';

const PARKS: readonly PointRow[] = [
  {
    id: 'devzone',
    kind: 'development-zone',
    place: '盂县经济技术开发区',
    nameEn: 'Yuxian Economic and Technological Development Zone',
    status: 'planned',
    members: ['park-nanlou', 'park-xiushui', 'park-xiyan'],
    planRefs: [
      defines('zonePlatform'),
      reads('newIndustries'),
      reads('oldIndustries'),
      reads('strongIndustry'),
    ],
    sources: ['iaiso-devzone'],
    measure: {
      area: { value: 9.42, unit: 'km2', stated: true, label: '规划面积', labelEn: 'Area' },
      areaStart: {
        value: 0.84,
        unit: 'km2',
        stated: true,
        label: '起步区面积',
        labelEn: 'Start area',
      },
    },
    attributes: [
      fact(
        '主导产业',
        'Leading industries',
        '新型耐火材料，工业固废综合利用',
        'new refractories, use of industrial solid waste',
        'iaiso-devzone',
      ),
      fact(
        '构成',
        'Parts',
        '3.06 + 2.53 + 3.83 = 9.42 平方公里',
        '3.06 + 2.53 + 3.83 = 9.42 km²',
        'iaiso-devzone',
      ),
    ],
    note: `${STAGE}所据网页为机器改写的转载。一区三园，位置见各园。`,
    noteEn: `${STAGE_EN} The page is a machine-rewritten copy. One zone, three parks: see each park for its place.`,
  },
  {
    id: 'park-nanlou',
    kind: 'park',
    place: '南娄新材料产业园',
    nameEn: 'Nanlou New Materials Park',
    status: 'planned',
    planRefs: [
      reads('zonePlatform'),
      reads('refractories'),
      reads('newMaterials'),
      reads('strongIndustry'),
    ],
    sources: ['iaiso-devzone', 'nbs-2023'],
    measure: statedArea(3.06),
    attributes: [
      fact(
        '四至（据转载辨读）',
        'Limits, as read from a copy',
        '小坪梁村、西小坪村、东小坪村与石太高铁之间',
        'between Xiaopingliang, Xixiaoping, Dongxiaoping and the high-speed line',
        'iaiso-devzone',
      ),
    ],
    note: `${STAGE}只有大致位置，没有边界。`,
    noteEn: `${STAGE_EN} An approximate place, not a boundary.`,
  },
  {
    id: 'park-xiushui',
    kind: 'park',
    place: '秀水双创智造园',
    nameEn: 'Xiushui Start-up and Smart Manufacturing Park',
    status: 'planned',
    planRefs: [
      reads('zonePlatform'),
      reads('startUps'),
      reads('informationIndustry'),
      reads('strongIndustry'),
    ],
    sources: ['iaiso-devzone', 'nbs-2023'],
    measure: statedArea(2.53),
    attributes: [
      fact(
        '四至（据转载辨读）',
        'Limits, as read from a copy',
        '东坪煤矿、京昆高速、秦村、贺村与原省道214线一带，何侧已不可辨',
        'about Dongping mine, G5, Qincun, Hecun and the former S214; which side of each is lost',
        'iaiso-devzone',
      ),
    ],
    note: `${STAGE}只有大致位置，没有边界。`,
    noteEn: `${STAGE_EN} An approximate place, not a boundary.`,
  },
  {
    id: 'park-xiyan',
    kind: 'park',
    place: '西烟循环经济产业园',
    nameEn: 'Xiyan Circular Economy Park',
    status: 'planned',
    planRefs: [
      reads('zonePlatform'),
      reads('wasteUse'),
      reads('circular'),
      reads('savingIndustry'),
    ],
    sources: ['iaiso-devzone', 'nbs-2023'],
    measure: statedArea(3.83),
    attributes: [
      fact(
        '四至（据转载辨读）',
        'Limits, as read from a copy',
        '王甫庄村以北；南六嘴、黄龙坳未能定位',
        'north of Wangfuzhuang; two other names could not be placed',
        'iaiso-devzone',
      ),
    ],
    note: `${STAGE}只有大致位置，没有边界。`,
    noteEn: `${STAGE_EN} An approximate place, not a boundary.`,
  },
];

export const createParks = (facts: Facts): PlanFeature[] =>
  PARKS.map((row) => createPoint(facts, 'parks', row));
