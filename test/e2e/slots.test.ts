import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type OpenedPage } from '../tools/browser.ts';
import { openBench } from './bench.ts';

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
const LAYOUTS = [
  ['wide', 1000, 560],
  ['tall', 420, 700],
  ['compact', 480, 360],
  ['own', 700, 500],
] as const;

let browser: Browser;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openBench(browser);
  ({ page } = opened);
});
afterEach(() => page.evaluate(() => document.body.replaceChildren()));
afterAll(async () => {
  opened.assertClean();
  await browser.close();
});

describe('what a host puts into the slots', () => {
  it.each(LAYOUTS)(
    'of the corners and the overlay covers no furniture and takes no pointer but its own: %s',
    async (layout, width, height) => {
      const seen = await page.evaluate(
        async ([name, corners, widthPx, heightPx]) => {
          const atlas = bench.create({ src: '/bundle/yuxian.json' });
          atlas.style.setProperty('width', `${widthPx}px`);
          atlas.style.setProperty('height', `${heightPx}px`);
          // In a layout of the host's own it is the map that has the slots.
          const holder = name === 'own' ? document.createElement('plan-map') : atlas;
          if (name === 'own') atlas.append(holder);
          const put = (slot: string, css: Readonly<Record<string, string>>): HTMLElement => {
            const box = document.createElement('button');
            box.slot = slot;
            box.textContent = slot;
            for (const [key, value] of Object.entries(css)) box.style.setProperty(key, value);
            holder.append(box);
            return box;
          };
          const boxes = corners.map((slot) => put(slot, { width: '110px', height: '40px' }));
          const place = { position: 'absolute', inset: '45% auto auto 45%', width: '60px' };
          const overlay = put('overlay', { ...place, height: '30px' });
          document.body.append(atlas);
          await atlas.viewOnReady();
          // The lens says in the top left corner what it shows.
          if (name === 'wide') {
            atlas.setViewState({ lens: { statuses: ['planned'], horizon: null } });
            await customElements.whenDefined('plan-lens');
            await bench.frames(3);
          }
          const map = bench.part(atlas, 'plan-map');
          const root = map.shadowRoot!;
          const furniture = [...root.querySelectorAll('.controls, .scale, .note')];
          const lens = atlas.shadowRoot!.querySelector('plan-lens');
          if (name === 'wide') furniture.push(lens!.shadowRoot!.querySelector('ul')!);
          const buttons = atlas.shadowRoot!.querySelector('.overlay-buttons');
          if (buttons) furniture.push(buttons);
          const field = map.getBoundingClientRect();
          const things = [...furniture, ...boxes].map((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { name: element.className || element.textContent, left, top, right, bottom };
          });
          const overlaps = things.flatMap((one, index) =>
            things
              .slice(index + 1)
              .filter(
                (other) =>
                  one.left < other.right - 0.5 &&
                  other.left < one.right - 0.5 &&
                  one.top < other.bottom - 0.5 &&
                  other.top < one.bottom - 0.5,
              )
              .map((other) => `${one.name} / ${other.name}`),
          );
          const outside = things
            .filter(
              ({ left, top, right, bottom }) =>
                left < field.left ||
                top < field.top ||
                right > field.right + 0.5 ||
                bottom > field.bottom + 0.5,
            )
            .map((thing) => thing.name);
          const hit = (element: Element): boolean => {
            const { left, top, width: w, height: h } = element.getBoundingClientRect();
            return document.elementFromPoint(left + w / 2, top + h / 2) === element;
          };
          const hits = [...boxes, overlay].filter((box) => !hit(box)).map((box) => box.slot);
          const inner = root.elementFromPoint(field.left + field.width / 2, field.top + 90);
          const zoom = root.querySelector('[data-control=zoom-in]')!;
          const { left, top } = zoom.getBoundingClientRect();
          return {
            layout: atlas.shadowRoot!.querySelector<HTMLElement>('.frame')!.dataset['layout'],
            overlaps,
            outside,
            hits,
            isMapFree: inner?.classList.contains('maplibregl-canvas') ?? false,
            isZoomFree: root.elementFromPoint(left + 8, top + 8)?.closest('button') === zoom,
          };
        },
        [layout, CORNERS, width, height] as const,
      );
      expect(seen).toEqual({
        layout,
        overlaps: [],
        outside: [],
        hits: [],
        isMapFree: true,
        isZoomFree: true,
      });
    },
  );

  it.each(LAYOUTS.filter(([name]) => name !== 'own'))(
    'of the panes stands in the place of what is built in, and gives it back: %s',
    async (layout, width, height) => {
      const seen = await page.evaluate(
        async ([name, widthPx, heightPx]) => {
          const atlas = bench.create({ src: '/bundle/yuxian.json' });
          atlas.style.setProperty('width', `${widthPx}px`);
          atlas.style.setProperty('height', `${heightPx}px`);
          const put = (slot: string): HTMLElement => {
            const box = document.createElement('div');
            box.slot = slot;
            box.textContent = `${slot} of the host`;
            atlas.append(box);
            return box;
          };
          const boxes = [put('document-panel'), put('legend')];
          document.body.append(atlas);
          await atlas.viewOnReady();
          const root = atlas.shadowRoot!;
          const open = async (tab: string, control: string): Promise<void> => {
            const button = root.querySelector<HTMLElement>(
              name === 'compact' ? `[data-control=overlay-${control}]` : `[data-tab=${tab}]`,
            );
            button?.click();
            await atlas.updateComplete;
            await bench.frames(1);
          };
          const shown: boolean[] = [];
          const builtIn: boolean[] = [];
          for (const [index, [tab, control, tag]] of [
            ['text', 'text', 'plan-text'] as const,
            ['layers', 'layers', 'plan-layers'] as const,
          ].entries()) {
            await open(tab, control);
            const { width: w, height: h } = boxes[index]!.getBoundingClientRect();
            shown.push(w > 150 && h > 60);
            builtIn.push(root.querySelector(tag) !== null);
          }
          for (const box of boxes) box.remove();
          await bench.frames(2);
          const back = ['plan-text', 'plan-layers'].map((tag) => root.querySelector(tag) !== null);
          // A part that stands in a pane is no layout of the host's own.
          const text = document.createElement('plan-text');
          text.slot = 'document-panel';
          atlas.append(text);
          await bench.frames(2);
          await text.updateComplete;
          await open('text', 'text');
          const clauses = text.shadowRoot!.querySelectorAll('.clause').length;
          return {
            shown,
            builtIn,
            back,
            layout: root.querySelector<HTMLElement>('.frame')!.dataset['layout'],
            hasOne: root.querySelector('plan-text') === null && clauses > 10,
          };
        },
        [layout, width, height] as const,
      );
      expect(seen).toEqual({
        shown: [true, true],
        builtIn: [false, false],
        back: [true, true],
        layout,
        hasOne: true,
      });
    },
  );

  it('takes looks for inner parts from the page', async () => {
    const seen = await page.evaluate(async () => {
      const sheet = new CSSStyleSheet();
      const parts = [
        'map furniture notes phrase clause legend-row list-row card-header card-sources bar',
        'find-field',
      ]
        .join(' ')
        .split(' ');
      sheet.replaceSync(
        parts
          .map((part) => `plan-atlas::part(${part}) { outline: 3px solid rgb(1, 2, 3) }`)
          .join(''),
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const atlas = await bench.mount({ feature: 'cangshan' });
      await bench.frames(2);
      const within = (part: string): Element[] => {
        const found: Element[] = [];
        const visit = (root: ParentNode): void => {
          for (const element of root.querySelectorAll('*')) {
            if (getComputedStyle(element).outlineColor === 'rgb(1, 2, 3)') found.push(element);
            if (element.shadowRoot) visit(element.shadowRoot);
          }
        };
        visit(atlas.shadowRoot!);
        const inner = part.replace(/^(legend|list|card|find)-/, '');
        return found.filter((element) => element.part.contains(inner));
      };
      const missing = parts.filter((part) => within(part).length === 0);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      return missing;
    });
    expect(seen).toEqual([]);
  });
});
