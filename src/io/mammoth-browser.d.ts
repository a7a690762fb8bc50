/** The build of mammoth that needs nothing of Node; the package types only the other. */
declare module 'mammoth/mammoth.browser.js' {
  interface Options {
    readonly styleMap?: readonly string[];
    readonly includeDefaultStyleMap?: boolean;
    readonly ignoreEmptyParagraphs?: boolean;
  }
  const mammoth: {
    readonly convertToHtml: (
      input: { readonly arrayBuffer: ArrayBuffer },
      options?: Options,
    ) => Promise<{ readonly value: string }>;
  };
  export default mammoth;
}
