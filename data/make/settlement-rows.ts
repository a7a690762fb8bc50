/** The thirteen seats in the order of their codes, as the 2023 national list has them. */
import type { PlanRef } from '../../src/contracts/bundle.ts';
import { names, reads } from './cite.ts';

export interface SeatRow {
  readonly id: string;
  readonly place: string;
  readonly kind: 'county-seat' | 'town-seat' | 'township-seat';
  readonly nameEn: string;
  readonly code: string;
  /** Square kilometres as an older text states them. */
  readonly areaKm2?: number;
  readonly areaSource?: string;
  readonly planRefs: readonly PlanRef[];
  readonly note?: string;
  readonly noteEn?: string;
}

const TOWN = [reads('townAndCountry'), reads('strongTowns')] as const;

export const SEATS: readonly SeatRow[] = [
  {
    id: 'xiushui',
    place: '秀水镇',
    kind: 'county-seat',
    nameEn: 'Xiushui Town',
    code: '140322100',
    areaKm2: 48.25,
    areaSource: 'jjgjrc-yuxian',
    planRefs: [names('mainSeat'), names('seatCapacity'), reads('viceCentre')],
    note: '县城所在地。',
    noteEn: 'The county seat.',
  },
  {
    id: 'sunjiazhuang',
    place: '孙家庄镇',
    kind: 'town-seat',
    nameEn: 'Sunjiazhuang Town',
    code: '140322101',
    areaKm2: 84,
    areaSource: 'jjgjrc-yuxian',
    planRefs: TOWN,
  },
  {
    id: 'lujiacun',
    place: '路家村镇',
    kind: 'town-seat',
    nameEn: 'Lujiacun Town',
    code: '140322102',
    areaKm2: 92,
    areaSource: 'jjgjrc-yuxian',
    planRefs: TOWN,
  },
  {
    id: 'nanlou',
    place: '南娄镇',
    kind: 'town-seat',
    nameEn: 'Nanlou Town',
    code: '140322103',
    areaKm2: 168,
    areaSource: 'jjgjrc-yuxian',
    planRefs: [...TOWN, reads('refractories')],
  },
  {
    id: 'niucun',
    place: '牛村镇',
    kind: 'town-seat',
    nameEn: 'Niucun Town',
    code: '140322104',
    planRefs: TOWN,
  },
  {
    id: 'changchi',
    place: '苌池镇',
    kind: 'town-seat',
    nameEn: 'Changchi Town',
    code: '140322105',
    planRefs: TOWN,
  },
  {
    id: 'shangshe',
    place: '上社镇',
    kind: 'town-seat',
    nameEn: 'Shangshe Town',
    code: '140322106',
    planRefs: TOWN,
    note: '2021年4月下社乡撤销，下社、细腰等六村并入。',
    noteEn: 'Took in six villages when Xiashe Township was abolished in April 2021.',
  },
  {
    id: 'xiyan',
    place: '西烟镇',
    kind: 'town-seat',
    nameEn: 'Xiyan Town',
    code: '140322107',
    areaKm2: 314,
    areaSource: 'hkzww-xiyan',
    planRefs: [reads('keyTowns'), ...TOWN],
    note: '2014年列为全国重点镇；规划正文的“重点镇”未列名。',
    noteEn: 'A national key town since 2014; the plan’s “key towns” are not named.',
  },
  {
    id: 'xianren',
    place: '仙人乡',
    kind: 'township-seat',
    nameEn: 'Xianren Township',
    code: '140322200',
    areaKm2: 204.75,
    areaSource: 'factpedia-xianren',
    planRefs: TOWN,
  },
  {
    id: 'beixiazhuang',
    place: '北下庄乡',
    kind: 'township-seat',
    nameEn: 'Beixiazhuang Township',
    code: '140322201',
    planRefs: TOWN,
  },
  {
    id: 'liangjiazhai',
    place: '梁家寨乡',
    kind: 'township-seat',
    nameEn: 'Liangjiazhai Township',
    code: '140322203',
    planRefs: TOWN,
    note: '2021年4月下社乡撤销，庄里等三村并入。',
    noteEn: 'Took in three villages when Xiashe Township was abolished in April 2021.',
  },
  {
    id: 'xipan',
    place: '西潘乡',
    kind: 'township-seat',
    nameEn: 'Xipan Township',
    code: '140322204',
    planRefs: TOWN,
    note: '2021年4月下社乡撤销，枣园村并入。',
    noteEn: 'Took in one village when Xiashe Township was abolished in April 2021.',
  },
  {
    id: 'dongliang',
    place: '东梁乡',
    kind: 'township-seat',
    nameEn: 'Dongliang Township',
    code: '140322205',
    areaKm2: 153,
    areaSource: 'kridol-dongliang',
    planRefs: TOWN,
  },
];
