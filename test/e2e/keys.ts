/** A walk by keyboard alone, with the focus in sight at every key. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_STEPS = 120;

export interface Focus {
  /** The element and the hosts around it, outermost first. */
  readonly where: string;
  readonly value: string;
  /** Why one would not see where one is; null: one does. */
  readonly fault: string | null;
  /** Whether it is the one that was asked for. */
  readonly isMeant: boolean;
}

/** One page and its keys; after each of them the focus must be in sight. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What has the focus, through all shadow roots, and whether it can be seen. */
  async look(selector = '*'): Promise<Focus> {
    const focus = await this.#glance(selector, 0);
    // What seems wrong may only not be drawn yet.
    return focus.fault === null ? focus : this.#glance(selector, 2);
  }

  #glance(selector: string, frames: number): Promise<Focus> {
    return this.#page.evaluate(
      async ([wanted, waits]) => {
        for (let frame = 0; frame < waits; frame += 1) await new Promise(requestAnimationFrame);
        const trail: Element[] = [];
        for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) {
          trail.push(at);
        }
        const element = trail.at(-1) ?? document.body;
        const name = (one: Element): string => {
          const { control, tab, tool, menu, feature } = (one as HTMLElement).dataset;
          const known = control ?? tab ?? tool ?? menu ?? feature ?? one.getAttribute('name') ?? '';
          return known === '' ? one.localName : `${one.localName}[${known}]`;
        };
        const outOf = (node: Node): Node | null =>
          (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
        /** An input that is drawn by its label, as the one for files. */
        const drawn =
          getComputedStyle(element).opacity === '0'
            ? (element.closest('label') ?? element)
            : element;
        const findFault = (): string | null => {
          if (element === document.body || element === document.documentElement) return 'lost';
          if (!element.matches(':focus-visible')) return 'not marked as seen';
          const box = drawn.getBoundingClientRect();
          const isOutlined = (one: Element): boolean => {
            const { outlineStyle, outlineWidth } = getComputedStyle(one);
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
          };
          // A bar of a chart is ringed by its stroke, a divider by its grip.
          const { stroke, strokeWidth } = getComputedStyle(drawn);
          const isStroked =
            drawn instanceof SVGElement && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2;
          const isRinged = isStroked || [drawn, ...drawn.children].some(isOutlined);
          // What fills the window needs no ring, for there is nothing else.
          if (box.width >= innerWidth && box.height >= innerHeight) return null;
          if (!isRinged) return 'has no ring';
          let [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
          let [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
          /** What scrolls cuts off what is in it. */
          for (let at: Node | null = drawn; at; at = outOf(at)) {
            if (!(at instanceof HTMLElement) || at === drawn) continue;
            if (getComputedStyle(at).overflowY === 'visible') continue;
            const frame = at.getBoundingClientRect();
            [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
            [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
          }
          if (right - left < 1 || bottom - top < 1) return 'out of the window';
          /** What lies at a place of it: shares of what is in sight of it. */
          const findHit = (x: number, y: number): Element | null => {
            const [px, py] = [left + (right - left) * x, top + (bottom - top) * y] as const;
            let hit = document.elementFromPoint(px, py);
            while (hit?.shadowRoot) {
              const inner = hit.shadowRoot.elementFromPoint(px, py);
              if (!inner || inner === hit) break;
              hit = inner;
            }
            return hit;
          };
          const isSeen = (hit: Element | null): boolean =>
            hit !== null && (drawn.contains(hit) || hit.contains(drawn) || trail.includes(hit));
          const middle = findHit(0.5, 0.5);
          // The grip of a divider lies on the middle of a map, and hides nothing of its ring.
          const isLarge = drawn instanceof HTMLCanvasElement;
          const others = isLarge ? [findHit(0.25, 0.25), findHit(0.75, 0.75)] : [];
          if ([middle, ...others].some(isSeen)) return null;
          return `covered by ${middle ? name(middle) : 'nothing'}`;
        };
        return {
          where: trail.map(name).join(' › '),
          value: (element as HTMLInputElement).value ?? '',
          fault: findFault(),
          isMeant: element.matches(wanted),
        };
      },
      [selector, frames] as const,
    );
  }

  async press(key: string): Promise<Focus> {
    await this.#page.keyboard.press(key);
    return this.seen(key);
  }

  async seen(after: string): Promise<Focus> {
    const focus = await this.look();
    expect(focus.fault, `${focus.where} after ${after}`).toBeNull();
    return focus;
  }

  /** Steps on until what is meant has the focus. */
  async to(selector: string, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await this.#page.keyboard.press(key);
      const focus = await this.look(selector);
      expect(focus.fault, `${focus.where} after ${key} on the way to ${selector}`).toBeNull();
      if (focus.isMeant) return;
      passed.push(focus.where);
    }
    throw new Error(`${key} never came to ${selector}, but to\n${passed.join('\n')}`);
  }

  /** By the bar, or by the menu that its tools are folded into. */
  async openTool(name: string): Promise<void> {
    const isThere = async (): Promise<boolean> =>
      (await this.look(`[data-menu=tools][aria-expanded=false]`)).isMeant;
    if (!(await isThere())) await this.to(`[data-tool=${name}], [data-menu=tools]`);
    if (await isThere()) {
      await this.press('Enter');
      await this.to(`[data-tool=${name}]`);
    }
    await this.press('Enter');
  }

  /** Types into the field that has the focus, in place of what stands in it. */
  async write(words: string): Promise<void> {
    await this.press('Control+a');
    await this.#page.keyboard.type(words);
    await this.seen(`typing ${words}`);
  }

  /** Goes through a list that is closed until its value fits. */
  async choose(fits: (value: string) => boolean): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const { value } = await this.press('ArrowDown');
      if (fits(value)) return;
    }
    throw new Error('The list has no such choice.');
  }
}
