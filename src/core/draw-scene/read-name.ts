import type { Type } from './placed.ts';
import type { Drawable } from './read-layer.ts';
import type { TextSection } from './style-evaluator.ts';

const WEIGHTS: Readonly<Record<string, string>> = { Bold: '700' };

/** Size, stack and weight of a name; the first word of a stack may be a weight. */
export function typeOf({ paint, layout }: Drawable): Type {
  const stack = (layout('text-font') as readonly string[]).map(String);
  const weight = WEIGHTS[stack[0]!] ?? null;
  const families = weight === null ? stack : stack.slice(1);
  const isSerif = families.includes('serif');
  const named = families.filter((family) => family !== 'serif').join(', ');
  return {
    sizePx: Number(paint('text-size')),
    family: `${named}, ${isSerif ? 'serif' : 'sans-serif'}`,
    weight,
    face: isSerif ? 'serif' : weight === null ? 'regular' : 'bold',
  };
}

/** The text of a name; empty when there is none. */
export function sectionsOf({ layout }: Drawable): readonly TextSection[] {
  const field = layout('text-field');
  const sections = Array.isArray(field)
    ? (field as readonly TextSection[])
    : [{ text: typeof field === 'string' ? field : '', scale: 1 }];
  return sections.some(({ text }) => text.trim() !== '') ? sections : [];
}

export const idOf = ({ feature }: Drawable): string => String(feature.properties?.['id'] ?? '');
