import { describe, expect, it } from 'vitest';
import type {
  CreateMap,
  MapOptions,
  MapPort,
  MapSeat,
} from '../../../../src/contracts/map-port.ts';
import { budgetOfPage } from '../../../../src/core/map-budget/budget-of-page.ts';
import {
  createMapBudget,
  MOST_LIVE_MAPS,
  type MapBudget,
} from '../../../../src/core/map-budget/map-budget.ts';
import { seatMaps } from '../../../../src/core/map-budget/seat-maps.ts';

/** Time goes on only when a test says so. */
function createClock() {
  let due: { readonly work: () => void; readonly ms: number }[] = [];
  return {
    later: (work: () => void, ms: number): void => {
      due.push({ work, ms });
    },
    pass: (ms: number): void => {
      const now = due.filter((timer) => timer.ms <= ms);
      due = due.filter((timer) => timer.ms > ms);
      for (const { work } of now) work();
    },
  };
}

interface Map {
  readonly seat: MapSeat;
  readonly log: string[];
  wish: ReturnType<MapSeat['wish']>;
  distancePx: number;
  isHeld: boolean;
  isPainted: boolean;
  usedAtMs: number;
  /** It stays awake whatever it is asked. */
  isStubborn: boolean;
  readonly start: () => Promise<void>;
}

function createMaps(budget: MapBudget) {
  return (name: string, given: Partial<Omit<Map, 'seat' | 'log' | 'start'>> = {}): Map => {
    let leave: (() => void) | null = null;
    const map: Map = {
      log: [],
      wish: 'picture',
      distancePx: 0,
      isHeld: false,
      isPainted: true,
      usedAtMs: 0,
      isStubborn: false,
      ...given,
      seat: {
        wish: () => map.wish,
        distancePx: () => map.distancePx,
        isHeld: () => map.isHeld,
        isPainted: () => map.isPainted,
        usedAtMs: () => map.usedAtMs,
        sleep: async () => {
          await Promise.resolve();
          if (map.isStubborn) return;
          map.log.push(`${name} sleeps`);
          leave?.();
        },
      },
      start: async () => {
        leave = await budget.join(map.seat);
        map.log.push(`${name} runs`);
      },
    };
    return map;
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('the budget of a page', () => {
  it('lets eight run; the ninth waits until one has given its context back', async () => {
    const clock = createClock();
    const budget = createMapBudget(clock.later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 8 }, (_, index) =>
      create(`map ${index}`, { distancePx: index * 100 }),
    );
    for (const map of maps) void map.start();
    await settle();
    expect(budget.count()).toBe(MOST_LIVE_MAPS);
    const ninth = create('ninth');
    const started = ninth.start();
    expect(ninth.log).toEqual([]);
    await started;
    expect(budget.count()).toBe(MOST_LIVE_MAPS);
    expect(maps[7]!.log).toEqual(['map 7 runs', 'map 7 sleeps']);
  });

  it('clears one place for each who waits, and no more', async () => {
    const budget = createMapBudget(createClock().later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 8 }, (_, index) =>
      create('old', { distancePx: 100 + index }),
    );
    for (const map of maps) void map.start();
    await settle();
    const fresh = [create('new'), create('new')];
    for (const map of fresh) void map.start();
    budget.review();
    await settle();
    expect(maps.filter(({ log }) => log.includes('old sleeps'))).toHaveLength(2);
    expect(fresh.every(({ log }) => log.includes('new runs'))).toBe(true);
  });

  it('gives each of twelve in sight its picture in turn, then comes to rest', async () => {
    const clock = createClock();
    const budget = createMapBudget(clock.later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 12 }, (_, index) =>
      create('map', { usedAtMs: index, isPainted: false }),
    );
    for (const map of maps) void map.start();
    for (let round = 0; round < 12; round += 1) {
      await settle();
      // What runs has painted by now; who sleeps has a true picture and only likes to look.
      for (const map of maps) {
        if (map.log.length > 0) {
          map.isPainted = true;
          map.wish = 'look';
          if (map.log.at(-1) === 'map sleeps' && map.log.length === 2) void map.start();
        }
      }
      budget.review();
      clock.pass(500);
    }
    const changes = maps.map(({ log }) => log.length);
    expect(changes).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(budget.count()).toBe(8);
  });

  it('looks again for who waits, for a map may be let go of without a word', async () => {
    const clock = createClock();
    const budget = createMapBudget(clock.later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 8 }, () => create('held', { isHeld: true }));
    for (const map of maps) void map.start();
    const ninth = create('ninth');
    void ninth.start();
    await settle();
    expect(ninth.log).toEqual([]);
    maps[3]!.isHeld = false;
    clock.pass(500);
    await settle();
    expect(ninth.log).toEqual(['ninth runs']);
  });

  it('asks another when one will not sleep, and that one again later', async () => {
    const clock = createClock();
    const budget = createMapBudget(clock.later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 8 }, (_, index) => create('map', { distancePx: 1 + index }));
    for (const map of maps) void map.start();
    await settle();
    maps[7]!.isStubborn = true;
    const [ninth, tenth] = [create('ninth'), create('tenth')];
    await ninth.start();
    expect(maps[6]!.log).toContain('map sleeps');
    maps[7]!.isStubborn = false;
    clock.pass(500);
    await tenth.start();
    expect(maps[7]!.log).toContain('map sleeps');
  });

  it('does not wait for ever for a map that gives no picture of itself', async () => {
    const clock = createClock();
    const budget = createMapBudget(clock.later);
    const create = createMaps(budget);
    const maps = Array.from({ length: 8 }, (_, index) => create('map', { distancePx: 1 + index }));
    for (const map of maps) void map.start();
    await settle();
    Object.assign(maps[7]!.seat, { sleep: () => new Promise<void>(() => undefined) });
    const ninth = create('ninth');
    void ninth.start();
    await settle();
    expect(ninth.log).toEqual([]);
    clock.pass(5000);
    await settle();
    expect(ninth.log).toEqual(['ninth runs']);
    expect(maps[6]!.log).toContain('map sleeps');
  });

  it('lets a start be called off, before and while it waits', async () => {
    const budget = createMapBudget(createClock().later);
    for (let index = 0; index < 8; index += 1) await budget.join(null);
    const off = AbortSignal.abort(new Error('gone'));
    await expect(budget.join(null, off)).rejects.toThrow('gone');
    const waiting = new AbortController();
    const join = budget.join(null, waiting.signal);
    waiting.abort(new Error('called off'));
    await expect(join).rejects.toThrow('called off');
    expect(budget.count()).toBe(8);
  });

  it('counts a context once, however often it is given back', async () => {
    const budget = createMapBudget(createClock().later);
    const leave = await budget.join(null);
    await budget.join(null);
    leave();
    leave();
    expect(budget.count()).toBe(1);
  });
});

describe('two copies of the library', () => {
  it('share the budget of their page', async () => {
    const page = {};
    const { later } = createClock();
    const first = budgetOfPage(page, later);
    expect(budgetOfPage(page, later)).toBe(first);
    await first.join(null);
    expect(budgetOfPage(page, later).count()).toBe(1);
    expect(budgetOfPage({}, later)).not.toBe(first);
  });

  it('of other ages get on as long as they can join and review', () => {
    const older = {
      version: 0,
      join: () => Promise.resolve(() => undefined),
      review: () => undefined,
    };
    const page = { [Symbol.for('plan-atlas.map-budget')]: older };
    expect(budgetOfPage(page, createClock().later)).toBe(older);
    const broken = { [Symbol.for('plan-atlas.map-budget')]: { version: 9 } };
    Object.defineProperty(broken, Symbol.for('plan-atlas.map-budget'), { configurable: true });
    expect(budgetOfPage(broken, createClock().later).count()).toBe(0);
  });
});

describe('a map that is started without a seat', () => {
  const options = { container: {} } as MapOptions;

  it('takes one and keeps it until it is disposed of', async () => {
    const budget = createMapBudget(createClock().later);
    const start: CreateMap = ({ released }) => Promise.resolve({ dispose: released } as MapPort);
    const port = await seatMaps(start, () => budget)(options);
    expect(budget.count()).toBe(1);
    port.dispose();
    expect(budget.count()).toBe(0);
  });

  it('gives it back when it cannot start', async () => {
    const budget = createMapBudget(createClock().later);
    const fail: CreateMap = () => Promise.reject(new Error('no WebGL2'));
    await expect(seatMaps(fail, () => budget)(options)).rejects.toThrow('no WebGL2');
    expect(budget.count()).toBe(0);
  });

  it('goes straight on when its seat was taken before', async () => {
    const budget = createMapBudget(createClock().later);
    const start: CreateMap = () => Promise.resolve({} as MapPort);
    await seatMaps(start, () => budget)({ ...options, released: () => undefined });
    expect(budget.count()).toBe(0);
  });
});
