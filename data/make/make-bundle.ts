/**
 * Makes the bundle's GeoJSON out of the facts and the tables beside this file: `npm run make:bundle`.
 * Pure but for reading the facts and, when run, writing `data/*.geojson`; the same facts give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAirport } from './airport.ts';
import { createEnergy, createMines } from './energy.ts';
import { createClusters } from './clusters.ts';
import { createParks } from './parks.ts';
import { createLogistics } from './logistics.ts';
import { readFacts } from './read-facts.ts';
import { createContext, createSeats, createVillages } from './settlements.ts';
import { createSights } from './sights.ts';
import { createZones } from './zones.ts';
import { createCorridors, createRing } from './transport-corridors.ts';
import { createLinks } from './transport-links.ts';
import { createNodes } from './transport-nodes.ts';
import { createRailways } from './transport-railways.ts';
import { createRoads } from './transport-roads.ts';
import { createBoundary, createWater } from './water-and-boundary.ts';
import { writeGeoJson } from './write-geojson.ts';

/** File name → text of every GeoJSON file of the bundle. */
export function makeBundleFiles(): ReadonlyMap<string, string> {
  const facts = readFacts();
  const roads = createRoads(facts);
  const railways = createRailways(facts);
  const ring = createRing(facts);
  const nodes = createNodes(facts);
  const seats = createSeats(facts);
  const sights = createSights(facts);
  const corridors = createCorridors(facts, [...roads, ...railways, ...nodes]);
  const links = createLinks(facts, [...roads, ring]);
  const transport = [...corridors, ring, ...links, ...roads, ...railways, ...nodes];
  const files = {
    'boundary.geojson': createBoundary(facts),
    'water.geojson': createWater(facts),
    'settlements.geojson': [...seats, ...createVillages(facts), ...createContext(facts)],
    'transport.geojson': transport,
    'tourism.geojson': [...createZones([...sights, ...seats]), ...sights],
    'industry.geojson': [
      ...createParks(facts),
      ...createClusters(),
      ...createEnergy(facts),
      ...createMines(facts),
    ],
    'airport.geojson': createAirport(facts),
    'logistics.geojson': createLogistics(facts),
  };
  return new Map(Object.entries(files).map(([name, features]) => [name, writeGeoJson(features)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of makeBundleFiles()) {
    writeFileSync(new URL(`../${name}`, import.meta.url), text);
    console.log(`${name} ${text.length} characters`);
  }
}
