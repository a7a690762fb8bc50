import type { FieldRole } from './recognise-fields.ts';

/** What a field of a known name is taken for. */
export interface KnownField {
  readonly role: FieldRole;
  /** 1: the very field for it; less: taken where none fits better. */
  readonly strength: number;
  /** Chinese name of a standard's field, for the attribute's label. */
  readonly label?: string;
  readonly unit?: string;
}

const known = (role: FieldRole, strength: number, label?: string, unit?: string): KnownField => ({
  role,
  strength,
  label,
  unit,
});

/**
 * Fields of the national standards (国土调查数据库标准 TD/T 1057, 市级国土空间规划数据库规范) and of road surveys, named by
 * the first letters of their pinyin. Areas that those standards give in 平方米 say so.
 */
export const STANDARD_FIELDS: Readonly<Record<string, KnownField>> = {
  BSM: known('std', 1, '标识码'),
  YSDM: known('std', 1, '要素代码'),
  XZQDM: known('std', 1, '行政区代码'),
  XZQMC: known('name', 0.45, '行政区名称'),
  XZQHDM: known('std', 1, '行政区划代码'),
  XZQHMC: known('name', 0.45, '行政区划名称'),
  XJXZQDM: known('std', 1, '县级行政区代码'),
  XJXZQMC: known('attribute', 1, '县级行政区名称'),
  ZLDWDM: known('std', 1, '坐落单位代码'),
  ZLDWMC: known('attribute', 1, '坐落单位名称'),
  QSDWDM: known('std', 1, '权属单位代码'),
  QSDWMC: known('attribute', 1, '权属单位名称'),
  QSXZ: known('attribute', 1, '权属性质'),
  DLBM: known('std', 1, '地类编码'),
  DLMC: known('kind', 0.7, '地类名称'),
  GHDLDM: known('std', 1, '规划地类代码'),
  GHDLBM: known('std', 1, '规划地类编码'),
  GHDLMC: known('kind', 0.8, '规划地类名称'),
  YDYHFLDM: known('std', 1, '用地用海分类代码'),
  YDYHFLMC: known('kind', 0.8, '用地用海分类名称'),
  GHFQDM: known('std', 1, '规划分区代码'),
  GHFQMC: known('kind', 0.75, '规划分区名称'),
  HXLXDM: known('std', 1, '红线类型代码'),
  HXLXMC: known('kind', 0.75, '红线类型名称'),
  TBBH: known('std', 1, '图斑编号'),
  TBYBH: known('std', 1, '图斑预编号'),
  DKBH: known('std', 1, '地块编号'),
  DM: known('std', 0.9, '代码'),
  BM: known('std', 0.9, '编码'),
  BH: known('std', 0.9, '编号'),
  XMDM: known('std', 1, '项目代码'),
  XMBH: known('std', 1, '项目编号'),
  MC: known('name', 0.95, '名称'),
  XMMC: known('name', 0.85, '项目名称'),
  LXMC: known('name', 0.85, '路线名称'),
  LDMC: known('name', 0.6, '路段名称'),
  DWMC: known('name', 0.55, '单位名称'),
  CZMC: known('name', 0.8, '村庄名称'),
  LXBM: known('ref', 0.9, '路线编码'),
  LXDM: known('ref', 0.85, '路线代码'),
  LXBH: known('ref', 0.9, '路线编号'),
  JSZT: known('status', 0.9, '建设状态'),
  JSXZ: known('status', 0.7, '建设性质'),
  ZT: known('status', 0.5, '状态'),
  LX: known('kind', 0.7, '类型'),
  CZLX: known('kind', 0.65, '村庄类型'),
  JSDJ: known('kind', 0.55, '技术等级'),
  DLDJ: known('kind', 0.6, '道路等级'),
  XZDJ: known('kind', 0.5, '行政等级'),
  DJ: known('kind', 0.4, '等级'),
  JB: known('kind', 0.4, '级别'),
  TBMJ: known('area', 0.9, '图斑面积', 'm2'),
  TBDLMJ: known('area', 0.7, '图斑地类面积', 'm2'),
  JSMJ: known('area', 0.8, '计算面积', 'm2'),
  DCMJ: known('area', 0.8, '调查面积', 'm2'),
  MJ: known('area', 0.85, '面积'),
  YDMJ: known('area', 0.8, '用地面积'),
  CD: known('length', 0.85, '长度'),
  LC: known('length', 0.6, '里程'),
  KD: known('attribute', 1, '宽度'),
  GC: known('attribute', 1, '高程'),
  GHQX: known('phase', 0.8, '规划期限'),
  JSQX: known('phase', 0.8, '建设期限'),
  JSNX: known('phase', 0.8, '建设年限'),
  JSGM: known('attribute', 1, '建设规模'),
  SFZX: known('attribute', 1),
  BZ: known('note', 0.9, '备注'),
  SM: known('note', 0.7, '说明'),
};

const named = (
  role: FieldRole,
  strength: number,
  names: string,
): readonly (readonly [string, KnownField])[] =>
  names.split(' ').map((name) => [name, known(role, strength)] as const);

/** Plain headers as `foldHeader` writes them. */
export const PLAIN_FIELDS: ReadonlyMap<string, KnownField> = new Map([
  ...named('id', 1, 'featureid planid planatlasid'),
  ...named('id', 0.7, 'id 要素id'),
  ...named('name', 1, 'name 名称 要素名称'),
  ...named(
    'name',
    0.9,
    '项目名称 工程名称 名字 项目名 namezh namecn namechn 中文名 中文名称 名称中文 name中文',
  ),
  ...named(
    'name',
    0.85,
    '道路名称 道路名 路名 路线名称 线路名称 公路名称 铁路名称 河流名称 景点名称 景区名称 园区名称 企业名称 站名 车站名称 村名 村庄名称 乡镇名称 设施名称 地名 点名 机场名称 煤矿名称 roadname',
  ),
  ...named('name', 0.6, '项目 工程 标题 title label 村 乡镇 村庄 景点 text 文字 图斑名称'),
  ...named('name', 0.45, '行政区名称 行政区 县名 市名'),
  ...named('name-en', 1, 'nameen englishname 英文名 英文名称 名称英文 name英文 nameeng enname'),
  ...named('aka', 0.9, 'aka alias altname 别名 又名 曾用名 俗称 简称 shortname oldname'),
  ...named(
    'ref',
    0.95,
    'ref roadno roadnumber 路线编号 路线编码 道路编号 公路编号 线路编号 国道编号 省道编号 路号',
  ),
  ...named('status', 1, 'status 状态 建设状态 项目状态 现状规划 现状或规划 建设情况 建设阶段'),
  ...named(
    'status',
    0.8,
    '建设性质 阶段 进展 进度 实施状态 实施情况 stage state 建设进度 规划状态 项目阶段',
  ),
  ...named('layer', 0.9, 'layer 图层 图层名 图层名称 专题 theme'),
  ...named('kind', 0.95, 'kind class 类型 类别 type 要素类型 设施类型 道路类型 用地类型 category'),
  ...named(
    'kind',
    0.75,
    '道路等级 公路等级 技术等级 等级 级别 行政等级 道路级别 分类 规划地类名称 地类名称 规划分区名称 性质 highway railway fclass level grade',
  ),
  ...named(
    'length',
    0.95,
    'length 长度 里程 全长 总长 总里程 路线长度 建设里程 道路长度 线路长度 lengthkm',
  ),
  ...named('area', 0.95, 'area 面积 占地面积 用地面积 规划面积 总面积 用地规模 areakm2 areaha'),
  ...named(
    'phase',
    0.9,
    'phase 期限 规划期限 建设期限 建设年限 起止年限 建设时间 实施年限 建设起止年限 建设周期 年限 建设时序 时序 year 年份 建成时间 开工时间',
  ),
  ...named('note', 0.95, 'note notes 备注 说明 remark remarks comment comments 附注'),
  ...named(
    'note',
    0.8,
    'description desc 描述 简介 项目简介 建设内容 主要建设内容 建设规模及内容 内容 项目内容 建设内容及规模',
  ),
  ...named('source', 0.9, 'source 来源 资料来源 数据来源 出处 依据'),
  ...named(
    'coordinate',
    1,
    'x y lon lng long longitude lat latitude 经度 纬度 东经 北纬 横坐标 纵坐标 x坐标 y坐标 东坐标 北坐标 easting northing xcoord ycoord pointx pointy 坐标 wkt geom geometry 起点坐标 终点坐标 起点经度 起点纬度 终点经度 终点纬度',
  ),
  ...named(
    'machine',
    1,
    'fid objectid objectid1 shape shapeleng shapelength shapearea gid ogcfid 序号 编号序 no num rowid globalid symbolid styleurl stylehash tessellate extrude visibility altitudemode draworder linetype subclasses extendedentity paperspace entityhandle',
  ),
  ...named(
    'std',
    0.9,
    '标识码 要素代码 行政区代码 行政区划代码 地类编码 规划地类代码 规划分区代码 用地用海分类代码 代码 编码 编号 项目代码 项目编号 项目编码 code 图斑编号 地块编号',
  ),
]);
