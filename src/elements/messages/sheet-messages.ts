import type { SheetGrid, SheetPart } from '../../contracts/sheet.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of 出图; those on the sheet itself are in core/sheet. */
export interface SheetMessages {
  readonly intro: string;
  readonly paper: string;
  readonly orientation: string;
  readonly orientations: Readonly<Record<'portrait' | 'landscape', string>>;
  readonly scale: string;
  readonly fitted: (denominator: string) => string;
  readonly subject: string;
  readonly currentView: string;
  readonly emphasis: string;
  readonly emphases: Readonly<Record<'shown' | 'dim' | 'only', string>>;
  readonly place: string;
  readonly places: Readonly<Record<'plan' | 'view' | 'frame', string>>;
  readonly frame: string;
  readonly frameHint: string;
  readonly frameHeld: string;
  readonly frameNudge: string;
  readonly lng: string;
  readonly lat: string;
  /** What was typed is no position within the plan's surroundings. */
  readonly badPosition: (value: string, least: number, most: number) => string;
  readonly wholePlan: string;
  readonly directions: Readonly<Record<'left' | 'right' | 'up' | 'down', string>>;
  readonly undo: string;
  readonly redo: string;
  readonly layoutHint: string;
  readonly partAt: (part: string, leftMm: string, topMm: string) => string;
  readonly chosenPart: (part: string) => string;
  readonly heading: string;
  readonly headingHint: (own: string) => string;
  readonly leftMm: string;
  readonly topMm: string;
  readonly badMm: (value: string) => string;
  readonly hidePart: string;
  readonly resetPart: string;
  readonly resetAll: string;
  readonly mapName: string;
  readonly overlaps: (list: readonly string[]) => string;
  readonly overlap: (part: string, over: string) => string;
  readonly template: string;
  readonly noTemplate: string;
  readonly templateName: string;
  readonly templateHint: string;
  readonly saveTemplate: string;
  readonly deleteTemplate: string;
  readonly downloadTemplate: string;
  readonly openTemplate: string;
  readonly templateSaved: (name: string) => string;
  readonly templateInMemory: (name: string, reason: string) => string;
  readonly templateDeleted: (name: string) => string;
  readonly templateOpened: (name: string) => string;
  readonly templateNameless: string;
  readonly templateRefused: (file: string, reason: string) => string;
  readonly templatesLeftOut: (reasons: string) => string;
  readonly grid: string;
  readonly grids: Readonly<Record<SheetGrid, string>>;
  readonly title: string;
  readonly number: string;
  readonly compiler: string;
  readonly date: string;
  readonly watermark: string;
  readonly watermarkHint: string;
  readonly parts: string;
  readonly partNames: Readonly<Record<SheetPart, string>>;
  readonly preview: (paper: string, scale: string) => string;
  readonly drawing: string;
  readonly cut: (part: string, count: number) => string;
  readonly outside: string;
  readonly noFonts: string;
  /** Empty when none is. */
  readonly missing: (characters: readonly string[]) => string;
  readonly svg: string;
  readonly png: (dpi: number) => string;
  readonly print: string;
  readonly printHint: string;
  readonly painting: (share: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly saved: (name: string) => string;
  readonly failed: (reason: string) => string;
}

const zhHans: SheetMessages = {
  intro: '按真实比例出图：图面、图例、比例尺都随所选内容，只列图上有的。在本机生成，不上传。',
  paper: '图幅',
  orientation: '方向',
  orientations: { landscape: '横幅', portrait: '竖幅' },
  scale: '比例尺',
  fitted: (denominator) => `适合（1∶${denominator}）`,
  subject: '内容',
  currentView: '当前视图',
  emphasis: '选中的要素',
  emphases: { shown: '与屏幕一致', dim: '突出，其余淡化', only: '只画选中的' },
  place: '范围',
  places: { plan: '全县', view: '以地图窗口为中心', frame: '按图框位置' },
  frame: '图框',
  frameHint:
    '在地图上拖动图框的边线或中心点；也可用下面的方向键，每次 5 毫米（按住 Shift 为 25 毫米）。',
  frameHeld: '正在移动图框；按 Esc 放回原处。',
  frameNudge: '移动图框',
  lng: '中心经度',
  lat: '中心纬度',
  badPosition: (value, least, most) => `“${value}”不在 ${least}—${most} 度之间，没有采用。`,
  wholePlan: '回到全域',
  directions: { left: '左', right: '右', up: '上', down: '下' },
  undo: '撤销',
  redo: '重做',
  layoutHint:
    '在预览中拖动图面要素（触屏先点选）；或选中后用方向键移动 1 毫米（Shift 为 5 毫米），Delete 隐藏。',
  partAt: (part, leftMm, topMm) => `${part}：距左 ${leftMm}、距上 ${topMm} 毫米`,
  chosenPart: (part) => `选中：${part}`,
  heading: '标题用语',
  headingHint: (own) => (own === '' ? '不填则没有标题' : `不填则为“${own}”`),
  leftMm: '距左（毫米）',
  topMm: '距上（毫米）',
  badMm: (value) => `“${value}”不是毫米数，没有采用。`,
  hidePart: '隐藏',
  resetPart: '复位',
  resetAll: '全部复位',
  mapName: '图面',
  overlaps: (list) => `${list.join('；')}。`,
  overlap: (part, over) => `${part}压住了${over}`,
  template: '模板',
  noTemplate: '不用模板',
  templateName: '模板名称',
  templateHint:
    '模板记下图幅、方向、坐标网、要素的显隐、位置与用语、编制单位、图号和水印，随规划包保存。',
  saveTemplate: '存为模板',
  deleteTemplate: '删除模板',
  downloadTemplate: '下载模板（JSON）',
  openTemplate: '打开模板…',
  templateSaved: (name) => `模板“${name}”已存入本机草稿，导出规划包时一并带出。`,
  templateInMemory: (name, reason) =>
    `模板“${name}”只存在本窗口，本机不能保存（${reason}）；请下载模板或导出规划包。`,
  templateDeleted: (name) => `模板“${name}”已从草稿中删除，可在编制中撤销。`,
  templateOpened: (name) => `已套用模板“${name}”；要随规划包保存，请存为模板。`,
  templateNameless: '请先写模板名称。',
  templateRefused: (file, reason) => `没有套用“${file}”，图面保持原样：${reason}`,
  templatesLeftOut: (reasons) => `有的模板有误，没有列出：${reasons}`,
  grid: '坐标网',
  grids: { none: '不画', degrees: '经纬网', kilometres: '公里网' },
  title: '图名',
  number: '图号',
  compiler: '编制单位',
  date: '编制日期',
  watermark: '水印',
  watermarkHint: '如 征求意见稿；不填则不印',
  parts: '图面要素',
  partNames: {
    title: '图名',
    legend: '图例',
    north: '指北针',
    scale: '比例尺',
    location: '区位小图',
    period: '规划期限',
    number: '图号',
    compiler: '编制单位',
    date: '编制日期',
    notes: '说明',
    sources: '资料来源',
    clauses: '条文索引',
    watermark: '水印',
  },
  preview: (paper, scale) => `预览：${paper}，1∶${scale}`,
  drawing: '正在绘制',
  cut: (part, count) => `${part}有 ${count} 条放不下，图上已注明；可换更大的图幅。`,
  outside: '规划范围没有全部落在图内。',
  noFonts: '没有取到随本工具发布的字体（fonts 文件夹），文字用本机字体。',
  missing: (characters) =>
    characters.length === 0 ? '' : `图纸字体里没有这些字，用本机字体代替：${characters.join('')}`,
  svg: '存为 SVG',
  png: (dpi) => `存为 PNG（${dpi} dpi）`,
  print: '打印或存为 PDF…',
  printHint: '打印时选“实际大小”（100%），边距选“无”，图上一公里才是真的一公里。',
  painting: (share) => `正在输出 ${Math.round(share * 100)}%`,
  cancel: '取消',
  cancelled: '已取消，没有留下文件。',
  saved: (name) => `已保存 ${name}。`,
  failed: (reason) => `没有画成：${reason}`,
};

const en: SheetMessages = {
  intro:
    'Drawings true to scale: the legend holds exactly what is drawn of the chosen content. Made on this machine.',
  paper: 'Paper',
  orientation: 'Orientation',
  orientations: { landscape: 'Landscape', portrait: 'Portrait' },
  scale: 'Scale',
  fitted: (denominator) => `Fitted (1:${denominator})`,
  subject: 'Content',
  currentView: 'Current view',
  emphasis: 'What is selected',
  emphases: { shown: 'As on the screen', dim: 'Rest dimmed', only: 'It alone' },
  place: 'Extent',
  places: {
    plan: 'Whole county',
    view: 'Centred on the map’s window',
    frame: 'Where the frame is',
  },
  frame: 'Frame',
  frameHint:
    'Drag the frame on the map by its lines or its middle; or move it with these keys, 5 mm a step (25 mm with Shift).',
  frameHeld: 'The frame is being moved; Escape puts it back.',
  frameNudge: 'Move the frame',
  lng: 'Longitude of its middle',
  lat: 'Latitude of its middle',
  badPosition: (value, least, most) =>
    `“${value}” is not between ${least} and ${most} degrees and was not taken.`,
  wholePlan: 'Back to the whole county',
  directions: { left: 'Left', right: 'Right', up: 'Up', down: 'Down' },
  undo: 'Undo',
  redo: 'Redo',
  layoutHint:
    'Drag the furniture in the preview (by touch, tap it first); or choose a part and move it with the arrow keys, 1 mm a step (5 mm with Shift). Delete hides it.',
  partAt: (part, leftMm, topMm) => `${part}: ${leftMm} mm from the left, ${topMm} mm from the top`,
  chosenPart: (part) => `Chosen: ${part}`,
  heading: 'Heading',
  headingHint: (own) => (own === '' ? 'Empty: none' : `Empty: “${own}”`),
  leftMm: 'From the left (mm)',
  topMm: 'From the top (mm)',
  badMm: (value) => `“${value}” is no number of millimetres and was not taken.`,
  hidePart: 'Hide',
  resetPart: 'Reset',
  resetAll: 'Reset all',
  mapName: 'the map',
  overlaps: (list) => `${list.join('; ')}.`,
  overlap: (part, over) => `${part} lies over ${over}`,
  template: 'Template',
  noTemplate: 'None',
  templateName: 'Name of the template',
  templateHint:
    'A template keeps paper, orientation, grid, what is hidden, moved and renamed, compiler, sheet number and watermark. It is kept with the plan bundle.',
  saveTemplate: 'Save as template',
  deleteTemplate: 'Delete template',
  downloadTemplate: 'Download template (JSON)',
  openTemplate: 'Open template…',
  templateSaved: (name) =>
    `Template “${name}” is in the draft on this machine, and goes out with the plan bundle.`,
  templateInMemory: (name, reason) =>
    `Template “${name}” is in this window only, for this machine cannot save (${reason}): download it or export the bundle.`,
  templateDeleted: (name) => `Template “${name}” was taken out of the draft; Edit can undo it.`,
  templateOpened: (name) => `Template “${name}” is in use; to keep it with the plan, save it.`,
  templateNameless: 'Give the template a name first.',
  templateRefused: (file, reason) => `“${file}” was not taken, the sheet is as it was: ${reason}`,
  templatesLeftOut: (reasons) => `Some templates are unsound and not listed: ${reasons}`,
  grid: 'Grid',
  grids: { none: 'None', degrees: 'Graticule', kilometres: 'Kilometres' },
  title: 'Title',
  number: 'Sheet number',
  compiler: 'Compiled by',
  date: 'Date',
  watermark: 'Watermark',
  watermarkHint: 'E.g. Draft; empty: none',
  parts: 'Furniture',
  partNames: {
    title: 'Title',
    legend: 'Legend',
    north: 'North arrow',
    scale: 'Scale bar',
    location: 'Location map',
    period: 'Plan period',
    number: 'Sheet number',
    compiler: 'Compiler',
    date: 'Date',
    notes: 'Notes',
    sources: 'Sources',
    clauses: 'Clause index',
    watermark: 'Watermark',
  },
  preview: (paper, scale) => `Preview: ${paper}, 1:${scale}`,
  drawing: 'Drawing',
  cut: (part, count) => `${part}: ${count} found no room, as the sheet says; try larger paper.`,
  outside: 'Not all of the plan’s area is on the sheet.',
  noFonts:
    'The fonts that come with this tool (folder fonts) are not there: text is in this machine’s own.',
  missing: (characters) =>
    characters.length === 0
      ? ''
      : `Not in the fonts of sheets, drawn in this machine’s own: ${characters.join('')}`,
  svg: 'Save as SVG',
  png: (dpi) => `Save as PNG (${dpi} dpi)`,
  print: 'Print or save as PDF…',
  printHint: 'Print at actual size (100 %) with no margins, so that a kilometre is one on paper.',
  painting: (share) => `Painting ${Math.round(share * 100)}%`,
  cancel: 'Cancel',
  cancelled: 'Cancelled; no file was left.',
  saved: (name) => `Saved ${name}.`,
  failed: (reason) => `Not drawn: ${reason}`,
};

export const sheetMessages: Readonly<Record<Language, SheetMessages>> = { 'zh-Hans': zhHans, en };
