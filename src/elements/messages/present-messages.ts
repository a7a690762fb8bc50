import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-player>`; they come when a talk starts. */
export interface PresentMessages {
  readonly label: string;
  readonly stage: string;
  readonly controls: string;
  readonly previous: string;
  readonly next: string;
  readonly list: string;
  readonly listFind: string;
  readonly listEmpty: string;
  readonly handout: string;
  readonly autoplay: string;
  readonly pause: string;
  readonly spotlight: string;
  readonly laser: string;
  readonly draw: string;
  readonly blank: string;
  readonly blankHow: string;
  readonly projector: string;
  readonly fullScreen: string;
  readonly leaveFullScreen: string;
  readonly replay: string;
  readonly presenter: string;
  readonly help: string;
  readonly close: string;
  readonly leave: string;
  readonly opening: string;
  readonly closing: string;
  readonly scene: (number: number, count: number) => string;
  readonly seconds: (left: number) => string;
  readonly goTo: (digits: string) => string;
  readonly source: (title: string) => string;
  readonly inferred: string;
  readonly inferredOf: (count: number, all: number) => string;
  readonly schematicOf: (count: number, all: number) => string;
  readonly legend: string;
  readonly keys: readonly (readonly [keys: string, meaning: string])[];
}

const zhHans: PresentMessages = {
  label: '汇报',
  stage: '汇报画面',
  controls: '汇报控制',
  previous: '上一场',
  next: '下一场',
  list: '场次目录',
  listFind: '按场次号或标题查找',
  listEmpty: '没有这样的场次。',
  handout: '打印讲义',
  autoplay: '自动播放',
  pause: '暂停播放',
  spotlight: '聚光',
  laser: '激光笔',
  draw: '标绘',
  blank: '黑屏',
  blankHow: '黑屏，按 B 键或翻页恢复',
  projector: '投影配色',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  replay: '现状 / 规划后',
  presenter: '演示者窗口',
  help: '按键',
  close: '关闭',
  leave: '结束汇报',
  opening: '开场',
  closing: '结束页',
  scene: (number, count) => `第 ${number} 场，共 ${count} 场`,
  seconds: (left) => `${left} 秒`,
  goTo: (digits) => `转到第 ${digits} 场：按回车`,
  source: (title) => `原文：《${title}》`,
  inferred: '推断，非规划原文',
  inferredOf: (count, all) => (count === all ? '亮着的都是' : `亮着的 ${all} 项中 ${count} 项是`),
  schematicOf: (count, all) =>
    count === all ? '亮着的位置都是示意' : `亮着的 ${all} 项中 ${count} 项位置是示意`,
  legend: '图例',
  keys: [
    ['PageDown → ↓ 空格 回车', '下一场'],
    ['PageUp ← ↑ Shift+空格 退格', '上一场'],
    ['Home End', '第一页、最后一页'],
    ['数字 + 回车', '转到该场'],
    ['G', '场次目录'],
    ['B 或 .', '黑屏'],
    ['P', '自动播放、暂停'],
    ['S', '聚光'],
    ['L，或按住鼠标', '激光笔'],
    ['D', '标绘；再按或 Esc 结束'],
    ['标绘时：方向键、回车', '移图、在十字处落点'],
    ['V', '现状、规划后'],
    ['[ ]', '移动卷帘'],
    ['C', '投影配色'],
    ['F', '全屏'],
    ['F5，Shift+F5', '从头、从当前开始'],
    ['Esc', '结束汇报'],
  ],
};

const en: PresentMessages = {
  label: 'Presentation',
  stage: 'Stage',
  controls: 'Controls of the presentation',
  previous: 'Previous scene',
  next: 'Next scene',
  list: 'Scenes',
  listFind: 'Find by number or title',
  listEmpty: 'No such scene.',
  handout: 'Print handout',
  autoplay: 'Play on',
  pause: 'Pause',
  spotlight: 'Spotlight',
  laser: 'Laser pointer',
  draw: 'Red-lines',
  blank: 'Black screen',
  blankHow: 'Black screen; press B or go on to lift it',
  projector: 'Projector colours',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  replay: 'Existing / with the plan',
  presenter: 'Presenter window',
  help: 'Keys',
  close: 'Close',
  leave: 'End the presentation',
  opening: 'Opening',
  closing: 'Closing',
  scene: (number, count) => `Scene ${number} of ${count}`,
  seconds: (left) => `${left} s`,
  goTo: (digits) => `To scene ${digits}: press Enter`,
  source: (title) => `In the plan’s words: ${title}`,
  inferred: '推断，非规划原文 (our reading)',
  inferredOf: (count, all) => (count === all ? 'All that is lit:' : `${count} of ${all} lit:`),
  schematicOf: (count, all) =>
    count === all ? 'Lit places are schematic' : `${count} of ${all} lit places are schematic`,
  legend: 'Legend',
  keys: [
    ['PageDown → ↓ Space Enter', 'next scene'],
    ['PageUp ← ↑ Shift+Space Backspace', 'previous scene'],
    ['Home End', 'first and last page'],
    ['number + Enter', 'to this scene'],
    ['G', 'list of scenes'],
    ['B or .', 'black screen'],
    ['P', 'play on, pause'],
    ['S', 'spotlight'],
    ['L, or hold the mouse', 'laser pointer'],
    ['D', 'red-lines; again or Esc ends'],
    ['while drawing: arrows, Enter', 'move the map, put a point at the cross'],
    ['V', 'existing, with the plan'],
    ['[ ]', 'move the swipe'],
    ['C', 'projector colours'],
    ['F', 'full screen'],
    ['F5, Shift+F5', 'start at the first, start here'],
    ['Esc', 'end the presentation'],
  ],
};

export const presentMessages: Readonly<Record<Language, PresentMessages>> = {
  'zh-Hans': zhHans,
  en,
};
