import type { PlanBundle, Status } from '../../contracts/bundle.ts';
import type { Slice } from '../../contracts/embed.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { FlavourName, Language } from '../../contracts/theme.ts';
import { featureBounds } from '../feature-bounds.ts';
import { FULL_LENS } from '../initial-state.ts';
import { toViewState } from '../view-state.ts';
import { isExactOrigin } from './embed-address.ts';
import { frameBounds } from './frame-bounds.ts';
import { DEFAULT_SNIPPET, type SnippetOptions } from './write-snippet.ts';

export const EMBED_KINDS = ['plan', 'theme', 'feature', 'clause'] as const;
/** 整图, 专题, 要素, 条文. */
export type EmbedKind = (typeof EMBED_KINDS)[number];

export const EMBED_CONTROLS = [
  'title',
  'find',
  'lens',
  'tools',
  'layers',
  'list',
  'text',
  'card',
  'zoom',
] as const;
export type EmbedControl = (typeof EMBED_CONTROLS)[number];

export const SIZE_PRESETS = {
  article: [720, 480],
  column: [480, 360],
  square: [600, 600],
  phone: [390, 640],
  banner: [1200, 320],
  full: ['100%', 560],
} as const satisfies Readonly<Record<string, readonly [number | '100%', number]>>;
export type SizePreset = keyof typeof SIZE_PRESETS;

/** Smallest and largest side of a widget in CSS pixels. */
export const SIZE_LIMITS = { least: 160, most: 4000 } as const;

/** What an editor chose in the embed tool. */
export interface EmbedChoice {
  readonly kind: EmbedKind;
  readonly theme: string;
  readonly feature: string | null;
  /** Of the feature, or the one that is quoted. */
  readonly clause: string | null;
  /** `view`: as the map is now. */
  readonly layers: 'view' | readonly string[];
  readonly camera: 'whole' | 'view' | 'feature';
  readonly statuses: readonly Status[];
  /** A view or a scene of the story; it brings layers, camera and stages of its own. */
  readonly scene: string | null;
  readonly controls: readonly EmbedControl[];
  readonly flavour: FlavourName | 'auto';
  readonly lang: Language;
  readonly widthPx: number | '100%';
  readonly heightPx: number;
  /** As typed. */
  readonly origins: string;
  /** Null: the atlas's own. */
  readonly accent: string | null;
  /** Ground of the page that the widget will stand on. */
  readonly ground: string;
}

/** What the tool opens with: the whole plan, about what is selected. */
export function createChoice(state: ViewerState, bundle: PlanBundle): EmbedChoice {
  const themes = bundle.layers.map(({ theme }) => theme);
  const [widthPx, heightPx] = SIZE_PRESETS.article;
  return {
    kind: 'plan',
    theme: themes.includes('transport') ? 'transport' : (themes[0] ?? ''),
    feature: state.selection.feature,
    clause: state.selection.clause,
    layers: 'view',
    camera: 'whole',
    statuses: FULL_LENS.statuses,
    scene: null,
    controls: EMBED_CONTROLS,
    flavour: 'auto',
    lang: state.lang,
    widthPx,
    heightPx,
    origins: '',
    accent: null,
    ground: '#ffffff',
  };
}

/** What was typed as origins, parted into those that can be named in an address and those that cannot. */
export function readOrigins(text: string): {
  readonly origins: readonly string[];
  readonly refused: readonly string[];
} {
  const typed = [...new Set(text.split(/[\s,，、；;]+/).filter(Boolean))];
  return {
    origins: typed.filter(isExactOrigin),
    refused: typed.filter((origin) => !isExactOrigin(origin)),
  };
}

export const sliceOf = (kind: EmbedKind): Slice =>
  kind === 'feature' ? 'figure' : kind === 'clause' ? 'quote' : 'atlas';

/** The paragraphs that a feature cites, in reading order, each once. */
export function clausesOf(bundle: PlanBundle, feature: string | null): readonly string[] {
  const refs =
    bundle.features.features.find(({ properties }) => properties.id === feature)?.properties
      .planRefs ?? [];
  const cited = new Set(refs.map(({ para }) => para));
  return bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ id }) => (cited.has(id) ? [id] : []));
}

/** What the snippets are written from. */
export function toSnippetOptions(
  choice: EmbedChoice,
  state: ViewerState,
  bundle: PlanBundle,
  place: Pick<SnippetOptions, 'appUrl' | 'bundlePath' | 'src'>,
): SnippetOptions {
  const { kind, flavour, lang, widthPx, heightPx } = choice;
  const isAtlas = sliceOf(kind) === 'atlas';
  const view = isAtlas ? viewOf(choice, state, bundle) : {};
  const poster = place.src === null ? posterOf(choice, view, bundle) : null;
  return {
    ...DEFAULT_SNIPPET,
    ...place,
    slice: sliceOf(kind),
    flavour,
    lang,
    widthPx,
    heightPx,
    origins: readOrigins(choice.origins).origins,
    controls: isAtlas ? writeControls(choice.controls) : null,
    ...aboutOf(choice, bundle),
    ...view,
    poster: poster === null ? null : new URL(`posters/${poster}.svg`, place.appUrl).href,
  };
}

/** The picture that every build of the app makes of what is chosen; null where it makes none that shows the same. */
function posterOf(
  { kind, feature, flavour, camera }: EmbedChoice,
  { layers, lens, scene }: Partial<SnippetOptions>,
  bundle: PlanBundle,
): string | null {
  if (kind === 'feature') {
    const found = bundle.features.features.find(({ properties }) => properties.id === feature);
    return found?.geometry ? `feature-${feature}` : null;
  }
  const isWhole = kind === 'plan' && camera === 'whole' && !layers && !lens && !scene;
  return isWhole ? `plan-${flavour === 'dark' ? 'dark' : 'light'}` : null;
}

function aboutOf(
  { kind, feature, clause, camera }: EmbedChoice,
  bundle: PlanBundle,
): Pick<SnippetOptions, 'feature' | 'clause'> {
  switch (kind) {
    case 'feature':
      return {
        feature,
        clause: clause !== null && clausesOf(bundle, feature).includes(clause) ? clause : null,
      };
    case 'clause':
      return { feature: null, clause };
    case 'plan':
    case 'theme':
      return { feature: camera === 'feature' ? feature : null, clause: null };
    default:
      return kind satisfies never;
  }
}

/** Layers, camera, stages and scene of an atlas. */
function viewOf(
  choice: EmbedChoice,
  state: ViewerState,
  bundle: PlanBundle,
): Partial<SnippetOptions> {
  const { kind, theme, scene, statuses, camera, widthPx, heightPx } = choice;
  if (kind === 'plan' && scene !== null) return { scene };
  const isFull = FULL_LENS.statuses.every((status) => statuses.includes(status));
  const bounds = kind === 'theme' && camera === 'whole' ? boundsOfTheme(bundle, theme) : null;
  return {
    layers: kind === 'theme' ? layersOfTheme(bundle, theme) : layersOf(choice, state),
    lens: isFull ? null : { statuses, horizon: null },
    camera:
      camera === 'view'
        ? state.camera
        : bounds && frameBounds(bounds, widthPx === '100%' ? 720 : widthPx, heightPx),
  };
}

/** A theme alone still has the county's ground to stand on. */
function layersOfTheme(bundle: PlanBundle, theme: string): readonly string[] {
  const hasGround = bundle.layers.some((layer) => layer.theme === 'boundary');
  return hasGround && theme !== 'boundary' ? [theme, 'boundary'] : [theme];
}

/** Nothing of a theme may lie in the county's far corner only; the county itself is the atlas's own first view. */
function boundsOfTheme(bundle: PlanBundle, theme: string): ReturnType<typeof featureBounds> {
  if (bundle.layers.some((layer) => layer.theme === 'boundary')) return null;
  const layers = new Set(bundle.layers.flatMap((one) => (one.theme === theme ? [one.id] : [])));
  const ids = bundle.features.features.flatMap(({ properties }) =>
    layers.has(properties.layer) ? [properties.id] : [],
  );
  return featureBounds(bundle, ids);
}

function layersOf({ layers }: EmbedChoice, state: ViewerState): readonly string[] | null {
  if (layers !== 'view') return layers;
  const shown = toViewState(state).layers;
  const isDefault = (state.bundle?.layers ?? []).every(
    ({ id, visible }) => shown.includes(id) === (visible !== false),
  );
  return isDefault ? null : shown;
}

/** Null: all. An empty list would mean all likewise, so none has a name of its own. */
function writeControls(controls: readonly EmbedControl[]): string | null {
  if (EMBED_CONTROLS.every((name) => controls.includes(name))) return null;
  return controls.length === 0 ? 'none' : controls.join(' ');
}
