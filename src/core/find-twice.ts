/** A key that stands twice in one object; the later value counts, and the earlier is lost without a word. */
export interface TwiceKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,\n]/g;
const MOST_FOUND = 20;

/** Keys that stand twice in one object of JSON text that is otherwise sound. */
export function findTwice(text: string): readonly TwiceKey[] {
  const found: TwiceKey[] = [];
  /** Keys of each open object; null for a list. */
  const open: (Set<string> | null)[] = [];
  let line = 1;
  let last: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    switch (token) {
      case '\n':
        line += 1;
        break;
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ':': {
        const keys = open.at(-1);
        if (keys && last !== null) {
          if (keys.has(last)) found.push({ key: JSON.parse(last) as string, line });
          keys.add(last);
        }
        if (found.length >= MOST_FOUND) return found;
        break;
      }
      case ',':
        break;
      default:
        last = token;
    }
  }
  return found;
}
