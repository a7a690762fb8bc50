import { expect, it } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { SearchLoader } from '../../../src/elements/plan-search/search-loader.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';

function createLoader(): { loader: SearchLoader; told: string[] } {
  const told: string[] = [];
  const loader = new SearchLoader(() => {
    told.push(loader.isLoading ? 'loading' : loader.hasFailed ? 'failed' : 'done');
  });
  return { loader, told };
}

/** Throws where its features are read. */
const createBrokenBundle = (): PlanBundle => ({ ...createBundle(), features: null as never });

it('indexes a bundle once, however often it is asked', async () => {
  const { loader, told } = createLoader();
  const bundle = createBundle();
  expect(loader.indexOf(bundle)).toBeNull();
  await Promise.all([loader.load(bundle), loader.load(bundle)]);
  await loader.load(bundle);
  expect(told).toEqual(['loading', 'done']);
  expect(loader.indexOf(bundle)!.search('机场').total).toBeGreaterThan(0);
  expect(loader.indexOf(null)).toBeNull();
});

it('drops what it was indexing when another bundle is asked for', async () => {
  const { loader, told } = createLoader();
  const [first, second] = [createBundle(), createBundle()];
  await Promise.all([loader.load(first), loader.load(second)]);
  expect(loader.indexOf(first)).toBeNull();
  expect(loader.indexOf(second)).not.toBeNull();
  expect(told).toEqual(['loading', 'loading', 'done']);
});

it('says when a bundle cannot be indexed, and tries again when asked again', async () => {
  const { loader, told } = createLoader();
  const broken = createBrokenBundle();
  await loader.load(broken);
  await loader.load(broken);
  expect(told).toEqual(['loading', 'failed', 'loading', 'failed']);
  expect(loader.indexOf(broken)).toBeNull();
  await loader.load(createBundle());
  expect(loader.hasFailed).toBe(false);
});
