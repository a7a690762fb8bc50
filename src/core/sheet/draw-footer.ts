import type { HeadedPart } from '../../contracts/sheet.ts';
import { SOFT } from './inks.ts';
import type { SheetPen } from './sheet-pen.ts';
import { widthOfText, writeText } from './write-paper.ts';

interface Fact {
  readonly part: HeadedPart;
  readonly text: string;
}

/** Notes to the left, who and when to the right; 审图号 at the lower left. */
export function drawFooter(pen: SheetPen): string {
  const { footer, typeMm } = pen.layout;
  const sizeMm = typeMm * 0.9;
  const notes = listNotes(pen);
  const facts = listFacts(pen);
  const gapMm = sizeMm;
  const factsWidth =
    facts.reduce((sum, { text }) => sum + widthOfText(text, sizeMm), 0) +
    Math.max(0, facts.length - 1) * gapMm;
  const notesWidth = widthOfText(notes, sizeMm);
  const isNarrow = notesWidth + factsWidth + 6 > footer.width;
  const first = footer.y + sizeMm * 1.9;
  const baseline = isNarrow ? first + sizeMm * 1.5 : first;
  const boxOf = (x: number, y: number, width: number) => ({
    x,
    y: y - sizeMm * 1.05,
    width,
    height: sizeMm * 1.4,
  });
  let right = footer.x + footer.width;
  const drawn = facts
    .toReversed()
    .map(({ part, text }) => {
      const width = widthOfText(text, sizeMm);
      const svg = writeText(right, baseline, text, pen.type(sizeMm, { anchor: 'end' }));
      const box = boxOf(right - width, baseline, width);
      right -= width + gapMm;
      return pen.put(part, svg, box);
    })
    .toReversed()
    .join('');
  if (notes === '') return drawn;
  const svg = writeText(footer.x, first, notes, pen.type(sizeMm, { fill: SOFT }));
  return pen.put('notes', svg, boxOf(footer.x, first, notesWidth)) + drawn;
}

/** What must be said of the map; approval numbers and the credits of a base map also where notes are left off. */
function listNotes(pen: SheetPen): string {
  const { words, bundle } = pen.options;
  const { approval, boundaryNote, inferredNote, plane, openStreetMap } = words;
  const needsOsm = pen.content.sources.some(
    ({ title, licence }) => /openstreetmap/i.test(title) || /odbl/i.test(licence ?? ''),
  );
  const notes = pen.shows('notes')
    ? [
        boundaryNote,
        ...(pen.content.certainties.has('inferred') ? [inferredNote] : []),
        plane(pen.frame.zone, pen.frame.zone * 3),
        ...(needsOsm ? [openStreetMap] : []),
      ]
    : [];
  const { mapApproval } = bundle.bundle;
  const list = [
    ...(mapApproval ? [approval(mapApproval)] : []),
    ...(pen.options.underlay?.notes ?? []),
    ...notes,
  ].join(' · ');
  return notes.length > 0 ? pen.label('notes') + list : list;
}

function listFacts(pen: SheetPen): readonly Fact[] {
  const { words, bundle } = pen.options;
  const { spec } = pen;
  const period = bundle.plan.docs.find((doc) => doc.period)?.period;
  const facts: readonly (readonly [HeadedPart, string])[] = [
    ['period', period ? words.years(period[0], period[1]) : ''],
    ['compiler', spec.compiler],
    ['date', spec.date],
    ['number', spec.number],
  ];
  return facts.flatMap(([part, text]) =>
    pen.shows(part) && text !== '' ? [{ part, text: pen.label(part) + text }] : [],
  );
}
