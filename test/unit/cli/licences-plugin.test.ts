import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findPackage,
  readPackage,
  writeLicences,
  writeSbom,
} from '../../../src/cli/licences-plugin.ts';

const at = (file: string): string => path.resolve('node_modules', file).replaceAll('\\', '/');

describe('findPackage', () => {
  it.each([
    ['lit/index.js', 'lit'],
    ['@turf/area/dist/esm/index.js?commonjs', '@turf/area'],
    // The style specification carries this one inside itself.
    [
      '@maplibre/maplibre-gl-style-spec/dist/node_modules/@mapbox/unitbezier/index.mjs',
      '@maplibre/maplibre-gl-style-spec',
    ],
  ])('%s is of %s', (file, name) => {
    expect(findPackage(at(file))).toBe(at(name));
  });

  it.each(['\0rolldown/runtime.js', `\0${at('lit/index.js')}`, path.resolve('src/index.ts')])(
    '%j is of none',
    (id) => {
      expect(findPackage(id)).toBeNull();
    },
  );
});

describe('a package', () => {
  it('is read with its licence', () => {
    const { version } = JSON.parse(readFileSync(at('lit/package.json'), 'utf8')) as {
      version: string;
    };
    const lit = readPackage(at('lit'));
    expect(lit).toMatchObject({ name: 'lit', version, licence: 'BSD-3-Clause' });
    expect(lit.text).toContain('Redistribution and use in source and binary forms');
    expect(writeLicences([lit])).toContain(`lit ${version} (BSD-3-Clause)\n\nBSD 3-Clause License`);
  });

  it('without a licence stops the build', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-licence-'));
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "x", "version": "1.0.0" }');
    expect(() => readPackage(folder)).toThrow(`${folder}/package.json names no licence`);
    rmSync(folder, { recursive: true });
  });

  it('has its address in the bill of materials', () => {
    const sbom = JSON.parse(
      writeSbom([{ name: '@turf/area', version: '7.4.0', licence: 'MIT', text: '' }], '0.1.0'),
    ) as { components: { purl: string; licenses: unknown }[] };
    expect(sbom.components).toEqual([
      expect.objectContaining({
        purl: 'pkg:npm/%40turf/area@7.4.0',
        licenses: [{ expression: 'MIT' }],
      }),
    ]);
  });
});
