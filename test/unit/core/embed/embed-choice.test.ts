import { describe, expect, it } from 'vitest';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import {
  createChoice,
  EMBED_CONTROLS,
  readOrigins,
  toSnippetOptions,
  type EmbedChoice,
} from '../../../../src/core/embed/embed-choice.ts';
import { frameAddress } from '../../../../src/core/embed/write-snippet.ts';
import { decodeEmbed } from '../../../../src/core/embed/embed-address.ts';
import { decodePermalink } from '../../../../src/core/permalink.ts';
import { reduce } from '../../../../src/core/reduce.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

const { bundle } = await readShippedBundle();
const loaded = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
const PLACE = {
  appUrl: 'https://plans.example/yuxian/',
  bundlePath: 'bundle/yuxian.json',
  src: null,
};

/** The address of the preview, taken apart again. */
function readBack(change: Partial<EmbedChoice>, state = loaded) {
  const choice = { ...createChoice(state, bundle), ...change };
  const address = frameAddress(toSnippetOptions(choice, state, bundle, PLACE), bundle);
  const url = new URL(address);
  const { view, problems } = decodePermalink(url.hash, bundle);
  expect(problems).toEqual([]);
  const frame = decodeEmbed(url.search)!;
  expect(frame.problems).toEqual([]);
  return { address, view, options: frame.options };
}

describe('toSnippetOptions', () => {
  it('gives the whole plan by default', () => {
    expect(readBack({}).address).toBe('https://plans.example/yuxian/index.html?embed#v=1');
  });

  it('gives a theme alone, on the county’s ground', () => {
    const { view, options } = readBack({ kind: 'theme', theme: 'transport' });
    expect(view.layers).toEqual(['transport', 'boundary']);
    expect(options.slice).toBe('atlas');
  });

  it('gives a feature with one of its clauses, and drops a clause that it does not cite', () => {
    const feature = 'zong-2';
    const own = readBack({ kind: 'feature', feature, clause: 'positioning-livable-city' });
    expect(own.options.slice).toBe('figure');
    expect(own.view).toMatchObject({ feature, clause: 'positioning-livable-city' });
    const other = readBack({ kind: 'feature', feature, clause: 'positioning-tourism-wellness' });
    expect(other.view.feature).toBe(feature);
    expect(other.view.clause).toBeUndefined();
  });

  it('gives a clause’s words without the feature', () => {
    const { view, options } = readBack({
      kind: 'clause',
      feature: 'zong-2',
      clause: 'positioning-intro',
    });
    expect(options.slice).toBe('quote');
    expect(view).toMatchObject({ clause: 'positioning-intro' });
    expect(view.feature).toBeUndefined();
  });

  it('takes layers, camera and stages from the map as it is', () => {
    const state = {
      ...reduce(loaded, { type: 'layers', changes: { roads: { isVisible: false } } }),
      camera: { center: [113.4, 38.1], zoom: 10, bearing: 0, pitch: 0 } as const,
    };
    const { view } = readBack({ camera: 'view', statuses: ['planned', 'proposed'] }, state);
    expect(view.layers).not.toContain('roads');
    expect(view.camera).toMatchObject({ center: [113.4, 38.1], zoom: 10 });
    expect(view.lens).toEqual({ statuses: ['planned', 'proposed'], horizon: null });
  });

  it('lets a scene decide for itself', () => {
    const { view } = readBack({ scene: 'county', statuses: ['planned'], camera: 'view' });
    expect(view).toEqual({ scene: 'county' });
  });

  it('names the controls that are left, and none by a name of its own', () => {
    expect(readBack({ controls: EMBED_CONTROLS }).options.controls).toBeNull();
    expect(readBack({ controls: ['layers', 'zoom'] }).options.controls).toBe('layers,zoom');
    expect(readBack({ controls: [] }).options.controls).toBe('none');
  });

  it('names the poster of what is chosen, where the build makes one that shows the same', () => {
    const posterOf = (change: Partial<EmbedChoice>, place: typeof PLACE | object = PLACE) => {
      const choice = { ...createChoice(loaded, bundle), ...change };
      return toSnippetOptions(choice, loaded, bundle, { ...PLACE, ...place }).poster;
    };
    const folder = 'https://plans.example/yuxian/posters';
    expect(posterOf({})).toBe(`${folder}/plan-light.svg`);
    expect(posterOf({ flavour: 'dark' })).toBe(`${folder}/plan-dark.svg`);
    expect(posterOf({ kind: 'feature', feature: 'airport' })).toBe(`${folder}/feature-airport.svg`);
    const unplaced = bundle.features.features.find(({ geometry }) => geometry === null)!;
    expect(posterOf({ kind: 'feature', feature: unplaced.properties.id })).toBeNull();
    expect(posterOf({ scene: 'county' })).toBeNull();
    expect(posterOf({ layers: ['roads'] })).toBeNull();
    expect(posterOf({ statuses: ['planned'] })).toBeNull();
    expect(posterOf({ kind: 'clause', clause: 'positioning-intro' })).toBeNull();
    expect(posterOf({}, { src: 'https://other.example/plan.json' })).toBeNull();
  });

  it('carries exact origins only', () => {
    const { options } = readBack({ origins: 'https://news.example, https://a.example/path *' });
    expect(options.origins).toEqual(['https://news.example']);
  });
});

it('parts origins from what is none', () => {
  expect(
    readOrigins('https://a.example；http://b.example:8080 a.example https://*.c.example'),
  ).toEqual({
    origins: ['https://a.example', 'http://b.example:8080'],
    refused: ['a.example', 'https://*.c.example'],
  });
});
