import { describe, expect, it } from 'vitest';
import type { Bounds, LngLat } from '../../../../src/contracts/bundle.ts';
import {
  frameCamera,
  projectOnStage,
  type Stage,
} from '../../../../src/core/present/frame-camera.ts';
import { boundsOfScene, frameScene } from '../../../../src/core/present/frame-scene.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

/** Stages with what their caption covers: beside the map on a wide screen, under it on a phone. */
const stages: Readonly<Record<string, Stage>> = {
  '1920 × 1080': createStage(1920, 1080, { left: 576, bottom: 0 }),
  '1440 × 900': createStage(1440, 900, { left: 432, bottom: 0 }),
  '1024 × 768': createStage(1024, 768, { left: 320, bottom: 0 }),
  'a phone': createStage(390, 844, { left: 0, bottom: 388 }),
};

function createStage(
  widthPx: number,
  heightPx: number,
  { left, bottom }: { readonly left: number; readonly bottom: number },
): Stage {
  return {
    widthPx,
    heightPx,
    padding: { top: 30, right: 30, bottom: bottom + 30, left: left + 30 },
  };
}

const cornersOf = ([west, south, east, north]: Bounds): readonly LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const { bundle } = await readShippedBundle();
const scenes = bundle.story!.scenes;

describe.each(Object.entries(stages))('on %s', (_, stage) => {
  it.each(scenes.map((scene) => [scene.id, scene] as const))(
    'the caption covers nothing of what %s is about',
    (_id, scene) => {
      const camera = frameScene(bundle, scene, stage);
      for (const corner of cornersOf(boundsOfScene(bundle, scene))) {
        const { x, y } = projectOnStage(corner, camera, stage);
        expect(x).toBeGreaterThanOrEqual(stage.padding.left - 1);
        expect(x).toBeLessThanOrEqual(stage.widthPx - stage.padding.right + 1);
        expect(y).toBeGreaterThanOrEqual(stage.padding.top - 1);
        expect(y).toBeLessThanOrEqual(stage.heightPx - stage.padding.bottom + 1);
      }
    },
  );
});

it('tilts a scene on a wide stage and lays it flat on a phone', () => {
  const tilted = scenes.filter(({ camera }) => (camera?.pitch ?? 0) > 0);
  expect(tilted.length).toBeGreaterThan(0);
  for (const scene of tilted) {
    expect(frameScene(bundle, scene, stages['1440 × 900']!).pitch).toBe(scene.camera!.pitch);
    expect(frameScene(bundle, scene, stages['a phone']!)).toMatchObject({ pitch: 0, bearing: 0 });
  }
});

describe('the camera of a scene', () => {
  const stage = stages['1440 × 900']!;
  const box: Bounds = [113, 38, 113.6, 38.4];

  it('fills what is free: the box touches two opposite edges', () => {
    const camera = frameCamera(box, stage, { bearing: 0, pitch: 0, minZoom: 5, maxZoom: 20 });
    const places = cornersOf(box).map((corner) => projectOnStage(corner, camera, stage));
    const width = Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x));
    const height = Math.max(...places.map(({ y }) => y)) - Math.min(...places.map(({ y }) => y));
    const { left, right, top, bottom } = stage.padding;
    const fill = Math.max(
      width / (stage.widthPx - left - right),
      height / (stage.heightPx - top - bottom),
    );
    expect(fill).toBeGreaterThan(0.995);
    expect(fill).toBeLessThan(1.003);
  });

  it('keeps turn and tilt, and goes no nearer than it may', () => {
    const limits = { bearing: -15, pitch: 45, minZoom: 6, maxZoom: 9 };
    expect(frameCamera([113.4, 38.1, 113.41, 38.11], stage, limits)).toMatchObject({
      bearing: -15,
      pitch: 45,
      zoom: 9,
    });
  });

  it('sees the middle of what is free where a lone place is aimed at', () => {
    const at: LngLat = [113.4, 38.1];
    const limits = { bearing: 30, pitch: 50, minZoom: 6, maxZoom: 11 };
    const camera = frameCamera([...at, ...at], stage, limits);
    const { x, y } = projectOnStage(at, camera, stage);
    const { left, right, top, bottom } = stage.padding;
    expect(x).toBeCloseTo((left + stage.widthPx - right) / 2, 0);
    expect(y).toBeCloseTo((top + stage.heightPx - bottom) / 2, 0);
  });
});
