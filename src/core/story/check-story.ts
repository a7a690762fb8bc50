import type {
  LngLat,
  PlanBundle,
  SceneLens,
  StoryScene,
  StorySlide,
} from '../../contracts/bundle.ts';
import type { Report } from '../check-coverage.ts';

/**
 * Proves the story of a bundle that fits its schema: ids, layers, features, clauses, quotes word for word,
 * cameras inside the extent, lenses and comparisons that can be shown, and that each scene says something.
 */
export function checkStory(bundle: PlanBundle, file: string, report: Report): void {
  const { story } = bundle;
  if (!story) return;
  const views = new Set(bundle.views.map(({ id }) => id));
  const seen = new Set<string>();
  const known = listKnown(bundle);
  if (story.scenes.length === 0) {
    report({
      code: 'story-empty',
      file,
      at: story.id,
      message: `story "${story.id}" has no scene`,
      remedy: 'Add a scene or take the story out.',
    });
  }
  for (const scene of story.scenes) {
    const fail: Fail = (code, what, remedy) =>
      report({ code, file, at: scene.id, message: `scene "${scene.id}" ${what}`, remedy });
    if (views.has(scene.id))
      fail('duplicate-scene', 'has the id of a view', 'Give it an id of its own.');
    if (seen.has(scene.id))
      fail('duplicate-scene', 'occurs twice in the story', 'Give every scene its own id.');
    seen.add(scene.id);
    checkReferences(scene, known, fail);
    checkLook(scene, bundle, fail);
  }
  for (const name of ['opening', 'closing'] as const) {
    const slide: StorySlide | undefined = story[name];
    if (slide && slide.title.trim() === '') {
      report({
        code: 'slide-untitled',
        file,
        at: story.id,
        message: `story "${story.id}": its ${name} slide has no title`,
        remedy: 'Give it a title or take it out.',
      });
    }
  }
}

type Fail = (code: string, what: string, remedy: string) => void;

interface Known {
  readonly layers: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
  readonly docs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function listKnown(bundle: PlanBundle): Known {
  return {
    layers: new Set(bundle.layers.flatMap(({ id, theme }) => [id, theme])),
    features: new Set(bundle.features.features.map(({ properties }) => properties.id)),
    docs: new Map(
      bundle.plan.docs.map((doc) => [
        doc.id,
        new Map(doc.paragraphs.map(({ id, text }) => [id, text])),
      ]),
    ),
  };
}

function checkReferences(scene: StoryScene, known: Known, fail: Fail): void {
  const dangle = (kind: string, id: string): void =>
    fail(
      `dangling-${kind}`,
      `cites unknown ${kind} "${id}"`,
      `Correct the id or add ${kind} "${id}".`,
    );
  for (const id of scene.layers ?? []) if (!known.layers.has(id)) dangle('layer', id);
  for (const id of new Set([...(scene.focus ?? []), ...(scene.fit ?? [])]))
    if (!known.features.has(id)) dangle('feature', id);
  for (const { doc, para, quote } of scene.clauses) {
    const text = known.docs.get(doc)?.get(para);
    if (!known.docs.has(doc)) dangle('document', doc);
    else if (text === undefined) dangle('paragraph', para);
    else if (quote !== undefined && !text.includes(quote)) {
      fail(
        'quote-not-found',
        `quotes “${quote}”, which does not occur in paragraph "${para}"`,
        'Quote the plan word for word.',
      );
    }
  }
}

function checkLook(scene: StoryScene, bundle: PlanBundle, fail: Fail): void {
  const { camera, compare, lensPlay, focus = [], spotlight } = scene;
  if (scene.caption.trim() === '')
    fail('caption-empty', 'has no caption', 'Say in a sentence what is to be seen.');
  const [west, south, east, north] = bundle.bundle.extent;
  const isInside = ([lng, lat]: LngLat): boolean =>
    lng >= west && lng <= east && lat >= south && lat <= north;
  if (camera?.center && !isInside(camera.center)) {
    fail(
      'camera-outside-extent',
      `looks at ${camera.center.join(', ')}, outside the extent ${bundle.bundle.extent.join(', ')}`,
      'Correct camera.center (longitude first).',
    );
  }
  const limits = { zoom: [0, 22], bearing: [-360, 360], pitch: [0, 85] } as const;
  for (const [name, [least, most]] of Object.entries(limits)) {
    const value = camera?.[name as keyof typeof limits];
    if (value === undefined || (value >= least && value <= most)) continue;
    fail(
      'camera-out-of-range',
      `has the camera ${name} ${value}`,
      `Keep it from ${least} to ${most}.`,
    );
  }
  if (compare?.pair === 'status' && !compare.stages)
    fail('compare-incomplete', 'compares stages and names none', 'Add compare.stages.');
  if (compare?.pair === 'flavour' && !compare.flavours)
    fail('compare-incomplete', 'compares flavours and names none', 'Add compare.flavours.');
  if (compare && lensPlay)
    fail(
      'compare-and-play',
      'both compares and plays the lens, and only one can be shown',
      'Keep compare or lensPlay.',
    );
  if (lensPlay && isSameLens(lensPlay.before, lensPlay.after))
    fail('lens-play-still', 'plays the lens from a look to the same', 'Change before or after.');
  if (spotlight && focus.length === 0)
    fail('spotlight-on-nothing', 'has a spotlight and no focus', 'Name features in focus.');
}

function isSameLens(left: SceneLens, right: SceneLens): boolean {
  const write = ({ statuses, horizon }: SceneLens): string =>
    `${[...(statuses ?? ['all'])].sort().join()}@${horizon ?? ''}`;
  return write(left) === write(right);
}
