import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameProblem } from '../../../src/elements/plan-atlas/name-problem.ts';
import { nameBaseProblem } from '../../../src/elements/plan-base/name-base-problem.ts';
import { nameReading } from '../../../src/elements/plan-import/name-reading.ts';

/** A problem has a code and a remedy; these are how the sources write them. */
const WRITTEN = [
  /\bcode(?::| =) (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g,
  /\bcode(?::| =) `([a-z-]+-)\$\{/g,
  /\bCODE = '([a-z-]+)'/g,
  /\bfail\(\s*'([a-z]+(?:-[a-z]+)+)'/g,
  // The last argument of a `fail` whose first is the message.
  /'([a-z]+(?:-[a-z]+)+)',\s*\);/g,
];
/** Answers of the frame to the page round it, whose own words its author reads; and no codes. */
const NO_PROBLEMS = new Set(['failed', 'not-ready', 'too-many', 'under-construction']);
/** Where codes are that only one tool shows: base maps and terrain, or the reading of own data. */
const OF_BASE = /^(src\/io\/(tiles|terrain)\/|src\/core\/base-map\/)/;
const OF_READING = /^(src\/io\/|src\/core\/intake\/|src\/elements\/plan-import\/)/;
type Shown = 'everywhere' | 'base' | 'reading';
const NAMES = { everywhere: nameProblem, base: nameBaseProblem, reading: nameReading };

const codes = new Map<string, Shown>();
for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts') || name.startsWith('cli')) continue;
  const file = path.posix.join('src', name.split(path.sep).join('/'));
  const text = readFileSync(file, 'utf8');
  if (!text.includes('remedy')) continue;
  const shown: Shown = OF_BASE.test(file)
    ? 'base'
    : OF_READING.test(file)
      ? 'reading'
      : 'everywhere';
  for (const found of WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)])) {
    for (const code of found.slice(1)) {
      if (!code || NO_PROBLEMS.has(code)) continue;
      const before = codes.get(code) ?? shown;
      codes.set(code, before === shown ? shown : 'everywhere');
    }
  }
}
const FALLBACK = nameProblem('!', 'zh-Hans')!;
const HAN = /^[\p{Script=Han}A-Za-z0-9，。、；（）().\- /]+$/u;

describe('every problem has a name', () => {
  it('and its code is found in the sources', () => {
    expect(codes.size).toBeGreaterThan(85);
    for (const code of [
      'json-syntax',
      'dxf-skipped',
      'ring-open',
      'spotlight-on-nothing',
      'dangling-',
    ])
      expect([...codes.keys()]).toContain(code);
    expect([...codes.keys()]).toContain('features-missing');
  });

  it.each([...codes])('%s', (code, shown) => {
    const name = NAMES[shown];
    const named = name(code, 'zh-Hans')!;
    expect(named).not.toEqual(FALLBACK);
    for (const words of Object.values(named)) {
      expect(words).toMatch(HAN);
      expect(words).toMatch(/\p{Script=Han}/u);
    }
    expect(named.remedy).toMatch(/。$/);
    // Its own words are English.
    expect(name(code, 'en')).toBeNull();
  });
});
