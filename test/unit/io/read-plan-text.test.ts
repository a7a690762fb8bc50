import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readPlanText } from '../../../src/io/read-plan-text.ts';

/** The least that a word processor calls a document. */
function createDocx(paragraphs: readonly (readonly [style: string, text: string])[]): Blob {
  const styles = ['1', '2'].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  const body = paragraphs.map(
    ([style, text]) =>
      `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
  );
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const files = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${word}>${styles.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${body.join('')}</w:body></w:document>`,
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
  return new Blob([zipped as Uint8Array<ArrayBuffer>]);
}

it('a DOCX gives its words, with its headings marked', async () => {
  const file = createDocx([
    ['H1', '第一章 总体要求'],
    ['', '坚持“四纵四横” &amp; &lt;生态&gt;优先。'],
    ['H2', '第一节 目标'],
    ['', '到2025年，……'],
  ]);
  const { text } = await readPlanText(file, '纲要.docx');
  expect(text.split('\n').filter(Boolean)).toEqual([
    '# 第一章 总体要求',
    '坚持“四纵四横” & <生态>优先。',
    '## 第一节 目标',
    '到2025年，……',
  ]);
});

it('a text in GBK is read as such, and says why', async () => {
  // 盂县规划 in GBK.
  const bytes = Uint8Array.of(0xd3, 0xdb, 0xcf, 0xd8, 0xb9, 0xe6, 0xbb, 0xae);
  const { text, charset } = await readPlanText(new Blob([bytes]), 'a.txt');
  expect(text).toBe('盂县规划');
  expect(charset).toMatchObject({ charset: 'gb18030', basis: 'trial' });
});

it.each([
  ['规划.doc', [0xd0, 0xcf, 0x11, 0xe0], /\.doc cannot be read/],
  ['规划.pdf', [0x25, 0x50, 0x44, 0x46], /PDF holds pages/],
  ['规划.docx', [0x50, 0x4b, 3, 4, 0, 0], /document cannot be read/],
] as const)('%s is refused with what to do', async (name, bytes, message) => {
  await expect(readPlanText(new Blob([Uint8Array.from(bytes)]), name)).rejects.toThrow(message);
});
