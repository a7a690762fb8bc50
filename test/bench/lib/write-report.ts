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
export const NAMES: Readonly<Record<string, string>> = {
  empty: 'an empty page',
  [OWN]: '**Plan Atlas** (text, list, legend, map)',
  same: 'bare MapLibre GL drawing the map of Plan Atlas',
  [BASELINE]: 'bare MapLibre GL, five plain layers',
  lit: 'MapLibre GL in a Lit element',
  deck: 'MapLibre GL + deck.gl',
  openlayers: 'OpenLayers',
  leaflet: 'Leaflet (names placed without care)',
  eox: '`<eox-map>` (Lit, OpenLayers)',
};

type Measure = keyof Measures;

interface Column {
  readonly heading: string;
  readonly measure: Measure;
  readonly write: (value: number) => string;
}

const ms = (value: number): string => value.toFixed(0);
const fine = (value: number): string => value.toFixed(2);
const kB = (value: number): string => (value / 1000).toFixed(0);
const MB = (value: number): string => (value / 1e6).toFixed(1);
const LOAD: readonly Column[] = [
  { heading: 'requests', measure: 'requests', write: ms },
  { heading: 'script kB (gzip)', measure: 'scriptBytes', write: kB },
  { heading: 'all kB', measure: 'wireBytes', write: kB },
  { heading: 'text ms', measure: 'textMs', write: ms },
  { heading: 'first idle ms', measure: 'idleMs', write: ms },
  { heading: 'cached reload ms', measure: 'reloadMs', write: ms },
  { heading: 'long tasks ms', measure: 'longMs', write: ms },
  { heading: 'blocking ms', measure: 'blockingMs', write: ms },
];
const USE: readonly Column[] = [
  { heading: 'heap MB', measure: 'heapBytes', write: MB },
  { heading: 'page memory MB', measure: 'memoryBytes', write: MB },
  { heading: 'growth MB', measure: 'growthBytes', write: MB },
  { heading: 'frames/s', measure: 'framesPerSecond', write: (value) => value.toFixed(1) },
  { heading: 'frame p95 ms', measure: 'frameSlowMs', write: ms },
  { heading: 'pick p50 ms', measure: 'pickMs', write: fine },
  { heading: 'pick p95 ms', measure: 'pickSlowMs', write: fine },
  { heading: 'layer off/on ms', measure: 'toggleMs', write: ms },
  { heading: 'filter ms', measure: 'filterMs', write: ms },
  { heading: 'text → map ms', measure: 'selectMs', write: ms },
];

const writeTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

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

function writeColumns(runs: readonly Run[], columns: readonly Column[]): string {
  return writeTable(
    ['page', ...columns.map(({ heading }) => heading)],
    peersOf(runs).map((peer) => [
      NAMES[peer] ?? peer,
      ...columns.map(({ measure, write }) => {
        const value = middle(runs, peer, measure);
        if (value === undefined) return '–';
        const ratio = measure === 'idleMs' ? ratioTo(runs, peer, measure) : undefined;
        return ratio === undefined ? write(value) : `${write(value)} (×${ratio.toFixed(2)})`;
      }),
    ]),
  );
}

function writeSizes(runs: readonly Run[], sizes: readonly string[], column: Column): string {
  return writeTable(
    [column.heading, ...sizes],
    peersOf(runs)
      .filter((peer) => peer !== 'empty')
      .map((peer) => [
        NAMES[peer] ?? peer,
        ...sizes.map((dataset) => {
          const here = runs.filter((run) => run.dataset === dataset);
          const value = middle(here, peer, column.measure);
          if (value !== undefined) return column.write(value);
          return here.some((run) => run.peer === peer && run.error !== null)
            ? 'not within 3 min'
            : '–';
        }),
      ]),
  );
}

export function writeReport({ at, machine, rounds, runs }: Results): string {
  const county = runs.filter(({ dataset }) => dataset === 'county');
  const sizes = [...new Set(runs.map(({ dataset }) => dataset))].filter(
    (name) => name !== 'county',
  );
  const failed = runs.filter(({ error }) => error !== null);
  const busy = runs.filter(({ foreign }) => foreign > 0.2).length;
  return [
    `Medians of ${rounds} interleaved rounds, ${at.slice(0, 10)}, ${machine}; WebGL drawn in software. Absolute times mean nothing on another machine; ratios are to bare MapLibre in the same round.`,
    ...(county.length === 0 ? [] : [writeColumns(county, LOAD), writeColumns(county, USE)]),
    ...(sizes.length === 0
      ? []
      : [
          { heading: 'first idle ms', measure: 'idleMs', write: ms } as const,
          { heading: 'longest task ms', measure: 'longestMs', write: ms } as const,
          { heading: 'heap MB', measure: 'heapBytes', write: MB } as const,
        ].map((column) => writeSizes(runs, sizes, column))),
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
