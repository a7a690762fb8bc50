import type { Status } from '../../contracts/bundle.ts';

/** Words that tell a stage, longest first where one holds another: 未建 is not 建. */
const WORDS: readonly (readonly [Status, RegExp])[] = [
  ['cancelled', /取消|废止|撤销|撤消|停用|拆除|cancel|abandon|repeal/],
  [
    'proposed',
    /研究|远景|预留|远期|前期|论证|选址|构想|谋划|储备|propos|study|studied|reserved|long.?term/,
  ],
  ['under-construction', /在建|施工|建设中|正在建|续建|under.?construction|ongoing|in.?progress/],
  [
    'planned',
    /规划|新建|拟建|待建|未建|改建|扩建|改扩建|近期|计划|迁建|\bplan(ned)?\b|\bfuture\b|\bnew\b|upgrade/,
  ],
  [
    'existing',
    /现状|已建|建成|既有|已有|运营|通车|使用|保留|现有|投产|exist|\bbuilt\b|complete|\bopen|operat|\bcurrent|in.?use/,
  ],
];

/**
 * The stage that a cell of a table tells: 现状 → existing, 拟建 → planned; our own words too. Null: it tells none.
 * A cell that holds more than one (现状改建) has the first of: cancelled, proposed, under construction, planned.
 */
export function readStatus(cell: unknown): Status | null {
  if (typeof cell !== 'string' && typeof cell !== 'number') return null;
  const text = String(cell).normalize('NFKC').trim().toLowerCase();
  // A sentence is a note, not a stage.
  if (text === '' || text.length > 24) return null;
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
