import type { Naming, StatColumn, StatRow, StatTable } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { dropTurns } from '../../contracts/drop-turns.ts';
import { nameOf, say } from '../bilingual.ts';
import { membersOf, createBundleContext } from '../bundle-context.ts';
import { listCorridors } from '../list-corridors.ts';
import { measureAllLines, type MeasuredLine } from './measured-lines.ts';

const NAME: StatColumn = { id: 'name', label: say('名称', 'Name') };
const COUNT: StatColumn = { id: 'count', label: say('条数', 'Lines'), unit: 'count', decimals: 0 };
const COUNTY: StatColumn = {
  id: 'countyKm',
  label: say('县域内长度', 'Length in the county'),
  unit: 'km',
  decimals: 1,
};
const DRAWN: StatColumn = {
  id: 'drawnKm',
  label: say('图上全长', 'Length as drawn'),
  unit: 'km',
  decimals: 1,
};
const SCHEMATIC: StatColumn = {
  id: 'schematicKm',
  label: say('其中示意', 'Of it schematic'),
  unit: 'km',
  decimals: 1,
};
const COLUMNS = [NAME, COUNT, COUNTY, SCHEMATIC, DRAWN];

const NOTE = say(
  '按图形量算（turf）。推断的线（走廊、外环、内网）叠在其他线上，另列，不计入合计。',
  'Measured from the geometry (turf). Lines of our own reading (corridors, ring, links) lie over others: listed, in no total.',
);

/** Lines by class of the legend (高速公路, 国道, …), with a total for each theme that has several. */
export function tabulateByClass(bundle: PlanBundle, naming: Naming): StatTable {
  const named = measureAllLines(bundle).map((line) => {
    const { layer, kind } = line.feature.properties;
    return {
      line,
      name: naming.classOf(layer, kind) ?? { id: `${layer}-${kind}`, name: say(kind, kind) },
    };
  });
  const themes = [...new Set(named.map(({ line }) => line.theme))];
  const rows = themes.flatMap((theme) => {
    const lines = named.filter(({ line }) => line.theme === theme);
    const classes = [...new Map(lines.map(({ name }) => [name.id, name.name]))];
    const own = classes.map(([id, name]) =>
      createRow(
        id,
        name,
        lines.filter((one) => one.name.id === id).map(({ line }) => line),
      ),
    );
    return own.length < 2
      ? own
      : [
          ...own,
          createTotal(
            theme,
            naming,
            lines.map(({ line }) => line),
          ),
        ];
  });
  return createTable('length-by-class', say('各类线路长度', 'Length by class'), rows);
}

/** Lines of the transport theme by stage: 现状, 在建, 规划, … */
export function tabulateByStatus(bundle: PlanBundle, naming: Naming): StatTable {
  const lines = measureAllLines(bundle).filter(({ theme }) => theme === 'transport');
  const rows = naming.statuses.flatMap(({ status, name }) =>
    [false, true].flatMap((isReading) => {
      const chosen = lines.filter(
        (line) => line.isReading === isReading && line.feature.properties.status === status,
      );
      const title = isReading ? say(`${name.zh}（推断）`, `${name.en} (our reading)`) : name;
      return chosen.length === 0
        ? []
        : [createRow(isReading ? `${status}-reading` : status, title, chosen)];
    }),
  );
  return createTable('length-by-status', say('各阶段交通线路长度', 'Transport lines by stage'), [
    ...rows,
    ...(rows.length > 0 ? [createTotal('transport', naming, lines)] : []),
  ]);
}

/** Corridors with the lines that they are made of; the groupings are readings, so there is no total. */
export function tabulateCorridors(bundle: PlanBundle): StatTable {
  const context = createBundleContext(bundle);
  const lines = measureAllLines(bundle);
  const corridors = listCorridors(context);
  const rows = lines
    .filter(({ feature }) => corridors.includes(feature))
    .map((line): StatRow => {
      const members = membersOf(context, line.feature);
      const parts = lines.filter(({ feature }) => members.includes(feature));
      const row = createRow(line.feature.properties.id, nameOf(line.feature), [line]);
      return {
        ...row,
        cells: {
          ...row.cells,
          count: parts.length,
          schematicKm: sum(
            parts.filter(({ isSchematic }) => isSchematic),
            'insideKm',
          ),
          members: say(
            members.map(({ properties }) => dropTurns(properties.name)).join('、'),
            members.map((member) => dropTurns(nameOf(member).en)).join(', '),
          ),
        },
      };
    });
  return {
    ...createTable('length-by-corridor', say('各走廊长度', 'Length by corridor'), rows),
    note: say(
      '走廊由所列线路归并，推断，非规划原文；并行的线各计一次长度。',
      'The grouping is our own reading; lines side by side count each.',
    ),
    columns: [...COLUMNS, { id: 'members', label: say('由', 'Made up of') }],
  };
}

function createTable(id: string, title: Bilingual, rows: readonly StatRow[]): StatTable {
  return {
    id,
    title,
    note: NOTE,
    columns: COLUMNS,
    rows,
    chart: { label: 'name', value: 'countyKm' },
  };
}

function createTotal(theme: string, { themes }: Naming, lines: readonly MeasuredLine[]): StatRow {
  const name = themes.find(({ id }) => id === theme)?.name ?? say(theme, theme);
  const base = lines.filter(({ isReading }) => !isReading);
  const title = say(`合计（${name.zh}）`, `Total (${name.en})`);
  return { ...createRow(`total-${theme}`, title, base), isTotal: true };
}

function createRow(id: string, name: Bilingual, lines: readonly MeasuredLine[]): StatRow {
  return {
    id,
    cells: {
      name,
      count: lines.length,
      countyKm: sum(lines, 'insideKm'),
      schematicKm: sum(
        lines.filter(({ isSchematic }) => isSchematic),
        'insideKm',
      ),
      drawnKm: sum(lines, 'drawnKm'),
    },
    featureIds: lines.map(({ feature }) => feature.properties.id),
    isSoft:
      lines.length > 0 && lines.every(({ isReading, isSchematic }) => isReading || isSchematic),
  };
}

const sum = (lines: readonly MeasuredLine[], key: 'insideKm' | 'drawnKm'): number =>
  lines.reduce((total, line) => total + line[key], 0);
