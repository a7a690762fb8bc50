import { describe, expect, it } from 'vitest';
import type { Store, ViewerRequest, ViewerState } from '../../../src/contracts/state.ts';
import { createInitialState } from '../../../src/core/initial-state.ts';
import { reduce } from '../../../src/core/reduce.ts';
import { createStore } from '../../../src/core/store.ts';

const create = (): Store => createStore(createInitialState(), reduce);
const english: ViewerRequest = { type: 'lang', lang: 'en' };
const dismiss: ViewerRequest = { type: 'clear', origin: 'api' };

describe('createStore', () => {
  it('answers a request with the reduced state', () => {
    const store = create();
    store.send(english);
    expect(store.getState().lang).toBe('en');
  });

  it('freezes every state', () => {
    const store = create();
    const first = store.getState();
    store.send(english);
    expect([Object.isFrozen(first), Object.isFrozen(store.getState())]).toEqual([true, true]);
  });

  it('tells listeners the state, the one before and the request', () => {
    const store = create();
    const before = store.getState();
    const calls: unknown[][] = [];
    store.subscribe((...call) => calls.push(call));
    store.send(english);
    expect(calls).toEqual([[store.getState(), before, english]]);
  });

  it('tells nobody when nothing changed', () => {
    const store = create();
    const before = store.getState();
    let calls = 0;
    store.subscribe(() => {
      calls += 1;
    });
    store.send(dismiss);
    expect([calls, store.getState() === before]).toEqual([0, true]);
  });

  it('tells a listener no more once it has left', () => {
    const store = create();
    let calls = 0;
    const leave = store.subscribe(() => {
      calls += 1;
    });
    leave();
    leave();
    store.send(english);
    expect(calls).toBe(0);
  });

  it('lets a listener leave while it is told, without missing another', () => {
    const store = create();
    const told: string[] = [];
    const leave = store.subscribe(() => {
      told.push('first');
      leave();
    });
    store.subscribe(() => told.push('second'));
    store.send(english);
    store.send({ type: 'lang', lang: 'zh-Hans' });
    expect(told).toEqual(['first', 'second', 'second']);
  });

  it('shows every listener the changes in order, though one asks for another while told', () => {
    const store = create();
    const seen: ViewerState['lang'][] = [];
    store.subscribe((state) => {
      if (state.lang === 'en') store.send({ type: 'lang', lang: 'zh-Hans' });
    });
    store.subscribe((state) => seen.push(state.lang));
    store.send(english);
    expect(seen).toEqual(['en', 'zh-Hans']);
  });

  it('works on after a listener has failed', () => {
    const store = create();
    const leave = store.subscribe(() => {
      throw new Error('listener');
    });
    expect(() => store.send(english)).toThrow('listener');
    leave();
    store.send({ type: 'lang', lang: 'zh-Hans' });
    expect(store.getState().lang).toBe('zh-Hans');
  });

  it('works on after the reducer has failed, in the state before', () => {
    const store = createStore(createInitialState(), (state, request) => {
      if (request.type === 'home') throw new Error('reducer');
      return reduce(state, request);
    });
    expect(() => store.send({ type: 'home' })).toThrow('reducer');
    store.send(english);
    expect(store.getState()).toMatchObject({ lang: 'en', goal: { serial: 0 } });
  });
});
