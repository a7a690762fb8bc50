/** Signs that turn the direction of what follows (Unicode Annex 9). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** A name as it may stand amid other words: without signs that would turn these round. */
export const dropTurns = (name: string): string => name.replaceAll(TURNS, '');
