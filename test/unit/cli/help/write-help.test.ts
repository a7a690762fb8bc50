import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutChapters, writeHelp } from '../../../../src/cli/help/write-help.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const ELEMENT = {
  tagName: 'plan-demo',
  description: 'Shows a `demo`.',
  members: [
    { kind: 'field', name: 'told', description: 'Is told.', type: { text: 'Set<string> | null' } },
    { kind: 'field', name: 'kept', description: 'Is not.', privacy: 'private' },
    { kind: 'method', name: 'silent' },
  ],
  events: [
    { name: 'plan-own', description: 'internal: of the elements' },
    { name: 'plan-told', description: 'of everyone' },
  ],
  slots: [{ name: '', description: 'content' }],
} as const;

describe.each([
  ['zh-Hans', 'README.zh-CN.md', 'SECURITY.zh-CN.md'],
  ['en', 'README.md', 'SECURITY.md'],
] as const)('the help page in %s', (lang, readme, security) => {
  const page = writeHelp({
    lang,
    readme: read(readme),
    security: read(security),
    elements: [ELEMENT],
  });

  it('has a heading for every entry of its contents', () => {
    const targets = [...page.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(targets.length).toBeGreaterThanOrEqual(9);
    for (const id of targets) expect(page.split(` id="${id}"`), id).toHaveLength(2);
  });

  it('has a section for an element, with what hosts may use and no more', () => {
    expect(page).toContain('<h3 id="plan-demo"><code>&lt;plan-demo&gt;</code></h3>');
    expect(page).toContain('Shows a <code>demo</code>.');
    expect(page).toContain('Set&lt;string&gt; | null');
    expect(page).toContain('plan-told');
    for (const hidden of ['kept', 'silent', 'plan-own'])
      expect(page).not.toContain(`<code>${hidden}</code>`);
  });

  it('asks for nothing that is not beside it', () => {
    expect(page).not.toMatch(/<(script|style|img|iframe)\b/);
    for (const [, href] of page.matchAll(/<(?:a|link)\b[^>]* href="([^"#][^"]*)"/g)) {
      expect(href).toMatch(/^(https?:|\.\.?\/)/);
    }
  });
});

describe('cutChapters', () => {
  it('takes no heading in a block of code for one of its own', () => {
    const text = '## a\n\none\n\n```md\n## b\n```\n\n## c\n\ntwo\n';
    expect(cutChapters(text, ['a'])).toBe('## a\n\none\n\n```md\n## b\n```\n\n');
    expect(() => cutChapters(text, ['b'])).toThrow('help: the README has no chapter "b".');
  });
});
