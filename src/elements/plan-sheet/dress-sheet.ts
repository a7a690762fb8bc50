import {
  chooseSlices,
  readCharacters,
  setInFace,
  writeSheetFile,
  type FontSlice,
} from '../../core/sheet/sheet-face.ts';

export interface LoadedSlice extends FontSlice {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A drawing with the fonts that it is set in. */
export interface DressedSheet {
  /** For a document that has the face already. */
  readonly svg: string;
  /** A file that carries its fonts in itself. */
  readonly file: string;
  readonly slices: readonly LoadedSlice[];
  /** Characters that are in none of the fonts, or in one that did not come; the machine's own stand in. */
  readonly missing: readonly string[];
  /** No font came at all: the host has no copy of the files. */
  readonly isPlain: boolean;
}

interface FontFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly base64: string;
}

/** By address; a file never changes under its name. What failed is asked for again the next time. */
const files = new Map<string, Promise<FontFile>>();

/**
 * Sets a drawing in the face of sheets, and fetches the slices that its text needs from beside the app.
 * @param drawn as `drawSheet` gives it
 */
export async function dressSheet(drawn: string): Promise<DressedSheet> {
  const svg = setInFace(drawn);
  const { slices } = await import('virtual:sheet-fonts').catch(() => ({ slices: [] }));
  const needed = readCharacters(svg);
  const { chosen, missing } = chooseSlices(slices, needed);
  const answers = await Promise.allSettled(chosen.map(({ url }) => loadFile(url)));
  const had: (FontSlice & FontFile)[] = [];
  const lost = new Set<string>();
  for (const [at, { weight, characters }] of chosen.entries()) {
    const answer = answers[at]!;
    if (answer.status === 'fulfilled') had.push({ weight, characters, ...answer.value });
    else for (const sign of characters) lost.add(sign);
  }
  const unserved = [...lost].filter((sign) => needed[400].has(sign) || needed[700].has(sign));
  return {
    svg,
    file: writeSheetFile(
      svg,
      had.map((slice) => ({ ...slice, format: 'woff' })),
    ),
    slices: had,
    missing: [...missing, ...unserved],
    isPlain: had.length === 0,
  };
}

function loadFile(url: string): Promise<FontFile> {
  const known = files.get(url);
  if (known) return known;
  const coming = fetchFile(url);
  files.set(url, coming);
  coming.catch(() => files.delete(url));
  return coming;
}

async function fetchFile(url: string): Promise<FontFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A host that answers every address with its page has no font there.
  await new FontFace('check', bytes).load();
  return { bytes, base64: toBase64(bytes) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  const piece = 0x8000;
  for (let from = 0; from < bytes.length; from += piece) {
    binary += String.fromCodePoint(...bytes.subarray(from, from + piece));
  }
  return btoa(binary);
}
