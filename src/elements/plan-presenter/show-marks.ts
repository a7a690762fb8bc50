import type { TemplateResult } from 'lit';
import type { Language } from '../../contracts/theme.ts';
import type { TalkMarks, TalkMarksParts } from '../plan-marks/talk-marks.ts';

/** The red-lines in a window of the talk, and the bar that they are drawn with. */
export interface ShownMarks {
  readonly marks: TalkMarks;
  readonly renderTools: (marks: TalkMarks, lang: Language) => TemplateResult;
}

/** The code that marks are shown and drawn with. */
const load = () =>
  Promise.all([
    import('../plan-marks/talk-marks.ts'),
    import('../plan-marks/render-talk-tools.ts'),
  ]);

/** Fetches that code ahead of its first use. */
export const fetchMarks = (): Promise<unknown> => load();

/** The red-lines of the meeting on a window's map, whoever draws them; they come through the marks' own channel. */
export async function showMarks(parts: TalkMarksParts): Promise<ShownMarks> {
  const [{ TalkMarks: Marks }, { renderTalkTools: renderTools }] = await load();
  return { marks: new Marks(parts), renderTools };
}
