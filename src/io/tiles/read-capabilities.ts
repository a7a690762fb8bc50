import type { Document, Element } from '@xmldom/xmldom';
import type { BaseMap, WmsBase, WmtsBase } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import { withQuery } from '../../core/base-map/tile-address.ts';
import { parseXml } from '../parse-xml.ts';
import { fetchTile } from './fetch-tile.ts';

/** A layer that a service offers. */
export interface OfferedLayer {
  readonly id: string;
  readonly title: string;
  /** Null: it is offered in no system that can be drawn here. */
  readonly base: BaseMap | null;
}

const MERCATOR = /(?:^|:)(3857|900913|102100|102113)$/;
/** Of zoom 0 in Web Mercator with tiles of 256 pixels. */
const WHOLE_WORLD = 559_082_264.028_717_8;
const COMMON = { attribution: '', approval: '' } as const;

const children = (parent: Element | Document, name: string): Element[] =>
  Array.from(parent.childNodes).filter(
    (node): node is Element => node.nodeType === 1 && (node as Element).localName === name,
  );
const child = (parent: Element | Document, ...names: readonly string[]): Element | null =>
  names.reduce<Element | Document | null>(
    (at, name) => (at ? (children(at, name)[0] ?? null) : null),
    parent,
  ) as Element | null;
const text = (parent: Element | Document, ...names: readonly string[]): string =>
  child(parent, ...names)?.textContent?.trim() ?? '';

/**
 * Asks a service what layers it offers.
 * @throws TileFault when it does not answer; PlanError `base-service` when its answer lists no layers
 */
export async function askService(
  service: 'wmts' | 'wms',
  url: string,
  signal: AbortSignal,
): Promise<readonly OfferedLayer[]> {
  const asked = withQuery(url, { SERVICE: service.toUpperCase(), REQUEST: 'GetCapabilities' });
  // A file of capabilities is asked as it stands.
  const bytes = await fetchTile(/\.xml(\?|$)/i.test(url) ? url : asked, signal);
  if (!bytes) throw noLayers(url, 'the server has nothing at this address');
  return readCapabilities(service, new Uint8Array(bytes), url);
}

/**
 * The layers in a service's own description.
 * @param url where the service is, for layers that give no address of their own
 * @throws PlanError `base-service` when it lists none, or `xml-syntax`
 */
export function readCapabilities(
  service: 'wmts' | 'wms',
  bytes: Uint8Array,
  url: string,
): readonly OfferedLayer[] {
  const { document } = parseXml(bytes, url, { options: {} });
  const root = document.documentElement!;
  const layers = service === 'wmts' ? readWmts(root, url) : readWms(root, url);
  if (layers.length > 0) return layers;
  const said = root.textContent?.replaceAll(/\s+/g, ' ').trim().slice(0, 120) ?? '';
  throw noLayers(url, `the service lists no layers${said ? `; it says: ${said}` : ''}`);
}

const noLayers = (url: string, message: string): PlanError =>
  new PlanError([
    {
      code: 'base-service',
      severity: 'warning',
      file: url.slice(0, 160),
      message,
      remedy: 'Check the address of the service.',
    },
  ]);

function readWmts(root: Element, url: string): OfferedLayer[] {
  const contents = child(root, 'Contents');
  if (!contents) return [];
  const sets = new Map(
    children(contents, 'TileMatrixSet').map((set) => [text(set, 'Identifier'), readSet(set)]),
  );
  const service = url.replace(/[?#].*$/, '');
  return children(contents, 'Layer').map((layer): OfferedLayer => {
    const id = text(layer, 'Identifier');
    const title = text(layer, 'Title') || id;
    const set = children(layer, 'TileMatrixSetLink')
      .map((link) => text(link, 'TileMatrixSet'))
      .find((name) => sets.get(name));
    if (set === undefined) return { id, title, base: null };
    const matrices = sets.get(set)!;
    const formats = children(layer, 'Format').map((format) => format.textContent!.trim());
    const styles = children(layer, 'Style');
    const style = styles.find((one) => one.getAttribute('isDefault') === 'true') ?? styles[0];
    const format = formats.find((one) => /png/.test(one)) ?? formats[0] ?? 'image/png';
    const template = children(layer, 'ResourceURL').find(
      (one) =>
        one.getAttribute('resourceType') === 'tile' &&
        (one.getAttribute('format') === format || formats.length < 2),
    );
    const base: WmtsBase = {
      kind: 'wmts',
      name: title,
      url: template?.getAttribute('template') ?? service,
      layer: id,
      style: style ? text(style, 'Identifier') : 'default',
      matrixSet: set,
      matrices,
      format,
      maxZoom: matrices.length - 1,
      ...COMMON,
    };
    return { id, title, base };
  });
}

/** Names of the matrices by zoom; null when it is not Web Mercator in tiles of 256 pixels. */
function readSet(set: Element): (string | null)[] | null {
  if (!MERCATOR.test(text(set, 'SupportedCRS'))) return null;
  const names: (string | null)[] = [];
  for (const matrix of children(set, 'TileMatrix')) {
    if (text(matrix, 'TileWidth') !== '256') return null;
    const zoom = Math.log2(WHOLE_WORLD / Number(text(matrix, 'ScaleDenominator')));
    const level = Math.round(zoom);
    if (!(level >= 0 && level <= 24) || Math.abs(zoom - level) > 0.02) return null;
    while (names.length < level) names.push(null);
    names[level] = text(matrix, 'Identifier');
  }
  return names.length === 0 ? null : names;
}

function readWms(root: Element, url: string): OfferedLayer[] {
  const capability = child(root, 'Capability');
  if (!capability) return [];
  const version = root.getAttribute('version') === '1.3.0' ? '1.3.0' : '1.1.1';
  const getMap = child(capability, 'Request', 'GetMap');
  const formats = getMap ? children(getMap, 'Format').map((one) => one.textContent!.trim()) : [];
  const format =
    formats.find((one) => one.startsWith('image/png')) ??
    formats.find((one) => one.startsWith('image/')) ??
    'image/png';
  const found: OfferedLayer[] = [];
  const visit = (layer: Element, above: readonly string[]): void => {
    const systems = [
      ...above,
      ...children(layer, version === '1.3.0' ? 'CRS' : 'SRS').flatMap((one) =>
        one.textContent!.trim().split(/\s+/),
      ),
    ];
    const id = text(layer, 'Name');
    if (id) {
      const title = text(layer, 'Title') || id;
      const base: WmsBase = {
        kind: 'wms',
        name: title,
        url,
        layers: [id],
        version,
        format,
        ...COMMON,
      };
      found.push({ id, title, base: systems.some((one) => MERCATOR.test(one)) ? base : null });
    }
    for (const below of children(layer, 'Layer')) visit(below, systems);
  };
  for (const layer of children(capability, 'Layer')) visit(layer, []);
  return found;
}
