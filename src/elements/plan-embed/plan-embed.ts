import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { chooseInk, readColour } from '../../core/embed/contrast.ts';
import { createChoice, toSnippetOptions, type EmbedChoice } from '../../core/embed/embed-choice.ts';
import { frameAddress, type SnippetOptions } from '../../core/embed/write-snippet.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { reachOf } from '../../core/share/share-link.ts';
import { embedMessages } from '../messages/embed-messages.ts';
import { shareMessages } from '../messages/share-messages.ts';
import { SearchLoader } from '../plan-search/search-loader.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles } from '../shared/control-styles.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import { readSide } from './check-size.ts';
import type { EmbedContext, FinderView, SnippetForm } from './embed-context.ts';
import { keepChoice, recallChoice, type KeptChoice } from './kept-choice.ts';
import { listChoices } from './list-choices.ts';
import { planEmbedStyles } from './plan-embed-styles.ts';
import { PreviewFrame } from './preview-frame.ts';
import { renderSegments } from './render-about.ts';
import { renderForm } from './render-form.ts';
import { renderPreview } from './render-preview.ts';
import { renderShare } from './render-share.ts';
import { renderSnippet } from './render-snippet.ts';
import { DEFAULT_SHARE, type ShareChoice } from './share-context.ts';
import { ShareDesk } from './share-desk.ts';
import { createStandIn } from './stand-in.ts';

/**
 * What a web editor embeds: choices, a live preview in a real frame, snippets to copy; and pictures to share.
 * What is chosen stays while the tool is closed.
 *
 * @element plan-embed
 * @csspart form - what is chosen
 * @csspart preview - the slice as it will stand, or the picture
 * @csspart snippet - the snippets
 */
export class PlanEmbed extends AtlasElement {
  static override styles = [panelStyles, controlStyles, planEmbedStyles];

  @state() private told = '';
  @state() private query = '';
  @state() private badSides: EmbedContext['badSides'] = {};
  @state() private badColours: EmbedContext['badColours'] = {};

  #kept: KeptChoice | null = null;
  #keptOf: PlanBundle | null = null;
  #standIn: { readonly address: string; readonly element: HTMLElement } | null = null;
  readonly #preview = new PreviewFrame(this);
  readonly #search = new SearchLoader(() => this.requestUpdate());
  readonly #desk = new ShareDesk(this, () => this.renderRoot.querySelector('.darkroom'));

  protected slice(now: ViewerState): readonly unknown[] {
    const { bundle, lang, selection, layers, camera, map, flavour, scene } = now;
    return [bundle, lang, selection, layers, camera, map.status, flavour, scene];
  }

  protected override sliceChanged(now: ViewerState, before: ViewerState | null): void {
    const { bundle, selection } = now;
    if (!bundle || !this.atlas) return;
    if (this.#keptOf !== bundle) {
      const kept = recallChoice(this.atlas.store);
      this.#kept = kept?.bundle === bundle ? kept : this.#createKept(now, bundle);
      this.#keptOf = bundle;
      return;
    }
    const { feature, clause } = selection;
    if (feature !== null && feature !== before?.selection.feature) {
      this.#keep({
        embed: { ...this.#kept!.embed, feature, clause },
        share: { ...this.#kept!.share, feature },
      });
    } else if (clause !== null && clause !== before?.selection.clause) {
      this.#keep({ embed: { ...this.#kept!.embed, clause } });
    }
  }

  protected override updated(): void {
    this.#preview.observe(this.renderRoot.querySelector('.stage'));
    this.#paint();
  }

  #createKept(now: ViewerState, bundle: PlanBundle): KeptChoice {
    const { feature } = now.selection;
    const first = feature ?? linkClauses(bundle).readingOrder[0] ?? null;
    return {
      bundle,
      page: 'code',
      embed: { ...createChoice(now, bundle), feature: first },
      form: 'element',
      share: {
        ...DEFAULT_SHARE,
        about: feature === null ? 'view' : 'feature',
        feature: first,
      },
    };
  }

  #keep(change: Partial<KeptChoice>): void {
    this.#kept = { ...this.#kept!, ...change };
    keepChoice(this.atlas!.store, this.#kept);
    this.told = '';
    this.requestUpdate();
  }

  readonly #choose = (change: Partial<EmbedChoice>): void => {
    const next = { ...this.#kept!.embed, ...change };
    const paragraphs = this.bundle!.plan.docs.flatMap((doc) => doc.paragraphs);
    const clause =
      next.kind === 'clause' ? (next.clause ?? paragraphs[0]?.id ?? null) : next.clause;
    if ('widthPx' in change || 'heightPx' in change) this.badSides = {};
    if ('accent' in change || 'ground' in change) this.badColours = {};
    this.#keep({ embed: { ...next, clause } });
  };

  readonly #reset = (): void => {
    const { page } = this.#kept!;
    this.badSides = {};
    this.badColours = {};
    this.query = '';
    this.#keep({ ...this.#createKept(this.state!, this.bundle!), page });
    this.told = embedMessages[this.state!.lang].wasReset;
  };

  readonly #typeSide = (side: 'width' | 'height', text: string): void => {
    const value = readSide(text);
    if (value === null) this.badSides = { ...this.badSides, [side]: text.slice(0, 40) };
    else this.#choose(side === 'width' ? { widthPx: value } : { heightPx: value });
  };

  readonly #typeColour = (which: 'accent' | 'ground', text: string): void => {
    const value = readColour(text);
    if (value === null) this.badColours = { ...this.badColours, [which]: text.slice(0, 40) };
    else this.#choose({ [which]: value });
  };

  readonly #copy = (area: HTMLTextAreaElement, what: string): void => {
    const words = embedMessages[this.state!.lang];
    const tell = (told: string): void => {
      this.told = told;
    };
    const fail = (): void => {
      area.focus();
      area.select();
      tell(words.notCopied);
    };
    /** There is none where the page is not secure. */
    if (!navigator.clipboard) fail();
    else navigator.clipboard.writeText(area.value).then(() => tell(words.copied(what)), fail);
  };

  #paint(): void {
    const { embed, form } = this.#kept ?? {};
    const isStyled = form === 'element' || form === 'standalone';
    const accent = (isStyled && embed?.accent) || null;
    this.#preview.paint(accent, accent && chooseInk(accent));
  }

  /** The app's page, and its bundle seen from there; null where the atlas is not the page's own. */
  #place(): Pick<SnippetOptions, 'appUrl' | 'bundlePath' | 'src'> | null {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : null;
    if (!host?.hasAttribute('permalink')) return null;
    const appUrl = location.href.replace(/[?#].*$/s, '');
    const folder = new URL('.', appUrl).href;
    const given = host.getAttribute('src') ?? '';
    const bundle = new URL(given, document.baseURI).href;
    return bundle.startsWith(folder)
      ? { appUrl, bundlePath: bundle.slice(folder.length), src: null }
      : { appUrl, bundlePath: '', src: bundle };
  }

  #finder(): FinderView {
    const { bundle, state: now } = this;
    const { feature, clause } = now!.selection;
    const index = this.#search.indexOf(bundle);
    return {
      query: this.query,
      ...listChoices(bundle!, now!.lang, { feature, clause }, this.query, index),
      find: (query) => {
        this.query = query;
        void this.#search.load(bundle!);
      },
      prepare: () => void this.#search.load(bundle!),
    };
  }

  protected override render(): TemplateResult {
    const { bundle, cartography, atlas, state: now } = this;
    const words = embedMessages[now!.lang];
    const place = this.#place();
    if (!bundle || !cartography || !atlas || !this.#kept) {
      return html`<p class="empty" role="status">${words.empty}</p>`;
    }
    if (!place) return html`<p class="empty">${words.notHere}</p>`;
    const { page } = this.#kept;
    return html`<div class="desk" data-page=${page} lang=${now!.lang}>
      <div class="head">
        ${renderSegments(
          'page',
          words.pages,
          [
            ['code', words.code],
            ['picture', words.picture],
          ],
          page,
          (next) => this.#keep({ page: next }),
        )}
        <button type="button" class="plain" data-action="reset" @click=${this.#reset}>
          ${words.reset}
        </button>
      </div>
      ${page === 'code' ? this.#renderCode(place) : this.#renderPicture(place.appUrl)}
      <div class="darkroom" aria-hidden="true" inert></div>
    </div>`;
  }

  #renderCode(place: Pick<SnippetOptions, 'appUrl' | 'bundlePath' | 'src'>): TemplateResult {
    const { bundle, cartography, state: now } = this;
    const { embed: choice, form } = this.#kept!;
    const options = toSnippetOptions(choice, now!, bundle!, place);
    const address = frameAddress(options, bundle!);
    this.#preview.want(address);
    const { isRefused } = this.#preview;
    if (isRefused && this.#standIn?.address !== this.#preview.address) {
      this.#standIn = {
        address: this.#preview.address,
        element: createStandIn(options, bundle!),
      };
    }
    const context: EmbedContext = {
      state: now!,
      bundle: bundle!,
      cartography: cartography!,
      conventions: this.atlas!.conventions,
      words: embedMessages[now!.lang],
      choice,
      options,
      form,
      badSides: this.badSides,
      badColours: this.badColours,
      finder: this.#finder(),
      say: (text) => this.say(text),
      pick: (zh, en) => this.pick(zh, en),
      choose: this.#choose,
      typeSide: this.#typeSide,
      typeColour: this.#typeColour,
    };
    return html`${renderForm(context)}
      <div class="outcome">
        ${renderPreview(context, {
          address: this.#preview.address,
          isRefused,
          roomPx: this.#preview.roomPx,
          frameCame: this.#preview.take,
          loaded: () => this.#paint(),
          skip: () =>
            this.renderRoot.querySelector<HTMLElement>('.snippet [aria-selected=true]')?.focus(),
          standIn: this.#standIn?.element ?? null,
        })}
        ${renderSnippet(context, {
          isLocal: reachOf(place.appUrl) !== 'public',
          told: this.told,
          chooseForm: (next: SnippetForm) => this.#keep({ form: next }),
          copy: this.#copy,
        })}
      </div>`;
  }

  #renderPicture(page: string): TemplateResult {
    const { bundle, cartography, atlas, state: now } = this;
    const desk = this.#desk;
    const choice = this.#kept!.share;
    return renderShare({
      words: shareMessages[now!.lang],
      embedWords: embedMessages[now!.lang],
      bundle: bundle!,
      lang: now!.lang,
      choice,
      finder: this.#finder(),
      page,
      picture: desk.picture,
      step: desk.step,
      told: this.told || desk.told,
      failure: desk.failure,
      choose: (change: Partial<ShareChoice>) => this.#keep({ share: { ...choice, ...change } }),
      make: () => {
        this.told = '';
        void desk.make({
          choice,
          state: now!,
          bundle: bundle!,
          cartography: cartography!,
          store: atlas!.store,
          loadMap: atlas!.loadMap,
          page,
        });
      },
      cancel: () => desk.cancel(),
      save: () => desk.save(this.pick(bundle!.bundle.title, bundle!.bundle.titleEn)),
      copy: () => void desk.copy(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-embed': PlanEmbed;
  }
}
