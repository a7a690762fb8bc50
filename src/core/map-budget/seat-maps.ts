import type { CreateMap } from '../../contracts/map-port.ts';
import type { MapBudget } from './map-budget.ts';

/** Starts a map only once the page has a context for it; whoever has taken a seat already goes straight on. */
export function seatMaps(createMap: CreateMap, budget: () => MapBudget): CreateMap {
  return async (options) => {
    if (options.released) return createMap(options);
    const released = await budget().join(null, options.signal);
    try {
      return await createMap({ ...options, released });
    } catch (error) {
      released();
      throw error;
    }
  };
}
