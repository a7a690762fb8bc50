/**
 * What a screen reader says of a part of the page, in its order: Chromium's own accessibility tree put into lines. Not
 * `@guidepup/virtual-screen-reader`: it reads `childNodes`, and to it an element with a shadow root is empty.
 */
import type { Page } from 'playwright-core';
import { readTree, type AxNode, type Value, type Voice } from './accessibility-tree.ts';

/** Says nothing itself unless it has a name; what is in it is read. */
const SILENT = new Set([
  ...[
    'none',
    'paragraph',
    'Section',
    'Figcaption',
    'DescriptionList',
    'rowgroup',
    'group',
    'figure',
  ],
  ...['emphasis', 'strong', 'mark', 'time', 'superscript', 'subscript', 'DescriptionListDetail'],
]);
/** Read as one: its name, or what is written in it. */
const WHOLE = new Set([
  ...['heading', 'link', 'button', 'option', 'tab', 'menuitem', 'switch', 'checkbox', 'radio'],
  ...['img', 'image', 'combobox', 'searchbox', 'textbox', 'spinbutton', 'slider', 'ToggleButton'],
  ...['PopUpButton', 'DisclosureTriangle', 'ComboBoxSelect', 'SvgRoot', 'progressbar', 'separator'],
]);
/** Not told by a screen reader, whatever its name. */
const UNTOLD = new Set(['generic', 'LabelText', 'sectionheader', 'sectionfooter']);
/** Its name is nothing but what is in it. */
const NAMELESS = new Set(['term', 'definition', 'listitem', 'blockquote', 'status', 'LabelText']);
/** One line in it is said with it. */
const IN_ONE = new Set([
  'term',
  'definition',
  'listitem',
  'blockquote',
  'status',
  'alert',
  'timer',
]);
const TOLD =
  /^(checked|pressed|expanded|selected|disabled|invalid|modal|live|busy|readonly|required)$/;
const COUNTED: Readonly<Record<string, string>> = { listbox: 'option', list: 'listitem' };
const INDENT = '  ';
/** Ends a line that the one after it may be said with. */
const ONE = '\u0000';

interface Piece extends Voice {
  readonly text: string;
}
interface Line {
  readonly depth: number;
  /** A stop of its own; null: words, said on with the words beside them. */
  readonly said: string | null;
  readonly pieces: readonly Piece[];
}

/**
 * Reads the element that the selector finds, through all shadow roots. A line is one stop: role, words, state, place in
 * its list, description. Words of another language than `lang` have it before them: there the voice changes.
 */
export async function readAloud(page: Page, selector: string, lang: string): Promise<string> {
  const { nodes, root, voices } = await readTree(page, selector);
  return `${new Reader(nodes, voices, lang).read(root).join('\n')}\n`;
}

class Reader {
  readonly #nodes: ReadonlyMap<string, AxNode>;
  readonly #voices: ReadonlyMap<number, Voice>;
  readonly #lang: string;

  constructor(nodes: readonly AxNode[], voices: ReadonlyMap<number, Voice>, lang: string) {
    this.#nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    this.#voices = voices;
    this.#lang = lang;
  }

  read(root: AxNode): string[] {
    const lines: Line[] = [];
    for (const line of this.#linesOf(root, 0)) {
      const last = lines.at(-1);
      const isOn =
        last?.said === null &&
        line.said === null &&
        last.depth === line.depth &&
        last.pieces.at(-1)!.block === line.pieces[0]!.block;
      if (isOn) lines[lines.length - 1] = { ...last, pieces: [...last.pieces, ...line.pieces] };
      else lines.push(line);
    }
    const told: string[] = [];
    for (const [index, { depth, said, pieces }] of lines.entries()) {
      const words = said ?? this.#voice(pieces);
      if (words === '') continue;
      // What holds one line only is said with it.
      const isOne = lines[index - 1]?.said?.endsWith(ONE) && !(lines[index + 1]?.depth === depth);
      if (isOne) told.push(told.pop()!.replace(ONE, `: ${words}`));
      else told.push(INDENT.repeat(depth) + words);
    }
    return told.map((line) => line.replace(ONE, ''));
  }

  #linesOf(node: AxNode, depth: number): Line[] {
    const role = roleOf(node);
    if (/^(InlineTextBox|LineBreak|ListMarker)$/.test(role)) return [];
    if (role === 'StaticText') return [{ depth, said: null, pieces: [this.#pieceOf(node)] }];
    if (!node.ignored && WHOLE.has(role)) return [{ depth, said: this.#say(node), pieces: [] }];
    if (role === 'LabelText' && this.#namesControl(node)) {
      return this.#childrenOf(node)
        .flatMap((child) => this.#linesOf(child, depth))
        .filter(({ said }) => said !== null);
    }
    const isSilent =
      node.ignored || UNTOLD.has(role) || (SILENT.has(role) && wordsOf(node.name) === '');
    const inside = this.#childrenOf(node).flatMap((child) =>
      this.#linesOf(child, isSilent ? depth : depth + 1),
    );
    if (isSilent) return inside;
    return [
      { depth, said: this.#say(node) + (IN_ONE.has(role) ? ONE : ''), pieces: [] },
      ...inside,
    ];
  }

  /** The words of a label are said as the name of its control, and not once more. */
  #namesControl(label: AxNode): boolean {
    const words = tight(
      this.#textIn(label)
        .map(({ text }) => text)
        .join(''),
    );
    return [...this.#nodes.values()].some(
      (node) => WHOLE.has(roleOf(node)) && words.startsWith(tight(wordsOf(node.name)) || ' '),
    );
  }

  #say(node: AxNode): string {
    const role = roleOf(node);
    const level = role === 'heading' ? stateOf(node, 'level') : undefined;
    const name = NAMELESS.has(role) ? '' : wordsOf(node.name);
    const written = WHOLE.has(role) ? this.#fit(name, this.#textIn(node)) : null;
    const words = this.#voice(written ?? [{ ...this.#voiceOf(node), text: name }]);
    const value = wordsOf(node.value);
    const description = wordsOf(node.description);
    return [
      [role, ...(level === undefined ? [] : [String(level)]), ...(words ? [words] : [])].join(' '),
      ...(value === '' ? [] : [`value ${value}`]),
      ...this.#statesOf(node),
      ...this.#placeOf(node),
      ...(description === '' || tight(description) === tight(name) ? [] : [`– ${description}`]),
    ].join(', ');
  }

  /** The texts that a name was made of, with the spaces that the name has; null: it was made otherwise. */
  #fit(name: string, pieces: readonly Piece[]): Piece[] | null {
    const fitted: Piece[] = [];
    let rest = name;
    for (const piece of pieces) {
      const words = piece.text.trim();
      if (words === '') continue;
      const at = rest.indexOf(words);
      if (at < 0 || rest.slice(0, at).trim() !== '') {
        if (fitted.length === 0 || at < 0) return null;
      }
      fitted.push({ ...piece, text: rest.slice(0, at + words.length) });
      rest = rest.slice(at + words.length);
    }
    return fitted.length > 0 && rest.trim().length <= 1
      ? [...fitted.slice(0, -1), { ...fitted.at(-1)!, text: fitted.at(-1)!.text + rest }]
      : null;
  }

  #statesOf(node: AxNode): string[] {
    const told: string[] = [];
    for (const { name, value } of node.properties ?? []) {
      const given = value.value;
      if (!TOLD.test(name)) continue;
      if (name === 'expanded') told.push(given ? 'expanded' : 'collapsed');
      else if (name === 'live') told.push(`live ${String(given)}`);
      else if (given === true || given === 'true') told.push(name);
      else if (name === 'pressed' || name === 'checked') told.push(`not ${name}`);
    }
    return told;
  }

  /** “2 of 5”, and of a list how many it has. */
  #placeOf(node: AxNode): string[] {
    const role = roleOf(node);
    const item = COUNTED[role];
    if (item !== undefined) {
      const { length } = this.#all(node, item);
      return [length === 1 ? '1 item' : `${length} items`];
    }
    const list = Object.entries(COUNTED).find(([, one]) => one === role)?.[0];
    if (list === undefined) return [];
    let at = this.#nodes.get(node.parentId ?? '');
    while (at && roleOf(at) !== list) at = this.#nodes.get(at.parentId ?? '');
    if (!at) return [];
    const all = this.#all(at, role);
    return [`${all.indexOf(node) + 1} of ${all.length}`];
  }

  #all(node: AxNode, role: string): AxNode[] {
    return this.#childrenOf(node).flatMap((child) => {
      if (!child.ignored && roleOf(child) === role) return [child];
      return roleOf(child) === roleOf(node) ? [] : this.#all(child, role);
    });
  }

  #textIn(node: AxNode): Piece[] {
    return this.#childrenOf(node).flatMap((child) =>
      roleOf(child) === 'StaticText' ? [this.#pieceOf(child)] : this.#textIn(child),
    );
  }

  #voice(pieces: readonly Piece[]): string {
    let told = this.#lang;
    let words = '';
    for (const { lang, text } of pieces) {
      if (text.trim() === '') {
        words += ' ';
        continue;
      }
      const isOther = lang !== told && /\p{L}/u.test(text);
      if (isOther) told = lang;
      words += isOther ? `${words === '' ? '' : ' '}[${lang}] ${text}` : text;
    }
    return words.replaceAll(/\s+/g, ' ').trim();
  }

  #pieceOf(node: AxNode): Piece {
    return { ...this.#voiceOf(node), text: wordsOf(node.name, false) };
  }

  #voiceOf({ backendDOMNodeId }: AxNode): Voice {
    return this.#voices.get(backendDOMNodeId ?? -1) ?? { lang: '', block: -1 };
  }

  #childrenOf({ childIds }: AxNode): AxNode[] {
    return (childIds ?? []).flatMap((id) => this.#nodes.get(id) ?? []);
  }
}

const roleOf = (node: AxNode): string => String(node.role?.value ?? '');
const stateOf = (node: AxNode, name: string): unknown =>
  node.properties?.find((property) => property.name === name)?.value.value;
const tight = (text: string): string => text.replaceAll(/\s+/g, '');
function wordsOf(value: Value | undefined, isTrimmed = true): string {
  const text = String(value?.value ?? '').replaceAll(/\s+/g, ' ');
  return isTrimmed ? text.trim() : text;
}
