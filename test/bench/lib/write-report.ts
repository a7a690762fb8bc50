/** The tables of a measurement, in Markdown. */
import { median, type Measures, type Run } from './measure-run.ts';

export interface Results {
  readonly at: string;
  readonly machine: string;
  readonly rounds: number;
  readonly runs: readonly Run[];
}

const BASELINE = 'maplibre';
/** The app in its whole, with text, list and legend beside the map. */
export const OWN = 'plan-atlas';
export const NAMES: Readonly<Record<string, Bilingual>> = {
  empty: { en: 'an empty page', zh: '空页面' },
  [OWN]: {
    en: '**Plan Atlas** (text, list, legend, map)',
    zh: '**Plan Atlas**（正文、列表、图例、地图）',
  },
  same: {
    en: 'bare MapLibre GL drawing the map of Plan Atlas',
    zh: '裸 MapLibre GL，画 Plan Atlas 的图',
  },
  [BASELINE]: { en: 'bare MapLibre GL, five plain layers', zh: '裸 MapLibre GL，五个简单图层' },
  lit: { en: 'MapLibre GL in a Lit element', zh: 'Lit 元素里的 MapLibre GL' },
  deck: { en: 'MapLibre GL + deck.gl', zh: 'MapLibre GL + deck.gl' },
  openlayers: { en: 'OpenLayers', zh: 'OpenLayers' },
  leaflet: { en: 'Leaflet (names placed without care)', zh: 'Leaflet（注记不避让）' },
  eox: { en: '`<eox-map>` (Lit, OpenLayers)', zh: '`<eox-map>`（Lit、OpenLayers）' },
};

type Measure = keyof Measures;

type Language = 'en' | 'zh';
type Bilingual = Readonly<Record<Language, string>>;

interface Column {
  readonly heading: Bilingual;
  readonly measure: Measure;
  readonly write: (value: number) => string;
}

const ms = (value: number): string => value.toFixed(0);
const fine = (value: number): string => value.toFixed(2);
const kB = (value: number): string => (value / 1000).toFixed(0);
const MB = (value: number): string => (value / 1e6).toFixed(1);
const LOAD: readonly Column[] = [
  { heading: { en: 'requests', zh: '请求数' }, measure: 'requests', write: ms },
  { heading: { en: 'script kB (gzip)', zh: '脚本 kB（gzip）' }, measure: 'scriptBytes', write: kB },
  { heading: { en: 'all kB', zh: '共 kB' }, measure: 'wireBytes', write: kB },
  { heading: { en: 'text ms', zh: '正文可读 ms' }, measure: 'textMs', write: ms },
  { heading: { en: 'first idle ms', zh: '首次绘完 ms' }, measure: 'idleMs', write: ms },
  { heading: { en: 'cached reload ms', zh: '缓存重载 ms' }, measure: 'reloadMs', write: ms },
  { heading: { en: 'long tasks ms', zh: '长任务 ms' }, measure: 'longMs', write: ms },
  { heading: { en: 'blocking ms', zh: '阻塞 ms' }, measure: 'blockingMs', write: ms },
];
const USE: readonly Column[] = [
  { heading: { en: 'heap MB', zh: '堆 MB' }, measure: 'heapBytes', write: MB },
  { heading: { en: 'page memory MB', zh: '页面内存 MB' }, measure: 'memoryBytes', write: MB },
  { heading: { en: 'growth MB', zh: '增长 MB' }, measure: 'growthBytes', write: MB },
  {
    heading: { en: 'frames/s', zh: '帧/秒' },
    measure: 'framesPerSecond',
    write: (value) => value.toFixed(1),
  },
  { heading: { en: 'frame p95 ms', zh: '帧 p95 ms' }, measure: 'frameSlowMs', write: ms },
  { heading: { en: 'pick p50 ms', zh: '点选 p50 ms' }, measure: 'pickMs', write: fine },
  { heading: { en: 'pick p95 ms', zh: '点选 p95 ms' }, measure: 'pickSlowMs', write: fine },
  { heading: { en: 'layer off/on ms', zh: '图层关/开 ms' }, measure: 'toggleMs', write: ms },
  { heading: { en: 'filter ms', zh: '过滤 ms' }, measure: 'filterMs', write: ms },
  { heading: { en: 'text → map ms', zh: '文→图 ms' }, measure: 'selectMs', write: ms },
];

const SIZED: readonly Column[] = [
  LOAD.find(({ measure }) => measure === 'idleMs')!,
  {
    heading: { en: 'longest task ms', zh: '最长任务 ms' },
    measure: 'longestMs',
    write: ms,
  },
  USE.find(({ measure }) => measure === 'heapBytes')!,
];

const writeTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const NOT_LOADED: Bilingual = { en: 'not within 3 min', zh: '3 分钟内未完成' };
const order = Object.keys(NAMES);
const peersOf = (runs: readonly Run[]): string[] =>
  [...new Set(runs.map(({ peer }) => peer))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );

function middle(runs: readonly Run[], peer: string, measure: Measure): number | undefined {
  return median(runs.filter((run) => run.peer === peer).map(({ measures }) => measures[measure]));
}

/** Ratios are taken within a round, so that a slow minute of the machine slows both. */
function ratioTo(runs: readonly Run[], peer: string, measure: Measure): number | undefined {
  const own = runs.filter((run) => run.peer === peer);
  const base = runs.filter((run) => run.peer === BASELINE);
  return median(
    own.map((run, round) => {
      const [mine, theirs] = [run.measures[measure], base[round]?.measures[measure]];
      return mine === undefined || !theirs ? undefined : mine / theirs;
    }),
  );
}

function writeColumns(runs: readonly Run[], columns: readonly Column[], lang: Language): string {
  return writeTable(
    [lang === 'en' ? 'page' : '页面', ...columns.map(({ heading }) => heading[lang])],
    peersOf(runs).map((peer) => [
      NAMES[peer]?.[lang] ?? peer,
      ...columns.map(({ measure, write }) => {
        const value = middle(runs, peer, measure);
        if (value === undefined) return '–';
        const ratio = measure === 'idleMs' ? ratioTo(runs, peer, measure) : undefined;
        return ratio === undefined ? write(value) : `${write(value)} (×${ratio.toFixed(2)})`;
      }),
    ]),
  );
}

function writeSizes(
  runs: readonly Run[],
  sizes: readonly string[],
  column: Column,
  lang: Language,
): string {
  return writeTable(
    [column.heading[lang], ...sizes],
    peersOf(runs.filter(({ dataset }) => sizes.includes(dataset)))
      .filter((peer) => peer !== 'empty')
      .map((peer) => [
        NAMES[peer]?.[lang] ?? peer,
        ...sizes.map((dataset) => {
          const here = runs.filter((run) => run.dataset === dataset);
          const value = middle(here, peer, column.measure);
          if (value !== undefined) return column.write(value);
          return here.some((run) => run.peer === peer && run.error !== null)
            ? NOT_LOADED[lang]
            : '–';
        }),
      ]),
  );
}

/** How often each page was loaded, e.g. `county 3, 100k 1`. */
function countRounds(runs: readonly Run[]): string {
  const sizes = [...new Set(runs.map(({ dataset }) => dataset))];
  const roundsOf = (dataset: string): number => {
    const here = runs.filter((run) => run.dataset === dataset);
    return Math.min(...peersOf(here).map((peer) => here.filter((run) => run.peer === peer).length));
  };
  return sizes.map((dataset) => `${dataset} ${roundsOf(dataset)}`).join(', ');
}

/** The tables alone. */
export function writeTables({ runs, at, machine }: Results, lang: Language): string {
  const county = runs.filter(({ dataset }) => dataset === 'county');
  const sizes = [...new Set(runs.map(({ dataset }) => dataset))].filter(
    (name) => name !== 'county',
  );
  const rounds = countRounds(runs);
  return [
    lang === 'en'
      ? `${at.slice(0, 10)}, ${machine} (in software); medians of interleaved rounds (${rounds}), ratios within a round, to bare MapLibre with five plain layers. Absolute times mean nothing on another machine.`
      : `${at.slice(0, 10)}，${machine}（软件绘制）；各轮交替，取中位数（轮数：${rounds}），比值在同一轮内与只有五个图层的 MapLibre 相比。换一台机器，绝对时间没有意义。`,
    ...(county.length === 0
      ? []
      : [writeColumns(county, LOAD, lang), writeColumns(county, USE, lang)]),
    ...(sizes.length === 0 ? [] : SIZED.map((column) => writeSizes(runs, sizes, column, lang))),
  ].join('\n\n');
}

export function writeReport(results: Results): string {
  const { runs } = results;
  const failed = runs.filter(({ error }) => error !== null);
  const busy = runs.filter(({ foreign }) => foreign > 0.2).length;
  return [
    writeTables(results, 'en'),
    ...(failed.length === 0
      ? []
      : [
          failed
            .map(({ peer, dataset, error }) => `- ${peer}, ${dataset}: ${error!.split('\n', 1)[0]}`)
            .join('\n'),
        ]),
    `${runs.length} loads; during ${busy} of them other processes took more than a fifth of a core.`,
  ].join('\n\n');
}
