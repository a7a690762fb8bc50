import type { Position } from 'geojson';
import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Mark, MarkLook } from '../../contracts/marks.ts';
import { escapeXml } from '../escape-xml.ts';
import { NOT_THE_PLAN } from './to-geojson.ts';

/** Marks as KML 2.2: WGS 84, which at this scale is the same as CGCS2000. */
export function marksToKml(marks: readonly Mark[], bundle: PlanBundle, look: MarkLook): string {
  const styles = look.colours.map(({ id, value }) => {
    const [r, g, b] = [value.slice(1, 3), value.slice(3, 5), value.slice(5, 7)];
    return [
      `    <Style id="${id}">`,
      `      <IconStyle><color>ff${b}${g}${r}</color></IconStyle>`,
      `      <LineStyle><color>ff${b}${g}${r}</color><width>4</width></LineStyle>`,
      `      <PolyStyle><color>29${b}${g}${r}</color></PolyStyle>`,
      '    </Style>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '  <Document>',
    `    <name>${escapeXml(`${bundle.bundle.title} · ${NOT_THE_PLAN}`)}</name>`,
    ...styles,
    ...marks.map((mark, index) => toPlacemark(mark, index + 1)),
    '  </Document>',
    '</kml>',
    '',
  ].join('\n');
}

function toPlacemark(mark: Mark, number: number): string {
  const facts: readonly (readonly [string, string])[] = [
    ['label', NOT_THE_PLAN],
    ['id', mark.id],
    ['kind', mark.kind],
    ['author', mark.author],
    ['createdAt', mark.createdAt],
    ['changedAt', mark.changedAt],
    ['features', mark.features.join(' ')],
    ['clauses', mark.clauses.map(({ para }) => para).join(' ')],
    ['quotes', mark.clauses.flatMap(({ quote }) => quote ?? []).join(' · ')],
  ];
  return [
    '    <Placemark>',
    `      <name>${escapeXml(mark.note === '' ? String(number) : `${number} ${mark.note}`)}</name>`,
    `      <styleUrl>#${mark.colour}</styleUrl>`,
    '      <ExtendedData>',
    ...facts.map(
      ([name, value]) => `        <Data name="${name}"><value>${escapeXml(value)}</value></Data>`,
    ),
    '      </ExtendedData>',
    `      ${toGeometry(mark)}`,
    '    </Placemark>',
  ].join('\n');
}

function toGeometry({ geometry }: Mark): string {
  const list = (positions: readonly Position[]): string =>
    `<coordinates>${positions.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;
  switch (geometry.type) {
    case 'Point':
      return `<Point>${list([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${list(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return `<Polygon><outerBoundaryIs><LinearRing>${list(geometry.coordinates[0]!)}</LinearRing></outerBoundaryIs></Polygon>`;
    default:
      return geometry satisfies never;
  }
}
