import { Marked, type Tokens } from 'marked';
import type { Language } from '../../contracts/theme.ts';

/** What a manifest of custom elements (`custom-elements.json`) says of one element. */
export interface ElementManifest {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes?: readonly Entry[];
  readonly members?: readonly (Entry & {
    readonly kind: string;
    readonly privacy?: string;
    readonly static?: boolean;
  })[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
}

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

export interface HelpSource {
  readonly lang: Language;
  /** The project's README in that language. */
  readonly readme: string;
  /** What is promised on security, in that language. */
  readonly security: string;
  readonly elements: readonly ElementManifest[];
}

/** Chapters of the README that a user of the app or of an element needs, by their headings. */
const CHAPTERS: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': [
    '怎么用',
    '自有数据',
    '底图与地形',
    '离线使用',
    '嵌入网页',
    '给别的县做规划包',
    '数据',
  ],
  en: [
    'Use it',
    'Own data',
    'Base maps and terrain',
    'Use it offline',
    'Embed it',
    'Make a bundle for another county',
    'Data',
  ],
};

const WORDS = {
  'zh-Hans': {
    title: 'Plan Atlas 帮助',
    contents: '目录',
    back: '打开图集',
    other: 'English',
    elements: '元素一览',
    elementsNote: '由构建时生成的 custom-elements.json 写成；说明为英文。',
    licences: '所用软件包及其许可',
    kinds: {
      attributes: '属性（attribute）',
      members: '字段与方法',
      events: '事件',
      slots: '插槽',
      cssParts: '::part',
      cssProperties: '自定义样式属性',
    },
    unnamed: '（默认）',
  },
  en: {
    title: 'Plan Atlas help',
    contents: 'Contents',
    back: 'Open the atlas',
    other: '中文',
    elements: 'The elements',
    elementsNote: 'Written from custom-elements.json, which the build makes.',
    licences: 'Packages used, and their licences',
    kinds: {
      attributes: 'Attributes',
      members: 'Properties and methods',
      events: 'Events',
      slots: 'Slots',
      cssParts: 'Parts',
      cssProperties: 'Custom properties',
    },
    unnamed: '(default)',
  },
} as const;

const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'] as const;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As an id of a heading: its words, joined. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Pictures, and links to files or chapters that are not here, lead nowhere from the help page. */
const createMarked = (ids: ReadonlySet<string>): Marked =>
  new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} id="${slug(text)}">${words}</h${depth}>\n`;
      },
      // Wide lines are scrolled by keys, too.
      code: ({ text }: Tokens.Code): string =>
        `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
      tablecell({ tokens, header }: Tokens.TableCell): string {
        const tag = header && tokens.length > 0 ? 'th' : 'td';
        return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
      },
      image: (): string => '',
      html: (): string => '',
      link({ href, tokens }: Tokens.Link): string {
        const words = this.parser.parseInline(tokens);
        const isHere = href.startsWith('#') && ids.has(decodeURIComponent(href.slice(1)));
        if (isHere) return `<a href="${href}">${words}</a>`;
        if (!/^https?:/.test(href)) return words;
        return `<a href="${href}" rel="noopener noreferrer">${words}</a>`;
      },
    },
  });

/**
 * The chapters of a text by their headings of the second level. Headings in blocks of code are none.
 * @throws Error when a chapter is missing
 */
export function cutChapters(markdown: string, headings: readonly string[]): string {
  const tokens = new Marked().lexer(markdown);
  const isChapter = (token: (typeof tokens)[number]): token is Tokens.Heading =>
    token.type === 'heading' && (token as Tokens.Heading).depth <= 2;
  return headings
    .map((heading) => {
      const start = tokens.findIndex((token) => isChapter(token) && token.text === heading);
      if (start < 0) throw new Error(`help: the README has no chapter "${heading}".`);
      const length = tokens.slice(start + 1).findIndex(isChapter);
      const end = length < 0 ? tokens.length : start + 1 + length;
      return tokens
        .slice(start, end)
        .map(({ raw }) => raw)
        .join('');
    })
    .join('\n\n');
}

function writeElement(element: ElementManifest, lang: Language, marked: Marked): string {
  const words = WORDS[lang];
  const say = (text = ''): string => marked.parseInline(text) as string;
  const attributes = new Map((element.attributes ?? []).map((one) => [one.name, one]));
  const types = new Map((element.members ?? []).map(({ name, type }) => [name, type]));
  const tables = KINDS.map((kind) => {
    const entries = (element[kind] ?? [])
      // A property with an attribute of its name is told there.
      .filter((entry) => isTold(entry) && !(kind === 'members' && attributes.has(entry.name)))
      .map((entry) => (kind === 'attributes' ? { type: types.get(entry.name), ...entry } : entry));
    if (entries.length === 0) return '';
    const rows = entries.map(({ name, type, description }) => {
      const typed = type ? ` <span class="type">${escapeHtml(type.text)}</span>` : '';
      const named = name === '' ? words.unnamed : `<code>${escapeHtml(name)}</code>`;
      return `<tr><th scope="row">${named}${typed}</th><td>${say(description)}</td></tr>`;
    });
    return `<h4>${words.kinds[kind]}</h4>\n<table>${rows.join('')}</table>\n`;
  });
  const heading = `<h3 id="${element.tagName}"><code>&lt;${element.tagName}&gt;</code></h3>`;
  return `${heading}\n${marked.parse(element.description ?? '') as string}${tables.join('')}`;
}

/** What hosts may use: no private members, and no events of the elements' own. */
const isTold = (entry: Entry & { readonly privacy?: string; readonly static?: boolean }): boolean =>
  entry.privacy !== 'private' &&
  entry.privacy !== 'protected' &&
  entry.static !== true &&
  !/^internal\b/.test(entry.description ?? '') &&
  entry.description !== undefined;

/** A help page in one language: how to use, embed and feed the atlas, its elements, and what it promises. */
export function writeHelp({ lang, readme, security, elements }: HelpSource): string {
  const words = WORDS[lang];
  const chapters = cutChapters(readme, CHAPTERS[lang]);
  // The security page is a document of its own: its title is a chapter here.
  const promised = security.replaceAll(/^(#+) /gm, '#$1 ');
  const headings = [...`${chapters}\n\n${promised}`.matchAll(/^#{2,4} (.+)$/gm)].map(
    ([, text]) => text!,
  );
  const marked = createMarked(new Set(headings.map(slug)));
  const isHeading = new Set([...CHAPTERS[lang], /^# (.+)$/m.exec(security)?.[1]]);
  const listed = [...headings.filter((text) => isHeading.has(text)), words.elements];
  const contents = [...new Set(listed)].map(
    (text) => `<li><a href="#${slug(text)}">${escapeHtml(text)}</a></li>`,
  );
  const other = lang === 'en' ? 'index.html' : 'en.html';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${words.title}</title>
<link rel="icon" href="../icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="./help.css" />
</head>
<body>
<header>
<h1>${words.title}</h1>
<nav aria-label="${words.contents}">
<p><a href="../index.html">${words.back}</a> <a href="./${other}" hreflang="${lang === 'en' ? 'zh-Hans' : 'en'}">${words.other}</a></p>
<ul>${contents.join('')}</ul>
</nav>
</header>
<main>
${marked.parse(chapters) as string}
${marked.parse(promised) as string}
<h2 id="${slug(words.elements)}">${words.elements}</h2>
<p>${words.elementsNote}</p>
${elements.map((element) => writeElement(element, lang, marked)).join('\n')}
<p><a href="../third-party-licences.txt">${words.licences}</a></p>
</main>
</body>
</html>
`;
}
