import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { looks } from '../../../layers/looks.ts';

const ELEMENTS = fileURLToPath(new URL('../../../src/elements', import.meta.url));

const readFolder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

const matchAll = (texts: readonly string[], pattern: RegExp): string[] =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!))),
  ].sort();

describe('custom properties', () => {
  const documented = matchAll(readFolder(ELEMENTS), /@cssproperty (--plan-[a-z0-9-]+(?:<id>)?)/g);

  it('that the elements read are those that they document, and no others', () => {
    const read = matchAll(readFolder(ELEMENTS), /var\(\s*(--plan-[a-z0-9-]+)/g).map((name) =>
      name.replace(/^--plan-theme-.*/, '--plan-theme-<id>'),
    );
    expect(documented).toEqual([...new Set(read)]);
  });

  it('that a flavour sets are documented', () => {
    const set = Object.values(looks).flatMap(({ tokens }) =>
      Object.keys(tokens).map((name) =>
        `--plan-${name}`.replace(/^--plan-theme-.*/, '--plan-theme-<id>'),
      ),
    );
    expect(documented).toEqual(expect.arrayContaining([...new Set(set)]));
  });
});

describe('parts', () => {
  const folders = readdirSync(ELEMENTS).filter((name) => name.startsWith('plan-'));

  it.each(folders)('of %s are those that it documents, and no others', (name) => {
    const texts = readFolder(path.join(ELEMENTS, name));
    const documented = matchAll(texts, /@csspart ([a-z-]+)/g);
    const own = matchAll(texts, /[\s<]part="([a-z-]+)"/g);
    // What an inner element gives further, under its own name or another.
    const given = texts
      .flatMap((text) => [...text.matchAll(/exportparts="([^"]+)"/g)].map(([, list]) => list!))
      .flatMap((list) => list.split(',').map((one) => one.split(':').at(-1)!.trim()));
    // Drawn by the map's own functions, in the comparison too.
    const borrowed = name === 'plan-compare' ? ['furniture', 'notes'] : [];
    expect(documented).toEqual([...new Set([...own, ...given, ...borrowed])].sort());
  });
});
