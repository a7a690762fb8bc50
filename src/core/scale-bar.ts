/** Ground metres per CSS pixel of a web-mercator map (512 px tiles) at a latitude in degrees. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}

export interface ScaleBar {
  /** Round length on the ground in metres: 1, 2 or 5 × 10ⁿ. */
  readonly metres: number;
  readonly widthPx: number;
}

/** The longest round bar that is no wider than `maxPx`. */
export function buildScaleBar(lat: number, zoom: number, maxPx: number): ScaleBar {
  const resolution = metresPerPixel(lat, zoom);
  const longest = resolution * maxPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const metres = factor * power;
  return { metres, widthPx: metres / resolution };
}
