import { expect, it } from 'vitest';

it('the client can be imported where there is no window', async () => {
  expect('window' in globalThis).toBe(false);
  const { connect, PlanClientError } = await import('../../src/client.ts');
  expect(connect).toBeTypeOf('function');
  expect(new PlanClientError({ code: 'a', message: 'b', remedy: 'c' })).toMatchObject({
    name: 'PlanClientError',
    code: 'a',
    message: 'b',
    remedy: 'c',
  });
});
