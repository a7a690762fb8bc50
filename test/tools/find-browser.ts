/**
 * Finds a Chromium-family browser for the end-to-end tests, and on a bare Debian installs one.
 * Never skips: without a browser it throws one sentence that says what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export interface FoundBrowser {
  readonly executablePath: string;
  /** As the browser says it, e.g. `Chromium 130.0.6723.58`. */
  readonly version: string;
  /** Where it came from: `CHROME_PATH`, `installed`, `apt` or `playwright`. */
  readonly origin: 'CHROME_PATH' | 'installed' | 'apt' | 'playwright';
}

const MINUTE_MS = 60_000;
const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const CJK_FONTS = 'fonts-noto-cjk';
/** Draws WebGL on the processor. */
const MESA = ['libegl1', 'libgl1-mesa-dri'];

/** Finds or installs a browser. `log` receives one line per thing done. */
export async function findBrowser(
  log: (line: string) => void = () => undefined,
): Promise<FoundBrowser> {
  const browser = findPresent() ?? installByApt(log) ?? downloadByPlaywright(log);
  if (!browser) {
    throw new Error(
      'No Chrome, Chromium or Edge was found and none could be installed: install one, or set CHROME_PATH to its executable.',
    );
  }
  installCjkFonts(log);
  return browser;
}

function findPresent(): FoundBrowser | null {
  const given = process.env['CHROME_PATH'];
  if (given) {
    const browser = describe(given, 'CHROME_PATH');
    if (browser) return browser;
    throw new Error(
      `CHROME_PATH is "${given}", which is no browser that starts: mend or unset it.`,
    );
  }
  for (const candidate of candidates()) {
    const browser = describe(candidate, 'installed');
    if (browser) return browser;
  }
  return describe(chromium.executablePath(), 'playwright');
}

function candidates(): readonly string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(process.env['HOME'] ?? '', 'Applications')];
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return folders.flatMap((folder) =>
      apps.map((app) => path.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter((folder) => folder !== undefined);
    const apps = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return folders.flatMap((folder) => apps.map((app) => path.join(folder, ...app)));
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin']
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .concat('/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge')
    .filter((candidate, index, all) => all.indexOf(candidate) === index);
}

function describe(executablePath: string, origin: FoundBrowser['origin']): FoundBrowser | null {
  try {
    accessSync(executablePath, constants.X_OK);
  } catch {
    return null;
  }
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return { executablePath, version: 'on Windows', origin };
  const answer = spawnSync(executablePath, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const version = answer.stdout?.trim();
  return answer.status === 0 && version ? { executablePath, version, origin } : null;
}

function installByApt(log: (line: string) => void): FoundBrowser | null {
  if (!isDebianRoot()) return null;
  log('No browser found; installing Debian’s chromium and fonts.');
  if (!apt(['chromium', CJK_FONTS, 'fonts-noto-core', ...MESA], log)) return null;
  return describe('/usr/bin/chromium', 'apt');
}

/** Chinese names must draw; without a font they are boxes that a picture test would not explain. */
function installCjkFonts(log: (line: string) => void): void {
  if (!isDebianRoot()) return;
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 20_000 });
  if (listed.status === 0 && listed.stdout.trim() !== '') return;
  log('No Chinese font found; installing fonts-noto-cjk.');
  if (!apt([CJK_FONTS, 'fontconfig'], log)) {
    throw new Error(`No Chinese font is installed and "apt-get install ${CJK_FONTS}" failed.`);
  }
}

/** Whether packages can be installed here. */
export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages; false when that fails, and then `log` knows why. */
export function apt(packages: readonly string[], log: (line: string) => void): boolean {
  const commands = [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ];
  return commands.every((args) => {
    const done = spawnSync('apt-get', ['-o', 'Acquire::Retries=3', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 10 * MINUTE_MS,
      killSignal: 'SIGKILL',
    });
    if (done.status !== 0) {
      log(`apt-get ${args[0]} failed: ${(done.stderr || String(done.error ?? '')).trim()}`);
    }
    return done.status === 0;
  });
}

function downloadByPlaywright(log: (line: string) => void): FoundBrowser | null {
  log('Trying the browser download of playwright-core.');
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: Record<string, string>;
  };
  const command = path.join(path.dirname(manifest), bin['playwright-core'] ?? 'cli.js');
  const done = spawnSync(process.execPath, [command, 'install', 'chromium'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 5 * MINUTE_MS,
    killSignal: 'SIGKILL',
  });
  if (done.status !== 0) log(`The download failed: ${(done.stderr ?? '').trim().split('\n')[0]}`);
  return describe(chromium.executablePath(), 'playwright');
}
