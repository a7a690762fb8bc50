import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conventions } from '../../layers/conventions.ts';
import { cartography } from '../../layers/index.ts';
import { findUndrawn } from '../../src/core/find-undrawn.ts';
import { AtlasFrame } from '../../src/elements/plan-atlas/atlas-frame.ts';
import { PlanAtlas } from '../../src/elements/plan-atlas/plan-atlas.ts';
import { PlanCard } from '../../src/elements/plan-card/plan-card.ts';
import { PlanSearch } from '../../src/elements/plan-search/plan-search.ts';
import { PlanText } from '../../src/elements/plan-text/plan-text.ts';
import { define } from '../../src/elements/shared/define.ts';
import { createBundle } from '../fixtures/create-bundle.ts';
import { press } from './mount-panel.ts';

PlanAtlas.parts = {
  conventions,
  loadMap: () => Promise.reject(new Error('these tests have no map')),
  loadPanels: () =>
    Promise.resolve({ cartographyOfScreen: () => cartography, findUndrawn, AtlasFrame }),
  loadTools: () =>
    Promise.resolve({ loadTool: () => Promise.resolve(), showSlowLoad: () => undefined }),
  ownOrigin: '',
  loadBundle: () =>
    Promise.resolve({ bundle: createBundle(), problems: [], prove: () => Promise.resolve([]) }),
};
define('plan-atlas', PlanAtlas);
define('plan-text', PlanText);
define('plan-card', PlanCard);
define('plan-search', PlanSearch);

interface Mounted {
  readonly atlas: PlanAtlas;
  readonly find: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  readonly settle: () => Promise<void>;
}

/** An atlas the size of a phone, or of a desk, with the small bundle and its frame. */
async function mountAtlas(
  size: 'phone' | 'desk',
  setUp?: (atlas: PlanAtlas) => void,
): Promise<Mounted> {
  const atlas = document.createElement('plan-atlas');
  const [width, height] = size === 'phone' ? [390, 844] : [1440, 900];
  atlas.getBoundingClientRect = () => new DOMRect(0, 0, width, height);
  Object.defineProperties(atlas, {
    offsetWidth: { get: () => width },
    offsetHeight: { get: () => height },
  });
  setUp?.(atlas);
  atlas.bundle = {};
  document.body.replaceChildren(atlas);
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await atlas.updateComplete;
  };
  await vi.waitFor(() => {
    if (!atlas.shadowRoot?.querySelector('[data-menu=tools]')) throw new Error('no bar yet');
  });
  await settle();
  return {
    atlas,
    settle,
    find: <E extends HTMLElement>(selector: string) => {
      const found = atlas.shadowRoot!.querySelector<E>(selector);
      if (!found) throw new Error(`the atlas has no "${selector}"`);
      return found;
    },
  };
}

beforeEach(() => {
  history.replaceState(null, '', '#');
});
afterEach(() => document.body.replaceChildren());

const isOpen = (button: HTMLElement): string | null => button.getAttribute('aria-expanded');

describe('the bar on a phone', () => {
  it('folds stages, tools and appearance into menus that say whether they are open', async () => {
    const { find, settle } = await mountAtlas('phone');
    for (const name of ['lens', 'tools', 'look']) {
      const button = find(`[data-menu=${name}]`);
      expect(button.closest('[data-folded]')).not.toBeNull();
      expect(isOpen(button)).toBe('false');
      button.click();
      await settle();
      expect(isOpen(button)).toBe('true');
      expect(find(`#${button.getAttribute('aria-controls')!}`).dataset['open']).toBe('');
    }
    expect(isOpen(find('[data-menu=lens]'))).toBe('false');
  });

  it('closes a menu on Escape, gives the focus back, and keeps the selection', async () => {
    const { atlas, find, settle } = await mountAtlas('phone');
    atlas.select({ feature: 's45' });
    const button = find('[data-menu=look]');
    button.click();
    await settle();
    find<HTMLSelectElement>('[data-control=flavour]').focus();
    press(find('[data-control=flavour]'), 'Escape');
    await settle();
    expect(isOpen(button)).toBe('false');
    expect(atlas.shadowRoot!.activeElement).toBe(button);
    expect(atlas.feature).toBe('s45');
  });

  it('closes a menu when something else is pressed', async () => {
    const { find, settle } = await mountAtlas('phone');
    const button = find('[data-menu=tools]');
    button.click();
    await settle();
    find('.tools').dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    await settle();
    expect(isOpen(button)).toBe('true');
    find('.middle').dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    await settle();
    expect(isOpen(button)).toBe('false');
  });

  it('leads by arrow keys into the menu and round it', async () => {
    const { atlas, find, settle } = await mountAtlas('phone');
    press(find('[data-menu=tools]'), 'ArrowDown');
    await settle();
    const focused = (): string | undefined =>
      (atlas.shadowRoot!.activeElement as HTMLElement | null)?.dataset['tool'];
    expect(focused()).toBe('audit');
    press(find('.tools [data-tool=audit]'), 'ArrowUp');
    await settle();
    expect(focused()).toBe('story');
  });

  it('says on the closed button which stages and years are shown', async () => {
    const { atlas, find, settle } = await mountAtlas('phone');
    expect(find('[data-menu=lens]').textContent.trim()).toBe('阶段');
    atlas.setViewState({ lens: { statuses: ['existing', 'planned'], horizon: 2030 } });
    await settle();
    expect(find('[data-menu=lens]').textContent.trim()).toBe('阶段 2/4 ≤ 2030');
  });

  it('opens a tool from its menu and closes the menu', async () => {
    const { atlas, find, settle } = await mountAtlas('phone');
    find('[data-menu=tools]').click();
    await settle();
    find('.tools [data-tool=measure]').click();
    await settle();
    expect(isOpen(find('[data-menu=tools]'))).toBe('false');
    expect(find('.drawer').dataset['tool']).toBe('measure');
    expect(atlas.getViewState().tool).toEqual({ name: 'measure', target: null });
  });
});

describe('the drawer', () => {
  it('is closed by Escape in it; the focus goes back to the button that opened it', async () => {
    const { atlas, find, settle } = await mountAtlas('desk');
    const button = find('.tools [data-tool=stats]');
    button.focus();
    button.click();
    await settle();
    find('[data-control=close-tool]').focus();
    press(find('[data-control=close-tool]'), 'Escape');
    await settle();
    expect(atlas.getViewState().tool).toBeNull();
    expect(atlas.shadowRoot!.activeElement).toBe(button);
  });

  it('is closed by its button; the focus goes back likewise', async () => {
    const { atlas, find, settle } = await mountAtlas('desk');
    const button = find('.tools [data-tool=audit]');
    button.focus();
    button.click();
    await settle();
    find('[data-control=close-tool]').focus();
    find('[data-control=close-tool]').click();
    await settle();
    expect(atlas.getViewState().tool).toBeNull();
    expect(atlas.shadowRoot!.activeElement).toBe(button);
  });

  it('stays while Escape elsewhere clears a selection', async () => {
    const { atlas, find, settle } = await mountAtlas('desk');
    find('.tools [data-tool=stats]').click();
    atlas.select({ feature: 's45' });
    await settle();
    press(find('plan-card'), 'Escape');
    expect(atlas.feature).toBeNull();
    expect(atlas.getViewState().tool?.name).toBe('stats');
    press(find('plan-card'), 'Escape');
    expect(atlas.getViewState().tool).toBeNull();
  });
});

describe('the query of find', () => {
  const boxOf = ({ find }: Mounted): HTMLInputElement =>
    find<PlanSearch>('plan-search').shadowRoot!.querySelector('input')!;

  it('goes from the view into the box, which stays closed and takes no focus', async () => {
    const mounted = await mountAtlas('desk');
    mounted.atlas.setViewState({ find: '机场' });
    await mounted.settle();
    await vi.waitFor(() => expect(boxOf(mounted).value).toBe('机场'));
    expect(boxOf(mounted).getAttribute('aria-expanded')).toBe('false');
    expect(mounted.atlas.shadowRoot!.activeElement).toBeNull();
  });

  it('goes from the box into the view, and out of it when it is cleared', async () => {
    const mounted = await mountAtlas('desk');
    boxOf(mounted).value = '机场';
    boxOf(mounted).dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(mounted.atlas.getViewState().find).toBe('机场');
    mounted.find<PlanSearch>('plan-search').clear();
    expect(mounted.atlas.getViewState().find).toBe('');
  });

  it('has keys only where the atlas owns the page, and none while words are typed', async () => {
    const alone = await mountAtlas('desk');
    press(document.body, '/');
    expect(alone.atlas.shadowRoot!.activeElement).toBeNull();

    const owner = await mountAtlas('desk', (atlas) => {
      atlas.permalink = true;
    });
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    press(field, '/');
    expect(document.activeElement).toBe(field);
    field.blur();
    press(document.body, '/');
    expect(owner.atlas.shadowRoot!.activeElement).toBe(owner.find('plan-search'));
  });
});
