/** The facts that the bundle is made from: places, alignments and the county outline. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString, Polygon } from 'geojson';
import type { Certainty, LngLat } from '../../src/contracts/bundle.ts';

/** One row of `places.csv`. Positions in degrees, radius in metres. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly township: string;
  readonly position: LngLat | null;
  readonly certainty: Certainty;
  readonly horizontalM: number | null;
  readonly source: string;
}

export interface AlignmentProperties {
  readonly id: string;
  readonly accuracy: { readonly class: Certainty; readonly horizontalM?: number };
}

export interface Facts {
  readonly places: readonly Place[];
  readonly alignments: FeatureCollection<LineString | null, AlignmentProperties>;
  readonly boundary: Polygon;
}

/** Splits one CSV line; quotes protect commas, doubled quotes stand for one. */
function splitCsvLine(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function parsePlaces(csv: string): Place[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const [
      id = '',
      name = '',
      kind = '',
      township = '',
      lon = '',
      lat = '',
      accuracy = '',
      m = '',
      source = '',
    ] = splitCsvLine(line.trimEnd());
    return {
      id,
      name,
      kind,
      township,
      position: lon === '' ? null : [Number(lon), Number(lat)],
      certainty: accuracy as Certainty,
      horizontalM: m === '' ? null : Number(m),
      source,
    };
  });
}

const readFact = (name: string): string =>
  readFileSync(new URL(`./facts/${name}`, import.meta.url), 'utf8');

/** Reads the three fact files that lie beside this module. Throws if one is missing or not JSON. */
export function readFacts(): Facts {
  const boundary = JSON.parse(readFact('boundary.geojson')) as FeatureCollection<Polygon>;
  const outline = boundary.features[0];
  if (outline === undefined) throw new Error('boundary.geojson holds no outline');
  return {
    places: parsePlaces(readFact('places.csv')),
    alignments: JSON.parse(readFact('alignments.geojson')) as Facts['alignments'],
    boundary: outline.geometry,
  };
}

/** The place with this name (and kind, where a name occurs twice). Throws when there is none. */
export function findPlace(facts: Facts, name: string, kind?: string): Place {
  const place = facts.places.find(
    (row) => row.name === name && (kind === undefined || row.kind === kind),
  );
  if (place === undefined) throw new Error(`places.csv: no place "${name}"`);
  return place;
}

/** Coordinates and accuracy of an alignment. Throws when there is none with this id. */
export function findAlignment(facts: Facts, id: string): Facts['alignments']['features'][number] {
  const line = facts.alignments.features.find((feature) => feature.properties.id === id);
  if (line === undefined) throw new Error(`alignments.geojson: no alignment "${id}"`);
  return line;
}
