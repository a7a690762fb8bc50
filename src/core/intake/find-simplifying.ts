import { describeRepair, type Found, type Repair } from './apply-repairs.ts';

type Convert = (text: string) => string;

let loading: Promise<Convert> | null = null;

/** OpenCC's table from any traditional form to the mainland's; 110 kB, so that it comes only when asked for. */
const loadConverter = (): Promise<Convert> =>
  (loading ??= import('opencc-js/t2cn').then(({ Converter }) =>
    Converter({ from: 't', to: 'cn' }),
  ));

/** Cut where no word runs on, so that a line of any length is converted piece by piece. */
const PIECE = /[^，。；：！？、\n]{1,400}[，。；：！？、\n]*|[，。；：！？、\n]+/gu;

const reason = { zh: '繁体字', en: 'traditional characters' };

/** Words of a piece by their offsets; single characters where the browser cuts no words. */
function* cutWords(piece: string): Generator<readonly [start: number, end: number]> {
  if (typeof Intl.Segmenter === 'function') {
    const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
    for (const { index, segment } of cutter.segment(piece)) yield [index, index + segment.length];
    return;
  }
  let at = 0;
  for (const character of piece) yield [at, (at += character.length)];
}

function comparePiece(piece: string, simplified: string, start: number): readonly Found[] {
  const found = (from: number, to: number, after: string): Found => ({
    kind: 'traditional',
    start: start + from,
    before: piece.slice(from, to),
    after,
    reason,
    isSure: true,
  });
  // Words that change their length (乾 in 乾燥 does not, 計程車 would) are offered with all of their piece.
  if (piece.length !== simplified.length) return [found(0, piece.length, simplified)];
  return [...cutWords(piece)].flatMap(([from, to]) => {
    const after = simplified.slice(from, to);
    return piece.slice(from, to) === after ? [] : [found(from, to, after)];
  });
}

/** 著力 is 着力 where the plan is simplified; 顯著 and 著作 keep 著, and OpenCC leaves all as they are. */
const ZHE = /(?<![显顯名原论論编編专專])著(?=[力眼手重實实陆陸])|(?<=[沿隨随跟向围圍接])著/gu;

/**
 * Finds traditional characters, word by word, as changes to look at. Run it on text that is otherwise repaired: a
 * reading within a word (發(fā)展) hides the word. Empty for a simplified text.
 */
export async function findSimplifying(text: string): Promise<readonly Repair[]> {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const convert = await loadConverter();
  const finds: Found[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const simplified = convert(piece);
    if (simplified !== piece) finds.push(...comparePiece(piece, simplified, index));
  }
  if (finds.length > 0) {
    for (const { index } of text.matchAll(ZHE)) {
      const inside = finds.findIndex(
        ({ start, before }) => start <= index && index < start + before.length,
      );
      const holder = finds[inside];
      if (holder === undefined) {
        finds.push({
          kind: 'traditional',
          start: index,
          before: '著',
          after: '着',
          reason,
          isSure: false,
        });
      } else if (holder.after.length === holder.before.length) {
        const at = index - holder.start;
        finds[inside] = {
          ...holder,
          after: `${holder.after.slice(0, at)}着${holder.after.slice(at + 1)}`,
        };
      }
    }
  }
  return finds
    .sort((left, right) => left.start - right.start)
    .map((found) => describeRepair(text, found));
}
