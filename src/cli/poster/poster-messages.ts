import type { Language } from '../../contracts/theme.ts';

/** Words of the posters; notes and units as the map on the screen has them. */
export interface PosterMessages {
  readonly kilometre: string;
  readonly metre: string;
  readonly boundaryNote: string;
  readonly inferredNote: string;
  readonly openStreetMap: string;
  readonly approval: (number: string) => string;
  readonly picture: (plan: string) => string;
  readonly selected: (names: readonly string[], count: number) => string;
  readonly inferred: (names: readonly string[], count: number) => string;
}

export const posterMessages: Readonly<Record<Language, PosterMessages>> = {
  'zh-Hans': {
    kilometre: '公里',
    metre: '米',
    boundaryNote: '界线仅供示意，不作为划界依据',
    inferredNote: '标“推断”者非规划原文',
    openStreetMap: '© OpenStreetMap 贡献者（ODbL）',
    approval: (number) => `审图号：${number}`,
    picture: (plan) => `${plan}的静态地图，上北下南。界线仅供示意，不作为划界依据。`,
    selected: (names, count) =>
      `突出显示：${names.join('、')}${count > names.length ? ` 等 ${count} 项` : ''}。`,
    inferred: (names, count) =>
      `其中推断、非规划原文：${names.join('、')}${count > names.length ? ` 等 ${count} 项` : ''}。`,
  },
  en: {
    kilometre: 'km',
    metre: 'm',
    boundaryNote: 'Boundary indicative only, not a basis for demarcation',
    inferredNote: 'What is marked inferred is not in the plan',
    openStreetMap: '© OpenStreetMap contributors (ODbL)',
    approval: (number) => `Map approval no. ${number}`,
    picture: (plan) =>
      `Static map of ${plan}, north up. Boundary indicative only, not a basis for demarcation.`,
    selected: (names, count) =>
      `Picked out: ${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}.`,
    inferred: (names, count) =>
      `Inferred, not in the plan’s words: ${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}.`,
  },
};
