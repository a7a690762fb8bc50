import type { Language } from '../../contracts/theme.ts';

export interface Named {
  readonly what: string;
  readonly remedy: string;
}

/** First match wins; a problem's own message follows it word for word. What only reading of files says, the tool names. */
const IN_CHINESE: readonly (readonly [RegExp, string, string])[] = [
  [/^json-/, '文件不是合法的 JSON', '按所示行列改正，再重新载入。'],
  [/^(file-unreadable|load-failed)/, '文件读不到', '核对地址与网络，再重试。'],
  [/^load-stopped/, '载入已停止', '需要时重新载入。'],
  [
    /^origin-/,
    '不在许可来源之列的地址，没有请求',
    '把规划包放到本站，或在 origins 属性中列出该来源。',
  ],
  [/^address-/, '地址无法识别', '核对地址是否完整。'],
  [/^bad-address/, '链接中的参数无法识别', '已按默认显示；请从原处重新复制链接。'],
  [/^page-/, '要求对话的网页不在许可之列，未予理会', '由图集的部署者列入许可来源。'],
  [/^kind-/, '图式中没有这一类，只列文字', '改用图式已有的图层与类别，或在 layers/ 中增加。'],
  [/^poster-/, '预览图没有采用', '按所示原因改正，或重新生成预览图。'],
  [/^present/, '演示窗口出错', '检查网络，重新载入该窗口。'],
  [/^map-/, '地图绘制出错', '正文与列表照常可用；可重新载入页面。'],
  [/^marks-/, '标绘读不出来', '选用从这里导出的标绘 GeoJSON。'],
  [/^template-/, '不是图纸模板，或版本、大小不符', '选用出图工具下载的模板文件。'],
  [/^archive-method/, '压缩方式不支持', '用普通的 zip 方式重新压缩。'],
  [/^archive-(nested|empty)/, '压缩包里没有可用的文件', '解开后直接选用数据文件。'],
  [/^(archive|compare-file|file)-too-/, '文件过大或过多', '只保留所需范围与图层。'],
  [/^(archive|bundle)-/, '压缩包损坏，或不是规划数据包', '重新复制或导出该文件。'],
  [
    /^(camera|caption|compare|lens|slide|spotlight|story)-/,
    '讲解的这一幕有误',
    '在讲解的编辑面板中按提示改正。',
  ],
  [/^quote-/, '引文在该段中找不到', '按正文逐字改正引文。'],
  [/^paragraph-/, '正文段落没有交代去处，或重复交代', '引用该段，或在规划包中声明为非空间。'],
  [/^duplicate-/, '编号重复', '给每个对象各自的编号。'],
  [/^(unknown|dangling)-/, '引用的对象不存在', '改正编号，或补上所缺的对象。'],
  [/^outside-/, '位置超出本县周边', '核对坐标系与经纬度次序。'],
  [/^unsafe-/, '地址不安全，已作文字显示', '只用 http 或 https 地址。'],
  [/^tiles-/, '图层的瓦片写法有误', '按所示改正图层的 tiles。'],
  [/^feature-uncited/, '要素没有引用正文', '为它标出规划中的原文。'],
  [/^source-/, '要素没有来源', '至少写明一个来源。'],
  [
    /^(geometry-acc|horizontal-|inferred-)/,
    '位置精度的写法与几何不符',
    '按所示改正精度类别、误差或标注。',
  ],
  [/^(coordinate|latitude|longitude)/, '坐标值有误', '核对坐标系、经纬度次序与数值。'],
  [/^(geometry|line|ring)-/, '几何缺失、残缺或不合规范', '在制图软件中修复后重新导出。'],
  [/^(feature|not-geojson|properties)/, '不是合法的 GeoJSON 要素', '按 GeoJSON 格式改正。'],
  [/^(schema|manifest)-/, '规划包不合规范', '按规划包规范改正所示字段。'],
  [/^/, '数据有误', '按所示位置改正，再重新载入。'],
];

/** What went wrong and what to do in the reader's language; null where the problem's own words do. */
export function nameProblem(code: string, lang: Language): Named | null {
  if (lang === 'en') return null;
  const [, what, remedy] = IN_CHINESE.find(([pattern]) => pattern.test(code))!;
  return { what, remedy };
}
