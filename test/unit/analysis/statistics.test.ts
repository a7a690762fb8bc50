import { length } from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { createNaming } from '../../../src/analysis/statistics/create-naming.ts';
import { createStatistics } from '../../../src/analysis/statistics/create-statistics.ts';
import type { StatRow, StatTable } from '../../../src/contracts/analysis.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { copyShippedBundle, featureOf } from './shipped.ts';

let bundle: PlanBundle;
let tables: readonly StatTable[];
beforeAll(async () => {
  bundle = await copyShippedBundle();
  tables = createStatistics(bundle, createNaming(cartography));
});

const tableOf = (id: string): StatTable => tables.find((table) => table.id === id)!;
const rowOf = (table: string, id: string): StatRow =>
  tableOf(table).rows.find((row) => row.id === id)!;
const numberOf = (row: StatRow, column: string): number => row.cells[column] as number;

describe('the statistics of the shipped plan', () => {
  it('have a table for each question', () => {
    expect(tables.map(({ id }) => id)).toEqual([
      'length-by-class',
      'length-by-status',
      'length-by-corridor',
      'themes',
      'areas',
      'distances',
    ]);
  });

  it('fill every column that a table names, and link every row to features', () => {
    for (const { id, columns, rows, chart } of tables) {
      const ids = columns.map((column) => column.id);
      expect(ids).toContain(chart.label);
      expect(ids).toContain(chart.value);
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      for (const row of rows) {
        for (const column of ids) expect([id, row.id, column, column in row.cells]).toContain(true);
        expect(row.featureIds.length).toBeGreaterThan(0);
        for (const one of row.featureIds) expect(featureOf(bundle, one)).toBeDefined();
      }
    }
  });

  it('agree with the figures on the cards', () => {
    for (const { id, cells, featureIds } of tableOf('length-by-corridor').rows) {
      const { value } = featureOf(bundle, id).properties.measure!['lengthInCounty']!;
      expect(cells['countyKm'] as number).toBeCloseTo(value, 0);
      expect(featureIds).toEqual([id]);
    }
    const expressways = ['s45-tianli', 'g5-jingkun', 'yangquan-west-ring'];
    expect(rowOf('length-by-class', 'expressway').featureIds).toEqual(expressways);
    expect(numberOf(rowOf('length-by-class', 'expressway'), 'countyKm')).toBeCloseTo(121.5, 1);
  });

  it('measure the drawn length as turf does', () => {
    const g239 = featureOf(bundle, 'g239');
    expect(numberOf(rowOf('length-by-corridor', 'zong-1'), 'drawnKm')).toBeCloseTo(
      length(g239 as Parameters<typeof length>[0]),
      6,
    );
  });

  it('keep readings and rivers out of the total of the network', () => {
    const total = rowOf('length-by-class', 'total-transport');
    expect(total.isTotal).toBe(true);
    expect(total.featureIds).not.toContain('zong-1');
    expect(total.featureIds).not.toContain('hutuo');
    expect(numberOf(total, 'countyKm')).toBeCloseTo(518.6, 1);
    const stages = tableOf('length-by-status').rows.filter(({ id }) => !/reading|total/.test(id));
    const sum = stages.reduce((one, row) => one + numberOf(row, 'countyKm'), 0);
    expect(sum).toBeCloseTo(numberOf(total, 'countyKm'), 6);
  });

  it('count every feature once by theme', () => {
    const rows = tableOf('themes').rows.filter(({ isTotal }) => !isTotal);
    const ids = rows.flatMap(({ featureIds }) => featureIds);
    expect(new Set(ids).size).toBe(ids.length);
    expect(numberOf(rowOf('themes', 'total'), 'count')).toBe(bundle.features.features.length);
    for (const row of [...rows, rowOf('themes', 'total')]) {
      const shapes = ['points', 'lines', 'areas', 'textOnly'].map((key) => numberOf(row, key));
      expect(shapes.reduce((a, b) => a + b, 0)).toBe(numberOf(row, 'count'));
    }
  });

  it('give areas in three units', () => {
    const { cells } = rowOf('areas', 'devzone-area');
    expect([cells['areaKm2'], cells['areaHa'], cells['areaMu']]).toEqual([
      expect.closeTo(9.42, 9),
      expect.closeTo(942, 6),
      expect.closeTo(14_130, 6),
    ]);
  });

  it('find the nearest station and interchange of all 13 townships', () => {
    const { rows } = tableOf('distances');
    expect(rows).toHaveLength(13);
    expect(rowOf('distances', 'liangjiazhai').cells).toMatchObject({
      station: { zh: '滴流磴站' },
      interchange: { zh: '梁家寨互通' },
      stationOffKm: 3.3,
    });
    expect(rowOf('distances', 'xiushui').featureIds).toEqual([
      'xiushui',
      'yangquanbei',
      'yuxian-nan',
    ]);
    for (const row of rows) expect(numberOf(row, 'stationKm')).toBeLessThan(40);
  });
});

describe('the statistics of another plan', () => {
  it('leave out what it does not hold, and name unknown kinds by themselves', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [113, 38],
        [113, 38.1],
      ],
    };
    const odd = createFeature({ id: 'odd', layer: 'canals', kind: 'canal' }, line);
    const small = createBundle({
      layers: [{ id: 'canals', name: '渠', theme: 'water' }],
      features: { type: 'FeatureCollection', features: [odd] },
    });
    const found = createStatistics(small, createNaming({ ...cartography, themes: [] }));
    expect(found.map(({ id }) => id)).toEqual(['length-by-class', 'themes']);
    expect(found[0]!.rows[0]!.cells['name']).toEqual({ zh: 'canal', en: 'canal' });
  });
});
