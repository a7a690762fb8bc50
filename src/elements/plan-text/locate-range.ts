import type { TextRange } from '../../contracts/search.ts';

/**
 * Finds a run of the plan in the clause that prints it; null when it is not printed. A run without length stands for
 * the whole element.
 * @param clause the paragraph's section
 * @param text the paragraph's words as the bundle has them
 */
export function locateRange(clause: Element, range: TextRange, text: string): Range | null {
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
function locateInBody(clause: Element, { start, end }: TextRange, text: string): Range | null {
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
function cutRange(element: Element | null | undefined, start: number, end: number): Range | null {
  if (!element) return null;
  const range = element.ownerDocument.createRange();
  if (end <= start) {
    range.selectNodeContents(element);
    return range;
  }
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let isStarted = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!isStarted && start < at + length) {
      range.setStart(node, start - at);
      isStarted = true;
    }
    if (isStarted && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
