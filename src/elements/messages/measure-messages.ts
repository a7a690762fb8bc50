import type { MeasureMode } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-measure>`; they come with the tool. */
export interface MeasureMessages {
  readonly label: string;
  readonly modeLabel: string;
  readonly modes: Readonly<Record<MeasureMode, string>>;
  readonly hints: Readonly<Record<MeasureMode, string>>;
  readonly noMap: string;
  readonly keysLabel: string;
  readonly keys: readonly (readonly [keys: string, what: string])[];
  readonly snap: string;
  readonly snapWhat: string;
  readonly undo: string;
  readonly redo: string;
  readonly clear: string;
  readonly finish: Readonly<Record<'distance' | 'area', string>>;
  readonly done: string;
  readonly lengthUnit: string;
  readonly areaUnit: string;
  readonly result: string;
  readonly total: string;
  readonly perimeter: string;
  readonly places: (count: number) => string;
  /** 推断要素“藏山”，±1.5 公里 */
  readonly unsure: (certainty: string, name: string, radius: string | null) => string;
  /** 推断要素“藏山”，±1.5 公里：5.2–17.4 公里 */
  readonly unsureRange: (features: readonly string[], range: string) => string;
  readonly unsureNoRange: (features: readonly string[]) => string;
  /** Sure features have an accuracy too. */
  readonly accuracyRange: (range: string) => string;
  readonly anyBearing: string;
  readonly legs: string;
  readonly leg: string;
  readonly length: string;
  readonly sum: string;
  readonly trueBearing: string;
  readonly gridBearing: string;
  readonly backBearing: string;
  readonly bearingNote: string;
  readonly quadrants: Readonly<Record<'NE' | 'SE' | 'SW' | 'NW', (angle: string) => string>>;
  readonly cardinals: Readonly<Record<'N' | 'E' | 'S' | 'W', string>>;
  /** In the table, of one leg. */
  readonly crosses: string;
  /** Beside the result. */
  readonly crossesSome: (count: number) => string;
  readonly crossed: string;
  readonly crossedNote: string;
  readonly overlaps: (area: string) => string;
  readonly runsThrough: (legs: readonly string[], length: string) => string;
  readonly runsAlong: (legs: readonly string[], length: string) => string;
  readonly meets: (leg: string, from: number, distance: string) => string;
  readonly withRange: (value: string, range: string) => string;
  /** Points of a link whose feature lies elsewhere now. */
  readonly loose: (points: readonly number[]) => string;
  readonly notLinked: (most: number) => string;
  readonly points: string;
  readonly point: (number: number) => string;
  readonly free: string;
  readonly snappedTo: (name: string) => string;
  readonly lngLat: string;
  readonly dms: string;
  readonly plane: (epsg: number, zone: number, meridian: number) => string;
  readonly planeWithZone: (epsg: number) => string;
  readonly northing: string;
  readonly easting: string;
  readonly copy: string;
  readonly copyOf: (what: string, number: number) => string;
  readonly copyAll: string;
  readonly copied: (what: string) => string;
  readonly notCopied: string;
  readonly copyHead: readonly string[];
  readonly move: (number: number) => string;
  readonly moveHint: (step: string) => string;
  readonly locate: string;
  readonly locatePoint: (number: number) => string;
  readonly remove: string;
  readonly removePoint: (number: number) => string;
  readonly entry: string;
  readonly entryHint: string;
  readonly entryExample: string;
  readonly add: string;
  readonly added: (number: number, system: string) => string;
  readonly systems: Readonly<Record<'decimal' | 'dms' | 'plane' | 'plane-with-zone', string>>;
  readonly noEntry: string;
  /** Names what was typed, and why it cannot be read. */
  readonly badEntry: (typed: string, reason: string) => string;
  readonly example: (text: string) => string;
}

const zhHans: MeasureMessages = {
  label: '量测',
  modeLabel: '量什么',
  modes: { distance: '距离', area: '面积', bearing: '方位', point: '坐标' },
  hints: {
    distance: '在图上依次点选，量两点或多点之间的距离；再点一次末点结束。',
    area: '在图上依次点选三个以上的角点；点回第一点或按回车键闭合。',
    bearing: '在图上点选起点和终点，量从起点看终点的方位角。',
    point: '在图上点选，读出该处的经纬度和平面坐标。',
  },
  noMap: '没有地图，请在下面输入坐标。',
  keysLabel: '键盘与触屏',
  keys: [
    ['空格', '在地图中央（十字处）落点；方向键移图，加减键缩放'],
    ['回车', '结束，面积则闭合'],
    ['退格、Ctrl+Z', '撤销；Ctrl+Shift+Z 或 Ctrl+Y 重做'],
    ['Delete', '删去当前点'],
    ['Esc', '结束本次；再按清空'],
    ['拖动', '按住图上的点可移动它'],
  ],
  snap: '吸附要素',
  snapWhat: '落点靠近要素时取要素上的位置；按住图上的点拖动时也一样',
  undo: '撤销',
  redo: '重做',
  clear: '清空',
  finish: { distance: '结束', area: '闭合面积' },
  done: '已结束，再点从头量',
  lengthUnit: '长度单位',
  areaUnit: '面积单位',
  result: '结果',
  total: '全长',
  perimeter: '周长',
  places: (count) => `${count} 个点`,
  unsure: (certainty, name, radius) =>
    `${certainty}要素“${name}”${radius === null ? '，精度未知' : `，±${radius}`}`,
  unsureRange: (features, range) => `${features.join('；')}：${range}`,
  unsureNoRange: (features) => `${features.join('；')}：给不出范围`,
  accuracyRange: (range) => `按吸附要素的精度：${range}`,
  anyBearing: '两点距离不大于位置误差，方位不定',
  legs: '分段',
  leg: '段',
  length: '长度',
  sum: '累计',
  trueBearing: '真方位角',
  gridBearing: '坐标方位角',
  backBearing: '反方位角',
  bearingNote: '真方位角从真北起顺时针（大地线）；坐标方位角从 CGCS2000 3° 带坐标纵轴起算。',
  quadrants: {
    NE: (angle) => `北偏东 ${angle}`,
    SE: (angle) => `南偏东 ${angle}`,
    SW: (angle) => `南偏西 ${angle}`,
    NW: (angle) => `北偏西 ${angle}`,
  },
  cardinals: { N: '正北', E: '正东', S: '正南', W: '正西' },
  crosses: '穿过推断或示意要素',
  crossesSome: (count) => `穿过 ${count} 个推断或示意的要素，见下面“途经”。`,
  crossed: '途经的推断、示意要素',
  crossedNote: '这些要素的位置不确定，括号内是按其精度可能的范围。',
  overlaps: (area) => `所量面积中有 ${area} 在其范围内`,
  runsThrough: (legs, length) => `第 ${legs.join('、')} 段在其范围内 ${length}`,
  runsAlong: (legs, length) => `第 ${legs.join('、')} 段沿其走向，约 ${length}`,
  meets: (leg, from, distance) => `与第 ${leg} 段相交，距点 ${from} ${distance}`,
  withRange: (value, range) => `${value}（${range}）`,
  loose: (points) =>
    `链接中的点 ${points.join('、')} 已不在所注的要素上，按自由点计算，不计该要素的精度。`,
  notLinked: (most) => `图形太大（链接最多 ${most} 个点），没有写进链接。`,
  points: '各点坐标',
  point: (number) => `点 ${number}`,
  free: '自由点',
  snappedTo: (name) => `吸附于“${name}”`,
  lngLat: '经纬度 CGCS2000',
  dms: '度分秒',
  plane: (epsg, zone, meridian) => `EPSG:${epsg}（3° 带 ${zone}，中央经线 ${meridian}°）`,
  planeWithZone: (epsg) => `EPSG:${epsg}（加带号）`,
  northing: '北 X',
  easting: '东 Y',
  copy: '复制',
  copyOf: (what, number) => `复制点 ${number} 的${what}`,
  copyAll: '复制全部坐标',
  copied: (what) => `已复制：${what}`,
  notCopied: '浏览器不允许复制，请选中文字后复制。',
  copyHead: ['点号', '经度', '纬度', '北坐标', '东坐标', '加带号东坐标'],
  move: (number) => `移动点 ${number}`,
  moveHint: (step) => `用方向键移动 ${step}，加 Shift 十倍`,
  locate: '定位',
  locatePoint: (number) => `定位到点 ${number}`,
  remove: '删去',
  removePoint: (number) => `删去点 ${number}`,
  entry: '输入坐标',
  entryHint: '经纬度、度分秒，或 CGCS2000 3° 带平面坐标（米）。',
  entryExample: '113.412, 38.086',
  add: '加点',
  added: (number, system) => `已加点 ${number}，按${system}读取。`,
  systems: {
    decimal: '十进制经纬度',
    dms: '度分秒',
    plane: '平面坐标',
    'plane-with-zone': '加带号平面坐标',
  },
  noEntry: '还没有输入坐标。',
  badEntry: (typed, reason) => `“${typed}”不能读作坐标。${reason}`,
  example: (text) => `例如 ${text}`,
};

const en: MeasureMessages = {
  label: 'Measure',
  modeLabel: 'What to measure',
  modes: { distance: 'Distance', area: 'Area', bearing: 'Bearing', point: 'Coordinates' },
  hints: {
    distance: 'Click two or more places on the map; click the last one again to end.',
    area: 'Click three or more corners on the map; click the first again, or press Enter, to close.',
    bearing:
      'Click where you stand and where you look; the bearing is from the first to the second.',
    point: 'Click on the map to read a place’s longitude, latitude and plane coordinates.',
  },
  noMap: 'There is no map: type coordinates below.',
  keysLabel: 'Keys and touch',
  keys: [
    ['Space', 'puts a point at the cross in the map’s middle; arrows move the map, + and − zoom'],
    ['Enter', 'ends, and closes an area'],
    ['Backspace, Ctrl+Z', 'undo; Ctrl+Shift+Z or Ctrl+Y redo'],
    ['Delete', 'removes the current point'],
    ['Esc', 'ends; once more clears'],
    ['Drag', 'a point on the map to move it'],
  ],
  snap: 'Snap to features',
  snapWhat: 'A point put down near a feature takes its place on the feature, also while dragged',
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear',
  finish: { distance: 'End here', area: 'Close area' },
  done: 'Ended; the next point starts anew',
  lengthUnit: 'Unit of length',
  areaUnit: 'Unit of area',
  result: 'Result',
  total: 'Total',
  perimeter: 'Perimeter',
  places: (count) => `${count} ${count === 1 ? 'point' : 'points'}`,
  unsure: (certainty, name, radius) =>
    `${certainty} feature “${name}”, ${radius === null ? 'accuracy unknown' : `±${radius}`}`,
  unsureRange: (features, range) => `${features.join('; ')}: ${range}`,
  unsureNoRange: (features) => `${features.join('; ')}: no range can be given`,
  accuracyRange: (range) => `By the accuracy of the snapped features: ${range}`,
  anyBearing: 'the points are no farther apart than their accuracy: any bearing is possible',
  legs: 'Legs',
  leg: 'Leg',
  length: 'Length',
  sum: 'Sum',
  trueBearing: 'True bearing',
  gridBearing: 'Grid bearing',
  backBearing: 'Back bearing',
  bearingNote:
    'True bearings run clockwise from true north (geodesic); grid bearings from the grid north of the CGCS2000 3° zone.',
  quadrants: {
    NE: (angle) => `N ${angle} E`,
    SE: (angle) => `S ${angle} E`,
    SW: (angle) => `S ${angle} W`,
    NW: (angle) => `N ${angle} W`,
  },
  cardinals: { N: 'due north', E: 'due east', S: 'due south', W: 'due west' },
  crosses: 'crosses what is inferred or schematic',
  crossesSome: (count) =>
    `Crosses ${count} inferred or schematic ${count === 1 ? 'feature' : 'features'}: see “On the way”.`,
  crossed: 'On the way: inferred and schematic features',
  crossedNote: 'Their place is not sure; in brackets what their accuracy allows.',
  overlaps: (area) => `${area} of the measured area lie in it`,
  runsThrough: (legs, length) =>
    `${legs.length === 1 ? 'leg' : 'legs'} ${legs.join(', ')} in it for ${length}`,
  runsAlong: (legs, length) =>
    `${legs.length === 1 ? 'leg' : 'legs'} ${legs.join(', ')} along it for about ${length}`,
  meets: (leg, from, distance) => `meets leg ${leg} at ${distance} from point ${from}`,
  withRange: (value, range) => `${value} (${range})`,
  loose: (points) =>
    `${points.length === 1 ? 'Point' : 'Points'} ${points.join(', ')} of the link no longer lie on the feature named; reckoned as free, without that feature’s accuracy.`,
  notLinked: (most) =>
    `The figure is too large for a link (at most ${most} points) and was left out of it.`,
  points: 'Coordinates',
  point: (number) => `Point ${number}`,
  free: 'free',
  snappedTo: (name) => `on “${name}”`,
  lngLat: 'Longitude, latitude CGCS2000',
  dms: 'Degrees, minutes, seconds',
  plane: (epsg, zone, meridian) => `EPSG:${epsg} (3° zone ${zone}, central meridian ${meridian}°)`,
  planeWithZone: (epsg) => `EPSG:${epsg} (with zone prefix)`,
  northing: 'N',
  easting: 'E',
  copy: 'Copy',
  copyOf: (what, number) => `Copy ${what} of point ${number}`,
  copyAll: 'Copy all coordinates',
  copied: (what) => `Copied: ${what}`,
  notCopied: 'The browser does not allow copying; select the text and copy it.',
  copyHead: ['Point', 'Longitude', 'Latitude', 'Northing', 'Easting', 'Easting with zone'],
  move: (number) => `Move point ${number}`,
  moveHint: (step) => `Arrow keys move it by ${step}, with Shift tenfold`,
  locate: 'Show',
  locatePoint: (number) => `Show point ${number} on the map`,
  remove: 'Remove',
  removePoint: (number) => `Remove point ${number}`,
  entry: 'Type coordinates',
  entryHint:
    'Longitude and latitude, also in degrees, minutes and seconds, or CGCS2000 3° plane metres.',
  entryExample: '113.412, 38.086',
  add: 'Add',
  added: (number, system) => `Point ${number} added, read as ${system}.`,
  systems: {
    decimal: 'decimal degrees',
    dms: 'degrees, minutes and seconds',
    plane: 'plane coordinates',
    'plane-with-zone': 'plane coordinates with zone prefix',
  },
  noEntry: 'Nothing typed yet.',
  badEntry: (typed, reason) => `“${typed}” cannot be read as coordinates. ${reason}`,
  example: (text) => `e.g. ${text}`,
};

export const measureMessages: Readonly<Record<Language, MeasureMessages>> = {
  'zh-Hans': zhHans,
  en,
};
