/** Walks every link between the plan's text and its features, both ways, by mouse and by keyboard. */
import type { Page } from 'playwright-core';
import type { LngLat, PlanBundle, PlanFeature } from '../../src/contracts/bundle.ts';
import type { Phrase } from '../../src/contracts/links.ts';
import { classify } from '../../src/core/classify.ts';
import { labelPoint, linesOf, toLngLat } from '../../src/core/geometry.ts';
import { linkClauses } from '../../src/core/link-clauses.ts';
import { carriersOf, featuresById } from '../../src/core/lit.ts';
import { cartography } from '../../layers/index.ts';
import type { Aim, Expectation, Outcome, Spot } from './probe.ts';

/** More features than this never lie at one place. */
const DEEPEST_STACK = 24;
/** Near enough that symbols stand apart, far enough that one camera shows many. */
const WALK_ZOOM = 12;
const NOTHING: Expectation = { mark: 'hover', features: [], phrases: [], onMap: [] };
const UNDER_POINTER: Expectation = { ...NOTHING, underPointer: true };
const CLEARED: Expectation = { ...NOTHING, cleared: true };

/** A feature and a paragraph that it cites: `cangshan ⇄ positioning-tourism-wellness`. */
export type Pair = `${string} ⇄ ${string}`;

/** Every pair of the bundle, from the citations themselves. */
export function pairsOf(bundle: PlanBundle): ReadonlySet<Pair> {
  return new Set(
    bundle.features.features.flatMap(({ properties }) =>
      properties.planRefs.map(({ para }): Pair => `${properties.id} ⇄ ${para}`),
    ),
  );
}

export interface WalkOptions {
  /** False: there is no WebGL, so nothing is asked of the map. */
  readonly hasMap: boolean;
}

/** Which way, and by what. */
export type WalkName =
  'text by mouse' | 'text by keyboard' | 'map by mouse' | 'list by mouse' | 'list by keyboard';

/** How long a highlight took to appear. */
export interface Light {
  readonly walk: WalkName;
  /** The phrase or feature that was pointed at or chosen. */
  readonly subject: string;
  readonly what: string;
  /** From the input to the frame after everything was lit; the shortest when measured again. */
  readonly ms: number;
}

interface WalkStep {
  readonly subject: string;
  readonly what: string;
  readonly aim?: Aim;
  readonly event: string;
  readonly expectation: Expectation;
  /** `spot` is where the aim stands in the window. */
  readonly act: (spot: Spot) => Promise<unknown>;
}

/** One page, walked; remembers which pairs it saw and how long each light took. */
export class Walk {
  readonly bundle: PlanBundle;
  readonly #page: Page;
  readonly #hasMap: boolean;
  readonly #seen = new Set<Pair>();
  readonly #lights = new Map<string, Light>();
  #name: WalkName = 'text by mouse';
  /** The step whose outcome is still to come. */
  #open: WalkStep | null = null;

  private constructor(page: Page, bundle: PlanBundle, options: WalkOptions) {
    this.#page = page;
    this.bundle = bundle;
    this.#hasMap = options.hasMap;
  }

  static async start(page: Page, options: WalkOptions): Promise<Walk> {
    const bundle = await page.evaluate(() => {
      const atlas = planProbe.host();
      // A hidden layer's features light only once they are selected.
      atlas.layers = atlas.bundle!.layers.map(({ id }) => id);
      return atlas.bundle!;
    });
    return new Walk(page, bundle, options);
  }

  /** Features that have no place on the map. */
  unplaced(): ReadonlySet<string> {
    const features = this.bundle.features.features.filter(({ geometry }) => !geometry);
    return new Set(features.map(({ properties }) => properties.id));
  }

  /** The pairs that were not seen since the last call. */
  takeUnseen(): Pair[] {
    const unseen = [...pairsOf(this.bundle)].filter((pair) => !this.#seen.has(pair));
    this.#seen.clear();
    return unseen;
  }

  /** Points at phrases and clicks them. */
  async textByMouse(only?: ReadonlySet<string>): Promise<void> {
    this.#name = 'text by mouse';
    for (const phrase of linkClauses(this.bundle).phrases.values()) {
      const subject = phrase.id;
      if (only && !only.has(subject)) continue;
      await this.#take({
        subject,
        what: `point at ${subject}`,
        aim: { kind: 'phrase', id: subject },
        event: 'mousemove',
        expectation: this.#hovered(phrase),
        act: ({ x, y }) => this.#page.mouse.move(x, y),
      });
      await this.#take({
        subject,
        what: `click ${subject}`,
        event: 'click',
        expectation: this.#chosen(phrase),
        act: () => this.#press(),
      });
      this.#remember(phrase);
    }
    await this.#finish();
  }

  /** Goes to phrases with Tab, from the stop before, and presses Enter. */
  async textByKeyboard(only?: ReadonlySet<string>): Promise<void> {
    this.#name = 'text by keyboard';
    await this.#page.mouse.move(0, 0);
    const { phrases } = linkClauses(this.bundle);
    const stops = await this.#page.evaluate(() => {
      planProbe.host().select();
      planProbe.part('plan-text').shadowRoot!.querySelector<HTMLElement>('.scroller')!.focus();
      return planProbe.tabStopsInText();
    });
    for (const [index, subject] of stops.entries()) {
      const phrase = subject === null ? undefined : phrases.get(subject);
      const isWanted = phrase !== undefined && (!only || only.has(phrase.id));
      if (!isWanted) {
        // Tab alone leads on; only when single phrases are asked for are the others jumped over.
        if (!only && index > 0) {
          await this.#finish();
          await this.#page.keyboard.press('Tab');
        }
        continue;
      }
      await this.#take({
        subject: phrase.id,
        what: `Tab to ${phrase.id}`,
        ...(only ? { aim: { kind: 'focus-stop' as const, index: index - 1 } } : {}),
        event: 'keydown',
        expectation: this.#hovered(phrase),
        act: () => this.#page.keyboard.press('Tab'),
      });
      await this.#take({
        subject: phrase.id,
        what: `Enter on ${phrase.id}`,
        event: 'keydown',
        expectation: this.#chosen(phrase),
        act: () => this.#page.keyboard.press('Enter'),
      });
      this.#remember(phrase);
    }
    await this.#finish();
  }

  /** Clicks features where the map draws them, then steps through their clauses in the card. */
  async mapByMouse(only?: ReadonlySet<string>): Promise<void> {
    this.#name = 'map by mouse';
    const waiting = new Map(
      this.bundle.features.features.flatMap((feature) => {
        const { id } = feature.properties;
        const target = only && !only.has(id) ? null : targetOf(feature);
        return target ? [[id, { feature, ...target }] as const] : [];
      }),
    );
    while (waiting.size > 0) {
      const [first] = waiting.values();
      await this.#finish();
      await this.#page.evaluate(
        ([center, zoom]) =>
          planProbe.settle(() =>
            planProbe.host().setViewState({ camera: { center, zoom, bearing: 0, pitch: 0 } }),
          ),
        [first!.at, WALK_ZOOM] as const,
      );
      const spots = await this.#page.evaluate(
        (targets) =>
          targets.flatMap(({ id, at, shift }) => {
            const spot = planProbe.spotOnMap(at, shift);
            return spot ? [{ id, spot }] : [];
          }),
        [...waiting].map(([id, { at, shift }]) => ({ id, at, shift })),
      );
      if (spots.length === 0) throw new Error(`no camera shows "${first!.feature.properties.id}"`);
      for (const { id, spot } of spots) {
        const { feature } = waiting.get(id)!;
        await this.#clickUntilSelected(feature, spot);
        await this.#stepThroughClauses(feature, 'mouse');
        waiting.delete(id);
      }
    }
    await this.#finish();
  }

  /** Points at the rows of features and clicks them, then steps through their clauses. */
  async listByMouse(only: ReadonlySet<string>): Promise<void> {
    this.#name = 'list by mouse';
    await this.#openList();
    for (const feature of this.bundle.features.features) {
      const subject = feature.properties.id;
      if (!only.has(subject)) continue;
      await this.#take({
        subject,
        what: `point at row ${subject}`,
        aim: { kind: 'row', id: subject },
        event: 'mousemove',
        expectation: this.#pointedAt(feature),
        act: ({ x, y }) => this.#page.mouse.move(x, y),
      });
      await this.#take({
        subject,
        what: `click row ${subject}`,
        event: 'click',
        expectation: this.#selected(feature),
        act: () => this.#press(),
      });
      await this.#stepThroughClauses(feature, 'mouse');
    }
    await this.#finish();
  }

  /** Goes to rows with the arrow key, presses Enter, steps through the clauses, clears with Escape. */
  async listByKeyboard(only?: ReadonlySet<string>): Promise<void> {
    this.#name = 'list by keyboard';
    await this.#page.mouse.move(0, 0);
    await this.#openList();
    const byId = featuresById(this.bundle);
    const rows = await this.#page.evaluate(() => {
      planProbe.host().select();
      return planProbe.rows();
    });
    for (const [index, subject] of rows.entries()) {
      if (only && !only.has(subject)) continue;
      const feature = byId.get(subject)!;
      const [from, key] = index === 0 ? [rows[1]!, 'ArrowUp'] : [rows[index - 1]!, 'ArrowDown'];
      await this.#take({
        subject,
        what: `arrow to row ${subject}`,
        ...(only || index === 0 ? { aim: { kind: 'focus-row' as const, id: from } } : {}),
        event: 'keydown',
        expectation: this.#pointedAt(feature),
        act: () => this.#page.keyboard.press(key),
      });
      await this.#take({
        subject,
        what: `Enter on row ${subject}`,
        event: 'keydown',
        expectation: this.#selected(feature),
        act: () => this.#page.keyboard.press('Enter'),
      });
      await this.#stepThroughClauses(feature, 'keyboard');
      await this.#take({
        subject,
        what: `Escape from row ${subject}`,
        aim: { kind: 'focus-list' },
        event: 'keydown',
        expectation: CLEARED,
        act: () => this.#page.keyboard.press('Escape'),
      });
    }
    await this.#finish();
  }

  /** Lights that took longer than this. */
  laterThan(limitMs: number): Light[] {
    return [...this.#lights.values()].filter(({ ms }) => ms > limitMs);
  }

  /** Walks again to what lit late: a machine that is busy with something else delays any page now and then. */
  async measureAgain(late: readonly Light[]): Promise<void> {
    const subjectsOf = (name: WalkName): ReadonlySet<string> =>
      new Set(late.filter(({ walk }) => walk === name).map(({ subject }) => subject));
    await this.textByMouse(subjectsOf('text by mouse'));
    await this.textByKeyboard(subjectsOf('text by keyboard'));
    await this.mapByMouse(subjectsOf('map by mouse'));
    await this.listByMouse(subjectsOf('list by mouse'));
    await this.listByKeyboard(subjectsOf('list by keyboard'));
  }

  /** How long the lights took, the slowest first. */
  report(): string {
    const sorted = [...this.#lights.values()].toSorted((a, b) => b.ms - a.ms);
    const median = sorted[Math.floor(sorted.length / 2)];
    const slowest = sorted.slice(0, 5).map(({ what, ms }) => `${ms.toFixed(0)} ms ${what}`);
    return `${sorted.length} lights, median ${median?.ms.toFixed(0)} ms, slowest ${slowest.join(' · ')}`;
  }

  async #clickUntilSelected(feature: PlanFeature, spot: Spot): Promise<void> {
    const { id } = feature.properties;
    await this.#take({
      subject: id,
      what: `point at ${id} on the map`,
      event: 'mousemove',
      expectation: UNDER_POINTER,
      act: () => this.#page.mouse.move(spot.x, spot.y),
    });
    await this.#take({
      subject: id,
      what: `click ${id} on the map`,
      event: 'click',
      expectation: this.#selected(feature),
      act: () => this.#press(),
    });
    const passed: (string | null)[] = [];
    // What lies on top comes first; each click on the same place goes one deeper.
    while (passed.length < DEEPEST_STACK) {
      const answer = await this.#page.evaluate((wanted) => planProbe.outcomeFor(wanted), id);
      if (answer.outcome) return this.#note(answer.outcome);
      passed.push(answer.selected);
      await this.#press();
    }
    throw new Error(`clicks at "${id}" reached only ${passed.join(', ')}`);
  }

  async #stepThroughClauses(feature: PlanFeature, by: 'mouse' | 'keyboard'): Promise<void> {
    const { id } = feature.properties;
    const links = linkClauses(this.bundle);
    const cited = links.phrasesOf.get(id) ?? [];
    for (const [index, phrase] of cited.entries()) {
      const { para } = links.phrases.get(phrase)!;
      // A feature is selected at its first clause.
      if (index > 0) {
        await this.#take({
          subject: id,
          what: `step of ${id} to ${phrase}`,
          aim: { kind: by === 'mouse' ? 'step-button' : 'focus-step-button' },
          event: 'click',
          expectation: {
            ...this.#selected(feature),
            selected: { feature: id, clause: para },
            inView: phrase,
          },
          act: ({ x, y }) =>
            by === 'mouse' ? this.#page.mouse.click(x, y) : this.#page.keyboard.press('Enter'),
        });
      }
      this.#seen.add(`${id} ⇄ ${para}`);
    }
  }

  async #openList(): Promise<void> {
    await this.#page.evaluate(async () => {
      planProbe.host().shadowRoot!.querySelector<HTMLElement>('[data-tab=list]')!.click();
      // The list scrolls to the selection once it has a size.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
  }

  /** A click where the pointer stands. */
  async #press(): Promise<void> {
    await this.#page.mouse.down();
    await this.#page.mouse.up();
  }

  async #take(step: WalkStep): Promise<void> {
    const { what, aim = null, event, expectation } = step;
    const { before, spot } = await this.#page.evaluate((next) => planProbe.prepare(next), {
      aim,
      event,
      expectation,
    });
    if (before) this.#note(before);
    if (aim && !spot) throw new Error(`${what}: it cannot be seen`);
    this.#open = step;
    await step.act(spot ?? { x: 0, y: 0 });
  }

  async #finish(): Promise<void> {
    const outcome = await this.#page.evaluate(() => planProbe.outcome());
    if (outcome) this.#note(outcome);
  }

  #note({ durationMs, missing }: Outcome): void {
    if (!this.#open) return;
    const { what, subject } = this.#open;
    this.#open = null;
    if (missing !== null) throw new Error(`${what}: still no ${missing}`);
    const key = `${this.#name}: ${what}`;
    const ms = Math.min(durationMs, this.#lights.get(key)?.ms ?? Infinity);
    this.#lights.set(key, { walk: this.#name, subject, what, ms });
  }

  #hovered(phrase: Phrase): Expectation {
    return {
      mark: 'hover',
      features: phrase.features,
      phrases: [phrase.id],
      onMap: this.#onMap(phrase.features, 'isLit'),
    };
  }

  #chosen(phrase: Phrase): Expectation {
    const [only] = phrase.features;
    const isSingle = phrase.features.length === 1;
    return {
      mark: 'selected',
      features: phrase.features,
      phrases: [phrase.id],
      onMap: this.#onMap(phrase.features, 'isSelected'),
      selected: { feature: isSingle ? only! : null, clause: phrase.para },
      inView: phrase.id,
      card: isSingle
        ? { heading: featuresById(this.bundle).get(only!)!.properties.name }
        : { heading: phrase.text, features: phrase.features },
    };
  }

  #pointedAt({ properties: { id } }: PlanFeature): Expectation {
    return {
      mark: 'hover',
      features: [id],
      phrases: linkClauses(this.bundle).phrasesOf.get(id) ?? [],
      onMap: this.#onMap([id], 'isLit'),
    };
  }

  #selected({ properties: { id, name } }: PlanFeature): Expectation {
    const phrases = linkClauses(this.bundle).phrasesOf.get(id) ?? [];
    return {
      mark: 'selected',
      features: [id],
      phrases,
      onMap: this.#onMap([id], 'isSelected'),
      selected: { feature: id },
      inView: phrases[0],
      card: { heading: name },
    };
  }

  /** What the map must paint; for features without a place, what carries them. */
  #onMap(ids: readonly string[], as: 'isLit' | 'isSelected'): Expectation['onMap'] {
    if (!this.#hasMap) return [];
    const byId = featuresById(this.bundle);
    const isDrawn = (id: string): boolean => Boolean(byId.get(id)?.geometry);
    return [
      ...ids.filter(isDrawn).map((id) => ({ id, as })),
      ...carriersOf(this.bundle, ids)
        .filter((id) => isDrawn(id) && !ids.includes(id))
        .map((id) => ({ id, as: 'isLit' as const })),
    ];
  }

  #remember({ features, para }: Phrase): void {
    for (const id of features) this.#seen.add(`${id} ⇄ ${para}`);
  }
}

/** Where to click for a feature: a place on it, and how far its symbol stands from there. */
function targetOf(
  feature: PlanFeature,
): { readonly at: LngLat; readonly shift: readonly [number, number] } | null {
  const { geometry } = feature;
  const symbol = classify(feature, cartography)?.featureClass.symbol;
  if (!geometry || !symbol || symbol.type === 'text-only') return null;
  if (symbol.type === 'outline') return { at: toLngLat(linesOf(geometry)[0]![0]!), shift: [0, 0] };
  const shift = (symbol.type === 'marker' && symbol.offsetPx) || ([0, 0] as const);
  const at = geometry.type === 'Point' ? toLngLat(geometry.coordinates) : labelPoint(feature)!;
  return { at, shift };
}
