import type { StageGroup, StageQuery, StageSummary } from '../../contracts/analysis.ts';
import type { Certainty, PlanBundle, PlanFeature, Status } from '../../contracts/bundle.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { joinPhrases, pair, say } from '../bilingual.ts';
import { findOutline, isArea } from '../county-outline.ts';
import { cutLine, listLines, type Area } from '../cut-line.ts';
import { mergeLengths } from './merge-lengths.ts';

/**
 * What a stage holds, or what stands by the end of a year: counts by layer, and lengths of lines in the county. Honest
 * about readings: lines on top of each other count once, what follows an existing line is said, 推断 and 示意 are named.
 * A horizon keeps what has no year, as the lens does, and lists it.
 */
export function describeStage(bundle: PlanBundle, query: StageQuery): StageSummary {
  const outline = findOutline(bundle);
  const chosen = bundle.features.features.filter((feature) => isIn(feature, query));
  const existing = bundle.features.features.filter(
    ({ properties }) =>
      properties.status === 'existing' &&
      (properties.accuracy.class === 'surveyed' || properties.accuracy.class === 'digitised'),
  );
  const groups = bundle.layers.flatMap(({ id, name, nameEn }) =>
    SHAPES.flatMap((shape) => {
      const features = chosen.filter(
        (feature) => feature.properties.layer === id && shapeOf(feature) === shape,
      );
      return features.length === 0
        ? []
        : [createGroup(id, pair(name, nameEn), shape, features, existing, outline)];
    }),
  );
  const idsOf = (features: readonly PlanFeature[]): string[] =>
    features.map(({ properties }) => properties.id);
  const undated =
    'horizon' in query
      ? chosen.filter(
          ({ properties }) => properties.status !== 'existing' && yearOf(properties) === undefined,
        )
      : [];
  return {
    query,
    groups,
    count: chosen.length,
    featureIds: idsOf(chosen),
    undatedIds: idsOf(undated),
    text: sayStage(query, groups, undated.length),
  };
}

const SHAPES: readonly StageGroup['shape'][] = ['line', 'area', 'point', 'text'];

function isIn({ properties }: PlanFeature, query: StageQuery): boolean {
  if ('status' in query) return properties.status === query.status;
  if (properties.status === 'cancelled') return false;
  const year = yearOf(properties);
  return year === undefined || year <= query.horizon;
}

/** When it is there, as the lens on the map has it; undefined where the plan names no year. */
const yearOf = ({ phase }: PlanFeature['properties']): number | undefined =>
  phase?.to ?? phase?.from;

function shapeOf({ geometry }: PlanFeature): StageGroup['shape'] {
  if (!geometry) return 'text';
  if (listLines(geometry).length > 0) return 'line';
  return isArea(geometry) ? 'area' : 'point';
}

function createGroup(
  layer: string,
  name: Bilingual,
  shape: StageGroup['shape'],
  features: readonly PlanFeature[],
  existing: readonly PlanFeature[],
  outline: Area | null,
): StageGroup {
  const insideOf = (feature: PlanFeature): readonly Position[][] =>
    listLines(feature.geometry).flatMap((line) =>
      cutLine(line, outline)
        .filter(({ isInside }) => isInside)
        .map(({ positions }) => [...positions]),
    );
  const others = existing.filter((feature) => !features.includes(feature));
  const isNew = features.every(({ properties }) => properties.status !== 'existing');
  const countOf = (certainty: Certainty): number =>
    features.filter(({ properties }) => properties.accuracy.class === certainty).length;
  // A line that only shows a direction follows no road, even where it happens to touch one.
  const hasCourse = isNew && countOf('schematic') < features.length;
  const merged =
    shape === 'line'
      ? mergeLengths(features.flatMap(insideOf), hasCourse ? others.flatMap(insideOf) : [])
      : null;
  return {
    layer,
    name,
    shape,
    count: features.length,
    lengthKm: merged && merged.lengthKm,
    alongExistingKm: merged && hasCourse ? merged.alongKm : null,
    inferredCount: countOf('inferred'),
    schematicCount: countOf('schematic'),
    featureIds: features.map(({ properties }) => properties.id),
  };
}

type Position = ReturnType<typeof listLines>[number][number];

const LEADS: Readonly<Record<Status, Bilingual>> = {
  existing: say('现状', 'Existing'),
  'under-construction': say('在建', 'Under construction'),
  planned: say('规划新增', 'Planned'),
  proposed: say('研究中', 'Under study'),
  cancelled: say('已取消', 'Cancelled'),
};

const CLASSIFIERS: Readonly<
  Record<StageGroup['shape'], readonly [zh: string, one: string, many: string]>
> = {
  line: ['条', 'line', 'lines'],
  area: ['片', 'area', 'areas'],
  point: ['处', 'place', 'places'],
  text: ['项（仅文字）', 'in text only', 'in text only'],
};

function sayStage(
  query: StageQuery,
  groups: readonly StageGroup[],
  undatedCount: number,
): Bilingual {
  const lead = 'status' in query ? LEADS[query.status] : sayHorizon(query.horizon, undatedCount);
  if (groups.length === 0) return say(`${lead.zh}：无。`, `${lead.en}: nothing.`);
  const phrases = joinPhrases(groups.map(sayGroup));
  return say(`${lead.zh}：${phrases.zh}。`, `${lead.en}: ${phrases.en}.`);
}

/** First of all, for a caption may be cut short: nothing says that the undated will be there by then. */
function sayHorizon(year: number, undatedCount: number): Bilingual {
  const lead = say(`到 ${year} 年底`, `By the end of ${year}`);
  if (undatedCount === 0) return lead;
  const verb = undatedCount === 1 ? 'has no year and is kept' : 'have no year and are kept';
  return say(
    `${lead.zh}（其中 ${undatedCount} 项未注明年份，仍予显示）`,
    `${lead.en} (${undatedCount} of these ${verb})`,
  );
}

function sayGroup(group: StageGroup): Bilingual {
  const { name, shape, count, lengthKm, alongExistingKm } = group;
  const [zh, one, many] = CLASSIFIERS[shape];
  const parts: Bilingual[] = [
    say(`${name.zh} ${count} ${zh}`, `${name.en} ${count} ${count === 1 ? one : many}`),
  ];
  if (lengthKm !== null) {
    const km = roundKm(lengthKm);
    parts.push(say(`约 ${km} 公里`, `about ${km} km`));
  }
  const asides = saySureness(group);
  if (alongExistingKm !== null && alongExistingKm >= 0.5) {
    const km = roundKm(alongExistingKm);
    asides.push(say(`其中约 ${km} 公里沿现有线路`, `about ${km} km of it along existing lines`));
  }
  const said = joinPhrases(parts, '、', ', ');
  if (asides.length === 0) return said;
  const aside = joinPhrases(asides, '，', ', ');
  return say(`${said.zh}（${aside.zh}）`, `${said.en} (${aside.en})`);
}

function saySureness({ count, inferredCount, schematicCount }: StageGroup): Bilingual[] {
  const kinds = [
    [inferredCount, say('推断', 'inferred')],
    [schematicCount, say('示意', 'schematic')],
  ] as const;
  return kinds.flatMap(([soft, word]) => {
    if (soft === 0) return [];
    return soft === count
      ? [word]
      : [say(`其中 ${soft} 项${word.zh}`, `${soft} of them ${word.en}`)];
  });
}

/** Whole kilometres above ten, a tenth below: the drawing holds no more. */
const roundKm = (km: number): string => (km >= 10 ? String(Math.round(km)) : km.toFixed(1));
