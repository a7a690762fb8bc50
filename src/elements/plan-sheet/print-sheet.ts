import type { Element as XmlElement } from '@xmldom/xmldom';
import { scopeIds } from '../../core/sheet/write-paper.ts';
import { parseXml } from '../../io/parse-xml.ts';

const SVG = 'http://www.w3.org/2000/svg';
const ID = 'plan-atlas-print';

/**
 * Opens the browser's print dialogue with nothing but the sheet, at its true size, its text as text.
 * @param svg of the sheet, in millimetres, as `drawSheet` gives it
 */
export const printSheet = (svg: string, size: PageSize): void => printSheets([svg], size);

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** As `printSheet`, a page a sheet; all of one size. */
export function printSheets(svgs: readonly string[], size: PageSize): void {
  document.querySelector(`#${ID}`)?.remove();
  const holder = document.createElement('div');
  holder.id = ID;
  for (const [at, svg] of svgs.entries()) {
    const own = svgs.length === 1 ? svg : scopeIds(svg, `s${at + 1}-`);
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
  const clear = (): void => {
    holder.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener('afterprint', clear, { once: true });
  window.print();
}

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
