import type { FieldMatch, FieldRole, FieldRoles } from '../matching/recognise-fields.ts';

/** Roles that the user sets by hand; the rest stay as they were recognised. */
export const CHOSEN_ROLES = ['name', 'name-en', 'status', 'id'] as const;
export type ChosenRole = (typeof CHOSEN_ROLES)[number];

export const fieldOf = (roles: FieldRoles, role: FieldRole): string | null =>
  roles.find((one) => one.role === role)?.field ?? null;

/** Gives a role to another column, or to none; the column that had it becomes an attribute. */
export function chooseRole(roles: FieldRoles, role: ChosenRole, field: string | null): FieldRoles {
  return roles.map((one): FieldMatch => {
    if (one.field === field) return { ...one, role, unit: null };
    return one.role === role ? { ...one, role: 'attribute', unit: null } : one;
  });
}
