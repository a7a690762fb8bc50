import type { PlanCommand, PlanCommandMap } from '../../contracts/protocol.ts';
import { checkKnown } from './known-ids.ts';
import type { Envelope } from './read-message.ts';
import { readFlag, readId, readIds, readRecord } from './read-fields.ts';
import { readLens, readView, type ViewBasis } from './read-view.ts';

/** A command with a payload that is as it should be. */
export type PlanCall = {
  readonly [K in PlanCommand]: { readonly type: K; readonly payload: PlanCommandMap[K]['takes'] };
}[PlanCommand];

/**
 * Proves the payload of a command, field by field, against the plan.
 * @throws MessageFault
 */
export function readCall({ type, payload }: Envelope, basis: ViewBasis): PlanCall {
  const { bundle } = basis;
  const fields = (...names: readonly string[]): Readonly<Record<string, unknown>> =>
    readRecord(payload, 'payload', names);
  const features = (value: unknown): readonly string[] =>
    readIds(value, 'features').map((id) => checkKnown('feature', id, bundle));
  switch (type) {
    case 'plan:connect':
      fields();
      return { type, payload: {} };
    case 'plan:select': {
      const { feature = null, clause = null } = fields('feature', 'clause');
      return {
        type,
        payload: {
          feature:
            feature === null ? null : checkKnown('feature', readId(feature, 'feature'), bundle),
          clause: clause === null ? null : checkKnown('clause', readId(clause, 'clause'), bundle),
        },
      };
    }
    case 'plan:highlight': {
      const given = fields('features', 'clauses', 'fit');
      return {
        type,
        payload: {
          features: features(given['features'] ?? []),
          clauses: readIds(given['clauses'] ?? [], 'clauses').map((id) =>
            checkKnown('clause', id, bundle),
          ),
          fit: readFlag(given['fit'] ?? false, 'fit'),
        },
      };
    }
    case 'plan:fit':
      return { type, payload: { features: features(fields('features')['features']) } };
    case 'plan:layers': {
      const layers = readIds(fields('layers')['layers'], 'layers');
      return { type, payload: { layers: layers.map((id) => checkKnown('layer', id, bundle)) } };
    }
    case 'plan:lens':
      return { type, payload: readLens(payload, 'payload') };
    case 'plan:scene': {
      const { scene } = fields('scene');
      return {
        type,
        payload: {
          scene: scene === null ? null : checkKnown('scene', readId(scene, 'scene'), bundle),
        },
      };
    }
    case 'plan:state': {
      const { view } = fields('view');
      return { type, payload: view === undefined ? {} : { view: readView(view, basis) } };
    }
    default:
      return type satisfies never;
  }
}
