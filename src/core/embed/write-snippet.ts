import type { Slice } from '../../contracts/embed.ts';
import type { Paragraph, PlanBundle } from '../../contracts/bundle.ts';
import type { Camera, Lens, ViewState } from '../../contracts/state.ts';
import type { FlavourName, Language } from '../../contracts/theme.ts';
import { escapeXml } from '../escape-xml.ts';
import { DEFAULT_COMPARE, defaultLayers, NO_MEASURE, NO_PADDING } from '../initial-state.ts';
import { completeView, encodePermalink } from '../permalink.ts';
import { encodeEmbed } from './embed-address.ts';

/** What an editor chose; what is null is left to the atlas. */
export interface SnippetOptions {
  /** Folder that the app is served from, e.g. `https://plans.example/yuxian/`, or its page; `''`: where the reader is. */
  readonly appUrl: string;
  /** The app's own bundle, seen from `appUrl`. */
  readonly bundlePath: string;
  /** Another bundle than the app's own. */
  readonly src: string | null;
  readonly slice: Slice;
  readonly feature: string | null;
  readonly clause: string | null;
  /** Ids of layers or themes. */
  readonly layers: readonly string[] | null;
  /** As the attribute `controls`. */
  readonly controls: string | null;
  readonly camera: Camera | null;
  readonly lens: Lens | null;
  readonly scene: string | null;
  readonly flavour: FlavourName | 'auto';
  readonly lang: Language;
  readonly widthPx: number | '100%';
  readonly heightPx: number;
  /** What the frame is called aloud; null: the name of what is shown. */
  readonly title: string | null;
  /** Address of a picture that stands in for the map. */
  readonly poster: string | null;
  /** Pages that will talk with the frame. */
  readonly origins: readonly string[];
}

export const DEFAULT_SNIPPET: Omit<SnippetOptions, 'appUrl' | 'bundlePath'> = {
  src: null,
  slice: 'atlas',
  feature: null,
  clause: null,
  layers: null,
  controls: null,
  camera: null,
  lens: null,
  scene: null,
  flavour: 'auto',
  lang: 'zh-Hans',
  widthPx: '100%',
  heightPx: 480,
  title: null,
  poster: null,
  origins: [],
};

const ELEMENT_HEIGHT_PX = 480;
const WORDS = {
  'zh-Hans': { open: '打开完整图集' },
  en: { open: 'Open the full atlas' },
} as const;

/** `<iframe>`: for sites that allow nothing else. Needs no style of its own, so any policy for styles lets it be. */
export function writeFrame(options: SnippetOptions, bundle: PlanBundle): string {
  return writeTag('iframe', [
    ['src', frameAddress(options, bundle)],
    ['title', titleOf(options, bundle)],
    ['loading', 'lazy'],
    ['width', String(options.widthPx)],
    ['height', String(options.heightPx)],
    ['referrerpolicy', 'strict-origin-when-cross-origin'],
    ['allow', 'fullscreen'],
  ]).concat('</iframe>');
}

/** The element and its module, with what is read before the script runs and when it never does. */
export function writeElement(options: SnippetOptions, bundle: PlanBundle): string {
  const module = { atlas: 'plan-atlas', figure: 'figure', quote: 'quote' }[options.slice];
  const script = writeTag('script', [
    ['type', 'module'],
    ['src', `${folderOf(options.appUrl)}lib/${module}.js`],
  ]);
  const src = options.src ?? folderOf(options.appUrl) + options.bundlePath;
  return `${script}</script>\n${writeSlice(options, bundle, src)}`;
}

/** The same from one classic script that holds the data too: for pages without modules. */
export function writeStandalone(options: SnippetOptions, bundle: PlanBundle): string {
  const script = writeTag('script', [
    ['src', `${folderOf(options.appUrl)}lib/plan-atlas.standalone.js`],
    ['defer', ''],
  ]);
  return `${script}</script>\n${writeSlice(options, bundle, options.src)}`;
}

/** A link as Markdown, with the poster as its picture where there is one. */
export function writeMarkdown(options: SnippetOptions, bundle: PlanBundle): string {
  const title = titleOf(options, bundle)
    .replaceAll(/[\\`*_[\]<>!]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s+/g, ' ');
  const text = options.poster === null ? title : `![${title}](${writeTarget(options.poster)})`;
  return `[${text}](${writeTarget(pageAddress(options, bundle))})`;
}

/** Address of the slice in a frame. */
export function frameAddress(options: SnippetOptions, bundle: PlanBundle): string {
  const { slice, controls, src, origins } = options;
  const query = encodeEmbed({ slice, controls, src, origins });
  return `${folderOf(options.appUrl)}index.html?${query}#${viewAddress(options, bundle)}`;
}

/** Address of the same view in the whole app. */
export function pageAddress(options: SnippetOptions, bundle: PlanBundle): string {
  return `${folderOf(options.appUrl)}#${viewAddress(options, bundle)}`;
}

/** Choices that only an address can hold and the element's attributes cannot: an editor is told. */
export function listLost(options: SnippetOptions): readonly ('lens' | 'scene')[] {
  return (['lens', 'scene'] as const).filter((name) => options[name] !== null);
}

/** Name of what is shown: as chosen, else the feature's, the paragraph's or the plan's. */
export function titleOf(options: SnippetOptions, bundle: PlanBundle): string {
  if (options.title !== null) return options.title;
  const { title, titleEn } = bundle.bundle;
  const isEnglish = options.lang === 'en';
  const plan = (isEnglish && titleEn) || title;
  const feature = bundle.features.features.find(
    ({ properties }) => properties.id === options.feature,
  )?.properties;
  const clause = findClause(options, bundle);
  const named = feature
    ? (isEnglish && feature.nameEn) || feature.name
    : clause && ((isEnglish && clause.titleEn) || clause.title);
  return named ? `${named} · ${plan}` : plan;
}

function writeSlice(options: SnippetOptions, bundle: PlanBundle, src: string | null): string {
  const { slice, widthPx, heightPx, camera, layers, flavour, lang } = options;
  const isAtlas = slice === 'atlas';
  /** Figures and quotes are as high as their words. */
  const height = isAtlas && heightPx !== ELEMENT_HEIGHT_PX ? `height: ${heightPx}px` : null;
  const width = widthPx === '100%' ? null : `max-width: ${widthPx}px`;
  const style = [height, width].filter(Boolean).join('; ');
  const tag = `plan-${slice}`;
  const opening = writeTag(tag, [
    ['src', src],
    ['layers', layers && layers.join(' ')],
    ['controls', options.controls],
    ['camera', camera && writeCamera(camera)],
    ['feature', options.feature],
    ['clause', options.clause],
    ['flavour', flavour === 'auto' ? null : flavour],
    ['lang', lang === 'zh-Hans' ? null : lang],
    ['poster', slice === 'quote' ? null : options.poster],
    ['style', style || null],
  ]);
  const fallback = writeFallback(options, bundle)
    .split('\n')
    .map((line) => `  ${line}\n`);
  return `${opening}\n${fallback.join('')}</${tag}>`;
}

/** Plain HTML inside the element, which gives way once the element stands. */
function writeFallback(options: SnippetOptions, bundle: PlanBundle): string {
  const link = `<a href="${escapeXml(pageAddress(options, bundle))}">${WORDS[options.lang].open}</a>`;
  const title = escapeXml(titleOf(options, bundle));
  const clause = findClause(options, bundle);
  if (options.poster !== null && options.slice !== 'quote') {
    const image = writeTag('img', [
      ['src', options.poster],
      ['alt', titleOf(options, bundle)],
      ['loading', 'lazy'],
    ]);
    return `<figure>\n  ${image}\n  <figcaption>${title} ${link}</figcaption>\n</figure>`;
  }
  if (!clause) return `<p>${title} ${link}</p>`;
  /** The plan's words are Chinese whatever the page's language is. */
  const words = clause.text
    .split(/\n\s*\n/)
    .map((part) => `  <p>${escapeXml(part.trim())}</p>\n`)
    .join('');
  return `<blockquote lang="zh-Hans">\n${words}</blockquote>\n<p>${title} ${link}</p>`;
}

function findClause({ clause }: SnippetOptions, bundle: PlanBundle): Paragraph | undefined {
  return bundle.plan.docs.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === clause);
}

function viewAddress(options: SnippetOptions, bundle: PlanBundle): string {
  const { feature, clause, camera, scene, flavour, lang } = options;
  const defaults = defaultLayers(bundle);
  const view: ViewState = {
    version: 1,
    feature,
    clause,
    phrase: null,
    layers: options.layers ?? Object.keys(defaults).filter((id) => defaults[id]!.isVisible),
    opacity: {},
    camera,
    padding: NO_PADDING,
    lens: options.lens ?? completeView({ scene }, bundle).lens!,
    scene,
    flavour,
    lang,
    tool: null,
    compare: DEFAULT_COMPARE,
    find: '',
    measure: { mode: NO_MEASURE.mode, points: [], isDone: false },
  };
  return encodePermalink(view, bundle);
}

/** The folder of a page's address, with its last slash; without query and hash. */
function folderOf(appUrl: string): string {
  const folder = appUrl.replace(/[?#].*$/s, '').replace(/[^/]*\.html?$/i, '');
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}

function writeCamera({ center, zoom, bearing, pitch }: Camera): string {
  const turned = bearing !== 0 || pitch !== 0 ? [bearing, pitch] : [];
  return [...center, zoom, ...turned].map((value) => Number(value.toFixed(5))).join(',');
}

/** An opening tag; attributes that are null are left out. */
function writeTag(
  name: string,
  attributes: readonly (readonly [name: string, value: string | null])[],
): string {
  const parts = attributes.flatMap(([key, value]) =>
    value === null ? [] : value === '' ? [` ${key}`] : [` ${key}="${escapeXml(value)}"`],
  );
  return `<${name}${parts.join('')}>`;
}

/** An address where Markdown expects one: no sign in it may end it early. */
const writeTarget = (address: string): string =>
  address.replaceAll(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
