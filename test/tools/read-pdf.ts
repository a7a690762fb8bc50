/** Reads a PDF with poppler's tools, and on a bare Debian installs them. */
import { spawnSync } from 'node:child_process';
import { apt, isDebianRoot } from './find-browser.ts';

const PACKAGE = 'poppler-utils';

/**
 * The words of each page in the order of the page itself, so that a cell of a table stays in one
 * piece, without any white space, for lines break where they will.
 * @throws Error when the tools are missing or the file cannot be read
 */
export function readPdfPages(file: string): readonly string[] {
  const text = runPoppler('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
  const pages = text.split('\f');
  // The last page ends with a page break, too.
  return pages.slice(0, -1).map((page) => page.replaceAll(/\s+/g, ''));
}

/** Draws each page as `<prefix>-NN.png`. */
export function drawPdfPages(file: string, prefix: string, dotsPerInch: number): void {
  runPoppler('pdftoppm', ['-png', '-r', String(dotsPerInch), file, prefix]);
}

function runPoppler(command: string, args: readonly string[], canInstall = true): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status === 0) return done.stdout;
  const isMissing = (done.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  if (isMissing && canInstall && isDebianRoot()) {
    console.log(`${command} not found; installing ${PACKAGE}.`);
    if (apt([PACKAGE], (line) => console.log(line))) return runPoppler(command, args, false);
  }
  throw new Error(
    isMissing
      ? `${command} was not found and could not be installed: install ${PACKAGE} (poppler).`
      : `${command} failed: ${done.stderr.trim()}`,
  );
}
