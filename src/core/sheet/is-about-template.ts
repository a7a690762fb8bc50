import type { Problem } from '../../contracts/errors.ts';

/** A template of sheets stands by itself: nothing else of a bundle rests on it. As `createSchemaProblems` words it. */
export const isAboutTemplate = ({ message }: Pick<Problem, 'message'>): boolean =>
  message.startsWith('sheet template ') || message.startsWith('sheet-template ');
