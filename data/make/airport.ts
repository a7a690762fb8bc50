/** The general airport: one marker with its uncertainty, and the facts of the 2013–2015 proposal. */
import { defines, names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createPoint } from './create-feature.ts';
import type { Facts } from './read-facts.ts';

export const createAirport = (facts: Facts) => [
  createPoint(facts, 'airport', {
    id: 'airport',
    kind: 'general-airport',
    place: '盂县通用航空机场（选址）',
    nameEn: 'Yuxian General Airport (proposed site)',
    status: 'proposed',
    phase: { label: '2013—2015年提出', from: 2013 },
    planRefs: [
      defines('buildAirport'),
      names('airFreight'),
      names('aviationIndustry'),
      reads('aviation'),
    ],
    sources: [
      'iaion-airport',
      'ttnews-airport',
      'aviation-cn-2022',
      'xunsheng-airports',
      'outline',
    ],
    accuracyNote: {
      note: '报道只说东梁乡，未说村；圆示可能范围。不画跑道。',
      noteEn:
        'The report says Dongliang Township and no village; the circle shows where it may lie. No runway is drawn.',
    },
    measure: {
      runwayLength: {
        value: 1200,
        unit: 'm',
        stated: true,
        label: '跑道长（2013—2015年方案）',
        labelEn: 'Runway length in the 2013–2015 proposal',
      },
      runwayWidth: {
        value: 30,
        unit: 'm',
        stated: true,
        label: '跑道宽（2013—2015年方案）',
        labelEn: 'Runway width in the 2013–2015 proposal',
      },
      investment: {
        value: 110,
        unit: 'CNY1e8',
        stated: true,
        label: '投资（含产业园，2015年报道）',
        labelEn: 'Investment with an industry park, reported in 2015',
      },
    },
    attributes: [
      fact(
        '等级',
        'Class',
        '一类通用机场，飞行区 2B',
        'class I general airport, flight area 2B',
        'iaion-airport',
      ),
      fact('跑道', 'Runway', '1,200 × 30 米', '1,200 × 30 m', 'iaion-airport'),
      fact('最大机型', 'Largest aircraft', '运12', 'Y-12', 'iaion-airport'),
      fact(
        '选址评审',
        'Site review',
        '2013年12月18—19日，民航华北管理局',
        '18–19 December 2013, CAAC North China',
        'iaion-airport',
      ),
      fact(
        '2015年11月',
        'November 2015',
        '待省发展改革委核准后开工',
        'to begin once the provincial commission approves',
        'iaion-airport',
      ),
      fact(
        '2018年前后',
        'About 2018',
        '列入“十三五”省级新建重点项目',
        'a new provincial key project of the 13th five-year plan',
        'ttnews-airport',
      ),
      fact(
        '2022年5月',
        'May 2022',
        '省级规划推进的通用机场未列盂县，盂县列入 14 个航空飞行营地',
        'not among the general airports of the provincial plan; Yuxian is one of 14 flying camps',
        'aviation-cn-2022',
      ),
      fact(
        '近期新建名单',
        'Near-term list',
        '16 个近期新建通用机场中没有盂县',
        'not among 16 near-term new general airports',
        'xunsheng-airports',
      ),
      fact(
        '后续',
        'Since then',
        '未见后续批复、开工或通航信息',
        'no later approval, construction or opening was found',
        'own-reading',
      ),
    ],
    note: '未见后续批复、开工或通航信息。',
    noteEn: 'No later approval, construction or opening was found.',
  }),
];
