import type { ViewerState, ViewState } from '../contracts/state.ts';

/** The state as a plain object that `setViewState()` takes back. */
export function toViewState(state: ViewerState): ViewState {
  const { mode, points, isDone } = state.measure;
  const layers = state.bundle?.layers ?? [];
  const visible = layers.filter(({ id }) => state.layers[id]?.isVisible !== false);
  return {
    version: 1,
    feature: state.selection.feature,
    clause: state.selection.clause,
    phrase: state.selection.phrase,
    layers: visible.map(({ id }) => id),
    opacity: Object.fromEntries(
      layers.flatMap(({ id }) => {
        const opacity = state.layers[id]?.opacity ?? 1;
        return opacity === 1 ? [] : [[id, opacity]];
      }),
    ),
    camera: state.camera && {
      center: [state.camera.center[0], state.camera.center[1]],
      zoom: state.camera.zoom,
      bearing: state.camera.bearing,
      pitch: state.camera.pitch,
    },
    padding: { ...state.padding },
    lens: { statuses: [...state.lens.statuses], horizon: state.lens.horizon },
    scene: state.scene,
    flavour: state.flavourChoice,
    lang: state.lang,
    tool: state.tool && { ...state.tool },
    compare: { ...state.compare },
    find: state.find,
    measure: { mode, points, isDone },
  };
}
