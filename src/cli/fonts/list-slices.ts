import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_WEIGHTS, type FontSlice } from '../../core/sheet/sheet-face.ts';

export interface NamedSlice extends FontSlice {
  /** E.g. `400-own`, `700-gb-03`; `own` is kept for offline use, the others are not. */
  readonly name: string;
}

/** Words that stand on sheets, and files in which they are written. */
const WORDS = ['../../core/sheet', '../../elements/messages/sheet-messages.ts', '../../../layers'];
/** What is written into titles, watermarks and the like, whatever the plan. */
const USUAL =
  '征求意见稿草案送审报批公示版内部资料不得外传机密秘密附图册集号国土空间总体规划土地利用现状分布用途管制' +
  '基础设施公共服务综合交通体系历史文化保护生态修复产业布局城镇开发边界永久基本农田三区三线用地结构示意' +
  '省市县区乡镇村街道办事处人民政府自然资源局发展和改革委员会设计研究院有限公司编制单位审核校对年月日一二三四五六七八九十〇';
/** Printable ASCII and Latin-1, punctuation, arrows and signs of measure. */
const SIGNS: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2190, 0x2193],
  [0x3000, 0x3011],
  [0xff01, 0xff5e],
];
const SIGNS_ALONE = '∶·—…㎡㎞㎜℃№①②③④⑤⑥⑦⑧⑨⑩≤≥≈×÷±√°′″';
/** Rows of GB 2312: signs and other scripts; the 3,755 commoner characters; the 3,008 rarer ones. */
const ROWS: readonly (readonly [from: number, to: number])[] = [
  [1, 9],
  [16, 55],
  [56, 87],
];
const MOST_CHARACTERS = 600;

/**
 * The slices of the face: one with what this plan and the words of sheets need, which comes first, and the rest of
 * GB 2312 in the order of its code, so that the sheets of any county find their characters. Others are in no slice.
 */
export function listSlices(planText: string): readonly NamedSlice[] {
  const own = keepWritten(
    [
      planText,
      ...WORDS.map(readWords),
      USUAL,
      ...SIGNS.map(([from, to]) => String.fromCodePoint(...numbers(from, to))),
      SIGNS_ALONE,
    ].join(''),
  );
  const taken = new Set(own);
  const rest = ROWS.flatMap(([from, to]) => {
    const signs = [...keepWritten(readRows(from, to))].filter((sign) => !taken.has(sign));
    const parts = Math.ceil(signs.length / MOST_CHARACTERS);
    const size = Math.ceil(signs.length / parts);
    return numbers(0, parts - 1).map((at) => signs.slice(at * size, (at + 1) * size).join(''));
  });
  return FONT_WEIGHTS.flatMap((weight) => [
    { weight, name: `${weight}-own`, characters: own },
    ...rest.map((characters, at) => ({
      weight,
      name: `${weight}-gb-${String(at + 1).padStart(2, '0')}`,
      characters,
    })),
  ]);
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Each character once, in the order of Unicode, without those that have no shape. */
const keepWritten = (text: string): string =>
  [...new Set(text.replaceAll(/[\p{C}\n\uFFFD]/gu, ''))]
    .toSorted((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
    .join('');

/** All text of a file or folder of our own. */
function readWords(place: string): string {
  const root = fileURLToPath(new URL(place, import.meta.url));
  if (root.endsWith('.ts')) return readFileSync(root, 'utf8');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('');
}

/** GB 2312 has 94 rows of 94. */
function readRows(from: number, to: number): string {
  const bytes = numbers(from, to).flatMap((row) =>
    numbers(1, 94).flatMap((cell) => [0xa0 + row, 0xa0 + cell]),
  );
  return new TextDecoder('gbk').decode(new Uint8Array(bytes));
}
