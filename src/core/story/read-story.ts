import type { PlanBundle, Story } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { parseJson } from '../parse-json.ts';

/** Proves a bundle as `npm run check:bundle` does. */
type Prove = (bundle: PlanBundle) => Promise<readonly Problem[]>;

export type StoryRead =
  | { readonly story: Story }
  /** Never empty. */
  | { readonly problems: readonly Problem[] };

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a story from the text of a file: a story by itself, or the story of a whole bundle in one piece. It is proved
 * against this bundle, since it speaks of its features and clauses.
 */
export async function readStory(
  text: string,
  file: string,
  bundle: PlanBundle,
  prove: Prove,
): Promise<StoryRead> {
  const refuse = (code: string, message: string, remedy: string): StoryRead => ({
    problems: [{ code, severity: 'error', file, message, remedy }],
  });
  const parsed = parseJson(text, file);
  if (!parsed.isValid) return { problems: [parsed.problem] };
  const { value } = parsed;
  if (!isRecord(value)) return refuse('no-story', 'holds no JSON object', 'Give a story.');
  const manifest = value['bundle'];
  if (isRecord(manifest) && manifest['id'] !== bundle.bundle.id) {
    return refuse(
      'other-bundle',
      `is of the bundle ${JSON.stringify(manifest['id'])}, not of "${bundle.bundle.id}"`,
      'Open that bundle first, then import its story there.',
    );
  }
  const story = isRecord(manifest) ? value['story'] : value;
  if (!isRecord(story) || !Array.isArray(story['scenes'])) {
    return refuse(
      'no-story',
      'holds no story: no object with a list of scenes',
      'Give a file that “export” has made: a story, or a bundle with one.',
    );
  }
  const given = story as unknown as Story;
  const problems = await prove({ ...bundle, story: given });
  const own = problems
    .filter(({ message, at }) => /^(story|scene)\b/.test(message) || at === 'story')
    .map((problem) => ({ ...problem, file }));
  return own.length > 0 ? { problems: own } : { story: given };
}
