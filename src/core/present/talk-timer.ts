/** The speaker's stop watch: the whole talk and the slide on stage. All times in milliseconds. */
export interface TalkTimer {
  /** Counted before the last pause. */
  readonly totalMs: number;
  readonly slideMs: number;
  /** Slide that `slideMs` is of, from 0. */
  readonly slide: number;
  /** The clock at which it began to run; null: it stands. */
  readonly since: number | null;
}

export const NEW_TIMER: TalkTimer = { totalMs: 0, slideMs: 0, slide: 0, since: null };

/** What the watch shows. */
export function readTimer(
  { totalMs, slideMs, since }: TalkTimer,
  nowMs: number,
): { readonly totalMs: number; readonly slideMs: number } {
  const more = since === null ? 0 : Math.max(0, nowMs - since);
  return { totalMs: totalMs + more, slideMs: slideMs + more };
}

export function runTimer(timer: TalkTimer, nowMs: number): TalkTimer {
  return timer.since === null ? { ...timer, since: nowMs } : timer;
}

export function pauseTimer(timer: TalkTimer, nowMs: number): TalkTimer {
  return { ...timer, ...readTimer(timer, nowMs), since: null };
}

/** To nothing; one that runs goes on running. */
export function resetTimer({ slide, since }: TalkTimer, nowMs: number): TalkTimer {
  return { ...NEW_TIMER, slide, since: since === null ? null : nowMs };
}

/** Another slide is on stage: its own time begins. */
export function turnTimer(timer: TalkTimer, slide: number, nowMs: number): TalkTimer {
  if (slide === timer.slide) return timer;
  const { totalMs } = readTimer(timer, nowMs);
  return { totalMs, slideMs: 0, slide, since: timer.since === null ? null : nowMs };
}

/** `4:05`, `1:02:09`. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A watch that was stored; null when it is none. */
export function parseTimer(value: unknown): TalkTimer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { totalMs, slideMs, slide, since } = value as Record<string, unknown>;
  const isSound =
    [totalMs, slideMs, slide].every((part) => Number.isFinite(part) && Number(part) >= 0) &&
    (since === null || Number.isFinite(since));
  return isSound ? (value as TalkTimer) : null;
}
