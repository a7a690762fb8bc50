/** A change within this time of our own report may be the report's doing. */
const ECHO_MS = 800;

/**
 * Tells how high an element is, now and whenever that changes. A frame that is made as high as it was told may lose its
 * scroll bar and so grow wider, and its words lower: within a moment of a report, only growth is told, so that the two
 * never answer each other without end.
 */
export function followHeight(element: HTMLElement, tell: (heightPx: number) => void): () => void {
  let toldPx = 0;
  let toldAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const measure = (): void => {
    const { top } = document.documentElement.getBoundingClientRect();
    const place = element.parentElement ?? element;
    const heightPx = Math.ceil(place.getBoundingClientRect().bottom - top);
    clearTimeout(timer);
    if (heightPx <= 0 || heightPx === toldPx) return;
    const waitMs = toldAtMs + ECHO_MS - performance.now();
    if (heightPx < toldPx && waitMs > 0) {
      timer = setTimeout(measure, waitMs);
      return;
    }
    toldPx = heightPx;
    toldAtMs = performance.now();
    tell(heightPx);
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(element.parentElement ?? element);
  sizes.observe(element);
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
  };
}
