import type { PlanBundle, SceneView, StoryScene } from '../contracts/bundle.ts';

/** A view of the bundle or a scene of its story: they share one space of ids. */
export const findScene = (
  { views, story }: PlanBundle,
  id: string,
): SceneView | StoryScene | undefined =>
  [...views, ...(story?.scenes ?? [])].find((scene) => scene.id === id);
