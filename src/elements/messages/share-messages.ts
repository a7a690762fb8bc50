import type { Language } from '../../contracts/theme.ts';
import type { ShareFormat } from '../plan-embed/share-context.ts';

/** Words of share pictures and of the page that makes them. */
export interface ShareMessages {
  readonly about: string;
  readonly abouts: Readonly<Record<'view' | 'feature', string>>;
  readonly format: string;
  readonly formats: Readonly<Record<ShareFormat, string>>;
  readonly make: string;
  readonly cancel: string;
  readonly save: string;
  readonly copy: string;
  readonly steps: Readonly<Record<'map' | 'words' | 'file', string>>;
  readonly done: (size: string) => string;
  readonly stale: string;
  readonly saved: (file: string) => string;
  readonly copied: string;
  readonly notCopied: string;
  readonly failed: (reason: string) => string;
  readonly tainted: string;
  readonly mapFailed: (reason: string) => string;
  readonly cancelled: string;
  readonly shortened: string;
  readonly reach: Readonly<Record<'machine' | 'network', string>>;
  readonly linkIs: string;
  readonly pictureOf: (name: string) => string;
  readonly emptyPicture: string;
  readonly form: string;
  /* In the picture. */
  readonly scan: string;
  readonly noMap: string;
  readonly inferred: string;
  readonly reading: string;
  readonly certainty: (name: string) => string;
  readonly layers: (names: readonly string[]) => string;
  readonly source: (source: string) => string;
  readonly km: string;
  readonly m: string;
}

const zhHans: ShareMessages = {
  about: '图片内容',
  abouts: { view: '当前地图', feature: '一个要素' },
  format: '画幅',
  formats: {
    wide: '横幅 16:9（1600×900）',
    square: '方形（1080×1080）',
    portrait: '竖幅，适合微信（1080×1440）',
  },
  make: '生成图片',
  cancel: '取消',
  save: '保存 PNG',
  copy: '复制图片',
  steps: { map: '正在画地图…', words: '正在排文字与二维码…', file: '正在写成 PNG…' },
  done: (size) => `图片已生成，${size}`,
  stale: '选项已改，图片还是先前的：请重新生成。',
  saved: (file) => `已保存 ${file}`,
  copied: '图片已复制，可直接粘贴',
  notCopied: '浏览器不允许复制图片：请用“保存 PNG”。',
  failed: (reason) => `图片没有生成：${reason}`,
  tainted: '浏览器不许读出画布。请换一个浏览器，或用截屏。',
  mapFailed: (reason) => `地图没有画出（${reason}），图中以县界轮廓代替。`,
  cancelled: '已取消',
  shortened: '当前视图的链接太长，二维码只带要素与条文，不带图层和镜头。',
  reach: {
    machine: '当前是本机地址，二维码只能在这台电脑上打开。要发给别人，请在正式网址上生成。',
    network: '当前是内网地址，二维码只能在同一网络内打开。',
  },
  linkIs: '二维码的链接',
  pictureOf: (name) => `分享图片：${name}`,
  emptyPicture: '选好内容与画幅，再生成图片。',
  form: '图片的选项',
  scan: '扫码看图文对照',
  noMap: '本机未能绘制地图，此为县界轮廓',
  inferred: '推断，非规划原文',
  reading: '对应关系为推断',
  certainty: (name) => `精度：${name}`,
  layers: (names) => `图层：${names.join('、')}`,
  source: (source) => `来源：${source}`,
  km: '公里',
  m: '米',
};

const en: ShareMessages = {
  about: 'Picture of',
  abouts: { view: 'The map as it is', feature: 'One feature' },
  format: 'Format',
  formats: {
    wide: 'Wide 16:9 (1600×900)',
    square: 'Square (1080×1080)',
    portrait: 'Portrait, for WeChat (1080×1440)',
  },
  make: 'Make the picture',
  cancel: 'Cancel',
  save: 'Save PNG',
  copy: 'Copy picture',
  steps: { map: 'Drawing the map…', words: 'Setting words and code…', file: 'Writing the PNG…' },
  done: (size) => `The picture is ready, ${size}`,
  stale: 'Something was changed since this picture: make it again.',
  saved: (file) => `Saved ${file}`,
  copied: 'Picture copied, ready to paste',
  notCopied: 'The browser does not allow copying pictures: use Save PNG.',
  failed: (reason) => `No picture was made: ${reason}`,
  tainted: 'The browser does not let the canvas be read. Use another browser, or a screenshot.',
  mapFailed: (reason) =>
    `The map was not drawn (${reason}); the county’s outline stands in its place.`,
  cancelled: 'Cancelled',
  shortened:
    'The link of this view is too long for a code: it keeps feature and clause, not layers and camera.',
  reach: {
    machine:
      'This is an address of this machine: the code leads nowhere else. To share, make the picture at the public address.',
    network: 'This is an address of this network: the code works within it only.',
  },
  linkIs: 'Link in the code',
  pictureOf: (name) => `Picture: ${name}`,
  emptyPicture: 'Choose content and format, then make the picture.',
  form: 'Options of the picture',
  scan: 'Text and map, linked',
  noMap: 'No map could be drawn here; this is the county’s outline',
  inferred: 'Inferred, not the plan’s words',
  reading: 'The link is our reading',
  certainty: (name) => `Accuracy: ${name}`,
  layers: (names) => `Layers: ${names.join(', ')}`,
  source: (source) => `Source: ${source}`,
  km: 'km',
  m: 'm',
};

export const shareMessages: Readonly<Record<Language, ShareMessages>> = { 'zh-Hans': zhHans, en };
