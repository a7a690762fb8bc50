/**
 * What an atlas in a frame and the page around it say to one another, by `postMessage`. Data only: no message
 * carries code, markup or an address to fetch, and none can change who may talk.
 */
import type { PlanEventMap } from './events.ts';
import type { Lens, ViewState } from './state.ts';

export const PROTOCOL_VERSION = 1;

/** The one shape of every message in either direction. */
export interface PlanMessage<T extends string = string, P = unknown> {
  readonly v: typeof PROTOCOL_VERSION;
  readonly type: T;
  /** Made by the asker; an answer carries the same. Empty for news. */
  readonly requestId: string;
  readonly payload: P;
}

/** What the frame says of itself when a page connects. */
export interface PlanGreeting {
  readonly slice: string;
  readonly bundle: { readonly id: string; readonly title: string } | null;
  readonly map: 'ready' | 'text-only' | 'waiting';
  /** False: the frame may keep nothing on this device and works from memory. */
  readonly isStorageAllowed: boolean;
}

/** Commands, each with what it takes and what its acknowledgement gives. */
export interface PlanCommandMap {
  readonly 'plan:connect': { readonly takes: Record<string, never>; readonly gives: PlanGreeting };
  /** Nothing given clears the selection. */
  readonly 'plan:select': {
    readonly takes: { readonly feature?: string | null; readonly clause?: string | null };
    readonly gives: ViewState;
  };
  readonly 'plan:highlight': {
    readonly takes: {
      readonly features?: readonly string[];
      readonly clauses?: readonly string[];
      readonly fit?: boolean;
    };
    readonly gives: null;
  };
  readonly 'plan:fit': {
    readonly takes: { readonly features: readonly string[] };
    readonly gives: null;
  };
  /** Ids of layers or themes; what is not named is switched off. */
  readonly 'plan:layers': {
    readonly takes: { readonly layers: readonly string[] };
    readonly gives: ViewState;
  };
  readonly 'plan:lens': { readonly takes: Partial<Lens>; readonly gives: ViewState };
  readonly 'plan:scene': {
    readonly takes: { readonly scene: string | null };
    readonly gives: ViewState;
  };
  /** Without a view: asks for it; with one: takes it, whole or in part. */
  readonly 'plan:state': {
    readonly takes: { readonly view?: Partial<ViewState> };
    readonly gives: ViewState;
  };
}
export type PlanCommand = keyof PlanCommandMap;
export const PLAN_COMMANDS: readonly PlanCommand[] = [
  'plan:connect',
  'plan:select',
  'plan:highlight',
  'plan:fit',
  'plan:layers',
  'plan:lens',
  'plan:scene',
  'plan:state',
];

/** Events of the element that a frame passes on. */
export const PLAN_NEWS = [
  'plan-ready',
  'plan-error',
  'plan-feature-select',
  'plan-clause-select',
  'plan-hover',
  'plan-layers-change',
  'plan-view-change',
] as const satisfies readonly (keyof PlanEventMap)[];
export type PlanNews = (typeof PLAN_NEWS)[number];

export interface PlanRefusal {
  /** `unknown-version`, `unknown-type`, `bad-payload`, `too-large`, `too-many`, `not-ready` … */
  readonly code: string;
  /** What failed, with the offending value. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** Answers and news of the frame. */
export type PlanAnswer =
  | PlanMessage<'plan:ack', unknown>
  | PlanMessage<'plan:error', PlanRefusal>
  /** An event of the element under its own name, with its detail as plain data. */
  | PlanMessage<'plan:event', { readonly name: PlanNews; readonly detail: unknown }>
  /** Height of what is shown in CSS pixels; figures and quotes grow with their words. */
  | PlanMessage<'plan:size', { readonly heightPx: number }>;
