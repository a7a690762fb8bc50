import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-story>`; they come with the tool. */
export interface StoryMessages {
  readonly label: string;
  readonly empty: string;
  readonly noStory: string;
  readonly fromViews: (count: number) => string;
  readonly fromView: string;
  readonly untitled: (number: number) => string;
  readonly total: (scenes: number, time: string) => string;
  readonly time: (minutes: number, seconds: number) => string;
  readonly add: string;
  readonly undo: string;
  readonly redo: string;
  readonly handout: string;
  readonly handoutUnsaved: string;
  readonly file: string;
  readonly exportStory: string;
  readonly exportBundle: string;
  readonly importStory: string;
  readonly reset: string;
  readonly saved: (file: string) => string;
  readonly imported: (scenes: number) => string;
  readonly importFailed: (file: string, count: number) => string;
  readonly unreadable: (reason: string) => string;
  readonly wasReset: string;
  readonly keeping: Readonly<Record<'opening' | 'kept' | 'saving', string>>;
  readonly memory: (reason: string) => string;
  readonly download: string;
  readonly edited: string;
  readonly older: string;
  readonly takeOlder: string;
  readonly leaveOlder: string;
  readonly list: string;
  readonly keys: string;
  readonly show: (number: number, title: string) => string;
  readonly play: (number: number) => string;
  readonly edit: (number: number) => string;
  readonly drag: (number: number) => string;
  readonly moved: (title: string, number: number, count: number) => string;
  readonly removed: (title: string) => string;
  readonly added: (title: string, number: number) => string;
  readonly recaptured: (title: string) => string;
  readonly noClause: string;
  readonly compares: string;
  readonly plays: string;
  readonly form: (number: number) => string;
  readonly title: string;
  readonly caption: string;
  readonly notes: string;
  readonly notesHow: string;
  readonly preview: string;
  readonly duration: string;
  readonly durationRange: (least: number, most: number) => string;
  readonly required: string;
  readonly look: string;
  readonly looks: Readonly<Record<SceneWay, string>>;
  readonly spotlight: string;
  readonly pulse: string;
  readonly recapture: string;
  readonly recaptureHow: string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  readonly close: string;
}

/** How a scene shows the stages of the plan. */
export type SceneWay = 'plain' | 'play' | 'swipe' | 'side';

const zhHans: StoryMessages = {
  label: '汇报',
  empty: '还没有载入规划。',
  noStory: '这份规划还没有汇报。可以由现成的视图生成，也可以从现在看到的画面开始。',
  fromViews: (count) => `由 ${count} 个视图生成`,
  fromView: '从当前画面开始',
  untitled: (number) => `第 ${number} 场`,
  total: (scenes, time) => `${scenes} 场，共 ${time}`,
  time: (minutes, seconds) =>
    minutes === 0 ? `${seconds} 秒` : `${minutes} 分${seconds === 0 ? '' : ` ${seconds} 秒`}`,
  add: '添加当前画面',
  undo: '撤销',
  redo: '重做',
  handout: '打印讲义',
  handoutUnsaved: '打印讲义（改动须先存下）',
  file: '文件',
  exportStory: '导出汇报',
  exportBundle: '导出整套规划包',
  importStory: '导入…',
  reset: '恢复原稿',
  saved: (file) => `已导出 ${file}`,
  imported: (scenes) => `已导入 ${scenes} 场，可撤销`,
  importFailed: (file, count) => `${file} 没有导入，有 ${count} 处问题：`,
  unreadable: (reason) => `文件读不出来：${reason}`,
  wasReset: '已恢复原稿，可撤销',
  keeping: { opening: '正在读取…', kept: '已存在本机', saving: '正在保存…' },
  memory: (reason) => `本机存不下来（${reason}），改动只在内存里，关闭页面就会丢失。请下载保存。`,
  download: '下载汇报',
  edited: '已改动',
  older: '本机有针对旧版汇报的改动。',
  takeOlder: '取用旧改动',
  leaveOlder: '不用',
  list: '各场',
  keys: '↑ ↓ 换场，回车显示，Alt+↑ ↓ 移动，Delete 删除，Ctrl+Z 撤销',
  show: (number, title) => `显示第 ${number} 场：${title}`,
  play: (number) => `从第 ${number} 场开始放映`,
  edit: (number) => `编辑第 ${number} 场`,
  drag: (number) => `拖动第 ${number} 场改变顺序`,
  moved: (title, number, count) => `“${title}”移到第 ${number} 场，共 ${count} 场`,
  removed: (title) => `已删除“${title}”，可撤销`,
  added: (title, number) => `已添加第 ${number} 场“${title}”`,
  recaptured: (title) => `“${title}”已换成当前画面`,
  noClause: '未引条文',
  compares: '对比',
  plays: '播放',
  form: (number) => `编辑第 ${number} 场`,
  title: '标题',
  caption: '字幕',
  notes: '讲稿',
  notesHow: '可用 **粗体**、*强调*、- 列表、1. 编号、> 引文',
  preview: '讲稿预览',
  duration: '时长（秒）',
  durationRange: (least, most) => `时长须在 ${least} 到 ${most} 秒之间`,
  required: '不能空着',
  look: '阶段',
  looks: {
    plain: '按画面',
    play: '由现状放到规划后',
    swipe: '卷帘对比现状与规划',
    side: '并排对比现状与规划',
  },
  spotlight: '聚光：压暗其他',
  pulse: '通道流光',
  recapture: '换成当前画面',
  recaptureHow: '图层、阶段、镜头、选中的要素和条文取自当前画面',
  up: '上移',
  down: '下移',
  remove: '删除',
  close: '收起',
};

const en: StoryMessages = {
  label: 'Story',
  empty: 'No plan is loaded yet.',
  noStory:
    'Nobody has told this plan as a story yet. Make one from its views, or start from what you see now.',
  fromViews: (count) => `Make one from ${count} ${count === 1 ? 'view' : 'views'}`,
  fromView: 'Start from the current view',
  untitled: (number) => `Scene ${number}`,
  total: (scenes, time) => `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}, ${time}`,
  time: (minutes, seconds) =>
    minutes === 0 ? `${seconds} s` : `${minutes} min${seconds === 0 ? '' : ` ${seconds} s`}`,
  add: 'Add the current view',
  undo: 'Undo',
  redo: 'Redo',
  handout: 'Print handout',
  handoutUnsaved: 'Print handout (keep the changes first)',
  file: 'File',
  exportStory: 'Export the story',
  exportBundle: 'Export the whole bundle',
  importStory: 'Import…',
  reset: 'Back to the original',
  saved: (file) => `Exported ${file}`,
  imported: (scenes) =>
    `Imported ${scenes} ${scenes === 1 ? 'scene' : 'scenes'}; this can be undone`,
  importFailed: (file, count) =>
    `${file} was not imported: ${count} ${count === 1 ? 'problem' : 'problems'}`,
  unreadable: (reason) => `The file could not be read: ${reason}`,
  wasReset: 'The original is back; this can be undone',
  keeping: { opening: 'Reading…', kept: 'Kept on this device', saving: 'Saving…' },
  memory: (reason) =>
    `This device cannot keep it (${reason}). Changes are in memory only and go when the page closes. Please download them.`,
  download: 'Download the story',
  edited: 'edited',
  older: 'This device holds edits of an earlier version of the story.',
  takeOlder: 'Use them',
  leaveOlder: 'Leave them',
  list: 'Scenes',
  keys: '↑ ↓ move between scenes, Enter shows, Alt+↑ ↓ reorders, Delete removes, Ctrl+Z undoes',
  show: (number, title) => `Show scene ${number}: ${title}`,
  play: (number) => `Play from scene ${number}`,
  edit: (number) => `Edit scene ${number}`,
  drag: (number) => `Drag scene ${number} to another place`,
  moved: (title, number, count) => `“${title}” is now scene ${number} of ${count}`,
  removed: (title) => `“${title}” was removed; this can be undone`,
  added: (title, number) => `“${title}” was added as scene ${number}`,
  recaptured: (title) => `“${title}” now shows the current view`,
  noClause: 'no clause',
  compares: 'compares',
  plays: 'plays',
  form: (number) => `Edit scene ${number}`,
  title: 'Title',
  caption: 'Caption',
  notes: 'Speaker notes',
  notesHow: '**bold**, *emphasis*, - lists, 1. numbers, > quotes',
  preview: 'Preview of the notes',
  duration: 'Duration (s)',
  durationRange: (least, most) => `From ${least} to ${most} seconds`,
  required: 'Must not be empty',
  look: 'Stages',
  looks: {
    plain: 'as in the view',
    play: 'play from what exists to the plan',
    swipe: 'swipe between what exists and the plan',
    side: 'what exists and the plan side by side',
  },
  spotlight: 'Spotlight: dim the rest',
  pulse: 'Pulse along corridors',
  recapture: 'Take the current view',
  recaptureHow: 'Layers, stages, camera, selected features and clause come from the current view',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  close: 'Close',
};

export const storyMessages: Readonly<Record<Language, StoryMessages>> = { 'zh-Hans': zhHans, en };
