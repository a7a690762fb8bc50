/** Vincenty's inverse formula (1975) on the CGCS2000 ellipsoid: an independent reference for distances, good to 0.5 mm. */
export function vincenty(
  [lng1, lat1]: readonly [number, number],
  [lng2, lat2]: readonly [number, number],
): { readonly distanceM: number; readonly bearing: number } {
  const a = 6378137;
  const f = 1 / 298.257222101;
  const b = a * (1 - f);
  const rad = Math.PI / 180;
  const [u1, u2] = [lat1, lat2].map((lat) => Math.atan((1 - f) * Math.tan(lat * rad))) as [
    number,
    number,
  ];
  const length = (lng2 - lng1) * rad;
  let lambda = length;
  for (let round = 0; round < 200; round += 1) {
    const sinSigma = Math.hypot(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cosSquare = 1 - sinAlpha ** 2;
    const cosMiddle =
      cosSquare === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cosSquare;
    const c = (f / 16) * cosSquare * (4 + f * (4 - 3 * cosSquare));
    const next =
      length +
      (1 - c) *
        f *
        sinAlpha *
        (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1)));
    const isDone = Math.abs(next - lambda) < 1e-13;
    lambda = next;
    if (!isDone) continue;
    const square = (cosSquare * (a * a - b * b)) / (b * b);
    const big = 1 + (square / 16384) * (4096 + square * (-768 + square * (320 - 175 * square)));
    const small = (square / 1024) * (256 + square * (-128 + square * (74 - 47 * square)));
    const correction =
      small *
      sinSigma *
      (cosMiddle +
        (small / 4) *
          (cosSigma * (2 * cosMiddle ** 2 - 1) -
            (small / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3)));
    const azimuth = Math.atan2(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    return { distanceM: b * big * (sigma - correction), bearing: (azimuth / rad + 360) % 360 };
  }
  throw new Error('no convergence');
}

/** Area between two parallels and two meridians on the ellipsoid, in closed form (m²). */
export function quadrangleArea(south: number, north: number, widthDegrees: number): number {
  const a = 6378137;
  const f = 1 / 298.257222101;
  const e = Math.sqrt(f * (2 - f));
  const q = (lat: number): number => {
    const s = Math.sin((lat * Math.PI) / 180);
    return s / (1 - e * e * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e);
  };
  const b = a * (1 - f);
  return ((b * b * widthDegrees * Math.PI) / 180 / 2) * (q(north) - q(south));
}
