import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-presenter>`, the speaker's own window. */
export interface PresenterMessages {
  readonly title: string;
  readonly now: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly smaller: string;
  readonly larger: string;
  readonly upNext: string;
  readonly end: string;
  readonly list: string;
  readonly controls: string;
  readonly previous: string;
  readonly next: string;
  readonly blank: string;
  readonly autoplay: string;
  readonly pausePlay: string;
  readonly draw: string;
  readonly laser: string;
  readonly laserHow: string;
  readonly spotlight: string;
  readonly play: string;
  readonly start: string;
  readonly startHere: string;
  readonly stop: string;
  readonly timer: string;
  readonly total: string;
  readonly slide: string;
  readonly clock: string;
  readonly run: string;
  readonly pause: string;
  readonly reset: string;
  readonly planned: (time: string) => string;
  readonly over: (time: string) => string;
  readonly opening: string;
  readonly closing: string;
  readonly scene: (number: number, count: number) => string;
  readonly goTo: (digits: string) => string;
  readonly isBlank: string;
  readonly isPage: string;
  readonly isCompare: string;
  readonly notRunning: string;
  readonly gone: string;
  readonly goneHow: string;
  readonly reopen: string;
  readonly popup: string;
  readonly noStory: string;
  readonly noChannel: string;
  readonly keys: string;
  readonly keysHow: string;
  /** On the stage. */
  readonly isOpen: string;
  readonly presenterGone: string;
  readonly joined: string;
}

const zhHans: PresenterMessages = {
  title: '演示者窗口',
  now: '投影上',
  notes: '讲稿',
  noNotes: '这一场没有讲稿。',
  smaller: '讲稿字号减小',
  larger: '讲稿字号加大',
  upNext: '下一场',
  end: '这是最后一页。',
  list: '场次目录',
  controls: '汇报控制',
  previous: '上一场',
  next: '下一场',
  blank: '黑屏',
  autoplay: '自动播放',
  pausePlay: '暂停播放',
  draw: '标绘',
  laser: '激光笔',
  laserHow: '在小图上移动指针，投影上即有红点。',
  spotlight: '聚光',
  play: '现状 / 规划后',
  start: '从头开始',
  startHere: '从这里开始',
  stop: '结束汇报',
  timer: '计时',
  total: '总时长',
  slide: '本场',
  clock: '时间',
  run: '继续计时',
  pause: '暂停计时',
  reset: '清零',
  planned: (time) => `计划 ${time}`,
  over: (time) => `超出 ${time}`,
  opening: '开场',
  closing: '结束页',
  scene: (number, count) => `第 ${number} 场，共 ${count} 场`,
  goTo: (digits) => `转到第 ${digits} 场：按回车`,
  isBlank: '投影黑屏中，按 B 键或翻页恢复',
  isPage: '投影上是标题页',
  isCompare: '投影上是对比视图，这里只显示底图',
  notRunning: '汇报尚未开始，或已经结束。',
  gone: '投影窗口已断开',
  goneHow: '窗口被关闭，或没有响应。您的进度保留在这里，重新打开后回到同一场。',
  reopen: '重新打开投影窗口',
  popup: '浏览器拦截了新窗口。请在地址栏旁允许本页弹出窗口，再按一次。',
  noStory: '这个数据包没有汇报脚本，无法演示。',
  noChannel:
    '这个浏览器不支持窗口之间通信（BroadcastChannel），演示者窗口不能使用。请换用 Chrome、Edge、Firefox 或 Safari 15.4 以上版本；投影窗口本身照常可用。',
  keys: '按键',
  keysHow:
    '→ 下一场 · ← 上一场 · 数字+回车 转到 · B 黑屏 · P 自动播放 · L 激光笔 · D 标绘 · S 聚光 · G 目录 · Esc 结束',
  isOpen: '演示者窗口已经打开。',
  presenterGone: '演示者窗口已断开，投影照常继续。',
  joined: '演示者窗口已连接。',
};

const en: PresenterMessages = {
  title: 'Presenter window',
  now: 'On the wall',
  notes: 'Notes',
  noNotes: 'This scene has no notes.',
  smaller: 'Smaller notes',
  larger: 'Larger notes',
  upNext: 'Next',
  end: 'This is the last page.',
  list: 'Scenes',
  controls: 'Controls of the presentation',
  previous: 'Previous scene',
  next: 'Next scene',
  blank: 'Black screen',
  autoplay: 'Play on',
  pausePlay: 'Pause playing',
  draw: 'Red-lines',
  laser: 'Laser pointer',
  laserHow: 'Move the pointer on the small map: the dot is on the wall.',
  spotlight: 'Spotlight',
  play: 'Existing / with the plan',
  start: 'From the start',
  startHere: 'From here',
  stop: 'End the presentation',
  timer: 'Timer',
  total: 'In all',
  slide: 'This scene',
  clock: 'Time',
  run: 'Run the timer',
  pause: 'Pause the timer',
  reset: 'Reset',
  planned: (time) => `planned ${time}`,
  over: (time) => `over by ${time}`,
  opening: 'Opening',
  closing: 'Closing',
  scene: (number, count) => `Scene ${number} of ${count}`,
  goTo: (digits) => `To scene ${digits}: press Enter`,
  isBlank: 'The wall is black; press B or go on to lift it',
  isPage: 'A title page is on the wall',
  isCompare: 'The wall shows a comparison; here is its map alone',
  notRunning: 'The presentation has not begun, or has ended.',
  gone: 'Projector window gone',
  goneHow:
    'It was closed or does not answer. Your place is kept here; it comes back at the same scene.',
  reopen: 'Reopen the projector window',
  popup:
    'The browser blocked the new window. Allow this page to open windows, beside the address, and press again.',
  noStory: 'This bundle has no story, so there is nothing to present.',
  noChannel:
    'Windows cannot speak to one another in this browser (no BroadcastChannel), so the presenter window cannot be used. Take Chrome, Edge, Firefox or Safari 15.4 or later; the projector window itself works as usual.',
  keys: 'Keys',
  keysHow:
    '→ next · ← previous · number + Enter goes there · B black · P play on · L laser · D red-lines · S spotlight · G scenes · Esc ends',
  isOpen: 'The presenter window is open already.',
  presenterGone: 'Presenter window gone; the presentation goes on.',
  joined: 'Presenter window connected.',
};

export const presenterMessages: Readonly<Record<Language, PresenterMessages>> = {
  'zh-Hans': zhHans,
  en,
};
