import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SnippetOptions } from '../../core/embed/write-snippet.ts';

/** What an atlas tells its host; a stand-in is nobody's host's business. */
const NEWS = [
  'plan-ready',
  'plan-error',
  'plan-feature-select',
  'plan-clause-select',
  'plan-hover',
  'plan-layers-change',
  'plan-view-change',
];

/** The slice as an element of this page, where frames are refused: the same plan, with the atlas for a figure. */
export function createStandIn(options: SnippetOptions, bundle: PlanBundle): HTMLElement {
  const { slice, feature, clause, layers, controls, camera, flavour, lang } = options;
  if (slice === 'quote') return createQuote(clause, bundle);
  const atlas = document.createElement('plan-atlas');
  for (const type of NEWS) atlas.addEventListener(type, (event) => event.stopPropagation());
  atlas.setAttribute('gestures', 'cooperative');
  atlas.setAttribute('lang', lang);
  atlas.setAttribute('flavour', flavour);
  atlas.setAttribute('controls', slice === 'figure' ? 'card' : (controls ?? ''));
  if (layers) atlas.layers = layers;
  if (camera) atlas.camera = camera;
  if (feature !== null) atlas.feature = feature;
  if (clause !== null && feature === null) atlas.clause = clause;
  if (options.lens || options.scene !== null) {
    atlas.setViewState({
      ...(options.lens ? { lens: options.lens } : {}),
      ...(options.scene === null ? {} : { scene: options.scene }),
    });
  }
  atlas.bundle = bundle;
  return atlas;
}

function createQuote(id: string | null, bundle: PlanBundle): HTMLElement {
  const paragraph = bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.id === id);
  const quote = document.createElement('blockquote');
  quote.lang = 'zh-Hans';
  for (const part of (paragraph?.text ?? '').split(/\n\s*\n/)) {
    const words = document.createElement('p');
    words.textContent = part;
    quote.append(words);
  }
  return quote;
}
