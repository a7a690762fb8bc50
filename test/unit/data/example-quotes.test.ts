import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const EXAMPLES = 'public/examples';
const PLAN = readFileSync('data/outline.zh-Hans.md', 'utf8');
/** What a page sets in `<… data-plan>` as the plan's own words. */
const QUOTED = /<(\w+) data-plan\s*>([\s\S]*?)<\/\1\s*>/g;

const quotes = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .flatMap((file) =>
    [...readFileSync(path.join(EXAMPLES, file), 'utf8').matchAll(QUOTED)].map(([, , words]) => ({
      file,
      // Within a quotation the plan's own marks become the inner ones.
      words: words!.trim().replaceAll('‘', '“').replaceAll('’', '”'),
    })),
  );

test('the example pages quote the plan word for word', () => {
  expect(quotes.length).toBeGreaterThanOrEqual(4);
  expect(quotes.filter(({ words }) => !PLAN.includes(words))).toEqual([]);
});
