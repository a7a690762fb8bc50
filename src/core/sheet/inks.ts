/** What everything round the map is drawn in: paper is white, whatever the screen is. */
export const INK = '#1f1e1b';
export const SOFT = '#5b574d';
export const PAPER = '#ffffff';
