import type { ChangeKind } from '../../core/compare-difference.ts';
import type { CompareLayout, ComparePair, Sides } from '../../contracts/state.ts';
import type { FlavourName, Language } from '../../contracts/theme.ts';

/** Sets of stages that a side is offered, by name. */
export type StageChoice = 'existing' | 'started' | 'decided' | 'all' | 'new';

/** Interface words of `<plan-compare>`. */
export interface CompareMessages {
  readonly label: string;
  readonly pairLabel: string;
  readonly pairs: Readonly<Record<ComparePair, string>>;
  readonly layoutLabel: string;
  readonly layouts: Readonly<Record<CompareLayout, string>>;
  readonly swap: string;
  readonly close: string;
  readonly sides: Sides<string>;
  readonly maps: Sides<string>;
  readonly stages: Readonly<Record<StageChoice, string>>;
  readonly flavours: Readonly<Record<FlavourName, string>>;
  readonly divider: (left: string, right: string) => string;
  readonly dividerValue: (percent: number) => string;
  readonly count: (name: string, count: number) => string;
  readonly between: string;
  readonly added: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly same: (names: string) => string;
  readonly onlyColours: (names: string) => string;
  readonly list: string;
  readonly listCount: (count: number) => string;
  readonly closeList: string;
  readonly addedTo: (left: string, right: string, count: number) => string;
  readonly removedFrom: (left: string, right: string, count: number) => string;
  readonly changedTitle: (count: number) => string;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly noneListed: string;
  readonly noMap: string;
  readonly ownPlan: string;
  readonly otherPlan: string;
  readonly choose: string;
  readonly chooseOther: string;
  readonly chooseHow: string;
  readonly address: string;
  readonly addressHint: string;
  readonly load: string;
  readonly file: string;
  readonly loading: (name: string) => string;
  readonly cancel: string;
  readonly failed: (name: string) => string;
  readonly foreignAddress: string;
  readonly foreignAddressRemedy: string;
  readonly tooLarge: string;
  readonly tooLargeRemedy: string;
  readonly remedy: string;
  readonly problems: (count: number) => string;
  readonly apart: string;
  readonly apartHere: (name: string, extent: string) => string;
  readonly abroad: (name: string) => string;
  readonly showOther: string;
  readonly showOwn: string;
  readonly onlyThere: (name: string, stage: string) => string;
}

const zhHans: CompareMessages = {
  label: '对比',
  pairLabel: '对比内容',
  pairs: { status: '规划前后', flavour: '两种配色', bundle: '两份规划' },
  layoutLabel: '排法',
  layouts: { swipe: '卷帘', side: '并排' },
  swap: '左右互换',
  close: '关闭对比',
  sides: { left: '左侧', right: '右侧' },
  maps: { left: '左侧地图', right: '右侧地图' },
  stages: {
    existing: '现状',
    started: '现状与在建',
    decided: '规划后（不含研究）',
    all: '规划后',
    new: '仅新增',
  },
  flavours: { light: '浅色', dark: '深色', projector: '投影' },
  divider: (left, right) => `卷帘分隔线：左${left}，右${right}`,
  dividerValue: (percent) => `左侧占 ${percent}%`,
  count: (name, count) => `${name} ${count}`,
  between: ' · ',
  added: (count) => `，新增 ${count}`,
  removed: (count) => `，减少 ${count}`,
  changed: (count) => `，变动 ${count}`,
  same: (names) => `${names}，两侧相同`,
  onlyColours: (names) => `${names}，内容相同，只有配色不同`,
  list: '差异清单',
  listCount: (count) => `差异 ${count}`,
  closeList: '收起清单',
  addedTo: (left, right, count) => `新增 ${count} 个：${right}有，${left}没有`,
  removedFrom: (left, right, count) => `减少 ${count} 个：${left}有，${right}没有`,
  changedTitle: (count) => `变动 ${count} 个`,
  kinds: {
    place: '位置',
    stage: '阶段',
    name: '名称',
    class: '类别',
    clauses: '原文引用',
    figures: '数据',
    accuracy: '精度',
    other: '其他',
  },
  noneListed: '两侧要素相同，没有差异可列。',
  noMap: '不能并列两幅地图，差异列在下面。',
  ownPlan: '本规划',
  otherPlan: '另一份规划',
  choose: '选择另一份规划',
  chooseOther: '另选规划',
  chooseHow:
    '填写本站上规划包的地址，或选择本机的单文件规划包（.json）。文件只在本机读取，不会上传。',
  address: '规划包地址',
  addressHint: '如 bundle/yuxian.json',
  load: '载入',
  file: '选择文件…',
  loading: (name) => `正在载入 ${name}`,
  cancel: '取消',
  failed: (name) => `${name} 未能载入`,
  foreignAddress: '地址不在本站，也不在许可来源之列',
  foreignAddressRemedy: '请先下载该规划包，再用“选择文件”打开。',
  tooLarge: '文件过大，没有读取',
  tooLargeRemedy: '请选择单文件规划包。',
  remedy: '处理办法：',
  problems: (count) => `这份规划有 ${count} 处问题，有误的内容可能没有画出`,
  apart: '两份规划不在同一区域，图上看不到另一份；差异见清单。',
  apartHere: (name, extent) => `“${name}”的范围（${extent}）与本规划不相交，这里看不到它。`,
  abroad: (name) => `现在看的是“${name}”的区域，本规划不在这里。`,
  showOther: '仍去那里看',
  showOwn: '回到本规划',
  onlyThere: (name, stage) => `${name}（${stage}）只在另一份规划中`,
};

const en: CompareMessages = {
  label: 'Compare',
  pairLabel: 'What is compared',
  pairs: { status: 'Before / after', flavour: 'Two styles', bundle: 'Two plans' },
  layoutLabel: 'Arrangement',
  layouts: { swipe: 'Swipe', side: 'Split' },
  swap: 'Swap sides',
  close: 'Close comparison',
  sides: { left: 'Left', right: 'Right' },
  maps: { left: 'Left map', right: 'Right map' },
  stages: {
    existing: 'Existing',
    started: 'Existing and building',
    decided: 'After the plan, without studies',
    all: 'After the plan',
    new: 'New only',
  },
  flavours: { light: 'Light', dark: 'Dark', projector: 'Projector' },
  divider: (left, right) => `Swipe divider: ${left} on the left, ${right} on the right`,
  dividerValue: (percent) => `Left takes ${percent}%`,
  count: (name, count) => `${name} ${count}`,
  between: ' · ',
  added: (count) => `; ${count} added`,
  removed: (count) => `; ${count} removed`,
  changed: (count) => `; ${count} changed`,
  same: (names) => `${names}; both sides are the same`,
  onlyColours: (names) => `${names}; same content, only the colours differ`,
  list: 'Differences',
  listCount: (count) => `${count} differ`,
  closeList: 'Close the list',
  addedTo: (left, right, count) => `${count} added: in “${right}”, not in “${left}”`,
  removedFrom: (left, right, count) => `${count} removed: in “${left}”, not in “${right}”`,
  changedTitle: (count) => `${count} changed`,
  kinds: {
    place: 'position',
    stage: 'stage',
    name: 'name',
    class: 'class',
    clauses: 'citations',
    figures: 'figures',
    accuracy: 'accuracy',
    other: 'other',
  },
  noneListed: 'Both sides have the same features; there is nothing to list.',
  noMap: 'Two maps cannot be set side by side; the differences are listed below.',
  ownPlan: 'This plan',
  otherPlan: 'The other plan',
  choose: 'Choose another plan',
  chooseOther: 'Choose another',
  chooseHow:
    'Give the address of a plan bundle on this site, or choose a one-piece bundle (.json) from this computer. The file is read here only and is not uploaded.',
  address: 'Address of the bundle',
  addressHint: 'e.g. bundle/yuxian.json',
  load: 'Load',
  file: 'Choose a file…',
  loading: (name) => `Loading ${name}`,
  cancel: 'Cancel',
  failed: (name) => `${name} could not be loaded`,
  foreignAddress: 'The address is neither on this site nor on a listed one',
  foreignAddressRemedy: 'Download that plan bundle first, then open it with “Choose a file”.',
  tooLarge: 'The file is too large and was not read',
  tooLargeRemedy: 'Choose a plan bundle in one piece.',
  remedy: 'What to do: ',
  problems: (count) =>
    `This plan has ${count} ${count === 1 ? 'fault' : 'faults'}; what is at fault may not be drawn`,
  apart:
    'The two plans do not lie in the same area, so the other one is out of view; see the list.',
  apartHere: (name, extent) =>
    `“${name}” (${extent}) does not overlap this plan, so nothing of it is seen here.`,
  abroad: (name) => `You are looking at the place of “${name}”; this plan is not here.`,
  showOther: 'Go and see it anyway',
  showOwn: 'Back to this plan',
  onlyThere: (name, stage) => `${name} (${stage}) is in the other plan only`,
};

export const compareMessages: Readonly<Record<Language, CompareMessages>> = {
  'zh-Hans': zhHans,
  en,
};
