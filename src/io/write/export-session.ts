import { PlanError } from '../../contracts/errors.ts';
import type { ExportedFile, ExportRequest } from '../../contracts/export.ts';
import { startReader } from '../open-import-session.ts';

/**
 * Writes features in a worker, so that the page never waits.
 * @throws PlanError as `exportFeatures` does, `write-failed` when the worker stops; the signal's reason when it is
 * called off
 */
export function exportInWorker(request: ExportRequest, signal: AbortSignal): Promise<ExportedFile> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  const port = startReader();
  const fail = (reason: string): PlanError =>
    new PlanError([
      {
        code: 'write-failed',
        severity: 'error',
        file: request.format,
        message: `the file could not be written: ${reason}`,
        remedy: 'Choose fewer features, or another format.',
      },
    ]);
  return new Promise<ExportedFile>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    port.listen(
      (message) => {
        if (message.type === 'done') resolve(message.value as ExportedFile);
        else if (message.type === 'failed') {
          const [first, ...rest] = message.problems;
          // What no writer foresaw, the desk tells as of any other call.
          const isForeseen = first && first.code !== 'read-failed';
          reject(isForeseen ? new PlanError([first, ...rest]) : fail(first?.message ?? ''));
        }
      },
      (reason) => reject(fail(reason)),
    );
    port.post({ type: 'call', id: 1, call: { name: 'write', request } });
  }).finally(() => port.close());
}
