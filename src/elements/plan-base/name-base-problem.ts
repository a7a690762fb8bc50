import type { Language } from '../../contracts/theme.ts';
import { nameProblem, type Named } from '../plan-atlas/name-problem.ts';

/** As in `name-problem.ts`; what only base maps and terrain say, so that it comes with their tool. */
const IN_CHINESE: readonly (readonly [RegExp, string, string])[] = [
  [/^base-address/, '地址不能使用', '请填以 https 开头的地址。'],
  [/^base-datum/, '坐标系不合，不予叠加', '改用 CGCS2000 或 WGS 84 的底图，如天地图。'],
  [/^base-kind/, '认不出这个地址是什么', '请填瓦片、WMTS 或 WMS 服务，或 .pmtiles 文件的地址。'],
  [/^base-service/, '服务没有列出图层', '核对服务地址。'],
  [/^base-file/, '文件读不到或不是所需格式', '请重新打开文件。'],
  [/^base-/, '底图出错', '核对地址，再重试。'],
  [/^dem-crs/, '高程文件的坐标系不能识别', '先转换为 CGCS2000 经纬度或高斯投影，再打开。'],
  [/^dem-bands/, '不是单波段的高程文件', '请打开高程栅格，不是它的图片。'],
  [/^dem-large/, '高程文件过大', '裁剪到本县范围，或降低分辨率。'],
  [/^dem-/, '高程文件读不出来', '请打开 GeoTIFF（.tif）高程文件，压缩方式用 DEFLATE 或 LZW。'],
  [/^tile-offline/, '本机没有联网', '联网后自动恢复。'],
  [/^tile-refused/, '服务器拒绝访问', '核对密钥，以及密钥登记的网站。'],
  [/^tile-not-image/, '服务器给的不是图片', '核对图层名、样式和格式。'],
  [/^tile-not-vector/, '服务器给的不是矢量瓦片', '核对地址是否为矢量瓦片（MVT）服务。'],
  [/^tile-timeout/, '服务器迟迟没有回应', '稍后再试，或换用别的服务。'],
  [/^tile-unreachable/, '连不上服务器', '核对地址；对方服务器须允许本站读取（CORS）。'],
  [
    /^tile-policy/,
    '本站的安全策略不允许访问该服务器',
    '请网站管理员在内容安全策略中许可该服务器。',
  ],
  [/^tile-/, '瓦片没有取到', '核对地址，或稍后再试。'],
];

/** What a base map or terrain met and what to do, in the reader's language; null where the problem's own words do. */
export function nameBaseProblem(code: string, lang: Language): Named | null {
  const found = lang === 'en' ? undefined : IN_CHINESE.find(([pattern]) => pattern.test(code));
  return found ? { what: found[1], remedy: found[2] } : nameProblem(code, lang);
}
