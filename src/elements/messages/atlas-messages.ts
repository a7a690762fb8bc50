import type { ToolName } from '../../contracts/state.ts';
import type { FlavourName, Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-atlas>` and `<plan-map>`. */
export interface AtlasMessages {
  readonly map: {
    readonly label: string;
    readonly keys: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly home: string;
    readonly north: string;
    readonly starting: string;
    readonly noWebgl: string;
    readonly noWebglWhat: string;
    readonly lost: string;
    readonly reload: string;
    readonly scale: (kilometres: string) => string;
    readonly kilometre: string;
    readonly metre: string;
    readonly boundaryNote: string;
    readonly inferredNote: string;
    readonly openStreetMap: string;
    readonly approval: (number: string) => string;
    readonly cooperative: {
      readonly windows: string;
      readonly mac: string;
      readonly touch: string;
    };
    readonly zoomLevel: (zoom: string) => string;
  };
  readonly atlas: {
    readonly label: string;
    readonly loading: string;
    readonly empty: string;
    readonly emptyHow: string;
    readonly failed: string;
    readonly retry: string;
    readonly problems: string;
    readonly dismiss: string;
    readonly remedy: string;
    readonly lens: string;
    readonly lensAll: string;
    readonly lensPlay: string;
    readonly lensStop: string;
    readonly horizon: string;
    readonly byYear: (year: number) => string;
    readonly language: string;
    readonly flavour: string;
    readonly flavours: Readonly<Record<FlavourName | 'auto', string>>;
    readonly layersPanel: string;
    readonly textPanel: string;
    readonly showPanel: (name: string) => string;
    readonly hidePanel: (name: string) => string;
    readonly closePanel: string;
    readonly resize: string;
    readonly tabs: { readonly layers: string; readonly list: string; readonly text: string };
    readonly copied: string;
    readonly notCopied: string;
    readonly skipToText: string;
    readonly views: string;
    readonly panels: string;
    readonly toolsLabel: string;
    readonly tools: Readonly<Record<ToolName, string>>;
  };
}

const zhHans: AtlasMessages = {
  map: {
    label: '地图',
    keys: '方向键移动，加减键缩放，Esc 取消选择。要素也可在“要素”列表中逐个选择。',
    zoomIn: '放大',
    zoomOut: '缩小',
    home: '全县',
    north: '回到正北',
    starting: '正在准备地图',
    noWebgl: '本机浏览器没有启用 WebGL2，不能绘制地图。',
    noWebglWhat: '正文、要素列表和卡片照常可用。要看地图，请启用硬件加速，或换用较新的浏览器。',
    lost: '图形环境多次中断，地图已停止。正文与列表照常可用。',
    reload: '重新启动地图',
    scale: (kilometres) => `比例尺：${kilometres}`,
    kilometre: '公里',
    metre: '米',
    boundaryNote: '界线仅供示意，不作为划界依据',
    inferredNote: '标“推断”者非规划原文',
    openStreetMap: '© OpenStreetMap 贡献者（ODbL）',
    approval: (number) => `审图号：${number}`,
    cooperative: {
      windows: '按住 Ctrl 并滚动滚轮可缩放地图',
      mac: '按住 ⌘ 并滚动可缩放地图',
      touch: '用两根手指移动地图',
    },
    zoomLevel: (zoom) => `缩放级别 ${zoom}`,
  },
  atlas: {
    label: '规划图集',
    loading: '正在载入规划',
    empty: '没有指定规划。',
    emptyHow: '请给 <plan-atlas> 设 src（规划包的地址）或 bundle 属性。',
    failed: '规划没有载入',
    retry: '重试',
    problems: '提示',
    dismiss: '知道了',
    remedy: '怎么办：',
    lens: '阶段',
    lensAll: '全部阶段',
    lensPlay: '逐阶段播放',
    lensStop: '停止播放',
    horizon: '全部年限',
    byYear: (year) => `到 ${year} 年`,
    language: 'English',
    flavour: '显示风格',
    flavours: { auto: '随系统', light: '浅色', dark: '深色', projector: '投影' },
    layersPanel: '图层',
    textPanel: '正文',
    showPanel: (name) => `展开${name}`,
    hidePanel: (name) => `收起${name}`,
    closePanel: '关闭',
    resize: '调整正文宽度',
    tabs: { layers: '图层', list: '要素', text: '正文' },
    copied: '链接已复制',
    notCopied: '浏览器不允许复制，请从地址栏复制链接',
    skipToText: '跳到正文',
    views: '视图',
    panels: '面板',
    toolsLabel: '工具',
    tools: {
      audit: '图文核对',
      stats: '统计',
      measure: '量测',
      compare: '对比',
      profile: '线路剖面',
    },
  },
};

const en: AtlasMessages = {
  map: {
    label: 'Map',
    keys: 'Arrow keys move, plus and minus zoom, Escape clears the selection. Every feature is also in the Features list.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    home: 'Whole county',
    north: 'Turn north up',
    starting: 'Preparing the map',
    noWebgl: 'This browser has no WebGL2, so the map cannot be drawn.',
    noWebglWhat:
      'Text, feature list and card work as usual. For the map, switch on hardware acceleration or use a newer browser.',
    lost: 'The graphics were interrupted repeatedly and the map has stopped. Text and list work as usual.',
    reload: 'Restart the map',
    scale: (kilometres) => `Scale: ${kilometres}`,
    kilometre: 'km',
    metre: 'm',
    boundaryNote: 'Boundary indicative only, not a basis for demarcation',
    inferredNote: 'What is marked inferred is not in the plan',
    openStreetMap: '© OpenStreetMap contributors (ODbL)',
    approval: (number) => `Map approval no. ${number}`,
    cooperative: {
      windows: 'Hold Ctrl and scroll to zoom the map',
      mac: 'Hold ⌘ and scroll to zoom the map',
      touch: 'Use two fingers to move the map',
    },
    zoomLevel: (zoom) => `Zoom level ${zoom}`,
  },
  atlas: {
    label: 'Plan atlas',
    loading: 'Loading the plan',
    empty: 'No plan given.',
    emptyHow: 'Give <plan-atlas> a src (address of a plan bundle) or set its bundle property.',
    failed: 'The plan could not be loaded',
    retry: 'Try again',
    problems: 'Notices',
    dismiss: 'Dismiss',
    remedy: 'What to do: ',
    lens: 'Stage',
    lensAll: 'All stages',
    lensPlay: 'Play the stages through',
    lensStop: 'Stop',
    horizon: 'All years',
    byYear: (year) => `By ${year}`,
    language: '中文',
    flavour: 'Appearance',
    flavours: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    layersPanel: 'Layers',
    textPanel: 'Text',
    showPanel: (name) => `Show ${name.toLowerCase()}`,
    hidePanel: (name) => `Hide ${name.toLowerCase()}`,
    closePanel: 'Close',
    resize: 'Change the width of the text',
    tabs: { layers: 'Layers', list: 'Features', text: 'Text' },
    copied: 'Link copied',
    notCopied: 'The browser does not allow copying; copy the link from the address bar',
    skipToText: 'Skip to the text',
    views: 'Views',
    panels: 'Panels',
    toolsLabel: 'Tools',
    tools: {
      audit: 'Audit',
      stats: 'Statistics',
      measure: 'Measure',
      compare: 'Compare',
      profile: 'Profile',
    },
  },
};

export const atlasMessages: Readonly<Record<Language, AtlasMessages>> = { 'zh-Hans': zhHans, en };
