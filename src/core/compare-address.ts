import { STATUSES, type Status } from '../contracts/bundle.ts';
import {
  COMPARE_LAYOUTS,
  COMPARE_PAIRS,
  type ComparePair,
  type CompareState,
} from '../contracts/state.ts';
import type { FlavourName } from '../contracts/theme.ts';
import { DEFAULT_COMPARE, FULL_LENS } from './initial-state.ts';

const EVERY_STAGE = FULL_LENS.statuses.join('.');
const FLAVOURS: readonly FlavourName[] = ['light', 'dark', 'projector'];
const LONGEST_SRC = 500;

/**
 * `pair,layout,at` and the choice of the pair in use: the stages or the flavours of both sides, or
 * the other bundle's side and address. Null: everything is as it opens.
 */
export function encodeCompare(compare: CompareState): string | null {
  const text = write(compare);
  return text === write(DEFAULT_COMPARE) ? null : text;
}

/** The comparison that an address asks for, or what is wrong with it. */
export function decodeCompare(text: string): CompareState | string {
  const [pair, layout, at = '', ...choice] = text.split(',');
  const share = Number(at);
  if (!isOneOf(COMPARE_PAIRS, pair)) return `expected ${COMPARE_PAIRS.join(', ')} first`;
  if (!isOneOf(COMPARE_LAYOUTS, layout)) return `expected ${COMPARE_LAYOUTS.join(' or ')} second`;
  if (at.trim() === '' || !(share >= 0 && share <= 1)) return 'expected a share from 0 to 1 third';
  const chosen = readChoice(pair, choice);
  return typeof chosen === 'string'
    ? chosen
    : { ...DEFAULT_COMPARE, pair, layout, at: share, ...chosen };
}

function write({ pair, layout, at, stages, flavours, other }: CompareState): string {
  const choices: Readonly<Record<ComparePair, readonly string[]>> = {
    status: [writeStages(stages.left), writeStages(stages.right)],
    flavour: [flavours.left, flavours.right],
    bundle: other.src === null ? [other.side] : [other.side, other.src],
  };
  return [pair, layout, Number(at.toFixed(3)), ...choices[pair]].join(',');
}

function readChoice(pair: ComparePair, choice: readonly string[]): Partial<CompareState> | string {
  switch (pair) {
    case 'status': {
      const [left, right, ...rest] = choice.map(readStages);
      return left && right && rest.length === 0
        ? { stages: { left, right } }
        : `expected the stages of both sides, such as existing,all`;
    }
    case 'flavour': {
      const [left, right, ...rest] = choice;
      return isOneOf(FLAVOURS, left) && isOneOf(FLAVOURS, right) && rest.length === 0
        ? { flavours: { left, right } }
        : `expected two of ${FLAVOURS.join(', ')}`;
    }
    case 'bundle': {
      const [side, ...rest] = choice;
      const src = rest.length === 0 ? null : rest.join(',');
      if (side !== 'left' && side !== 'right') return 'expected the other plan’s side';
      return src === null || isAddress(src)
        ? { other: { src, side } }
        : 'expected the other plan’s address';
    }
    default:
      return pair satisfies never;
  }
}

function writeStages(statuses: readonly Status[]): string {
  const text = statuses.join('.');
  return text === EVERY_STAGE ? 'all' : text;
}

function readStages(text: string): readonly Status[] | null {
  const names = (text === 'all' ? EVERY_STAGE : text).split('.');
  return names.every((name) => isOneOf(STATUSES, name)) ? (names as readonly Status[]) : null;
}

/** Relative, or plain http and https; whether it lies on this site is for the reader to see. */
function isAddress(text: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  const isPlain = scheme === undefined || scheme === 'http' || scheme === 'https';
  return isPlain && text.length <= LONGEST_SRC && /^[^\s\p{Cc}]+$/u.test(text);
}

function isOneOf<T extends string>(names: readonly T[], name: string | undefined): name is T {
  return name !== undefined && (names as readonly string[]).includes(name);
}
