import type { Element as XmlElement } from '@xmldom/xmldom';
import { outlineHalos } from '../../core/sheet/outline-halos.ts';
import { SHEET_FACE, writeUnicodeRange } from '../../core/sheet/sheet-face.ts';
import { scopeIds } from '../../core/sheet/write-paper.ts';
import { parseXml } from '../../io/parse-xml.ts';
import { readHaloShapes } from '../../core/sheet/read-halo-shapes.ts';
import type { DressedSheet, LoadedSlice } from './dress-sheet.ts';

const SVG = 'http://www.w3.org/2000/svg';
const ID = 'plan-atlas-print';

type Page = Pick<DressedSheet, 'svg' | 'slices'>;

/**
 * Opens the browser's print dialogue with nothing but the sheets, a page each, at their true size, their text as text in
 * its own fonts.
 * @param size of every page, in millimetres
 */
export async function printSheets(
  pages: readonly Page[],
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const slices = new Map(pages.flatMap((page) => page.slices.map((slice) => [slice.bytes, slice])));
  const faces = await Promise.all([...slices.values()].map(loadFace));
  document.querySelector(`#${ID}`)?.remove();
  const holder = document.createElement('div');
  holder.id = ID;
  for (const [at, page] of pages.entries()) {
    const printed = outlineHalos(page.svg, readHaloShapes(page.slices));
    const own = pages.length === 1 ? printed : scopeIds(printed, `s${at + 1}-`);
    const { document: drawing } = parseXml(new TextEncoder().encode(own), 'sheet', { options: {} });
    holder.append(build(drawing.documentElement!));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `#${ID} { display: none }
    @media print {
      @page { size: ${size.width}mm ${size.height}mm; margin: 0 }
      html, body { margin: 0; padding: 0; background: #fff; overflow: visible; height: auto }
      body > :not(#${ID}) { display: none !important }
      #${ID} { display: block }
      #${ID} > svg { display: block; break-after: page }
      #${ID} > svg:last-child { break-after: auto }
    }`,
  );
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, sheet];
  document.body.append(holder);
  for (const face of faces) document.fonts.add(face);
  const clear = (): void => {
    holder.remove();
    for (const face of faces) document.fonts.delete(face);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener('afterprint', clear, { once: true });
  window.print();
}

/** From its bytes, so that the page's policy has no address to allow. */
const loadFace = ({ weight, characters, bytes }: LoadedSlice): Promise<FontFace> =>
  new FontFace(SHEET_FACE, bytes, {
    weight: String(weight),
    unicodeRange: writeUnicodeRange(characters),
  }).load();

/** Made by hand, for a strict page parses no text into elements; our own drawing holds no script and no address. */
function build(from: XmlElement): SVGElement {
  const element = document.createElementNS(SVG, from.localName!) as SVGElement;
  for (const { name, value } of Array.from(from.attributes)) {
    if (name !== 'xmlns') element.setAttribute(name, value);
  }
  for (const child of Array.from(from.childNodes)) {
    if (child.nodeType === 1) element.append(build(child as XmlElement));
    else if (child.nodeType === 3) element.append(child.nodeValue ?? '');
  }
  return element;
}
