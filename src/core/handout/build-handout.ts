import type {
  Paragraph,
  PlanBundle,
  Story,
  StoryScene,
  StorySlide,
} from '../../contracts/bundle.ts';
import type { Lens } from '../../contracts/state.ts';
import { toLens } from '../story/apply-scene.ts';

/** One picture of a scene: what the lens lets through, and what it stands for beside another. */
export interface HandoutShot {
  readonly id: string;
  readonly role: 'whole' | 'before' | 'after';
  readonly lens: Lens;
}

/** A paragraph that a scene speaks from, with the plan's own words where the scene quotes them. */
export interface HandoutClause {
  readonly doc: string;
  readonly para: string;
  readonly paragraph: Paragraph;
  readonly quote: string | null;
}

/** A paragraph of the index, with all that the story quotes from it and the pages where. */
export interface IndexRow {
  readonly doc: string;
  readonly para: string;
  readonly paragraph: Paragraph;
  readonly quotes: readonly string[];
  readonly pages: readonly number[];
}

export type HandoutPage =
  | {
      readonly kind: 'opening' | 'closing';
      readonly page: number;
      readonly slide: Pick<
        StorySlide,
        'title' | 'titleEn' | 'subtitle' | 'subtitleEn' | 'footer' | 'footerEn'
      >;
    }
  | {
      readonly kind: 'scene';
      readonly page: number;
      /** From 1, as the presenter types it. */
      readonly sceneNumber: number;
      readonly scene: StoryScene;
      readonly shots: readonly HandoutShot[];
      readonly clauses: readonly HandoutClause[];
    }
  | {
      readonly kind: 'index';
      readonly page: number;
      /** From 1. */
      readonly part: number;
      readonly parts: number;
      readonly rows: readonly IndexRow[];
    };

/** Lines that a page of the index holds, and letters that a line of a quotation holds; both with room to spare. */
const INDEX_LINES = 34;
const LINE_LETTERS = 44;

/**
 * A story as pages: opening, one a scene, closing, then the index of clauses. A story without an
 * opening opens with its title. Clauses that the bundle does not have are left out; the proof of
 * the bundle tells of them.
 */
export function buildHandout(bundle: PlanBundle, story: Story): readonly HandoutPage[] {
  const paragraphs = listParagraphs(bundle);
  const scenes = story.scenes.map((scene, index): HandoutPage & { kind: 'scene' } => ({
    kind: 'scene',
    page: index + 2,
    sceneNumber: index + 1,
    scene,
    shots: listShots(scene),
    clauses: scene.clauses.flatMap(({ doc, para, quote }) => {
      const paragraph = paragraphs.get(keyOf(doc, para));
      return paragraph ? [{ doc, para, paragraph, quote: quote ?? null }] : [];
    }),
  }));
  const pages: HandoutPage[] = [
    { kind: 'opening', page: 1, slide: story.opening ?? story },
    ...scenes,
  ];
  if (story.closing) {
    pages.push({ kind: 'closing', page: pages.length + 1, slide: story.closing });
  }
  const chunks = cutIndex(listIndex(scenes, [...paragraphs.keys()]));
  for (const [index, rows] of chunks.entries()) {
    pages.push({
      kind: 'index',
      page: pages.length + 1,
      part: index + 1,
      parts: chunks.length,
      rows,
    });
  }
  return pages;
}

/** A scene that compares or plays the lens is two pictures; on paper nothing moves. */
function listShots({ id, lens, lensPlay, compare }: StoryScene): readonly HandoutShot[] {
  if (lensPlay) {
    return [
      { id: `${id}/before`, role: 'before', lens: toLens(lensPlay.before) },
      { id: `${id}/after`, role: 'after', lens: toLens(lensPlay.after) },
    ];
  }
  if (compare?.pair === 'status' && compare.stages) {
    const { left, right } = compare.stages;
    return [
      { id: `${id}/before`, role: 'before', lens: toLens({ ...lens, statuses: left }) },
      { id: `${id}/after`, role: 'after', lens: toLens({ ...lens, statuses: right }) },
    ];
  }
  return [{ id, role: 'whole', lens: toLens(lens) }];
}

function listIndex(
  scenes: readonly (HandoutPage & { kind: 'scene' })[],
  order: readonly string[],
): readonly IndexRow[] {
  interface Draft {
    readonly clause: HandoutClause;
    readonly quotes: Set<string>;
    readonly pages: Set<number>;
  }
  const drafts = new Map<string, Draft>();
  for (const { page, clauses } of scenes) {
    for (const clause of clauses) {
      const key = keyOf(clause.doc, clause.para);
      const draft = drafts.get(key) ?? { clause, quotes: new Set(), pages: new Set() };
      if (clause.quote !== null) draft.quotes.add(clause.quote);
      draft.pages.add(page);
      drafts.set(key, draft);
    }
  }
  return order.flatMap((key) => {
    const draft = drafts.get(key);
    if (!draft) return [];
    const { doc, para, paragraph } = draft.clause;
    return [{ doc, para, paragraph, quotes: [...draft.quotes], pages: [...draft.pages] }];
  });
}

/** Cuts between paragraphs, never within one; an index of nothing is no page. */
function cutIndex(rows: readonly IndexRow[]): readonly (readonly IndexRow[])[] {
  const chunks: IndexRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const lines = linesOf(row);
    if (chunks.length === 0 || lines > room) {
      chunks.push([]);
      room = INDEX_LINES;
    }
    chunks.at(-1)!.push(row);
    room -= lines;
  }
  return chunks;
}

const linesOf = ({ quotes }: IndexRow): number =>
  0.6 +
  Math.max(
    2,
    quotes.reduce((sum, quote) => sum + Math.ceil(quote.length / LINE_LETTERS), 0),
  );

/** In the order of the plan. */
function listParagraphs({ plan }: PlanBundle): ReadonlyMap<string, Paragraph> {
  return new Map(
    plan.docs.flatMap((doc) =>
      doc.paragraphs.map((paragraph) => [keyOf(doc.id, paragraph.id), paragraph] as const),
    ),
  );
}

const keyOf = (doc: string, para: string): string => `${doc}#${para}`;
