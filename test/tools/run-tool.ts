/** Runs a command line program that the tests read or draw files with, and on a bare Debian installs it. */
import { spawnSync } from 'node:child_process';
import { apt, isDebianRoot } from './find-browser.ts';

export interface Tool {
  readonly command: string;
  /** Its package in Debian. */
  readonly debian: string;
}

export interface ToolRun {
  /** Added to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * @returns what it wrote
 * @throws Error when the program is missing and cannot be installed, with what to install; or with what it complained of
 */
export function runTool(
  { command, debian }: Tool,
  args: readonly string[],
  { env = {} }: ToolRun = {},
  canInstall = true,
): string {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  if (done.status === 0) return done.stdout;
  const isMissing = (done.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  if (isMissing && canInstall && isDebianRoot()) {
    console.log(`${command} not found; installing ${debian}.`);
    if (apt([debian], (line) => console.log(line)))
      return runTool({ command, debian }, args, { env }, false);
  }
  throw new Error(
    isMissing
      ? `${command} was not found and could not be installed: install ${debian}.`
      : `${command} failed: ${done.stderr.trim()}`,
  );
}
