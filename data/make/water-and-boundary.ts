/** 滹沱河 and the outline of the county. */
import { area } from '@turf/turf';
import { names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createFeature } from './create-feature.ts';
import { createLine } from './create-line.ts';
import { roundTo } from './geometry.ts';
import type { Facts } from './read-facts.ts';

export const createWater = (facts: Facts) => [
  createLine(facts, 'water', {
    id: 'hutuo',
    kind: 'river',
    name: '滹沱河',
    nameEn: 'Hutuo River',
    planRefs: [reads('clearWater'), reads('landscapes'), reads('safeNature')],
    sources: ['gshhg', 'handmsg-rivers', 'newton-longhuakou'],
    attributes: [
      fact(
        '水系',
        'Basin',
        '海河流域子牙河水系',
        'Ziya River system, Hai River basin',
        'handmsg-rivers',
      ),
      fact(
        '调水',
        'Transfer',
        '龙华口调水工程（2021年7月开工）：管线 81.6 公里，每年 5,000 万立方米，投资 20.3 亿元',
        'Longhuakou transfer, begun July 2021: 81.6 km of pipe, 50 million m³ a year, CNY 2.03 billion',
        'newton-longhuakou',
      ),
    ],
    note: '正文另提黄河流域战略；所见资料中县内河流均属海河流域。',
    noteEn:
      'The plan also cites the Yellow River strategy; no river of the county was found to drain there.',
  }),
];

export const createBoundary = (facts: Facts) => [
  createFeature('boundary', {
    id: 'yuxian',
    kind: 'county',
    name: '盂县',
    nameEn: 'Yu County',
    status: 'existing',
    planRefs: [
      names('newChapter'),
      reads('cityAndBases'),
      names('townscape'),
      reads('advantages'),
      reads('eightStrong'),
      reads('neighbours'),
      reads('landPattern'),
      reads('planning'),
      reads('yellowRiver'),
    ],
    sources: [
      'admin-outline',
      'bai5t2-profile',
      'baike-yuxian',
      'qiuwen-xiashe',
      'shijiejingji-yuxian',
      'nbs-2023',
    ],
    accuracy: {
      class: 'schematic',
      horizontalM: 500,
      method: '公开行政区轮廓概化至约 200 点，取至 0.001°',
      methodEn: 'public administrative outline generalised to about 200 points, rounded to 0.001°',
      note: '界线仅供示意，不作为划界依据。',
      noteEn: 'Schematic only; not evidence of any boundary.',
    },
    measure: {
      area: { value: 2514, unit: 'km2', stated: true, label: '县域面积', labelEn: 'Area' },
      areaDrawn: {
        value: roundTo(area(facts.boundary) / 1e6, 1),
        unit: 'km2',
        stated: false,
        label: '示意轮廓面积（按图形量算）',
        labelEn: 'Area of the drawn outline',
      },
    },
    attributes: [
      fact(
        '范围',
        'Extent',
        '东经 112°55′—113°49′，北纬 37°57′—38°31′',
        '112°55′–113°49′ E, 37°57′–38°31′ N',
        'baike-yuxian',
      ),
      fact(
        '乡镇',
        'Townships',
        '8 镇 5 乡（2021年4月起），277 个行政村',
        '8 towns and 5 townships since April 2021; 277 villages',
        'qiuwen-xiashe',
      ),
      fact(
        '地势',
        'Relief',
        '最高大梁山 1,874 米，最低滹沱河边约 500 米',
        'highest Daliangshan 1,874 m, lowest about 500 m by the Hutuo',
        'shijiejingji-yuxian',
      ),
    ],
    std: { XZQDM: '140322' },
    geometry: facts.boundary,
  }),
];
