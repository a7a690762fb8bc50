/** A name taken apart for comparing. */
export interface FoldedName {
  /** One width, small letters, no spaces or marks. */
  readonly whole: string;
  /** Without what stands in brackets. */
  readonly bare: string;
  /** Without the county before it and the kind of thing behind it: 盂县上社互通 → 上社. */
  readonly core: string;
  /** What kind of thing the tail says; empty: none. */
  readonly sort: string;
  /** G239, S45; also from 国道239线. */
  readonly ref: string | null;
}

/** Tails of one sort may stand for each other (京昆高速 and 京昆高速公路); those of different sorts never do. */
const SORTS: readonly (readonly [string, RegExp])[] = [
  ['railway', /(铁路客运专线|客运专线|铁路|高铁|客专|城际铁路|城际)(线)?$/u],
  ['motorway', /(高速公路|高速|支线高速)$/u],
  ['road', /(旅游公路|国防公路|公路|国道|省道|县道|乡道|大道|快速路|连接线|路|街)$/u],
  ['station', /(火车站|高铁站|客运站|车站|站)$/u],
  ['interchange', /(互通式立交|互通立交|互通|枢纽|收费站|出入口)$/u],
  ['town', /(街道办事处|街道|镇|乡|镇驻地|乡驻地|镇政府|乡政府)$/u],
  ['village', /(行政村|自然村|传统村落|古村落|古村|村委会|村|庄)$/u],
  [
    'park',
    /(经济技术开发区|高新技术产业开发区|开发区|工业园区|产业园区|产业集聚区|工业园|产业园|物流园|园区|智造园|园)$/u,
  ],
  ['mine', /(煤矿|煤业|矿业|矿井|矿)(有限公司|有限责任公司)?$/u],
  ['power', /(抽水蓄能电站|光伏电站|水电站|变电站|发电厂|热电厂|电站|电厂|风电场)$/u],
  ['airport', /(通用航空机场|通用机场|机场)$/u],
  [
    'sight',
    /(风景名胜区|旅游景区|旅游区|度假区|森林公园|地质公园|湿地公园|风景区|景区|公园|板块|示范区)$/u,
  ],
  ['centre', /(寄递物流服务中心|物流服务中心|物流中心|服务中心|集散中心|中心)$/u],
  ['water', /(水库|河流域|干流|支流|河|江|湖)$/u],
  ['county', /(县城|城区|县|市|区)$/u],
  // Says of a road as of a railway that it is one.
  ['line', /线$/u],
];

const LETTERS: Readonly<Record<string, string>> = { 国: 'g', 省: 's', 县: 'x', 乡: 'y', 村: 'c' };

const flatten = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two names may mean one kind of thing, as far as their tails tell. */
export const isSortAlike = (left: string, right: string): boolean =>
  left === right ||
  left === '' ||
  right === '' ||
  (left === 'line' && LINES.has(right)) ||
  (right === 'line' && LINES.has(left));

const LINES: ReadonlySet<string> = new Set(['railway', 'motorway', 'road']);

/** The number of a road as signed, in capitals: from G239, 国道239线, 国道G239. */
export function readRoadNumber(text: string): string | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const signed = /(?<![a-z0-9])([gsxyc])-?(\d{1,4})(?![a-z0-9])/u.exec(plain);
  if (signed !== null) return `${signed[1]}${signed[2]}`.toUpperCase();
  const said = /([国省县乡村])道(\d{1,4})/u.exec(plain);
  return said === null ? null : `${LETTERS[said[1]!]}${said[2]}`.toUpperCase();
}

/** Takes a name apart. */
export function foldName(name: string): FoldedName {
  const unbracketed = name.normalize('NFKC').replace(/[([{【〔<《].*?[)\]}】〕>》]/gu, '');
  const bare = flatten(unbracketed) || flatten(name);
  const local = bare.replace(/^\p{Script=Han}{1,3}[县市区](?=\p{L}{2})/u, '');
  const tail = SORTS.find(([, words]) => words.test(local));
  const cut = tail === undefined ? local : local.replace(tail[1], '');
  // 省道314线 without its tail is a number alone; a name of one character says nothing either.
  const core = [...cut].length >= 2 && !/^[国省县乡]道\d*$/u.test(cut) ? cut : local;
  return { whole: flatten(name), bare, core, sort: tail?.[0] ?? '', ref: readRoadNumber(name) };
}
