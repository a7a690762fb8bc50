import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Cartography, FlavourName } from '../../contracts/theme.ts';
import { oembedFile, posterFile, type PosterSubject } from '../../core/embed/poster-address.ts';
import { PosterPress } from './draw-poster.ts';
import { listSubjects } from './list-subjects.ts';
import { listOembedSubjects, makeOembed } from './make-oembed.ts';

/** A file as it will lie below the app's folder. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

const tonesOf = ({ kind }: PosterSubject): readonly FlavourName[] =>
  kind === 'plan' || kind === 'theme' ? ['light', 'dark'] : ['light'];

interface Print {
  readonly file: string;
  readonly subject: PosterSubject;
  readonly flavour: FlavourName;
}

const listPrints = (bundle: PlanBundle, cartography: Cartography): Print[] =>
  listSubjects(bundle, cartography).flatMap((subject) =>
    tonesOf(subject).map((flavour) => ({ file: posterFile(subject, flavour), subject, flavour })),
  );

/** Names of all posters of a bundle. */
export const listPosterFiles = (
  bundle: PlanBundle,
  cartography: Cartography,
): ReadonlySet<string> => new Set(listPrints(bundle, cartography).map(({ file }) => file));

/**
 * Every poster of a bundle, one at a time.
 * @param only the one file that is wanted
 */
export function* makePosters(
  bundle: PlanBundle,
  cartography: Cartography,
  only?: string,
): Generator<MadeFile> {
  const press = new PosterPress(bundle, cartography);
  for (const { file, subject, flavour } of listPrints(bundle, cartography)) {
    if (only !== undefined && only !== file) continue;
    yield { path: file, text: press.draw(subject, flavour).svg };
  }
}

/** Every oEmbed answer. */
export function* makeOembedFiles(
  bundle: PlanBundle,
  posters: ReadonlySet<string>,
  appUrl: string | null,
): Generator<MadeFile> {
  for (const subject of listOembedSubjects(bundle)) {
    const answer = makeOembed(subject, bundle, appUrl, posters);
    yield { path: oembedFile(subject), text: `${JSON.stringify(answer, null, 2)}\n` };
  }
}

/**
 * Writes posters and oEmbed answers into a folder.
 * @returns one line that says what was written
 * @throws Error when two things would have the same file
 */
export async function writePosterFiles(
  bundle: PlanBundle,
  cartography: Cartography,
  folder: string,
  appUrl: string | null,
): Promise<string> {
  const posters = [...makePosters(bundle, cartography)];
  const answers = [...makeOembedFiles(bundle, new Set(posters.map((file) => file.path)), appUrl)];
  const files = [...posters, ...answers];
  const seen = new Set<string>();
  for (const { path: file } of files) {
    if (seen.has(file)) throw new Error(`${file} would be written twice: two ids lead to it.`);
    seen.add(file);
  }
  for (const part of ['posters', 'oembed'])
    await mkdir(path.join(folder, part), { recursive: true });
  await Promise.all(files.map((file) => writeFile(path.join(folder, file.path), file.text)));
  const size = Math.round(posters.reduce((sum, { text }) => sum + text.length, 0) / 1000);
  return `${posters.length} posters (${size} kB), ${answers.length} oEmbed answers`;
}

/** What to do where oEmbed answers hold addresses that only the app's own folder understands; null when they are whole. */
export function adviseAddress(appUrl: string | null): string | null {
  return appUrl === null
    ? 'oembed/ holds relative addresses: set ATLAS_URL=https://… to the address that the app will have, and build again.'
    : null;
}
