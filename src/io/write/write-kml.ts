import type { Geometry, Position } from 'geojson';
import { escapeXml } from '../../core/escape-xml.ts';
import { COLUMNS, type Row } from './collect-rows.ts';
import type { Writer } from './writer.ts';

const FALLBACK = '#666666';
const LINE_PX = 3;
/** How opaque, of 255: lines and symbols as they are and unsure, areas likewise. */
const ALPHA = { sure: 'ff', unsure: '99', area: '40', unsureArea: '20' } as const;

/**
 * KML 2.2 in WGS 84, taken as equal to CGCS2000: a folder a theme, styled in its colour, paler where the place is
 * schematic or inferred. All columns stand as ExtendedData, the note of the file as the document's description.
 */
export const writeKml: Writer = ({ request, rows, lines }) => {
  const { bundle, cartography, language } = request;
  const isEnglish = language === 'en';
  const { title, titleEn } = bundle.bundle;
  const folders = new Map<string, Row[]>();
  for (const row of rows) {
    const folder = folders.get(row.theme.id);
    if (folder) folder.push(row);
    else folders.set(row.theme.id, [row]);
  }
  const styles = [...folders.values()].flatMap(([row]) => {
    const { id, colour } = row!.theme;
    const value =
      (colour === null ? undefined : cartography.flavours.light.colours[colour]) ?? FALLBACK;
    return [toStyle(id, value, false), toStyle(id, value, true)];
  });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    `<name>${escapeXml((isEnglish && titleEn) || title)}</name>`,
    `<description>${escapeXml(lines.join('\n'))}</description>`,
    ...styles,
    ...[...folders.values()].map((folder) =>
      [
        '<Folder>',
        `<name>${escapeXml(folder[0]!.theme.name)}</name>`,
        ...folder.map((row) => toPlacemark(row, isEnglish)),
        '</Folder>',
      ].join('\n'),
    ),
    '</Document>',
    '</kml>',
    '',
  ].join('\n');
  return { bytes: new TextEncoder().encode(text), problems: [] };
};

const styleId = (theme: string, isSoft: boolean): string =>
  `theme-${theme}${isSoft ? '-unsure' : ''}`;

/** KML counts colours as alpha, blue, green, red. */
function toStyle(theme: string, colour: string, isSoft: boolean): string {
  const bgr = `${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;
  const line = (isSoft ? ALPHA.unsure : ALPHA.sure) + bgr;
  const area = (isSoft ? ALPHA.unsureArea : ALPHA.area) + bgr;
  return `<Style id="${escapeXml(styleId(theme, isSoft))}"><IconStyle><color>${line}</color></IconStyle><LineStyle><color>${line}</color><width>${LINE_PX}</width></LineStyle><PolyStyle><color>${area}</color></PolyStyle></Style>`;
}

function toPlacemark({ values, geometry, theme, isSoft }: Row, isEnglish: boolean): string {
  const name = String((isEnglish && values.name_en) || values.name);
  const description = [values.caution, values.note].filter((text) => text !== null).join('\n');
  return [
    '<Placemark>',
    `<name>${escapeXml(name)}</name>`,
    ...(description === '' ? [] : [`<description>${escapeXml(description)}</description>`]),
    `<styleUrl>#${escapeXml(styleId(theme.id, isSoft))}</styleUrl>`,
    '<ExtendedData>',
    ...COLUMNS.flatMap((column) => {
      const value = values[column];
      return value === null
        ? []
        : [`<Data name="${column}"><value>${escapeXml(String(value))}</value></Data>`];
    }),
    '</ExtendedData>',
    ...(geometry ? [toGeometry(geometry)] : []),
    '</Placemark>',
  ].join('\n');
}

const list = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;

function toGeometry(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${list([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${list(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return `<Polygon>${geometry.coordinates
        .map((ring, at) => {
          const side = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
          return `<${side}><LinearRing>${list(ring)}</LinearRing></${side}>`;
        })
        .join('')}</Polygon>`;
    case 'GeometryCollection':
      return many(geometry.geometries);
    case 'MultiPoint':
      return many(geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })));
    case 'MultiLineString':
      return many(geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })));
    case 'MultiPolygon':
      return many(geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
    default:
      return geometry satisfies never;
  }
}

const many = (parts: readonly Geometry[]): string =>
  `<MultiGeometry>${parts.map(toGeometry).join('')}</MultiGeometry>`;
