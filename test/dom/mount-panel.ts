import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { conventions } from '../../layers/conventions.ts';
import { cartography } from '../../layers/index.ts';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import type { Store, ViewerRequest } from '../../src/contracts/state.ts';
import type { Language } from '../../src/contracts/theme.ts';
import { createInitialState } from '../../src/core/initial-state.ts';
import { reduce } from '../../src/core/reduce.ts';
import { createStore } from '../../src/core/store.ts';
import { PlanCard } from '../../src/elements/plan-card/plan-card.ts';
import { PlanLayers } from '../../src/elements/plan-layers/plan-layers.ts';
import { PlanList } from '../../src/elements/plan-list/plan-list.ts';
import { PlanText } from '../../src/elements/plan-text/plan-text.ts';
import { define } from '../../src/elements/shared/define.ts';
import { type Atlas, atlasContext } from '../../src/elements/shared/store-context.ts';
import { createBundle } from '../fixtures/create-bundle.ts';

define('plan-text', PlanText);
define('plan-list', PlanList);
define('plan-layers', PlanLayers);
define('plan-card', PlanCard);

type PanelTag = Extract<keyof HTMLElementTagNameMap, `plan-${string}`>;

export interface Mounted<T extends PanelTag> {
  readonly panel: HTMLElementTagNameMap[T];
  readonly store: Store;
  /** Every request that the panel sent, oldest first; the store has taken each. */
  readonly requests: readonly ViewerRequest[];
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly settle: () => Promise<void>;
  readonly bringCartography: () => Promise<void>;
  readonly find: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  readonly findAll: (selector: string) => HTMLElement[];
}

/** A panel inside an element that answers as an atlas does: same store, same reducer, no map. */
export async function mountPanel<T extends PanelTag>(
  tag: T,
  options: {
    readonly bundle?: PlanBundle | null;
    readonly lang?: Language;
    /** The tables come only with `bringCartography`, as when the panels' code loads late. */
    readonly isCartographyLate?: boolean;
  } = {},
): Promise<Mounted<T>> {
  const store = createStore(createInitialState(), reduce);
  const host = document.createElement('div');
  const requests: ViewerRequest[] = [];
  const atlas: Atlas = {
    store,
    conventions,
    cartography,
    loadMap: () => Promise.reject(new Error('these tests have no map')),
    loadBundle: () => Promise.reject(new Error('these tests load nothing')),
    listOrigins: () => [],
  };
  const provider = new ContextProvider(host, {
    context: atlasContext,
    initialValue: options.isCartographyLate ? { ...atlas, cartography: null } : atlas,
  });
  provider.hostConnected();
  host.addEventListener('plan-request', (event) => {
    requests.push(event.detail);
    store.send(event.detail);
  });
  if (options.lang) store.send({ type: 'lang', lang: options.lang });
  if (options.bundle !== null) {
    store.send({ type: 'load-done', bundle: options.bundle ?? createBundle(), problems: [] });
  }
  const panel = document.createElement(tag);
  host.append(panel);
  document.body.replaceChildren(host);
  const settle = async (): Promise<void> => {
    await (panel as unknown as LitElement).updateComplete;
  };
  await settle();
  const root = panel.shadowRoot!;
  return {
    panel,
    store,
    requests,
    host,
    root,
    settle,
    bringCartography: () => {
      provider.setValue(atlas);
      return settle();
    },
    find: <E extends HTMLElement>(selector: string) => {
      const found = root.querySelector<E>(selector);
      if (!found) throw new Error(`${tag} has no "${selector}"`);
      return found;
    },
    findAll: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
  };
}

/** Text as a reader sees it, without the white space of the template. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

export function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}
