import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import {
  changeFeature,
  citeClause,
  createFeature,
  removeFeature,
  replaceGeometry,
  type Edit,
} from '../../../../src/core/draft/edits.ts';
import { checkBundle } from '../../../../src/core/check-bundle.ts';
import {
  createDraftAir,
  createDraftWindow,
  createFakeDraftDisk,
} from '../../../fixtures/create-draft-window.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

let base: PlanBundle;
beforeAll(async () => {
  base = (await readShippedBundle()).bundle;
});

const nameOf = (bundle: PlanBundle, id: string): string | undefined =>
  bundle.features.features.find(({ properties }) => properties.id === id)?.properties.name;
const rename = (bundle: PlanBundle, name: string, id = 'airport'): Edit =>
  changeFeature(bundle, id, { name });
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('one window', () => {
  it('shows an edit at once, undoes it to the plan itself, and does it again', async () => {
    const store = createDraftWindow({ base });
    await store.ready;
    expect(store.getState().bundle).toBe(base);
    const { changes, what } = rename(base, '盂县机场');
    store.edit(changes, what);
    expect(nameOf(store.getState().bundle, 'airport')).toBe('盂县机场');
    expect(store.getState()).toMatchObject({ hasChanges: true, canUndo: true, canRedo: false });
    expect(store.getState().steps[0]).toMatchObject({ who: '测试', keys: ['feature/airport'] });
    store.undo();
    expect(store.getState().bundle).toBe(base);
    expect(store.getState().hasChanges).toBe(false);
    store.redo();
    expect(nameOf(store.getState().bundle, 'airport')).toBe('盂县机场');
    expect(store.getState().steps.at(-1)!.what.zh).toBe('重做：修改“盂县机场”');
  });

  it('leaves what was not touched the very same objects', async () => {
    const store = createDraftWindow({ base });
    await store.ready;
    const { changes, what } = rename(base, '盂县机场');
    store.edit(changes, what);
    const after = store.getState().bundle.features.features;
    const same = base.features.features.filter((feature, at) => after[at] === feature);
    expect(same.length).toBe(base.features.features.length - 1);
  });

  it('fault 72: what was said to be saved is there after a crash', async () => {
    const disk = createFakeDraftDisk();
    const first = createDraftWindow({ base, disk });
    await first.ready;
    const { changes, what } = rename(base, '盂县机场');
    first.edit(changes, what);
    await first.settled();
    expect(first.getState().saving).toBe('saved');
    // The window is killed: nothing is closed.
    const second = createDraftWindow({ base, disk });
    await second.ready;
    expect(nameOf(second.getState().bundle, 'airport')).toBe('盂县机场');
    second.undo();
    expect(second.getState().bundle).toBe(base);
  });

  it('fault 70: a full disk loses nothing in this window, says why, and saves once it can', async () => {
    const disk = createFakeDraftDisk();
    const store = createDraftWindow({ base, disk });
    await store.ready;
    disk.refuses = 'the quota has been exceeded';
    const { changes, what } = rename(base, '盂县机场');
    store.edit(changes, what);
    await store.settled();
    expect(store.getState()).toMatchObject({
      saving: 'memory',
      problem: 'QuotaExceededError: the quota has been exceeded',
    });
    expect(nameOf(store.getState().bundle, 'airport')).toBe('盂县机场');
    disk.refuses = null;
    await store.refresh();
    expect(store.getState()).toMatchObject({ saving: 'saved', problem: null });
    expect(disk.ops.size).toBe(1);
  });

  it('fault 73: a corrupt record is set aside, told, and can be had; the others count', async () => {
    const disk = createFakeDraftDisk();
    const first = createDraftWindow({ base, disk });
    await first.ready;
    const { changes, what } = rename(base, '盂县机场');
    first.edit(changes, what);
    await first.settled();
    disk.ops.set('broken', { id: 'broken', key: 'feature/x', clock: 'soon' });
    const second = createDraftWindow({ base, disk });
    await second.ready;
    expect(second.getState().quarantined).toBe(1);
    expect(nameOf(second.getState().bundle, 'airport')).toBe('盂县机场');
    expect(disk.ops.has('broken')).toBe(false);
    expect(await second.readQuarantine()).toContain('soon');
  });

  it('names a version, and restores it in one step that can be undone', async () => {
    const store = createDraftWindow({ base });
    await store.ready;
    const first = rename(base, '甲');
    store.edit(first.changes, first.what);
    store.nameVersion('送审稿');
    const second = rename(store.getState().bundle, '乙');
    store.edit(second.changes, second.what);
    const gone = removeFeature(store.getState().bundle, 'cangshan');
    store.edit(gone.changes, gone.what);
    const [version] = store.getState().versions;
    expect(nameOf(store.bundleAt(version!), 'airport')).toBe('甲');
    store.restore(version!);
    expect(nameOf(store.getState().bundle, 'airport')).toBe('甲');
    expect(nameOf(store.getState().bundle, 'cangshan')).toBe('藏山风景名胜区');
    expect(store.getState().steps.at(-1)!.what.zh).toBe('恢复到“送审稿”');
    store.undo();
    expect(nameOf(store.getState().bundle, 'airport')).toBe('乙');
    expect(nameOf(store.getState().bundle, 'cangshan')).toBeUndefined();
  });

  it('forgets everything when it is discarded', async () => {
    const disk = createFakeDraftDisk();
    const store = createDraftWindow({ base, disk });
    await store.ready;
    const { changes, what } = rename(base, '盂县机场');
    store.edit(changes, what);
    store.nameVersion('一稿');
    await store.discard();
    expect(store.getState()).toMatchObject({ bundle: base, hasChanges: false, versions: [] });
    expect(disk.ops.size + disk.versions.size).toBe(0);
  });
});

describe('fault 71: two windows', () => {
  it('each sees what the other did, and neither loses a write', async () => {
    const disk = createFakeDraftDisk();
    const air = createDraftAir();
    const left = createDraftWindow({ base, disk, channel: air(), who: '甲' });
    const right = createDraftWindow({ base, disk, channel: air(), who: '乙' });
    await Promise.all([left.ready, right.ready]);
    const one = rename(base, '盂县机场');
    const two = rename(base, '藏山景区', 'cangshan');
    left.edit(one.changes, one.what);
    right.edit(two.changes, two.what);
    await Promise.all([left.settled(), right.settled()]);
    await pause();
    for (const { bundle, steps } of [left.getState(), right.getState()]) {
      expect(nameOf(bundle, 'airport')).toBe('盂县机场');
      expect(nameOf(bundle, 'cangshan')).toBe('藏山景区');
      expect(steps.map(({ who }) => who).toSorted()).toEqual(['乙', '甲']);
    }
    expect(disk.ops.size).toBe(2);
  });

  it('of two changes of one thing the later stands, and undoing brings the other back', async () => {
    const disk = createFakeDraftDisk();
    const air = createDraftAir();
    const left = createDraftWindow({ base, disk, channel: air() });
    const right = createDraftWindow({ base, disk, channel: air() });
    await Promise.all([left.ready, right.ready]);
    const one = rename(base, '甲名');
    const two = rename(base, '乙名');
    left.edit(one.changes, one.what);
    right.edit(two.changes, two.what);
    await Promise.all([left.settled(), right.settled()]);
    await pause();
    const shown = nameOf(left.getState().bundle, 'airport');
    expect(nameOf(right.getState().bundle, 'airport')).toBe(shown);
    expect(['甲名', '乙名']).toContain(shown);
    const loser = shown === '甲名' ? right : left;
    loser.undo();
    expect(nameOf(loser.getState().bundle, 'airport')).not.toBe(shown);
  });
});

describe('edits', () => {
  it('replacing a geometry raises the certainty with its source, keeps figures, and stays sound', () => {
    const before = base.features.features.find(({ properties }) => properties.id === 'airport')!;
    const { changes } = replaceGeometry(base, 'airport', {
      geometry: { type: 'Point', coordinates: [113.2, 38.1] },
      accuracy: { class: 'surveyed', horizontalM: 0.5, method: 'RTK 实测' },
      source: { id: 'survey-2026', title: '机场选址测量', confidence: 'O' },
    });
    const feature = changes.find(({ key }) => key === 'feature/airport')!.value as typeof before;
    expect(feature.properties.accuracy).toEqual({
      class: 'surveyed',
      horizontalM: 0.5,
      method: 'RTK 实测',
    });
    expect(feature.properties.sources[0]).toBe('survey-2026');
    expect(feature.properties.sources.slice(1)).toEqual(before.properties.sources);
    expect(feature.properties.measure).toEqual(before.properties.measure);
  });

  it('a feature of class inferred gets its label, and the extent grows where it must', async () => {
    const store = createDraftWindow({ base });
    await store.ready;
    const [paragraph] = base.plan.docs[0]!.paragraphs;
    const edit = createFeature(base, {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [114.2, 38.1] },
      properties: {
        id: 'far',
        layer: 'nodes',
        kind: 'station',
        name: '远站',
        status: 'planned',
        planRefs: [
          {
            doc: base.plan.docs[0]!.id,
            para: paragraph!.id,
            quote: paragraph!.text.slice(0, 8),
            role: 'mentions',
            basis: 'reading',
          },
        ],
        sources: [base.sources[0]!.id],
        accuracy: { class: 'inferred', horizontalM: 5000 },
      },
    });
    store.edit(edit.changes, edit.what);
    const { bundle } = store.getState();
    expect(bundle.bundle.extent[2]).toBe(114.2);
    const problems = checkBundle(bundle, () => []);
    expect(problems.filter(({ at }) => at === 'far')).toEqual([]);
    expect(bundle.features.features.at(-1)!.properties.accuracy.label).toBe('推断，非规划原文');
  });

  it('removing a feature takes it out of groups, views and the story, and leaves a sound bundle', async () => {
    const store = createDraftWindow({ base });
    await store.ready;
    const member = base.features.features.flatMap(({ properties }) => properties.members ?? [])[0]!;
    const { changes, what } = removeFeature(base, member);
    store.edit(changes, what);
    const before = checkBundle(base, () => []).length;
    const problems = checkBundle(store.getState().bundle, () => []);
    // Only a paragraph that nothing else cites may be left over.
    expect(problems.slice(before).map(({ code }) => code)).not.toContain('dangling-member');
    expect(JSON.stringify(store.getState().bundle.story)).not.toContain(`"${member}"`);
  });

  it('citing a paragraph that was declared non-spatial ends the declaration', () => {
    const [declared] = base.nonSpatial;
    const paragraph = base.plan.docs
      .find(({ id }) => id === declared!.doc)!
      .paragraphs.find(({ id }) => id === declared!.para)!;
    const ref = {
      doc: declared!.doc,
      para: declared!.para,
      quote: paragraph.text.slice(0, 6),
      role: 'mentions',
      basis: 'reading',
    } as const;
    const { changes } = citeClause(base, 'airport', ref);
    expect(changes).toContainEqual({
      key: `non-spatial/${declared!.doc}/${declared!.para}`,
      value: null,
    });
  });
});
