/** Elements of the app alone; the library never defines them. */
const APP_ONLY = new Set(['plan-handout', 'plan-update']);
/** What a host imports to have an element; all others come with the atlas. */
const ENTRY_OF = { 'plan-figure': 'dist-lib/figure.js', 'plan-quote': 'dist-lib/quote.js' };
const ATLAS = 'dist-lib/plan-atlas.js';

/** Tells of what is in the package: elements by the entry that defines them, and nothing that is private. */
function describePackage() {
  return {
    name: 'describe-package',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const modules = new Map([ATLAS, ...Object.values(ENTRY_OF)].map((path) => [path, []]));
      const elements = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter(({ tagName }) => tagName !== undefined && !APP_ONLY.has(tagName));
      for (const element of elements) {
        modules.get(ENTRY_OF[element.tagName] ?? ATLAS).push({
          ...element,
          customElement: true,
          superclass: { name: 'LitElement', package: 'lit' },
          members: (element.members ?? []).filter(isPublic).map(leaveOutOrigin),
          attributes: (element.attributes ?? []).map(leaveOutOrigin),
          events: (element.events ?? [])
            .filter(({ name }) => name.startsWith('plan-'))
            .map(leaveOutOrigin),
        });
      }
      manifest.modules = [...modules]
        .filter(([, declarations]) => declarations.length > 0)
        .map(([path, declarations]) => ({
          kind: 'javascript-module',
          path,
          declarations,
          exports: declarations.map(({ name, tagName }) => ({
            kind: 'custom-element-definition',
            name: tagName,
            declaration: { name, module: path },
          })),
        }));
    },
  };
}

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
/** Where a member is inherited from is a file that the package does not hold. */
const leaveOutOrigin = (member) => ({ ...member, inheritedFrom: undefined });

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.d.ts'],
  outdir: 'dist-lib',
  litelement: true,
  packagejson: false,
  plugins: [describePackage()],
};
