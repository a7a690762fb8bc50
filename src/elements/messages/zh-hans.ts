import type { Messages } from './messages.ts';

export const zhHans: Messages = {
  common: {
    features: (count) => `${count} 个要素`,
    inferred: '推断，非规划原文',
    inferredShort: '推断',
    textOnly: '仅文字',
    layerOff: '图层已关',
    loading: '正在载入',
    separator: '、',
    colon: '：',
    bracket: (text) => `（${text}）`,
    opensNewWindow: '在新窗口打开',
    year: (year) => `${year} 年`,
  },
  text: {
    label: '正文',
    originalNote: '以下为规划中文原文',
    failed: '规划正文未能载入。原因与处理办法见提示。',
    empty: '尚未载入规划。',
    period: (from, to) => `规划期 ${from}–${to} 年`,
    docStatus: {
      draft: '草案',
      'public-notice': '公示稿',
      approved: '已批准',
      repealed: '已废止',
    },
    phraseLinks: (count, isNamed) =>
      `链接 ${count} 个要素${isNamed ? '' : '，本图解读，非规划原文'}`,
    markLabel: (title, count, certainties) => `选择“${title}”的 ${count} 个要素，${certainties}`,
    nonSpatial: '非空间',
    nonSpatialWhy: '为何不上图',
    indicators: '指标',
    target: '规划目标',
    lastKnown: '最近值',
    noValue: '暂无公开数值',
    source: '来源',
  },
};
