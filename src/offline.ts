/** What the app does once the map is idle: it keeps itself for offline use and tells of new versions. */
import { conventions } from '../layers/conventions.ts';
import type { PlanAtlas } from './elements/plan-atlas/plan-atlas.ts';
import { PlanUpdate } from './elements/plan-update/plan-update.ts';
import { define } from './elements/shared/define.ts';
import { offerDraft } from './offer-draft.ts';
import { hearHolds } from './pwa/hear-holds.ts';
import { hasUnsaved, isAnyBusy, listenToHolds, whenFree } from './pwa/hold-updates.ts';
import { keepOffline } from './pwa/keep-offline.ts';

const OFFLINE_SHOWN_MS = 6000;

/** Starts once a page. `<html data-offline="ready">` says that everything is kept. */
export function startOffline(atlas: PlanAtlas): void {
  define('plan-update', PlanUpdate);
  const strip = document.createElement('plan-update');
  let reload: (() => void) | null = null;
  let serial = 0;

  const dress = (one: PlanUpdate = strip): void => {
    const { lang, flavour } = atlas.getViewState();
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    one.lang = lang;
    one.flavour = conventions.looks[flavour === 'auto' ? scheme : flavour];
  };
  /** Shows the notice as soon as no presentation runs, in this window or another. */
  const offer = async (): Promise<void> => {
    serial += 1;
    const turn = serial;
    strip.notice = 'none';
    await whenFree();
    if (turn !== serial) return;
    dress();
    strip.notice = 'update';
  };
  strip.addEventListener('plan-update-accept', () => {
    void isAnyBusy().then((isBusy) => {
      if (isBusy) void offer();
      else if (strip.notice === 'update' && hasUnsaved()) strip.notice = 'unsaved';
      else reload?.();
    });
  });
  strip.addEventListener('plan-update-dismiss', () => {
    serial += 1;
    strip.notice = 'none';
  });
  listenToHolds(() => {
    const isOpen = strip.notice === 'update' || strip.notice === 'unsaved';
    if (isOpen) void offer();
  });
  atlas.addEventListener('plan-view-change', () => dress());
  document.body.append(strip);
  void offerDraft(atlas, dress);
  hearHolds(atlas, () => ({
    isOnStage: atlas.renderRoot.querySelector('plan-player')?.present.isRunning ?? false,
    isAtDesk: atlas.querySelector('plan-presenter')?.present?.isRunning ?? false,
    isStoryUnsaved: atlas.renderRoot.querySelector('plan-story')?.isUnsaved ?? false,
  }));

  void keepOffline({
    ready: (isFirst) => {
      document.documentElement.dataset['offline'] = 'ready';
      if (!isFirst || strip.notice !== 'none') return;
      dress();
      strip.notice = 'offline';
      setTimeout(() => {
        if (strip.notice === 'offline') strip.notice = 'none';
      }, OFFLINE_SHOWN_MS);
    },
    update: (take) => {
      reload = take;
      void offer();
    },
  });
}
