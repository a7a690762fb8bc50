import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapScene, SceneStyle } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography, FlavourName, Language } from '../../contracts/theme.ts';
import { buildScene, buildStyle } from '../../core/build-scene.ts';
import { drawScene, type SceneDrawing } from '../../core/draw-scene/draw-scene.ts';
import type { StyleEvaluator } from '../../core/draw-scene/style-evaluator.ts';
import type { Viewport } from '../../core/draw-scene/viewport.ts';
import type { PosterSubject } from '../../core/embed/poster-address.ts';
import { DEFAULT_SNIPPET, titleOf } from '../../core/embed/write-snippet.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { GROUND_THEMES } from '../../core/ground-themes.ts';
import { createInitialState } from '../../core/initial-state.ts';
import { featuresById } from '../../core/lit.ts';
import { layersFromIds, reduce } from '../../core/reduce.ts';
import { createEvaluator } from '../../core/draw-scene/create-evaluator.ts';
import { frameFeatures, framePlan, POSTER_SIZE, type PosterSize } from './frame-poster.ts';
import { posterMessages } from './poster-messages.ts';

/** As notes on the screen are. */
const NOTE_PX = 12.5;
/** A name in full is more use aloud than a long list. */
const MOST_NAMES = 8;

export interface Poster extends SceneDrawing {
  readonly scene: MapScene;
  readonly viewport: Viewport;
}

/** Draws posters of one bundle; styles are built once for each flavour and language. */
export class PosterPress {
  readonly #bundle: PlanBundle;
  readonly #cartography: Cartography;
  readonly #evaluator: StyleEvaluator = createEvaluator();
  readonly #styles = new Map<string, SceneStyle>();

  constructor(bundle: PlanBundle, cartography: Cartography) {
    this.#bundle = bundle;
    this.#cartography = cartography;
  }

  draw(
    subject: PosterSubject,
    flavour: FlavourName = 'light',
    lang: Language = 'zh-Hans',
    size: PosterSize = POSTER_SIZE,
  ): Poster {
    const state = this.#stateOf(subject, flavour, lang);
    const style = this.#styleOf(flavour, lang);
    const scene = buildScene(state, this.#bundle, this.#cartography, style);
    const bounds =
      subject.kind === 'plan' || subject.kind === 'theme'
        ? null
        : featureBounds(this.#bundle, state.selection.features);
    return this.#print(
      scene,
      bounds ? frameFeatures(bounds, size) : framePlan(style.home, size),
      state,
      subject,
    );
  }

  /** The picture of any state, in any frame. */
  drawState(state: ViewerState, viewport: Viewport): Poster {
    const style = this.#styleOf(state.flavour, state.lang);
    const scene = buildScene(state, this.#bundle, this.#cartography, style);
    return this.#print(scene, viewport, state, { kind: 'plan' });
  }

  #stateOf(subject: PosterSubject, flavour: FlavourName, lang: Language): ViewerState {
    let state = reduce(createInitialState(), {
      type: 'load-done',
      bundle: this.#bundle,
      problems: [],
    });
    state = reduce(state, { type: 'flavour', choice: flavour, drawn: flavour });
    state = reduce(state, { type: 'lang', lang });
    switch (subject.kind) {
      case 'plan':
        return state;
      case 'theme': {
        const changes = layersFromIds(this.#bundle, [subject.id, ...GROUND_THEMES]);
        return reduce(state, { type: 'layers', changes });
      }
      case 'feature':
        return reduce(state, { type: 'select', feature: subject.id, origin: 'api' });
      case 'clause':
        return reduce(state, { type: 'select', clause: subject.id, origin: 'api' });
      default:
        return subject satisfies never;
    }
  }

  #styleOf(flavour: FlavourName, lang: Language): SceneStyle {
    const key = `${flavour} ${lang}`;
    let style = this.#styles.get(key);
    if (!style) {
      const palette = this.#cartography.flavours[flavour];
      style = buildStyle(this.#bundle, this.#cartography, palette, lang);
      this.#styles.set(key, style);
    }
    return style;
  }

  #print(scene: MapScene, viewport: Viewport, state: ViewerState, subject: PosterSubject): Poster {
    const { lang } = state;
    const words = posterMessages[lang];
    const { tokens, leastTypePx } = this.#cartography.flavours[state.flavour];
    const drawing = drawScene(scene, {
      viewport,
      evaluator: this.#evaluator,
      title: this.#titleOf(subject, lang),
      description: this.#describe(state),
      lang,
      furniture: {
        look: {
          ink: tokens['ink']!,
          ink2: tokens['ink-2']!,
          card: tokens['card']!,
          ground: tokens['map-ground']!,
          sans: tokens['sans']!,
          typePx: Math.max(NOTE_PX, leastTypePx),
        },
        words,
        notesOf: (drawn) => this.#notesOf(drawn, lang),
      },
    });
    return { ...drawing, scene, viewport };
  }

  #titleOf(subject: PosterSubject, lang: Language): string {
    const isEnglish = lang === 'en';
    const chosen = {
      ...DEFAULT_SNIPPET,
      appUrl: '',
      bundlePath: '',
      lang,
      feature: subject.kind === 'feature' ? subject.id : null,
      clause: subject.kind === 'clause' ? subject.id : null,
    };
    const title = titleOf(chosen, this.#bundle);
    if (subject.kind !== 'theme') return title;
    const theme = this.#cartography.themes.find(({ id }) => id === subject.id)?.name;
    return theme ? `${isEnglish ? theme.en : theme.zh} · ${title}` : title;
  }

  #describe({ selection, lang }: ViewerState): string {
    const words = posterMessages[lang];
    const { title, titleEn } = this.#bundle.bundle;
    const features = selection.features.flatMap((id) => featuresById(this.#bundle).get(id) ?? []);
    const nameOf = ({ properties: { name, nameEn } }: (typeof features)[number]): string =>
      (lang === 'en' && nameEn) || name;
    const inferred = features.filter(({ properties }) => properties.accuracy.class === 'inferred');
    const list = (of: typeof features): string[] => of.slice(0, MOST_NAMES).map(nameOf);
    return [
      words.picture((lang === 'en' && titleEn) || title),
      ...(features.length > 0 ? [words.selected(list(features), features.length)] : []),
      ...(inferred.length > 0 ? [words.inferred(list(inferred), inferred.length)] : []),
    ].join(lang === 'en' ? ' ' : '');
  }

  /** What must stand on every picture of this plan; 推断 where anything inferred is in view. */
  #notesOf(drawn: ReadonlySet<string>, lang: Language): string[] {
    const words = posterMessages[lang];
    const { features, sources, bundle } = this.#bundle;
    const isInferred = features.features.some(
      ({ properties: { id, accuracy } }) => accuracy.class === 'inferred' && drawn.has(id),
    );
    const needsOsm = sources.some(
      ({ title, licence }) => /openstreetmap/i.test(title) || /odbl/i.test(licence ?? ''),
    );
    return [
      ...(bundle.mapApproval ? [words.approval(bundle.mapApproval)] : []),
      words.boundaryNote,
      ...(isInferred ? [words.inferredNote] : []),
      bundle.crs === 'EPSG:4326' ? 'WGS 84' : 'CGCS2000',
      ...(needsOsm ? [words.openStreetMap] : []),
    ];
  }
}
