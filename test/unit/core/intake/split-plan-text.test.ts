import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepIds } from '../../../../src/core/intake/keep-ids.ts';
import { readNumber } from '../../../../src/core/intake/read-number.ts';
import { splitPlanText } from '../../../../src/core/intake/split-plan-text.ts';
import { DATA_FOLDER } from '../../../tools/read-shipped-bundle.ts';

const PLAN = `盂县国土空间总体规划（2021—2035年）

目录
第一章 总则…………………1
第二章 支撑体系…………12

第一章 总则
第一节 规划范围
规划范围为盂县行政辖区，面积2439平方公里。
第二节 规划原则
——坚持底线思维。严守耕地和永久基本农田、生态保护红线、城镇开发边界三条控制线。
——坚持绿色发展。山水林田湖草整体保护、系统修复、综合治理。
第二章 支撑体系
第一节 综合交通
一、公路网
（一）高速公路
推进天黎高速与京昆高速互通改造。
增设盂县南互通。
（二）普通国省干线
1. 国道239线改线；
2. 国道207线提级改造。
二、铁路
依托石太客运专线，提升阳泉北站集散能力。
三、机场。规划预留盂县通用航空机场，选址于东梁乡，用地控制在合理规模之内。
专栏1 重大交通项目
西部通道、县城外环。
第二节 市政设施
第一条 本规划自批准之日起施行，由盂县人民政府负责解释。
`;

const ids = (text: string) => splitPlanText(text, 'plan.txt').paragraphs.map(({ id }) => id);

describe('a Chinese planning document', () => {
  it('takes ids from the numbering, paths from the headings, and leaves the contents out', () => {
    const { title, paragraphs, problems } = splitPlanText(PLAN, 'plan.txt');
    expect(title).toBe('盂县国土空间总体规划（2021—2035年）');
    expect(problems.map(({ code }) => code)).toEqual(['contents-left-out']);
    expect(
      paragraphs.map(({ id, title: own, path: above }) => [id, own, above.join(' / ')]),
    ).toEqual([
      ['c1-s1', '规划范围', '第一章 总则'],
      [
        expect.stringMatching(/^c1-s2-t[a-z0-9]{6}$/),
        '坚持底线思维',
        '第一章 总则 / 第二节 规划原则',
      ],
      [
        expect.stringMatching(/^c1-s2-t[a-z0-9]{6}$/),
        '坚持绿色发展',
        '第一章 总则 / 第二节 规划原则',
      ],
      ['c2-s1-n1-m1', '高速公路', '第二章 支撑体系 / 第一节 综合交通 / 一、公路网'],
      ['c2-s1-n1-m2', '普通国省干线', '第二章 支撑体系 / 第一节 综合交通 / 一、公路网'],
      ['c2-s1-n2', '铁路', '第二章 支撑体系 / 第一节 综合交通'],
      ['c2-s1-n3', '机场', '第二章 支撑体系 / 第一节 综合交通'],
      ['c2-s1-n3-b1', '重大交通项目', '第二章 支撑体系 / 第一节 综合交通 / 三、机场'],
      ['c2-s2-a1', '第一条', '第二章 支撑体系 / 第二节 市政设施'],
    ]);
    const textOf = (id: string) => paragraphs.find((paragraph) => paragraph.id === id)?.text;
    expect(textOf('c2-s1-n1-m1')).toBe('推进天黎高速与京昆高速互通改造。\n\n增设盂县南互通。');
    expect(textOf('c2-s1-n1-m2')).toBe('1. 国道239线改线；\n\n2. 国道207线提级改造。');
    expect(textOf('c2-s1-n3')).toMatch(/^三、机场。规划预留/);
  });

  it('keeps every word of the body', () => {
    const { paragraphs } = splitPlanText(PLAN, 'plan.txt');
    const all = paragraphs
      .map(({ title, path: above, text }) => [title, ...above, text].join('\n'))
      .join('\n');
    // A heading's number is in the id.
    const words = PLAN.split('\n')
      .slice(6)
      .map((line) => line.replace(/^(第.[章节] |.、|（.）|专栏1 )/u, ''));
    for (const line of words) expect(all).toContain(line);
  });

  it('gives the others the same ids when a paragraph is put before them', () => {
    const longer = PLAN.replace(
      '——坚持底线思维。',
      '——坚持节约集约。严控增量，盘活存量，提高土地利用效率，推动城镇内涵式集约型绿色化发展。\n——坚持底线思维。',
    );
    const before = ids(PLAN);
    const after = ids(longer);
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((id) => before.includes(id))).toEqual(before);
  });
});

describe('other texts', () => {
  it('reads plain headings on their own line, as the second shipped plan has them', async () => {
    const text = await readFile(
      path.join(DATA_FOLDER, '../public/examples/xiongan/outline.txt'),
      'utf8',
    );
    const { title, paragraphs, problems } = splitPlanText(text, 'outline.txt');
    expect(problems).toEqual([]);
    expect(title).toBe('河北雄安新区规划纲要（节录）');
    expect(paragraphs.map((paragraph) => paragraph.title)).toEqual([
      '新区范围',
      '发展目标',
      '城乡空间布局',
      '区域高速公路网',
      '枢纽布局',
    ]);
    expect(paragraphs[2]?.text.split('\n\n')).toHaveLength(4);
  });

  it('reads Markdown, its title, its levels and bold leads', () => {
    const { title, paragraphs } = splitPlanText(
      '# 某县规划纲要\n\n## 第一章 交通\n\n### 公路\n\n**完善路网。**建设国道239线。\n\n**提升服务。**增设服务区。\n\n## 2035 目标\n\n人口三十万。\n',
      'plan.md',
    );
    expect(title).toBe('某县规划纲要');
    expect(paragraphs.map((one) => [one.title, one.path, one.text])).toEqual([
      ['完善路网', ['第一章 交通', '公路'], '完善路网。建设国道239线。'],
      ['提升服务', ['第一章 交通', '公路'], '提升服务。增设服务区。'],
      ['2035 目标', [], '人口三十万。'],
    ]);
    expect(paragraphs[0]?.id).toMatch(/^c1-h[a-z0-9]{6}-t[a-z0-9]{6}$/);
  });

  it('keeps the ids of the atlas’s own format, every one of the shipped plan', async () => {
    const text = await readFile(path.join(DATA_FOLDER, 'outline.zh-Hans.md'), 'utf8');
    const { paragraphs, problems } = splitPlanText(text, 'outline.zh-Hans.md');
    expect(problems).toEqual([]);
    const own = [...text.matchAll(/^## (\S+)/gmu)].map(([, id]) => id);
    expect(paragraphs.map(({ id }) => id)).toEqual(own);
  });

  it('takes each printed paragraph of a text without any heading for one', () => {
    const { title, paragraphs } = splitPlanText(
      '高举中国特色社会主义伟大旗帜，深入贯彻党的十九大精神。\n——坚持党的全面领导。把坚持党的全面领导贯彻到各领域。\n',
      'plan.txt',
    );
    expect(title).toBeNull();
    expect(paragraphs.map((one) => one.title)).toEqual([
      '高举中国特色社会主义伟大旗帜……',
      '坚持党的全面领导',
    ]);
  });

  it('leaves a sentence that only begins like a heading in the text', () => {
    const { paragraphs } = splitPlanText(
      '一、总则\n第一章所列项目，由县人民政府组织实施，未经批准不得调整。\n1.7:1的比例。\n',
      'plan.txt',
    );
    expect(paragraphs).toHaveLength(1);
  });
});

describe('faults', () => {
  it('32: an empty text, and one of comments alone', () => {
    for (const text of ['', ' \n\r\n　', '<!-- nothing -->', '\0\0']) {
      const { paragraphs, problems } = splitPlanText(text, 'plan.txt');
      expect(paragraphs).toEqual([]);
      expect(problems.at(-1)).toMatchObject({ code: 'outline-empty', file: 'plan.txt' });
    }
  });

  it('32: a paragraph id that occurs twice is named with file, line and id', () => {
    const { problems } = splitPlanText('## a 甲\n甲文。\n## a 乙\n乙文。\n', 'plan.md');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'duplicate-paragraph', file: 'plan.md', at: 'a' }),
    ]);
    expect(problems[0]?.message).toContain('line 3');
  });

  it('32: a number that occurs twice keeps both paragraphs apart and warns with the line', () => {
    const text = '第一节 公路\n建设公路。\n第一节 铁路\n建设铁路。\n第一节 公路\n建设公路。\n';
    const { paragraphs, problems } = splitPlanText(text, 'plan.txt');
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(3);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['heading-twice', 'warning'],
      ['heading-twice', 'warning'],
    ]);
    expect(problems[0]?.message).toContain('line 3');
  });

  it('33: NUL characters are left out and said', () => {
    const { paragraphs, problems } = splitPlanText('一、交通\n建设\0公路。\n', 'plan.txt');
    expect(paragraphs[0]?.text).toBe('建设公路。');
    expect(problems).toEqual([expect.objectContaining({ code: 'plan-text-nul', at: 'line 2' })]);
  });

  it.each([
    ['one line of words', '建设国道239线，'.repeat(1_000_000)],
    ['one line of digits', '1'.repeat(10_000_000)],
    ['unclosed comments', '<!--'.repeat(2_500_000)],
    ['spaces', ' '.repeat(10_000_000)],
    ['dots', '第一章 总则' + '.'.repeat(10_000_000)],
    ['hashes', `## ${'#'.repeat(10_000_000)}`],
  ])('35: 10 MB in a single line within a second: %s', (_, text) => {
    const start = performance.now();
    splitPlanText(text, 'plan.txt');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('takes fifty thousand paragraphs of one number in bearable time', () => {
    const start = performance.now();
    const { paragraphs, problems } = splitPlanText('一、公路\n建设。\n'.repeat(50_000), 'plan.txt');
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(50_000);
    expect(problems.length).toBeLessThanOrEqual(100);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('gives ids that the schema allows, and none that other documents have', () => {
    const taken = new Set(['c1-s1']);
    const { paragraphs } = splitPlanText(PLAN, 'plan.txt', taken);
    for (const { id } of paragraphs) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(taken.has(id)).toBe(false);
    }
  });
});

describe('keepIds', () => {
  const split = (text: string) => splitPlanText(text, 'plan.txt').paragraphs;

  it('keeps what another numbering has moved', () => {
    const former = split(PLAN);
    const moved = split(
      PLAN.replace(
        '第二章 支撑体系\n第一节',
        '第二章 战略\n建设区域强县。\n第三章 支撑体系\n第一节',
      ),
    );
    const kept = keepIds(former, moved);
    const idOf = (title: string) => kept.find((one) => one.title === title)?.id;
    expect(idOf('高速公路')).toBe('c2-s1-n1-m1');
    expect(idOf('铁路')).toBe('c2-s1-n2');
    expect(idOf('第一条')).toBe('c2-s2-a1');
    // 战略 is new, and c2 was nobody's.
    expect(idOf('战略')).toBe('c2');
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
  });

  it('keeps a paragraph whose words or whose title were edited, with its English', () => {
    const former = split(PLAN).map((one) => ({ ...one, titleEn: `En ${one.id}` }));
    const edited = split(
      PLAN.replace('提升阳泉北站集散能力', '大力提升阳泉北站集散能力和服务水平').replace(
        '第二节 市政设施',
        '第二节 市政基础设施',
      ),
    );
    const kept = keepIds(former, edited);
    expect(kept.map(({ id }) => id)).toEqual(former.map(({ id }) => id));
    expect(kept.find(({ id }) => id === 'c2-s1-n2')?.titleEn).toBe('En c2-s1-n2');
  });

  it('gives the id of a paragraph that is gone to no other', () => {
    const former = split(
      '一、公路\n建设国道239线和国道207线，完善干线公路网。\n二、铁路\n依托石太客运专线。\n',
    );
    const kept = keepIds(
      former,
      split('一、水利\n修缮滹沱河堤防，治理水土流失。\n二、铁路\n依托石太客运专线。\n'),
    );
    expect(kept[0]?.id).toMatch(/^n1-[a-z0-9]{6}$/);
    expect(kept[1]?.id).toBe('n2');
  });
});

it('reads Chinese numbers', () => {
  const words = [
    '一',
    '十',
    '十二',
    '二十',
    '三十五',
    '一百零三',
    '〇',
    '１２',
    '7',
    '甲',
    '',
    '一二',
  ];
  expect(words.map(readNumber)).toEqual([1, 10, 12, 20, 35, 103, 0, 12, 7, null, null, null]);
});
