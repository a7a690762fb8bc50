declare module 'virtual:bundle-schema-validator' {
  import type { SchemaValidator } from '../core/schema-problems.ts';

  /** Validates a one-piece bundle; made from `data/plan-bundle.schema.json` at build time. */
  const validate: SchemaValidator;
  export default validate;
}

declare module 'virtual:built-in-plan' {
  /** The plan of the one-file build in one piece, as JSON. */
  const plan: string;
  export default plan;
}

declare module 'virtual:sheet-fonts' {
  import type { FontSlice } from '../core/sheet/sheet-face.ts';

  /** The face of sheets in files of their own, those with the plan's own characters first; empty in the one-file build. */
  export const slices: readonly (FontSlice & { readonly url: string })[];
}

declare module 'subset-font' {
  /** @param text what the font is to hold */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff' | 'truetype';
      readonly preserveNameIds?: readonly number[];
    },
  ): Promise<Buffer>;
}
