import { expect, it } from 'vitest';
import { writeValidatorModule } from '../../../src/cli/schema-validator-plugin.ts';
import { checkSchema } from '../../../src/cli/schema-check.ts';
import { createSchemaCheck, type SchemaValidator } from '../../../src/core/schema-problems.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const importModule = async (code: string): Promise<SchemaValidator> => {
  const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const { default: validate } = (await import(/* @vite-ignore */ address)) as {
    default: SchemaValidator;
  };
  return validate;
};

it('needs neither eval nor any other module', () => {
  const code = writeValidatorModule();
  expect(code).not.toMatch(/\brequire\(|\bnew Function|\beval\(|^import /m);
  expect(code).toContain('export default');
});

it('finds what the check in Node finds', async () => {
  const { bundle } = await readShippedBundle();
  const check = createSchemaCheck(await importModule(writeValidatorModule()));
  expect(check(bundle)).toEqual([]);
  const broken = { ...bundle, layers: [{ ...bundle.layers[0], theme: 'x' }], views: 3 };
  expect(check(broken)).not.toEqual([]);
  expect(check(broken)).toEqual(checkSchema(broken));
});
