import { unsafeCSS } from 'lit';

/** Reach into a shadow root through its host, and mean nothing to an atlas. */
const INHERITED = `
  accent-color border-collapse border-spacing caption-side caret-color clip-rule color-interpolation
  cursor direction dominant-baseline empty-cells fill fill-opacity fill-rule font-palette font-synthesis
  forced-color-adjust hyphenate-character hyphenate-limit-chars hyphens image-orientation image-rendering
  letter-spacing line-break list-style marker orphans paint-order print-color-adjust quotes ruby-align
  ruby-position scrollbar-color shape-rendering stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-align-last
  text-anchor text-combine-upright text-decoration-skip-ink text-emphasis text-emphasis-position
  text-indent text-orientation text-rendering text-shadow text-spacing-trim text-transform
  text-underline-offset text-underline-position text-wrap white-space widows word-break word-spacing
  writing-mode -webkit-font-smoothing -webkit-rtl-ordering -webkit-tap-highlight-color
  -webkit-text-fill-color -webkit-text-security -webkit-text-size-adjust -webkit-text-stroke
  -webkit-user-modify`
  .trim()
  .split(/\s+/);

/** Not inherited, and yet it would be seen inside: lines through the words, columns, words of the page's own. */
const REACHING = 'text-decoration:none!important;columns:auto!important';

/**
 * A page's rules stop at a shadow root, but what its element inherits does not. Important rules of a root
 * win over important rules of the page, so nothing that a page says of type, direction or colour is seen
 * inside. Its own right stay place, size and frame of the element, and to hide it or take the pointer from
 * it (`display`, `visibility`, `pointer-events`), on the element or round it.
 */
export const hostReset = unsafeCSS(
  `:host{${INHERITED.map((name) => `${name}:initial!important`).join(';')};` +
    `color-scheme:inherit!important;-webkit-user-select:text!important;${REACHING}}` +
    `:host::before,:host::after{content:none!important}`,
);
