import { describe, expect, it } from 'vitest';
import { projectFlat } from '../../../src/core/project-flat.ts';

const SIZE = { width: 600, height: 400 };
const camera = { center: [113.4, 38.1] as const, zoom: 9, bearing: 0, pitch: 0 };

describe('projectFlat', () => {
  it('puts the centre in the middle, east to the right and north up', () => {
    expect(projectFlat([113.4, 38.1], camera, SIZE)).toEqual({ x: 300, y: 200 });
    const east = projectFlat([113.5, 38.1], camera, SIZE)!;
    expect(east.x).toBeCloseTo(300 + (0.1 / 360) * 512 * 2 ** 9, 6);
    expect(east.y).toBeCloseTo(200, 6);
    expect(projectFlat([113.4, 38.2], camera, SIZE)!.y).toBeLessThan(200);
  });

  it('turns with the map: with east up, what lies east is above the middle', () => {
    const at = projectFlat([113.5, 38.1], { ...camera, bearing: 90 }, SIZE)!;
    expect(at.x).toBeCloseTo(300, 6);
    expect(at.y).toBeLessThan(200);
  });

  it('knows nothing of a tilted map', () => {
    expect(projectFlat([113.5, 38.1], { ...camera, pitch: 30 }, SIZE)).toBeNull();
  });
});
