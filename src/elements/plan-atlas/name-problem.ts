import type { Language } from '../../contracts/theme.ts';

interface Named {
  readonly what: string;
  readonly remedy: string;
}

/** First match wins; a problem's own message follows it word for word. */
const IN_CHINESE: readonly (readonly [RegExp, string, string])[] = [
  [/^json-/, '文件不是合法的 JSON', '按所示行列改正，再重新载入。'],
  [/^(file-unreadable|load-failed)/, '文件读不到', '核对地址与网络，再重试。'],
  [
    /^origin-/,
    '不在许可来源之列的地址，没有请求',
    '把规划包放到本站，或在 origins 属性中列出该来源。',
  ],
  [/^bad-address/, '链接中的参数无法识别', '已按默认显示；请从原处重新复制链接。'],
  [/^page-/, '要求对话的网页不在许可之列，未予理会', '由图集的部署者列入许可来源。'],
  [/^kind-/, '图式中没有这一类，只列文字', '改用图式已有的图层与类别，或在 layers/ 中增加。'],
  [/^map-/, '地图绘制出错', '正文与列表照常可用；可重新载入页面。'],
  [/^quote-/, '引文在该段中找不到', '按正文逐字改正引文。'],
  [/^paragraph-/, '正文段落没有交代去处，或重复交代', '引用该段，或在规划包中声明为非空间。'],
  [/^duplicate-/, '编号重复', '给每个对象各自的编号。'],
  [/^(unknown|dangling)-/, '引用的对象不存在', '改正编号，或补上所缺的对象。'],
  [/^outside-/, '位置超出本县周边', '核对坐标系与经纬度次序。'],
  [/^unsafe-/, '地址不安全，已作文字显示', '只用 http 或 https 地址。'],
  [/^schema-/, '规划包不合规范', '按规划包规范改正所示字段。'],
  [/^/, '数据有误', '按所示位置改正，再重新载入。'],
];

/** What went wrong and what to do in the reader's language; null where the problem's own words do. */
export function nameProblem(code: string, lang: Language): Named | null {
  if (lang === 'en') return null;
  const [, what, remedy] = IN_CHINESE.find(([pattern]) => pattern.test(code))!;
  return { what, remedy };
}
