import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

it('no package that the product runs with needs a script to be installed', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const runtime = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);
  expect(runtime.length).toBeGreaterThan(30);
  expect(
    runtime.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name),
  ).toEqual([]);
});
