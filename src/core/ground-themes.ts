/** Themes that tell where one is: they stand under every other theme and have no picture of their own. */
export const GROUND_THEMES: readonly string[] = ['boundary', 'water', 'settlements'];
