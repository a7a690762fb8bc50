import type { Language } from '../../contracts/theme.ts';
import type { EmbedControl, EmbedKind, SizePreset } from '../../core/embed/embed-choice.ts';
import type { SizeLoss } from '../plan-embed/check-size.ts';
import type { SnippetForm } from '../plan-embed/embed-context.ts';

/** Words of `<plan-embed>`; they come with the tool. */
export interface EmbedMessages {
  readonly empty: string;
  readonly notHere: string;
  readonly pages: string;
  readonly code: string;
  readonly picture: string;
  readonly reset: string;
  readonly wasReset: string;
  readonly form: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<EmbedKind, string>>;
  readonly kindNotes: Readonly<Record<EmbedKind, string>>;
  readonly theme: string;
  readonly feature: string;
  readonly clause: string;
  readonly anyClause: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly found: (count: number) => string;
  readonly noneFound: string;
  readonly content: string;
  readonly scene: string;
  readonly noScene: string;
  readonly sceneNote: string;
  readonly layers: string;
  readonly layersView: (count: number) => string;
  readonly layersChosen: string;
  readonly camera: string;
  readonly cameras: Readonly<Record<'whole' | 'view' | 'feature', string>>;
  readonly noCamera: string;
  readonly stages: string;
  readonly noStage: string;
  readonly controls: string;
  readonly controlNames: Readonly<Record<EmbedControl, string>>;
  readonly look: string;
  readonly flavour: string;
  readonly flavours: Readonly<Record<'auto' | 'light' | 'dark' | 'projector', string>>;
  readonly language: string;
  readonly size: string;
  readonly presets: Readonly<Record<SizePreset | 'free', string>>;
  readonly width: string;
  readonly height: string;
  readonly pixels: string;
  readonly badSide: (typed: string, least: number, most: number) => string;
  readonly layouts: Readonly<Record<'wide' | 'tall' | 'compact', string>>;
  readonly growing: string;
  readonly atWidth: (widthPx: number, layout: string) => string;
  readonly losses: Readonly<Record<SizeLoss, string>>;
  readonly tooSmall: string;
  readonly sizeGood: string;
  readonly colours: string;
  readonly accent: string;
  readonly ownAccent: string;
  readonly ground: string;
  readonly badColour: (typed: string) => string;
  readonly contrast: string;
  readonly grounds: Readonly<Record<'page' | 'light' | 'dark' | 'projector', string>>;
  readonly forText: string;
  readonly forLines: string;
  readonly ratio: (ratio: string, needed: string) => string;
  readonly passes: string;
  readonly fails: string;
  readonly useNearest: (colour: string) => string;
  readonly noNearest: string;
  readonly accentNote: string;
  readonly talk: string;
  readonly origins: string;
  readonly originsHint: string;
  readonly originsNote: string;
  readonly badOrigins: (list: string) => string;
  readonly preview: string;
  readonly previewOf: (title: string) => string;
  readonly skipPreview: string;
  readonly openPreview: string;
  readonly scaled: (percent: number) => string;
  readonly refused: string;
  readonly refusedHow: string;
  readonly inPage: string;
  readonly snippet: string;
  readonly forms: Readonly<Record<SnippetForm, string>>;
  readonly formNotes: Readonly<Record<SnippetForm, string>>;
  readonly formLosses: (names: string) => string;
  readonly lossNames: Readonly<Record<'lens' | 'scene', string>>;
  readonly sheet: string;
  readonly copy: string;
  readonly copyOf: (what: string) => string;
  readonly copied: (what: string) => string;
  readonly notCopied: string;
  readonly localNote: string;
}

const zhHans: EmbedMessages = {
  empty: '还没有载入规划。',
  notHere: '嵌入代码只能在图集自己的页面里生成。请打开完整图集，再用“嵌入”。',
  pages: '嵌入或分享',
  code: '嵌入代码',
  picture: '分享图片',
  reset: '恢复默认',
  wasReset: '已恢复默认',
  form: '嵌入的选项',
  kind: '嵌入什么',
  kinds: { plan: '整图', theme: '专题', feature: '要素', clause: '条文' },
  kindNotes: {
    plan: '地图、图例与正文，可点可查。',
    theme: '只留一个专题，例如只看交通网络。',
    feature: '一个要素的小图、阶段与精度，附所据条文。',
    clause: '规划原文的一条，只有文字，打开很快。',
  },
  theme: '专题',
  feature: '要素',
  clause: '条文',
  anyClause: '要素所据的第一条',
  filter: '查找',
  filterHint: '名称、编号、拼音',
  found: (count) => `${count} 项`,
  noneFound: '没有找到，换个词试试。',
  content: '内容',
  scene: '视图或场景',
  noScene: '不用',
  sceneNote: '图层、镜头与阶段由它决定。',
  layers: '图层',
  layersView: (count) => `与当前地图相同（${count} 层）`,
  layersChosen: '自选',
  camera: '镜头',
  cameras: { whole: '全县', view: '与当前地图相同', feature: '跟随要素' },
  noCamera: '地图还没有画出，先按全县嵌入。',
  stages: '阶段',
  noStage: '没有勾选阶段，嵌入后各阶段都淡显。',
  controls: '控件',
  controlNames: {
    title: '标题栏',
    find: '查找',
    lens: '阶段',
    tools: '工具',
    layers: '图层与图例',
    list: '要素列表',
    text: '正文',
    card: '要素卡片',
    zoom: '缩放按钮',
  },
  look: '外观',
  flavour: '显示风格',
  flavours: { auto: '随系统', light: '浅色', dark: '深色', projector: '投影' },
  language: '界面语言',
  size: '尺寸',
  presets: {
    article: '文章 720×480',
    column: '侧栏 480×360',
    square: '方形 600×600',
    phone: '手机 390×640',
    banner: '横幅 1200×320',
    full: '通栏 100%×560',
    free: '自定',
  },
  width: '宽',
  height: '高',
  pixels: '像素',
  badSide: (typed, least, most) => `“${typed}”不能用：请填 ${least}–${most} 的整数。`,
  layouts: {
    wide: '三栏：图层、地图、正文',
    tall: '上图下文，正文、图层、要素轮换',
    compact: '只有地图，面板按需打开',
  },
  growing: '高度随文字增减。',
  atWidth: (widthPx, layout) => `页面宽 ${widthPx} 像素时：${layout}`,
  losses: {
    bar: '不显示标题栏，查找、阶段与工具随之不见',
    panels: '图层与正文盖在地图上，一次只开一个',
    turns: '正文、图层与要素不能同时看',
    card: '要素卡片与图例会盖住地图',
    narrow: '太窄，文字折行过密',
  },
  tooSmall: '尺寸太小',
  sizeGood: '尺寸合适',
  colours: '配色检查',
  accent: '强调色',
  ownAccent: '用图集自己的强调色',
  ground: '页面底色',
  badColour: (typed) => `“${typed}”不是颜色：请写成 #0b6e99。`,
  contrast: '对比度',
  grounds: { page: '页面底色', light: '浅色面板', dark: '深色面板', projector: '投影面板' },
  forText: '文字',
  forLines: '线条',
  ratio: (ratio, needed) => `${ratio} : 1（需 ${needed} : 1）`,
  passes: '✓ 通过',
  fails: '✕ 不足',
  useNearest: (colour) => `改用最接近且通过的 ${colour}`,
  noNearest: '浅色与深色底上没有都通过的颜色：请固定显示风格，或换页面底色。',
  accentNote: '强调色写进页面的样式表，只对“元素”“单文件”有效；iframe 用图集自己的颜色。',
  talk: '与页面对话',
  origins: '可以对话的网站',
  originsHint: 'https://news.example',
  originsNote: '留空则不收发消息。图集的部署者还须在自己的页面里列出同样的网站，否则不算数：',
  badOrigins: (list) => `不是完整的网站地址：${list}。要写成 https://news.example，不带路径。`,
  preview: '预览',
  previewOf: (title) => `预览：${title}`,
  skipPreview: '跳过预览，到代码',
  openPreview: '在新窗口打开',
  scaled: (percent) => `缩小到 ${percent}% 显示`,
  refused: '本页的安全策略不允许框架，真实预览没有打开。',
  refusedHow: "请部署者把策略中的 frame-src 设为 'self'。嵌入到别的网站不受影响。",
  inPage: '下面是同一内容在本页内的近似预览。',
  snippet: '代码',
  forms: {
    element: '元素',
    iframe: 'iframe',
    standalone: '单文件',
    markdown: 'Markdown',
    link: '链接',
  },
  formNotes: {
    element: '网页元素，随页面排版；脚本与数据来自图集的地址。',
    iframe: '只许用框架的网站用它；不需要脚本。',
    standalone: '一个普通脚本，数据在内；旧网页、没有打包工具的网页用它。',
    markdown: '用于文档与公众号编辑器。',
    link: '打开完整图集的同一视图。',
  },
  formLosses: (names) => `元素的属性里没有${names}，这里不起作用；iframe 与链接里有。`,
  lossNames: { lens: '阶段', scene: '视图或场景' },
  sheet: '样式（放进页面的样式表）',
  copy: '复制',
  copyOf: (what) => `复制${what}`,
  copied: (what) => `已复制：${what}`,
  notCopied: '浏览器不允许复制：代码已选中，请按 Ctrl+C。',
  localNote: '这里是本机或内网地址，别人打不开。请在正式网址上生成代码。',
};

const en: EmbedMessages = {
  empty: 'No plan is loaded yet.',
  notHere:
    'Snippets are made on the atlas’s own page only. Open the full atlas and choose Embed there.',
  pages: 'Embed or share',
  code: 'Snippet',
  picture: 'Picture',
  reset: 'Restore defaults',
  wasReset: 'Defaults restored',
  form: 'What to embed',
  kind: 'What',
  kinds: { plan: 'Whole plan', theme: 'Theme', feature: 'Feature', clause: 'Clause' },
  kindNotes: {
    plan: 'Map, legend and text, all of it alive.',
    theme: 'One theme alone, e.g. the transport network.',
    feature: 'A small map of one feature, its stage and accuracy, with its clause.',
    clause: 'One clause of the plan in its own words: text alone, light.',
  },
  theme: 'Theme',
  feature: 'Feature',
  clause: 'Clause',
  anyClause: 'The feature’s first clause',
  filter: 'Find',
  filterHint: 'Name, number, pinyin',
  found: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`,
  noneFound: 'Nothing found; try another word.',
  content: 'Content',
  scene: 'View or scene',
  noScene: 'None',
  sceneNote: 'It decides layers, camera and stages.',
  layers: 'Layers',
  layersView: (count) => `As on the map now (${count})`,
  layersChosen: 'Chosen',
  camera: 'Camera',
  cameras: { whole: 'Whole county', view: 'As the map is now', feature: 'Follow the feature' },
  noCamera: 'The map has not been drawn yet: the whole county is embedded.',
  stages: 'Stages',
  noStage: 'No stage is ticked: all will be dimmed.',
  controls: 'Controls',
  controlNames: {
    title: 'Title bar',
    find: 'Find',
    lens: 'Stages',
    tools: 'Tools',
    layers: 'Layers and legend',
    list: 'Feature list',
    text: 'Text',
    card: 'Card',
    zoom: 'Zoom buttons',
  },
  look: 'Look',
  flavour: 'Appearance',
  flavours: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
  language: 'Language',
  size: 'Size',
  presets: {
    article: 'Article 720×480',
    column: 'Column 480×360',
    square: 'Square 600×600',
    phone: 'Phone 390×640',
    banner: 'Banner 1200×320',
    full: 'Full width 100%×560',
    free: 'Free',
  },
  width: 'Width',
  height: 'Height',
  pixels: 'px',
  badSide: (typed, least, most) =>
    `“${typed}” will not do: a whole number from ${least} to ${most}.`,
  layouts: {
    wide: 'Three columns: layers, map, text',
    tall: 'Map above; text, layers and features by turns below',
    compact: 'The map alone, panels on demand',
  },
  growing: 'As high as its words.',
  atWidth: (widthPx, layout) => `On a page ${widthPx} px wide: ${layout}`,
  losses: {
    bar: 'no title bar, and with it no find, stages or tools',
    panels: 'layers and text lie over the map, one at a time',
    turns: 'text, layers and features are not seen at once',
    card: 'card and legend cover the map',
    narrow: 'too narrow: lines break too often',
  },
  tooSmall: 'Too small',
  sizeGood: 'The size is good',
  colours: 'Colours checked',
  accent: 'Accent',
  ownAccent: 'The atlas’s own accent',
  ground: 'Ground of your page',
  badColour: (typed) => `“${typed}” is no colour: write it as #0b6e99.`,
  contrast: 'Contrast',
  grounds: {
    page: 'Your page',
    light: 'Light panels',
    dark: 'Dark panels',
    projector: 'Projector',
  },
  forText: 'Text',
  forLines: 'Lines',
  ratio: (ratio, needed) => `${ratio} : 1 (needs ${needed} : 1)`,
  passes: '✓ passes',
  fails: '✕ too low',
  useNearest: (colour) => `Use ${colour}, the nearest that passes`,
  noNearest:
    'No colour passes on light and dark ground at once: fix the appearance, or change the page’s ground.',
  accentNote:
    'The accent goes into your page’s style sheet and works for element and one file; a frame keeps the atlas’s colours.',
  talk: 'Talk with the page',
  origins: 'Sites that may talk',
  originsHint: 'https://news.example',
  originsNote:
    'Empty: the frame neither hears nor speaks. Whoever deploys the atlas must list the same sites in its page, or they do not count:',
  badOrigins: (list) => `No exact origin: ${list}. Write https://news.example, without a path.`,
  preview: 'Preview',
  previewOf: (title) => `Preview: ${title}`,
  skipPreview: 'Skip the preview, to the snippet',
  openPreview: 'Open in a new window',
  scaled: (percent) => `shown at ${percent} %`,
  refused: 'This page’s policy allows no frames, so the real preview was refused.',
  refusedHow:
    "Whoever deploys it may set frame-src to 'self'. Frames on other sites are not concerned.",
  inPage: 'Below, the same content within this page, approximately.',
  snippet: 'Snippet',
  forms: {
    element: 'Element',
    iframe: 'iframe',
    standalone: 'One file',
    markdown: 'Markdown',
    link: 'Link',
  },
  formNotes: {
    element: 'An element of your page; script and data come from the atlas’s address.',
    iframe: 'For sites that allow frames only; needs no script.',
    standalone:
      'One classic script with the data in it: for old pages and pages without a bundler.',
    markdown: 'For documents and editors.',
    link: 'Opens the same view in the full atlas.',
  },
  formLosses: (names) =>
    `The element has no attribute for ${names}, so that is lost here; iframe and link keep it.`,
  lossNames: { lens: 'the stages', scene: 'the view or scene' },
  sheet: 'Style (for your page’s style sheet)',
  copy: 'Copy',
  copyOf: (what) => `Copy: ${what}`,
  copied: (what) => `Copied: ${what}`,
  notCopied: 'The browser does not allow copying: the snippet is selected, press Ctrl+C.',
  localNote:
    'This is an address of this machine or network; others cannot open it. Make snippets at the public address.',
};

export const embedMessages: Readonly<Record<Language, EmbedMessages>> = { 'zh-Hans': zhHans, en };
