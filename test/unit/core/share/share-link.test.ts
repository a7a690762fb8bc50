import { describe, expect, it } from 'vitest';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import { decodePermalink } from '../../../../src/core/permalink.ts';
import { reduce } from '../../../../src/core/reduce.ts';
import { LONGEST_CODE, reachOf, writeShareLink } from '../../../../src/core/share/share-link.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

const { bundle } = await readShippedBundle();
const PAGE = 'https://plans.example/yuxian/index.html?x=1#old';
const loaded = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
const selected = reduce(loaded, {
  type: 'select',
  feature: 'zong-2',
  clause: 'positioning-modern-logistics',
  origin: 'card',
});

describe('writeShareLink', () => {
  it('leads to the feature at the paragraph in focus, and to nothing else', () => {
    const state = reduce(selected, { type: 'tool', tool: { name: 'embed', target: null } });
    const { url, isShortened } = writeShareLink(PAGE, state, bundle, 'zong-2');
    expect(url).toBe(
      `https://plans.example/yuxian/index.html#v=1&feature=zong-2&clause=${state.selection.clause}`,
    );
    expect(isShortened).toBe(false);
  });

  it('leads to another feature without the paragraph of the selected one', () => {
    expect(writeShareLink(PAGE, selected, bundle, 'airport').url).toMatch(/#v=1&feature=airport$/);
  });

  it('leads to the view as it is, without the tool', () => {
    const state = reduce(loaded, { type: 'lens', lens: { statuses: ['planned'] } });
    const { view } = decodePermalink(
      new URL(writeShareLink(PAGE, state, bundle, null).url).hash,
      bundle,
    );
    expect(view).toEqual({ lens: { statuses: ['planned'], horizon: null } });
  });

  it('shortens a view that no code holds, and says so', () => {
    const layers = reduce(selected, {
      type: 'layers',
      changes: { roads: { isVisible: false }, mines: { isVisible: true } },
    });
    const page = `https://plans.example/${'long-folder/'.repeat(20)}`;
    const { url, isShortened } = writeShareLink(page, layers, bundle, null);
    expect(isShortened).toBe(true);
    expect(url.length).toBeLessThan(LONGEST_CODE);
    expect(decodePermalink(new URL(url).hash, bundle).view).toMatchObject({ feature: 'zong-2' });
    expect(writeShareLink('https://plans.example/', layers, bundle, null).isShortened).toBe(false);
  });
});

it.each([
  ['https://plans.example/', 'public'],
  ['http://www.sxyx.gov.cn/tuji/', 'public'],
  ['http://localhost:4173/', 'machine'],
  ['http://127.0.0.1:4173/', 'machine'],
  ['http://[::1]/', 'machine'],
  ['file:///C:/tuji/index.html', 'machine'],
  ['http://192.168.1.20/tuji/', 'network'],
  ['http://10.3.0.1/', 'network'],
  ['http://172.20.0.9/', 'network'],
  ['http://172.40.0.9/', 'public'],
  ['http://tuji/', 'network'],
  ['http://tuji.local/', 'network'],
] as const)('%s reaches: %s', (address, reach) => {
  expect(reachOf(address)).toBe(reach);
});
