import type { TextRange } from '../../contracts/search.ts';

/**
 * Where a run is printed. No live `Range`: the browser keeps each of those up to date with every change of the page
 * until it is collected, and find makes thousands at a key.
 */
export type PrintedRun = Readonly<StaticRangeInit>;

/** A live range over a printed run, to measure it. */
export function openRange({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: PrintedRun): Range {
  const range = startContainer.ownerDocument!.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/**
 * Finds a run of the plan in the clause that prints it; null when it is not printed. A run without length stands for
 * the whole element.
 * @param clause the paragraph's section
 * @param text the paragraph's words as the bundle has them
 */
export function locateRange(clause: Element, range: TextRange, text: string): PrintedRun | null {
  const { start, end } = range;
  switch (range.part) {
    case 'body':
      return locateInBody(clause, range, text);
    case 'title':
      return cutRange(findChild(clause, 'title'), start, end);
    case 'title-en':
      return cutRange(findChild(clause, 'english'), start, end);
    case 'heading':
      return cutRange(
        findHeading(clause, range.depth)?.querySelector('span:not(.outline-number, .english)'),
        start,
        end,
      );
    case 'heading-en':
      return cutRange(findHeading(clause, range.depth)?.querySelector('.english'), start, end);
    default:
      return range.part satisfies never;
  }
}

const findChild = (parent: Element, className: string): Element | undefined =>
  [...parent.children].find((child) => child.classList.contains(className));

/** Headings stand right before the first clause below them. */
function findHeading(clause: Element, depth = 0): Element | null {
  let before = clause.previousElementSibling;
  while (before?.classList.contains('chapter')) {
    if (before.getAttribute('data-depth') === String(depth)) return before;
    before = before.previousElementSibling;
  }
  return null;
}

/** Printed paragraphs leave out the blank lines between them. */
function locateInBody(clause: Element, { start, end }: TextRange, text: string): PrintedRun | null {
  let from = 0;
  for (const printed of clause.querySelectorAll('.body > p')) {
    const words = printed.textContent ?? '';
    from = Math.max(from, text.indexOf(words, from));
    if (start < from + words.length) {
      return start < from ? null : cutRange(printed, start - from, end - from);
    }
    from += words.length;
  }
  return null;
}

/** From one character of an element's text to another. */
function cutRange(
  element: Element | null | undefined,
  start: number,
  end: number,
): PrintedRun | null {
  if (!element) return null;
  if (end <= start) {
    const { length } = element.childNodes;
    return { startContainer: element, startOffset: 0, endContainer: element, endOffset: length };
  }
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let first: { readonly startContainer: Node; readonly startOffset: number } | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!first && start < at + length) first = { startContainer: node, startOffset: start - at };
    if (first && end <= at + length) return { ...first, endContainer: node, endOffset: end - at };
    at += length;
  }
  return null;
}
