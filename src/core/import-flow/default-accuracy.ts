import type { Certainty } from '../../contracts/bundle.ts';

/** Certainties that geometry of a file can have. */
export const FILE_CERTAINTIES = ['surveyed', 'digitised', 'schematic', 'inferred'] as const;
export type FileCertainty = (typeof FILE_CERTAINTIES)[number] & Certainty;

/** Proposals: a survey to a metre, a map of 1:10 000 to 20 m, a sketch map to 500 m. */
const OWN_M: Readonly<Record<FileCertainty, number>> = {
  surveyed: 1,
  digitised: 20,
  schematic: 500,
  inferred: 1000,
};

/** @param crsErrorM what the way from the file's system to degrees adds */
export const defaultAccuracyM = (certainty: FileCertainty, crsErrorM: number): number =>
  OWN_M[certainty] + Math.ceil(crsErrorM);
