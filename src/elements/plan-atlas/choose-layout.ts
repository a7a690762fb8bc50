import type { Layout } from './render-layout.ts';

const ALL_CONTROLS = 'title find lens tools layers list text card zoom';

/** Which arrangement a box of this size gets. */
export function chooseLayout(widthPx: number, heightPx: number): Layout {
  if (widthPx >= 900) return heightPx >= 420 ? 'wide' : 'compact';
  return heightPx >= 560 ? 'tall' : 'compact';
}

/** Whether the attribute `controls` asks for a control; `legend` is the layers' other name. */
export function showsControl(controls: string | null, control: string): boolean {
  const list = (controls?.trim() || ALL_CONTROLS).split(/[\s,]+/);
  return list.includes(control) || (control === 'layers' && list.includes('legend'));
}
