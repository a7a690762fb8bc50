import { PLAN_COMMANDS, PROTOCOL_VERSION, type PlanCommand } from '../../contracts/protocol.ts';
import { MessageFault, showValue } from './message-fault.ts';
import { isTooLarge } from './is-too-large.ts';

export const LARGEST_MESSAGE_BYTES = 262_144;
const LONGEST_REQUEST_ID = 100;

/** What a page sent, before its payload is looked at. */
export interface Envelope {
  readonly type: PlanCommand;
  readonly requestId: string;
  readonly payload: unknown;
}

/** What an answer must carry; empty where the message names nothing that fits. */
export function requestIdOf(data: unknown): string {
  const id = ownField(data, 'requestId');
  return typeof id === 'string' && id.length <= LONGEST_REQUEST_ID ? id : '';
}

/**
 * The envelope of a message; null when it is none of ours: pages send other things to their frames as well.
 * @throws MessageFault `too-large`, `unknown-version`, `unknown-type`, `bad-payload`
 */
export function readMessage(data: unknown): Envelope | null {
  if (isTooLarge(data, LARGEST_MESSAGE_BYTES)) {
    throw new MessageFault(
      'too-large',
      `the message is larger than ${LARGEST_MESSAGE_BYTES / 1024} kB`,
      'Send ids and a view, nothing else; a plan of your own goes into the frame’s address as src.',
    );
  }
  const type = ownField(data, 'type');
  if (typeof type !== 'string' || typeof ownField(data, 'requestId') !== 'string') return null;
  const version = ownField(data, 'v');
  if (version !== PROTOCOL_VERSION) {
    throw new MessageFault(
      'unknown-version',
      `v is ${showValue(version)}; only ${PROTOCOL_VERSION} is known`,
      `Send v: ${PROTOCOL_VERSION}, or take the client that belongs to this version.`,
    );
  }
  if (!(PLAN_COMMANDS as readonly string[]).includes(type)) {
    throw new MessageFault(
      'unknown-type',
      `type is ${showValue(type)}; known are ${PLAN_COMMANDS.join(', ')}`,
      'Send one of the commands named.',
    );
  }
  const requestId = requestIdOf(data);
  if (requestId === '') {
    throw new MessageFault(
      'bad-payload',
      'requestId is empty or too long',
      `Give each message an id of its own, 1 to ${LONGEST_REQUEST_ID} characters.`,
    );
  }
  return { type: type as PlanCommand, requestId, payload: ownField(data, 'payload') };
}

function ownField(data: unknown, name: string): unknown {
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, name)) return undefined;
  return (data as Readonly<Record<string, unknown>>)[name];
}
