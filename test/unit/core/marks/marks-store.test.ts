import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarksStore } from '../../../../src/contracts/marks.ts';
import { createMark } from '../../../fixtures/create-mark.ts';
import {
  createFakeAir,
  createFakeDisk,
  openWindow,
} from '../../../fixtures/create-marks-window.ts';

const notes = (store: MarksStore) => store.getState().marks.map(({ note }) => note);
const put = (store: MarksStore, id: string, note: string) =>
  store.edit([{ mark: id, value: createMark({ id, note }) }]);
const calm = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the marks of one window', () => {
  it('undo and redo steps, one by one, and leave the disk as what is seen', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    put(store, 'm', 'one');
    put(store, 'm', 'two');
    store.edit([{ mark: 'm', value: null }]);
    expect(notes(store)).toEqual([]);
    store.undo();
    expect(notes(store)).toEqual(['two']);
    store.undo();
    store.undo();
    expect(store.getState()).toMatchObject({ marks: [], canUndo: false, canRedo: true });
    store.redo();
    expect(notes(store)).toEqual(['one']);
    await store.settled();
    const again = openWindow('b', disk);
    await again.ready;
    expect(notes(again)).toEqual(['one']);
  });

  it('undo what was done before a reload, and what was undone stays undone', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    put(store, 'm', 'one');
    put(store, 'm', 'two');
    put(store, 'm', 'three');
    store.undo();
    await store.settled();
    const again = openWindow('b', disk);
    await again.ready;
    again.undo();
    expect(notes(again)).toEqual(['one']);
    again.redo();
    again.redo();
    expect(notes(again)).toEqual(['three']);
  });

  it('undo changes that join as one, also after a reload', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    const join = (id: string, note: string) =>
      store.edit([{ mark: id, value: createMark({ id, note }) }], true);
    put(store, 'm', 'one');
    put(store, 'm', 'two');
    join('m', 'three');
    join('m', 'four');
    await store.settled();
    const again = openWindow('b', disk);
    await again.ready;
    for (const window of [store, again]) {
      expect(notes(window)).toEqual(['four']);
      window.undo();
      expect(notes(window)).toEqual(['one']);
      window.redo();
      expect(notes(window)).toEqual(['four']);
    }
  });

  it('never join what was undone, redone, or is another mark', () => {
    const store = openWindow('a', createFakeDisk());
    const join = (id: string, note: string) =>
      store.edit([{ mark: id, value: createMark({ id, note }) }], true);
    put(store, 'm', 'one');
    put(store, 'm', 'two');
    store.undo();
    join('m', 'three');
    store.undo();
    expect(notes(store)).toEqual(['one']);
    store.redo();
    join('m', 'four');
    store.undo();
    expect(notes(store)).toEqual(['three']);
    join('n', 'other');
    store.undo();
    expect(notes(store)).toEqual(['three']);
  });

  it('leave out a step that changes nothing', () => {
    const store = openWindow('a', createFakeDisk());
    put(store, 'm', 'one');
    put(store, 'm', 'one');
    store.undo();
    expect(notes(store)).toEqual([]);
    expect(store.getState().canUndo).toBe(false);
  });

  it('say what is not saved yet, and when it is', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    await store.ready;
    put(store, 'm', 'one');
    expect(store.getState().saving).toBe('saving');
    expect([...store.getState().unsaved]).toEqual(['m']);
    await store.settled();
    expect(store.getState()).toMatchObject({ saving: 'saved', problem: null });
    expect(store.getState().unsaved.size).toBe(0);
    expect(disk.ops.size).toBe(1);
  });

  it('stay in memory while the disk refuses, and are saved once it takes them', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    await store.ready;
    disk.refuses = 'no room';
    put(store, 'm', 'one');
    await store.settled();
    put(store, 'n', 'two');
    await store.settled();
    expect(store.getState()).toMatchObject({
      saving: 'memory',
      problem: 'QuotaExceededError: no room',
    });
    expect(notes(store)).toEqual(['one', 'two']);
    disk.refuses = null;
    await store.refresh();
    expect(store.getState()).toMatchObject({ saving: 'saved', problem: null });
    expect(disk.ops.size).toBe(2);
  });

  it('are kept in memory where storage is denied from the start', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', {
      ...disk,
      load: () => Promise.reject(new DOMException('denied', 'SecurityError')),
    });
    await store.ready;
    expect(store.getState()).toMatchObject({ phase: 'ready', problem: 'SecurityError: denied' });
    disk.refuses = 'denied';
    put(store, 'm', 'one');
    await store.settled();
    expect(notes(store)).toEqual(['one']);
    expect(store.getState().saving).toBe('memory');
  });
});

describe('damaged records', () => {
  it('are set aside with the reason, and the rest loads', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    put(store, 'm', 'one');
    put(store, 'n', 'two');
    await store.settled();
    const [first] = [...disk.ops.keys()];
    disk.ops.set(first!, { ...(disk.ops.get(first!) as object), clock: 'soon' });
    disk.ops.set('junk', 7);
    disk.drafts.set('d', { id: 'd', points: [[113, 400]] });
    const again = openWindow('b', disk);
    await again.ready;
    expect(notes(again)).toEqual(['two']);
    expect(again.getState().quarantined).toBe(3);
    const text = await again.readQuarantine();
    expect(text).toContain('clock is \\"soon\\"');
    expect(text).toContain('latitude is 400');
    expect(disk.ops.size).toBe(1);
    const third = openWindow('c', disk);
    await third.ready;
    expect(third.getState().quarantined).toBe(3);
  });
});

describe('a mark that is being drawn', () => {
  const draft = {
    id: 'd',
    kind: 'line',
    colour: 'red',
    points: [[113.4, 38.1]],
    author: '',
  } as const;

  it('is saved at each point, and found by the next window when this one is gone', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    await store.ready;
    store.setDraft(draft);
    store.setDraft({ ...draft, points: [...draft.points, [113.5, 38.2]] });
    await store.settled();
    const again = openWindow('b', disk);
    await again.ready;
    expect(again.getState().orphans.map(({ id, points }) => [id, points.length])).toEqual([
      ['d', 2],
    ]);
    again.dropOrphan('d');
    await again.settled();
    expect(disk.drafts.size).toBe(0);
  });

  it('is not taken from a window that lives', async () => {
    const disk = createFakeDisk();
    const air = createFakeAir();
    const store = openWindow('a', disk, air());
    await store.ready;
    store.setDraft(draft);
    await store.settled();
    const other = openWindow('b', disk, air());
    await other.ready;
    expect(other.getState().orphans).toEqual([]);
  });

  it('becomes the mark in one write', async () => {
    const disk = createFakeDisk();
    const store = openWindow('a', disk);
    await store.ready;
    store.setDraft(draft);
    await store.settled();
    put(store, 'd', 'done');
    await store.settled();
    expect([disk.ops.size, disk.drafts.size]).toEqual([1, 0]);
  });
});

describe('two windows', () => {
  it('show each other what they draw', async () => {
    const disk = createFakeDisk();
    const air = createFakeAir();
    const [a, b] = [openWindow('a', disk, air()), openWindow('b', disk, air())];
    await Promise.all([a.ready, b.ready]);
    put(a, 'm', 'from a');
    put(b, 'n', 'from b');
    await Promise.all([a.settled(), b.settled()]);
    await calm();
    expect(notes(a).toSorted()).toEqual(['from a', 'from b']);
    expect(notes(b)).toEqual(notes(a));
  });

  it('keep the later of two changes of one mark, and undoing brings the earlier back', async () => {
    const disk = createFakeDisk();
    const air = createFakeAir();
    const [a, b] = [openWindow('a', disk, air()), openWindow('b', disk, air())];
    await Promise.all([a.ready, b.ready]);
    put(a, 'm', 'start');
    await a.settled();
    await calm();
    put(a, 'm', 'by a');
    put(b, 'm', 'by b');
    await Promise.all([a.settled(), b.settled()]);
    await calm();
    expect(notes(a)).toEqual(notes(b));
    const [won] = notes(a);
    const [winner, loser] = won === 'by a' ? ['by a', 'by b'] : ['by b', 'by a'];
    expect(won).toBe(winner);
    b.undo();
    expect(notes(b)).toEqual([loser]);
  });

  it('undo their own steps and not each other’s', async () => {
    const disk = createFakeDisk();
    const air = createFakeAir();
    const [a, b] = [openWindow('a', disk, air()), openWindow('b', disk, air())];
    await Promise.all([a.ready, b.ready]);
    put(a, 'm', 'from a');
    await a.settled();
    put(b, 'n', 'from b');
    await b.settled();
    await calm();
    a.undo();
    await a.settled();
    await calm();
    expect(notes(b)).toEqual(['from b']);
  });

  it('lose no write, in whatever order they act, talk and crash', async () => {
    const step = fc.record({
      window: fc.integer({ min: 0, max: 1 }),
      act: fc.constantFrom(
        'put',
        'put',
        'put',
        'join',
        'delete',
        'undo',
        'redo',
        'settle',
        'crash',
        'read',
      ),
      mark: fc.constantFrom('m', 'n', 'o'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const disk = createFakeDisk();
        const air = createFakeAir();
        const windows = [openWindow('a', disk, air()), openWindow('b', disk, air())];
        await Promise.all(windows.map(({ ready }) => ready));
        const saved = new Set<string>();
        const written = new Set<string>();
        for (const window of windows) {
          window.listen((ops) => ops.forEach(({ id }) => saved.add(id)));
        }
        let turn = 0;
        for (const { window, act, mark } of steps) {
          const store = windows[window]!;
          turn += 1;
          if (act === 'put') put(store, mark, `${turn}`);
          else if (act === 'join') {
            store.edit([{ mark, value: createMark({ id: mark, note: `${turn}` }) }], true);
          } else if (act === 'delete') store.edit([{ mark, value: null }]);
          else if (act === 'undo') store.undo();
          else if (act === 'redo') store.redo();
          else if (act === 'settle') await store.settled();
          else if (act === 'read') await store.refresh();
          else {
            const next = openWindow(`w${turn}`, disk, air());
            next.listen((ops) => ops.forEach(({ id }) => saved.add(id)));
            windows[window] = next;
            await next.ready;
          }
        }
        await Promise.all(windows.map((store) => store.settled()));
        await calm();
        await Promise.all(windows.map((store) => store.refresh()));
        for (const id of saved) written.add(id);
        for (const id of written) expect(disk.ops.has(id)).toBe(true);
        const fresh = openWindow('z', disk);
        await fresh.ready;
        for (const store of windows) {
          expect(store.getState().marks).toEqual(fresh.getState().marks);
        }
      }),
      { numRuns: 120 },
    );
  });
});
