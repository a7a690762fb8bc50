/** The build of mammoth that needs nothing of Node; the package types only the other. */
declare module 'mammoth/mammoth.browser.js' {
  export { default } from 'mammoth';
}
