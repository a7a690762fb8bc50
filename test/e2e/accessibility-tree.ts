/** Chromium's accessibility tree through all shadow roots, and how a voice would say each node of it. */
import type { CDPSession, Page } from 'playwright-core';

export interface Value {
  readonly value?: unknown;
}
export interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly value?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** How a node would be said: by a voice of which language, and in one breath with what else. */
export interface Voice {
  readonly lang: string;
  /** Number of the box whose lines it stands in. */
  readonly block: number;
}
export interface AxTree {
  readonly nodes: readonly AxNode[];
  /** The node of the element that was asked for. */
  readonly root: AxNode;
  /** By the node's number in the DOM. */
  readonly voices: ReadonlyMap<number, Voice>;
}

/** Reads the tree of the page and finds the element of the selector in it. */
export async function readTree(page: Page, selector: string): Promise<AxTree> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const start = await findNode(session, page, selector);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly AxNode[];
  };
  const voices = await readVoices(session, nodes);
  await session.detach();
  const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === start);
  if (!root) throw new Error(`The accessibility tree has no ${selector}.`);
  return { nodes, root, voices };
}

async function findNode(session: CDPSession, page: Page, selector: string): Promise<number> {
  // Playwright's selectors look through shadow roots, those of the protocol do not.
  await page.locator(selector).evaluate((element) => {
    (globalThis as { heard?: Element }).heard = element;
  });
  const { result } = await session.send('Runtime.evaluate', { expression: 'heard' });
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId! });
  return node.backendNodeId;
}

/** Language and box of every node that is read, by its number in the DOM. */
async function readVoices(
  session: CDPSession,
  nodes: readonly AxNode[],
): Promise<ReadonlyMap<number, Voice>> {
  const numbers = nodes.flatMap(({ ignored, backendDOMNodeId: number, role }) =>
    ignored || number === undefined || role?.value === 'InlineTextBox' ? [] : [number],
  );
  const found = await Promise.all(
    numbers.map(async (backendNodeId) => {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      return object.objectId!;
    }),
  );
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: found[0]!,
    arguments: found.map((objectId) => ({ objectId })),
    returnByValue: true,
    functionDeclaration: `function (...nodes) {
      const blocks = [];
      const up = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
      return nodes.map((node) => {
        let lang = '';
        for (let at = node; at && !lang; at = up(at)) lang = at.lang ?? '';
        let box = up(node);
        while (box instanceof Element && /^(inline|contents)$/.test(getComputedStyle(box).display)) box = up(box);
        if (!blocks.includes(box)) blocks.push(box);
        return { lang, block: blocks.indexOf(box) };
      });
    }`,
  });
  const voices = result.value as readonly Voice[];
  return new Map(numbers.map((number, index) => [number, voices[index]!]));
}
