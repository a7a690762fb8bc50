import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../src/core/parse-outline.ts';

const parse = (text: string) => parseOutline(text, 'outline.md');

describe('parseOutline', () => {
  it('reads ids, titles and words, and keeps the break between printed paragraphs', () => {
    const { paragraphs, problems } = parse(
      '## a-b 标题 二\n\n第一段。\n\n\n第二段。\n\n## c ……末\n\n文。\n',
    );
    expect(problems).toEqual([]);
    expect(paragraphs).toEqual([
      { id: 'a-b', title: '标题 二', text: '第一段。\n\n第二段。' },
      { id: 'c', title: '……末', text: '文。' },
    ]);
  });

  it('drops a byte order mark, CRLF and comments, and still counts lines as the file has them', () => {
    const { paragraphs, problems } = parse(
      '\uFEFF<!--\r\nnote\r\n-->\r\n## a t\r\n\r\nx\r\n## b t\r\n',
    );
    expect(paragraphs).toEqual([{ id: 'a', title: 't', text: 'x' }]);
    expect(problems[0]).toMatchObject({ code: 'paragraph-empty', file: 'outline.md', at: 'b' });
    expect(problems[0]?.message).toContain('line 7');
  });

  it('fault 32: names an id that occurs twice, with its line', () => {
    const { problems } = parse('## a t\nx\n## a u\ny\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'duplicate-paragraph', at: 'a' });
    expect(problems[0]?.message).toContain('line 3: paragraph id "a"');
  });

  it('fault 32: reports a text without paragraphs', () => {
    expect(parse('').problems.map(({ code }) => code)).toEqual(['outline-empty']);
  });

  it('reports words above the first heading', () => {
    expect(parse('散文\n## a t\nx\n').problems[0]).toMatchObject({ code: 'outline-stray-text' });
  });
});
