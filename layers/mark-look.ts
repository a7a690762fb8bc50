import type { MarkLook } from '../src/contracts/marks.ts';

/**
 * Marks of a meeting look the same in every flavour: a pen on a yellow glow, as from a highlighter. Nothing in the
 * plan has such a glow, so that no mark passes for a line of the plan. Each pen keeps 4.5 : 1 on the glow,
 * and no eye takes one for another.
 */
export const markLook: MarkLook = {
  glow: '#ecff1f',
  colours: [
    { id: 'red', name: { zh: '红', en: 'Red' }, value: '#b3001b' },
    { id: 'blue', name: { zh: '蓝', en: 'Blue' }, value: '#0b3d91' },
    { id: 'green', name: { zh: '绿', en: 'Green' }, value: '#1c623a' },
    { id: 'purple', name: { zh: '紫', en: 'Purple' }, value: '#7000ca' },
    { id: 'black', name: { zh: '黑', en: 'Black' }, value: '#1d1d1b' },
  ],
};
