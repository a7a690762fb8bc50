/**
 * What keeps a new version of the app waiting. A presentation in any window of the app holds the
 * notice back in all of them; unsaved work only makes the notice ask first, in its own window.
 */
const presenting = new Set<string>();
const unsaved = new Set<string>();
const listeners = new Set<() => void>();
let letGo: (() => void) | null = null;

/**
 * Says that a presentation runs, or that it is over. While it runs, no window of the app shows
 * a notice of a new version. A window that closes or crashes is over by itself.
 * @param owner who says so, e.g. `story`; several owners may be busy at once
 */
export function setBusy(owner: string, isBusy: boolean): void {
  change(presenting, owner, isBusy);
}

/** Says that reloading would lose work of this owner, e.g. `marks`; then the notice asks first. */
export function setUnsaved(owner: string, isUnsaved: boolean): void {
  change(unsaved, owner, isUnsaved);
}

export const hasUnsaved = (): boolean => unsaved.size > 0;

/** Whether a presentation runs in this window or in another one of the app. */
export async function isAnyBusy(): Promise<boolean> {
  if (presenting.size > 0) return true;
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === lockName());
}

/** Resolves when no presentation runs in any window; at once where there are no locks. */
export async function whenFree(): Promise<void> {
  await navigator.locks?.request(lockName(), () => undefined);
}

/** Called after every change in this window; the answer stops it. */
export function listenToHolds(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(owners: Set<string>, owner: string, isHeld: boolean): void {
  if (owners.has(owner) === isHeld) return;
  if (isHeld) owners.add(owner);
  else owners.delete(owner);
  holdLock();
  for (const listener of [...listeners]) listener();
}

/** A lock that every window can see and that ends with its window. */
function holdLock(): void {
  if (presenting.size === 0) {
    letGo?.();
    letGo = null;
    return;
  }
  if (letGo) return;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // Where locks are denied (an opaque origin), this window alone knows of it.
  navigator.locks?.request(lockName(), { mode: 'shared' }, () => held).catch(() => undefined);
}

/** Two copies of the app in two folders of one host are two apps. */
const lockName = (): string => `plan-atlas presenting ${new URL('.', document.baseURI).pathname}`;
