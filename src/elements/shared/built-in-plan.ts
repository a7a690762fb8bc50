let plan: object | null = null;
let read: (() => object) | null = null;

/** Says which plan the elements show that are given none. The one-file build has one; a library has none. */
export function setBuiltInPlan(readPlan: () => object): void {
  read = readPlan;
  plan = null;
}

/** The same object each time; null where there is none. */
export function builtInPlan(): object | null {
  return (plan ??= read?.() ?? null);
}
