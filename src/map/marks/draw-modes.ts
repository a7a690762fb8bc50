import {
  TerraDrawFreehandLineStringMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type HexColor,
} from 'terra-draw';
import type { LngLat } from '../../contracts/bundle.ts';
import type { MarksView } from '../../contracts/marks.ts';

const INK = '#1d1d1b';
const WHITE = '#ffffff';

/** The drawing library's modes, one a kind of mark; keys are ours, so it hears none. */
export function createModes(
  getView: () => MarksView,
  snap: (position: LngLat) => LngLat | null,
  reachPx: number,
) {
  const colourOf = (feature: GeoJSONStoreFeatures): HexColor => {
    const { look, colour } = getView();
    const name = feature.properties['colour'] ?? colour;
    return (look.colours.find(({ id }) => id === name)?.value ?? INK) as HexColor;
  };
  const { scale, look } = getView();
  const glow = look.glow as HexColor;
  const snapping = {
    toCustom: ({ lng, lat }: { lng: number; lat: number }) => {
      const found = snap([lng, lat]);
      return found ? [...found] : undefined;
    },
  };
  const keyEvents = null;
  const pointerDistance = reachPx;
  const line = { lineStringColor: colourOf, lineStringWidth: 4 * scale };
  const area = {
    fillColor: colourOf,
    fillOpacity: 0.16,
    outlineColor: colourOf,
    outlineWidth: 4 * scale,
  };
  const guide = {
    snappingPointColor: glow,
    snappingPointWidth: 7 * scale,
    snappingPointOutlineColor: INK,
    snappingPointOutlineWidth: 2,
    closingPointColor: WHITE,
    closingPointWidth: 6 * scale,
    closingPointOutlineColor: INK,
    closingPointOutlineWidth: 2,
  } as const;
  const place = (widthPx: number) => ({
    pointColor: colourOf,
    pointWidth: widthPx * scale,
    pointOutlineColor: glow,
    pointOutlineWidth: 3.5 * scale,
  });
  const reshape = {
    feature: {
      draggable: true,
      coordinates: { draggable: true, midpoints: true, deletable: true, snappable: snapping },
    },
  };
  const move = { feature: { draggable: true } };
  return [
    new TerraDrawPointMode({ modeName: 'point', styles: place(8) }),
    new TerraDrawPointMode({ modeName: 'text', styles: place(5) }),
    ...(['line', 'arrow'] as const).map(
      (modeName) =>
        new TerraDrawLineStringMode({
          modeName,
          keyEvents,
          pointerDistance,
          snapping,
          styles: { ...line, ...guide },
        }),
    ),
    new TerraDrawPolygonMode({
      modeName: 'area',
      keyEvents,
      pointerDistance,
      snapping,
      styles: { ...area, ...guide },
    }),
    new TerraDrawFreehandLineStringMode({
      modeName: 'freehand',
      keyEvents,
      pointerDistance,
      minDistance: 4,
      drawInteraction: 'click-move-or-drag',
      styles: line,
    }),
    new TerraDrawSelectMode({
      keyEvents,
      pointerDistance,
      flags: {
        point: move,
        text: move,
        freehand: move,
        line: reshape,
        arrow: reshape,
        area: reshape,
      },
      styles: {
        selectedPointColor: colourOf,
        selectedPointWidth: 10 * scale,
        selectedPointOutlineColor: INK,
        selectedPointOutlineWidth: 3,
        selectedLineStringColor: colourOf,
        selectedLineStringWidth: 6 * scale,
        selectedPolygonColor: colourOf,
        selectedPolygonFillOpacity: 0.3,
        selectedPolygonOutlineColor: colourOf,
        selectedPolygonOutlineWidth: 6 * scale,
        selectionPointColor: WHITE,
        selectionPointWidth: 7 * scale,
        selectionPointOutlineColor: INK,
        selectionPointOutlineWidth: 2.5,
        midPointColor: glow,
        midPointWidth: 5 * scale,
        midPointOutlineColor: INK,
        midPointOutlineWidth: 1.5,
      },
    }),
  ];
}
