import { expect, it, vi } from 'vitest';
import { openSession, type SessionPort } from '../../../src/io/open-session.ts';
import type { FromDesk, ToDesk } from '../../../src/io/serve-desk.ts';
import { toFile } from './open-files.ts';

/** A worker that the test answers for. */
function createWorker() {
  const heard: ToDesk[] = [];
  let tell: (message: FromDesk) => void = () => undefined;
  let die: (reason: string) => void = () => undefined;
  const worker = {
    heard,
    isClosed: false,
    tell: (m: FromDesk) => tell(m),
    die: (r: string) => die(r),
  };
  const port: SessionPort = {
    post: (message) => heard.push(message),
    listen: (listener, failed) => {
      tell = listener;
      die = failed;
    },
    close: () => {
      worker.isClosed = true;
    },
  };
  return { worker, port };
}

const EMPTY = { layers: [], charsets: {}, problems: [], bundle: null };
const GIVEN = [toFile('a.geojson', '{}')];
const callsOf = ({ heard }: { readonly heard: readonly ToDesk[] }) =>
  heard.filter((message) => message.type === 'call');

it('no worker is started before the first file, and progress comes to whoever asked', async () => {
  const { worker, port } = createWorker();
  const start = vi.fn(() => port);
  const session = openSession([112, 37, 114, 39], start);
  expect(start).not.toHaveBeenCalled();
  const seen: unknown[] = [];
  const opening = session.open(GIVEN, {}, { onProgress: (progress) => seen.push(progress) });
  expect(worker.heard[0]).toEqual({ type: 'start', near: [112, 37, 114, 39] });
  const [{ id }] = callsOf(worker) as unknown as [{ id: number }];
  worker.tell({
    type: 'progress',
    id,
    progress: { phase: 'parsing', done: 0.5, file: 'a.geojson' },
  });
  worker.tell({ type: 'done', id, value: EMPTY });
  expect(await opening).toEqual(EMPTY);
  expect(seen).toEqual([{ phase: 'parsing', done: 0.5, file: 'a.geojson' }]);
});

it('a cancel is told to the worker, and rejects with the reason', async () => {
  const { worker, port } = createWorker();
  const session = openSession([112, 37, 114, 39], () => port);
  const calling = new AbortController();
  const opening = session.open(GIVEN, {}, { signal: calling.signal });
  const [{ id }] = callsOf(worker) as unknown as [{ id: number }];
  calling.abort(new DOMException('no more', 'AbortError'));
  expect(worker.heard.at(-1)).toEqual({ type: 'cancel', id });
  worker.tell({ type: 'cancelled', id });
  await expect(opening).rejects.toThrow('no more');
  expect(worker.isClosed).toBe(false);
});

it('a worker that does not hear is ended, and what was open is opened anew in the next', async () => {
  vi.useFakeTimers();
  try {
    const workers = [createWorker(), createWorker()];
    let next = 0;
    const session = openSession([112, 37, 114, 39], () => workers[next++]!.port);
    const [first, second] = workers.map(({ worker }) => worker);
    const opening = session.open(GIVEN, {}, {});
    first!.tell({ type: 'done', id: (callsOf(first!)[0] as { id: number }).id, value: EMPTY });
    await opening;
    const calling = new AbortController();
    const deaf = session.open([toFile('b.geojson', '{}')], {}, { signal: calling.signal });
    const failed = expect(deaf).rejects.toThrow('enough');
    calling.abort(new DOMException('enough', 'AbortError'));
    await vi.advanceTimersByTimeAsync(1000);
    await failed;
    expect(first!.isClosed).toBe(true);
    const again = callsOf(second!) as unknown as { call: { files: { name: string }[] } }[];
    expect(again.map(({ call }) => call.files[0]!.name)).toEqual(['a.geojson']);
  } finally {
    vi.useRealTimers();
  }
});

it('a worker that dies rejects what waits, with what to do', async () => {
  const { worker, port } = createWorker();
  const session = openSession([112, 37, 114, 39], () => port);
  const opening = session.open(GIVEN, {}, {});
  worker.die('out of memory');
  await expect(opening).rejects.toMatchObject({
    code: 'reader-gone',
    problems: [{ message: 'the reader of files stopped: out of memory' }],
  });
});
