import type { FlavourName, Look } from '../src/contracts/theme.ts';

/**
 * The interface of every flavour: type, grounds, inks. They come with the first script, the map's
 * colours (palette.ts) later. Contrast is held by test/unit/layers/palette.test.ts.
 */
const SANS = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', sans-serif";
const SERIF =
  "'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', STSong, serif";

const TYPE = {
  sans: SANS,
  serif: SERIF,
  type: '14px',
  'type-small': '12.5px',
  'type-body': '17px',
  'type-title': '20px',
  'type-least': '10.5px',
  target: '32px',
  px: '1px',
};

/** ≥ 24 px on the screen of a hall of 1920 × 1080, and in proportion on a finer one. */
const HALL_TYPE = {
  ...TYPE,
  type: 'calc(24*var(--plan-px))',
  'type-small': 'calc(24*var(--plan-px))',
  'type-body': 'calc(28*var(--plan-px))',
  'type-title': 'calc(34*var(--plan-px))',
  'type-least': 'calc(24*var(--plan-px))',
  target: 'calc(48*var(--plan-px))',
  px: 'max(1px,min(100vw/1920,100vh/1080))',
};

const light: Look = {
  name: 'light',
  scheme: 'light',
  tokens: {
    ...TYPE,
    paper: '#fffdf8',
    card: '#ffffff',
    ink: '#24231f',
    'ink-2': '#55524a',
    'ink-3': '#6c685e',
    rule: '#dcd8cd',
    accent: '#0b6e99',
    'accent-ink': '#ffffff',
    'accent-soft': '#e3f0f6',
    lit: '#e6f1f7',
    'lit-strong': '#d3e9f4',
    find: '#ffe9a8',
    'find-current': '#ffc53d',
    'find-ink': '#24231f',
    shadow: '0 1px 2px rgb(40 36 24 / 8%), 0 8px 24px rgb(40 36 24 / 10%)',
    good: '#2b7236',
    warn: '#855600',
    'warn-soft': '#fdf3da',
    error: '#a3261b',
    'error-soft': '#fbe9e6',
    'theme-transport': '#c2410c',
    'theme-tourism': '#b3402b',
    'theme-industry': '#80603f',
    'theme-airport': '#2b53a8',
    'theme-logistics': '#6c4bc4',
    'theme-settlements': '#3d3a33',
    'theme-water': '#1f6f99',
    'theme-boundary': '#555555',
    'map-ground': '#e7e4dd',
    'map-land': '#f9f6ee',
  },
};

const dark: Look = {
  name: 'dark',
  scheme: 'dark',
  tokens: {
    ...TYPE,
    paper: '#1b1f23',
    card: '#22272c',
    ink: '#ece8dd',
    'ink-2': '#c0bcb0',
    'ink-3': '#a19d92',
    rule: '#363d43',
    accent: '#6cc6f0',
    'accent-ink': '#0c1a22',
    'accent-soft': '#1e3a4a',
    lit: '#1f3744',
    'lit-strong': '#264e68',
    find: '#5a4a12',
    'find-current': '#e0a52a',
    'find-ink': '#1b1f23',
    shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 40%)',
    good: '#86cf8f',
    warn: '#ecbd5e',
    'warn-soft': '#3a2f16',
    error: '#ff9a8d',
    'error-soft': '#3f201c',
    'theme-transport': '#f0904a',
    'theme-tourism': '#f28a70',
    'theme-industry': '#cfa77e',
    'theme-airport': '#8fb0ff',
    'theme-logistics': '#b39bf5',
    'theme-settlements': '#cfcabd',
    'theme-water': '#8cc8ea',
    'theme-boundary': '#b9b5aa',
    'map-ground': '#15181b',
    'map-land': '#23282d',
  },
};

/** High contrast, ≥ 7:1 for every word: read from the last row of a meeting room. */
const projector: Look = {
  name: 'projector',
  scheme: 'light',
  tokens: {
    ...light.tokens,
    ...HALL_TYPE,
    paper: '#ffffff',
    ink: '#000000',
    'ink-2': '#2b2b2b',
    'ink-3': '#444444',
    rule: '#9a9a94',
    accent: '#004868',
    lit: '#d9edf7',
    'lit-strong': '#bfe1f2',
    shadow: 'none',
    'map-ground': '#e2e2de',
    'map-land': '#ffffff',
    good: '#1f5c28',
    warn: '#6e4500',
    error: '#8f1a10',
    'theme-transport': '#9a3209',
    'theme-tourism': '#9c3423',
    'theme-industry': '#6b4f31',
    'theme-logistics': '#5f3fb5',
    'theme-water': '#14577c',
  },
};

export const looks: Readonly<Record<FlavourName, Look>> = { light, dark, projector };
