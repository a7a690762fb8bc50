import type { Geometry } from 'geojson';
import type {
  Accuracy,
  BundleLayer,
  BundleManifest,
  NonSpatial,
  Paragraph,
  PlanBundle,
  PlanDocument,
  PlanFeature,
  PlanFeatureProperties,
  PlanRef,
  SceneView,
  Source,
} from '../../contracts/bundle.ts';
import type { PartChange, PartKey, PartValue } from '../../contracts/draft.ts';
import type { SheetTemplate } from '../../contracts/sheet.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { INFERRED_LABEL } from '../check-bundle.ts';
import { dropTurns } from '../../contracts/drop-turns.ts';
import { partKeys } from './split-bundle.ts';

/** One step of a draft: what changes, and how the list of changes calls it. */
export interface Edit {
  readonly changes: readonly PartChange[];
  readonly what: Bilingual;
}

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const put = (key: PartKey, value: PartValue | null): PartChange => ({ key, value });

function featureOf(bundle: PlanBundle, id: string): PlanFeature {
  const found = bundle.features.features.find(({ properties }) => properties.id === id);
  if (!found) throw new Error(`edit: the bundle has no feature "${id}"`);
  return found;
}

const putFeature = (feature: PlanFeature): PartChange =>
  put(partKeys.feature(feature.properties.id), feature);

/** The label that class inferred must carry, and no other may. */
export const withLabel = ({ label: _label, ...accuracy }: Accuracy): Accuracy =>
  accuracy.class === 'inferred' ? { ...accuracy, label: INFERRED_LABEL } : accuracy;

export interface NewGeometry {
  /** In degrees; null goes with class unknown, and only with it. */
  readonly geometry: Geometry | null;
  readonly accuracy: Accuracy;
  /** Where the geometry comes from; put in front of the feature's sources. Null: the sources stay. */
  readonly source: Source | null;
}

/** Puts another geometry in the place of a feature's own. Stated figures stay: they are the plan's, not the map's. */
export function replaceGeometry(bundle: PlanBundle, id: string, fresh: NewGeometry): Edit {
  const feature = featureOf(bundle, id);
  const { labelAt: _labelAt, ...properties } = feature.properties;
  const { source } = fresh;
  const sources = source
    ? [source.id, ...properties.sources.filter((one) => one !== source.id)]
    : properties.sources;
  const isKnown = source !== null && bundle.sources.some((one) => one.id === source.id);
  return {
    changes: [
      ...(source && !isKnown ? [put(partKeys.source(source.id), source)] : []),
      putFeature({
        ...feature,
        geometry: fresh.geometry,
        properties: { ...properties, sources, accuracy: withLabel(fresh.accuracy) },
      }),
      ...widenExtent(bundle, fresh.geometry),
    ],
    what: say(
      `替换“${dropTurns(properties.name)}”的图形`,
      `Replaced the geometry of “${dropTurns(properties.nameEn ?? properties.name)}”`,
    ),
  };
}

/** Adds a feature; its id must be free. */
export function createFeature(
  bundle: PlanBundle,
  feature: PlanFeature,
  source: Source | null = null,
): Edit {
  const { id, name, nameEn } = feature.properties;
  const isKnown = source !== null && bundle.sources.some((one) => one.id === source.id);
  return {
    changes: [
      ...(source && !isKnown ? [put(partKeys.source(source.id), source)] : []),
      putFeature({
        ...feature,
        properties: { ...feature.properties, accuracy: withLabel(feature.properties.accuracy) },
      }),
      ...declaredNoMore(bundle, feature.properties.planRefs),
      ...widenExtent(bundle, feature.geometry),
      put(partKeys.order('features'), [
        ...bundle.features.features.map(({ properties }) => properties.id),
        id,
      ]),
    ],
    what: say(`新增要素“${name}”`, `Added “${nameEn ?? name}”`),
  };
}

/** Takes a feature out, and out of whatever names it. */
export function removeFeature(bundle: PlanBundle, id: string): Edit {
  const { properties } = featureOf(bundle, id);
  const without = (ids: readonly string[]): readonly string[] => ids.filter((one) => one !== id);
  const changes: PartChange[] = [put(partKeys.feature(id), null)];
  for (const feature of bundle.features.features) {
    const { members } = feature.properties;
    if (!members?.includes(id)) continue;
    changes.push(
      putFeature({ ...feature, properties: { ...feature.properties, members: without(members) } }),
    );
  }
  for (const view of bundle.views) {
    if (view.focus?.includes(id)) {
      changes.push(put(partKeys.view(view.id), { ...view, focus: without(view.focus) }));
    }
  }
  const { story } = bundle;
  if (story?.scenes.some(({ focus, fit }) => focus?.includes(id) || fit?.includes(id))) {
    const scenes = story.scenes.map((scene) => ({
      ...scene,
      ...(scene.focus ? { focus: without(scene.focus) } : {}),
      ...(scene.fit ? { fit: without(scene.fit) } : {}),
    }));
    changes.push(put(partKeys.story, { ...story, scenes }));
  }
  changes.push(
    put(
      partKeys.order('features'),
      without(bundle.features.features.map((one) => one.properties.id)),
    ),
  );
  return {
    changes,
    what: say(
      `删除要素“${dropTurns(properties.name)}”`,
      `Removed “${dropTurns(properties.nameEn ?? properties.name)}”`,
    ),
  };
}

/** What refers to a feature, so that one who removes it knows. */
export function listReferences(bundle: PlanBundle, id: string): readonly string[] {
  return [
    ...bundle.features.features.flatMap(({ properties }) =>
      properties.members?.includes(id) ? [properties.name] : [],
    ),
    ...bundle.views.flatMap(({ focus, title }) => (focus?.includes(id) ? [title] : [])),
    ...(bundle.story?.scenes ?? []).flatMap(({ focus, fit, title }) =>
      focus?.includes(id) || fit?.includes(id) ? [title] : [],
    ),
  ];
}

/** Changes properties of a feature; `undefined` takes one away. The id stays. */
export function changeFeature(
  bundle: PlanBundle,
  id: string,
  patch: Partial<Omit<PlanFeatureProperties, 'id'>>,
): Edit {
  const feature = featureOf(bundle, id);
  const properties = Object.fromEntries(
    Object.entries({ ...feature.properties, ...patch, id }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as unknown as PlanFeatureProperties;
  const { accuracy } = properties;
  return {
    changes: [
      putFeature({ ...feature, properties: { ...properties, accuracy: withLabel(accuracy) } }),
    ],
    what: say(
      `修改“${dropTurns(properties.name)}”`,
      `Changed “${dropTurns(properties.nameEn ?? properties.name)}”`,
    ),
  };
}

/** Adds a citation; one of the same words is not added again. */
export function citeClause(bundle: PlanBundle, id: string, ref: PlanRef): Edit {
  const feature = featureOf(bundle, id);
  const { planRefs, name, nameEn } = feature.properties;
  const isKnown = planRefs.some(
    (one) => one.doc === ref.doc && one.para === ref.para && one.quote === ref.quote,
  );
  return {
    changes: isKnown
      ? []
      : [
          putFeature({
            ...feature,
            properties: { ...feature.properties, planRefs: [...planRefs, ref] },
          }),
          ...declaredNoMore(bundle, [ref]),
        ],
    what: say(`“${name}”引用“${ref.quote}”`, `“${nameEn ?? name}” cites “${ref.quote}”`),
  };
}

/** A paragraph that is cited is no longer without a place. */
function declaredNoMore(bundle: PlanBundle, refs: readonly PlanRef[]): readonly PartChange[] {
  return bundle.nonSpatial.flatMap(({ doc, para }) =>
    refs.some((ref) => ref.doc === doc && ref.para === para)
      ? [put(partKeys.nonSpatial(doc, para), null)]
      : [],
  );
}

/** Takes a citation away, by its place in the list from 0. */
export function uncite(bundle: PlanBundle, id: string, index: number): Edit {
  const feature = featureOf(bundle, id);
  const { planRefs, name, nameEn } = feature.properties;
  const quote = planRefs[index]?.quote ?? '';
  return {
    changes: [
      putFeature({
        ...feature,
        properties: { ...feature.properties, planRefs: planRefs.filter((_, at) => at !== index) },
      }),
    ],
    what: say(`“${name}”不再引用“${quote}”`, `“${nameEn ?? name}” no longer cites “${quote}”`),
  };
}

export function declareNonSpatial(declared: NonSpatial): Edit {
  const { doc, para, reason, reasonEn } = declared;
  return {
    changes: [put(partKeys.nonSpatial(doc, para), declared)],
    what: say(
      `声明段落 ${para} 为非空间内容：${reason}`,
      `Declared paragraph ${para} non-spatial: ${reasonEn ?? reason}`,
    ),
  };
}

export function undeclare(doc: string, para: string): Edit {
  return {
    changes: [put(partKeys.nonSpatial(doc, para), null)],
    what: say(
      `取消段落 ${para} 的非空间声明`,
      `Paragraph ${para} is no longer declared non-spatial`,
    ),
  };
}

export function putSource(source: Source): Edit {
  return {
    changes: [put(partKeys.source(source.id), source)],
    what: say(`来源“${source.title}”`, `Source “${source.titleEn ?? source.title}”`),
  };
}

/** Takes a source out; features that name it keep their others, and the checks say which are left without one. */
export function removeSource(bundle: PlanBundle, id: string): Edit {
  const title = bundle.sources.find((one) => one.id === id)?.title ?? id;
  const cited = bundle.features.features.filter(({ properties }) =>
    properties.sources.includes(id),
  );
  return {
    changes: [
      put(partKeys.source(id), null),
      ...cited.map((feature) =>
        putFeature({
          ...feature,
          properties: {
            ...feature.properties,
            sources: feature.properties.sources.filter((one) => one !== id),
          },
        }),
      ),
    ],
    what: say(`删除来源“${title}”`, `Removed the source “${title}”`),
  };
}

export function putLayer(layer: BundleLayer): Edit {
  return {
    changes: [put(partKeys.layer(layer.id), layer)],
    what: say(`图层“${layer.name}”`, `Layer “${layer.nameEn ?? layer.name}”`),
  };
}

export function putManifest(manifest: BundleManifest): Edit {
  return {
    changes: [put(partKeys.manifest, manifest)],
    what: say('修改规划信息', 'Changed the plan’s own data'),
  };
}

export function putDocument(bundle: PlanBundle, document: PlanDocument): Edit {
  const { paragraphs, ...doc } = document;
  const former = bundle.plan.docs.find(({ id }) => id === doc.id)?.paragraphs ?? [];
  const gone = former.filter(({ id }) => !paragraphs.some((one) => one.id === id));
  return {
    changes: [
      put(partKeys.doc(doc.id), doc),
      ...gone.map(({ id }) => put(partKeys.para(doc.id, id), null)),
      ...paragraphs.map((paragraph) => put(partKeys.para(doc.id, paragraph.id), paragraph)),
      put(
        partKeys.paraOrder(doc.id),
        paragraphs.map(({ id }) => id),
      ),
    ],
    what: say(
      `文本“${doc.title}”：${paragraphs.length} 段`,
      `Text “${doc.titleEn ?? doc.title}”: ${paragraphs.length} paragraphs`,
    ),
  };
}

export function putParagraph(doc: string, paragraph: Paragraph): Edit {
  return {
    changes: [put(partKeys.para(doc, paragraph.id), paragraph)],
    what: say(`修改段落“${paragraph.title}”`, `Changed the paragraph “${paragraph.title}”`),
  };
}

/** Takes a paragraph out, with its declaration; citations of it are left for the checks to find. */
export function removeParagraph(bundle: PlanBundle, doc: string, id: string): Edit {
  const paragraphs = bundle.plan.docs.find((one) => one.id === doc)?.paragraphs ?? [];
  const title = paragraphs.find((one) => one.id === id)?.title ?? id;
  return {
    changes: [
      put(partKeys.para(doc, id), null),
      put(partKeys.nonSpatial(doc, id), null),
      put(
        partKeys.paraOrder(doc),
        paragraphs.map((one) => one.id).filter((one) => one !== id),
      ),
    ],
    what: say(`删除段落“${title}”`, `Removed the paragraph “${title}”`),
  };
}

/** Moves a paragraph by so many places; it stops at either end. */
export function moveParagraph(bundle: PlanBundle, doc: string, id: string, by: number): Edit {
  const paragraphs = bundle.plan.docs.find((one) => one.id === doc)?.paragraphs ?? [];
  const ids = paragraphs.map((one) => one.id);
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + by));
  ids.splice(to, 0, ...ids.splice(from, 1));
  const title = paragraphs.find((one) => one.id === id)?.title ?? id;
  return {
    changes: [put(partKeys.paraOrder(doc), ids)],
    what: say(`移动段落“${title}”`, `Moved the paragraph “${title}”`),
  };
}

export function putView(view: SceneView): Edit {
  return {
    changes: [put(partKeys.view(view.id), view)],
    what: say(`视图“${view.title}”`, `View “${view.titleEn ?? view.title}”`),
  };
}

/** Keeps a make-up of sheets with the plan; one of the same id is replaced. */
export function putSheetTemplate(template: SheetTemplate): Edit {
  const { id, name, nameEn } = template;
  return {
    changes: [put(partKeys.sheetTemplate(id), template)],
    what: say(`图纸模板“${name}”`, `Sheet template “${nameEn ?? name}”`),
  };
}

export function removeSheetTemplate({ id, name, nameEn }: SheetTemplate): Edit {
  return {
    changes: [put(partKeys.sheetTemplate(id), null)],
    what: say(`删除图纸模板“${name}”`, `Removed the sheet template “${nameEn ?? name}”`),
  };
}

/**
 * A free id in the bundle's manner: Latin words of the name in lower case with hyphens; a name without any gets
 * `<stem>-<number>`, since a reading of Chinese characters would be a guess.
 */
export function proposeId(name: string, stem: string, taken: ReadonlySet<string>): string {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const isWord = /[a-z]/.test(latin);
  if (isWord && !taken.has(latin)) return latin;
  const base = isWord ? latin : stem;
  for (let number = isWord ? 2 : 1; ; number += 1) {
    const id = `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The extent grows by what lies outside, since nothing may. */
function widenExtent(bundle: PlanBundle, geometry: Geometry | null): readonly PartChange[] {
  if (!geometry) return [];
  let [west, south, east, north] = bundle.bundle.extent;
  const walk = (nested: unknown): void => {
    if (!Array.isArray(nested)) return;
    if (typeof nested[0] !== 'number') {
      for (const part of nested) walk(part);
      return;
    }
    const [lng, lat] = nested as [number, number];
    west = Math.min(west, floor(lng));
    south = Math.min(south, floor(lat));
    east = Math.max(east, ceil(lng));
    north = Math.max(north, ceil(lat));
  };
  const visit = (one: Geometry): void => {
    if (one.type === 'GeometryCollection') for (const part of one.geometries) visit(part);
    else walk(one.coordinates);
  };
  visit(geometry);
  const extent = [west, south, east, north] as const;
  if (extent.every((value, at) => value === bundle.bundle.extent[at])) return [];
  return [put(partKeys.manifest, { ...bundle.bundle, extent })];
}

/** To a hundredth of a degree outwards. */
const floor = (degrees: number): number => Math.floor(degrees * 100) / 100;
const ceil = (degrees: number): number => Math.ceil(degrees * 100) / 100;
