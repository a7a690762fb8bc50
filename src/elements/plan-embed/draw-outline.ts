import type { Position } from 'geojson';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { isSoft } from '../../core/classify.ts';
import { boundsOf, kmPerLngDegree, linesOf } from '../../core/geometry.ts';
import { featuresById } from '../../core/lit.ts';
import type { Box, ShareInk } from './share-context.ts';

const MARGIN = 60;
const KM_PER_LAT_DEGREE = 111.32;

/** The county's outline and the feature in it, where there is no map to take a picture of. */
export function drawOutline(
  context: CanvasRenderingContext2D,
  bundle: PlanBundle,
  feature: string | null,
  box: Box,
  ink: ShareInk,
): void {
  context.fillStyle = ink.ground;
  context.fillRect(box.x, box.y, box.width, box.height);
  const shapes = bundle.features.features.flatMap(({ geometry, properties }) =>
    geometry && properties.layer === 'boundary' ? [geometry] : [],
  );
  const shown = feature === null ? undefined : featuresById(bundle).get(feature);
  const own = shown?.geometry ?? null;
  const bounds = boundsOf(shapes.length > 0 ? shapes : own ? [own] : []);
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  const kmX = kmPerLngDegree((south + north) / 2);
  const [wideKm, highKm] = [(east - west) * kmX, (north - south) * KM_PER_LAT_DEGREE];
  const scale = Math.min((box.width - 2 * MARGIN) / wideKm, (box.height - 2 * MARGIN) / highKm);
  const place = ([lng, lat]: Position): readonly [x: number, y: number] => [
    box.x + (box.width - wideKm * scale) / 2 + (lng! - west) * kmX * scale,
    box.y + (box.height - highKm * scale) / 2 + (north - lat!) * KM_PER_LAT_DEGREE * scale,
  ];
  const trace = (line: readonly Position[]): void => {
    context.beginPath();
    for (const [index, position] of line.entries()) {
      const [x, y] = place(position);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  };
  context.lineJoin = 'round';
  for (const ring of shapes.flatMap((shape) => [...linesOf(shape)])) {
    trace(ring);
    context.closePath();
    context.fillStyle = ink.land;
    context.fill();
    context.strokeStyle = ink.ink3;
    context.lineWidth = 3;
    context.setLineDash([16, 7, 4, 7]);
    context.stroke();
    context.setLineDash([]);
  }
  if (!shown || !own) return;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.strokeStyle = ink.accent;
  context.fillStyle = ink.accent;
  context.lineWidth = 6;
  /** What is not sure must not look so, here neither. */
  context.setLineDash(isSoft(shown) ? [20, 12] : []);
  if (own.type === 'Point' || own.type === 'MultiPoint') {
    for (const position of own.type === 'Point' ? [own.coordinates] : own.coordinates) {
      const [x, y] = place(position);
      context.beginPath();
      context.arc(x, y, 13, 0, 2 * Math.PI);
      if (isSoft(shown)) context.stroke();
      else context.fill();
    }
  } else {
    for (const line of linesOf(own)) {
      trace(line);
      context.stroke();
    }
  }
  context.restore();
}
