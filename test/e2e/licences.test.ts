import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What lets anyone use, change and pass on the code, with a notice at most. */
const FREE = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|Unlicense|Zlib|AND|[() ])+$/;

interface Sbom {
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses: readonly { readonly expression: string }[];
  }[];
}

describe.each(['dist', 'dist-lib'])('the packages in %s', (folder) => {
  const { components } = JSON.parse(readFileSync(`${folder}/sbom.cdx.json`, 'utf8')) as Sbom;
  const names = components.map(({ name }) => name);

  it('are listed, those of workers too', () => {
    expect(names).toEqual(
      expect.arrayContaining(['lit', 'maplibre-gl', '@deck.gl/core', 'shpjs', 'geotiff']),
    );
    expect(names).not.toContain('vite');
  });

  it('come under free licences, whose words are with the build', () => {
    const notices = readFileSync(`${folder}/third-party-licences.txt`, 'utf8');
    for (const { name, version, licenses } of components) {
      expect(licenses[0]!.expression, name).toMatch(FREE);
      expect(notices).toContain(`${name} ${version} (${licenses[0]!.expression})`);
    }
  });
});
