import type { PositionReadout } from '../../contracts/analysis.ts';
import type { LngLat } from '../../contracts/bundle.ts';
import { say } from '../bilingual.ts';
import { centralMeridianOf, projectTo, zoneOf } from './gauss-kruger.ts';

/**
 * A position in every system that planners quote: decimal degrees (six decimals, 0.1 m), degrees–minutes–seconds
 * (0.01″, 0.3 m) and CGCS2000 plane coordinates of the 3° zone. `zone`: default, the position's own.
 */
export function readPosition(lngLat: LngLat, zone = zoneOf(lngLat[0])): PositionReadout {
  const [lng, lat] = lngLat;
  const east = formatDms(Math.abs(lng));
  const north = formatDms(Math.abs(lat));
  return {
    lngLat,
    decimal: `${lng.toFixed(6)}, ${lat.toFixed(6)}`,
    dms: say(
      `${lng < 0 ? '西经' : '东经'} ${east}，${lat < 0 ? '南纬' : '北纬'} ${north}`,
      `${east} ${lng < 0 ? 'W' : 'E'}, ${north} ${lat < 0 ? 'S' : 'N'}`,
    ),
    zone,
    centralMeridian: centralMeridianOf(zone),
    ...projectTo(zone, lngLat),
  };
}

/** 113.412 → 113°24′43.20″; carries over, so that no 60″ appears. */
export function formatDms(degrees: number): string {
  const hundredths = Math.round(degrees * 3600 * 100);
  const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
  const minutes = String(Math.floor(hundredths / 6000) % 60).padStart(2, '0');
  return `${Math.floor(hundredths / 360_000)}°${minutes}′${seconds}″`;
}
