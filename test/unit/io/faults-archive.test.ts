/** Bad archives, KML and shapefiles: capped, named, inert, and what is good in them is kept. */
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PlanError, type Problem } from '../../../src/contracts/errors.ts';
import { unpack } from '../../../src/io/archive/unpack.ts';
import { makeCorpusFiles, POINTS, type CorpusFile } from '../../tools/make-corpus.ts';
import { openFiles, toFile, zip } from './open-files.ts';

const GOOD = strToU8(JSON.stringify(POINTS));
const all = { isWanted: () => true };
const codeOf = async (reading: Promise<unknown>): Promise<Problem> => {
  try {
    await reading;
  } catch (error) {
    expect(error).toBeInstanceOf(PlanError);
    return (error as PlanError).problems[0]!;
  }
  throw new Error('nothing was refused');
};

describe('archives', () => {
  const bomb = zipSync({ 'bomb.geojson': new Uint8Array(30_000_000) });

  it('fault 36: a bomb is stopped while it unfolds', async () => {
    expect(bomb.length).toBeLessThan(60_000);
    const limits = { maxEntries: 10, maxBytes: 1_000_000 };
    const problem = await codeOf(unpack(bomb, 'bomb.zip', { ...all, limits }));
    expect(problem).toMatchObject({ code: 'archive-too-large', file: 'bomb.zip' });
    expect(problem.message).toBe('"bomb.geojson" unpacks to more than 1 MB');
    expect(problem.remedy).not.toBe('');
  });

  it('fault 37: a false size in the directory changes nothing', async () => {
    const lying = zipSync({ 'a.geojson': new Uint8Array(3_000_000) });
    // The unpacked size, in the local header and in the directory, says ten bytes.
    const view = new DataView(lying.buffer);
    view.setUint32(22, 10, true);
    const directory = lying.findLastIndex(
      (_, at) =>
        view.getUint8(at) === 0x50 &&
        at + 4 <= lying.length &&
        view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 10, true);
    const limits = { maxEntries: 10, maxBytes: 1_000_000 };
    expect((await codeOf(unpack(lying, 'lying.zip', { ...all, limits }))).code).toBe(
      'archive-too-large',
    );
  });

  it('fault 38: a directory entry of absurd length ends in a clear word', async () => {
    const broken = zipSync({ 'a.geojson': GOOD });
    new DataView(broken.buffer).setUint16(26, 0xffff, true);
    const problem = await codeOf(openFiles([toFile('broken.zip', broken)]));
    expect(problem.code).toMatch(/^archive-/);
    expect(problem.file).toBe('broken.zip');
  });

  it('fault 39: too many entries', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, strToU8('x')])),
    );
    const limits = { maxEntries: 20, maxBytes: 1_000_000 };
    const problem = await codeOf(unpack(many, 'many.zip', { ...all, limits }));
    expect(problem).toMatchObject({ code: 'archive-too-many' });
    expect(problem.message).toContain('more than 20 entries');
  });

  it('fault 40: paths that lead out and archives within are ignored and told; the rest is read', async () => {
    const mixed = zipSync({
      '../evil.geojson': GOOD,
      '/etc/evil.geojson': GOOD,
      'inner.zip': zipSync({ 'a.geojson': GOOD }),
      'good.geojson': GOOD,
    });
    const { session, summary } = await openFiles([toFile('mixed.zip', mixed)]);
    session.dispose();
    expect(summary.layers.map(({ name }) => name)).toEqual(['mixed.zip/good']);
    expect(summary.problems.map(({ code }) => code).toSorted()).toEqual([
      'archive-nested',
      'archive-path',
    ]);
    expect(summary.problems.find(({ code }) => code === 'archive-path')!.message).toContain(
      '../evil.geojson',
    );
  });

  it('names in GBK are read', async () => {
    // 规划.geojson as Chinese Windows packs it: the name is bytes, the flag of UTF-8 is off.
    const name = Uint8Array.of(0xb9, 0xe6, 0xbb, 0xae, ...strToU8('.geojson'));
    const data = deflateRawSync(GOOD);
    const header = new Uint8Array(30 + name.length + data.length);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(4, 20, true);
    view.setUint16(8, 8, true);
    view.setUint32(18, data.length, true);
    view.setUint32(22, GOOD.length, true);
    view.setUint16(26, name.length, true);
    header.set(name, 30);
    header.set(data, 30 + name.length);
    const { files } = await unpack(header, 'gbk.zip', all);
    expect([...files.keys()]).toEqual(['规划.geojson']);
  });

  it('a cut archive gives what is whole in it', async () => {
    const two = zipSync({ 'a.geojson': GOOD, 'b.geojson': GOOD }, { level: 0 });
    const { files, problems } = await unpack(two.subarray(0, GOOD.length + 200), 'cut.zip', all);
    expect([...files.keys()]).toEqual(['a.geojson']);
    expect(problems.at(-1)).toMatchObject({ code: 'archive-damaged', severity: 'warning' });
  });

  it('what no reader knows is named with its first bytes', async () => {
    const problem = await codeOf(openFiles([toFile('x.bin', [1, 2, 3, 255])]));
    expect(problem).toMatchObject({ code: 'format-unknown', file: 'x.bin' });
    expect(problem.message).toContain('01 02 03 ff');
    expect((await codeOf(openFiles([toFile('x.dwg', 'AC1032 and so on')]))).code).toBe(
      'format-dwg',
    );
    expect((await codeOf(openFiles([toFile('x.geojson', '')]))).code).toBe('file-empty');
  });

  it('a FlatGeobuf that is compressed as servers keep it is named, with the way out', async () => {
    const problem = await codeOf(openFiles([toFile('x.fgb', [0x28, 0xb5, 0x2f, 0xfd, 4, 0, 65])]));
    expect(problem).toMatchObject({ code: 'format-zstd', severity: 'error', file: 'x.fgb' });
    expect(problem.message).toContain('Zstandard');
    expect(problem.remedy).toContain('zstd -d');
  });
});

describe('KML', () => {
  const kml = (inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
  const placemark =
    '<Placemark><name>藏山</name><description><![CDATA[<b>景区</b><script>alert(1)</script>]]></description><Point><coordinates>113.47,38.23</coordinates></Point></Placemark>';

  it('fault 41: scripts and network links are inert, and told', async () => {
    const link =
      '<NetworkLink><Link><href>http://evil.example/x.kml</href></Link></NetworkLink><GroundOverlay><Icon><href>http://evil.example/x.png</href></Icon></GroundOverlay>';
    const { session, summary } = await openFiles([toFile('x.kml', kml(link + placemark))]);
    const [layer] = summary.layers;
    const taken = await session.take(layer!.id, layer!.guess.candidates[0]!, { from: 0, count: 5 });
    session.dispose();
    const named = taken.find(({ properties }) => properties['name'] === '藏山')!;
    expect(named.properties['description']).toBe('景区');
    expect(summary.problems.map(({ at }) => at)).toEqual(['NetworkLink', 'GroundOverlay']);
    expect(summary.problems[0]!.message).toContain('nothing is fetched or run');
  });

  it('entities of its own are refused, and broken XML is named', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">]>${kml(placemark).slice(38)}`;
    expect((await codeOf(openFiles([toFile('x.kml', laughs)]))).code).toBe('xml-entity');
    const cut = await codeOf(openFiles([toFile('x.kml', kml(placemark).slice(0, 150))]));
    expect(cut).toMatchObject({ code: 'xml-syntax', file: 'x.kml' });
  });
});

describe('shapefiles', () => {
  const parts = (encoding: string): readonly CorpusFile[] =>
    makeCorpusFiles({
      driver: 'ESRI Shapefile',
      file: 'points.shp',
      epsg: 4547,
      data: POINTS,
      options: ['-lco', `ENCODING=${encoding}`],
    });
  const open = (files: readonly CorpusFile[]) => openFiles([toFile('points.zip', zip(files))]);

  it(
    'fault 42: without .dbf and .prj the geometry is read, and the system is asked for',
    { timeout: 60_000 },
    async () => {
      const { session, summary } = await open(
        parts('GBK').filter(({ name }) => name.endsWith('.shp')),
      );
      session.dispose();
      expect(summary.layers[0]).toMatchObject({ count: 3, crs: null });
      expect(summary.layers[0]!.guess.sureness).toBe('likely');
      expect(summary.problems.map(({ code }) => code)).toEqual([
        'shapefile-no-dbf',
        'shapefile-no-prj',
      ]);
      const alone = await codeOf(open(parts('GBK').filter(({ name }) => name.endsWith('.dbf'))));
      expect(alone).toMatchObject({ code: 'shapefile-no-shp' });
    },
  );

  it.each([
    ['GBK', 'cpg'],
    ['936', 'cpg'],
    ['CP936', 'cpg'],
    ['ANSI 936', 'cpg'],
    ['OEM', 'trial'],
    [null, 'language-byte'],
    [null, 'trial'],
  ] as const)(
    'fault 43: a DBF in GBK, .cpg %s (told by %s)',
    { timeout: 60_000 },
    async (cpg, basis) => {
      const files = parts('GBK')
        .filter(({ name }) => !name.endsWith('.cpg'))
        .map((file) => {
          if (!file.name.endsWith('.dbf')) return file;
          const bytes = file.bytes.slice();
          bytes[29] = basis === 'language-byte' ? 0x4d : 0;
          return { ...file, bytes };
        });
      const withCpg =
        cpg === null ? files : [...files, { name: 'points.cpg', bytes: strToU8(cpg) }];
      const { session, summary } = await open(withCpg);
      const [layer] = summary.layers;
      const taken = await session.take(layer!.id, layer!.guess.candidates[0]!, {
        from: 0,
        count: 3,
      });
      session.dispose();
      expect(taken.map(({ properties }) => properties['MC'])).toEqual([
        '盂县站',
        '阳泉北站',
        '滴流磴站',
      ]);
      const charset = summary.charsets[layer!.file]!;
      expect(charset).toMatchObject({ charset: 'gb18030', basis });
      if (cpg !== null) expect(charset.declared).toBe(cpg);
      expect(charset.sample).toContain('盂县站');
    },
  );

  it(
    'a guess that is wrong can be changed, and the file is read again',
    { timeout: 60_000 },
    async () => {
      const { session, summary } = await open(parts('GBK'));
      const [{ file }] = summary.layers as unknown as [{ file: string }];
      const again = await session.reread(file, { charset: 'windows-1252' }, {});
      expect(again.layers[0]!.fields.find(({ name }) => name === 'MC')!.samples[0]).not.toBe(
        '盂县站',
      );
      expect(again.charsets[file]!.basis).toBe('chosen');
      session.dispose();
    },
  );

  it('a cut .shp and a cut .dbf give what is whole', { timeout: 60_000 }, async () => {
    const files = parts('UTF-8').map((file) =>
      file.name.endsWith('.shp')
        ? { ...file, bytes: file.bytes.subarray(0, file.bytes.length - 10) }
        : file,
    );
    const { session, summary } = await open(files);
    session.dispose();
    expect(summary.problems.map(({ code }) => code)).toContain('shapefile-short');
    expect(summary.layers[0]!.geometry['Point']).toBe(2);
  });
});
