/** What can go wrong, numbered: a number is given once and never again, and tests name it. */

export const FAULT_KINDS = {
  parsing: 'Reading files',
  archives: 'Archives and character sets',
  injection: 'Injection: nothing of it runs',
  embedding: 'In pages of others',
  graphics: 'Graphics',
  storage: 'Storage, offline use and print',
  access: 'Access',
} as const;
export type FaultKind = keyof typeof FAULT_KINDS;

export interface CataloguedFault {
  readonly number: number;
  readonly kind: FaultKind;
  /** What is given, or what happens. */
  readonly fault: string;
  /** What must come of it. */
  readonly outcome: string;
}

type Row = readonly [fault: string, outcome: string];

const ROWS: Readonly<Record<FaultKind, readonly Row[]>> = {
  parsing: [
    ['JSON that ends too early', 'line and column are named'],
    ['a byte order mark', 'dropped'],
    ['NaN in JSON', 'named with its place'],
    ['a key that stands twice', 'a warning with its line; the later value counts'],
    ['JSON that is no GeoJSON: null, a list, another object', 'said so, with what was found'],
    ['a geometry type in wrong letters, such as “point”', 'asks whether “Point” was meant'],
    ['a FeatureCollection without features', 'said so'],
    ['a feature that is null among good ones', 'left out and told; the good ones are loaded'],
    ['a feature without the member “geometry”', 'taken as null, with a warning'],
    ['geometry null', 'kept, in list and text only'],
    ['coordinates that are strings', 'the feature is left out; the path is named'],
    ['coordinates that are null', 'the feature is left out; the path is named'],
    ['an infinite number', 'named with its place'],
    ['latitude 95', 'refused as nowhere on earth'],
    ['metres of a projected system', 'said so; the system is looked for or asked'],
    ['swapped axes', 'found and told'],
    ['the old member “crs”', 'heard: reprojected or refused'],
    ['an open ring', 'closed, with a warning'],
    ['a ring that crosses itself', 'read as it is'],
    ['a ring of too few points', 'left out and told'],
    ['an empty geometry', 'left out and told'],
    ['coordinates nested too deep or too flat', 'left out; the path is named'],
    ['nesting 10,000 deep', 'no stack overflows'],
    ['a geometry across the antimeridian', 'nothing is split or lost'],
    ['ids that are text, negative, fractional or above 2^53', 'kept digit by digit'],
    ['one id twice', 'told; both are there to choose'],
    ['properties that are null or a list', 'told; the good features are loaded'],
    ['properties named constructor, hasOwnProperty, __proto__', 'data; nothing is polluted'],
    ['a million points', 'read in a worker with progress; can be called off'],
    ['a ring of 100,000 points and a property of 5 MB', 'read'],
    ['a file of 500 MB', 'refused before it is read'],
    ['plan text: empty, an id twice, a quotation that is not there', 'file, line and id are named'],
    ['NUL, UTF-16, bytes that are no UTF-8', 'decoded or refused by name'],
    ['a right-to-left override in a name', 'kept as data'],
    ['a single line of 10 MB', 'read'],
  ],
  archives: [
    ['a zip bomb', 'stopped while it unfolds'],
    ['false sizes in the directory of an archive', 'change nothing'],
    ['a directory entry of absurd length', 'a clear word'],
    ['too many entries', 'refused'],
    ['paths that lead out of the archive, archives within', 'ignored and told'],
    ['KML with scripts and network links', 'inert, never fetched, told'],
    ['a shapefile without .dbf or .prj', 'geometry is read; the system is asked for'],
    ['a table in GBK, told so in each of seven ways or not at all', 'the right characters'],
  ],
  injection: [
    ['markup in any field that is shown', 'text'],
    ['markup in licences, approval and titles of sources', 'text'],
    ['addresses that are scripts, however they are written', 'text, no link'],
    ['cells that begin a formula', 'escaped in every exported table'],
    ['a link with bad escapes, 2 MB, or an unknown version', 'the default view and a notice'],
    ['a bundle from an origin that is not listed', 'not asked for; the origin is named'],
    ['addresses of styles, sprites, fonts and tiles in a bundle', 'named; asked of nobody'],
  ],
  embedding: [
    ['an unlisted, lookalike or absent origin, or another frame', 'not heard, and counted'],
    ['a message that tries to widen trust', 'grants nothing'],
    ['an unknown version or type, a payload of 60 MB', 'answered with an error'],
    ['ten thousand messages a second', 'throttled; the frame goes on drawing'],
    ['a sandbox without an origin', 'works from memory and says so'],
    ['the library twice in one page', 'both copies work'],
    ['properties that are set before the element is defined', 'count'],
    ['created and removed over and over, also while loading', 'nothing stays behind'],
    ['moved in the page', 'keeps its map'],
    ['hidden, or of no width', 'of the right size once it is shown'],
    ['style sheets of the page that reach for everything', 'change nothing'],
    ['a transform on an element around it', 'what is pointed at is what is seen there'],
  ],
  graphics: [
    ['no WebGL2', 'text and list work, and the map says why it is not drawn'],
    ['graphics contexts lost again and again', 'the same picture and selection each time'],
    ['a context that is lost while deck.gl draws', 'nothing stays broken'],
    ['24 maps on a page', 'none is blank; at most 8 run'],
    ['a context that does not come back', 'the map is built anew; at last a button asks'],
    ['the map’s worker file is missing', 'text and list work, and the map says so'],
    ['tiles that fail', 'the plan stays whole; a badge says why; asked again on request'],
  ],
  storage: [
    ['no room on the device', 'kept in the window, told, and saved once there is room'],
    ['two windows edit at once', 'no write is lost'],
    ['a window dies while it writes', 'what was said to be saved is there'],
    ['a record that cannot be read', 'set aside; the others count'],
    ['the server stops and the page is reloaded', 'everything works'],
    ['a new version while the old one is in use', 'asks, and waits'],
    ['storage that is denied, in frames above all', 'works from memory and says so'],
    ['requests to other hosts', 'none'],
    ['print', 'never blank'],
  ],
  access: [
    ['keyboard alone', 'everything is reached, and Tab leaves the map'],
    ['targets', 'at least 24 × 24 pixels'],
    ['every drag', 'has a way by single clicks and by keys'],
    ['320 pixels, 400 %, forced colours, reduced motion', 'usable'],
  ],
};

/** All faults, by number from 1. */
export const FAULTS: readonly CataloguedFault[] = (Object.keys(ROWS) as FaultKind[])
  .flatMap((kind) => ROWS[kind].map(([fault, outcome]) => ({ kind, fault, outcome })))
  .map((one, index) => ({ number: index + 1, ...one }));
