import type { Mark, SearchHit, TextRange } from '../../contracts/search.ts';
import type { Found } from './found.ts';
import type { Match } from './haystack.ts';
import type { SearchField, SearchRecord } from './list-records.ts';
import { rankMatch } from './rank-match.ts';
import { cutSnippet } from './cut-snippet.ts';

/** Offsets of a match in its field's own text. */
function markOf({ place, start, end }: Match): Mark {
  const { starts, ends } = place.folded;
  return [starts[start]!, ends[end - 1]!];
}

/** Marks in order, overlapping ones joined. */
export function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start < last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else if (end > start) joined.push([start, end]);
  }
  return joined;
}

/** The marks that matches make in one field's text. */
function marksOf(field: SearchField, matches: readonly Match[]): Mark[] {
  return joinMarks(matches.filter(({ place }) => place.field === field).map(markOf));
}

/** Where a record's matches are printed in the plan. */
export function rangesOf(
  record: SearchRecord,
  matches: readonly Match[],
  lang: 'zh-Hans' | 'en',
): TextRange[] {
  const { paraId: para } = record;
  if (record.kind !== 'text' || para === undefined) return [];
  // In the order of the record's fields, which is the reading order.
  return record.fields.flatMap((field) => {
    const { part, depth } = field;
    if (part === undefined || (lang !== 'en' && part.endsWith('-en'))) return [];
    return marksOf(field, matches).map(([start, end]) =>
      depth === undefined ? { para, part, start, end } : { para, part, depth, start, end },
    );
  });
}

/** A found record as it is shown. */
export function toHit(record: SearchRecord, found: Found, lang: 'zh-Hans' | 'en'): SearchHit {
  const { kind, id, title, titleEn, paraId } = record;
  const titleMarks: Mark[] = [];
  const titleEnMarks: Mark[] = [];
  for (const field of record.fields) {
    const { shows, at, standsFor } = field;
    const marks = marksOf(field, found.matches);
    if (marks.length === 0) continue;
    if (shows === 'title') titleMarks.push(...marks);
    else if (shows === 'titleEn') titleEnMarks.push(...marks);
    else if (at !== undefined) titleMarks.push(...marks.map(([a, b]): Mark => [a + at, b + at]));
    else if (standsFor) titleMarks.push(standsFor);
  }
  const shown = pickSnippetField(record, found);
  const snippet = shown
    ? cutSnippet(shown.text, marksOf(shown, found.matches))
    : { text: '', marks: [] };
  const ranges = rangesOf(record, found.matches, lang);
  const fallback = record.range ? [record.range] : [];
  return {
    kind,
    id,
    title,
    titleEn,
    titleMarks: joinMarks(titleMarks),
    titleEnMarks: joinMarks(titleEnMarks),
    snippet: snippet.text,
    marks: snippet.marks,
    ...(paraId === undefined ? {} : { paraId }),
    ...(kind === 'feature' || kind === 'place' ? { featureId: id } : {}),
    ...(kind === 'indicator' ? { indicatorId: id } : {}),
    ranges: ranges.length > 0 ? ranges : fallback,
    score: found.score,
  };
}

/** Of a text always its words; of a thing the field that answers better than its title does. */
function pickSnippetField(record: SearchRecord, { matches }: Found): SearchField | undefined {
  const body = record.fields.find(({ sort }) => sort === 'body');
  if (body || record.kind === 'text') return body;
  let best: SearchField | undefined;
  let bestRank = -1;
  for (const match of matches) {
    const { field } = match.place;
    const rank = rankMatch(match);
    if (field.standsFor || rank <= bestRank) continue;
    best = field;
    bestRank = rank;
  }
  return best && !best.shows && best.at === undefined ? best : undefined;
}
