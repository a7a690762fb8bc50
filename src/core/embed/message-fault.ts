import type { PlanRefusal } from '../../contracts/protocol.ts';

const LONGEST_SHOWN = 60;

/** What is wrong with a message; told to the page that sent it, word for word. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault';
  readonly refusal: PlanRefusal;

  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.refusal = { code, message, remedy };
  }
}

/** A value of a message as an error may show it: short, and never by walking through it. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  return String(value);
}
