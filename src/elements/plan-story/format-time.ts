import type { StoryMessages } from '../messages/story-messages.ts';

/** Seconds as minutes and seconds in words. */
export function formatTime(seconds: number, words: StoryMessages): string {
  const whole = Math.round(seconds);
  return words.time(Math.floor(whole / 60), whole % 60);
}
