import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewerRequest } from '../../src/contracts/state.ts';
import { LensPlay } from '../../src/elements/plan-atlas/lens-play.ts';
import { PlanLens } from '../../src/elements/plan-lens/plan-lens.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf } from './mount-panel.ts';

define('plan-lens', PlanLens);

describe('plan-lens', () => {
  it('is silent while the lens shows all, and in a panel without a plan', async () => {
    const { root } = await mountPanel('plan-lens');
    expect(textOf(root.querySelector('[role=status]')!)).toBe('');
    const { findAll } = await mountPanel('plan-lens', { bundle: null });
    expect(findAll('li')).toEqual([]);
  });

  it('says what each stage adds, and of a year first how many have none', async () => {
    const { findAll, store, settle } = await mountPanel('plan-lens');
    store.send({ type: 'lens', lens: { statuses: ['existing', 'proposed'], horizon: 2030 } });
    await settle();
    const lines = findAll('li').map(textOf);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^到 2030 年底（其中 1 项未注明年份，仍予显示）：/);
    expect(lines[1]).toMatch(/^研究中：/);
  });

  it('says so in English, and where a stage holds nothing', async () => {
    const { findAll, store, settle } = await mountPanel('plan-lens', { lang: 'en' });
    store.send({ type: 'lens', lens: { statuses: ['planned'], horizon: 2025 } });
    await settle();
    const lines = findAll('li').map(textOf);
    expect(lines[0]).toMatch(/^By the end of 2025 \(1 of these has no year and is kept\): /);
    expect(lines[1]).toBe('Planned: nothing.');
  });

  it('bears a plan without features', async () => {
    const bundle = createBundle({ features: { type: 'FeatureCollection', features: [] } });
    const { findAll, store, settle } = await mountPanel('plan-lens', { bundle });
    store.send({ type: 'lens', lens: { horizon: 2035 } });
    await settle();
    expect(findAll('li').map(textOf)).toEqual(['到 2035 年底：无。']);
  });
});

describe('a sentence that is cut', () => {
  afterEach(() => void vi.restoreAllMocks());

  /** The test's document lays nothing out: every sentence is as high as this says. */
  function layOut(heightPx: number): void {
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(heightPx);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(40);
  }

  it('is shown whole by a button that is there only then', async () => {
    layOut(40);
    const { store, root, settle } = await mountPanel('plan-lens');
    store.send({ type: 'lens', lens: { statuses: ['planned'] } });
    await settle();
    expect(root.querySelector('button')).toBeNull();
    layOut(90);
    store.send({ type: 'lens', lens: { horizon: 2030 } });
    await settle();
    await settle();
    expect(textOf(root.querySelector('button')!)).toBe('全文');
    root.querySelector('button')!.click();
    await settle();
    expect(root.querySelector('button')!.getAttribute('aria-expanded')).toBe('true');
    expect(textOf(root.querySelector('button')!)).toBe('收起');
    expect(root.querySelector('ul')!.hasAttribute('data-whole')).toBe(true);
  });
});

describe('playing the stages', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function play() {
    const host = document.createElement('div');
    const inside = document.createElement('button');
    host.append(inside);
    document.body.replaceChildren(host);
    const sent: ViewerRequest[] = [];
    const lens = new LensPlay(
      host,
      (request) => sent.push(request),
      () => undefined,
    );
    lens.toggle();
    vi.advanceTimersByTime(0);
    const counts = (): number[] =>
      sent.map((request) => (request.type === 'lens' ? request.lens.statuses!.length : 0));
    return { host, inside, lens, counts };
  }

  it('adds one stage after another and ends with all', () => {
    const { lens, counts } = play();
    vi.advanceTimersByTime(20_000);
    expect(counts()).toEqual([1, 2, 3, 4]);
    expect(lens.isPlaying).toBe(false);
  });

  it.each(['pointerdown', 'keydown'])('stops where it is on %s anywhere in the atlas', (type) => {
    const { inside, lens, counts } = play();
    vi.advanceTimersByTime(2000);
    inside.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    vi.advanceTimersByTime(20_000);
    expect(counts()).toEqual([1, 2]);
    expect(lens.isPlaying).toBe(false);
  });

  it('leaves its own button to the button, which stops it', () => {
    const { inside, lens } = play();
    inside.dataset['control'] = 'lens-play';
    inside.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(lens.isPlaying).toBe(true);
    lens.toggle();
    expect(lens.isPlaying).toBe(false);
  });
});
