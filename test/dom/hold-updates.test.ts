import { afterEach, expect, it, vi } from 'vitest';
import {
  hasUnsaved,
  isAnyBusy,
  listenToHolds,
  setBusy,
  setUnsaved,
  whenFree,
} from '../../src/pwa/hold-updates.ts';

afterEach(() => {
  setBusy('story', false);
  setBusy('notes', false);
  setUnsaved('marks', false);
});

it('is busy until every owner is done', async () => {
  setBusy('story', true);
  setBusy('notes', true);
  setBusy('story', false);
  await expect(isAnyBusy()).resolves.toBe(true);
  setBusy('notes', false);
  await expect(isAnyBusy()).resolves.toBe(false);
});

it('knows of unsaved work apart from presenting', async () => {
  setUnsaved('marks', true);
  expect(hasUnsaved()).toBe(true);
  await expect(isAnyBusy()).resolves.toBe(false);
  setUnsaved('marks', false);
  expect(hasUnsaved()).toBe(false);
});

it('tells of a change once, and no more after the listener is gone', () => {
  const heard = vi.fn<() => void>();
  const stop = listenToHolds(heard);
  setBusy('story', true);
  setBusy('story', true);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  setBusy('story', false);
  expect(heard).toHaveBeenCalledTimes(1);
});

it('holds a lock that other windows see, shared while it lasts', async () => {
  const released: string[] = [];
  const request = vi.fn(
    async (name: string, options: unknown, work?: () => Promise<void> | void) => {
      await (work ?? (options as () => void))();
      released.push(name);
    },
  );
  vi.stubGlobal('navigator', { locks: { request, query: () => Promise.resolve({ held: [] }) } });
  try {
    setBusy('story', true);
    expect(request).toHaveBeenCalledTimes(1);
    expect(request.mock.calls[0]![1]).toEqual({ mode: 'shared' });
    expect(released).toEqual([]);
    setBusy('story', false);
    await vi.waitFor(() => expect(released.length).toBe(1));
    await whenFree();
    expect(request.mock.calls[1]![0]).toBe(request.mock.calls[0]![0]);
  } finally {
    vi.unstubAllGlobals();
  }
});
