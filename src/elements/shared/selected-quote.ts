/** Words that are selected in one paragraph of the printed plan. */
export interface SelectedWords {
  readonly para: string;
  readonly quote: string;
}

type WithSelection = ShadowRoot & { readonly getSelection?: () => Selection | null };

/** A selection within a shadow tree; engines tell of it in different ways. */
function rangeIn(root: ShadowRoot): StaticRange | Range | null {
  const selection = document.getSelection();
  if (selection && 'getComposedRanges' in selection) {
    const [range] = selection.getComposedRanges({ shadowRoots: [root] });
    if (range && root.contains(range.startContainer)) return range;
  }
  const own = (root as WithSelection).getSelection?.() ?? selection;
  const range = own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
  return range && root.contains(range.startContainer) ? range : null;
}

const clauseOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.clause') ?? null;

/** @param text the `<plan-text>`; null when nothing is selected in it, or more than one paragraph */
export function readSelectedWords(text: Element): SelectedWords | null {
  const root = text.shadowRoot;
  const range = root && rangeIn(root);
  if (!range || range.collapsed) return null;
  const clause = clauseOf(range.startContainer);
  const para = clause?.dataset['para'];
  if (!clause || para === undefined || clauseOf(range.endContainer) !== clause) return null;
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const quote = live.toString().trim();
  return quote === '' ? null : { para, quote };
}
