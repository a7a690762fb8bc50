import type { Plugin } from 'vite';

const ASKS = /typeof require=="function"&&require|"function"==typeof require&&require/g;

/**
 * Bundles made for browsers look for Node's `require` and do without. Left in, the question brings a stand-in for it
 * into what every page loads first.
 */
export function createNoRequirePlugin(): Plugin {
  return {
    name: 'no-require',
    apply: 'build',
    transform: (code, id) =>
      id.includes('/mammoth/') ? { code: code.replaceAll(ASKS, 'false'), map: null } : undefined,
  };
}
