import type { Story } from '../../contracts/bundle.ts';
import type { PresentCommand, PresentState } from '../../contracts/present.ts';
import type { StageFacts } from '../../contracts/talk.ts';
import type { Language } from '../../contracts/theme.ts';
import type { Slide } from '../../core/present/list-slides.ts';
import type { TalkTimer } from '../../core/present/talk-timer.ts';
import type { PresenterMessages } from '../messages/presenter-messages.ts';

/** What the parts of the speaker's window draw from. */
export interface PresenterView {
  readonly talk: PresentState;
  readonly story: Story;
  readonly slides: readonly Slide[];
  /** On stage, or to begin with. */
  readonly slide: Slide;
  readonly next: Slide | null;
  readonly facts: StageFacts | null;
  readonly timer: TalkTimer;
  readonly nowMs: number;
  readonly notesPx: number;
  readonly words: PresenterMessages;
  readonly isEnglish: boolean;
  readonly lang: Language;
  readonly send: (command: PresentCommand) => void;
  readonly toggleSpotlight: () => void;
  readonly isDrawing: boolean;
  readonly draw: () => void;
  readonly start: (index: number) => void;
  readonly setTimer: (act: 'run' | 'pause' | 'reset') => void;
  readonly setNotesPx: (px: number) => void;
}

/** Title of a slide in the interface's language. */
export function titleOfSlide(slide: Slide, isEnglish: boolean): string {
  const { title, titleEn } = slide.kind === 'scene' ? slide.scene : slide.page;
  return (isEnglish && titleEn) || title;
}

/** One or two sentences for the hall; of a title page its second line. */
export function captionOfSlide(slide: Slide, isEnglish: boolean): string {
  if (slide.kind === 'scene') {
    const { caption, captionEn } = slide.scene;
    return (isEnglish && captionEn) || caption;
  }
  const { subtitle, subtitleEn } = slide.page;
  return (isEnglish && subtitleEn) || subtitle || '';
}

/** `第 3 场，共 16 场`, or the name of the page. */
export function nameOfSlide(
  slide: Slide,
  { deck }: PresentState,
  words: PresenterMessages,
): string {
  return slide.kind === 'scene' ? words.scene(slide.number, deck.sceneCount) : words[slide.kind];
}
