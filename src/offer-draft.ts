/** After a crash, or another day: work on the plan that is on this machine is offered, and opened only when asked for. */
import { listStoredDrafts } from './elements/draft/draft-disk.ts';
import type { PlanAtlas } from './elements/plan-atlas/plan-atlas.ts';
import type { PlanUpdate } from './elements/plan-update/plan-update.ts';

/**
 * Shows the strip where there is a draft with changes and no tool is open.
 * @param dress gives a strip the language and colours of the atlas
 */
export async function offerDraft(
  atlas: PlanAtlas,
  dress: (strip: PlanUpdate) => void,
): Promise<void> {
  if (atlas.getViewState().tool !== null) return;
  const draft = (await listStoredDrafts()).find(({ steps }) => steps > 0);
  if (!draft) return;
  const strip = document.createElement('plan-update');
  dress(strip);
  strip.subject = draft.title;
  strip.notice = 'draft';
  strip.addEventListener('plan-update-accept', () => {
    strip.remove();
    atlas.setViewState({ tool: { name: 'edit', target: null } });
  });
  strip.addEventListener('plan-update-dismiss', () => strip.remove());
  document.body.append(strip);
}
