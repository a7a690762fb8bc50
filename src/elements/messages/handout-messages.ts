import type { Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-handout>`. */
export interface HandoutMessages {
  readonly label: string;
  readonly preparing: string;
  readonly working: (done: number, all: number) => string;
  readonly stayHere: string;
  readonly ready: (pages: number) => string;
  readonly stopped: string;
  readonly failed: string;
  readonly noMap: string;
  readonly noStory: string;
  readonly noStoryHow: string;
  readonly print: string;
  readonly printAnyway: string;
  readonly cancel: string;
  readonly again: string;
  readonly back: string;
  readonly noPicture: string;
  readonly pending: string;
  readonly allStages: string;
  readonly and: string;
  readonly until: (year: number) => string;
  readonly legend: string;
  readonly noLegend: string;
  readonly sureness: (counts: string) => string;
  readonly inferred: string;
  readonly dimmed: string;
  readonly tilted: string;
  readonly quotes: string;
  readonly noQuote: string;
  readonly alt: (title: string) => string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly index: string;
  readonly indexPart: (part: number, parts: number) => string;
  readonly clause: string;
  readonly words: string;
  readonly onPages: string;
  readonly north: string;
  readonly metre: string;
  readonly kilometre: string;
}

const zhHans: HandoutMessages = {
  label: '汇报讲义',
  preparing: '正在准备地图',
  working: (done, all) => `正在绘制第 ${Math.min(done + 1, all)} 幅，共 ${all} 幅`,
  stayHere: '请让本页保持在最前面。',
  ready: (pages) => `讲义已就绪，共 ${pages} 页`,
  stopped: '已停止，尚未绘制的图在纸上注明。',
  failed: '有的图没有画出来',
  noMap: '此浏览器不能绘制地图，讲义只有文字。',
  noStory: '这份规划还没有汇报',
  noStoryHow: '请在规划包里加上 story，或先在图集里编写场景。',
  print: '打印',
  printAnyway: '就这样打印',
  cancel: '停止',
  again: '重新绘制',
  back: '返回图集',
  noPicture: '此图未能绘制',
  pending: '此图尚未绘制',
  allStages: '全部阶段',
  and: '、',
  until: (year) => `至 ${year} 年`,
  legend: '图例（仅列图中所见）',
  noLegend: '图中没有可列的要素。',
  sureness: (counts) => `图上位置：${counts}。`,
  inferred: '（非规划原文）',
  dimmed: '图中淡显者不在本页所讲的阶段之内。',
  tilted: '斜视图，不可量测。',
  quotes: '规划原文',
  noQuote: '（整段）',
  alt: (title) => `地图：${title}`,
  pageOf: (page, pages) => `${page} / ${pages}`,
  index: '条文索引',
  indexPart: (part, parts) => `条文索引（${part}/${parts}）`,
  clause: '条文',
  words: '引用的原文',
  onPages: '页',
  north: '北',
  metre: '米',
  kilometre: '公里',
};

const en: HandoutMessages = {
  label: 'Handout',
  preparing: 'Preparing the map',
  working: (done, all) => `Drawing picture ${Math.min(done + 1, all)} of ${all}`,
  stayHere: 'Please keep this page in front.',
  ready: (pages) => `The handout is ready: ${pages} pages`,
  stopped: 'Stopped. Pictures not drawn yet are noted on the page.',
  failed: 'Some pictures could not be drawn',
  noMap: 'This browser cannot draw the map; the handout has text only.',
  noStory: 'This plan has no briefing yet',
  noStoryHow: 'Add a story to the plan bundle, or write scenes in the atlas first.',
  print: 'Print',
  printAnyway: 'Print as it is',
  cancel: 'Stop',
  again: 'Draw again',
  back: 'Back to the atlas',
  noPicture: 'This picture could not be drawn',
  pending: 'This picture is not drawn yet',
  allStages: 'All stages',
  and: ', ',
  until: (year) => `by ${year}`,
  legend: 'Legend (only what is in view)',
  noLegend: 'Nothing in the picture to list.',
  sureness: (counts) => `Positions: ${counts}.`,
  inferred: ' (our reading, not the plan’s words)',
  dimmed: 'What is faint is not of the stages that this page speaks of.',
  tilted: 'Tilted view, not to be measured.',
  quotes: 'The plan’s words',
  noQuote: '(the whole paragraph)',
  alt: (title) => `Map: ${title}`,
  pageOf: (page, pages) => `${page} / ${pages}`,
  index: 'Index of clauses',
  indexPart: (part, parts) => `Index of clauses (${part}/${parts})`,
  clause: 'Clause',
  words: 'Words quoted',
  onPages: 'Page',
  north: 'N',
  metre: 'm',
  kilometre: 'km',
};

export const handoutMessages: Readonly<Record<Language, HandoutMessages>> = {
  'zh-Hans': zhHans,
  en,
};
