import type { Certainty, RefRole } from '../../contracts/bundle.ts';
import type { DraftSaving } from '../../contracts/draft.ts';
import type { Language } from '../../contracts/theme.ts';

export const EDIT_TABS = ['features', 'text', 'sources', 'check', 'versions'] as const;
export type EditTab = (typeof EDIT_TABS)[number];

/** Words of `<plan-edit>`; they come with the tool. */
export interface EditMessages {
  readonly tabs: Readonly<Record<EditTab, string>>;
  readonly tabsLabel: string;
  readonly loading: string;
  readonly undo: string;
  readonly redo: string;
  readonly saving: Readonly<Record<DraftSaving, string>>;
  readonly memory: (reason: string) => string;
  readonly sure: string;
  readonly cancel: string;
  /* Features */
  readonly find: string;
  readonly newFeature: string;
  readonly newName: string;
  readonly back: string;
  readonly count: (shown: number, all: number) => string;
  readonly none: string;
  readonly name: string;
  readonly nameEn: string;
  readonly aka: string;
  readonly ref: string;
  readonly kind: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly certainty: string;
  readonly horizontal: string;
  readonly method: string;
  readonly note: string;
  readonly sourcesOf: string;
  readonly cites: string;
  readonly noCites: string;
  readonly citeSelected: string;
  readonly citeHint: string;
  readonly nothingSelected: string;
  readonly paragraph: string;
  readonly quote: string;
  readonly addCite: string;
  readonly quoteMissing: (quote: string) => string;
  readonly removeCite: (quote: string) => string;
  readonly role: string;
  readonly roles: Readonly<Record<RefRole, string>>;
  readonly basis: string;
  readonly named: string;
  readonly reading: string;
  readonly remove: string;
  readonly removeAsks: (name: string, references: readonly string[]) => string;
  readonly geometry: string;
  readonly geometryIs: (type: string, vertices: number) => string;
  readonly noGeometry: string;
  readonly coordinates: string;
  readonly coordinatesHint: string;
  readonly shape: string;
  readonly shapes: Readonly<Record<'Point' | 'LineString' | 'Polygon', string>>;
  readonly applyGeometry: string;
  readonly dropGeometry: string;
  readonly badCoordinates: (line: number, typed: string, reason: string) => string;
  readonly tooFew: (needed: number, given: number) => string;
  readonly drawOnMap: string;
  readonly drawing: string;
  readonly drawDone: string;
  readonly put: string;
  readonly noMap: string;
  readonly multi: string;
  /* Text */
  readonly newPlan: string;
  readonly newPlanWhat: string;
  readonly planTitle: string;
  readonly planId: string;
  readonly planIdHint: string;
  readonly xzqdm: string;
  readonly extent: string;
  readonly extentHint: string;
  readonly extentBad: string;
  readonly idBad: string;
  readonly titleMissing: string;
  readonly create: string;
  readonly openFile: string;
  readonly chooseFile: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly split: string;
  readonly splitInto: (count: number, kept: number) => string;
  readonly take: string;
  readonly repairs: (count: number) => string;
  readonly repairsWhat: string;
  readonly acceptAll: string;
  readonly acceptNone: string;
  readonly noRepairs: string;
  readonly findRepairs: string;
  readonly applyRepairs: (count: number) => string;
  readonly paragraphs: (count: number) => string;
  readonly paraTitle: string;
  readonly paraPath: string;
  readonly paraText: string;
  readonly up: (title: string) => string;
  readonly down: (title: string) => string;
  readonly removePara: (title: string) => string;
  readonly isEmptyText: string;
  /* Sources, non-spatial, views */
  readonly sourcesTitle: string;
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly licence: string;
  readonly confidence: string;
  readonly confidences: Readonly<Record<'O' | 'S' | 'I', string>>;
  readonly addSource: string;
  readonly removeSource: (title: string) => string;
  readonly usedBy: (count: number) => string;
  readonly nonSpatialTitle: string;
  readonly uncited: (count: number) => string;
  readonly reason: string;
  readonly declare: string;
  readonly undeclare: string;
  readonly allCovered: string;
  readonly viewsTitle: string;
  readonly viewTitle: string;
  readonly saveView: string;
  readonly planData: string;
  readonly disclosure: string;
  readonly disclosures: Readonly<Record<'public' | 'internal', string>>;
  readonly compiler: string;
  readonly mapApproval: string;
  /* Check */
  readonly checking: string;
  readonly sound: string;
  readonly found: (errors: number, warnings: number) => string;
  readonly goThere: string;
  readonly fix: string;
  readonly findFixes: string;
  readonly noFixes: string;
  readonly remedy: string;
  /* Versions */
  readonly who: string;
  readonly whoHint: string;
  readonly exportTitle: string;
  readonly exportZip: string;
  readonly exportList: string;
  readonly exportNote: string;
  readonly versionName: string;
  readonly nameVersion: string;
  readonly versions: string;
  readonly noVersions: string;
  readonly steps: (count: number) => string;
  readonly noSteps: string;
  readonly restore: string;
  readonly restoreTo: (name: string) => string;
  readonly changes: string;
  readonly noChanges: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly textChanged: string;
  readonly discard: string;
  readonly discardAsks: (steps: number) => string;
  readonly leave: string;
  readonly drafts: string;
  readonly openDraft: (title: string) => string;
  readonly noDrafts: string;
  readonly deleteDraft: (title: string) => string;
  readonly deleteDraftAsks: (title: string, steps: number) => string;
  readonly layersTitle: string;
  readonly layerName: string;
  readonly quarantined: (count: number) => string;
  readonly quarantine: string;
  readonly anonymous: string;
  readonly unknownCertainty: Readonly<Partial<Record<Certainty, string>>>;
}

const zhHans: EditMessages = {
  tabs: {
    features: '要素',
    text: '文本',
    sources: '来源与声明',
    check: '核对',
    versions: '版本与导出',
  },
  tabsLabel: '编制的各部分',
  loading: '正在打开草稿……',
  undo: '撤销',
  redo: '重做',
  saving: { saved: '已保存在本机', saving: '正在保存……', memory: '仅存于本窗口' },
  memory: (reason) => `本机存储不可用，修改只在本窗口内，请尽快导出：${reason}`,
  sure: '确定',
  cancel: '取消',
  find: '查找要素',
  newFeature: '新增要素',
  newName: '新要素的名称',
  back: '返回列表',
  count: (shown, all) => (shown === all ? `共 ${all} 个要素` : `${all} 个要素中的 ${shown} 个`),
  none: '还没有要素。可以从这里新增，或在“导入”中由文件生成。',
  name: '名称',
  nameEn: '英文名称',
  aka: '别名（用逗号分隔）',
  ref: '编号',
  kind: '类别',
  status: '阶段',
  from: '起始年',
  to: '完成年',
  certainty: '图形精度',
  horizontal: '平面误差（米）',
  method: '获取方法',
  note: '备注',
  sourcesOf: '来源',
  cites: '引用的规划原文',
  noCites: '尚未引用任何条文：每个要素都要引用规划原文。',
  citeSelected: '引用选中的词句',
  citeHint: '在正文中选中一段文字，或点选一个词句，然后按此按钮。',
  nothingSelected: '正文中没有选中文字。',
  paragraph: '段落',
  quote: '原文词句',
  addCite: '添加引用',
  quoteMissing: (quote) => `该段落中没有“${quote}”，请逐字引用。`,
  removeCite: (quote) => `删除引用“${quote}”`,
  role: '关系',
  roles: { defines: '确定', mentions: '提及', constrains: '约束', funds: '资金' },
  basis: '依据',
  named: '原文点名',
  reading: '推断，非规划原文',
  remove: '删除此要素',
  removeAsks: (name, references) =>
    references.length === 0
      ? `删除“${name}”？`
      : `删除“${name}”？它还被这些内容引用：${references.join('、')}。`,
  geometry: '图形',
  geometryIs: (type, vertices) => `${type}，${vertices} 个顶点`,
  noGeometry: '没有图形，仅见于列表。',
  coordinates: '坐标（每行一个点）',
  coordinatesHint:
    '经纬度、度分秒或 CGCS2000 平面坐标都可以，如 113.412, 38.086 或 4217207.1, 448414.7。',
  shape: '形状',
  shapes: { Point: '点', LineString: '线', Polygon: '面' },
  applyGeometry: '用这些坐标替换图形',
  dropGeometry: '去掉图形',
  badCoordinates: (line, typed, reason) => `第 ${line} 行“${typed}”：${reason}`,
  tooFew: (needed, given) => `至少需要 ${needed} 个点，现有 ${given} 个。`,
  drawOnMap: '在图上绘制或修改',
  drawing: '在图上单击加点，拖动改点；改动随时保存。键盘：聚焦地图后用方向键移动，回车落点。',
  drawDone: '结束绘制',
  put: '在地图中心落点',
  noMap: '没有地图，请直接输入坐标。',
  multi: '此图形由多个部分组成，请用坐标或导入来替换。',
  newPlan: '新建规划',
  newPlanWhat: '从空白开始编制另一个规划。当前规划保持不变，可随时返回。',
  planTitle: '规划名称',
  planId: '标识',
  planIdHint: '小写字母、数字和连字符，如 pingding-145',
  xzqdm: '行政区划代码（可空）',
  extent: '范围（西，南，东，北，度）',
  extentHint: '默认为地图当前显示的范围',
  extentBad: '范围应为四个数：西 < 东，南 < 北。',
  idBad: '标识只能用小写字母、数字和连字符。',
  titleMissing: '请填写规划名称。',
  create: '建立',
  openFile: '打开文本文件（TXT、MD、DOCX）',
  chooseFile: '选择文件',
  paste: '或粘贴规划全文',
  pasteHint: '标题单独成行（第一章、一、……或 Markdown 的 #），正文在其下。',
  split: '划分段落',
  splitInto: (count, kept) => `划分为 ${count} 段，其中 ${kept} 段沿用原有标识。`,
  take: '采用这些段落',
  repairs: (count) => `发现 ${count} 处可能的扫描或复制错误`,
  repairsWhat: '逐条查看，勾选要改正的；未勾选的保持原样。',
  acceptAll: '全选',
  acceptNone: '全不选',
  noRepairs: '没有发现常见的扫描错误。',
  findRepairs: '检查扫描错误与繁体字',
  applyRepairs: (count) => `改正所选 ${count} 处`,
  paragraphs: (count) => `共 ${count} 段`,
  paraTitle: '标题',
  paraPath: '上级标题（用 › 分隔）',
  paraText: '正文',
  up: (title) => `上移“${title}”`,
  down: (title) => `下移“${title}”`,
  removePara: (title) => `删除段落“${title}”`,
  isEmptyText: '还没有文本。打开文件或粘贴全文后划分段落。',
  sourcesTitle: '来源',
  sourceId: '标识',
  sourceTitle: '名称',
  publisher: '发布单位',
  date: '日期',
  url: '网址',
  licence: '许可',
  confidence: '可信度',
  confidences: { O: '官方', S: '二手', I: '推断' },
  addSource: '新增来源',
  removeSource: (title) => `删除来源“${title}”`,
  usedBy: (count) => `${count} 个要素使用`,
  nonSpatialTitle: '没有要素引用的段落',
  uncited: (count) => `${count} 段既无要素引用，也未声明为非空间内容`,
  reason: '理由',
  declare: '声明为非空间内容',
  undeclare: '取消声明',
  allCovered: '每一段都有要素引用，或已声明为非空间内容。',
  viewsTitle: '视图',
  viewTitle: '视图名称',
  saveView: '把当前画面存为视图',
  planData: '规划信息',
  disclosure: '公开程度',
  disclosures: { public: '公开', internal: '内部' },
  compiler: '编制单位',
  mapApproval: '审图号',
  checking: '正在核对……',
  sound: '没有发现问题：文图一一对应。',
  found: (errors, warnings) => `${errors} 个错误，${warnings} 个提醒`,
  goThere: '前往',
  fix: '改正：',
  findFixes: '查找改正办法',
  noFixes: '没有可以自动提出的改正，请按上面的办法处理。',
  remedy: '办法：',
  who: '我的姓名',
  whoHint: '记入修改清单',
  exportTitle: '导出',
  exportZip: '规划数据包（.zip）',
  exportList: '变更清单（Markdown）',
  exportNote: '数据包含全部图形、文本与来源，任何 <plan-atlas src> 都能打开。',
  versionName: '版本名称',
  nameVersion: '存为版本',
  versions: '版本',
  noVersions: '还没有命名的版本。',
  steps: (count) => `修改清单（${count} 步）`,
  noSteps: '还没有修改。',
  restore: '恢复',
  restoreTo: (name) => `恢复到“${name}”`,
  changes: '与原规划的差别',
  noChanges: '与原规划没有差别。',
  added: '新增',
  removed: '删除',
  changed: '变更',
  textChanged: '文本变更',
  discard: '放弃全部修改',
  discardAsks: (steps) => `放弃全部 ${steps} 步修改和所有版本？这一步无法撤销，请先导出。`,
  leave: '返回原规划',
  drafts: '本机上的草稿',
  openDraft: (title) => `打开“${title}”`,
  noDrafts: '本机没有其他草稿。',
  deleteDraft: (title) => `删除“${title}”`,
  deleteDraftAsks: (title, steps) => `删除草稿“${title}”的 ${steps} 步修改？这一步无法撤销。`,
  layersTitle: '图层',
  layerName: '图层名称',
  quarantined: (count) => `${count} 条损坏的记录已搁置。`,
  quarantine: '下载搁置的记录',
  anonymous: '未署名',
  unknownCertainty: { unknown: '无图形' },
};

const en: EditMessages = {
  tabs: {
    features: 'Features',
    text: 'Text',
    sources: 'Sources and declarations',
    check: 'Check',
    versions: 'Versions and export',
  },
  tabsLabel: 'Parts of the plan',
  loading: 'Opening the draft…',
  undo: 'Undo',
  redo: 'Redo',
  saving: { saved: 'Saved on this machine', saving: 'Saving…', memory: 'In this window only' },
  memory: (reason) =>
    `This machine keeps nothing; the changes live in this window only, so export them soon: ${reason}`,
  sure: 'Yes',
  cancel: 'Cancel',
  find: 'Find a feature',
  newFeature: 'Add feature',
  newName: 'Name of the new feature',
  back: 'Back to the list',
  count: (shown, all) => (shown === all ? `${all} features` : `${shown} of ${all} features`),
  none: 'No feature yet. Add one here, or make them from a file under Import.',
  name: 'Name',
  nameEn: 'English name',
  aka: 'Other names (comma between)',
  ref: 'Number',
  kind: 'Class',
  status: 'Stage',
  from: 'From year',
  to: 'To year',
  certainty: 'Accuracy of the geometry',
  horizontal: 'Horizontal error (m)',
  method: 'How it was obtained',
  note: 'Note',
  sourcesOf: 'Sources',
  cites: 'The plan’s words',
  noCites: 'Cites nothing yet: every feature must cite the plan.',
  citeSelected: 'Cite the selected words',
  citeHint: 'Select words in the text, or choose a phrase, then press this button.',
  nothingSelected: 'No words are selected in the text.',
  paragraph: 'Paragraph',
  quote: 'Words, as printed',
  addCite: 'Add citation',
  quoteMissing: (quote) => `“${quote}” does not occur in that paragraph; quote it word for word.`,
  removeCite: (quote) => `Remove the citation “${quote}”`,
  role: 'Relation',
  roles: { defines: 'defines', mentions: 'mentions', constrains: 'constrains', funds: 'funds' },
  basis: 'Basis',
  named: 'named there',
  reading: 'our reading, not the plan’s words',
  remove: 'Remove this feature',
  removeAsks: (name, references) =>
    references.length === 0
      ? `Remove “${name}”?`
      : `Remove “${name}”? It is also named by: ${references.join(', ')}.`,
  geometry: 'Geometry',
  geometryIs: (type, vertices) => `${type}, ${vertices} vertices`,
  noGeometry: 'No geometry; in the list only.',
  coordinates: 'Coordinates (one point a line)',
  coordinatesHint:
    'Degrees, degrees-minutes-seconds or CGCS2000 plane coordinates, e.g. 113.412, 38.086 or 4217207.1, 448414.7.',
  shape: 'Shape',
  shapes: { Point: 'Point', LineString: 'Line', Polygon: 'Area' },
  applyGeometry: 'Replace the geometry by these',
  dropGeometry: 'Take the geometry away',
  badCoordinates: (line, typed, reason) => `Line ${line} “${typed}”: ${reason}`,
  tooFew: (needed, given) => `At least ${needed} points are needed; there are ${given}.`,
  drawOnMap: 'Draw or reshape on the map',
  drawing:
    'Click on the map to add points, drag to move them; changes are saved at once. By key: focus the map, move it by arrows, Enter puts a point.',
  drawDone: 'Stop drawing',
  put: 'Put a point in the middle of the map',
  noMap: 'There is no map; type coordinates instead.',
  multi: 'This geometry has several parts: replace it by coordinates or by import.',
  newPlan: 'New plan',
  newPlanWhat: 'Begin another plan from nothing. The plan that is shown stays; you can go back.',
  planTitle: 'Title of the plan',
  planId: 'Id',
  planIdHint: 'lower-case letters, digits, hyphens, e.g. pingding-145',
  xzqdm: 'Division code (may be empty)',
  extent: 'Extent (west, south, east, north in degrees)',
  extentHint: 'by default what the map shows now',
  extentBad: 'Four numbers: west < east, south < north.',
  idBad: 'The id takes lower-case letters, digits and hyphens only.',
  titleMissing: 'Give the plan a title.',
  create: 'Create',
  openFile: 'Open a text file (TXT, MD, DOCX)',
  chooseFile: 'Choose a file',
  paste: 'Or paste the plan’s text',
  pasteHint: 'Headings on lines of their own (第一章, 一、… or Markdown #), the words below them.',
  split: 'Split into paragraphs',
  splitInto: (count, kept) => `${count} paragraphs, of which ${kept} keep their ids.`,
  take: 'Take these paragraphs',
  repairs: (count) => `${count} likely faults of scanning or copying`,
  repairsWhat: 'Look at each and tick what is to be mended; the rest stays as it is.',
  acceptAll: 'Tick all',
  acceptNone: 'Tick none',
  noRepairs: 'No common scanning fault was found.',
  findRepairs: 'Look for scanning faults and traditional characters',
  applyRepairs: (count) => `Mend the ${count} ticked`,
  paragraphs: (count) => `${count} paragraphs`,
  paraTitle: 'Title',
  paraPath: 'Headings above (› between)',
  paraText: 'Words',
  up: (title) => `Move “${title}” up`,
  down: (title) => `Move “${title}” down`,
  removePara: (title) => `Remove the paragraph “${title}”`,
  isEmptyText: 'There is no text yet. Open a file or paste the text, then split it.',
  sourcesTitle: 'Sources',
  sourceId: 'Id',
  sourceTitle: 'Title',
  publisher: 'Publisher',
  date: 'Date',
  url: 'Address',
  licence: 'Licence',
  confidence: 'Confidence',
  confidences: { O: 'official', S: 'secondary', I: 'inference' },
  addSource: 'Add source',
  removeSource: (title) => `Remove the source “${title}”`,
  usedBy: (count) => `used by ${count} features`,
  nonSpatialTitle: 'Paragraphs that no feature cites',
  uncited: (count) => `${count} paragraphs are neither cited nor declared non-spatial`,
  reason: 'Reason',
  declare: 'Declare non-spatial',
  undeclare: 'Take back',
  allCovered: 'Every paragraph is cited by a feature or declared non-spatial.',
  viewsTitle: 'Views',
  viewTitle: 'Title of the view',
  saveView: 'Save what is shown as a view',
  planData: 'The plan’s own data',
  disclosure: 'Disclosure',
  disclosures: { public: 'public', internal: 'internal' },
  compiler: 'Compiled by',
  mapApproval: 'Map approval number',
  checking: 'Checking…',
  sound: 'Nothing found: text and map belong together.',
  found: (errors, warnings) => `${errors} errors, ${warnings} warnings`,
  goThere: 'Go there',
  fix: 'Mend: ',
  findFixes: 'Look for ways to mend it',
  noFixes: 'No way can be offered; follow the advice above.',
  remedy: 'What to do: ',
  who: 'My name',
  whoHint: 'stands in the list of changes',
  exportTitle: 'Export',
  exportZip: 'Plan bundle (.zip)',
  exportList: 'Change list (Markdown)',
  exportNote: 'The bundle holds all geometry, text and sources; any <plan-atlas src> opens it.',
  versionName: 'Name of the version',
  nameVersion: 'Keep as a version',
  versions: 'Versions',
  noVersions: 'No version has been named yet.',
  steps: (count) => `List of changes (${count} steps)`,
  noSteps: 'Nothing has been changed yet.',
  restore: 'Restore',
  restoreTo: (name) => `Restore “${name}”`,
  changes: 'Difference from the original plan',
  noChanges: 'No difference from the original plan.',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  textChanged: 'Text changed',
  discard: 'Discard all changes',
  discardAsks: (steps) =>
    `Discard all ${steps} steps and every version? This cannot be undone; export first.`,
  leave: 'Back to the original plan',
  drafts: 'Drafts on this machine',
  openDraft: (title) => `Open “${title}”`,
  noDrafts: 'There is no other draft on this machine.',
  deleteDraft: (title) => `Delete “${title}”`,
  deleteDraftAsks: (title, steps) =>
    `Delete the draft “${title}” with its ${steps} steps? This cannot be undone.`,
  layersTitle: 'Layers',
  layerName: 'Name of the layer',
  quarantined: (count) => `${count} damaged records were set aside.`,
  quarantine: 'Download what was set aside',
  anonymous: 'unsigned',
  unknownCertainty: { unknown: 'no geometry' },
};

export const editMessages: Readonly<Record<Language, EditMessages>> = { 'zh-Hans': zhHans, en };
