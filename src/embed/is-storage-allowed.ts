/** Whether anything may be kept on this device: not in a sandbox, and not where the browser denies it to frames. */
export function isStorageAllowed(): boolean {
  try {
    return Boolean(globalThis.localStorage);
  } catch {
    return false;
  }
}
