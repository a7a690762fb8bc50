import type { SqlJsStatic } from 'sql.js';

/** SQLite built as plain JavaScript: a strict policy lets no WebAssembly run. About 500 kB, fetched on first use. */
export async function loadSqlite(): Promise<SqlJsStatic> {
  const { default: load } = (await import('sql.js/dist/sql-asm.js')) as unknown as {
    readonly default: () => Promise<SqlJsStatic>;
  };
  return load();
}
