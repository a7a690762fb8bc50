import type { ToolName } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of the bar and the drawer that come with their code, after the text. */
interface BarMessages {
  /** Why the switches of the stages rest. */
  readonly lensOff: string;
  readonly toolsLabel: string;
  readonly help: string;
  readonly tools: Readonly<Record<ToolName, string>>;
}

export const barMessages: Readonly<Record<Language, BarMessages>> = {
  'zh-Hans': {
    lensOff: '正在对比规划前后：两侧各显示哪些阶段，在地图两角选择',
    toolsLabel: '工具',
    help: '帮助',
    tools: {
      audit: '图文核对',
      stats: '统计',
      measure: '量测',
      compare: '对比',
      profile: '线路剖面',
      marks: '标绘',
      story: '汇报稿',
      embed: '嵌入',
      import: '导入',
      edit: '编制',
      sheet: '出图',
      export: '导出数据',
      base: '底图与地形',
    },
  },
  en: {
    lensOff: 'Stages are being compared: choose each side’s stages at the corners of the maps',
    toolsLabel: 'Tools',
    help: 'Help',
    tools: {
      audit: 'Audit',
      stats: 'Statistics',
      measure: 'Measure',
      compare: 'Compare',
      profile: 'Profile',
      marks: 'Red-lining',
      story: 'Story',
      embed: 'Embed',
      import: 'Import',
      edit: 'Edit',
      sheet: 'Sheets',
      export: 'Export data',
      base: 'Base map',
    },
  },
};
