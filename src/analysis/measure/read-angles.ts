/** One of the two numbers of a typed position. */
export interface Angle {
  readonly value: number;
  /** As a letter or word beside it says; null when none does. */
  readonly axis: 'lng' | 'lat' | null;
  /** Written with minutes. */
  readonly isDms: boolean;
}

const MARKS: readonly (readonly [RegExp, 'lng' | 'lat', 1 | -1])[] = [
  [/西经|w/i, 'lng', -1],
  [/南纬|s/i, 'lat', -1],
  [/东经|经度|e|lon|lng/i, 'lng', 1],
  [/北纬|纬度|n|lat/i, 'lat', 1],
];

const MARK = '东经|西经|北纬|南纬|经度|纬度|longitude|latitude|lon|lng|lat|[ewns](?![a-z])';
const NUMBER = String.raw`([-+]?\d+(?:\.\d+)?)`;
const PART = String.raw`\s*(\d+(?:\.\d+)?)\s*`;
/** Degrees alone, or with minutes, or with seconds, whose mark may be left out. */
const ANGLE = String.raw`${NUMBER}\s*(?:[°度](?:${PART}['’′分](?:${PART}(?:["”秒]|''|′′|’’)?(?!\s*[°度\d.]))?)?)?`;
const MARK_FIRST = new RegExp(String.raw`(${MARK})?\s*[:=]?\s*${ANGLE}`, 'gi');
const MARK_LAST = new RegExp(String.raw`${ANGLE}\s*(${MARK})?`, 'gi');
const STARTS_WITH_MARK = new RegExp(String.raw`^\D*?(?:${MARK})`, 'i');

/** Six bare numbers are degrees, minutes and seconds twice: 113 24 43.2 38 5 9.6, 113-24-43.2, 38-05-09.6. */
const TRIPLE = String.raw`(\d{1,3})[\s\-:]+(\d{1,2})[\s\-:]+(\d{1,2}(?:\.\d+)?)`;
const BARE = new RegExp(String.raw`^${TRIPLE}[\s,;]+${TRIPLE}$`);

/** Reads the two numbers of a typed position, or says why it cannot. Full-width characters are read too. */
export function readAngles(text: string): readonly [Angle, Angle] | 'no-pair' | 'bad-angle' {
  const plain = text.replaceAll(/[º˚]/g, '°').normalize('NFKC').replaceAll('−', '-').trim();
  const bare = BARE.exec(plain);
  const isMarkFirst = STARTS_WITH_MARK.test(plain);
  const found: readonly (Angle | null)[] = bare
    ? [toAngle(bare[1], bare[2], bare[3], undefined), toAngle(bare[4], bare[5], bare[6], undefined)]
    : isMarkFirst
      ? [...plain.matchAll(MARK_FIRST)].map((match) =>
          toAngle(match[2], match[3], match[4], match[1]),
        )
      : [...plain.matchAll(MARK_LAST)].map((match) =>
          toAngle(match[1], match[2], match[3], match[4]),
        );
  if (found.includes(null)) return 'bad-angle';
  const [first, second] = found;
  return first && second && found.length === 2 ? [first, second] : 'no-pair';
}

function toAngle(
  degrees: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  mark: string | undefined,
): Angle | null {
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  if (m >= 60 || s >= 60) return null;
  const value = Number(degrees);
  const size = Math.abs(value) + m / 60 + s / 3600;
  const [, axis = null, sign = 1] = MARKS.find(([pattern]) => mark && pattern.test(mark)) ?? [];
  const isNegative = degrees!.startsWith('-');
  return { value: (isNegative ? -size : size) * sign, axis, isDms: minutes !== undefined };
}
