import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextRange } from '../../src/contracts/search.ts';
import { openRange, type PrintedRun } from '../../src/elements/plan-text/locate-range.ts';
import { createBoxPainter } from '../../src/elements/plan-text/range-painters.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel } from './mount-panel.ts';

/** Stand for the browser's highlights, which the test's page lacks. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}
function FakeStaticRange(run: PrintedRun): PrintedRun {
  return { ...run };
}

const highlights = new Map<string, FakeHighlight>();
const textsOf = (name: string): string[] =>
  [...(highlights.get(name) ?? [])].map((range) => openRange(range).toString());

beforeEach(() => {
  highlights.clear();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeStaticRange);
  vi.stubGlobal('CSS', { highlights });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const body = (para: string, start: number, end: number): TextRange => ({
  para,
  part: 'body',
  start,
  end,
});

const paragraphs = createBundle().plan.docs[0]!.paragraphs;
/** Where some words stand in the fixture's paragraph. */
const find = (para: string, words: string): TextRange => {
  const start = paragraphs.find(({ id }) => id === para)!.text.indexOf(words);
  return body(para, start, start + words.length);
};

describe('the marks of find in the text', () => {
  it('cover the very words, across the seams of linked phrases', async () => {
    const { panel } = await mountPanel('plan-text');
    await panel.markRanges([find('city', '“四纵四横、外环'), find('logistics', '县城物流')]);
    expect(textsOf('plan-find')).toEqual(['“四纵四横、外环', '县城物流']);
    expect(textsOf('plan-find-current')).toEqual([]);
  });

  it('leave no live ranges behind, which every later change of the page would have to mend', async () => {
    const { panel } = await mountPanel('plan-text');
    const createRange = vi.spyOn(document, 'createRange');
    await panel.markRanges([find('city', '四纵四横'), find('city', '外环')], 1);
    expect(textsOf('plan-find-current')).toEqual(['外环']);
    createRange.mockClear();
    await panel.markRanges([find('city', '外环'), find('logistics', '县城物流')], 0);
    expect(createRange).not.toHaveBeenCalled();
  });

  it('tell the current one apart', async () => {
    const { panel } = await mountPanel('plan-text');
    const ranges = [find('city', '建设'), find('logistics', '建设')];
    await panel.markRanges(ranges, 1);
    expect(textsOf('plan-find')).toEqual(['建设', '建设']);
    const [current] = highlights.get('plan-find-current')!;
    expect(current!.startContainer.parentElement?.closest('.clause')).toBe(
      panel.shadowRoot!.querySelector('[data-para="logistics"]'),
    );
    await panel.markRanges(ranges, 0);
    expect(highlights.get('plan-find-current')!.size).toBe(1);
  });

  it('reach headings and titles, in the language that prints them', async () => {
    const doc = createBundle().plan.docs[0]!;
    const untitled = { ...doc.paragraphs[0]!, text: '建设交通网络。' };
    const { panel } = await mountPanel('plan-text', {
      lang: 'en',
      bundle: createBundle({ plan: { docs: [{ ...doc, paragraphs: [untitled] }] } }),
    });
    await panel.markRanges([
      { para: 'city', part: 'heading', depth: 0, start: 2, end: 4 },
      { para: 'city', part: 'heading-en', depth: 0, start: 0, end: 9 },
      { para: 'city', part: 'title', start: 2, end: 5 },
      { para: 'city', part: 'title-en', start: 2, end: 11 },
    ]);
    expect(textsOf('plan-find')).toEqual(['定位', 'Strategic', '副中心', 'secondary']);
  });

  it('leave out what is not printed and what does not exist', async () => {
    const { panel } = await mountPanel('plan-text');
    await panel.markRanges([
      { para: 'city', part: 'title', start: 0, end: 2 },
      { para: 'city', part: 'title-en', start: 0, end: 2 },
      { para: 'city', part: 'heading', depth: 3, start: 0, end: 2 },
      body('nowhere', 0, 2),
      body('city', 0, 9999),
    ]);
    expect(textsOf('plan-find')).toEqual([]);
    expect(panel.getRangeRect(body('nowhere', 0, 2))).toBeNull();
  });

  it('come again after the text was drawn anew, and go when the text leaves the page', async () => {
    const { panel, host, store, settle } = await mountPanel('plan-text');
    await panel.markRanges([find('city', '四纵四横')], 0);
    store.send({ type: 'lang', lang: 'en' });
    await settle();
    expect(textsOf('plan-find')).toEqual(['四纵四横']);
    const [range] = highlights.get('plan-find')!;
    expect(range!.startContainer.isConnected).toBe(true);
    panel.remove();
    expect(textsOf('plan-find')).toEqual([]);
    host.append(panel);
    expect(textsOf('plan-find')).toEqual(['四纵四横']);
    await panel.markRanges([]);
    expect([...textsOf('plan-find'), ...textsOf('plan-find-current')]).toEqual([]);
  });

  it('leave another text’s marks in the same page alone', async () => {
    const first = await mountPanel('plan-text');
    await first.panel.markRanges([find('city', '四纵四横')]);
    const kept = first.host;
    const second = await mountPanel('plan-text');
    document.body.append(kept);
    await second.panel.markRanges([find('city', '外环')]);
    await second.panel.markRanges([]);
    expect(textsOf('plan-find')).toEqual(['四纵四横']);
    kept.remove();
  });
});

describe('boxes in place of highlights', () => {
  it('are drawn in the scroller without style attributes in mark-up, and taken away', async () => {
    const { find: select } = await mountPanel('plan-text');
    const scroller = select('.scroller');
    const phrase = select('[data-phrase]');
    const run = { startContainer: phrase, startOffset: 0, endContainer: phrase, endOffset: 1 };
    vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([
      new DOMRect(10, 20, 30, 5),
      new DOMRect(0, 25, 12, 5),
    ] as unknown as DOMRectList);
    const painter = createBoxPainter(scroller);
    painter.paint([run], run);
    const boxes = [...scroller.querySelectorAll<HTMLElement>('.found-layer > div')];
    expect(boxes.map(({ style }) => [style.left, style.top, style.width])).toEqual([
      ['10px', '20px', '30px'],
      ['0px', '25px', '12px'],
    ]);
    expect(boxes.every((box) => box.hasAttribute('data-current'))).toBe(true);
    painter.clear();
    expect(scroller.querySelector('.found-layer')).toBeNull();
  });
});

describe('a run that is looked for', () => {
  it('is brought into view when the text gets a size', async () => {
    let measure: (() => void)[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          measure.push(callback);
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    const { panel, find: select } = await mountPanel('plan-text');
    measure = [];
    const scroller = select('.scroller');
    const scroll = vi.spyOn(scroller, 'scrollTo');
    await panel.revealRange(find('logistics', '县城物流'));
    expect(scroll).not.toHaveBeenCalled();
    Object.defineProperty(scroller, 'clientHeight', { value: 300 });
    for (const callback of measure) callback();
    expect(scroll).toHaveBeenCalledOnce();
  });
});
