import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle, Story } from '../../src/contracts/bundle.ts';
import type { PresentState } from '../../src/contracts/present.ts';
import { deckOf } from '../../src/core/present/list-slides.ts';
import { createPresent, stepPresent } from '../../src/core/present/step-present.ts';
import { PlanPresenter } from '../../src/elements/plan-presenter/plan-presenter.ts';
import { TalkLink } from '../../src/elements/plan-presenter/talk-link.ts';
import { openSession } from '../../src/elements/plan-presenter/talk-session.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { mountPanel, press, textOf, type Mounted } from './mount-panel.ts';

define('plan-presenter', PlanPresenter);

const story: Story = {
  id: 'briefing',
  version: '1',
  title: '汇报',
  scenes: [1, 2, 3].map((number) => ({
    id: `scene-${number}`,
    title: `第${number}景`,
    caption: `说明${number}`,
    notes: `讲 **${number}**`,
    clauses: [],
    durationS: 30,
  })),
};

const createStoryBundle = (): PlanBundle => ({ ...createBundle(), story });

const createRunning = (index: number): PresentState =>
  stepPresent(createPresent(deckOf(story)), { type: 'start', index, at: 1 });

let mounted: Mounted<'plan-presenter'>;
let wall: TalkLink;
let onWall: PresentState;

const joinWall = (index: number): TalkLink =>
  new TalkLink({
    bundleId: createStoryBundle().bundle.id,
    session: openSession(),
    role: 'stage',
    state: createRunning(index),
    heard: (state) => {
      onWall = state;
    },
    met: () => undefined,
    story: () => story,
  });

beforeEach(async () => {
  localStorage.clear();
  wall = joinWall(1);
  onWall = wall.state;
  mounted = await mountPanel('plan-presenter', { bundle: createStoryBundle() });
  await vi.waitFor(() => expect(mounted.panel.present?.index).toBe(1));
  await mounted.settle();
});
afterEach(() => {
  wall.close();
  mounted.panel.remove();
});

describe('the speaker’s window', () => {
  it('shows what is on the wall, what to say and what comes next', () => {
    expect(textOf(mounted.find('.preview h3'))).toBe('第2景');
    expect(textOf(mounted.find('.words'))).toBe('讲 2');
    expect(mounted.find('.words strong').textContent).toBe('2');
    expect(textOf(mounted.find('.next'))).toContain('第3景');
    expect(textOf(mounted.find('[aria-current=true]'))).toContain('第2景');
  });

  it('turns the wall by the keys of a clicker', async () => {
    press(document.body, 'PageDown');
    await vi.waitFor(() => expect(onWall.index).toBe(2));
    press(document.body, 'Home');
    await vi.waitFor(() => expect(onWall.index).toBe(0));
  });

  it('goes where the list is clicked', async () => {
    mounted.find('[data-slide=scene-3]').click();
    await vi.waitFor(() => expect(onWall.index).toBe(2));
  });

  it('follows the wall', async () => {
    wall.act({ type: 'blank' });
    await vi.waitFor(() => expect(mounted.panel.present?.isBlank).toBe(true));
    await mounted.settle();
    expect(mounted.find('.black')).toBeTruthy();
  });

  it('says that the wall is gone, and takes it back', async () => {
    wall.close();
    await vi.waitFor(() => expect(mounted.findAll('.gone')).toHaveLength(1));
    expect(textOf(mounted.find('.gone'))).toContain('投影窗口已断开');
    wall = joinWall(0);
    await vi.waitFor(() => expect(mounted.findAll('.gone')).toHaveLength(0));
    /** The window that came back had lost its place; the desk had not. */
    await vi.waitFor(() => expect(onWall.index).toBe(1));
  });

  it('lets go when it is taken out, and joins again when it is put back', async () => {
    const { panel, host } = mounted;
    panel.remove();
    press(document.body, 'PageDown');
    wall.act({ type: 'last' });
    host.append(panel);
    await vi.waitFor(() => expect(panel.present?.index).toBe(2));
    press(document.body, 'Home');
    await vi.waitFor(() => expect(wall.state.index).toBe(0));
  });
});
