/** Reads parts of messages: what is not as expected is refused by name and with its value. */
import { MessageFault, showValue } from './message-fault.ts';

const LONGEST_ID = 200;
const MOST_IDS = 5000;

export function refuseField(name: string, value: unknown, expected: string): MessageFault {
  return new MessageFault(
    'bad-payload',
    `${name} is ${showValue(value)}; expected ${expected}`,
    `Give ${expected}.`,
  );
}

/** A plain object without other fields than these. */
export function readRecord(
  value: unknown,
  name: string,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  const isPlain =
    value !== null &&
    typeof value === 'object' &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!isPlain)
    throw refuseField(name, value, `an object with ${fields.join(', ') || 'no fields'}`);
  for (const field of Object.keys(value)) {
    if (fields.includes(field)) continue;
    throw new MessageFault(
      'bad-payload',
      `${name} has an unknown field ${showValue(field)}`,
      `Leave it out; known are ${fields.join(', ') || 'none'}.`,
    );
  }
  return value as Record<string, unknown>;
}

export function readList(value: unknown, name: string, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) {
    throw refuseField(name, value, `a list of at most ${most}`);
  }
  return value;
}

export function readText(value: unknown, name: string, longest: number): string {
  if (typeof value === 'string' && value.length <= longest) return value;
  throw refuseField(name, value, `a text of at most ${longest} characters`);
}

export const readId = (value: unknown, name: string): string => readText(value, name, LONGEST_ID);

export const readIds = (value: unknown, name: string): readonly string[] =>
  readList(value, name, MOST_IDS).map((id, index) => readId(id, `${name}[${index}]`));

export function readNumber(value: unknown, name: string, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw refuseField(name, value, `a number from ${least} to ${most}`);
}

export function readFlag(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw refuseField(name, value, 'true or false');
}

export function readOneOf<T extends string>(
  value: unknown,
  name: string,
  choices: readonly T[],
): T {
  if ((choices as readonly unknown[]).includes(value)) return value as T;
  throw refuseField(name, value, `one of ${choices.join(', ')}`);
}
