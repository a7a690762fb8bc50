import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle, Story } from '../../src/contracts/bundle.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { PlanPlayer, type PresentDetail } from '../../src/elements/plan-player/plan-player.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel, textOf, type Mounted } from './mount-panel.ts';

define('plan-player', PlanPlayer);

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

const plan = createBundle();
const [doc] = plan.plan.docs;
const paragraph = doc!.paragraphs[0]!;
const inferred = plan.features.features.find(
  ({ geometry, properties }) =>
    geometry && properties.accuracy.class === 'inferred' && properties.layer !== 'boundary',
);

const story: Story = {
  id: 'talk',
  version: '1',
  title: '汇报',
  opening: { title: '开场白', titleEn: 'Welcome', subtitle: '副题', durationS: 5 },
  closing: { title: '谢谢', durationS: 5 },
  scenes: [
    {
      id: 'one',
      title: '第一场',
      titleEn: 'Scene one',
      clauses: [{ doc: doc!.id, para: paragraph.id, quote: paragraph.text.slice(0, 6) }],
      caption: '这里说第一件事。',
      captionEn: 'This says the first thing.',
      ...(inferred ? { focus: [inferred.properties.id] } : {}),
      durationS: 5,
    },
    {
      id: 'two',
      title: '第二场',
      clauses: [],
      caption: '现状与规划。',
      lensPlay: { before: { statuses: ['existing'] }, after: { statuses: ['planned'] } },
      durationS: 5,
    },
  ],
};
const bundle: PlanBundle = { ...plan, story };

/** A player where an atlas has it: inside a shadow root, whose host answers its requests. */
async function mountPlayer(lang?: Language): Promise<Mounted<'plan-player'>> {
  const mounted = await mountPanel('plan-player', { bundle, ...(lang ? { lang } : {}) });
  mounted.host.toggleAttribute('page-keys');
  mounted.host.attachShadow({ mode: 'open' }).append(mounted.panel);
  await mounted.settle();
  return mounted;
}

async function startTalk(lang?: Language): Promise<Mounted<'plan-player'>> {
  const mounted = await mountPlayer(lang);
  mounted.panel.start(story, 0, false);
  await mounted.settle();
  return mounted;
}

const pressKey = (key: string, target: EventTarget = document.body): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

describe('plan-player', () => {
  it('shows nothing before a talk starts', async () => {
    const { root } = await mountPlayer();
    expect(root.querySelector('.stage')).toBeNull();
  });

  it('opens with the title page and goes on to a scene with the plan’s own words', async () => {
    const { find, settle } = await startTalk();
    expect(textOf(find('#slide-title'))).toBe('开场白');
    pressKey('PageDown');
    await settle();
    expect(textOf(find('#slide-title'))).toBe('第一场');
    expect(textOf(find('.text'))).toBe('这里说第一件事。');
    expect(textOf(find('blockquote'))).toBe(paragraph.text.slice(0, 6));
    expect(textOf(find('figcaption'))).toContain(doc!.title);
    expect(textOf(find('.counter'))).toBe('1 / 2');
  });

  it.runIf(inferred)('says what of the lit is our own reading', async () => {
    const { find, settle } = await startTalk();
    pressKey('PageDown');
    await settle();
    expect(textOf(find('.mark'))).toBe('推断，非规划原文');
  });

  it('speaks English', async () => {
    const { find, settle } = await startTalk('en');
    expect(textOf(find('#slide-title'))).toBe('Welcome');
    pressKey('PageDown');
    await settle();
    expect(textOf(find('.text'))).toBe('This says the first thing.');
    expect(find('.controls').getAttribute('aria-label')).toBe('Controls of the presentation');
  });

  it('shows a scene by requests and gives the view back when it is left', async () => {
    const { store, settle, panel } = await mountPlayer();
    store.send({ type: 'lens', lens: { statuses: ['planned'] } });
    panel.start(story, 2, false);
    await settle();
    expect(store.getState().flavourChoice).toBe('projector');
    pressKey('Escape');
    await settle();
    expect(panel.present.isRunning).toBe(false);
    expect(store.getState()).toMatchObject({
      flavourChoice: 'auto',
      lens: { statuses: ['planned'] },
      scene: null,
    });
  });

  it('leaves a field what is typed in it', async () => {
    const { panel } = await startTalk();
    const field = document.createElement('input');
    document.body.append(field);
    expect(pressKey('b', field)).toBe(true);
    expect(panel.present.isBlank).toBe(false);
  });

  it('hears the page only where the page is its own', async () => {
    const { panel, host } = await startTalk();
    host.removeAttribute('page-keys');
    pressKey('PageDown');
    expect(panel.present.index).toBe(0);
    pressKey('PageDown', panel);
    expect(panel.present.index).toBe(1);
  });

  it('goes over to the second look of a scene by itself', async () => {
    vi.useFakeTimers();
    const { panel } = await startTalk();
    panel.send({ type: 'go', index: 2 });
    expect(panel.present.isPlayed).toBe(false);
    vi.advanceTimersByTime(2600);
    expect(panel.present.isPlayed).toBe(true);
  });

  it('plays on, pauses with what is left, and stops at the last page', async () => {
    vi.useFakeTimers();
    const { panel } = await startTalk();
    pressKey('p');
    vi.advanceTimersByTime(3000);
    pressKey('p');
    vi.advanceTimersByTime(60_000);
    expect(panel.present.index).toBe(0);
    pressKey('p');
    vi.advanceTimersByTime(2400);
    expect(panel.present.index).toBe(1);
    vi.advanceTimersByTime(20_000);
    expect(panel.present).toMatchObject({ index: 3, isAutoplay: false });
  });

  it('stops playing on when the stage is touched', async () => {
    const { panel, find } = await startTalk();
    pressKey('p');
    expect(panel.present.isAutoplay).toBe(true);
    find('.caption').dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true }),
    );
    expect(panel.present.isAutoplay).toBe(false);
  });

  it('tells every step', async () => {
    const { panel, host } = await startTalk();
    const told: (string | null)[] = [];
    host.addEventListener('plan-present-change', (event) => {
      told.push((event as CustomEvent<PresentDetail>).detail.slide?.id ?? null);
    });
    panel.send({ type: 'next' });
    panel.send({ type: 'last' });
    expect(told).toEqual(['one', '@closing']);
  });

  it('keeps its scene when the story is edited before it', async () => {
    const { panel } = await startTalk();
    panel.send({ type: 'go', index: 2 });
    panel.replaceStory({ ...story, scenes: story.scenes.slice(1) });
    expect(panel.present.index).toBe(1);
  });

  it('hears no key once it was taken out, and again once it is put back', async () => {
    const { panel, host, settle } = await startTalk();
    panel.remove();
    expect(pressKey('PageDown')).toBe(true);
    expect(panel.present.index).toBe(0);
    host.shadowRoot!.append(panel);
    await settle();
    panel.start(story, 0, false);
    pressKey('PageDown');
    expect(panel.present.index).toBe(1);
  });
});

describe('red-lines on the stage', () => {
  it('are drawn by D, belong to the scene, cite its clause, and end by Esc before the talk does', async () => {
    const { panel, root, find, settle, store } = await startTalk();
    pressKey('PageDown');
    pressKey('d');
    await vi.waitFor(() => expect(root.querySelector('.draw-tools')).not.toBeNull(), 5000);
    find('[data-kind=line]').click();
    const { openMarks } = await import('../../src/elements/plan-marks/marks-session.ts');
    const session = openMarks({
      store,
      cartography: panel['cartography']!,
      planId: bundle.bundle.id,
      clock: () => 0,
    });
    session.put([113.4, 38.1]);
    session.put([113.5, 38.2]);
    await settle();
    pressKey('PageDown');
    await settle();
    expect(panel.present.index).toBe(2);
    expect(panel.marks).toMatchObject([
      {
        kind: 'line',
        scene: 'one',
        sceneTitle: '第一场',
        clauses: [{ para: paragraph.id, quote: paragraph.text.slice(0, 6) }],
      },
    ]);
    const { marksFromGeoJson, marksToGeoJson } = await import('../../src/core/marks/to-geojson.ts');
    const file = marksToGeoJson(panel.marks, bundle);
    expect(marksFromGeoJson(file, 'm.geojson').marks).toEqual(panel.marks);
    const { listDiscussed } = await import('../../src/elements/plan-marks/list-discussed.ts');
    const { scenes, rest } = await listDiscussed(panel.marks, bundle, 'zh-Hans');
    expect(scenes).toMatchObject([{ title: '第一场', picture: null }]);
    expect(rest).toEqual([]);
    pressKey('Escape');
    await settle();
    expect(root.querySelector('.draw-tools')).toBeNull();
    expect(panel.present.isRunning).toBe(true);
    pressKey('Escape');
    await settle();
    expect(panel.present.isRunning).toBe(false);
  });
});
