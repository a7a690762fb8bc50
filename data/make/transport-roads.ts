/** Roads: what `alignments.geojson` does not say about them. Figures only as a source states them. */
import { names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createLine, type LineRow } from './create-line.ts';
import type { Facts } from './read-facts.ts';

const ROAD_REFS = [names('network'), names('roadAndRail')] as const;

const ROADS: readonly LineRow[] = [
  {
    id: 's45-tianli',
    kind: 'motorway',
    name: '天黎高速（阳五高速）',
    nameEn: 'Tianli Expressway (Yangquan–Wutai)',
    ref: 'S45',
    aka: ['阳五高速', '阳盂高速'],
    planRefs: ROAD_REFS,
    sources: ['osm', 'jctrans-yangwu', 'sanjinzx-yangwu', 'lakalal-yangyu'],
    measure: {
      lengthStated: {
        value: 75.22,
        unit: 'km',
        stated: true,
        label: '五台—盂县段全长（部分在五台县）',
        labelEn: 'Whole Wutai–Yuxian section, partly in Wutai County',
      },
    },
    attributes: [
      fact(
        '标准',
        'Standard',
        '四车道，80 公里/小时，路基宽 24.5 米',
        '4 lanes, 80 km/h, roadbed 24.5 m',
        'jctrans-yangwu',
      ),
      fact(
        '通车',
        'Opened',
        '2016年6月25日（五台—盂县段）',
        '25 June 2016 (Wutai–Yuxian section)',
        'jctrans-yangwu',
      ),
      fact(
        '隧道',
        'Tunnels',
        '佛岭隧道 8,805 米，藏山隧道 6,421 米',
        'Foling 8,805 m, Cangshan 6,421 m',
        'sanjinzx-yangwu',
      ),
      fact(
        '出入口',
        'Toll gates',
        '梁家寨、上社；在章召枢纽接 G5',
        'Liangjiazhai, Shangshe; meets G5 at Zhangzhao',
        'jctrans-yangwu',
      ),
    ],
  },
  {
    id: 'g5-jingkun',
    kind: 'motorway',
    name: '京昆高速（平阳高速）',
    nameEn: 'Jingkun Expressway (Pingding–Yangqu)',
    ref: 'G5',
    aka: ['太阳高速', '平阳高速'],
    planRefs: [...ROAD_REFS, reads('capitalRegion')],
    sources: ['osm', 'newton-taiyang', 'emailnickv-g5'],
    measure: {
      lengthStated: {
        value: 124.24,
        unit: 'km',
        stated: true,
        label: '平定—阳曲段全长',
        labelEn: 'Whole Pingding–Yangqu section',
      },
    },
    attributes: [
      fact('标准', 'Standard', '六车道，100 公里/小时', '6 lanes, 100 km/h', 'newton-taiyang'),
      fact(
        '建设',
        'Built',
        '2010年3月28日—2011年12月30日（另说2012年3月全线建成）',
        '28 March 2010 – 30 December 2011 (another text: whole line in March 2012)',
        'newton-taiyang',
      ),
      fact(
        '通河北',
        'Link to Hebei',
        '2015年12月22日通车',
        'open since 22 December 2015',
        'emailnickv-g5',
      ),
    ],
  },
  {
    id: 'yangquan-west-ring',
    kind: 'motorway',
    name: '阳泉西环高速',
    nameEn: 'Yangquan West Ring Expressway',
    planRefs: [...ROAD_REFS, reads('withYangquan')],
    sources: ['osm', 'bai5t2-profile', 'own-reading'],
    note: '底图未注路名；由县情资料所列三条高速推定为阳泉西环。',
    noteEn:
      'The extract gives no name; read as the Yangquan West Ring from the three expressways that a county profile lists.',
  },
  {
    id: 'yuxian-xibaipo',
    kind: 'motorway',
    name: '盂县—西柏坡高速（研究）',
    nameEn: 'Yuxian–Xibaipo Expressway (study)',
    planRefs: [reads('capitalRegion'), reads('neighbours')],
    sources: ['shzx-xibaipo'],
    attributes: [
      fact('进展', 'Stage', '开展项目规划研究', 'project study under way', 'shzx-xibaipo'),
    ],
    note: '只见研究表述，线位未知，不上图。',
    noteEn: 'Known as a study only; no line, so it is not drawn.',
  },
  {
    id: 'g239',
    kind: 'national-road',
    name: '国道239线（阳泉—盂县—五台）',
    nameEn: 'National Road 239 (Yangquan–Yuxian–Wutai)',
    ref: 'G239',
    aka: ['原省道214线'],
    planRefs: [...ROAD_REFS, reads('bulkGoods')],
    sources: ['osm', 'scol-detour', 'sanjinzx-yangwu', 'own-reading'],
    note: '路号由资料对照推定：2016年资料称省道214线（阳泉—五台），后来资料称国道239线。',
    noteEn:
      'The number is our reading: a 2016 text has provincial road S214 between the same ends, later ones G239.',
  },
  {
    id: 'g207',
    kind: 'national-road',
    name: '国道207线',
    nameEn: 'National Road 207',
    ref: 'G207',
    planRefs: [...ROAD_REFS, reads('capitalRegion')],
    sources: ['osm', 'tupiankp-xianren', 'jtaqzix-g338', 'own-reading'],
    note: '底图只有道路等级；路号按“207国道和314省道”过仙人乡的资料推定。',
    noteEn:
      'The extract gives the class only; the number is read from a text that has G207 and S314 crossing Xianren.',
  },
  {
    id: 'g338',
    kind: 'national-road',
    name: '国道338线（滹沱河谷）',
    nameEn: 'National Road 338 (Hutuo valley)',
    ref: 'G338',
    planRefs: ROAD_REFS,
    sources: ['osm', 'jtaqzix-g338'],
    attributes: [
      fact(
        '改线',
        'Realignment',
        '闫家庄—梁家寨段改线在建（2024年）；闫家庄—贾家峪 K466+190—K495+377 封闭至2024年9月30日',
        'Yanjiazhuang–Liangjiazhai being realigned in 2024; K466+190–K495+377 closed until 30 September 2024',
        'jtaqzix-g338',
      ),
    ],
    measure: {
      lengthClosed: {
        value: 29.19,
        unit: 'km',
        stated: true,
        label: '2024年封闭施工段（由桩号相减）',
        labelEn: 'Section closed in 2024, by the chainage',
      },
    },
    note: '图上为改线前的旧线。',
    noteEn: 'Drawn on the line before the realignment.',
  },
  {
    id: 's314-west',
    kind: 'provincial-road',
    name: '盂太路（盂县—阳曲）',
    nameEn: 'Yu–Tai Road (Yuxian–Yangqu)',
    planRefs: ROAD_REFS,
    sources: ['osm', 'kridol-dongliang'],
    note: '路号未知。',
    noteEn: 'The road number is not known.',
  },
  {
    id: 's314-east',
    kind: 'provincial-road',
    name: '省道314线',
    nameEn: 'Provincial Road 314',
    ref: 'S314',
    planRefs: [...ROAD_REFS, reads('capitalRegion')],
    sources: ['osm', 'tupiankp-xianren', 'scol-detour'],
  },
  {
    id: 'station-road',
    kind: 'trunk-road',
    name: '阳泉北站连接线',
    nameEn: 'Yangquan North Station Link Road',
    planRefs: ROAD_REFS,
    sources: ['osm'],
    note: '自盂县南互通绕县城东南至阳泉北站。',
    noteEn:
      'From the Yuxian South interchange round the south-east of the county seat to Yangquan North Station.',
  },
  {
    id: 'nanlou-road',
    kind: 'primary-road',
    name: '县城—南娄—寿阳方向干线',
    nameEn: 'Main road from the county seat by Nanlou towards Shouyang',
    planRefs: ROAD_REFS,
    sources: ['osm'],
    note: '路名、路号未知。',
    noteEn: 'Name and number are not known.',
  },
  {
    id: 'taihang-1',
    kind: 'tourism-road',
    name: '太行一号旅游公路（盂县段）',
    nameEn: 'Taihang No. 1 Tourist Road (Yuxian part)',
    planRefs: [...ROAD_REFS, reads('wholeArea'), reads('sports')],
    sources: ['mtqpdj-taihang', 'own-reading'],
    through: ['梁家寨乡', '上社镇', '北下庄乡', '仙人乡'],
    measure: {
      lengthStated: {
        value: 212.128,
        unit: 'km',
        stated: true,
        label: '盂县段 16 个路段合计（含支线）',
        labelEn: 'Sixteen sections in the county, with branches',
      },
      budget: { value: 19.23, unit: 'CNY1e8', stated: true, label: '概算投资', labelEn: 'Budget' },
    },
    attributes: [
      fact(
        '标准',
        'Standard',
        '三、四级公路，路基宽 6.5–7.5 米，20–30 公里/小时',
        'class III and IV, roadbed 6.5–7.5 m, 20–30 km/h',
        'mtqpdj-taihang',
      ),
      fact(
        '起讫',
        'Ends',
        '梁家寨乡骆驼道村（五台界）—仙人乡张庄村',
        'Luotuodao, Liangjiazhai (Wutai border) – Zhangzhuang, Xianren',
        'mtqpdj-taihang',
      ),
      fact(
        '完成投资',
        'Spent',
        '12.32 亿元（截至某年7月23日，年份未见）',
        'CNY 1.232 billion by 23 July, year not shown',
        'mtqpdj-taihang',
      ),
    ],
    note: '无线位资料：只把主线所经四个乡镇的驻地依次相连，两端的村未定位。后来有资料称全市主线已贯通。',
    noteEn:
      'No alignment was found: a line through the four seats that the main line is said to pass; the end villages are not located. A later text says the city’s main line is through.',
  },
  {
    id: 'west-passage',
    kind: 'passage',
    name: '西部通道（东梁—西烟—西潘）',
    nameEn: 'Western Passage (Dongliang–Xiyan–Xipan)',
    planRefs: [reads('network'), reads('roadAndRail')],
    sources: ['own-reading', 'hkzww-xiyan', 'kridol-dongliang'],
    through: ['东梁乡', '西烟镇', '西潘乡'],
    note: '推断，非规划原文：东太国防公路“横贯”西烟镇南北并在东梁与盂太路相交，线位未知，故以三个驻地的连线示意；西烟以北为推定。',
    noteEn:
      'Our reading: the Dongtai defence road runs north–south through Xiyan and crosses the Yu–Tai Road at Dongliang; its line is unknown, so three seats are joined. North of Xiyan it is a guess.',
  },
  {
    id: 'dongtai',
    kind: 'county-road',
    name: '东太国防公路',
    nameEn: 'Dongtai Defence Road',
    planRefs: ROAD_REFS,
    sources: ['hkzww-xiyan', 'kridol-dongliang'],
    attributes: [
      fact(
        '走向',
        'Course',
        '南北向过西烟镇，在东梁村与盂太路相交',
        'north–south through Xiyan; crosses the Yu–Tai Road at Dongliang',
        'hkzww-xiyan',
      ),
    ],
    note: '线位未知，不上图；见“西部通道”。',
    noteEn: 'Its line is unknown, so it is not drawn; see the Western Passage.',
  },
];

export const createRoads = (facts: Facts) => ROADS.map((row) => createLine(facts, 'roads', row));

const RAILWAYS: readonly LineRow[] = [
  {
    id: 'shitai-psl',
    kind: 'high-speed-rail',
    name: '石太客运专线',
    nameEn: 'Shijiazhuang–Taiyuan High-speed Railway',
    aka: ['石太客专', '石太高铁'],
    planRefs: [...ROAD_REFS, reads('capitalRegion')],
    sources: ['railway-map', 'pediainside-yangquanbei', 'tupiankp-xianren'],
    attributes: [
      fact('开通', 'Opened', '2009年4月1日', '1 April 2009', 'pediainside-yangquanbei'),
      fact(
        '隧道',
        'Tunnel',
        '太行山隧道从仙人乡地下通过',
        'the Taihangshan Tunnel passes under Xianren',
        'tupiankp-xianren',
      ),
    ],
  },
  {
    id: 'shuohuang',
    kind: 'railway',
    name: '朔黄铁路',
    nameEn: 'Shuohuang Railway',
    planRefs: [...ROAD_REFS, reads('bulkGoods')],
    sources: ['railway-map', 'bai5t2-profile'],
    attributes: [
      fact(
        '县内车站',
        'In the county',
        '县境北部设有货运站，站名未见',
        'a freight station in the north, name not shown',
        'bai5t2-profile',
      ),
    ],
    note: '东经 113.325° 以西的线位未取得。',
    noteEn: 'West of 113.325° E the line was not obtained.',
  },
  {
    id: 'yangda',
    kind: 'railway',
    name: '阳大铁路（阳泉北—阳泉东）',
    nameEn: 'Yangda Railway (Yangquan North–Yangquan East)',
    planRefs: [...ROAD_REFS, reads('yangquanOne')],
    sources: ['twwiki-yangda', 'chinadaily-yangda'],
    measure: {
      lengthStated: {
        value: 79.07,
        unit: 'km',
        stated: true,
        label: '全线长度',
        labelEn: 'Whole line',
      },
    },
    attributes: [
      fact(
        '标准',
        'Standard',
        '国铁 I 级，单线，120 公里/小时',
        'national class I, single track, 120 km/h',
        'twwiki-yangda',
      ),
      fact('开通', 'Opened', '2020年9月24日', '24 September 2020', 'twwiki-yangda'),
      fact(
        '车站',
        'Stations',
        '阳泉北站、盂县东（预留）、河底',
        'Yangquan North, Yuxian East (reserved), Hedi',
        'chinadaily-yangda',
      ),
    ],
    note: '线位未取得，不上图。',
    noteEn: 'Its line was not obtained, so it is not drawn.',
  },
];

export const createRailways = (facts: Facts) =>
  RAILWAYS.map((row) => createLine(facts, 'railways', row));
