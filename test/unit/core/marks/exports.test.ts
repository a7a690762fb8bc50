import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { markLook } from '../../../../layers/mark-look.ts';
import { buildMinutes } from '../../../../src/core/marks/minutes.ts';
import { marksFromGeoJson, marksToGeoJson } from '../../../../src/core/marks/to-geojson.ts';
import { escapeXml } from '../../../../src/core/escape-xml.ts';
import { marksToKml } from '../../../../src/core/marks/to-kml.ts';
import {
  minutesToHtml,
  minutesToMarkdown,
  minutesToWord,
} from '../../../../src/core/marks/write-minutes.ts';
import { createBundle } from '../../../fixtures/create-bundle.ts';
import { createMark } from '../../../fixtures/create-mark.ts';
import { findXmlFault } from '../../layers/check-xml.ts';

const NASTY = '<b>&"\'\u0001 | *重* [x](y)\n# 二';

function createMarks() {
  const bundle = createBundle();
  const [paragraph] = bundle.plan.docs[0]!.paragraphs;
  const [feature] = bundle.features.features;
  const marks = [
    createMark({
      id: 'a',
      note: NASTY,
      clauses: [{ para: paragraph!.id, quote: paragraph!.text.slice(0, 6) }],
    }),
    createMark({
      id: 'b',
      kind: 'point',
      geometry: { type: 'Point', coordinates: [113.5, 38.1] },
      author: '',
      note: '近一些',
      features: [feature!.properties.id],
    }),
    createMark({
      id: 'c',
      kind: 'area',
      colour: 'blue',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [113, 38],
            [113.1, 38],
            [113.1, 38.1],
            [113, 38],
          ],
        ],
      },
    }),
  ];
  return { bundle, marks, paragraph: paragraph!, feature: feature! };
}

describe('marks as GeoJSON', () => {
  it('come back as they were', () => {
    const { bundle, marks } = createMarks();
    const text = marksToGeoJson(marks, bundle);
    expect(marksFromGeoJson(text, 'x.geojson')).toEqual({ marks, problems: [] });
    expect(JSON.parse(text)).toMatchObject({
      type: 'FeatureCollection',
      coordinates: 'EPSG:4490',
      features: [{ properties: { label: '会议标绘，非规划内容' } }, {}, {}],
    });
  });

  it('name what cannot be read, and take the rest', () => {
    const { bundle, marks } = createMarks();
    const raw = JSON.parse(marksToGeoJson(marks, bundle)) as {
      features: { properties: Record<string, unknown> }[];
    };
    raw.features[1]!.properties['colour'] = 'pink';
    const { marks: read, problems } = marksFromGeoJson(JSON.stringify(raw), 'x.geojson');
    expect(read.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([
      { file: 'x.geojson', message: 'features[1]: colour is "pink"', severity: 'error' },
    ]);
    expect(marksFromGeoJson('{', 'x.geojson').problems[0]!.message).toContain('is no JSON');
    expect(marksFromGeoJson('{}', 'x.geojson').problems).toHaveLength(1);
    expect(marksFromGeoJson('{"features":[null]}', 'x.geojson').problems).toHaveLength(1);
  });
});

describe('marks as KML', () => {
  it('are well-formed whatever was written into them', () => {
    const { bundle, marks } = createMarks();
    const kml = marksToKml(marks, bundle, markLook);
    expect(findXmlFault(kml.slice(kml.indexOf('\n') + 1).trim())).toBeNull();
    expect(kml).not.toContain('\u0001');
    expect(kml).toContain('<coordinates>113.4,38.1 113.5,38.2</coordinates>');
    expect(kml.match(/<Placemark>/g)).toHaveLength(3);
    // aabbggrr
    expect(kml).toContain('<color>ff1b00b3</color>');
  });

  it('escape every sign that XML takes for its own', () => {
    expect(escapeXml(`<a b="c">'&\u0000`)).toBe('&lt;a b=&quot;c&quot;&gt;&apos;&amp;');
  });
});

describe('the minutes', () => {
  const build = () => {
    const all = createMarks();
    const minutes = buildMinutes({
      bundle: all.bundle,
      marks: all.marks,
      scenes: [{ title: '一 <城>', picture: 'iVBORw0KGgo=', marks: all.marks.slice(0, 1) }],
      lang: 'zh-Hans',
      time: '2026-03-01 10:00',
    });
    return { ...all, minutes };
  };

  it('list marks by clause, by feature and the rest, and quote word for word', () => {
    const { minutes, paragraph, feature } = build();
    expect(minutes.clauses.map(({ quotes }) => quotes)).toEqual([[paragraph.text.slice(0, 6)]]);
    expect(minutes.features.map(({ name }) => name)).toEqual([feature.properties.name]);
    expect(minutes.others.map(({ mark }) => mark.id)).toEqual(['c']);
    expect(minutes.authors).toEqual(['王工']);
  });

  it('quote the whole paragraph when the words are no longer in it', () => {
    const { bundle, paragraph } = createMarks();
    const mark = createMark({ clauses: [{ para: paragraph.id, quote: '没有这句话' }] });
    const input = { bundle, scenes: [], lang: 'zh-Hans', time: '' } as const;
    expect(buildMinutes({ ...input, marks: [mark] }).clauses[0]!.quotes).toEqual([paragraph.text]);
  });

  it('are Markdown in which a remark is no markup', () => {
    const { minutes } = build();
    const text = minutesToMarkdown(minutes);
    expect(text).toContain('# 会议纪要');
    expect(text).toContain('\\<b\\>');
    expect(text).toContain('\\*重\\*');
    expect(text).not.toMatch(/^# 二/m);
    expect(text).toContain('data:image/png;base64,iVBORw0KGgo=');
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(8);
  });

  it('are a page that a browser reads as it was meant', () => {
    const { minutes, paragraph } = build();
    const { document } = new Window();
    document.write(minutesToHtml(minutes));
    expect(document.querySelector('blockquote')!.textContent).toBe(paragraph.text.slice(0, 6));
    expect(document.querySelectorAll('table tr')).toHaveLength(4);
    expect(document.querySelector('b')!.textContent).toBe('1');
    expect(document.querySelector('img')!.getAttribute('alt')).toBe('一 <城>');
  });

  it('are MHTML whose page finds its picture by name', () => {
    const { minutes } = build();
    const word = minutesToWord(minutes, (text) => Buffer.from(text).toString('base64'));
    const parts = word.split('------=_plan_atlas_minutes').slice(1, -1);
    expect(parts).toHaveLength(2);
    const [head, body] = parts[0]!.split('\r\n\r\n') as [string, string];
    expect(head).toContain('Content-Location: file:///minutes/minutes.html');
    const page = Buffer.from(body.replaceAll('\r\n', ''), 'base64').toString();
    expect(page).toContain('<img src="picture-1.png"');
    expect(parts[1]).toContain('Content-Location: file:///minutes/picture-1.png');
    expect(parts[1]).toContain('iVBORw0KGgo=');
  });
});
