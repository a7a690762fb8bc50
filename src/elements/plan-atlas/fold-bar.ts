/** What the bar can do without, best first: the first set that lets the rest stand in one row is folded. */
export const FOLDS = [
  [],
  ['subtitle'],
  ['subtitle', 'look'],
  ['subtitle', 'look', 'tools'],
  ['subtitle', 'look', 'lens'],
  ['subtitle', 'look', 'tools', 'lens'],
] as const satisfies readonly (readonly string[])[];

export type Folded = (typeof FOLDS)[number];

const ALL: Folded = FOLDS.at(-1)!;

/** The first set of folds with which everything fits; all of them when none does. Pure. */
export function chooseFolds(fits: (folded: Folded) => boolean): Folded {
  return FOLDS.find(fits) ?? ALL;
}

/**
 * Folds groups of the bar into menus until it is one row. It measures what is drawn, since words and
 * type differ by language and flavour; `isTall`: a phone's bar, where everything folds.
 */
export function foldBar(bar: HTMLElement, isTall: boolean): void {
  const groups = [...bar.querySelectorAll<HTMLElement>('[data-fold]')];
  const fold = (folded: Folded): void => {
    for (const group of groups) {
      const isFolded = (folded as readonly string[]).includes(group.dataset['fold']!);
      group.toggleAttribute('data-folded', isFolded);
    }
  };
  if (isTall) {
    fold(ALL);
    return;
  }
  const last = bar.lastElementChild!;
  const padding = Number.parseFloat(getComputedStyle(bar).paddingInlineEnd) || 0;
  const fits = (): boolean =>
    last.getBoundingClientRect().right <= bar.getBoundingClientRect().right - padding + 0.5;
  bar.toggleAttribute('data-tight', false);
  fold(
    chooseFolds((folded) => {
      fold(folded);
      return fits();
    }),
  );
  /** Nothing is left to fold: the title gives way. */
  bar.toggleAttribute('data-tight', !fits());
}
