import { describe, expect, it } from 'vitest';
import { isTooLarge } from '../../../../src/core/embed/is-too-large.ts';
import { MessageFault } from '../../../../src/core/embed/message-fault.ts';
import {
  LARGEST_MESSAGE_BYTES,
  readMessage,
  requestIdOf,
} from '../../../../src/core/embed/read-message.ts';

const createMessage = (overrides: object = {}): object => ({
  v: 1,
  type: 'plan:select',
  requestId: 'a-1',
  payload: {},
  ...overrides,
});

function codeOf(data: unknown): string | null {
  try {
    readMessage(data);
    return null;
  } catch (error) {
    return error instanceof MessageFault ? error.refusal.code : String(error);
  }
}

describe('the envelope of a message', () => {
  it('is read as it is', () => {
    expect(readMessage(createMessage({ payload: { feature: 'x' } }))).toEqual({
      type: 'plan:select',
      requestId: 'a-1',
      payload: { feature: 'x' },
    });
  });

  it.each<readonly [string, object]>([
    ['unknown-version', { v: 2 }],
    ['unknown-version', { v: '1' }],
    ['unknown-type', { type: 'plan:eval' }],
    ['unknown-type', { type: 'constructor' }],
    ['bad-payload', { requestId: '' }],
    ['bad-payload', { requestId: 'x'.repeat(101) }],
    ['too-large', { payload: 'x'.repeat(LARGEST_MESSAGE_BYTES) }],
  ])('%s: %o', (code, overrides) => {
    expect(codeOf(createMessage(overrides))).toBe(code);
  });

  it.each([null, undefined, 3, 'text', [], {}, { type: 'resize' }, { requestId: 'a' }, new Map()])(
    'what is none of ours is no mistake: %o',
    (data) => {
      expect(readMessage(data)).toBeNull();
    },
  );

  it('inherits nothing', () => {
    expect(readMessage(Object.create(createMessage()))).toBeNull();
    expect(requestIdOf(Object.create({ requestId: 'a' }))).toBe('');
  });
});

describe('the size of a message', () => {
  it.each<readonly [string, unknown]>([
    ['a long text', 'x'.repeat(60_000_000)],
    ['a long list', Array.from({ length: 1_000_000 }, () => 0)],
    ['a sparse list', Array(4_000_000_000)],
    ['a buffer', new Uint8Array(60_000_000)],
    ['a map', new Map(Array.from({ length: 200_000 }, (_, index) => [index, index]))],
    ['many fields', Object.fromEntries(Array.from({ length: 50_000 }, (_, id) => [`f${id}`, 1]))],
  ])('%s is too large, and found to be so at once', (_name, data) => {
    const startMs = performance.now();
    expect(isTooLarge({ payload: { data } }, LARGEST_MESSAGE_BYTES)).toBe(true);
    expect(performance.now() - startMs).toBeLessThan(200);
  });

  it('ends with data that holds itself, and with a chain of any depth', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = [loop, loop];
    expect(isTooLarge(loop, LARGEST_MESSAGE_BYTES)).toBe(true);
    let chain: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) chain = { chain };
    expect(isTooLarge(chain, LARGEST_MESSAGE_BYTES)).toBe(true);
  });

  it('lets through a thousand ids', () => {
    const features = Array.from(
      { length: 1000 },
      (_, index) => `a-feature-with-a-long-id-${index}`,
    );
    expect(isTooLarge(createMessage({ payload: { features } }), LARGEST_MESSAGE_BYTES)).toBe(false);
  });
});
