import type {
  BundleLayer,
  BundleManifest,
  Indicator,
  NonSpatial,
  Paragraph,
  PlanBundle,
  PlanDocument,
  PlanFeature,
  SceneView,
  Source,
  Story,
} from '../../contracts/bundle.ts';
import type { PartKey, PartValue } from '../../contracts/draft.ts';
import type { SheetTemplate } from '../../contracts/sheet.ts';

/** The keys of `contracts/draft.ts`, so that nobody writes them by hand. */
export const partKeys = {
  manifest: 'manifest',
  story: 'story',
  doc: (id: string): PartKey => `doc/${id}`,
  para: (doc: string, id: string): PartKey => `para/${doc}/${id}`,
  source: (id: string): PartKey => `source/${id}`,
  layer: (id: string): PartKey => `layer/${id}`,
  feature: (id: string): PartKey => `feature/${id}`,
  view: (id: string): PartKey => `view/${id}`,
  nonSpatial: (doc: string, para: string): PartKey => `non-spatial/${doc}/${para}`,
  indicator: (id: string): PartKey => `indicator/${id}`,
  sheetTemplate: (id: string): PartKey => `sheet-template/${id}`,
  order: (
    of:
      | 'docs'
      | 'layers'
      | 'features'
      | 'sources'
      | 'views'
      | 'non-spatial'
      | 'indicators'
      | 'sheet-templates',
  ) => `order/${of}`,
  paraOrder: (doc: string): PartKey => `order/para/${doc}`,
} as const;

/** A bundle in parts; `joinParts` puts them together again, the same to the last detail. */
export function splitBundle(bundle: PlanBundle): ReadonlyMap<PartKey, PartValue> {
  const parts = new Map<PartKey, PartValue>([[partKeys.manifest, bundle.bundle]]);
  const list = <One extends PartValue>(
    order: PartKey,
    items: readonly One[],
    keyOf: (item: One) => PartKey,
    nameOf: (item: One) => string,
  ): void => {
    for (const item of items) parts.set(keyOf(item), item);
    parts.set(order, items.map(nameOf));
  };
  const { docs } = bundle.plan;
  parts.set(
    partKeys.order('docs'),
    docs.map(({ id }) => id),
  );
  for (const { paragraphs, ...doc } of docs) {
    parts.set(partKeys.doc(doc.id), doc);
    list(
      partKeys.paraOrder(doc.id),
      paragraphs,
      ({ id }) => partKeys.para(doc.id, id),
      ({ id }) => id,
    );
  }
  const byId = ({ id }: { readonly id: string }): string => id;
  list(partKeys.order('sources'), bundle.sources, (one) => partKeys.source(one.id), byId);
  list(partKeys.order('layers'), bundle.layers, (one) => partKeys.layer(one.id), byId);
  list(
    partKeys.order('features'),
    bundle.features.features,
    ({ properties }) => partKeys.feature(properties.id),
    ({ properties }) => properties.id,
  );
  list(partKeys.order('views'), bundle.views, (one) => partKeys.view(one.id), byId);
  list(
    partKeys.order('non-spatial'),
    bundle.nonSpatial,
    ({ doc, para }) => partKeys.nonSpatial(doc, para),
    ({ doc, para }) => `${doc}/${para}`,
  );
  list(partKeys.order('indicators'), bundle.indicators, (one) => partKeys.indicator(one.id), byId);
  if (Array.isArray(bundle.sheetTemplates)) {
    const templates = (bundle.sheetTemplates as readonly SheetTemplate[]).filter(
      (one) => typeof one?.id === 'string',
    );
    list(
      partKeys.order('sheet-templates'),
      templates,
      (one) => partKeys.sheetTemplate(one.id),
      byId,
    );
  }
  if (bundle.story) parts.set(partKeys.story, bundle.story);
  return parts;
}

/**
 * The bundle that parts make. What an order names and is not there is left out; what is there and no order names comes
 * last. The table of readings is the template's: it holds for any text, and is made anew where a bundle is built.
 */
export function joinParts(
  parts: ReadonlyMap<PartKey, PartValue>,
  template: Pick<PlanBundle, 'search'>,
): PlanBundle {
  const under = new Map<string, PartKey[]>();
  for (const key of parts.keys()) {
    const folder = key.slice(0, key.lastIndexOf('/'));
    const known = under.get(folder);
    if (known) known.push(key);
    else under.set(folder, [key]);
  }
  const collect = <One>(folder: string, order: PartKey, prefix = `${folder}/`): One[] => {
    const keys = under.get(folder) ?? [];
    const named = ((parts.get(order) ?? []) as readonly string[]).map((id) => `${prefix}${id}`);
    const rest = new Set(keys);
    const found: One[] = [];
    for (const key of named) {
      if (!rest.delete(key)) continue;
      found.push(parts.get(key) as One);
    }
    return [...found, ...[...rest].map((key) => parts.get(key) as One)];
  };
  const docs = collect<Omit<PlanDocument, 'paragraphs'>>('doc', partKeys.order('docs')).map(
    (doc): PlanDocument => ({
      ...doc,
      paragraphs: collect<Paragraph>(`para/${doc.id}`, partKeys.paraOrder(doc.id)),
    }),
  );
  const nonSpatialKeys = [...under].flatMap(([folder, keys]) =>
    folder.startsWith('non-spatial/') ? keys : [],
  );
  under.set('non-spatial', nonSpatialKeys);
  const story = parts.get(partKeys.story) as Story | undefined;
  const templates = collect<SheetTemplate>('sheet-template', partKeys.order('sheet-templates'));
  const hasTemplates = templates.length > 0 || parts.has(partKeys.order('sheet-templates'));
  return {
    bundle: parts.get(partKeys.manifest) as BundleManifest,
    plan: { docs },
    sources: collect<Source>('source', partKeys.order('sources')),
    layers: collect<BundleLayer>('layer', partKeys.order('layers')),
    features: {
      type: 'FeatureCollection',
      features: collect<PlanFeature>('feature', partKeys.order('features')),
    },
    views: collect<SceneView>('view', partKeys.order('views')),
    nonSpatial: collect<NonSpatial>('non-spatial', partKeys.order('non-spatial')),
    indicators: collect<Indicator>('indicator', partKeys.order('indicators')),
    ...(story === undefined ? {} : { story }),
    ...(hasTemplates ? { sheetTemplates: templates } : {}),
    ...(template.search === undefined ? {} : { search: template.search }),
  };
}
