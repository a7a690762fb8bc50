import type {
  CreateMap,
  MapEvent,
  MapOptions,
  MapPort,
  MapScene,
} from '../../contracts/map-port.ts';
import { NO_PADDING } from '../../core/initial-state.ts';
import type { Camera, CompareSide, Sides } from '../../contracts/state.ts';

/** What the two maps do not share. */
export type PairOptions = Omit<MapOptions, 'container' | 'style' | 'locale'> & {
  readonly sides: Sides<Pick<MapOptions, 'container' | 'style' | 'locale'>>;
};

type Listener = (side: CompareSide, event: MapEvent) => void;

const AT_ONCE = { padding: NO_PADDING, isInstant: true };
const OTHER: Sides<CompareSide> = { left: 'right', right: 'left' };

/** Starts both maps; when one cannot start, none is left behind. */
export async function startMapPair(
  createMap: CreateMap,
  { sides, ...shared }: PairOptions,
): Promise<MapPair> {
  const left = await createMap({ ...shared, ...sides.left });
  try {
    /** Where the left one looks, for the homes of two plans may differ. */
    const camera = left.getCamera();
    return new MapPair({ left, right: await createMap({ ...shared, ...sides.right, camera }) });
  } catch (error) {
    left.dispose();
    throw error;
  }
}

/** Two maps with one camera: where one goes, the other is at once, and its answer is not sent back. */
export class MapPair {
  readonly #ports: Sides<MapPort>;
  #listener: Listener | null = null;
  /** The side that is being moved after the other one. */
  #follower: CompareSide | null = null;

  constructor(ports: Sides<MapPort>) {
    this.#ports = ports;
    ports.left.listen((event) => this.#take('left', event));
    ports.right.listen((event) => this.#take('right', event));
  }

  /** Takes the place of an earlier listener; movements are told once, by the map that leads. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  /** The map that answers the atlas; the other one follows it. */
  get lead(): MapPort {
    return this.#ports.left;
  }

  port(side: CompareSide): MapPort {
    return this.#ports[side];
  }

  apply(scenes: Sides<MapScene>): void {
    this.#ports.left.apply(scenes.left);
    this.#ports.right.apply(scenes.right);
  }

  /** After the boxes changed: both maps know their size before either is moved. */
  resize(): void {
    this.#ports.left.resize();
    this.#ports.right.resize();
  }

  dispose(): void {
    this.#listener = null;
    this.#ports.left.dispose();
    this.#ports.right.dispose();
  }

  #take(side: CompareSide, event: MapEvent): void {
    if (event.type === 'move' || event.type === 'camera') {
      if (this.#follower === side) return;
      this.#align(side);
    }
    this.#listener?.(side, event);
  }

  #align(leader: CompareSide): void {
    const camera = this.#ports[leader].getCamera();
    const follower = this.#ports[OTHER[leader]];
    if (isSame(camera, follower.getCamera())) return;
    this.#follower = OTHER[leader];
    try {
      follower.moveTo(camera, AT_ONCE);
    } finally {
      this.#follower = null;
    }
  }
}

/** Closer than any screen can tell; what rounding leaves must not send the maps round in circles. */
function isSame(a: Camera, b: Camera): boolean {
  const isNear = (x: number, y: number): boolean => Math.abs(x - y) < 1e-9;
  return (
    isNear(a.center[0], b.center[0]) &&
    isNear(a.center[1], b.center[1]) &&
    isNear(a.zoom, b.zoom) &&
    isNear(a.bearing, b.bearing) &&
    isNear(a.pitch, b.pitch)
  );
}
