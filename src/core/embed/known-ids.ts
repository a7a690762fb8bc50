import type { PlanBundle } from '../../contracts/bundle.ts';
import { findScene } from '../find-scene.ts';
import { linkClauses } from '../link-clauses.ts';
import { featuresById } from '../lit.ts';
import { MessageFault, showValue } from './message-fault.ts';

export type IdKind = 'feature' | 'clause' | 'phrase' | 'layer' | 'scene';

const REMEDIES: Readonly<Record<IdKind, string>> = {
  feature: 'Give the id of a feature of this plan; the card of a feature copies a link with it.',
  clause: 'Give the id of a paragraph of this plan.',
  phrase: 'Give <paragraph id>/<start>-<end> of a linked phrase.',
  layer: 'Give ids of layers or themes of this plan.',
  scene: 'Give the id of a view of this plan or of a scene of its story.',
};

/** The id, if the plan has it. */
export function checkKnown(kind: IdKind, id: string, bundle: PlanBundle): string {
  if (isKnown(kind, id, bundle)) return id;
  throw new MessageFault(
    `unknown-${kind}`,
    `the plan has no ${kind} ${showValue(id)}`,
    REMEDIES[kind],
  );
}

function isKnown(kind: IdKind, id: string, bundle: PlanBundle): boolean {
  switch (kind) {
    case 'feature':
      return featuresById(bundle).has(id);
    case 'clause':
      return linkClauses(bundle).paragraphs.has(id);
    case 'phrase':
      return linkClauses(bundle).phrases.has(id);
    case 'layer':
      return bundle.layers.some((layer) => layer.id === id || layer.theme === id);
    case 'scene':
      return findScene(bundle, id) !== undefined;
    default:
      return kind satisfies never;
  }
}
