import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { cartography } from '../../../layers/index.ts';
import { buildScene, buildStyle } from '../../../src/core/build-scene.ts';
import { hasSoundFrame } from '../../../src/core/has-sound-frame.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

/** A bundle in which the value at a path is another, or missing. */
const createWith = (path: string, value?: unknown): PlanBundle => {
  const bundle = structuredClone(createBundle());
  const names = path.split('.');
  const last = names.pop()!;
  const owner = names.reduce<Record<string, unknown>>(
    (inner, name) => inner[name] as Record<string, unknown>,
    bundle as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return bundle;
};

const PROPERTIES = 'features.features.0.properties';

describe('hasSoundFrame', () => {
  it('passes a sound bundle', () => {
    expect(hasSoundFrame(createBundle())).toBe(true);
  });

  it('passes the shipped bundle', async () => {
    expect(hasSoundFrame((await readShippedBundle()).bundle)).toBe(true);
  });

  it.each([
    'bundle',
    'bundle.id',
    'bundle.title',
    'bundle.extent',
    'plan',
    'plan.docs',
    'plan.docs.0.id',
    'plan.docs.0.title',
    'plan.docs.0.paragraphs',
    'plan.docs.0.paragraphs.0.id',
    'plan.docs.0.paragraphs.0.title',
    'plan.docs.0.paragraphs.0.text',
    'plan.docs.0.paragraphs.0.path',
    'sources',
    'sources.0.id',
    'sources.0.title',
    'layers',
    'layers.0.id',
    'layers.0.name',
    'layers.0.theme',
    'features',
    'features.features',
    'features.features.0.properties',
    'features.features.0.geometry',
    `${PROPERTIES}.id`,
    `${PROPERTIES}.layer`,
    `${PROPERTIES}.kind`,
    `${PROPERTIES}.name`,
    `${PROPERTIES}.status`,
    `${PROPERTIES}.planRefs`,
    `${PROPERTIES}.sources`,
    `${PROPERTIES}.accuracy`,
    `${PROPERTIES}.accuracy.class`,
    `${PROPERTIES}.planRefs.0.para`,
    `${PROPERTIES}.planRefs.0.quote`,
    'views',
    'nonSpatial',
    'nonSpatial.0.para',
    'nonSpatial.0.reason',
    'indicators',
    'indicators.0.id',
    'indicators.0.name',
    'indicators.0.target',
    'indicators.0.target.text',
    'indicators.0.known',
    'indicators.0.known.0.text',
    'indicators.0.known.0.source',
    'indicators.0.planRefs',
  ])('refuses a bundle without %s', (path) => {
    expect(hasSoundFrame(createWith(path))).toBe(false);
  });

  it.each<readonly [string, unknown]>([
    ['bundle.extent', [112, 37, 114]],
    ['bundle.extent', [112, 37, 114, null]],
    ['bundle.extent', [112, 37, 114, Number.NaN]],
    ['plan.docs.0.paragraphs.0.path', ['a', 1]],
    ['plan.docs.0.paragraphs.0.text', 5],
    ['sources.0', null],
    ['layers', {}],
    ['features.features.0', null],
    ['features.features.0.geometry', 'here'],
    ['features.features.0.properties', []],
    [`${PROPERTIES}.id`, 5],
    [`${PROPERTIES}.sources`, [5]],
    [`${PROPERTIES}.planRefs`, [null]],
    [`${PROPERTIES}.ref`, 5],
    [`${PROPERTIES}.nameEn`, {}],
    [`${PROPERTIES}.members`, 's45'],
    [`${PROPERTIES}.members`, [5]],
    [`${PROPERTIES}.labelAt`, 'here'],
    [`${PROPERTIES}.labelAt`, [113]],
    [`${PROPERTIES}.labelAt`, [113, '38']],
    [`${PROPERTIES}.accuracy.horizontalM`, '400'],
  ])('refuses a bundle whose %s is %j', (path, value) => {
    expect(hasSoundFrame(createWith(path, value))).toBe(false);
  });

  it.each(['ref', 'nameEn', 'members', 'labelAt', 'aka', 'phase', 'std', 'note'])(
    'does not ask for %s',
    (name) => {
      expect(hasSoundFrame(createWith(`${PROPERTIES}.${name}`))).toBe(true);
    },
  );

  it.each([
    [`${PROPERTIES}.std`, null],
    [`${PROPERTIES}.std`, 'x'],
    [`${PROPERTIES}.phase`, null],
    [`${PROPERTIES}.phase`, 'x'],
    [`${PROPERTIES}.kind`, 'constructor'],
    [`${PROPERTIES}.status`, 'someday'],
    [`${PROPERTIES}.accuracy.class`, 'sure'],
    ['layers.0.visible', 'yes'],
    ['bundle.extent', [112, 37, 114, 1e308]],
    ['bundle.extent', [412_000, 4_190_000, 478_000, 4_270_000]],
    ['views', [{ id: 'a', title: 'A', focus: ['nobody'], layers: ['nowhere'] }]],
  ])('passes only what can be drawn: %s as %j', (path, value) => {
    const bundle = createWith(path, value);
    expect(hasSoundFrame(bundle)).toBe(true);
    const state = createState(bundle, { type: 'select', clause: 'city', origin: 'text' });
    const style = buildStyle(bundle, cartography, cartography.flavours.light, 'en');
    expect(() => buildScene(state, bundle, cartography, style)).not.toThrow();
  });
});

describe('the shipped bundle, a part of a feature taken away at a time', () => {
  let bundle: PlanBundle;
  beforeAll(async () => {
    bundle = (await readShippedBundle()).bundle;
  });

  it('is drawn whenever its frame is called sound', () => {
    const [feature] = bundle.features.features;
    for (const name of Object.keys(feature!.properties)) {
      const { [name as 'id']: _, ...properties } = feature!.properties;
      const features = [{ ...feature!, properties }, ...bundle.features.features.slice(1)];
      const cut = { ...bundle, features: { ...bundle.features, features } } as PlanBundle;
      if (!hasSoundFrame(cut)) continue;
      expect(
        () => buildStyle(cut, cartography, cartography.flavours.light, 'en'),
        name,
      ).not.toThrow();
    }
  });
});
