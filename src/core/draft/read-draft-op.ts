import type { DraftOp, DraftVersion } from '../../contracts/draft.ts';

type Read<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly reason: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const KEY =
  /^(manifest|story|(doc|source|layer|feature|view|indicator|sheet-template)\/.+|(para|non-spatial)\/.+\/.+|order\/.+)$/;

/** An entry as a disk or another window gives it; a broken one says why, and is set aside. */
export function readDraftOp(value: unknown): Read<DraftOp> {
  if (!isRecord(value)) return { isValid: false, reason: 'no object' };
  const { id, step, clock, at, who, what, key, base, undoes, redoes } = value;
  const fault = !isText(id)
    ? 'id'
    : !isText(step)
      ? 'step'
      : !(Number.isSafeInteger(clock) && (clock as number) > 0)
        ? 'clock'
        : !isText(at) || Number.isNaN(Date.parse(at))
          ? 'at'
          : typeof who !== 'string'
            ? 'who'
            : !isRecord(what) || typeof what['zh'] !== 'string' || typeof what['en'] !== 'string'
              ? 'what'
              : !isText(key) || !KEY.test(key)
                ? 'key'
                : !Object.hasOwn(value, 'value') || !isPart(key, value['value'])
                  ? 'value'
                  : base !== null && !isText(base)
                    ? 'base'
                    : [undoes, redoes].some((link) => link !== undefined && !isText(link))
                      ? 'undoes or redoes'
                      : null;
  return fault === null
    ? { isValid: true, value: value as unknown as DraftOp }
    : { isValid: false, reason: `${fault} is ${String(value[fault])}` };
}

/** Whether a part has the shape that joining needs; the checks of the bundle see to the rest. */
function isPart(key: string, value: unknown): boolean {
  if (value === null) return true;
  if (key.startsWith('order/')) return Array.isArray(value) && value.every(isText);
  if (!isRecord(value)) return false;
  if (key.startsWith('feature/')) {
    const { properties } = value;
    return isRecord(properties) && `feature/${String(properties['id'])}` === key;
  }
  return true;
}

export function readVersion(value: unknown): Read<DraftVersion> {
  const isSound =
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['name']) &&
    typeof value['who'] === 'string' &&
    isText(value['at']) &&
    Number.isSafeInteger(value['clock']);
  return isSound
    ? { isValid: true, value: value as unknown as DraftVersion }
    : { isValid: false, reason: 'no version' };
}
