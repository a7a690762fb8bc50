import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const LICENCES_FILE = 'third-party-licences.txt';
/** Bill of materials, CycloneDX 1.6. */
const SBOM_FILE = 'sbom.cdx.json';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Text of its licence file; empty when it brings none. */
  readonly text: string;
}

const MODULES = 'node_modules/';
const LICENCE_NAME = /^(licen[cs]e|copying|unlicense)/i;

/**
 * Folder of the package that a module belongs to; null for the project's own and for made-up modules. What a package
 * carries inside itself, without a `package.json`, comes under that package's licence.
 */
export function findPackage(moduleId: string): string | null {
  if (moduleId.startsWith('\0')) return null;
  let file = moduleId.replaceAll('\\', '/').split('?', 1)[0]!;
  for (let at = file.lastIndexOf(MODULES); at >= 0; at = file.lastIndexOf(MODULES)) {
    const start = at + MODULES.length;
    const [scope, name] = file.slice(start).split('/', 2);
    const folder = file.slice(0, start) + (scope!.startsWith('@') ? `${scope}/${name}` : scope);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    file = file.slice(0, at);
  }
  return null;
}

/** @throws Error when a package does not say under which licence it comes */
export function readPackage(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly version: string; readonly license?: unknown };
  if (typeof license !== 'string') {
    throw new Error(`licences: ${folder}/package.json names no licence; read it and leave it out.`);
  }
  const file = readdirSync(folder).find((entry) => LICENCE_NAME.test(entry));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, version, licence: license, text };
}

export function writeLicences(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(({ name, version, licence, text }) =>
    `${name} ${version} (${licence})\n\n${text}`.trim(),
  );
  return `Packages whose code is in this build, and their licences.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

export function writeSbom(packages: readonly ShippedPackage[], version: string): string {
  const components = packages.map((one) => ({
    type: 'library',
    name: one.name,
    version: one.version,
    purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    licenses: [{ expression: one.licence }],
  }));
  const component = { type: 'application', name: 'plan-atlas', version };
  const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component } };
  return `${JSON.stringify({ ...sbom, components }, null, 1)}\n`;
}

/**
 * Lists the packages whose code a build really holds, those of its workers too, with their licences. The workers are
 * built before the build that starts them is written.
 */
export function createLicencesPlugins(version: string): {
  readonly main: () => Plugin;
  readonly worker: () => Plugin;
} {
  const folders = new Set<string>();
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      for (const id of Object.keys(file.modules)) {
        const folder = findPackage(id);
        if (folder !== null) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({
      name: 'licences-of-workers',
      apply: 'build',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    main: () => ({
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const byName = new Map(
          [...folders].map(readPackage).map((one) => [`${one.name} ${one.version}`, one]),
        );
        const packages = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
        this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: writeLicences(packages) });
        this.emitFile({ type: 'asset', fileName: SBOM_FILE, source: writeSbom(packages, version) });
      },
    }),
  };
}
