import type { Problem } from '../../contracts/errors.ts';

const WHAT = { feature: 'feature', clause: 'paragraph', layers: 'layer or theme' } as const;

/** An attribute that names nothing in the plan. */
export function createUnknown(attribute: keyof typeof WHAT, id: string | null): Problem {
  const what = WHAT[attribute];
  return {
    code: `unknown-${attribute}`,
    severity: 'error',
    file: 'plan',
    at: attribute,
    message:
      id === null
        ? `the attribute "${attribute}" is missing`
        : `${attribute}=${JSON.stringify(id.slice(0, 80))}: the plan has no ${what} with this id`,
    remedy: `Give the attribute "${attribute}" the id of a ${what} of the plan.`,
  };
}
