import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import type { Language } from '../../contracts/theme.ts';
import { findScene } from '../../core/find-scene.ts';
import type { MinutesScene } from '../../core/marks/minutes.ts';
import { ScenePictures } from './scene-pictures.ts';

/** Title of the view that a mark was made in: as the bundle has it, else as it was called then. */
export function nameSceneOf(mark: Mark, bundle: PlanBundle, lang: Language): string | null {
  if (mark.scene === null) return null;
  const scene = findScene(bundle, mark.scene);
  return (lang === 'en' && scene?.titleEn) || (mark.sceneTitle ?? scene?.title ?? mark.scene);
}

/** The scenes that were discussed, in the order of the story, and the marks that were made in none of them. */
export async function listDiscussed(
  marks: readonly Mark[],
  bundle: PlanBundle,
  lang: Language,
): Promise<{ readonly scenes: readonly MinutesScene[]; readonly rest: readonly Mark[] }> {
  const pictures = await new ScenePictures(bundle.bundle.id).list();
  /** A talk gives its marks a title; those that were drawn over a view of the atlas stand with the map as it is. */
  const isOfTalk = ({ scene, sceneTitle }: Mark): boolean =>
    scene !== null && (sceneTitle !== undefined || pictures.has(scene));
  const ofTalk = marks.filter(isOfTalk);
  const order = (bundle.story?.scenes ?? []).map(({ id }) => id);
  const placeOf = (id: string): number => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  const ids = [...new Set(ofTalk.map(({ scene }) => scene!))].toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  );
  return {
    scenes: ids.map((id) => {
      const made = ofTalk.filter(({ scene }) => scene === id);
      return {
        title: nameSceneOf(made.at(-1)!, bundle, lang)!,
        picture: pictures.get(id)?.picture ?? null,
        marks: made,
      };
    }),
    rest: marks.filter((mark) => !isOfTalk(mark)),
  };
}
