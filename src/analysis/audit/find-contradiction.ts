import type { AuditItem } from '../../contracts/analysis.ts';
import type { Measure, PlanFeature } from '../../contracts/bundle.ts';
import { pair, say } from '../bilingual.ts';
import { unitName } from '../figure-units.ts';

/**
 * A fact of the same card that gives other figures for a stated measure: 跑道 “1,200 × 30 米” beside 跑道长 1,260 米.
 * A fact speaks of a measure when the measure's label begins with its own. Null when none contradicts.
 */
export function findContradiction(
  { properties }: PlanFeature,
  measure: Measure,
): (Pick<AuditItem, 'working' | 'note'> & { readonly found: number }) | null {
  if (!measure.stated) return null;
  for (const attribute of properties.attributes ?? []) {
    if (attribute.label.length < 2 || !measure.label.startsWith(attribute.label)) continue;
    const figures = listFigures(attribute.value, unitName(measure.unit).zh);
    if (figures.length === 0 || figures.includes(measure.value)) continue;
    const found = nearest(figures, measure.value);
    return {
      found,
      working: [
        {
          label: pair(attribute.label, attribute.labelEn),
          operator: null,
          value: found,
          unit: measure.unit,
          featureIds: [properties.id],
        },
      ],
      note: say(
        `同一要素的“${attribute.label}”写作“${attribute.value}”。`,
        `The same feature says “${attribute.valueEn ?? attribute.value}”.`,
      ),
    };
  }
  return null;
}

/** Numbers that bear a unit, also through a product: “1,200 × 30 米” → 1200, 30. */
function listFigures(text: string, unit: string): readonly number[] {
  const products = text.matchAll(
    new RegExp(String.raw`((?:\d[\d,.]*\s*[×xX*]\s*)*\d[\d,.]*)\s*${unit}`, 'g'),
  );
  return [...products].flatMap(([, product]) =>
    product!.split(/[×xX*]/).map((figure) => Number(figure.replaceAll(',', ''))),
  );
}

const nearest = (figures: readonly number[], value: number): number =>
  figures.reduce((best, figure) =>
    Math.abs(figure - value) < Math.abs(best - value) ? figure : best,
  );
