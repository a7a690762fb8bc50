import { beforeAll, describe, expect, it } from 'vitest';
import { addSearchTable } from '../../../../src/cli/make-search-table.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import type {
  HitKind,
  SearchHit,
  SearchIndex,
  SearchResults,
} from '../../../../src/contracts/search.ts';
import { createSearch } from '../../../../src/core/search/create-search.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

let bundle: PlanBundle;
let index: SearchIndex;
beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
  index = await createSearch(addSearchTable(bundle));
});

const hitsOf = (results: SearchResults, kind: HitKind): readonly SearchHit[] =>
  results.groups.find((group) => group.kind === kind)!.hits;

/** Marked characters of a title or snippet. */
const cut = (text: string, marks: SearchHit['marks']): string[] =>
  marks.map(([start, end]) => text.slice(start, end));

/** Query, kind and id of the first hit of that kind, and the characters that its title or snippet marks first. */
const QUERIES: readonly (readonly [string, HitKind, string, string])[] = [
  // As written.
  ['四纵四横', 'text', 'positioning-livable-city', '四纵四横'],
  ['四纵四横', 'feature', 'zong-1', '四纵四横'],
  ['外环内网', 'text', 'positioning-livable-city', '外环内网'],
  ['四纵四横外环内网', 'text', 'positioning-livable-city', '四纵四横、外环内网'],
  ['“一城五地”', 'indicator', 'one-city-five-bases', '一城五地'],
  ['藏山', 'feature', 'cangshan', '藏山'],
  ['大汖', 'feature', 'dachuan-village', '大汖'],
  ['仇犹', 'feature', 'qiuyou-temple', '仇犹'],
  ['阳泉北', 'feature', 'yangquanbei', '阳泉北'],
  ['秀水', 'place', 'xiushui', '秀水'],
  ['小觉镇', 'place', 'context-xiaojue', '小觉镇'],
  ['机场', 'feature', 'airport', '机场'],
  ['机场', 'text', 'positioning-modern-logistics', '机场'],
  ['石太高铁', 'feature', 'shitai-psl', '石太高铁'],
  ['物流', 'text', 'positioning-modern-logistics', '物流'],
  ['十强县', 'text', 'goals-economy', '十强县'],
  ['十强县', 'indicator', 'rank-2035', '十强县'],
  ['城镇化', 'indicator', 'urbanisation-2025', '城镇化'],
  ['城镇化', 'text', 'goals-urban-rural', '城镇化'],
  ['战略定位', 'text', 'positioning-intro/0', '战略定位'],
  // Figures and numbers of roads.
  ['200亿', 'text', 'goals-economy', '200亿'],
  ['200 亿', 'indicator', 'gdp-2025', '200 亿'],
  ['1.7:1', 'text', 'goals-urban-rural', '1.7:1'],
  ['GDP', 'indicator', 'gdp-2025', 'GDP'],
  ['gdp', 'text', 'goals-economy', 'GDP'],
  ['G5', 'feature', 'g5-jingkun', 'G5'],
  ['Ｇ５', 'feature', 'g5-jingkun', 'G5'],
  ['239', 'feature', 'g239', '239'],
  ['国道239', 'feature', 'g239', '国道239'],
  ['国道 239', 'feature', 'g239', '国道239'],
  ['S314', 'feature', 's314-east', 'S314'],
  ['45', 'feature', 's45-tianli', '45'],
  // Traditional characters.
  ['四縱四橫', 'text', 'positioning-livable-city', '四纵四横'],
  ['藏山風景', 'feature', 'cangshan', '藏山风景'],
  ['陽泉北站', 'feature', 'yangquanbei', '阳泉北站'],
  ['滹沱河', 'feature', 'hutuo', '滹沱河'],
  ['鄉村振興', 'text', 'positioning-modern-logistics', '乡村振兴'],
  // Pinyin: whole, initials, both, and while it is being typed.
  ['sizongsiheng', 'text', 'positioning-livable-city', '四纵四横'],
  ['szsh', 'text', 'positioning-livable-city', '四纵四横'],
  ['szsh', 'feature', 'zong-1', '四纵四横'],
  ['cangshan', 'feature', 'cangshan', '藏山'],
  ['cangs', 'feature', 'cangshan', '藏山'],
  ['cang shan', 'feature', 'cangshan', '藏山'],
  ['cs', 'feature', 'cangshan', '藏山'],
  ['yuxian', 'feature', 'yuxian', '盂县'],
  ['yangquanbei', 'feature', 'yangquanbei', '阳泉北'],
  ['yangquanb', 'feature', 'yangquanbei', '阳泉北'],
  ['yqbz', 'feature', 'yangquanbei', '阳泉北站'],
  ['jichang', 'feature', 'airport', '机场'],
  ['jichang', 'text', 'positioning-modern-logistics', '机场'],
  ['wuliu', 'text', 'positioning-modern-logistics', '物流'],
  ['xiushui', 'place', 'xiushui', '秀水'],
  ['ycwd', 'indicator', 'one-city-five-bases', '一城五地'],
  ['chengzhenhualv', 'indicator', 'urbanisation-2025', '城镇化率'],
  ['zhongdian', 'text', 'positioning-tourism-wellness', '重点'],
  ['chongsu', 'text', 'guiding-thought', '重塑'],
  ['藏shan', 'feature', 'cangshan', '藏山'],
  ['京昆gaosu', 'feature', 'g5-jingkun', '京昆高速'],
  // Readings of places: the dictionary's, the county's, and that of the English name.
  ['dapin', 'feature', 'dachuan-village', '大汖'],
  ['dachang', 'feature', 'dachuan-village', '大汖'],
  ['dachuan', 'feature', 'dachuan-spring', '大汖'],
  ['qiuyou', 'feature', 'qiuyou-temple', '仇犹'],
  ['shijiudu', 'place', 'village-shijiudu', '石旧都'],
  // English, whole and misspelt.
  ['airport', 'feature', 'airport', 'Airport'],
  ['Airprot', 'feature', 'airport', 'Airport'],
  ['hot spring', 'feature', 'dachuan-spring', 'Hot Spring'],
  ['cangsahn', 'feature', 'cangshan', '藏山'],
  ['strong counties', 'indicator', 'eight-strong-counties', 'strong counties'],
  ['lienu', 'feature', 'shuishenshan', 'Lienü'],
  // Parted, and in another order.
  ['盂县机场', 'feature', 'airport', '盂县'],
  ['机场盂县', 'feature', 'airport', '机场'],
  ['大汖 hot', 'feature', 'dachuan-spring', '大汖'],
  ['G5高速', 'feature', 'g5-jingkun', '高速'],
];

describe('find in the county’s plan', () => {
  it.each(QUERIES)('answers %s with the %s %s and marks %s', (query, kind, id, marked) => {
    const [first] = hitsOf(index.search(query), kind);
    expect(first?.id).toBe(id);
    const { title, titleEn = '', snippet, titleMarks, titleEnMarks, marks } = first!;
    expect([
      ...cut(title, titleMarks),
      ...cut(titleEn, titleEnMarks),
      ...cut(snippet, marks),
    ]).toContain(marked);
  });

  it('reads 藏山 cangshan and 重塑 chongsu, and nothing else', () => {
    expect(index.search('zangshan').best?.score).toBeLessThan(20);
    expect(hitsOf(index.search('zhongsu'), 'text')).toEqual([]);
  });

  it('gives every occurrence in the plan in reading order', () => {
    const { occurrences, groups } = index.search('物流');
    const paragraphs = bundle.plan.docs[0]!.paragraphs;
    const order = paragraphs.map(({ id }) => id);
    const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
    expect(occurrences).toHaveLength(13);
    for (const { para, start, end } of occurrences) {
      expect(texts.get(para)!.slice(start, end)).toBe('物流');
    }
    const places = occurrences.map(({ para, start }) => order.indexOf(para) * 10_000 + start);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(groups[0]!.hits.flatMap(({ ranges }) => ranges)).toHaveLength(13);
  });

  it('counts a title once where the words print it too', () => {
    const { occurrences } = index.search('打造现代物流集散地');
    expect(occurrences).toEqual([
      { para: 'positioning-modern-logistics', part: 'body', start: 2, end: 11 },
    ]);
  });

  it('walks through English headings only where they are printed', () => {
    expect(index.search('logistics', { lang: 'zh-Hans' }).occurrences).toEqual([]);
    expect(index.search('logistics', { lang: 'en' }).occurrences).toMatchObject([
      { para: 'positioning-modern-logistics', part: 'title-en' },
    ]);
  });

  it('finds English notes in the English interface only', () => {
    const idsIn = (lang: 'zh-Hans' | 'en') =>
      hitsOf(index.search('cangshan', { lang }), 'feature').map(({ id }) => id);
    expect(idsIn('zh-Hans')).toEqual(['cangshan', 'zone-cangshan']);
    expect(idsIn('en')).toEqual(['cangshan', 'zone-cangshan', 's45-tianli']);
  });

  it('leads an indicator to the words that it cites', () => {
    const [hit] = hitsOf(index.search('GDP'), 'indicator');
    const [range] = hit!.ranges;
    const text = bundle.plan.docs[0]!.paragraphs.find(({ id }) => id === range!.para)!.text;
    expect(text.slice(range!.start, range!.end)).toContain('GDP力争突破200亿');
  });

  it('ranks a whole name before a start, a start before a part, and sounds after letters', () => {
    const scoreOf = (query: string): number => index.search(query).best!.score;
    expect(scoreOf('阳泉北站')).toBeGreaterThan(scoreOf('阳泉北'));
    expect(scoreOf('阳泉北')).toBeGreaterThan(scoreOf('泉北'));
    expect(scoreOf('泉北')).toBeGreaterThan(scoreOf('quanbei'));
    expect(scoreOf('quanbei')).toBeGreaterThan(scoreOf('Airprot'));
  });

  it('finds no nonsense for characters that nowhere stand together in order', () => {
    expect(index.search('横纵四').total).toBe(0);
    expect(index.search('山藏').total).toBe(0);
  });

  it('gives a hit only once and no more than asked for, with the count of all', () => {
    const { groups } = index.search('煤矿', { limit: 2 });
    const features = groups.find(({ kind }) => kind === 'feature')!;
    expect(features.hits).toHaveLength(2);
    expect(features.total).toBeGreaterThan(10);
  });

  it('gives four empty groups and the query for nothing and for what does not occur', () => {
    for (const query of ['', '   ', '，。', '量子计算', 'qqqqqq']) {
      const results = index.search(query);
      expect(results.query).toBe(query);
      expect(results.groups.map(({ kind, total }) => [kind, total])).toEqual([
        ['text', 0],
        ['feature', 0],
        ['place', 0],
        ['indicator', 0],
      ]);
      expect([results.best, results.occurrences]).toEqual([null, []]);
    }
  });
});

describe('a bundle without a search table', () => {
  it('is found as it is written, in English and misspelt, and not by sound', async () => {
    const plain = await createSearch(bundle);
    expect(plain.search('藏山').best?.id).toBe('cangshan');
    expect(plain.search('Airprot').best?.id).toBe('airport');
    expect(plain.search('szsh').total).toBe(0);
    expect(plain.search('四縱四橫').total).toBe(0);
  });

  it('is found all the same when the table is broken', async () => {
    const broken = { pinyin: { cang: 7, shan: '山' }, words: [1], variants: null };
    const odd = await createSearch({ ...bundle, search: broken as never });
    expect(odd.search('藏山').best?.id).toBe('cangshan');
  });
});

describe('a query from a stranger', () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    'signs of regular expressions': '.*+?^${}()|[]\\',
    'mark-up': '<img src=x onerror=alert(1)>',
    '10,000 characters': '藏'.repeat(10_000),
    '10,000 letters': 'a'.repeat(10_000),
    'letters that might all be initials': 'zh'.repeat(5_000),
    '6,000 words': 's z '.repeat(3_000),
    emoji: '🏔️🚄',
    'half a character': '\ud83c',
    'control characters': '\0\u0001\n\t',
    'marks of direction': '\u202e山藏\u202c',
    'Arabic letters and figures': 'مدينة ٢٣٩',
    'names of object properties': '__proto__ constructor toString',
    'letters whose case changes their number': 'İstanbul ß ﬃ',
    Zhuyin: 'ㄘㄤˊ',
  };

  it.each(Object.keys(HOSTILE))('is answered without an error: %s', (name) => {
    const query = HOSTILE[name]!;
    const { query: given, groups } = index.search(query, { lang: 'en' });
    expect(given).toBe(query);
    for (const { hits } of groups) {
      for (const { title, titleMarks, snippet, marks } of hits) {
        for (const [text, own] of [
          [title, titleMarks],
          [snippet, marks],
        ] as const) {
          for (const [start, end] of own) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }
    }
  });

  it('finds the words among emoji and marks of direction', () => {
    expect(index.search('👨‍👩‍👧‍👦藏山').best?.id).toBe('cangshan');
    expect(index.search('\u202e藏山\u202c').best?.id).toBe('cangshan');
  });
});
