import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/contracts/marks.ts';
import { PlanMarks } from '../../src/elements/plan-marks/plan-marks.ts';
import { openMarksDisk } from '../../src/elements/plan-marks/marks-disk.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { createMark } from '../fixtures/create-mark.ts';
import { mountPanel, press, textOf } from './mount-panel.ts';

define('plan-marks', PlanMarks);

let lastPlan = 0;

/** Each plan has a database of its own. */
function createOwnBundle() {
  lastPlan += 1;
  const bundle = createBundle();
  return { ...bundle, bundle: { ...bundle.bundle, id: `plan-${lastPlan}` } };
}

async function mountMarks(
  options: { readonly lang?: 'en'; readonly bundle?: ReturnType<typeof createOwnBundle> } = {},
) {
  const mounted = await mountPanel('plan-marks', { bundle: createOwnBundle(), ...options });
  const { panel, settle } = mounted;
  await panel.session!.marks.ready;
  await settle();
  return {
    ...mounted,
    session: panel.session!,
    marks: (): readonly Mark[] => panel.session!.marks.getState().marks,
    add: async (mark: Mark) => {
      panel.session!.marks.edit([{ mark: mark.id, value: mark }]);
      await settle();
    },
    type: async (text: string) => {
      const entry = mounted.find<HTMLInputElement>('#entry');
      entry.value = text;
      entry.dispatchEvent(new Event('input'));
      entry.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    choose: async (kind: string) => {
      const input = mounted.find<HTMLInputElement>(`input[name=tool][value=${kind}]`);
      input.checked = true;
      input.dispatchEvent(new Event('change'));
      await settle();
    },
  };
}

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('drawing without a map', () => {
  it('makes a point from typed coordinates', async () => {
    const { choose, type, marks, findAll } = await mountMarks();
    await choose('point');
    await type('113.412, 38.086');
    expect(marks()).toMatchObject([
      { kind: 'point', geometry: { type: 'Point', coordinates: [113.412, 38.086] }, colour: 'red' },
    ]);
    expect(findAll('li[data-mark]')).toHaveLength(1);
  });

  it('makes a line point by point, and says how many are down', async () => {
    const { choose, type, marks, find, settle } = await mountMarks();
    await choose('line');
    await type('113.41, 38.08');
    await type('113.42, 38.09');
    expect(find('.open').dataset['points']).toBe('2');
    find('[data-control=finish]').click();
    await settle();
    expect(marks()).toMatchObject([{ kind: 'line' }]);
  });

  it('names what cannot be read', async () => {
    const { type, find } = await mountMarks();
    await type('here');
    expect(textOf(find('#entry-say'))).toContain('“here”');
    expect(find('#entry').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps a whole mark when another kind is taken up', async () => {
    const { choose, type, marks } = await mountMarks();
    await choose('line');
    await type('113.41, 38.08');
    await type('113.42, 38.09');
    await choose('point');
    expect(marks()).toHaveLength(1);
  });
});

describe('the list of marks', () => {
  it('says number, kind, remark, author and time', async () => {
    const { add, find } = await mountMarks();
    await add(createMark({ note: '向北移' }));
    expect(textOf(find('li[data-mark]'))).toContain('1 线 向北移 王工 · 2026-03-01 09:30');
    expect(textOf(find('.label'))).toBe('会议标绘，非规划内容');
  });

  it('keeps a remark letter by letter while others draw, and takes it back as a whole', async () => {
    const { find, session, marks, settle, add } = await mountMarks();
    await add(createMark({ id: 'm', note: '' }));
    session.choose({ tool: 'select', chosen: 'm' });
    await settle();
    const note = find<HTMLTextAreaElement>('#note');
    for (const typed of ['向', '向北 ']) {
      note.value = typed;
      note.dispatchEvent(new Event('input'));
    }
    // Another window's mark comes while the field is open.
    const other = createMark({ id: 'other' });
    const op = { id: 'far', step: 'far', clock: 99, at: other.createdAt, mark: 'other' };
    session.marks.apply([{ ...op, value: other, base: null }]);
    await settle();
    expect(note.value).toBe('向北 ');
    expect(marks().find(({ id }) => id === 'm')!.note).toBe('向北 ');
    note.dispatchEvent(new Event('change'));
    expect(marks().find(({ id }) => id === 'm')!.note).toBe('向北');
    session.undo();
    expect(marks().find(({ id }) => id === 'm')!.note).toBe('');
  });

  it('lights what the chosen mark cites, and puts the light out', async () => {
    const { add, find, settle, store } = await mountMarks();
    const bundle = createBundle();
    const feature = bundle.features.features[0]!.properties.id;
    const para = bundle.plan.docs[0]!.paragraphs[0]!.id;
    await add(createMark({ features: [feature], clauses: [{ para, quote: null }] }));
    find('.pick').click();
    await settle();
    expect(store.getState().highlight).toEqual({ features: [feature], clauses: [para] });
    find('.pick').click();
    await settle();
    expect(store.getState().highlight).toEqual({ features: [], clauses: [] });
  });

  it('cites the selected feature, and says so when nothing is selected', async () => {
    const { add, find, settle, store, marks } = await mountMarks();
    await add(createMark());
    find('.pick').click();
    await settle();
    find('[data-control=cite]').click();
    await settle();
    expect(textOf(find('.told'))).toContain('没有选中');
    const feature = createBundle().features.features[0]!.properties.id;
    store.send({ type: 'select', feature, origin: 'list' });
    find('[data-control=cite]').click();
    await settle();
    expect(marks()[0]!.features).toEqual([feature]);
  });

  it('quotes the words of a selected phrase', async () => {
    const { add, find, settle, store, marks } = await mountMarks();
    await add(createMark());
    find('.pick').click();
    await settle();
    const bundle = createBundle();
    const ref = bundle.features.features[0]!.properties.planRefs[0]!;
    const paragraph = bundle.plan.docs[0]!.paragraphs.find(({ id }) => id === ref.para)!;
    const start = paragraph.text.indexOf(ref.quote);
    const phrase = `${ref.para}/${start}-${start + ref.quote.length}`;
    store.send({ type: 'select-phrase', phrase, origin: 'text' });
    find('[data-control=cite]').click();
    await settle();
    expect(marks()[0]!.clauses).toEqual([{ para: ref.para, quote: ref.quote }]);
  });

  it('moves a point by arrow keys and takes it back', async () => {
    const { add, find, settle, marks } = await mountMarks();
    await add(createMark());
    find('.pick').click();
    await settle();
    press(find('[data-grip="0"]'), 'ArrowRight');
    const [moved] = marks();
    expect((moved!.geometry.coordinates as number[][])[0]![0]).toBeGreaterThan(113.4);
    find('[data-control=undo]').click();
    expect(marks()[0]!.geometry).toEqual(createMark().geometry);
  });

  it('takes arrow keys within a second back at once, and later ones by themselves', async () => {
    const { add, find, settle, marks, panel } = await mountMarks();
    let time = Date.parse('2026-03-01T09:30:00+08:00');
    panel.clock = () => time;
    await add(createMark());
    find('.pick').click();
    await settle();
    const nudge = async (key: string, afterMs: number) => {
      time += afterMs;
      press(find('[data-grip="0"]'), key);
      await settle();
    };
    await nudge('ArrowRight', 0);
    await nudge('ArrowRight', 300);
    await nudge('ArrowUp', 900);
    const moved = marks()[0]!.geometry;
    await nudge('ArrowUp', 1500);
    find('[data-control=undo]').click();
    expect(marks()[0]!.geometry).toEqual(moved);
    find('[data-control=undo]').click();
    expect(marks()[0]!.geometry).toEqual(createMark().geometry);
  });

  it('deletes a mark, keeps the focus, and undoes', async () => {
    const { add, find, settle, marks, root } = await mountMarks();
    await add(createMark());
    await add(createMark({ id: 'mark-2', createdAt: '2026-03-01T10:00:00+08:00' }));
    find('[data-control=remove]').click();
    await settle();
    await settle();
    expect(marks().map(({ id }) => id)).toEqual(['mark-2']);
    expect(root.activeElement?.className).toBe('pick');
    find('[data-control=undo]').click();
    expect(marks()).toHaveLength(2);
  });
});

describe('keeping marks', () => {
  it('remembers the author', async () => {
    const { find, settle } = await mountMarks();
    const author = find<HTMLInputElement>('#author');
    author.value = '李工';
    author.dispatchEvent(new Event('change'));
    await settle();
    const again = await mountMarks();
    expect(again.find<HTMLInputElement>('#author').value).toBe('李工');
  });

  it('writes to the disk, and another session reads it', async () => {
    const bundle = createOwnBundle();
    const { add, session } = await mountMarks({ bundle });
    await add(createMark({ note: '留住' }));
    await session.marks.settled();
    const again = await mountMarks({ bundle });
    expect(again.marks().map(({ note }) => note)).toEqual(['留住']);
  });

  it('offers an unfinished mark of a window that is gone', async () => {
    const bundle = createOwnBundle();
    const disk = openMarksDisk(bundle.bundle.id);
    await disk.saveDraft({
      id: 'd',
      session: 'gone',
      kind: 'line',
      colour: 'blue',
      points: [
        [113.4, 38.1],
        [113.5, 38.2],
      ],
      author: '王工',
      at: '2026-03-01T09:30:00+08:00',
    });
    const { find, settle, marks, findAll } = await mountMarks({ bundle });
    expect(textOf(find('[data-note=orphan] p'))).toContain('没画完的线（2 点');
    find('[data-control=keep]').click();
    await settle();
    expect(marks()).toMatchObject([{ id: 'd', colour: 'blue' }]);
    expect(findAll('[data-note=orphan]')).toHaveLength(0);
  });

  it('says in English, too, when the disk refuses', async () => {
    const bundle = createOwnBundle();
    const { add, find, session, settle } = await mountMarks({ bundle, lang: 'en' });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await add(createMark());
    await session.marks.settled();
    await settle();
    expect(textOf(find('[data-note=memory] p'))).toContain('QuotaExceededError: no room');
    expect(find('li[data-mark]').dataset['saved']).toBe('false');
  });
});
