import type { Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-map>`; they come with the map's shell, after the text. */
export interface MapMessages {
  readonly map: {
    readonly label: string;
    readonly keys: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly home: string;
    readonly north: string;
    readonly starting: string;
    /** Of the still picture that stands for a map that sleeps. */
    readonly picture: string;
    /** Over a picture that is not true any more. */
    readonly waking: string;
    readonly noWebgl: string;
    readonly noWebglWhat: string;
    readonly lost: string;
    readonly noWorker: string;
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
}

const zhHans: MapMessages = {
  map: {
    label: '地图',
    keys: '方向键移动，加减键缩放，Esc 取消选择。要素也可在“要素”列表中逐个选择。',
    zoomIn: '放大',
    zoomOut: '缩小',
    home: '全县',
    north: '回到正北',
    starting: '正在准备地图',
    picture: '地图的静止画面，指向或按下即可操作',
    waking: '正在更新地图',
    noWebgl: '本机浏览器没有启用 WebGL2，不能绘制地图。',
    noWebglWhat: '正文、要素列表和卡片照常可用。要看地图，请启用硬件加速，或换用较新的浏览器。',
    lost: '图形环境多次中断，地图已停止。正文与列表照常可用。',
    noWorker: '绘图所需的后台程序没有取到，地图不能绘制。正文与列表照常可用。',
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
};

const en: MapMessages = {
  map: {
    label: 'Map',
    keys: 'Arrow keys move, plus and minus zoom, Escape clears the selection. Every feature is also in the Features list.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    home: 'Whole county',
    north: 'Turn north up',
    starting: 'Preparing the map',
    picture: 'Still picture of the map; point at it or press to use it',
    waking: 'Updating the map',
    noWebgl: 'This browser has no WebGL2, so the map cannot be drawn.',
    noWebglWhat:
      'Text, feature list and card work as usual. For the map, switch on hardware acceleration or use a newer browser.',
    lost: 'The graphics were interrupted repeatedly and the map has stopped. Text and list work as usual.',
    noWorker:
      'The worker that prepares the map did not start, so the map cannot be drawn. Text and list work as usual.',
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
};

export const mapMessages: Readonly<Record<Language, MapMessages>> = { 'zh-Hans': zhHans, en };
