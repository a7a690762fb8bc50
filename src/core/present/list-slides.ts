import type { Story, StoryScene, StorySlide } from '../../contracts/bundle.ts';
import type { Deck } from '../../contracts/present.ts';

/** One step of a talk: a title page or a scene. `id` is what the address calls it. */
export type Slide =
  | { readonly kind: 'opening' | 'closing'; readonly id: string; readonly page: StorySlide }
  | {
      readonly kind: 'scene';
      readonly id: string;
      /** From 1. */
      readonly number: number;
      readonly scene: StoryScene;
    };

/** Opening, scenes and closing of a story, in order. No scene has an id with @. */
export function listSlides({ opening, scenes, closing }: Story): readonly Slide[] {
  return [
    ...(opening ? [{ kind: 'opening', id: '@opening', page: opening } as const] : []),
    ...scenes.map((scene, index) => ({
      kind: 'scene' as const,
      id: scene.id,
      number: index + 1,
      scene,
    })),
    ...(closing ? [{ kind: 'closing', id: '@closing', page: closing } as const] : []),
  ];
}

export const deckOf = ({ opening, scenes, closing }: Story): Deck => ({
  hasOpening: opening !== undefined,
  sceneCount: scenes.length,
  hasClosing: closing !== undefined,
});

/** Seconds that a slide stays when the talk goes on by itself. */
export const secondsOf = (slide: Slide): number =>
  slide.kind === 'scene' ? slide.scene.durationS : slide.page.durationS;
