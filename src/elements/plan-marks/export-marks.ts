import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import type { Cartography, Language } from '../../contracts/theme.ts';
import { buildMinutes, MINUTES_WORDS, type MinutesScene } from '../../core/marks/minutes.ts';
import { marksToGeoJson } from '../../core/marks/to-geojson.ts';
import { marksToKml } from '../../core/marks/to-kml.ts';
import { minutesToHtml, minutesToMarkdown, minutesToWord } from '../../core/marks/write-minutes.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';

export const EXPORTS = ['geojson', 'kml', 'markdown', 'html', 'word'] as const;
export type ExportKind = (typeof EXPORTS)[number];

export interface ExportInput {
  readonly marks: readonly Mark[];
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly lang: Language;
  /** As the reader's clock says it. */
  readonly time: string;
  readonly scenes: readonly MinutesScene[];
}

/** Hands marks or minutes to the reader as a file. */
export function exportMarks(kind: ExportKind, input: ExportInput): void {
  const { marks, bundle, cartography, lang, time, scenes } = input;
  const words = MINUTES_WORDS[lang];
  const title = (lang === 'en' && bundle.bundle.titleEn) || bundle.bundle.title;
  const save = (name: string, extension: string, content: string, type: string): void =>
    saveFile(nameFile([title, name, time.replaceAll(':', '')], extension), content, type);
  const minutes = () => buildMinutes({ bundle, marks, scenes, lang, time });
  switch (kind) {
    case 'geojson':
      save(words.label, 'geojson', marksToGeoJson(marks, bundle), 'application/geo+json');
      break;
    case 'kml': {
      const kml = marksToKml(marks, bundle, cartography.markLook);
      save(words.label, 'kml', kml, 'application/vnd.google-earth.kml+xml');
      break;
    }
    case 'markdown':
      save(words.title, 'md', minutesToMarkdown(minutes()), 'text/markdown;charset=utf-8');
      break;
    case 'html':
      save(words.title, 'html', minutesToHtml(minutes()), 'text/html;charset=utf-8');
      break;
    case 'word':
      save(words.title, 'doc', minutesToWord(minutes(), toBase64), 'application/msword');
      break;
    default:
      return kind satisfies never;
  }
}

function toBase64(text: string): string {
  return bytesToBase64(new TextEncoder().encode(text));
}

/** A picture as base64; null when there is none, or it cannot be had. */
export async function encodePicture(picture: Promise<Blob> | null): Promise<string | null> {
  try {
    const blob = await picture;
    return blob ? bytesToBase64(new Uint8Array(await blob.arrayBuffer())) : null;
  } catch {
    // The minutes say that there is no picture.
    return null;
  }
}

function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
