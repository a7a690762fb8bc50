/** What keeps a text from being well-formed XML, as far as drawings need it; null when it is. */
export function findXmlFault(text: string): string | null {
  const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text);
  if (forbidden) return `forbidden character at ${forbidden.index}`;
  const open: string[] = [];
  let hasRoot = false;
  let at = 0;
  while (at < text.length) {
    const isInside = open.length > 0;
    const end = text.indexOf('<', at);
    const words = text.slice(at, end < 0 ? undefined : end);
    if (words !== '' && !isInside) return `text outside the root: ${words}`;
    if (hasLooseMark(words)) return `loose & or > in ${words}`;
    if (end < 0) break;
    const tag = TAG.exec(text.slice(end));
    if (!tag) return `no tag at ${text.slice(end, end + 40)}`;
    at = end + tag[0].length;
    const [, closing, name = '', attributes = '', selfClosing] = tag;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
      continue;
    }
    if (!isInside && hasRoot) return `second root <${name}>`;
    hasRoot = true;
    const fault = findAttributeFault(attributes);
    if (fault) return `<${name}>: ${fault}`;
    if (!selfClosing) open.push(name);
  }
  return open.length > 0 ? `<${open.at(-1)}> is left open` : hasRoot ? null : 'no element';
}

const ATTRIBUTE = String.raw`\s+[A-Za-z][\w:-]*="[^"<]*"`;
const TAG = new RegExp(String.raw`^<(/?)([A-Za-z][\w:-]*)((?:${ATTRIBUTE})*)\s*(/?)>`);

function findAttributeFault(attributes: string): string | null {
  const seen = new Set<string>();
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (seen.has(name)) return `${name} is given twice`;
    seen.add(name);
    if (hasLooseMark(value)) return `loose & or > in ${name}`;
  }
  return null;
}

function hasLooseMark(text: string): boolean {
  return /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text) || text.includes('>');
}
