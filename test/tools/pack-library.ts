/** The library as npm would deliver it, in a folder of its own: what a host project installs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface HostFolder {
  /** Holds `node_modules/plan-atlas`, and links to the packages that were asked for. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Packs the built library (`npm pack`) and unpacks it as a dependency of an empty project.
 * @param packages further packages of the host, e.g. `react`, linked from this project's own
 */
export function packLibrary(packages: readonly string[] = []): HostFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-atlas-host-'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const target = path.join(folder, 'node_modules', 'plan-atlas');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', target, '--strip-components=1']);
  for (const name of packages) {
    const link = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.resolve('node_modules', name), link, 'dir');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
