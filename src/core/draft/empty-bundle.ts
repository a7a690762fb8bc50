import type { BundleLayer, Bounds, PlanBundle } from '../../contracts/bundle.ts';
import type { Bilingual, Cartography } from '../../contracts/theme.ts';

export interface NewPlan {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly xzqdm?: string;
  readonly extent: Bounds;
  /** Of the document; default: the plan's. */
  readonly documentTitle?: string;
}

/** What the layers are called in a plan that has no names of its own for them yet. */
const LAYER_NAMES: Readonly<Record<string, Bilingual>> = {
  corridors: { zh: '走廊', en: 'Corridors' },
  ring: { zh: '环线', en: 'Ring' },
  links: { zh: '连接线', en: 'Links' },
  roads: { zh: '公路', en: 'Roads' },
  railways: { zh: '铁路', en: 'Railways' },
  nodes: { zh: '车站与互通', en: 'Stations and Interchanges' },
  zones: { zh: '功能片区', en: 'Zones' },
  sights: { zh: '景点与文物', en: 'Sights and Heritage' },
  parks: { zh: '开发区与园区', en: 'Development Zones and Parks' },
  clusters: { zh: '产业集群', en: 'Industrial Clusters' },
  energy: { zh: '能源设施', en: 'Energy' },
  mines: { zh: '矿山', en: 'Mines' },
  airport: { zh: '机场', en: 'Airport' },
  logistics: { zh: '物流枢纽与网点', en: 'Logistics' },
  seats: { zh: '驻地与组团', en: 'Seats and Groups' },
  villages: { zh: '村庄', en: 'Villages' },
  context: { zh: '周边', en: 'Neighbours' },
  water: { zh: '水系', en: 'Water' },
  boundary: { zh: '界线（示意）', en: 'Outline (schematic)' },
};

/** A plan of which nothing is known yet but its name and place: a layer for each theme of the cartography. */
export function createEmptyBundle(plan: NewPlan, { themes }: Cartography): PlanBundle {
  const { id, title, titleEn, xzqdm, extent, documentTitle } = plan;
  const layers = themes.flatMap((theme): BundleLayer[] =>
    [...new Set(theme.classes.map(({ layer }) => layer))].map((layer) => {
      const name = LAYER_NAMES[layer] ?? theme.classes.find((one) => one.layer === layer)!.name;
      return {
        id: layer,
        name: name.zh,
        nameEn: name.en,
        theme: theme.id,
        data: { format: 'geojson', href: `${theme.id}.geojson` },
      };
    }),
  );
  return {
    bundle: {
      version: '0.1',
      id,
      title,
      ...(titleEn ? { titleEn } : {}),
      ...(xzqdm ? { xzqdm } : {}),
      crs: 'EPSG:4490',
      disclosure: 'internal',
      extent,
    },
    plan: {
      docs: [{ id: 'outline', title: documentTitle ?? title, status: 'draft', paragraphs: [] }],
    },
    sources: [],
    layers,
    features: { type: 'FeatureCollection', features: [] },
    views: [],
    nonSpatial: [],
    indicators: [],
  };
}
