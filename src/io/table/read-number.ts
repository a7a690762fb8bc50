const SIGNS: readonly (readonly [RegExp, 1 | -1])[] = [
  [/西经|南纬|[ws]/i, -1],
  [/东经|北纬|经度|纬度|[en]/i, 1],
];
const MARK = '(?:东经|西经|北纬|南纬|经度|纬度|[EWNS])';
const PART = String.raw`(\d+(?:\.\d+)?)`;
/** 113°24′43.2″E, 东经113度24分43.2秒, 113-24-43.2, 113:24:43.2, 113 24 43.2 */
const ANGLE = new RegExp(
  String.raw`^(${MARK})?[:\s]*(-?\d+(?:\.\d+)?)\s*(?:[°度:\-\s]\s*${PART}\s*(?:['′’分:\-\s]\s*${PART}\s*(?:["″”秒]|''|′′)?)?\s*['′’分]?|[°度])?\s*(${MARK})?$`,
  'i',
);

/** A cell as a number: plain, with thousands parted by commas, full-width, or in degrees, minutes and seconds. */
export function readNumber(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFKC').replaceAll(/[º˚]/g, '°').replaceAll('−', '-').trim();
  if (text === '') return null;
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*(m|米|°|度)?$/i.test(plain)) {
    return Number.parseFloat(plain);
  }
  const match = ANGLE.exec(text);
  if (!match) return null;
  const [, before, degrees, minutes, seconds, after] = match;
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  if (m >= 60 || s >= 60) return null;
  const mark = before ?? after;
  const sign = mark === undefined ? 1 : (SIGNS.find(([pattern]) => pattern.test(mark))?.[1] ?? 1);
  const size = Math.abs(Number(degrees)) + m / 60 + s / 3600;
  return sign * (degrees!.startsWith('-') ? -size : size);
}
