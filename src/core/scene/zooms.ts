/** How far the map goes out and in. */
export const ZOOMS = { min: 6.5, max: 16 } as const;
