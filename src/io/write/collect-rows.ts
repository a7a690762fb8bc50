import type { Geometry } from 'geojson';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { PlanError } from '../../contracts/errors.ts';
import type { ExportRequest } from '../../contracts/export.ts';
import type { Bilingual, ColourName } from '../../contracts/theme.ts';
import { classify, isSoft } from '../../core/classify.ts';
import { createProjector } from '../crs/project.ts';
import { placeGeometry, type Winding } from './place-geometry.ts';

/** Said of every place that the plan does not say. */
export const INFERRED = '推断，非规划原文';
const SCHEMATIC = '示意';
const INFERRED_EN = 'our reading, not the plan’s words';
const SCHEMATIC_EN = 'schematic';

/**
 * What every format tells of a feature, in this order. No name has more than 10 bytes, so that a shapefile holds them
 * as they are; all are text but `accuracy_m`.
 */
export const COLUMNS = [
  'id',
  'name',
  'name_en',
  'theme',
  'theme_name',
  'layer',
  'kind',
  'class',
  'status',
  'stage',
  'certainty',
  'certain_zh',
  'caution',
  'method',
  'accuracy_m',
  'sources',
  'source_ids',
  'clauses',
  'quotes',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a column holds, as the note in the file says it. */
export const COLUMN_MEANINGS: Readonly<Record<Column, Bilingual>> = {
  id: { zh: '要素标识', en: 'id of the feature' },
  name: { zh: '名称', en: 'name' },
  name_en: { zh: '英文名称', en: 'English name' },
  theme: { zh: '专题代码', en: 'theme, code' },
  theme_name: { zh: '专题', en: 'theme' },
  layer: { zh: '图层代码', en: 'layer, code' },
  kind: { zh: '类别代码', en: 'kind within the layer, code' },
  class: { zh: '类别', en: 'class' },
  status: { zh: '阶段代码', en: 'stage, code' },
  stage: { zh: '阶段', en: 'stage' },
  certainty: { zh: '位置可靠程度代码', en: 'certainty of the place, code' },
  certain_zh: { zh: '位置可靠程度', en: 'certainty of the place, in Chinese' },
  caution: {
    zh: '须注明：推断，非规划原文；示意',
    en: '推断，非规划原文 (our reading, not the plan’s words) or 示意 (schematic); keep it with the place',
  },
  method: { zh: '位置来历', en: 'how the place was found' },
  accuracy_m: {
    zh: '位置误差，米；空为不详',
    en: 'error of the place in metres; empty: not known',
  },
  sources: { zh: '来源', en: 'sources' },
  source_ids: { zh: '来源标识', en: 'ids of the sources' },
  clauses: { zh: '条文段落标识，与引文逐一对应', en: 'ids of paragraphs, one for each quotation' },
  quotes: { zh: '引文', en: 'the plan’s words' },
  note: { zh: '说明', en: 'note' },
};

export interface Row {
  readonly feature: PlanFeature;
  /** In the numbers of the requested system, without heights; null: the feature has no place. */
  readonly geometry: Geometry | null;
  readonly values: Readonly<Record<Column, string | number | null>>;
  readonly theme: {
    readonly id: string;
    readonly name: string;
    readonly colour: ColourName | null;
  };
  /** Schematic or inferred. */
  readonly isSoft: boolean;
}

/**
 * The chosen features as rows, in the order of the bundle.
 * @throws PlanError `no-features-chosen`, `unknown-feature`, `geometry-unsupported`, `position-outside-system`
 */
export async function collectRows(
  request: ExportRequest,
  fileName: string,
  winding: Winding,
): Promise<readonly Row[]> {
  const { bundle, featureIds, crs } = request;
  const fail = (code: string, at: string | undefined, message: string, remedy: string): never => {
    throw new PlanError([
      { code, severity: 'error', file: fileName, ...(at ? { at } : {}), message, remedy },
    ]);
  };
  if (featureIds.length === 0) {
    fail(
      'no-features-chosen',
      undefined,
      'no feature is chosen, so there is nothing to write',
      'Choose at least one feature.',
    );
  }
  const chosen = new Set(featureIds);
  const features = bundle.features.features.filter(({ properties }) => chosen.has(properties.id));
  if (features.length < chosen.size) {
    const known = new Set(features.map(({ properties }) => properties.id));
    const missing = [...chosen].filter((id) => !known.has(id));
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
    fail(
      'unknown-feature',
      missing[0],
      `the plan has no feature ${JSON.stringify(missing[0])}${more}`,
      'Choose from the features of the plan that is open.',
    );
  }
  const project = await createProjector(crs);
  const describe = createDescriber(request);
  return features.map((feature) => {
    const { geometry, properties } = feature;
    const { id } = properties;
    if (geometry?.type === 'GeometryCollection') {
      fail(
        'geometry-unsupported',
        id,
        `feature ${JSON.stringify(id)} is a GeometryCollection, which tables cannot hold`,
        'Part it into features of one kind of geometry each.',
      );
    }
    const placed = geometry && placeGeometry(geometry, project, winding);
    if (geometry && !placed) {
      fail(
        'position-outside-system',
        id,
        `feature ${JSON.stringify(id)} has a position that ${crs} cannot hold`,
        'Choose longitude and latitude (EPSG:4490), or correct the position.',
      );
    }
    return { feature, geometry: placed, ...describe(feature), isSoft: isSoft(feature) };
  });
}

function createDescriber({
  bundle,
  cartography,
  language,
}: ExportRequest): (feature: PlanFeature) => Pick<Row, 'values' | 'theme'> {
  const isEnglish = language === 'en';
  const say = ({ zh, en }: Bilingual): string => (isEnglish ? en : zh);
  const either = (zh: string | undefined, en: string | undefined): string | null =>
    (isEnglish ? (en ?? zh) : zh) ?? null;
  const join = (parts: readonly string[], mark: string): string | null =>
    parts.length > 0 ? parts.join(mark) : null;
  const semicolon = isEnglish ? '; ' : '；';
  const sources = new Map(bundle.sources.map((source) => [source.id, source]));
  const themeOfLayer = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
  const hasManyDocs = bundle.plan.docs.length > 1;
  const inferred = isEnglish ? `${INFERRED} (${INFERRED_EN})` : INFERRED;

  return (feature) => {
    const { properties } = feature;
    const { accuracy, planRefs } = properties;
    const found = classify(feature, cartography);
    const themeId = found?.theme.id ?? themeOfLayer.get(properties.layer) ?? properties.layer;
    const theme = found?.theme ?? cartography.themes.find(({ id }) => id === themeId) ?? null;
    const themeName = theme ? say(theme.name) : themeId;
    const stage = cartography.statuses.find(({ status }) => status === properties.status);
    const certainty = cartography.certainties.find((one) => one.certainty === accuracy.class);
    const caution =
      accuracy.class === 'inferred'
        ? inferred
        : accuracy.class === 'schematic'
          ? isEnglish
            ? `${SCHEMATIC} (${SCHEMATIC_EN})`
            : SCHEMATIC
          : null;
    const notes = [
      either(properties.note, properties.noteEn),
      either(accuracy.note, accuracy.noteEn),
    ].filter((text) => text !== null);
    return {
      theme: { id: themeId, name: themeName, colour: theme?.colour ?? null },
      values: {
        id: properties.id,
        name: properties.name,
        name_en: properties.nameEn ?? null,
        theme: themeId,
        theme_name: themeName,
        layer: properties.layer,
        kind: properties.kind,
        class: found ? say(found.featureClass.name) : properties.kind,
        status: properties.status,
        stage: stage ? say(stage.name) : properties.status,
        certainty: accuracy.class,
        certain_zh: certainty?.name.zh ?? accuracy.class,
        caution,
        method: either(accuracy.method, accuracy.methodEn),
        accuracy_m: accuracy.horizontalM ?? null,
        sources: join(
          properties.sources.map((id) => {
            const source = sources.get(id);
            return either(source?.title, source?.titleEn) ?? id;
          }),
          semicolon,
        ),
        source_ids: join(properties.sources, ' '),
        clauses: join(
          planRefs.map(({ doc, para }) => (hasManyDocs ? `${doc}/${para}` : para)),
          ' ',
        ),
        // The words are the plan's; that they speak of this feature may be our reading.
        quotes: join(
          planRefs.map(({ quote, basis }) =>
            basis === 'reading' ? `“${quote}”［${inferred}］` : `“${quote}”`,
          ),
          semicolon,
        ),
        note: join(notes, isEnglish ? ' ' : ''),
      },
    };
  };
}
