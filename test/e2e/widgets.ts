/** A page of many small atlases, and what each of them shows at a moment. */
type PlanAtlas = HTMLElementTagNameMap['plan-atlas'];

interface Filling {
  readonly count: number;
  readonly columns: number;
  readonly heightPx: number;
  /** Between the rows. */
  readonly gapPx: number;
  /** Default `plan-atlas`. */
  readonly tag?: string;
}

/** What the tests call inside the page. */
export interface Widgets {
  readonly add: (filling: Filling) => void;
  readonly all: () => readonly PlanAtlas[];
  /** Those of which some is in the window. */
  readonly inSight: () => readonly PlanAtlas[];
  /** The numbers of those that are in the window whole. */
  readonly inWhole: () => readonly number[];
  /** It shows its map, or a true picture of it. */
  readonly isShown: (atlas: PlanAtlas) => boolean;
  /** Its map runs. */
  readonly isLive: (atlas: PlanAtlas) => boolean;
  /** Its map runs and has painted. */
  readonly isAwake: (atlas: PlanAtlas) => boolean;
  /** The numbers of those that show a picture and have no map. */
  readonly asleep: () => readonly number[];
  /** A letter each: M a map, w one that wakes behind its picture, s one that sleeps, · neither. */
  readonly describe: () => string;
}

declare global {
  // oxlint-disable-next-line no-var
  var widgets: Widgets;
}

/** Runs in the page: refers to nothing outside itself but the bench. */
export function installWidgets(): void {
  /** Drawn far apart, so that a widget that shows another's picture is found out. */
  const features = ['airport', 'cangshan', 'xiushui', 'zong-1'];
  const all = (): PlanAtlas[] => [...document.querySelectorAll<PlanAtlas>('[data-widget]')];
  const rootOf = (atlas: PlanAtlas): ShadowRoot | null =>
    bench.part(atlas, 'plan-map')?.shadowRoot ?? null;
  const has = (atlas: PlanAtlas, selector: string): boolean =>
    (rootOf(atlas)?.querySelector(selector) ?? null) !== null;
  const isShown = (atlas: PlanAtlas): boolean =>
    has(atlas, '#map') && !has(atlas, '.outline') && !has(atlas, '.waking');
  globalThis.widgets = {
    add: ({ count, columns, heightPx, gapPx, tag = 'plan-atlas' }) => {
      const { style } = document.body;
      style.setProperty('display', 'grid');
      style.setProperty('grid-template-columns', `repeat(${columns}, 1fr)`);
      style.setProperty('gap', `${gapPx}px 12px`);
      for (let index = 0; index < count; index += 1) {
        const atlas = document.createElement(tag);
        atlas.toggleAttribute('data-widget', true);
        atlas.setAttribute('src', '/bundle/yuxian.json');
        atlas.setAttribute('controls', 'zoom');
        atlas.setAttribute('feature', features[index % features.length]!);
        atlas.setAttribute('flavour', index % 3 === 2 ? 'dark' : 'light');
        atlas.style.setProperty('width', 'auto');
        atlas.style.setProperty('height', `${heightPx}px`);
        document.body.append(atlas);
      }
    },
    all,
    inSight: () =>
      all().filter((atlas) => {
        const { top, bottom } = atlas.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }),
    inWhole: () =>
      all().flatMap((atlas, index) => {
        const { top, bottom } = atlas.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight ? [index] : [];
      }),
    isShown,
    isLive: (atlas) => has(atlas, 'canvas'),
    isAwake: (atlas) => has(atlas, 'canvas') && isShown(atlas) && !has(atlas, '.picture'),
    asleep: () =>
      all().flatMap((atlas, index) =>
        has(atlas, '.picture') && !has(atlas, 'canvas') ? [index] : [],
      ),
    describe: () =>
      all()
        .map((atlas) => {
          if (has(atlas, 'canvas')) return has(atlas, '.picture') ? 'w' : 'M';
          return has(atlas, '.picture') ? 's' : '·';
        })
        .join(''),
  };
}
