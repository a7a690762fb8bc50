/** Events that the host page receives; lower-case, bubbling, composed. */
import type { PlanBundle, PlanFeature } from './bundle.ts';
import type { Problem } from './errors.ts';
import type { ViewerRequest, ViewState } from './state.ts';

export interface PlanSelectDetail {
  readonly featureId: string | null;
  readonly layerId: string | null;
  readonly clauseIds: readonly string[];
  readonly feature: PlanFeature | null;
  /** All features of the selection or hover. */
  readonly featureIds: readonly string[];
}

export interface PlanEventMap {
  'plan-ready': CustomEvent<{
    readonly bundle: PlanBundle;
    readonly map: 'ready' | 'text-only';
  }>;
  'plan-error': CustomEvent<{ readonly code: string; readonly problems: readonly Problem[] }>;
  'plan-feature-select': CustomEvent<PlanSelectDetail>;
  'plan-clause-select': CustomEvent<PlanSelectDetail>;
  'plan-hover': CustomEvent<PlanSelectDetail>;
  'plan-layers-change': CustomEvent<{ readonly layers: readonly string[] }>;
  'plan-view-change': CustomEvent<ViewState>;
  /** Cancelable: asks to play the story from a scene. */
  'plan-story-play': CustomEvent<{ readonly scene: string }>;
  /** Internal: the plan has come; its map may not have. */
  'plan-load': CustomEvent<{ readonly bundle: PlanBundle }>;
  /** Internal: an element asks the atlas for something. */
  'plan-request': CustomEvent<ViewerRequest>;
}

declare global {
  interface HTMLElementEventMap extends PlanEventMap {}
}
