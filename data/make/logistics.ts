/** The logistics hub and the seven township centres reported in 2025. */
import { names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createPoint } from './create-feature.ts';
import type { Facts } from './read-facts.ts';

const NODES: readonly (readonly [id: string, township: string, nameEn: string])[] = [
  ['xiyan', '西烟镇', 'Xiyan'],
  ['dongliang', '东梁乡', 'Dongliang'],
  ['niucun', '牛村镇', 'Niucun'],
  ['changchi', '苌池镇', 'Changchi'],
  ['shangshe', '上社镇', 'Shangshe'],
  ['xianren', '仙人乡', 'Xianren'],
  ['liangjiazhai', '梁家寨乡', 'Liangjiazhai'],
];

export const createLogistics = (facts: Facts) => [
  createPoint(facts, 'logistics', {
    id: 'logistics-hub',
    kind: 'logistics-hub',
    place: '盂县寄递物流电子商务产业园',
    nameEn: 'Yuxian Parcel Logistics and E-commerce Park',
    members: NODES.map(([id]) => `logistics-${id}`),
    planRefs: [
      reads('seatLogistics'),
      reads('trade'),
      reads('onlineTrade'),
      reads('oneBase'),
      reads('strongTrade'),
    ],
    sources: ['sxrb-logistics-2025'],
    accuracyNote: {
      note: '园址未见，暂置于县城',
      noteEn: 'the site is not stated; placed at the county seat',
    },
    measure: {
      area: { value: 45.19, unit: 'mu', stated: true, label: '占地', labelEn: 'Site' },
      investment: {
        value: 2.89,
        unit: 'CNY1e8',
        stated: true,
        label: '总投资',
        labelEn: 'Investment',
      },
    },
    attributes: [
      fact(
        '网络',
        'Network',
        '县级枢纽 1 个，乡镇中心 7 个，覆盖 277 个村',
        'one county hub, seven township centres, all 277 villages',
        'sxrb-logistics-2025',
      ),
    ],
    note: '正文未点名；与“完善县城物流网络”最相合的实体。',
    noteEn:
      'Not named in the plan; the thing that best fits its clause on the county seat’s logistics.',
  }),
  ...NODES.map(([id, township, nameEn]) =>
    createPoint(facts, 'logistics', {
      id: `logistics-${id}`,
      kind: 'logistics-node',
      place: `${township}寄递物流服务中心`,
      nameEn: `${nameEn} Parcel Logistics Centre`,
      planRefs: [names('ruralLogistics'), reads('strongTrade')],
      sources: ['sxrb-logistics-2025'],
      attributes: [
        fact(
          '场所',
          'Premises',
          '驻地老客运站',
          'the old bus station of the seat',
          'sxrb-logistics-2025',
        ),
      ],
    }),
  ),
];
