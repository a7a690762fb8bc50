import type { PlanBundle } from '../../contracts/bundle.ts';
import { boundsOf, linesOf, toLngLat } from '../geometry.ts';
import type { PaperBox } from './lay-out.ts';
import type { SheetFrame } from './sheet-frame.ts';
import { writeLine, writeRect } from './write-paper.ts';

/** 区位小图: the county's outline, and what of it the sheet shows. */
export function drawLocation(
  bundle: PlanBundle,
  frame: SheetFrame,
  box: PaperBox,
  look: { readonly ink: string; readonly soft: string; readonly lineMm: number },
): string {
  const outline = bundle.features.features.find(
    ({ properties, geometry }) =>
      properties.layer === 'boundary' && geometry !== null && geometry.type.endsWith('Polygon'),
  )?.geometry;
  if (!outline) return '';
  const corners = [
    [0, 0],
    [frame.widthMm, 0],
    [frame.widthMm, frame.heightMm],
    [0, frame.heightMm],
  ].map(([x, y]) => frame.unproject(x!, y!));
  const [west, south, east, north] = boundsOf([outline])!;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const padding = 0.06;
  const mmPerDegree = Math.min(
    (box.width * (1 - 2 * padding)) / ((east - west) * squeeze),
    (box.height * (1 - 2 * padding)) / (north - south),
  );
  const place = ([lng, lat]: readonly [number, number]): readonly [number, number] => [
    box.x + box.width / 2 + (lng - (west + east) / 2) * squeeze * mmPerDegree,
    box.y + box.height / 2 - (lat - (south + north) / 2) * mmPerDegree,
  ];
  const clamp = ([x, y]: readonly [number, number]): readonly [number, number] => [
    Math.min(box.x + box.width, Math.max(box.x, x)),
    Math.min(box.y + box.height, Math.max(box.y, y)),
  ];
  const shown = [...corners, corners[0]!].map((corner) => clamp(place(corner)));
  return (
    writeRect(box.x, box.y, box.width, box.height, { stroke: look.soft, strokeMm: look.lineMm }) +
    linesOf(outline)
      .map((ring) =>
        writeLine(
          ring.map((position) => place(toLngLat(position))),
          look.soft,
          look.lineMm,
        ),
      )
      .join('') +
    writeLine(shown, look.ink, look.lineMm * 2.5)
  );
}
