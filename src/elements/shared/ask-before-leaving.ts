const unsaved = new Set<object>();
const ask = (event: Event): void => event.preventDefault();

/**
 * The browser asks before it leaves or reloads the page, a new version included, as long as anybody holds what could
 * not be saved.
 */
export function askBeforeLeaving(owner: object, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(owner);
  else unsaved.delete(owner);
  if (unsaved.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
