import { describe, expect, it } from 'vitest';
import { assembleBundle, loadBundle } from '../../../src/core/assemble-bundle.ts';

const createManifest = () => ({
  bundle: { version: '0.1', id: 'b' },
  plan: {
    docs: [
      {
        id: 'outline',
        title: 't',
        text: { href: 'text.md' },
        sections: [{ id: 'a', path: ['指导思想'], titleEn: 'A' }],
      },
    ],
  },
  layers: [
    { id: 'upper', name: 'u', theme: 'transport', data: { format: 'geojson', href: 'x.geojson' } },
    { id: 'lower', name: 'l', theme: 'transport', data: { format: 'geojson', href: 'x.geojson' } },
  ],
  sources: [],
});

const createCollection = (...pairs: (readonly [id: string, layer: string])[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: pairs.map(([id, layer]) => ({
      type: 'Feature',
      geometry: null,
      properties: { id, layer },
    })),
  });

const createReader =
  (files: Readonly<Record<string, string>>) =>
  async (href: string): Promise<string> => {
    const text = files[href];
    if (text === undefined) throw new Error('no such file');
    return text;
  };

const FILES = {
  'text.md': '## a 标题\n\n文。\n',
  'x.geojson': createCollection(['one', 'lower'], ['two', 'upper'], ['three', 'nowhere']),
};

describe('assembleBundle', () => {
  it('brings text and features into one piece, features in the order of the layers', async () => {
    const { bundle, problems, fileOf } = await assembleBundle(
      createManifest(),
      createReader(FILES),
    );
    expect(problems).toEqual([]);
    expect(bundle?.plan.docs[0]).toEqual({
      id: 'outline',
      title: 't',
      paragraphs: [
        {
          id: 'a',
          title: '标题',
          titleEn: 'A',
          path: ['指导思想'],
          pathEn: undefined,
          text: '文。',
        },
      ],
    });
    const features = bundle?.features.features ?? [];
    expect(features.map(({ properties }) => properties.id)).toEqual(['two', 'one', 'three']);
    expect(fileOf(features[0]!)).toBe('x.geojson');
    expect(bundle).toMatchObject({ views: [], nonSpatial: [], indicators: [] });
  });

  it('takes a bundle that is already in one piece', async () => {
    const first = await assembleBundle(createManifest(), createReader(FILES));
    const again = await assembleBundle(JSON.parse(JSON.stringify(first.bundle)), createReader({}));
    expect(again.problems).toEqual([]);
    expect(JSON.stringify(again.bundle)).toBe(JSON.stringify(first.bundle));
  });

  it('names a file that cannot be read once, and loads the rest', async () => {
    const { bundle, problems } = await assembleBundle(
      createManifest(),
      createReader({ 'text.md': FILES['text.md'] }),
    );
    expect(bundle?.plan.docs[0]?.paragraphs).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'file-unreadable', at: 'x.geojson' }),
    ]);
  });

  it('names a section that the text lacks', async () => {
    const { problems } = await assembleBundle(
      createManifest(),
      createReader({ ...FILES, 'text.md': '## z t\n文\n' }),
    );
    expect(problems).toEqual([
      expect.objectContaining({ code: 'paragraph-missing', file: 'text.md', at: 'a' }),
    ]);
  });

  it('names the line of broken GeoJSON', async () => {
    const { problems } = await assembleBundle(
      createManifest(),
      createReader({ ...FILES, 'x.geojson': '{\n"type": NaN}' }),
    );
    expect(problems).toEqual([
      expect.objectContaining({ code: 'json-syntax', file: 'x.geojson', at: 'line 2, column 9' }),
    ]);
  });

  it.each([
    ['null', null],
    ['an array', []],
    ['no manifest', {}],
    ['no plan', { bundle: {} }],
    ['documents that are no array', { bundle: {}, plan: { docs: 'x' } }],
  ])('refuses %s', async (_name, manifest) => {
    const { bundle, problems } = await assembleBundle(manifest, createReader({}));
    expect(bundle).toBeNull();
    expect(problems[0]?.code).toBe('manifest-malformed');
  });

  it('reports members of the wrong kind and loads without them', async () => {
    const { bundle, problems } = await assembleBundle(
      { ...createManifest(), views: 'all', layers: [null] },
      createReader(FILES),
    );
    expect(bundle?.views).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'manifest-malformed', at: 'views' }),
    ]);
  });
});

describe('loadBundle', () => {
  it('reports a manifest that is missing or broken', async () => {
    const missing = await loadBundle(createReader({}));
    expect(missing).toMatchObject({
      bundle: null,
      problems: [{ code: 'file-unreadable', file: 'plan-bundle.json' }],
    });
    const broken = await loadBundle(createReader({ 'plan-bundle.json': '{' }));
    expect(broken).toMatchObject({
      bundle: null,
      problems: [{ code: 'json-syntax', file: 'plan-bundle.json' }],
    });
  });
});
