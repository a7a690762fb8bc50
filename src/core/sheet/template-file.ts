import { PlanError } from '../../contracts/errors.ts';
import type { SheetTemplate } from '../../contracts/sheet.ts';
import { parseJson } from '../parse-json.ts';
import { showValue } from '../read-geometry.ts';

/** Tells a template of sheets from any other JSON. */
const FORMAT = 'plan-atlas-sheet-template';
const VERSION = 1;

/** A template as a file of its own, for another plan. */
export const writeTemplateFile = (template: SheetTemplate): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, template }, null, 2)}\n`;

/**
 * What such a file holds; whether it is sound is the schema's matter.
 * @throws PlanError `json-…` when it is no JSON, `template-unknown` when it is no template or of a later version
 */
export function readTemplateFile(text: string, file: string): unknown {
  const parsed = parseJson(text, file);
  if (!parsed.isValid) throw new PlanError([parsed.problem]);
  const read = parsed.value as Readonly<Record<string, unknown>> | null;
  const isRecord = typeof read === 'object' && read !== null;
  if (isRecord && read['format'] === FORMAT && read['version'] === VERSION) return read['template'];
  const found = isRecord
    ? `format ${showValue(read['format'])}, version ${showValue(read['version'])}`
    : showValue(read);
  throw new PlanError([
    {
      code: 'template-unknown',
      severity: 'error',
      file,
      message: `it is no template of sheets that this version reads: ${found}, expected "${FORMAT}", version ${VERSION}`,
      remedy: 'Give a file that “Download template” of the sheet tool has made.',
    },
  ]);
}
