import { constantFrom, oneof, record, tuple, type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import type { PlanBundle } from '../../src/contracts/bundle.ts';
import { PLAN_COMMANDS } from '../../src/contracts/protocol.ts';
import type { ViewState } from '../../src/contracts/state.ts';
import { MessageFault } from '../../src/core/embed/message-fault.ts';
import { readCall } from '../../src/core/embed/read-call.ts';
import { readMessage, requestIdOf } from '../../src/core/embed/read-message.ts';
import { readView } from '../../src/core/embed/read-view.ts';
import { encodePermalink } from '../../src/core/permalink.ts';
import { toViewState } from '../../src/core/view-state.ts';
import { createState } from '../fixtures/create-state.ts';
import { damaged, oddValue, type Damaged } from './damage.ts';
import { expectUnpolluted } from './expect-told.ts';
import { viewsOf } from './fuzz-links.ts';
import type { Fuzz } from './run-fuzz.ts';

/** What only a page can send: a link or a file holds none of these. */
const LIVE_VALUES: readonly unknown[] = [
  undefined,
  Number.NaN,
  Infinity,
  12n,
  new Date(0),
  new Map([['type', 'plan:select']]),
  new Set([1]),
  new Uint8Array(300_000),
  new Error('x'),
  /x/,
  Array.from({ length: 9 }),
];

const payloads = (view: ViewState): readonly unknown[] => [
  {},
  { feature: 's45', clause: 'city' },
  { features: ['s45', 'zong-2'], clauses: ['city'], fit: true },
  { features: ['s45'] },
  { layers: ['transport', 'roads'] },
  { statuses: ['planned'], horizon: 2030 },
  { scene: 'network' },
  { view },
];

/** Messages of any content: none of ours, read, or refused with code, words and remedy; what is read can be shown. */
export const fuzzMessages = (plan: PlanBundle): Fuzz<Damaged> => {
  const now = toViewState(createState(plan));
  const message = (payload: unknown): unknown => ({
    v: 1,
    type: 'plan:state',
    requestId: 'a-1',
    payload,
  });
  const typed: Arbitrary<Damaged> = tuple(
    oneof(...payloads(now).map((payload) => damaged(payload))),
    constantFrom(...PLAN_COMMANDS),
  ).map(([{ value }, type]) => ({ value: { v: 1, type, requestId: 'a-1', payload: value } }));
  const given = oneof(
    typed,
    ...payloads(now).map((payload) => damaged(message(payload))),
    oneof(oddValue, constantFrom(...LIVE_VALUES)).map((value) => ({ value })),
    record({
      at: constantFrom('payload', 'type', 'v', 'requestId'),
      value: constantFrom(...LIVE_VALUES),
    }).map(({ at, value }) => ({ value: { ...(message({}) as object), [at]: value } })),
  );
  return {
    given,
    holds: ({ value }) => {
      // As the browser hands it over.
      const data: unknown = structuredClone(value);
      expect(requestIdOf(data).length).toBeLessThanOrEqual(100);
      try {
        const envelope = readMessage(data);
        if (envelope) {
          const { type, payload } = readCall(envelope, { bundle: plan, now });
          if (type === 'plan:state' && payload.view) show(payload.view, plan);
        }
      } catch (error) {
        if (!(error instanceof MessageFault)) throw error;
        const { code, message: words, remedy } = error.refusal;
        expect(code).toMatch(/^[a-z][a-z-]+$/);
        expect(words.length * remedy.length, code).toBeGreaterThan(0);
        expect(words.length + remedy.length, code).toBeLessThan(3000);
      }
      expectUnpolluted();
    },
  };
};

function show(view: Partial<ViewState>, plan: PlanBundle): void {
  const state = createState(plan, { type: 'restore', view, origin: 'api' });
  encodePermalink(toViewState(state), plan);
}

/** Views that go out to a page come back as they were. */
export const fuzzSentViews = (plan: PlanBundle): Fuzz<ViewState> => {
  const now = toViewState(createState(plan));
  return {
    // The address of another plan is never for a message to say.
    given: viewsOf(plan).map(({ compare, ...view }) => ({
      ...view,
      compare: { ...compare, other: { ...compare.other, src: null } },
    })),
    holds: (view) => {
      const { camera, ...rest } = readView(structuredClone(view), { bundle: plan, now });
      const { camera: asked, ...wanted } = view;
      expect(rest).toEqual(wanted);
      expect(camera ?? null).toEqual(asked);
    },
  };
};
