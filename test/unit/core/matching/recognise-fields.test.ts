import { describe, expect, it } from 'vitest';
import type { SourceField } from '../../../../src/contracts/import.ts';
import { readRow } from '../../../../src/core/matching/read-row.ts';
import { readStatus } from '../../../../src/core/matching/read-status.ts';
import { recogniseFields } from '../../../../src/core/matching/recognise-fields.ts';

const field = (
  name: string,
  samples: readonly string[],
  kind: SourceField['kind'] = 'text',
): SourceField => ({ name, kind, filled: samples.length, samples });

const rolesOf = (fields: readonly SourceField[]) =>
  Object.fromEntries(recogniseFields(fields).map(({ field: name, role }) => [name, role]));

describe('the fields of the national standards', () => {
  it('takes codes into std, names, kinds and areas to their roles', () => {
    const fields = [
      field('OBJECTID', ['1', '2'], 'number'),
      field('BSM', ['140322000001', '140322000002']),
      field('YSDM', ['2090060200']),
      field('XZQDM', ['140322']),
      field('XZQMC', ['盂县']),
      field('GHDLDM', ['1201']),
      field('GHDLMC', ['铁路用地', '公路用地']),
      field('MC', ['石太客运专线']),
      field('TBMJ', ['123456.7'], 'number'),
      field('SFZX', ['是']),
      field('BZ', ['复线']),
      field('ZJDM', ['7']),
      field('Shape_Leng', ['1.2'], 'number'),
    ];
    expect(rolesOf(fields)).toEqual({
      OBJECTID: 'machine',
      BSM: 'std',
      YSDM: 'std',
      XZQDM: 'std',
      XZQMC: 'attribute',
      GHDLDM: 'std',
      GHDLMC: 'kind',
      MC: 'name',
      TBMJ: 'area',
      SFZX: 'attribute',
      BZ: 'note',
      ZJDM: 'std',
      Shape_Leng: 'machine',
    });
    const roles = recogniseFields(fields);
    expect(roles.find(({ field: name }) => name === 'XZQMC')?.reason.zh).toContain('“MC”更合适');
    const facts = readRow(
      {
        BSM: '140322000001',
        XZQDM: 140322,
        XZQMC: '盂县',
        GHDLMC: '铁路用地',
        MC: '石太客专',
        TBMJ: 123456.7,
        BZ: '复线',
      },
      roles,
    );
    expect(facts).toEqual({
      name: '石太客专',
      kind: '铁路用地',
      note: '复线',
      std: { BSM: '140322000001', XZQDM: 140322 },
      measure: { area: { value: 12.34567, unit: 'ha', stated: true, label: '图斑面积' } },
      attributes: [{ label: '行政区名称', value: '盂县' }],
    });
  });

  it('takes the name of the division where there is no better name', () => {
    expect(rolesOf([field('XZQMC', ['秀水镇', '南娄镇'])])).toEqual({ XZQMC: 'name' });
    expect(rolesOf([field('LXMC', ['国道239线']), field('LXBM', ['G239'])])).toEqual({
      LXMC: 'name',
      LXBM: 'ref',
    });
  });
});

describe('plain headers', () => {
  it('knows Chinese ones with units, cut short, and with spaces', () => {
    const fields = [
      field('序号', ['1'], 'number'),
      field(' 项目 名称', ['盂县东外环公路']),
      field('建设状态', ['在建', '拟建']),
      field('里程（公里）', ['12.5'], 'number'),
      field('用地面积(亩)', ['300'], 'number'),
      field('建设起止年限', ['2021—2025年']),
      field('规划地类名', ['公路用地']),
      field('经度', ['113.4'], 'number'),
      field('投资（万元）', ['3200'], 'number'),
      field('备注', ['']),
    ];
    expect(rolesOf(fields)).toEqual({
      序号: 'machine',
      ' 项目 名称': 'name',
      建设状态: 'status',
      '里程（公里）': 'length',
      '用地面积(亩)': 'area',
      建设起止年限: 'phase',
      规划地类名: 'kind',
      经度: 'coordinate',
      '投资（万元）': 'attribute',
      备注: 'note',
    });
    const facts = readRow(
      {
        ' 项目 名称': '东外环',
        建设状态: '拟建',
        '里程（公里）': '12.5',
        '用地面积(亩)': '1,300',
        建设起止年限: '2021—2025年',
        '投资（万元）': 3200,
        备注: null,
      },
      recogniseFields(fields),
    );
    expect(facts.status).toBe('planned');
    expect(facts.phase).toEqual({ label: '2021—2025年', from: 2021, to: 2025 });
    expect(facts.measure).toEqual({
      length: { value: 12.5, unit: 'km', stated: true, label: '里程' },
      area: { value: 1300, unit: 'mu', stated: true, label: '用地面积' },
    });
    expect(facts.attributes).toEqual([{ label: '投资（万元）', value: '3200' }]);
    expect(facts).not.toHaveProperty('note');
  });

  it('knows English ones and our own', () => {
    expect(
      rolesOf([
        field('id', ['g239', 's45-tianli']),
        field('Name', ['G5']),
        field('name_en', ['Jingkun']),
        field('STATUS', ['existing']),
        field('length_km', ['3'], 'number'),
        field('Remarks', ['x']),
      ]),
    ).toEqual({
      id: 'id',
      Name: 'name',
      name_en: 'name-en',
      STATUS: 'status',
      length_km: 'length',
      Remarks: 'note',
    });
  });

  it('believes the values before the header', () => {
    const roles = recogniseFields([
      field('id', ['1', '2'], 'number'),
      field('名称', ['101', '102'], 'number'),
      field('状态', ['A3', 'B4']),
      field('线', ['G5', 'S45']),
      field('col5', ['现状', '规划']),
      field('col6', ['秀水镇', '西烟镇']),
    ]);
    expect(roles.map(({ role }) => role)).toEqual([
      'machine',
      'attribute',
      'attribute',
      'ref',
      'status',
      'name',
    ]);
    expect(roles[2]?.reason.en).toContain('A3');
  });

  it('makes no length or area up where nobody states the unit', () => {
    const roles = recogniseFields([
      field('面积', ['120'], 'number'),
      field('长度', ['3公里', '400']),
    ]);
    expect(roles.map(({ unit }) => unit)).toEqual([null, null]);
    expect(readRow({ 面积: 120, 长度: '3公里' }, roles)).toEqual({
      attributes: [{ label: '面积', value: '120' }],
      measure: { length: { value: 3, unit: 'km', stated: true, label: '长度' } },
    });
  });

  it('reads no member that the row only inherits', () => {
    const roles = recogniseFields([field('constructor', ['x']), field('__proto__', ['y'])]);
    expect(readRow({}, roles)).toEqual({});
  });
});

describe('readStatus', () => {
  it.each([
    ['现状', 'existing'],
    ['已建成', 'existing'],
    ['在建', 'under-construction'],
    ['规划', 'planned'],
    ['新建', 'planned'],
    ['现状改建', 'planned'],
    ['远景预留', 'proposed'],
    ['规划研究', 'proposed'],
    ['取消', 'cancelled'],
    ['Under construction', 'under-construction'],
    ['proposed', 'proposed'],
    ['Power plant', null],
    ['甲', null],
    ['', null],
    ['本项目沿现状道路布设，起点位于县城东侧，终点位于西烟镇', null],
    [null, null],
  ])('%s → %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status);
  });
});
