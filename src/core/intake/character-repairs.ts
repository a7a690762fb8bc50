import type { Bilingual } from '../../contracts/theme.ts';
import type { Found, RepairKind } from './apply-repairs.ts';

interface Rule {
  readonly kind: RepairKind;
  readonly pattern: RegExp;
  readonly after: string | ((found: RegExpExecArray) => string);
  readonly reason: Bilingual;
  readonly isSure?: boolean;
}

const HAN = '\\p{Script=Han}';
/** What stands on either side of a mark in Chinese text. */
const BEFORE = `(?<=[${HAN}”’）》〉%％"])`;
const AFTER = `(?=[${HAN}“‘（《〈"\\n\\dA-Za-z]|$)`;
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};
/** Strokes that a scanner takes for 一, and kana for numerals. */
const NUMERALS: Readonly<Record<string, string>> = {
  '-': '一',
  '—': '一',
  '－': '一',
  ー: '一',
  '–': '一',
  '─': '一',
  ニ: '二',
  ミ: '三',
  ハ: '八',
  一: '一',
};
const STROKES = '[-—－ー–─ニミハ]';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const fullWidthReason = say('中文之间的半角标点', 'half-width mark between Chinese words');

/** In the order of precedence. */
const RULES: readonly Rule[] = [
  {
    kind: 'hidden',
    // Controls, zero-width and direction marks; tabs and line breaks stay.
    pattern: /(?:(?![\t\n\r])[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])+/gu,
    after: '',
    reason: say('看不见的控制字符', 'invisible control characters'),
  },
  {
    kind: 'hidden',
    pattern: /[\ue000-\uf8ff\ufffd]+/gu,
    after: '',
    reason: say(
      '无法显示的字符（私用区或乱码），请对照原文',
      'characters of no known meaning; compare the original',
    ),
    isSure: false,
  },
  {
    kind: 'pinyin',
    pattern: new RegExp(
      `(?<=${HAN})[(（](?=[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,6}[)）]`,
      'gu',
    ),
    after: '',
    reason: say('汉字后插入的注音', 'a reading put in behind the character'),
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `^([ \\t\\u3000]*)[(（]\\s*(${STROKES}|[一二三四五六七八九十]{1,3})\\s*[)）]`,
      'gmu',
    ),
    after: ([, indent = '', numeral = '']) => `${indent}（${NUMERALS[numeral] ?? numeral}）`,
    reason: say('序号应为（一）（二）的写法', 'the number of a heading is written （一）'),
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`^([ \\t\\u3000]*)(${STROKES})\\s*、`, 'gmu'),
    after: ([, indent = '', numeral = '']) => `${indent}${NUMERALS[numeral] ?? numeral}、`,
    reason: say('序号“一、”识别有误', '一、 was misread'),
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`^([ \\t\\u3000#]*)第\\s*(${STROKES})\\s*(?=[章节篇条])`, 'gmu'),
    after: ([, indent = '', numeral = '']) => `${indent}第${NUMERALS[numeral] ?? numeral}`,
    reason: say('序号“第一”识别有误', '第一 was misread'),
  },
  {
    kind: 'mark',
    pattern: /[─━―]{2,3}|(?<![-\w])-{2,3}(?![-\w])|－{2,3}/gu,
    after: '——',
    reason: say('破折号应为“——”', 'the dash is written ——'),
  },
  {
    kind: 'mark',
    pattern: new RegExp(`(?<=${HAN})(?:\\.{3,6}|。{3,6}|·{3,6}|…(?!…)(?<!……))(?!\\s*\\d)`, 'gu'),
    after: '……',
    reason: say('省略号应为“……”', 'the ellipsis is written ……'),
  },
  {
    kind: 'doubled',
    pattern: /([，。、；：])\1+/gu,
    after: ([, mark = '']) => mark,
    reason: say('标点重复', 'a mark twice'),
  },
  {
    kind: 'doubled',
    pattern:
      /(?<!目)的的(?!确)|和和(?!美|气)|与与|及及|对对(?!联)|将将|把把|被被|为为|了了(?!解|结)/gu,
    after: ([word = '']) => word.slice(1),
    reason: say('文字重复', 'a word twice'),
    isSure: false,
  },
  {
    kind: 'width',
    pattern: /[０-９Ａ-Ｚａ-ｚ％．＋]+/gu,
    after: ([word = '']) => word.normalize('NFKC'),
    reason: say('全角数字、字母改半角', 'full-width figures and letters'),
  },
  {
    kind: 'width',
    pattern: new RegExp(`${BEFORE}[,;:?!]${AFTER}`, 'gmu'),
    after: ([mark = '']) => FULL_WIDTH[mark] ?? mark,
    reason: fullWidthReason,
  },
  {
    kind: 'width',
    pattern: new RegExp(`${BEFORE}\\.(?=\\s*$|${HAN})`, 'gmu'),
    after: '。',
    reason: say('句号应为“。”', 'the full stop is written 。'),
  },
  {
    kind: 'width',
    pattern: new RegExp(
      `\\((?=[^()\\n]{0,40}${HAN}[^()\\n]{0,40}\\))|\\)(?<=\\([^()\\n]{0,40}${HAN}[^()\\n]{0,40}\\))`,
      'gu',
    ),
    after: ([mark = '']) => (mark === '(' ? '（' : '）'),
    reason: say('中文括号应为全角', 'brackets round Chinese words are full-width'),
  },
  {
    kind: 'space',
    pattern: new RegExp(
      `(?<=[${HAN}，。、；：）”》])(?<!第.{1,4}[章节篇编条])[ \\u3000\\u00a0]+(?=[${HAN}，。、；：！？（“《）”》])`,
      'gu',
    ),
    after: '',
    reason: say('汉字之间的空格', 'a space between Chinese characters'),
  },
  {
    kind: 'confusable',
    pattern: /(?<=[一二三四五六七八九〇])[0OoＯ○](?=[一二三四五六七八九〇0OoＯ○年])/gu,
    after: '〇',
    reason: say('中文年份里应为“〇”', '〇 in a year written in Chinese'),
  },
  {
    kind: 'confusable',
    pattern: new RegExp(`(?<=\\d)[oO〇○]+(?=\\d|[.．]\\d|[${HAN}%％])`, 'gu'),
    after: ([word = '']) => '0'.repeat(word.length),
    reason: say('数字里应为“0”', '0 within a number'),
  },
  {
    kind: 'confusable',
    pattern: /(?<=\d)[lI|](?=\d|公里|公顷|个|座|条|处|亩|万|亿|年|月|日|[%％])/gu,
    after: '1',
    reason: say('数字里应为“1”', '1 within a number'),
  },
  {
    kind: 'confusable',
    pattern: new RegExp(`(?<=${HAN})[lI](?=\\d{1,4}[${HAN}.．%％])`, 'gu'),
    after: '1',
    reason: say('数字里应为“1”', '1 within a number'),
    isSure: false,
  },
  {
    kind: 'confusable',
    pattern: /(?<=\d)曰/gu,
    after: '日',
    reason: say('日期里应为“日”', '日 in a date'),
  },
  {
    kind: 'confusable',
    pattern: /己(?=建成|建设|完成|经|有|通车|投产|形成|达到|列入|纳入|批复)/gu,
    after: '已',
    reason: say('应为“已”', '已 was misread as 己'),
  },
  {
    kind: 'confusable',
    pattern: /末(?=来|经批准|利用地|建成)/gu,
    after: '未',
    reason: say('应为“未”', '未 was misread as 末'),
  },
  {
    kind: 'confusable',
    pattern:
      /(?<![—\d])[—ー](?=体化|系列|批|流的|城[一二三四五六七八九]|[主心][，、一二三四五六七八九])/gu,
    after: '一',
    reason: say('应为“一”', '一 was misread as a dash'),
  },
  {
    kind: 'page',
    pattern: /(?<=[中上下里内])\d{1,3}(?=[的地得])/gu,
    after: '',
    reason: say('句中夹入的数字，可能是页码', 'a number within a sentence, perhaps of a page'),
    isSure: false,
  },
];

/** Straight quotation marks of a line with an even number of them, in turn “ and ”. */
function findQuotes(text: string): readonly Found[] {
  const finds: Found[] = [];
  for (let at = text.indexOf('"'); at >= 0;) {
    const breakAt = text.indexOf('\n', at);
    const end = breakAt < 0 ? text.length : breakAt;
    const places: number[] = [];
    for (; at >= 0 && at < end; at = text.indexOf('"', at + 1)) places.push(at);
    const start = text.lastIndexOf('\n', places[0]!) + 1;
    if (
      places.length % 2 === 0 &&
      /\p{Script=Han}/u.test(text.slice(start, Math.min(end, start + 4000)))
    ) {
      for (const [turn, place] of places.entries()) {
        finds.push({
          kind: 'width',
          start: place,
          before: '"',
          after: turn % 2 === 0 ? '“' : '”',
          reason: say('中文引号应为“ ”', 'quotation marks of Chinese are “ ”'),
          isSure: true,
        });
      }
    }
  }
  return finds;
}

/** What can be seen from the characters themselves, in the order of the rules. */
export function findCharacterRepairs(text: string): readonly Found[] {
  const finds: Found[] = [];
  for (const { kind, pattern, after, reason, isSure = true } of RULES) {
    for (const found of text.matchAll(pattern)) {
      const before = found[0];
      const becomes = typeof after === 'string' ? after : after(found);
      if (becomes !== before)
        finds.push({ kind, start: found.index, before, after: becomes, reason, isSure });
    }
  }
  return [...finds, ...findQuotes(text)];
}
