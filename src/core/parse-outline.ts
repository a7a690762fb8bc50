import type { Problem } from '../contracts/errors.ts';

/** A paragraph as the outline file gives it; headings above it come from the manifest. */
export interface OutlineParagraph {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface ParsedOutline {
  readonly paragraphs: readonly OutlineParagraph[];
  readonly problems: readonly Problem[];
}

const HEADING = /^##\s+(\S+)(?:\s+(.*\S))?\s*$/;

/** HTML comments become as many line breaks as they hold, so that line numbers stay true. One that never ends stays. */
export function blankComments(text: string): string {
  let kept = '';
  let at = 0;
  // By position, not by a pattern: a text full of unclosed comments is read once.
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(at);
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '');
    at = end + 3;
  }
}

/**
 * Reads a plan's text: one `## id title` per paragraph, the plan's words below it.
 * A byte order mark, CRLF and HTML comments are dropped; within a paragraph `\n\n` parts printed paragraphs.
 * Problems: `outline-empty`, `duplicate-paragraph`, `paragraph-empty`, `outline-stray-text`.
 */
export function parseOutline(text: string, file: string): ParsedOutline {
  const problems: Problem[] = [];
  const paragraphs: OutlineParagraph[] = [];
  const known = new Set<string>();
  const report = (
    code: string,
    line: number,
    at: string | undefined,
    message: string,
    remedy: string,
  ): void => {
    problems.push({
      code,
      severity: 'error',
      file,
      at,
      message: `line ${line}: ${message}`,
      remedy,
    });
  };

  let open: { id: string; title: string; line: number; body: string[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { id, title, line, body } = open;
    const words = body
      .join('\n')
      .trim()
      .replace(/\n{3,}/g, '\n\n');
    if (known.has(id)) {
      report(
        'duplicate-paragraph',
        line,
        id,
        `paragraph id "${id}" occurs twice`,
        'Give every paragraph its own id.',
      );
    } else if (words === '') {
      report(
        'paragraph-empty',
        line,
        id,
        `paragraph "${id}" has no text`,
        'Add the plan’s words below the heading.',
      );
    } else {
      known.add(id);
      paragraphs.push({ id, title, text: words });
    }
    open = null;
  };

  const lines = blankComments(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).split('\n');
  for (const [index, line] of lines.entries()) {
    const heading = HEADING.exec(line);
    if (heading !== null) {
      close();
      open = { id: heading[1] ?? '', title: heading[2] ?? '', line: index + 1, body: [] };
    } else if (open !== null) open.body.push(line);
    else if (line.trim() !== '') {
      const words = JSON.stringify(line.trim().slice(0, 20));
      report(
        'outline-stray-text',
        index + 1,
        undefined,
        `text ${words} stands above the first heading`,
        'Put “## id title” above it.',
      );
    }
  }
  close();
  if (paragraphs.length === 0) {
    report(
      'outline-empty',
      1,
      undefined,
      'the plan text holds no paragraph',
      'Write “## id title” and the plan’s words below it.',
    );
  }
  return { paragraphs, problems };
}
