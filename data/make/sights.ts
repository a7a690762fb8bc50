/** Sights and protected heritage. */
import { reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createPoint, type PointRow } from './create-feature.ts';
import type { Facts } from './read-facts.ts';

const SIGHTS: readonly PointRow[] = [
  {
    id: 'cangshan',
    kind: 'scenic-area',
    place: '藏山风景名胜区',
    nameEn: 'Cangshan Scenic Area',
    planRefs: [reads('loyalty'), reads('fourZones'), reads('tourismBrand')],
    sources: ['huaxia-cangshan', 'sxwhzyw-cangshan'],
    attributes: [
      fact(
        '等级',
        'Grade',
        '国家 4A 级旅游景区，国家水利风景区，藏山祠为全国重点文物保护单位',
        'national 4A scenic area, national water park; its shrine is under national protection',
        'huaxia-cangshan',
      ),
      fact(
        '传说',
        'Legend',
        '赵氏孤儿传说，国家级非物质文化遗产',
        'the Orphan of Zhao, national intangible heritage',
        'huaxia-cangshan',
      ),
      fact(
        '位置',
        'Where',
        '苌池镇藏山村，县城以北 18 公里，海拔约 1,200 米',
        'Cangshan village, Changchi; 18 km north of the county seat, about 1,200 m',
        'sxwhzyw-cangshan',
      ),
      fact(
        '景区内分区',
        'Parts of the scenic area',
        '育孤园、藏孤胜地、莲花寺、仙人峰自然生态区；这四区不是规划的“四大旅游板块”',
        'four parts of its own, which are not the plan’s four tourism zones',
        'huaxia-cangshan',
      ),
    ],
  },
  {
    id: 'dawangmiao',
    kind: 'heritage',
    place: '大王庙',
    nameEn: 'Dawang Temple',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    sources: ['web258-dawangmiao'],
    attributes: [
      fact(
        '保护级别',
        'Protection',
        '第五批全国重点文物保护单位，金—明',
        'national, 5th batch; Jin to Ming',
        'web258-dawangmiao',
      ),
    ],
  },
  {
    id: 'fujunmiao',
    kind: 'heritage',
    place: '府君庙',
    nameEn: 'Fujun Temple',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    sources: ['zit-fujunmiao'],
    attributes: [
      fact(
        '保护级别',
        'Protection',
        '第六批全国重点文物保护单位（2006年），元',
        'national, 6th batch (2006); Yuan',
        'zit-fujunmiao',
      ),
    ],
  },
  {
    id: 'yubei-taishanmiao',
    kind: 'heritage',
    place: '盂北泰山庙',
    nameEn: 'Yubei Taishan Temple',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    attributes: [
      fact('保护级别', 'Protection', '全国重点文物保护单位', 'national', 'heritage-list'),
    ],
  },
  {
    id: 'sanshengsi',
    kind: 'heritage',
    place: '西关三圣寺大殿',
    nameEn: 'Main Hall of Sansheng Temple, Xiguan',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    attributes: [
      fact('保护级别', 'Protection', '全国重点文物保护单位', 'national', 'heritage-list'),
    ],
    accuracyNote: {
      note: '名录点位落在县城中心',
      noteEn: 'the list falls back to the centre of the county seat',
    },
  },
  {
    id: 'potou-taishanmiao',
    kind: 'heritage',
    place: '坡头泰山庙',
    nameEn: 'Potou Taishan Temple',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    isTextOnly: true,
    attributes: [
      fact('保护级别', 'Protection', '全国重点文物保护单位', 'national', 'heritage-list'),
    ],
    accuracyNote: {
      note: '名录点位在县域东部，而坡头村属南娄镇：存疑，不上图',
      noteEn:
        'the listed position is in the east, but Potou belongs to Nanlou: doubtful, not drawn',
    },
  },
  {
    id: 'shuishenshan',
    kind: 'scenic-spot',
    place: '水神山（烈女祠）',
    nameEn: 'Shuishen Mountain (Lienü Shrine)',
    planRefs: [reads('fourZones'), reads('ecoCulture')],
    sources: ['nonggengtian-shuishenshan', 'huaxia-cangshan'],
    attributes: [
      fact(
        '位置',
        'Where',
        '县城东北 5 公里，海拔 1,200 米',
        '5 km north-east of the county seat, 1,200 m',
        'nonggengtian-shuishenshan',
      ),
      fact(
        '名录',
        'Listed',
        '“清凉山西100”（2024年）',
        '“Cool Shanxi 100”, 2024',
        'huaxia-cangshan',
      ),
    ],
  },
  {
    id: 'dachuan-village',
    kind: 'traditional-village',
    place: '大汖古村',
    nameEn: 'Dachuan Old Village',
    planRefs: [reads('fourZones'), reads('townscape'), reads('folkCulture')],
    sources: ['htlh-dachuan'],
    attributes: [
      fact(
        '名录',
        'Listed',
        '第二批中国传统村落',
        'Chinese Traditional Villages, 2nd batch',
        'htlh-dachuan',
      ),
      fact('碑刻', 'Stele', '1197年', '1197', 'htlh-dachuan'),
    ],
    accuracyNote: { note: '梁家寨村以南 6 公里', noteEn: '6 km south of Liangjiazhai village' },
  },
  {
    id: 'dachuan-spring',
    kind: 'hot-spring',
    place: '大汖温泉',
    nameEn: 'Dachuan Hot Spring',
    planRefs: [reads('wellness'), reads('fourZones')],
    sources: ['whxww-spring', 'huaxia-cangshan'],
    measure: {
      areaBuilt: {
        value: 200,
        unit: 'mu',
        stated: true,
        label: '已建（200 亩以上）',
        labelEn: 'Built (over 200 mu)',
      },
      areaPlanned: { value: 1000, unit: 'mu', stated: true, label: '规划占地', labelEn: 'Planned' },
    },
    attributes: [
      fact('水温', 'Water', '67 °C，含氡', '67 °C, radon', 'whxww-spring'),
      fact(
        '名录',
        'Listed',
        '“清凉山西100”（2024年）',
        '“Cool Shanxi 100”, 2024',
        'huaxia-cangshan',
      ),
    ],
    accuracyNote: { note: '梁家寨乡滹沱河畔', noteEn: 'by the Hutuo in Liangjiazhai' },
  },
  {
    id: 'qiuyou-temple',
    kind: 'heritage',
    place: '仇犹观',
    nameEn: 'Qiuyou Temple',
    planRefs: [reads('folkCulture'), reads('cultureBrand')],
    sources: ['jianpian-qiuyou'],
    accuracyNote: { note: '御枣口村以东', noteEn: 'east of Yuzaokou village' },
  },
  {
    id: 'longhuahe',
    kind: 'planned-resort',
    place: '龙华河文旅康养示范区',
    nameEn: 'Longhua River Culture, Tourism and Wellness Area',
    status: 'planned',
    planRefs: [reads('wellnessTrades'), reads('wellness'), reads('holidays')],
    sources: ['gyzzzx-2024'],
    attributes: [
      fact(
        '内容',
        'Content',
        '温泉疗养、住宿；涉及徐峪沟村',
        'hot-spring therapy and lodging; Xuyugou village is named',
        'gyzzzx-2024',
      ),
    ],
    accuracyNote: { note: '上社镇，具体位置未见', noteEn: 'in Shangshe; the site is not shown' },
  },
  {
    id: 'yuhuadong',
    kind: 'scenic-spot',
    place: '玉华洞',
    nameEn: 'Yuhua Cave',
    planRefs: [reads('wholeArea')],
    sources: ['tupiankp-xianren'],
    attributes: [fact('乡镇', 'Township', '仙人乡', 'Xianren', 'tupiankp-xianren')],
  },
  {
    id: 'baituan',
    kind: 'scenic-spot',
    place: '百团大战纪念馆（西烟）',
    nameEn: 'Hundred Regiments Memorial Hall (Xiyan)',
    planRefs: [reads('wholeArea'), reads('cultureBrand')],
    sources: ['hkzww-xiyan'],
    attributes: [
      fact(
        '村',
        'Village',
        '西烟镇东村村（资料单薄）',
        'Dongcun, Xiyan (thin source)',
        'hkzww-xiyan',
      ),
    ],
  },
  {
    id: 'zhulongshan',
    kind: 'scenic-spot',
    place: '诸龙山森林公园',
    nameEn: 'Zhulongshan Forest Park',
    planRefs: [reads('wholeArea'), reads('ecoPlus')],
    sources: ['qinglite-sights'],
  },
  {
    id: 'sanjianshan',
    kind: 'scenic-spot',
    place: '三尖山',
    nameEn: 'Sanjian Mountain',
    planRefs: [reads('wholeArea')],
    sources: ['qinglite-sights'],
  },
  {
    id: 'qianfosi',
    kind: 'scenic-spot',
    place: '千佛寺',
    nameEn: 'Qianfo Temple',
    planRefs: [reads('wholeArea')],
    sources: ['qinglite-sights'],
  },
];

export const createSights = (facts: Facts) =>
  SIGHTS.map((row) => createPoint(facts, 'sights', row));
