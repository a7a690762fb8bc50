import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerRequest } from '../../contracts/state.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { createSheetFrame } from '../../core/sheet/sheet-frame.ts';

/** Lays the sheet's frame over the map. */
export function layFrame(spec: SheetSpec): ViewerRequest {
  const { map } = layOutSheet(spec);
  const { unproject } = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  const ring = [
    unproject(0, 0),
    unproject(map.width, 0),
    unproject(map.width, map.height),
    unproject(0, map.height),
    unproject(0, 0),
  ].map((corner) => [...corner]);
  return {
    type: 'lay',
    change: {
      preview: {
        features: {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { tone: 'new' },
              geometry: { type: 'LineString', coordinates: ring },
            },
          ],
        },
      },
    },
  };
}
