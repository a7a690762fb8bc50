import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Flavour } from '../../contracts/theme.ts';
import { isSameList } from '../../core/is-same-list.ts';
import { messages, type Messages } from '../messages/messages.ts';
import { atlasContext, type Atlas } from './store-context.ts';

/**
 * Base of every element inside a `<plan-atlas>`: reads a slice of the state and redraws only when
 * that slice changes; asks for changes by `plan-request` events. Shows nothing outside an atlas.
 */
export abstract class AtlasElement extends LitElement {
  /** State of the atlas around it; null outside one. */
  protected state: ViewerState | null = null;
  protected cartography: Cartography | null = null;
  #slice: readonly unknown[] = [];
  #unsubscribe: (() => void) | null = null;
  /** The atlas around it; null outside one. */
  protected get atlas(): Atlas | null {
    return this.#atlas.value ?? null;
  }

  readonly #atlas = new ContextConsumer(this, {
    context: atlasContext,
    subscribe: true,
    callback: () => this.#follow(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** The parts of the state that this element draws; compared one by one with `Object.is`. */
  protected abstract slice(state: ViewerState): readonly unknown[];

  /** Called after every change of the slice, before the redraw. */
  protected sliceChanged?(state: ViewerState, before: ViewerState | null): void;

  protected request(request: ViewerRequest): void {
    this.dispatchEvent(
      new CustomEvent('plan-request', { detail: request, bubbles: true, composed: true }),
    );
  }

  protected get bundle(): PlanBundle | null {
    return this.state?.bundle ?? null;
  }

  protected get flavour(): Flavour | null {
    return (this.state && this.cartography?.flavours[this.state.flavour]) ?? null;
  }

  /** Interface words in the atlas's language. */
  protected get words(): Messages {
    return messages[this.state?.lang ?? 'zh-Hans'];
  }

  protected get isEnglish(): boolean {
    return this.state?.lang === 'en';
  }

  /** A name from the cartography in the atlas's language. */
  protected say(text: Bilingual): string {
    return this.isEnglish ? text.en : text.zh;
  }

  /** The English text when the interface is English and there is one; else the Chinese. */
  protected pick(zh: string, en: string | undefined): string {
    return this.isEnglish && en ? en : zh;
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.state !== null;
  }

  #follow(): void {
    const atlas = this.#atlas.value;
    if (!atlas || !this.isConnected) return;
    this.#unsubscribe?.();
    if (this.cartography !== atlas.cartography) {
      this.cartography = atlas.cartography;
      this.#slice = [];
    }
    this.#unsubscribe = atlas.store.subscribe((state) => this.#take(state));
    this.#take(atlas.store.getState());
    this.requestUpdate();
  }

  #take(state: ViewerState): void {
    const slice = this.slice(state);
    const before = this.state;
    this.state = state;
    if (before !== null && isSameList(slice, this.#slice)) return;
    this.#slice = slice;
    this.sliceChanged?.(state, before);
    this.requestUpdate();
  }
}
