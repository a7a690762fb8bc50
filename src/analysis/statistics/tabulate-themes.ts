import { area } from '@turf/turf';
import type { Naming, StatColumn, StatRow, StatTable } from '../../contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, pair, say } from '../bilingual.ts';
import { isArea } from '../county-outline.ts';
import { listLines } from '../cut-line.ts';
import { convertFigure, dimensionOf } from '../figure-units.ts';

const count = (id: string, zh: string, en: string): StatColumn => ({
  id,
  label: say(zh, en),
  unit: 'count',
  decimals: 0,
});

/** Features by theme: how many, of what shape, how many of them unsure, and the area that is drawn. */
export function tabulateThemes(bundle: PlanBundle, naming: Naming): StatTable {
  const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
  const features = bundle.features.features.filter(
    ({ properties }) => properties.status !== 'cancelled',
  );
  const present = [...new Set(bundle.layers.map(({ theme }) => theme))];
  const rows = present.flatMap((theme) => {
    const chosen = features.filter(({ properties }) => themeOf.get(properties.layer) === theme);
    const name = naming.themes.find(({ id }) => id === theme)?.name ?? say(theme, theme);
    return chosen.length === 0 ? [] : [createRow(theme, name, chosen)];
  });
  return {
    id: 'themes',
    title: say('各专题要素数与面积', 'Features and areas by theme'),
    note: say(
      '面积为图上所画范围之和（turf）；旅游板块为推断范围，县界为示意轮廓。',
      'Areas are those of the drawn shapes (turf): the tourism zones are our own reading, the county outline is schematic.',
    ),
    columns: [
      { id: 'name', label: say('专题', 'Theme') },
      count('count', '要素', 'Features'),
      count('points', '点', 'Points'),
      count('lines', '线', 'Lines'),
      count('areas', '面', 'Areas'),
      count('textOnly', '仅文字', 'Text only'),
      count('soft', '其中推断、示意', 'Of them inferred or schematic'),
      { id: 'areaKm2', label: say('图上面积', 'Area as drawn'), unit: 'km2', decimals: 1 },
    ],
    rows: [...rows, { ...createRow('total', say('合计', 'Total'), features), isTotal: true }].map(
      (row) => (row.id === 'total' ? { ...row, cells: { ...row.cells, areaKm2: null } } : row),
    ),
    chart: { label: 'name', value: 'count' },
  };
}

/** Every stated or recorded area, in square kilometres, hectares and mu. Parts and wholes stand side by side: no total. */
export function tabulateAreas(bundle: PlanBundle): StatTable {
  const rows = bundle.features.features.flatMap((feature) =>
    Object.entries(feature.properties.measure ?? {}).flatMap(([key, measure]): StatRow[] => {
      if (dimensionOf(measure.unit) !== 'area') return [];
      const km2 = convertFigure(measure.value, measure.unit, 'km2');
      return [
        {
          id: `${feature.properties.id}-${key}`,
          cells: {
            name: nameOf(feature),
            figure: pair(measure.label, measure.labelEn),
            basis: measure.stated ? say('资料所述', 'Stated') : say('按图形量算', 'Measured'),
            areaKm2: km2,
            areaHa: convertFigure(km2, 'km2', 'ha'),
            areaMu: convertFigure(km2, 'km2', 'mu'),
          },
          featureIds: [feature.properties.id],
          isSoft: !measure.stated && isSoft(feature),
        },
      ];
    }),
  );
  return {
    id: 'areas',
    title: say('各要素面积', 'Areas'),
    note: say(
      '整体与部分并列，不宜相加。',
      'Wholes and their parts stand side by side; do not add them up.',
    ),
    columns: [
      { id: 'name', label: say('名称', 'Name') },
      { id: 'figure', label: say('数值', 'Figure') },
      { id: 'basis', label: say('依据', 'Basis') },
      { id: 'areaKm2', label: say('面积', 'Area'), unit: 'km2', decimals: 3 },
      { id: 'areaHa', label: say('面积', 'Area'), unit: 'ha', decimals: 1 },
      { id: 'areaMu', label: say('面积', 'Area'), unit: 'mu', decimals: 0 },
    ],
    rows,
    chart: { label: 'name', value: 'areaKm2' },
  };
}

function createRow(
  id: string,
  name: StatRow['cells'][string],
  features: readonly PlanFeature[],
): StatRow {
  const areas = features.filter(({ geometry }) => isArea(geometry));
  const lines = features.filter(({ geometry }) => listLines(geometry).length > 0);
  const textOnly = features.filter(({ geometry }) => geometry === null);
  return {
    id,
    cells: {
      name,
      count: features.length,
      points: features.length - areas.length - lines.length - textOnly.length,
      lines: lines.length,
      areas: areas.length,
      textOnly: textOnly.length,
      soft: features.filter(isSoft).length,
      areaKm2:
        areas.length === 0
          ? null
          : areas.reduce((total, feature) => total + area(feature) / 1e6, 0),
    },
    featureIds: features.map(({ properties }) => properties.id),
  };
}

const isSoft = ({ properties }: PlanFeature): boolean =>
  properties.accuracy.class === 'inferred' || properties.accuracy.class === 'schematic';
