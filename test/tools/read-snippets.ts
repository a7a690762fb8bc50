import { readFileSync } from 'node:fs';

/** A fenced block of a Markdown file. */
export interface Snippet {
  /** As tagged; empty where it is not. */
  readonly language: string;
  readonly code: string;
  /** Line of the fence that opens it, from 1. */
  readonly line: number;
}

/** Fenced blocks below a heading of the second level, in order; headings within blocks are none. */
export function readSnippets(file: string, heading: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  let isInside = false;
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | null =
    null;
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (open && line === '```') {
      if (isInside) snippets.push({ ...open, code: open.lines.join('\n') });
      open = null;
    } else if (open) open.lines.push(line);
    else if (line.startsWith('```')) open = { language: line.slice(3), line: index + 1, lines: [] };
    else if (line.startsWith('## ')) isInside = line === `## ${heading}`;
  }
  return snippets;
}
