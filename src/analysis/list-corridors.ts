import type { PlanFeature } from '../contracts/bundle.ts';
import { membersOf, type BundleContext } from './bundle-context.ts';
import { listLines } from './cut-line.ts';

/** Features that group lines: a line whose members are lines, such as the eight of 四纵四横. In bundle order. */
export function listCorridors(context: BundleContext): readonly PlanFeature[] {
  return context.bundle.features.features.filter(
    (feature) =>
      listLines(feature.geometry).length > 0 &&
      membersOf(context, feature).some((member) => listLines(member.geometry).length > 0),
  );
}
