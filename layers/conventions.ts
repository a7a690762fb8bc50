import type { CertaintyStyle, Conventions, StatusStyle } from '../src/contracts/theme.ts';
import { looks } from './looks.ts';

/** Stage → line style; dash patterns in line widths. */
const statuses: readonly StatusStyle[] = [
  { status: 'existing', name: { zh: '现状', en: 'Existing' }, dash: null },
  { status: 'under-construction', name: { zh: '在建', en: 'Building' }, dash: [5, 1.6] },
  { status: 'planned', name: { zh: '规划', en: 'Planned' }, dash: [2.4, 1.8] },
  { status: 'proposed', name: { zh: '研究', en: 'Study' }, dash: [0.6, 1.8] },
  { status: 'cancelled', name: { zh: '取消', en: 'Cancelled' }, dash: [0.3, 3] },
];

/** Certainty → crisp or soft; the word stands beside it wherever there is room. */
const certainties: readonly CertaintyStyle[] = [
  {
    certainty: 'surveyed',
    name: { zh: '测绘', en: 'Surveyed' },
    meaning: { zh: '实测或权威成果', en: 'Measured, or an authoritative result' },
    isSoft: false,
  },
  {
    certainty: 'digitised',
    name: { zh: '数字化', en: 'Digitised' },
    meaning: {
      zh: '由公开地图读取，位置为概略值',
      en: 'Read off a public map; position approximate',
    },
    isSoft: false,
  },
  {
    certainty: 'schematic',
    name: { zh: '示意', en: 'Schematic' },
    meaning: {
      zh: '只表示走向或范围，不可量测',
      en: 'Shows direction or extent only; not to be measured',
    },
    isSoft: true,
  },
  {
    certainty: 'inferred',
    name: { zh: '推断', en: 'Inferred' },
    meaning: { zh: '推断，非规划原文', en: 'Our reading, not the plan’s words' },
    isSoft: true,
  },
  {
    certainty: 'unknown',
    name: { zh: '位置未知', en: 'Position unknown' },
    meaning: { zh: '无可靠位置，仅列文字', en: 'No reliable position; text only' },
    isSoft: false,
  },
];

export const conventions: Conventions = { statuses, certainties, looks };
