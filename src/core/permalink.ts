import { STATUSES, type PlanBundle, type Status } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import {
  TOOLS,
  type Camera,
  type Lens,
  type ToolName,
  type ViewState,
} from '../contracts/state.ts';
import { decodeCompare, encodeCompare } from './compare-address.ts';
import { DEFAULT_COMPARE, defaultLayers, FULL_LENS } from './initial-state.ts';
import { findScene } from './find-scene.ts';
import { linkClauses } from './link-clauses.ts';
import { decodeMeasure, encodeMeasure } from './measure-address.ts';
import { toLens } from './story/apply-scene.ts';

type Decoded<T> = { readonly value: T } | { readonly reason: string };

/** One parameter of the address: how it is written, and how it is read and checked. */
interface Codec<K extends keyof ViewState> {
  readonly name: string;
  readonly key: K;
  /** Null: it has its default value and is left out. */
  readonly encode: (view: ViewState, bundle: PlanBundle) => string | null;
  readonly decode: (text: string, bundle: PlanBundle) => Decoded<Partial<ViewState>>;
}

/** Longest query that an address holds; longer ones stay out of it whole. */
export const LONGEST_FIND = 100;
/** Control characters and half pairs, which no address can be written with, and the sign for bytes that were no UTF-8. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;

const ok = (value: Partial<ViewState>): Decoded<Partial<ViewState>> => ({ value });
const bad = (reason: string): Decoded<never> => ({ reason });

const codecs: readonly Codec<keyof ViewState>[] = [
  {
    name: 'feature',
    key: 'feature',
    encode: (view) => view.feature,
    decode: (text, bundle) =>
      bundle.features.features.some(({ properties }) => properties.id === text)
        ? ok({ feature: text })
        : bad('no feature has this id'),
  },
  {
    name: 'clause',
    key: 'clause',
    encode: (view) => view.clause,
    decode: (text, bundle) =>
      linkClauses(bundle).paragraphs.has(text)
        ? ok({ clause: text })
        : bad('no paragraph has this id'),
  },
  {
    name: 'phrase',
    key: 'phrase',
    encode: (view, bundle) =>
      view.phrase === null || view.phrase === firstPhrase(view, bundle)
        ? null
        : view.phrase.slice(view.phrase.lastIndexOf('/') + 1),
    decode: (text) =>
      /^\d{1,6}-\d{1,6}$/.test(text) ? ok({ phrase: text }) : bad('expected start-end'),
  },
  {
    name: 'layers',
    key: 'layers',
    encode: (view, bundle) => {
      const defaults = defaultLayers(bundle);
      const isDefault =
        Object.keys(view.opacity).length === 0 &&
        Object.entries(defaults).every(
          ([id, { isVisible }]) => view.layers.includes(id) === isVisible,
        );
      if (isDefault) return null;
      return view.layers
        .map((id) =>
          Object.hasOwn(view.opacity, id) ? `${id}:${round(view.opacity[id]!, 2)}` : id,
        )
        .join(',');
    },
    decode: (text, bundle) => {
      const layers: string[] = [];
      const opacity: Record<string, number> = {};
      for (const part of text === '' ? [] : text.split(',')) {
        const [id = '', strength] = part.split(':');
        const named = bundle.layers.filter((layer) => layer.id === id || layer.theme === id);
        if (named.length === 0) return bad(`no layer has the id "${id.slice(0, 40)}"`);
        layers.push(id);
        if (strength === undefined) continue;
        const value = Number(strength);
        if (strength.trim() === '' || !(value >= 0 && value <= 1)) {
          return bad('expected an opacity from 0 to 1');
        }
        for (const layer of named) opacity[layer.id] = value;
      }
      return ok({ layers, opacity });
    },
  },
  {
    name: 'camera',
    key: 'camera',
    /** Null also where only another, compared plan lies. */
    encode: ({ camera }, bundle) => {
      const text = camera && encodeCamera(camera);
      return text && decodeCamera(text, bundle) ? text : null;
    },
    decode: (text, bundle) => {
      const camera = decodeCamera(text, bundle);
      return camera ? ok({ camera }) : bad('expected lng,lat,zoom[,bearing,pitch] in the county');
    },
  },
  {
    name: 'lens',
    key: 'lens',
    encode: (view, bundle) =>
      encodeLens(view.lens) === encodeLens(lensOf(view.scene, bundle))
        ? null
        : (encodeLens(view.lens) ?? 'all'),
    decode: (text) => {
      const lens = decodeLens(text);
      return lens ? ok({ lens }) : bad(`expected ${STATUSES.join(',')}, or @year`);
    },
  },
  {
    name: 'scene',
    key: 'scene',
    encode: ({ scene, tool }, bundle) => {
      /** A scene that was edited here, or whose comparison was closed, is no place to send others to. */
      const found = scene === null ? undefined : findScene(bundle, scene);
      const compares = found !== undefined && 'compare' in found;
      return found && (!compares || tool?.name === 'compare') ? scene : null;
    },
    decode: (text, bundle) =>
      findScene(bundle, text) ? ok({ scene: text }) : bad('no scene has this id'),
  },
  {
    name: 'tool',
    key: 'tool',
    encode: ({ tool }) =>
      tool === null ? null : tool.target === null ? tool.name : `${tool.name}:${tool.target}`,
    decode: (text, bundle) => {
      const [name = '', target] = text.split(':');
      if (!(TOOLS as readonly string[]).includes(name)) return bad(`expected ${TOOLS.join(', ')}`);
      const isKnown =
        target === undefined ||
        bundle.features.features.some(({ properties }) => properties.id === target);
      return isKnown
        ? ok({ tool: { name: name as ToolName, target: target ?? null } })
        : bad('no feature has this id');
    },
  },
  {
    name: 'compare',
    key: 'compare',
    encode: ({ tool, compare }) => (tool?.name === 'compare' ? encodeCompare(compare) : null),
    decode: (text) => {
      const compare = decodeCompare(text);
      return typeof compare === 'string' ? bad(compare) : ok({ compare });
    },
  },
  {
    name: 'find',
    key: 'find',
    encode: ({ find }) => encodeFind(find),
    decode: (text) =>
      text.length > LONGEST_FIND
        ? bad(`longer than ${LONGEST_FIND} characters`)
        : UNWRITABLE.test(text)
          ? bad('expected words in UTF-8 without control characters')
          : ok({ find: text }),
  },
  {
    name: 'measure',
    key: 'measure',
    encode: ({ tool, measure }) => (tool?.name === 'measure' ? encodeMeasure(measure) : null),
    decode: (text, bundle) => {
      const measure = decodeMeasure(text, bundle);
      return typeof measure === 'string' ? bad(measure) : ok({ measure });
    },
  },
  {
    name: 'lang',
    key: 'lang',
    encode: (view) => (view.lang === 'zh-Hans' ? null : view.lang),
    decode: (text) =>
      text === 'en' || text === 'zh-Hans' ? ok({ lang: text }) : bad('expected zh-Hans or en'),
  },
  {
    name: 'flavour',
    key: 'flavour',
    encode: (view) => (view.flavour === 'auto' ? null : view.flavour),
    decode: (text) =>
      text === 'light' || text === 'dark' || text === 'projector' || text === 'auto'
        ? ok({ flavour: text })
        : bad('expected light, dark, projector or auto'),
  },
];

const NO_FIGURE: ViewState['measure'] = { mode: 'distance', points: [], isDone: false };

/** What an address means where it says nothing: the default, or what its scene shows. */
export function completeView(view: Partial<ViewState>, bundle: PlanBundle): Partial<ViewState> {
  const layers = defaultLayers(bundle);
  const opacity = Object.fromEntries(Object.keys(layers).map((id) => [id, 1]));
  const plain: Partial<ViewState> = {
    feature: null,
    clause: null,
    scene: null,
    tool: null,
    compare: DEFAULT_COMPARE,
    layers: Object.keys(layers).filter((id) => layers[id]!.isVisible),
  };
  const scene = view.scene ? findScene(bundle, view.scene) : undefined;
  const compare = scene && 'compare' in scene ? scene.compare : undefined;
  const compared: Partial<ViewState> = compare
    ? { tool: { name: 'compare', target: null }, compare: { ...DEFAULT_COMPARE, ...compare } }
    : {};
  return {
    ...(view.scene ? compared : plain),
    ...(view.tool?.name === 'measure' ? { measure: NO_FIGURE } : {}),
    lens: lensOf(view.scene, bundle),
    find: '',
    ...view,
    opacity: { ...opacity, ...view.opacity },
  };
}

/** What a scene leaves standing once it has played; everything where there is no scene or it says nothing. */
function lensOf(id: string | null | undefined, bundle: PlanBundle): Lens {
  const scene = id ? findScene(bundle, id) : undefined;
  return scene && 'clauses' in scene ? toLens(scene.lensPlay?.after ?? scene.lens) : FULL_LENS;
}

/** The phrase that a feature and a clause alone select. */
function firstPhrase({ feature, clause }: ViewState, bundle: PlanBundle): string | null {
  if (feature === null) return null;
  const { phrases, phrasesOf } = linkClauses(bundle);
  const cited = phrasesOf.get(feature) ?? [];
  return cited.find((id) => phrases.get(id)?.para === clause) ?? cited[0] ?? null;
}

/** The part of an address after `#`; parameters at their default are left out, and those that no address can hold. */
export function encodePermalink(view: ViewState, bundle: PlanBundle): string {
  const parts = codecs.flatMap(({ name, encode }) => {
    const text = encode(view, bundle);
    return text === null || UNWRITABLE.test(text)
      ? []
      : [`${name}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':')}`];
  });
  return ['v=1', ...parts].join('&');
}

/**
 * Reads an address. A parameter that cannot be read gives its default and a problem that names it;
 * an unknown version gives the default view.
 */
export function decodePermalink(
  hash: string,
  bundle: PlanBundle,
): { readonly view: Partial<ViewState>; readonly problems: readonly Problem[] } {
  const text = hash.replace(/^#/, '');
  const problems: Problem[] = [];
  if (text === '') return { view: {}, problems };
  if (text.length > 8000) {
    return { view: {}, problems: [problemOf('address', `${text.length} characters`, 'too long')] };
  }
  const given = new URLSearchParams(text);
  const version = given.get('v');
  if (version !== '1') {
    if (![...given.keys()].some((name) => codecs.some((codec) => codec.name === name))) {
      return { view: {}, problems };
    }
    return { view: {}, problems: [problemOf('v', version ?? '', 'only version 1 is known')] };
  }
  let view: Partial<ViewState> = {};
  for (const { name, decode } of codecs) {
    const value = given.get(name);
    if (value === null) continue;
    const decoded = decode(value, bundle);
    if ('value' in decoded) view = { ...view, ...decoded.value };
    else problems.push(problemOf(name, value, decoded.reason));
  }
  if (view.phrase) {
    const id = `${view.clause ?? ''}/${view.phrase}`;
    const { phrase: _, ...rest } = view;
    if (linkClauses(bundle).phrases.has(id)) view = { ...rest, phrase: id };
    else {
      problems.push(problemOf('phrase', view.phrase, 'the clause has no such phrase'));
      view = rest;
    }
  }
  return { view, problems };
}

function problemOf(name: string, value: string, reason: string): Problem {
  return {
    code: 'bad-address',
    severity: 'warning',
    file: 'address',
    at: name,
    message: `${name}=${JSON.stringify(value.slice(0, 60))}: ${reason}`,
    remedy: 'The default is shown instead. Copy the link again from the place you want.',
  };
}

function encodeFind(find: string): string | null {
  return find.trim() === '' || find.length > LONGEST_FIND ? null : find;
}

function encodeCamera({ center, zoom, bearing, pitch }: Camera): string {
  const numbers = [round(center[0], 5), round(center[1], 5), round(zoom, 2)];
  const turned = Math.abs(bearing) > 0.05 || pitch > 0.05;
  return [...numbers, ...(turned ? [round(bearing, 1), round(pitch, 1)] : [])].join(',');
}

function decodeCamera(text: string, bundle: PlanBundle): Camera | null {
  const parts = text.split(',');
  if (parts.length !== 3 && parts.length !== 5) return null;
  if (parts.some((part) => part.trim() === '')) return null;
  const [lng, lat, zoom, bearing = 0, pitch = 0] = parts.map(Number) as [
    number,
    number,
    number,
    number?,
    number?,
  ];
  const [west, south, east, north] = bundle.bundle.extent;
  const isGood =
    lng >= west - 1.2 &&
    lng <= east + 1.2 &&
    lat >= south - 0.9 &&
    lat <= north + 0.9 &&
    zoom >= 0 &&
    zoom <= 22 &&
    Math.abs(bearing) <= 360 &&
    pitch >= 0 &&
    pitch <= 85;
  return isGood ? { center: [lng, lat], zoom, bearing, pitch } : null;
}

function encodeLens({ statuses, horizon }: Lens): string | null {
  const isFull = statuses.join() === FULL_LENS.statuses.join();
  if (isFull && horizon === null) return null;
  return `${isFull ? 'all' : statuses.join(',')}${horizon === null ? '' : `@${horizon}`}`;
}

function decodeLens(text: string): Lens | null {
  const match = /^(all|[a-z,-]*)(?:@(\d{4}))?$/.exec(text);
  if (!match) return null;
  const names =
    match[1] === 'all' ? FULL_LENS.statuses : (match[1] ?? '').split(',').filter(Boolean);
  if (!names.every((name) => (STATUSES as readonly string[]).includes(name))) return null;
  return {
    statuses: names as readonly Status[],
    horizon: match[2] === undefined ? null : Number(match[2]),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
