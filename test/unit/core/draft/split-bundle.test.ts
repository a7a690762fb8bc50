import { assert, constantFrom, property, subarray } from 'fast-check';
import { expect, it } from 'vitest';
import { compareBundles } from '../../../../src/core/draft/compare-bundles.ts';
import { createEmptyBundle } from '../../../../src/core/draft/empty-bundle.ts';
import { changeFeature, putParagraph, removeFeature } from '../../../../src/core/draft/edits.ts';
import { joinParts, splitBundle } from '../../../../src/core/draft/split-bundle.ts';
import { writeChangeList } from '../../../../src/core/draft/write-change-list.ts';
import { assembleFiles, readBundleZip, writeBundleZip } from '../../../../src/io/bundle-zip.ts';
import type { PartChange } from '../../../../src/contracts/draft.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import { cartography } from '../../../../layers/index.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

const { bundle } = await readShippedBundle();

const apply = (to: PlanBundle, changes: readonly PartChange[]): PlanBundle => {
  const parts = new Map(splitBundle(to));
  for (const { key, value } of changes) {
    if (value === null) parts.delete(key);
    else parts.set(key, value);
  }
  return joinParts(parts, to);
};

it('a bundle in parts is the same bundle when it is put together', () => {
  expect(joinParts(splitBundle(bundle), bundle)).toEqual(bundle);
});

it('whatever is left of it, too, in the same order', () => {
  assert(
    property(subarray([...bundle.features.features]), constantFrom(0, 3, 10), (features, docs) => {
      const some: PlanBundle = {
        ...bundle,
        features: { type: 'FeatureCollection', features },
        plan: {
          docs: bundle.plan.docs.map((doc) => ({
            ...doc,
            paragraphs: doc.paragraphs.slice(docs).toReversed(),
          })),
        },
      };
      expect(joinParts(splitBundle(some), some)).toEqual(some);
    }),
    { numRuns: 30 },
  );
});

it('a zipped bundle opens as the bundle that was zipped, and is the same file each time', async () => {
  const bytes = writeBundleZip(bundle);
  expect(writeBundleZip(bundle)).toEqual(bytes);
  const read = await assembleFiles(readBundleZip(bytes, 'yuxian.zip'));
  expect(read.problems).toEqual([]);
  expect({
    ...read.bundle,
    layers: read.bundle!.layers.map(({ data: _data, ...layer }) => layer),
  }).toEqual({ ...bundle, layers: bundle.layers.map(({ data: _data, ...layer }) => layer) });
});

it('an empty plan for another county is a bundle that can be zipped and opened', async () => {
  const empty = createEmptyBundle(
    { id: 'pingding', title: '平定县规划', extent: [113.3, 37.5, 114.1, 38.1] },
    cartography,
  );
  const read = await assembleFiles(readBundleZip(writeBundleZip(empty), 'pingding.zip'));
  expect(read.bundle!.bundle.title).toBe('平定县规划');
  expect(read.bundle!.layers.length).toBeGreaterThan(10);
});

it('a damaged archive and one without a manifest are told apart', () => {
  expect(() => readBundleZip(Uint8Array.of(0x50, 0x4b, 3, 4, 5), 'x.zip')).toThrow(
    /x\.zip: the bundle cannot be unpacked/,
  );
  expect(() => readBundleZip(writeBundleZip(bundle).subarray(0, 2000), 'x.zip')).toThrow(/x\.zip/);
});

it('the change list names what was added, removed, moved, cited otherwise and reworded', () => {
  const doc = bundle.plan.docs[0]!;
  const paragraph = doc.paragraphs[2]!;
  const reworded = paragraph.text.replace('坚持', '始终坚持');
  let after = apply(bundle, removeFeature(bundle, 'cangshan').changes);
  after = apply(after, putParagraph(doc.id, { ...paragraph, text: reworded }).changes);
  after = apply(after, changeFeature(after, 'airport', { name: '盂县<b>机场</b>' }).changes);
  const changes = compareBundles(bundle, after);
  expect(changes.features.map(({ id, change }) => `${change} ${id}`)).toContain('removed cangshan');
  expect(changes.features.find(({ id }) => id === 'airport')!.kinds).toEqual(['name']);
  expect(changes.paragraphs).toHaveLength(paragraph.text.includes('坚持') ? 1 : 0);
  const list = writeChangeList(bundle, after, 'zh-Hans', '2026-11-26');
  expect(list).toContain('## 删除要素 (1)');
  expect(list).toContain('藏山');
  expect(list).toContain(String.raw`盂县\<b\>机场`);
  expect(list).not.toContain('<b>');
  if (paragraph.text.includes('坚持')) expect(list).toContain('**始终**');
  expect(writeChangeList(bundle, bundle, 'en', 'now')).toContain('No difference.');
});
