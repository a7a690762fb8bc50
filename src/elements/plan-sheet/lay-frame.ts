import type { Feature, Geometry } from 'geojson';
import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerRequest } from '../../contracts/state.ts';
import { layOutSheet } from '../../core/sheet/lay-out.ts';
import { createSheetFrame } from '../../core/sheet/sheet-frame.ts';

/** Lays the sheet's frame over the map: it can be dragged by its lines and by its middle. */
export function layFrame(spec: SheetSpec, isHeld: boolean): ViewerRequest {
  const { map } = layOutSheet(spec);
  const { unproject } = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  const ring = [
    unproject(0, 0),
    unproject(map.width, 0),
    unproject(map.width, map.height),
    unproject(0, map.height),
    unproject(0, 0),
  ].map((corner) => [...corner]);
  const make = (geometry: Geometry): Feature => ({
    type: 'Feature',
    properties: { tone: isHeld ? 'pick' : 'new', grip: true },
    geometry,
  });
  return {
    type: 'lay',
    change: {
      preview: {
        features: {
          type: 'FeatureCollection',
          features: [
            make({ type: 'LineString', coordinates: ring }),
            make({ type: 'Point', coordinates: [...spec.center] }),
          ],
        },
      },
    },
  };
}
