import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlanLens } from '../../src/elements/plan-lens/plan-lens.ts';
import { define } from '../../src/elements/shared/define.ts';
import { mountPanel } from './mount-panel.ts';

define('plan-lens', PlanLens);

afterEach(() => vi.restoreAllMocks());

/** The test's document lays nothing out: every sentence is as high as this says. */
function layOut(heightPx: number): void {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(heightPx);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(40);
}

describe('plan-lens', () => {
  it('says nothing while the lens shows all, and a sentence a stage when it does not', async () => {
    const { store, root, settle } = await mountPanel('plan-lens');
    expect(root.querySelector('ul')).toBeNull();
    store.send({ type: 'lens', lens: { statuses: ['existing', 'planned', 'proposed'] } });
    await settle();
    const lines = [...root.querySelectorAll('li')].map((line) => line.textContent!.trim());
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^规划新增：/);
    expect(lines[1]).toMatch(/^研究中：/);
    store.send({ type: 'lang', lang: 'en' });
    await settle();
    expect(root.querySelector('li')!.textContent).toMatch(/^\s*Planned: /);
  });

  it('offers the whole of a sentence only when it is cut', async () => {
    layOut(40);
    const { store, root, settle } = await mountPanel('plan-lens');
    store.send({ type: 'lens', lens: { statuses: ['planned'] } });
    await settle();
    expect(root.querySelector('button')).toBeNull();
    layOut(90);
    store.send({ type: 'lens', lens: { horizon: 2030 } });
    await settle();
    await settle();
    const button = root.querySelector('button')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await settle();
    expect(root.querySelector('button')!.getAttribute('aria-expanded')).toBe('true');
    expect(root.querySelector('ul')!.hasAttribute('data-whole')).toBe(true);
  });
});
