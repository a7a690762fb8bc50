/**
 * What every peer's page shares: the same features, colours, sizes and view. A peer calls `tellIdle` from its own
 * “everything is drawn” event, and sets what it can do in `bench`: `toggle` (areas on and off), `filter` (half of the
 * points), `pick` (the feature under a pixel).
 */
const query = new URLSearchParams(location.search);
export const dataset = query.get('d') ?? 'county';
export const dataUrl = new URL(`../data/${dataset}.geojson`, location.href).href;
export const [lng, lat, zoom] = query.get('view').split(',').map(Number);
export const COLOURS = {
  ground: '#f4f1ea',
  area: '#d98c5f',
  rim: '#8d7f58',
  line: '#c0392b',
  point: '#1a4fd6',
  text: '#222222',
};
export const FONT = '"Noto Sans CJK SC", sans-serif';
export const RADIUS_PX = dataset === 'county' ? 4 : 2;
export const hasNames = dataset === 'county';
export const container = document.getElementById('map');
export const bench = (globalThis.peerBench = { done: false, error: null, idleMs: 0 });

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export const tell = (reason) => {
  bench.error ??= String(reason?.message ?? reason);
};

let isTold = false;
export async function tellIdle() {
  if (isTold) return;
  isTold = true;
  await globalThis.benchPainted();
  bench.idleMs = performance.now();
  bench.done = true;
}

/** For libraries that tell of nothing: two frames. */
export const frames = async () => {
  await frame();
  await frame();
};
addEventListener('error', (event) => tell(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => tell(event.reason));
