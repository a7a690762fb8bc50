import type { Problem } from '../contracts/errors.ts';
import type { Language } from '../contracts/theme.ts';
import { nameProblem } from '../elements/plan-atlas/name-problem.ts';
import { adoptFrameSheet } from './frame-sheet.ts';

/** Says what is wrong where there is no atlas to say it; text alone, whatever it holds. */
export function showProblems(place: Element, problems: readonly Problem[], lang: Language): void {
  if (problems.length === 0) return;
  adoptFrameSheet();
  const box = document.createElement('div');
  box.className = 'frame-notices';
  box.setAttribute('role', 'alert');
  for (const { code, file, message, remedy } of problems) {
    const named = nameProblem(code, lang);
    const notice = document.createElement('p');
    notice.dataset['code'] = code;
    const what = document.createElement('span');
    what.lang = 'en';
    what.textContent = `${file}: ${message} (${code})`;
    notice.append(named ? `${named.what} · ` : '', what, ` ${named?.remedy ?? remedy}`);
    box.append(notice);
  }
  place.append(box);
}
