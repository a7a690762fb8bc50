import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { listPosterFiles, writePosterFiles } from '../../../src/cli/poster/make-files.ts';
import { makeOembed, readAppUrl } from '../../../src/cli/poster/make-oembed.ts';
import { oembedFile, posterFile } from '../../../src/core/embed/poster-address.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';

const APP = 'https://plans.example/yuxian/';
const bundle = createBundle();
const posters = listPosterFiles(bundle, cartography);

describe('the address of the app', () => {
  it.each([
    ['https://plans.example/yuxian', APP],
    ['https://plans.example/yuxian/', APP],
    ['https://plans.example/yuxian/index.html?a#b', APP],
    ['http://127.0.0.1:4173', 'http://127.0.0.1:4173/'],
  ])('%s is %s', (text, url) => expect(readAppUrl(text)).toBe(url));

  it('may be left out', () => {
    expect(readAppUrl(undefined)).toBeNull();
    expect(readAppUrl(' ')).toBeNull();
  });

  it.each(['plans.example', 'ftp://plans.example/', 'javascript:alert(1)'])(
    'cannot be %s',
    (text) => {
      expect(() => readAppUrl(text)).toThrow(`ATLAS_URL=${JSON.stringify(text)} is no web address`);
    },
  );
});

describe('the oEmbed answer', () => {
  it('of a feature is rich, with whole addresses', () => {
    const answer = makeOembed({ kind: 'feature', id: 's45' }, bundle, APP, posters);
    expect(answer).toEqual({
      version: '1.0',
      type: 'rich',
      title: '天黎高速 · 盂县空间规划图集',
      provider_name: '盂县空间规划图集',
      provider_url: APP,
      html:
        `<iframe src="${APP}index.html?embed#v=1&amp;feature=s45" title="天黎高速 · 盂县空间规划图集"` +
        ' loading="lazy" width="720" height="480" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen"></iframe>',
      width: 720,
      height: 480,
      thumbnail_url: `${APP}posters/feature-s45.svg`,
      thumbnail_width: 720,
      thumbnail_height: 480,
    });
  });

  it('of what has no place has the plan’s poster', () => {
    const park = makeOembed({ kind: 'feature', id: 'park' }, bundle, APP, posters);
    expect(park.thumbnail_url).toBe(`${APP}posters/plan-light.svg`);
    const party = makeOembed({ kind: 'clause', id: 'party' }, bundle, null, posters);
    expect(party.thumbnail_url).toBe('../posters/plan-light.svg');
    expect(party.html).toContain('src="../index.html?embed#v=1&amp;clause=party"');
  });
});

describe('names of files', () => {
  it.each(['../x', 'a/b', 'A', 'a b', '', 'a--b', 'x.svg', '盂县'])(
    'cannot be made of %j',
    (id) => {
      expect(() => posterFile({ kind: 'feature', id })).toThrow('cannot name a file');
      expect(() => oembedFile({ kind: 'clause', id })).toThrow('cannot name a file');
    },
  );
});

describe('the files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plan-atlas-posters-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are a poster for all that has a place, and an answer for all', async () => {
    const said = await writePosterFiles(bundle, cartography, folder, APP);
    expect(said).toMatch(/^\d+ posters \(\d+ kB\), 9 oEmbed answers$/);
    expect((await readdir(path.join(folder, 'posters'))).sort()).toEqual(
      [...posters].map((file) => file.slice('posters/'.length)).sort(),
    );
    expect((await readdir(path.join(folder, 'oembed'))).sort()).toEqual(
      ['airport', 'clause-city', 'clause-logistics', 'clause-party', 'park', 'plan', 's45']
        .concat(['zong-2', 'zong-3'])
        .map((name) => `${name}.json`)
        .sort(),
    );
    const plan = JSON.parse(await readFile(path.join(folder, 'oembed/plan.json'), 'utf8'));
    expect(plan).toMatchObject({ version: '1.0', provider_url: APP });
  });

  it('are refused when two things would share one', async () => {
    const { features } = bundle.features;
    const doubled = createBundle({
      features: {
        type: 'FeatureCollection',
        features: [...features, createFeature({ id: 'clause-city' })],
      },
    });
    await expect(writePosterFiles(doubled, cartography, folder, APP)).rejects.toThrow(
      'oembed/clause-city.json would be written twice',
    );
  });
});
