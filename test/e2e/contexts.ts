/** Counts the graphics contexts of a page, whoever makes them. */
import type { Page } from 'playwright-core';

/** What the tests ask inside the page. */
export interface ContextCount {
  /** Contexts that work at this moment. */
  readonly live: () => number;
  /** The most that have worked at one moment so far. */
  readonly most: () => number;
  /** How many have been made so far. */
  readonly made: () => number;
}

declare global {
  // oxlint-disable-next-line no-var
  var contextCount: ContextCount;
}

/** Runs in the page before its scripts: refers to nothing outside itself. */
function installContextCount(): void {
  // By a weak hold, so that counting keeps nothing alive.
  const contexts = new Set<WeakRef<WebGL2RenderingContext>>();
  const canvases = new WeakSet<HTMLCanvasElement>();
  let most = 0;
  let made = 0;
  const live = (): number => {
    let count = 0;
    for (const reference of contexts) {
      const context = reference.deref();
      if (context && !context.isContextLost()) count += 1;
      else if (!context) contexts.delete(reference);
    }
    return count;
  };
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function count(
    this: HTMLCanvasElement,
    ...args: unknown[]
  ) {
    const context: unknown = Reflect.apply(getContext, this, args);
    if (context instanceof WebGL2RenderingContext && !canvases.has(this)) {
      canvases.add(this);
      contexts.add(new WeakRef(context));
      made += 1;
      most = Math.max(most, live());
    }
    return context;
  } as typeof getContext;
  globalThis.contextCount = { live, most: () => most, made: () => made };
}

export async function countContexts(page: Page): Promise<void> {
  await page.addInitScript(installContextCount);
}
