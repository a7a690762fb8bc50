import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PlanError } from '../../../src/contracts/errors.ts';
import { splitPlanText } from '../../../src/core/intake/split-plan-text.ts';
import { readPlanText } from '../../../src/io/read-plan-text.ts';

const read = (bytes: Uint8Array | string, name: string) =>
  readPlanText(new Blob([typeof bytes === 'string' ? bytes : bytes.slice()]), name);

const codeOf = async (bytes: Uint8Array | string, name: string): Promise<PlanError> => {
  const error: unknown = await read(bytes, name).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  return error as PlanError;
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const paragraph = (words: string, styleId = '', extra = ''): string =>
  `<w:p><w:pPr>${styleId === '' ? '' : `<w:pStyle w:val="${styleId}"/>`}${extra}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** A document as Word writes it, as far as its words go; Chinese Word names its styles’ ids by number. */
const createDocx = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles ${W}>${style('a0', 'Title')}${style('1', 'heading 1')}${style('2', 'heading 2')}${style('3', 'heading 3')}${style('TOC1', 'toc 1')}</w:styles>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });

const BODY = [
  paragraph('盂县国土空间总体规划', 'a0'),
  paragraph('第一章 支撑体系	3', 'TOC1'),
  paragraph('第一章 支撑体系', '1'),
  paragraph('第一节 综合交通', '2'),
  paragraph('推进天黎高速与京昆高速互通改造。'),
  `<w:p><w:r><w:t>增设</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>盂县南</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>盂县北</w:delText></w:r></w:del><w:r><w:t>互通。</w:t></w:r></w:p>`,
  paragraph('公路网', '3', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'),
  paragraph('建设国道239线。&lt;script&gt;alert(1)&lt;/script&gt;'),
  `<w:tbl><w:tr><w:tc>${paragraph('项目')}</w:tc><w:tc>${paragraph('里程')}</w:tc></w:tr><w:tr><w:tc>${paragraph('西部通道')}</w:tc><w:tc>${paragraph('60')}</w:tc></w:tr></w:tbl>`,
].join('');

describe('a Word document', () => {
  it('becomes Markdown by its styles, with insertions and without deletions', async () => {
    const { text, charset, problems } = await read(createDocx(BODY), '规划.docx');
    expect(charset).toBeNull();
    expect(text).toBe(
      [
        '# 盂县国土空间总体规划',
        '## 第一章 支撑体系',
        '### 第一节 综合交通',
        '推进天黎高速与京昆高速互通改造。',
        '增设盂县南互通。',
        '#### 公路网',
        '建设国道239线。<script>alert(1)</script>',
        '项目 | 里程\n西部通道 | 60\n',
      ].join('\n\n'),
    );
    expect(problems.map(({ code }) => code).sort()).toEqual(['contents-left-out', 'docx-tables']);
  });

  it('splits into paragraphs with the ids of its numbering', async () => {
    const { text } = await read(createDocx(BODY), '规划.docx');
    const { title, paragraphs } = splitPlanText(text, '规划.docx');
    expect(title).toBe('盂县国土空间总体规划');
    expect(paragraphs.map(({ id, path }) => [id, path])).toEqual([
      ['c1-s1', ['第一章 支撑体系']],
      [expect.stringMatching(/^c1-s1-h\w{6}$/), ['第一章 支撑体系', '第一节 综合交通']],
    ]);
  });

  it('starts at # where there is no title', async () => {
    const { text } = await read(createDocx(paragraph('总则', '1') + paragraph('甲。')), 'a.docx');
    expect(text).toBe('# 总则\n\n甲。\n');
  });

  it('is known by its content, whatever its name', async () => {
    expect((await read(createDocx(paragraph('甲。')), 'plan.txt')).text).toBe('甲。\n');
  });

  it('says that the numbers which Word makes itself are not there', async () => {
    const numbering = `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const { problems } = await read(
      createDocx(BODY, {
        'word/numbering.xml': strToU8(numbering),
        'word/_rels/document.xml.rels': strToU8(
          `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
        ),
      }),
      '规划.docx',
    );
    expect(problems.map(({ code }) => code)).toContain('docx-numbers');
  });

  it.each([
    ['cut short', createDocx(BODY).slice(0, 900)],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('甲') })],
    ['broken XML', createDocx('', { 'word/document.xml': strToU8('<w:document') })],
  ])('that is %s is refused by name', async (_, bytes) => {
    const error = await codeOf(bytes, 'bad.docx');
    expect(error.code).toMatch(/^(docx-damaged|archive-damaged)$/);
    expect(error.problems[0]).toMatchObject({ file: 'bad.docx' });
    expect(error.problems[0]?.remedy).not.toBe('');
  });

  it('36: stops unpacking a bomb', { timeout: 60_000 }, async () => {
    const bomb = createDocx('', { 'word/document.xml': new Uint8Array(150_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await codeOf(bomb, 'bomb.docx')).code).toBe('archive-too-large');
  });

  it('expands no entities', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document ${W}><w:body>${paragraph('甲&b;乙')}</w:body></w:document>`;
    const outcome = await read(
      createDocx('', { 'word/document.xml': strToU8(xml) }),
      'entities.docx',
    ).catch((error: unknown) => error as PlanError);
    if (!(outcome instanceof PlanError)) expect(outcome.text).not.toContain('aaaa');
  });
});

describe('plain text', () => {
  const GBK = Uint8Array.from([
    0xd3, 0xdb, 0xcf, 0xd8, 0xb9, 0xfa, 0xb5, 0xc0, 0x0d, 0x0a, 0xb9, 0xfa, 0xb5, 0xc0,
  ]);

  it('33: is read in UTF-8, GBK and UTF-16, with one kind of line break', async () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'盂县\r\n国道'].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
    ]);
    expect(await read('\uFEFF盂县\r\n国道', 'a.md')).toMatchObject({
      text: '盂县\n国道',
      charset: { charset: 'utf-8', basis: 'bom' },
    });
    expect(await read(GBK, 'a.txt')).toMatchObject({
      text: '盂县国道\n国道',
      charset: { charset: 'gb18030' },
    });
    expect(await read(utf16, 'a.txt')).toMatchObject({
      text: '盂县\n国道',
      charset: { charset: 'utf-16le' },
    });
  });

  it('33: says where bytes cannot be read', async () => {
    const { problems } = await readPlanText(
      new Blob([Uint8Array.from([0x61, 0x0a, 0xff, 0xd3])]),
      'a.txt',
      'utf-8',
    );
    expect(problems).toEqual([expect.objectContaining({ code: 'charset-damaged', at: 'line 2' })]);
  });

  it('takes an empty file for an empty text', async () => {
    expect((await read('', 'a.txt')).text).toBe('');
  });
});

describe('what is no plan text', () => {
  it.each([
    ['%PDF-1.7\n', 'plan.pdf', /PDF/, /另存为/],
    ['%PDF-1.7\n', 'plan.txt', /PDF/, /docx/],
    [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'plan.doc', /old Word/, /另存为/],
    [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'plan.docx', /password/, /password/],
    ['text', 'plan.wps', /WPS/, /另存为/],
    ['{\\rtf1 x}', 'plan.rtf', /rich-text/, /docx/],
    ['<!DOCTYPE html><html>', 'plan.html', /web page/, /paste/],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'scan.png', /picture/, /OCR/],
  ])('refuses %j as %s and says what to do', async (bytes, name, message, remedy) => {
    const error = await codeOf(bytes, name);
    expect(error.code).toBe('plan-text-format');
    expect(error.problems[0]?.message).toMatch(message);
    expect(error.problems[0]?.remedy).toMatch(remedy);
  });

  it('refuses a text of 25 MB before decoding it', async () => {
    const error = await codeOf(new Uint8Array(25_000_000).fill(0x61), 'plan.txt');
    expect(error.code).toBe('plan-text-too-large');
  });
});
