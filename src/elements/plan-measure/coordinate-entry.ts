import { parseCoordinates } from '../../analysis/measure/parse-coordinates.ts';
import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import type { MeasureMessages } from '../messages/measure-messages.ts';

/** What stands in the box for typed coordinates, what was wrong with it, and how the last one was read. */
export class CoordinateEntry {
  text = '';
  error: string | null = null;
  note: string | null = null;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  type(text: string): void {
    this.text = text;
    this.error = null;
    this.#changed();
  }

  /** In another language what was said is wrong. */
  forget(): void {
    this.error = null;
    this.note = null;
    this.#changed();
  }

  /** The position that was typed, which empties the box; null when it cannot be read, and then it says why. */
  take(
    extent: Bounds | null,
    number: number,
    words: MeasureMessages,
    say: (text: Bilingual) => string,
  ): LngLat | null {
    const typed = this.text.trim();
    this.note = null;
    this.#changed();
    if (typed === '' || extent === null) {
      this.error = words.noEntry;
      return null;
    }
    const parsed = parseCoordinates(typed, { extent });
    if (!parsed.isValid) {
      this.error = words.badEntry(typed.slice(0, 60), say(parsed.reason));
      return null;
    }
    this.text = '';
    this.error = null;
    this.note = [
      words.added(number, words.systems[parsed.system]),
      ...parsed.warnings.map(({ message }) => say(message)),
    ].join(' ');
    return parsed.position;
  }
}
