import type { Reader } from '../contracts/import.ts';
import { PlanError } from '../contracts/errors.ts';

/** The largest file of text in a bundle; whole counties come to a tenth of it. */
const MOST_BYTES = 100_000_000;

/** A plan bundle, as a folder or in one piece: its files as text. Whether it is sound is the checks' matter. */
export const readBundle: Reader = async (parts, name, task) => {
  task.report({ phase: 'reading', done: null });
  await task.checkpoint();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const files: Record<string, string> = Object.create(null) as Record<string, string>;
  const isFolder = parts.has('plan-bundle.json');
  for (const [path, bytes] of parts) {
    if (bytes.length > MOST_BYTES) continue;
    try {
      files[isFolder ? path : 'plan-bundle.json'] = decoder.decode(bytes);
    } catch {
      throw new PlanError([
        {
          code: 'bundle-not-utf8',
          severity: 'error',
          file: name,
          at: path,
          message: `"${path}" is not UTF-8`,
          remedy: 'Save it as UTF-8; bundles are written in nothing else.',
        },
      ]);
    }
  }
  return { format: 'bundle', layers: [], charset: null, problems: [], bundle: files };
};
