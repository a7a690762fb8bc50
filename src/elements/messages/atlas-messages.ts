import type { FlavourName, Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-atlas>`. */
export interface AtlasMessages {
  readonly atlas: {
    readonly label: string;
    readonly loading: string;
    readonly empty: string;
    readonly emptyHow: string;
    readonly failed: string;
    readonly retry: string;
    readonly dismiss: string;
    readonly remedy: string;
    readonly lens: string;
    readonly lensPlay: string;
    readonly lensStop: string;
    readonly horizon: string;
    readonly horizonLabel: string;
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
    readonly views: string;
    readonly chooseView: string;
    readonly look: string;
    readonly panels: string;
  };
}

const zhHans: AtlasMessages = {
  atlas: {
    label: '规划图集',
    loading: '正在载入规划',
    empty: '没有指定规划。',
    emptyHow: '请给 <plan-atlas> 设 src（规划包的地址）或 bundle 属性。',
    failed: '规划没有载入',
    retry: '重试',
    dismiss: '知道了',
    remedy: '怎么办：',
    lens: '阶段',
    lensPlay: '逐阶段播放',
    lensStop: '停止播放',
    horizon: '全部年限',
    horizonLabel: '年限',
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
    views: '视图',
    chooseView: '选择视图',
    look: '显示',
    panels: '面板',
  },
};

const en: AtlasMessages = {
  atlas: {
    label: 'Plan atlas',
    loading: 'Loading the plan',
    empty: 'No plan given.',
    emptyHow: 'Give <plan-atlas> a src (address of a plan bundle) or set its bundle property.',
    failed: 'The plan could not be loaded',
    retry: 'Try again',
    dismiss: 'Dismiss',
    remedy: 'What to do: ',
    lens: 'Stage',
    lensPlay: 'Play the stages through',
    lensStop: 'Stop',
    horizon: 'All years',
    horizonLabel: 'Until',
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
    views: 'View',
    chooseView: 'Choose a view',
    look: 'Display',
    panels: 'Panels',
  },
};

export const atlasMessages: Readonly<Record<Language, AtlasMessages>> = { 'zh-Hans': zhHans, en };
