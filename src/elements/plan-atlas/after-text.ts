/** Parts of the atlas's own layout that the text need not wait for. */
export { renderBar } from './render-bar.ts';
export { renderNotices } from './render-notices.ts';
export { renderTool, renderToolButtons } from './render-tool.ts';
export { attachPresenting } from './presenting.ts';
