import type { TalkMessage } from '../../contracts/talk.ts';

const TYPES: ReadonlySet<unknown> = new Set<TalkMessage['type']>([
  'hello',
  'command',
  'snapshot',
  'facts',
  'story',
  'ping',
  'pong',
  'bye',
]);

/** A message of this version of the protocol; null: another one's, and not for us. */
export function parseTalkMessage(data: unknown): TalkMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { v, from, role, type } = data as Record<string, unknown>;
  const isOurs =
    v === 1 &&
    typeof from === 'string' &&
    (role === 'stage' || role === 'presenter') &&
    TYPES.has(type);
  return isOurs ? (data as TalkMessage) : null;
}

/** Two presentations never mix: neither those of two plans nor two of one plan. */
export const talkChannelName = (bundleId: string, session: string): string =>
  `plan-talk/1/${bundleId}/${session}`;
