/**
 * Brings an element or range into view inside its own scroller and nowhere else: `scrollIntoView` would also
 * scroll the host page. False when the scroller has no size yet, so that the caller may try again.
 */
export function scrollWithin(
  scroller: HTMLElement,
  target: Pick<Element, 'getBoundingClientRect'>,
  options: { readonly place: 'nearest' | 'third'; readonly isInstant?: boolean },
): boolean {
  if (scroller.clientHeight === 0) return false;
  const frame = scroller.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  // The page may show the atlas larger or smaller than it is laid out, and scrolls as laid out. What the layout rounds
  // to whole pixels is no scale.
  const isScaled = Math.abs(scroller.offsetHeight - frame.height) >= 1 && frame.height > 0;
  const factor = isScaled ? scroller.offsetHeight / frame.height : 1;
  const top = (box.top - frame.top) * factor;
  const heightPx = box.height * factor;
  const marginPx = Math.min(48, scroller.clientHeight / 6);
  const isInView = top >= marginPx && top + heightPx <= scroller.clientHeight - marginPx;
  if (isInView) return true;
  let by: number;
  if (options.place === 'third') by = top - scroller.clientHeight / 3;
  else if (top < marginPx) by = top - marginPx;
  else by = top + Math.min(heightPx, scroller.clientHeight) - scroller.clientHeight + marginPx;
  // A long way would blur by; only the last stretch is worth watching.
  const isShort = Math.abs(by) < scroller.clientHeight * 2;
  scroller.scrollTo({
    top: scroller.scrollTop + by,
    behavior: isShort && !options.isInstant && !prefersReducedMotion() ? 'smooth' : 'auto',
  });
  return true;
}

export function prefersReducedMotion(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
