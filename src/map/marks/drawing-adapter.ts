import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDrawExtend } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LngLat } from '../../contracts/bundle.ts';

type Callbacks = Parameters<TerraDrawMapLibreGLAdapter<MapLibreMap>['register']>[0];

/** Prefix of the drawing library's sources and layers. */
export const DRAWN = 'marks';

/** The drawing library's adapter, which can also be told by key where the pointer would be. */
export class DrawingAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  readonly #map: MapLibreMap;
  #callbacks: Callbacks | null = null;

  constructor(map: MapLibreMap) {
    super({ map, prefixId: DRAWN, coordinatePrecision: 9 });
    this.#map = map;
  }

  override register(callbacks: Callbacks): void {
    this.#callbacks = callbacks;
    super.register(callbacks);
  }

  /** Listeners only: its layers go with ours in `removeMarkLayers`, or went with a style that was replaced. */
  override unregister(): void {
    this.#callbacks = null;
    TerraDrawExtend.TerraDrawBaseAdapter.prototype.unregister.call(this);
  }

  override clear(): void {
    if (this.#map.getSource(`${DRAWN}-polygon`)) super.clear();
  }

  override getLngLatFromEvent(event: PointerEvent | MouseEvent): { lng: number; lat: number } {
    const { containerX, containerY } = this.getMapElementXYPosition(event);
    return this.unproject(containerX, containerY);
  }

  /** The page may show the map larger or smaller than it is laid out, which the library does not reckon with. */
  protected override getMapElementXYPosition({ clientX, clientY }: PointerEvent | MouseEvent): {
    containerX: number;
    containerY: number;
  } {
    const canvas = this.#map.getCanvas();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return {
      containerX: ((clientX - left) * canvas.offsetWidth) / (width || 1),
      containerY: ((clientY - top) * canvas.offsetHeight) / (height || 1),
    };
  }

  moveTo(position: LngLat): void {
    this.#callbacks?.onMouseMove(this.#eventAt(position, 'neither'));
  }

  clickAt(position: LngLat): void {
    this.#callbacks?.onMouseMove(this.#eventAt(position, 'neither'));
    this.#callbacks?.onClick(this.#eventAt(position, 'left'));
  }

  #eventAt(position: LngLat, button: 'neither' | 'left') {
    const { x, y } = this.#map.project([position[0], position[1]]);
    return {
      lng: Number(position[0].toFixed(9)),
      lat: Number(position[1].toFixed(9)),
      containerX: x,
      containerY: y,
      button,
      heldKeys: [],
      isContextMenu: false,
    };
  }
}
