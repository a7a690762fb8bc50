/** An import that a test's own build does not rewrite. A script element's address would be a sink of Trusted Types. */
globalThis.importModule = (address) => import(address);
