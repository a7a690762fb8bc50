/** A key that stands twice in one object; the later value counts, and the earlier is lost without a word. */
export interface TwiceKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
}

const MOST_FOUND = 20;
const [QUOTE, BACKSLASH, NEWLINE, COLON] = [0x22, 0x5c, 0x0a, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Keys that stand twice in one object of JSON text that is otherwise sound. */
export function findTwice(text: string): readonly TwiceKey[] {
  const found: TwiceKey[] = [];
  /** Keys of each open object, by depth; a set serves every object of its depth in turn. */
  const keysAt: Set<string>[] = [];
  let depth = -1;
  let line = 1;
  let [start, end] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        start = at;
        at = findEnd(text, at);
        end = at + 1;
        break;
      case NEWLINE:
        line += 1;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        depth += 1;
        (keysAt[depth] ??= new Set()).clear();
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        depth -= 1;
        break;
      case COLON: {
        const keys = keysAt[depth];
        const key = text.slice(start, end);
        if (keys?.has(key)) found.push({ key: JSON.parse(key) as string, line });
        keys?.add(key);
        if (found.length >= MOST_FOUND) return found;
        break;
      }
    }
  }
  return found;
}

/** Where the string that opens at `from` closes. */
function findEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
