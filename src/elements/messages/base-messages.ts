import type { BaseReport } from '../../contracts/base-map.ts';
import type { Language } from '../../contracts/theme.ts';

type MapKind = 'none' | 'tianditu' | 'address' | 'file';
type TerrainKind = 'none' | 'address' | 'file';

/** Words of 底图与地形. */
export interface BaseMessages {
  readonly intro: string;
  readonly privacy: string;
  readonly notKept: string;
  readonly map: string;
  readonly terrain: string;
  readonly mapKinds: Readonly<Record<MapKind, string>>;
  readonly terrainKinds: Readonly<Record<TerrainKind, string>>;
  readonly key: string;
  readonly keyHint: string;
  readonly keyNeeded: string;
  readonly look: string;
  readonly looks: Readonly<Record<'vec' | 'img' | 'ter', string>>;
  readonly names: string;
  readonly address: string;
  readonly addressHint: string;
  readonly terrainHint: string;
  readonly show: string;
  readonly asking: string;
  readonly serviceLayer: string;
  readonly unusable: string;
  readonly noUsable: string;
  readonly shifted: string;
  readonly datum: string;
  readonly datums: Readonly<Record<'wgs84' | 'gcj02', string>>;
  readonly openPmtiles: string;
  readonly openGeotiff: string;
  readonly name: string;
  readonly attribution: string;
  readonly attributionHint: string;
  readonly approval: string;
  readonly approvalHint: string;
  readonly maxZoom: string;
  readonly maxZoomHint: string;
  readonly opacity: string;
  readonly encoding: string;
  readonly shade: string;
  readonly contours: string;
  readonly relief: string;
  readonly exaggeration: string;
  readonly status: Readonly<Record<BaseReport['status'], string>>;
  readonly reading: (share: number) => string;
  readonly retry: string;
  readonly cancel: string;
  readonly details: string;
  readonly remedy: string;
  readonly percent: (share: number) => string;
}

const zhHans: BaseMessages = {
  intro: '规划图默认没有底图，也不联网。要在规划图下面垫底图或地形，在这里选择。',
  privacy: '选用网上的底图后，对方服务器会得知所看的范围。底图不属于规划内容。',
  notKept: '本机不允许保存或空间不足：这一选择只在本页有效，关闭后不再保留。',
  map: '底图',
  terrain: '地形',
  mapKinds: { none: '无', tianditu: '天地图', address: '服务地址', file: 'PMTiles 文件' },
  terrainKinds: { none: '无', address: '瓦片地址', file: 'GeoTIFF 文件' },
  key: '天地图密钥（浏览器端）',
  keyHint: '在 console.tianditu.gov.cn 申请；只存在本机，只发给天地图。',
  keyNeeded: '填入密钥后显示。',
  look: '样式',
  looks: { vec: '矢量', img: '影像', ter: '地形' },
  names: '注记',
  address: '地址',
  addressHint: '含 {z}/{x}/{y} 的瓦片，WMTS、WMS 服务，或 .pmtiles',
  terrainHint: '含 {z}/{x}/{y} 的高程瓦片',
  show: '显示',
  asking: '正在询问服务器有哪些图层',
  serviceLayer: '服务的图层',
  unusable: '不是 Web 墨卡托，不能叠加',
  noUsable: '这个服务没有 Web 墨卡托（EPSG:3857）的图层，不能叠加。',
  shifted: '该服务用 GCJ-02 绘制，显示前已纠正到 CGCS2000。',
  datum: '坐标系',
  datums: { wgs84: 'CGCS2000 / WGS 84', gcj02: 'GCJ-02（显示时纠正）' },
  openPmtiles: '打开 .pmtiles…',
  openGeotiff: '打开 .tif…',
  name: '名称',
  attribution: '版权标注',
  attributionHint: '按提供者要求填写，始终显示在图上',
  approval: '审图号',
  approvalHint: '底图有审图号的照原样填写，始终显示在图上',
  maxZoom: '最大级别',
  maxZoomHint: '0–24；再放大时用这一级放大显示',
  opacity: '不透明度',
  encoding: '高程编码',
  shade: '山体阴影',
  contours: '等高线',
  relief: '三维起伏',
  exaggeration: '高度夸大',
  status: { opening: '正在打开', shown: '已显示', partial: '部分瓦片缺失', failing: '未能显示' },
  reading: (share) => `正在读取 ${Math.round(share * 100)}%`,
  retry: '重试',
  cancel: '取消',
  details: '标注与级别',
  remedy: '怎么办：',
  percent: (share) => `${Math.round(share * 100)}%`,
};

const en: BaseMessages = {
  intro: 'The plan has no base map and asks no server. Choose here what to lay under it.',
  privacy:
    'A server of a base map learns what area is looked at. The base map is no part of the plan.',
  notKept: 'This machine keeps nothing or is full: the choice lasts until the page is closed.',
  map: 'Base map',
  terrain: 'Terrain',
  mapKinds: { none: 'None', tianditu: 'Tianditu', address: 'Address', file: 'PMTiles file' },
  terrainKinds: { none: 'None', address: 'Address of tiles', file: 'GeoTIFF file' },
  key: 'Tianditu key (browser)',
  keyHint: 'From console.tianditu.gov.cn; kept on this machine, sent to Tianditu alone.',
  keyNeeded: 'Shown once a key is given.',
  look: 'Style',
  looks: { vec: 'Streets', img: 'Imagery', ter: 'Terrain' },
  names: 'Names',
  address: 'Address',
  addressHint: 'Tiles with {z}/{x}/{y}, a WMTS or WMS service, or a .pmtiles file',
  terrainHint: 'Height tiles with {z}/{x}/{y}',
  show: 'Show',
  asking: 'Asking the server what it offers',
  serviceLayer: 'Layer of the service',
  unusable: 'not in Web Mercator, cannot be shown',
  noUsable: 'This service has no layer in Web Mercator (EPSG:3857), so none can be shown.',
  shifted: 'This server draws in GCJ-02; it is shifted back to CGCS2000 before it is shown.',
  datum: 'Datum',
  datums: { wgs84: 'CGCS2000 / WGS 84', gcj02: 'GCJ-02 (shifted back)' },
  openPmtiles: 'Open .pmtiles…',
  openGeotiff: 'Open .tif…',
  name: 'Name',
  attribution: 'Attribution',
  attributionHint: 'As its provider asks; always shown on the map',
  approval: 'Map approval number (审图号)',
  approvalHint: 'As the base map states it; always shown on the map',
  maxZoom: 'Closest zoom',
  maxZoomHint: '0–24; closer in, this zoom is enlarged',
  opacity: 'Opacity',
  encoding: 'Encoding of heights',
  shade: 'Hillshade',
  contours: 'Contour lines',
  relief: '3D relief',
  exaggeration: 'Exaggeration',
  status: {
    opening: 'Opening',
    shown: 'Shown',
    partial: 'Some tiles are missing',
    failing: 'Not shown',
  },
  reading: (share) => `Reading ${Math.round(share * 100)}%`,
  retry: 'Try again',
  cancel: 'Cancel',
  details: 'Credits and zoom',
  remedy: 'What to do: ',
  percent: (share) => `${Math.round(share * 100)}%`,
};

export const baseMessages: Readonly<Record<Language, BaseMessages>> = { 'zh-Hans': zhHans, en };
