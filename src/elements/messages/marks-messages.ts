import type { MarkKind } from '../../contracts/marks.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-marks>`; they come with the tool. */
export interface MarksMessages {
  readonly notPlan: string;
  readonly toolLabel: string;
  readonly select: string;
  readonly kinds: Readonly<Record<MarkKind, string>>;
  readonly hints: Readonly<Record<MarkKind | 'select', string>>;
  readonly noMap: string;
  readonly keysLabel: string;
  readonly keys: readonly (readonly [keys: string, what: string])[];
  readonly colourLabel: string;
  readonly snap: string;
  readonly snapWhat: string;
  readonly show: string;
  readonly undo: string;
  readonly redo: string;
  readonly finish: string;
  readonly cancel: string;
  readonly drawing: (kind: string, count: number) => string;
  readonly author: string;
  readonly authorHint: string;
  readonly entry: string;
  readonly entryHint: string;
  readonly entryExample: string;
  readonly add: string;
  readonly added: (position: string) => string;
  readonly noEntry: string;
  readonly badEntry: (typed: string, reason: string) => string;
  readonly list: (count: number) => string;
  readonly empty: string;
  readonly loading: string;
  readonly markName: (number: number, kind: string) => string;
  readonly open: string;
  readonly unsigned: string;
  readonly noNote: string;
  readonly note: string;
  readonly textNote: string;
  readonly cites: string;
  readonly citesNone: string;
  readonly citeSelection: string;
  readonly citeWhat: string;
  readonly nothingSelected: string;
  readonly removeCite: (name: string) => string;
  readonly goTo: (name: string) => string;
  readonly points: string;
  readonly moveAll: string;
  readonly movePoint: (number: number) => string;
  readonly moveHint: (step: string) => string;
  readonly locate: string;
  readonly remove: string;
  readonly removeMark: (name: string) => string;
  readonly removeAll: string;
  readonly removed: (name: string) => string;
  readonly changed: (name: string) => string;
  readonly drawn: (name: string) => string;
  readonly export: string;
  readonly geojson: string;
  readonly kml: string;
  readonly markdown: string;
  readonly html: string;
  readonly word: string;
  readonly importFile: string;
  readonly imported: (count: number) => string;
  readonly saved: string;
  readonly saving: string;
  readonly unsaved: string;
  readonly memory: (reason: string) => string;
  readonly download: string;
  readonly quarantined: (count: number) => string;
  readonly quarantine: string;
  readonly orphan: (kind: string, count: number, time: string) => string;
  readonly resume: string;
  readonly keep: string;
  readonly drop: string;
  readonly refused: (reason: string) => string;
  readonly meeting: string;
  readonly currentView: string;
  readonly madeIn: (scene: string) => string;
  /** On the stage. */
  readonly stageTools: string;
  readonly stageNote: string;
  readonly stageEnd: string;
  readonly stageRefusal: string;
}

const zhHans: MarksMessages = {
  notPlan: '会议标绘，非规划内容',
  toolLabel: '画什么',
  select: '选择',
  kinds: { point: '点', line: '线', area: '面', arrow: '箭头', text: '文字', freehand: '手绘' },
  hints: {
    select: '点选图上的标绘；拖动可移动，拖节点可改形。',
    point: '在图上点一下。',
    line: '在图上依次点选；再点一次末点结束。',
    area: '依次点选三个以上的角点；点回第一点结束。',
    arrow: '从起点点到终点；再点一次末点结束，箭头指向末点。',
    text: '在图上点一下，再写文字。',
    freehand: '按住拖动，松开结束。',
  },
  noMap: '没有地图，请在下面输入坐标。',
  keysLabel: '键盘与触屏',
  keys: [
    ['方向键', '移图，地图中央的十字跟着动'],
    ['回车、空格', '在十字处落点；在末点再按一次结束'],
    ['Ctrl+回车', '结束'],
    ['退格', '退回一点'],
    ['Esc', '放弃正在画的；再按取消选择'],
    ['Delete', '删去选中的标绘'],
    ['Ctrl+Z、Ctrl+Y', '撤销、重做'],
  ],
  colourLabel: '颜色',
  snap: '吸附',
  snapWhat: '落点靠近要素或标绘时取其上的位置',
  show: '图上显示',
  undo: '撤销',
  redo: '重做',
  finish: '完成',
  cancel: '放弃',
  drawing: (kind, count) => `正在画${kind}，已落 ${count} 点`,
  author: '记录人',
  authorHint: '记在本机，随标绘一起保存和导出',
  entry: '输入坐标落点',
  entryHint: '经纬度、度分秒或 CGCS2000 平面坐标。',
  entryExample: '113.412, 38.086',
  add: '落点',
  added: (position) => `已落点 ${position}。`,
  noEntry: '还没有输入。',
  badEntry: (typed, reason) => `“${typed}”读不出坐标。${reason}`,
  list: (count) => `标绘 ${count} 个`,
  empty: '还没有标绘。选一种，在图上画，或在下面输入坐标。',
  loading: '正在读取保存的标绘',
  markName: (number, kind) => `${number} ${kind}`,
  open: '查看和修改',
  unsigned: '未署名',
  noNote: '未写意见',
  note: '会议意见',
  textNote: '图上的文字',
  cites: '引用',
  citesNone: '没有引用条文或要素。',
  citeSelection: '引用当前选中',
  citeWhat: '先在图上、正文或要素列表里选中要素或条文，再按此处',
  nothingSelected: '图上和正文里都没有选中什么。',
  removeCite: (name) => `去掉引用“${name}”`,
  goTo: (name) => `到“${name}”`,
  points: '位置',
  moveAll: '整体移动',
  movePoint: (number) => `节点 ${number}`,
  moveHint: (step) => `方向键移动 ${step}，加 Shift 十倍；Delete 删节点，Insert 加节点`,
  locate: '定位',
  remove: '删除',
  removeMark: (name) => `删除标绘 ${name}`,
  removeAll: '全部删除',
  removed: (name) => `已删除 ${name}，可撤销`,
  changed: (name) => `已修改 ${name}`,
  drawn: (name) => `已画 ${name}`,
  export: '导出',
  geojson: 'GeoJSON',
  kml: 'KML',
  markdown: '纪要 Markdown',
  html: '纪要网页',
  word: '纪要 Word',
  importFile: '导入 GeoJSON',
  imported: (count) => `已导入 ${count} 个标绘，可撤销`,
  saved: '已保存在本机',
  saving: '正在保存',
  unsaved: '未保存',
  memory: (reason) =>
    `标绘没能存到本机（${reason}），只在这个窗口里。请下载留底；腾出空间后会自动再存。`,
  download: '下载留底',
  quarantined: (count) => `${count} 条记录损坏，已隔离；其余标绘不受影响。`,
  quarantine: '下载损坏的记录',
  orphan: (kind, count, time) => `有一个没画完的${kind}（${count} 点，${time}）。`,
  resume: '继续画',
  keep: '就这样保留',
  drop: '丢弃',
  refused: (reason) => `图上画不出标绘：${reason}`,
  meeting: '会议标绘',
  currentView: '当前画面',
  madeIn: (scene) => `汇报场次：${scene}`,
  stageTools: '标绘工具',
  stageNote: '会议意见',
  stageEnd: '结束标绘',
  stageRefusal: '标题页和对比画面上不能标绘，请翻到地图画面。',
};

const en: MarksMessages = {
  notPlan: 'Meeting red-lines, not part of the plan',
  toolLabel: 'What to draw',
  select: 'Select',
  kinds: {
    point: 'Point',
    line: 'Line',
    area: 'Area',
    arrow: 'Arrow',
    text: 'Text',
    freehand: 'Freehand',
  },
  hints: {
    select: 'Click a mark on the map; drag it to move it, drag its points to reshape it.',
    point: 'Click on the map.',
    line: 'Click from point to point; click the last one again to end.',
    area: 'Click three or more corners; click the first one again to end.',
    arrow: 'Click from start to end; click the last point again to end. The head is there.',
    text: 'Click on the map, then write.',
    freehand: 'Press and drag; let go to end.',
  },
  noMap: 'There is no map; type coordinates below.',
  keysLabel: 'Keys and touch',
  keys: [
    ['Arrows', 'move the map under the cross in its middle'],
    ['Enter, Space', 'put a point down at the cross; once more at the last point ends'],
    ['Ctrl+Enter', 'end'],
    ['Backspace', 'take the last point back'],
    ['Esc', 'give up what is being drawn; then what is selected'],
    ['Delete', 'delete the selected mark'],
    ['Ctrl+Z, Ctrl+Y', 'undo, redo'],
  ],
  colourLabel: 'Colour',
  snap: 'Snap',
  snapWhat: 'Points near a feature or a mark are put on it',
  show: 'Show on the map',
  undo: 'Undo',
  redo: 'Redo',
  finish: 'Finish',
  cancel: 'Give up',
  drawing: (kind, count) =>
    `Drawing: ${kind.toLowerCase()}, ${count} ${count === 1 ? 'point' : 'points'} down`,
  author: 'Noted by',
  authorHint: 'Remembered here, saved and exported with the marks',
  entry: 'Type coordinates',
  entryHint: 'Longitude and latitude, degrees and minutes, or CGCS2000 plane coordinates.',
  entryExample: '113.412, 38.086',
  add: 'Put down',
  added: (position) => `Point put down at ${position}.`,
  noEntry: 'Nothing typed yet.',
  badEntry: (typed, reason) => `“${typed}” cannot be read as coordinates. ${reason}`,
  list: (count) => `Marks: ${count}`,
  empty: 'No marks yet. Choose a kind and draw on the map, or type coordinates below.',
  loading: 'Reading the saved marks',
  markName: (number, kind) => `${number} ${kind}`,
  open: 'View and change',
  unsigned: 'unsigned',
  noNote: 'No remark',
  note: 'Remark of the meeting',
  textNote: 'Text on the map',
  cites: 'Cites',
  citesNone: 'Cites no clause and no feature.',
  citeSelection: 'Cite the selection',
  citeWhat: 'Select a feature or clause on the map, in the text or in the list first',
  nothingSelected: 'Nothing is selected on the map or in the text.',
  removeCite: (name) => `Remove citation “${name}”`,
  goTo: (name) => `Go to “${name}”`,
  points: 'Position',
  moveAll: 'Move all',
  movePoint: (number) => `Point ${number}`,
  moveHint: (step) =>
    `Arrow keys move by ${step}, with Shift ten times that; Delete removes, Insert adds a point`,
  locate: 'Locate',
  remove: 'Delete',
  removeMark: (name) => `Delete mark ${name}`,
  removeAll: 'Delete all',
  removed: (name) => `Deleted ${name}; undo brings it back`,
  changed: (name) => `Changed ${name}`,
  drawn: (name) => `Drawn: ${name}`,
  export: 'Export',
  geojson: 'GeoJSON',
  kml: 'KML',
  markdown: 'Minutes, Markdown',
  html: 'Minutes, web page',
  word: 'Minutes, Word',
  importFile: 'Import GeoJSON',
  imported: (count) => `Imported ${count} marks; undo takes them back`,
  saved: 'Saved on this machine',
  saving: 'Saving',
  unsaved: 'not saved',
  memory: (reason) =>
    `The marks could not be saved on this machine (${reason}); they are in this window only. Download a copy; once there is room, they are saved by themselves.`,
  download: 'Download a copy',
  quarantined: (count) =>
    `Damaged records: ${count}. They were set aside; the other marks are unharmed.`,
  quarantine: 'Download the damaged records',
  orphan: (kind, count, time) => `Unfinished: ${kind.toLowerCase()} (${count} points, ${time}).`,
  resume: 'Go on drawing',
  keep: 'Keep as it is',
  drop: 'Discard',
  refused: (reason) => `The map cannot draw marks: ${reason}`,
  meeting: 'red-lines',
  currentView: 'Current view',
  madeIn: (scene) => `Scene: ${scene}`,
  stageTools: 'Red-lining tools',
  stageNote: 'Remark',
  stageEnd: 'End drawing',
  stageRefusal: 'Title pages and comparisons take no marks; go to a scene with the map.',
};

export const marksMessages: Readonly<Record<Language, MarksMessages>> = { 'zh-Hans': zhHans, en };
