import { STATUSES, type PlanBundle } from '../../contracts/bundle.ts';
import {
  COMPARE_LAYOUTS,
  COMPARE_PAIRS,
  TOOLS,
  type Camera,
  type CompareState,
  type Lens,
  type Sides,
  type ToolState,
  type ViewState,
} from '../../contracts/state.ts';
import type { FlavourName } from '../../contracts/theme.ts';
import { checkKnown } from './known-ids.ts';
import { MessageFault, showValue } from './message-fault.ts';
import {
  readId,
  readIds,
  readList,
  readNumber,
  readOneOf,
  readRecord,
  readText,
  refuseField,
} from './read-fields.ts';
import { readMeasure } from './read-measure.ts';

const FLAVOURS: readonly FlavourName[] = ['light', 'dark', 'projector'];
const CHOICES: readonly (FlavourName | 'auto')[] = ['auto', ...FLAVOURS];
const LONGEST_FIND = 1000;
const WIDEST_PADDING_PX = 4000;

/** What a view may be read against: the plan, and the view that stands. */
export interface ViewBasis {
  readonly bundle: PlanBundle;
  readonly now: ViewState;
}

/** Reads one field of a view; undefined leaves it as it is. */
type Reader<K extends keyof ViewState> = (
  value: unknown,
  basis: ViewBasis,
) => ViewState[K] | undefined;

const readers: { readonly [K in keyof ViewState]: Reader<K> } = {
  version: (value) => {
    if (value !== 1) throw refuseField('view.version', value, '1');
    return 1;
  },
  feature: (value, { bundle }) =>
    value === null ? null : checkKnown('feature', readId(value, 'view.feature'), bundle),
  clause: (value, { bundle }) =>
    value === null ? null : checkKnown('clause', readId(value, 'view.clause'), bundle),
  phrase: (value, { bundle }) =>
    value === null ? null : checkKnown('phrase', readId(value, 'view.phrase'), bundle),
  layers: (value, { bundle }) =>
    readIds(value, 'view.layers').map((id) => checkKnown('layer', id, bundle)),
  opacity: (value, { bundle }) => {
    const given = readRecord(
      value,
      'view.opacity',
      bundle.layers.map(({ id }) => id),
    );
    return Object.fromEntries(
      Object.keys(given).map((id) => [id, readNumber(given[id], `view.opacity.${id}`, 0, 1)]),
    );
  },
  camera: (value) => (value === null ? undefined : readCamera(value)),
  padding: (value) => {
    const sides = ['top', 'right', 'bottom', 'left'] as const;
    const given = readRecord(value, 'view.padding', sides);
    const read = (side: (typeof sides)[number]): number =>
      readNumber(given[side], `view.padding.${side}`, 0, WIDEST_PADDING_PX);
    return { top: read('top'), right: read('right'), bottom: read('bottom'), left: read('left') };
  },
  lens: (value, { now }) => ({ ...now.lens, ...readLens(value, 'view.lens') }),
  scene: (value, { bundle, now }) => {
    if (value === null) return null;
    const id = readId(value, 'view.scene');
    /** The scene that stands may have been made here and be unknown to the plan. */
    return id === now.scene ? id : checkKnown('scene', id, bundle);
  },
  flavour: (value) => readOneOf(value, 'view.flavour', CHOICES),
  lang: (value) => readOneOf(value, 'view.lang', ['zh-Hans', 'en'] as const),
  tool: (value, { bundle }) => (value === null ? null : readTool(value, bundle)),
  compare: (value, { now }) => readCompare(value, now.compare),
  find: (value) => readText(value, 'view.find', LONGEST_FIND),
  measure: (value, { bundle }) => readMeasure(value, bundle),
};

/** A view or a part of one, proved field by field against the plan. */
export function readView(value: unknown, basis: ViewBasis): Partial<ViewState> {
  const names = Object.keys(readers) as (keyof ViewState)[];
  const given = readRecord(value, 'view', names);
  return Object.fromEntries(
    names.flatMap((name) => {
      if (given[name] === undefined) return [];
      const read = readers[name](given[name], basis);
      return read === undefined ? [] : [[name, read]];
    }),
  );
}

export function readLens(value: unknown, name: string): Partial<Lens> {
  const { statuses, horizon } = readRecord(value, name, ['statuses', 'horizon']);
  return {
    ...(statuses === undefined ? {} : { statuses: readStatuses(statuses, `${name}.statuses`) }),
    ...(horizon === undefined
      ? {}
      : { horizon: horizon === null ? null : readNumber(horizon, `${name}.horizon`, 1900, 2200) }),
  };
}

const readStatuses = (value: unknown, name: string): Lens['statuses'] =>
  readList(value, name, STATUSES.length).map((status) => readOneOf(status, name, STATUSES));

function readCamera(value: unknown): Camera {
  const given = readRecord(value, 'view.camera', ['center', 'zoom', 'bearing', 'pitch']);
  const { center, zoom, bearing = 0, pitch = 0 } = given;
  const [lng, lat, ...more] = readList(center, 'view.camera.center', 2);
  if (more.length > 0) throw refuseField('view.camera.center', center, '[longitude, latitude]');
  return {
    center: [
      readNumber(lng, 'view.camera.center[0]', -180, 180),
      readNumber(lat, 'view.camera.center[1]', -90, 90),
    ],
    zoom: readNumber(zoom, 'view.camera.zoom', 0, 24),
    bearing: readNumber(bearing, 'view.camera.bearing', -360, 360),
    pitch: readNumber(pitch, 'view.camera.pitch', 0, 85),
  };
}

function readTool(value: unknown, bundle: PlanBundle): ToolState {
  const { name, target = null } = readRecord(value, 'view.tool', ['name', 'target']);
  return {
    name: readOneOf(name, 'view.tool.name', TOOLS),
    target:
      target === null ? null : checkKnown('feature', readId(target, 'view.tool.target'), bundle),
  };
}

function readCompare(value: unknown, now: CompareState): CompareState {
  const fields = Object.keys(now);
  const { pair, layout, at, stages, flavours, other } = readRecord(value, 'view.compare', fields);
  return {
    pair: pair === undefined ? now.pair : readOneOf(pair, 'view.compare.pair', COMPARE_PAIRS),
    layout:
      layout === undefined ? now.layout : readOneOf(layout, 'view.compare.layout', COMPARE_LAYOUTS),
    at: at === undefined ? now.at : readNumber(at, 'view.compare.at', 0, 1),
    stages: stages === undefined ? now.stages : readSides(stages, 'stages', readStatuses),
    flavours:
      flavours === undefined
        ? now.flavours
        : readSides(flavours, 'flavours', (side, name) => readOneOf(side, name, FLAVOURS)),
    other: other === undefined ? now.other : readOther(other, now.other),
  };
}

function readSides<T>(
  value: unknown,
  field: string,
  read: (side: unknown, name: string) => T,
): Sides<T> {
  const name = `view.compare.${field}`;
  const { left, right } = readRecord(value, name, ['left', 'right']);
  return { left: read(left, `${name}.left`), right: read(right, `${name}.right`) };
}

/** Which plan is read is never for a message to say. */
function readOther(value: unknown, now: CompareState['other']): CompareState['other'] {
  const { src = null, side } = readRecord(value, 'view.compare.other', ['src', 'side']);
  if (src !== null && src !== now.src) {
    throw new MessageFault(
      'not-allowed',
      `view.compare.other.src is ${showValue(src)}; no message can name a plan to fetch`,
      'Give the address in the frame’s own address; leave "src" out of the message.',
    );
  }
  return { src: now.src, side: readOneOf(side, 'view.compare.other.side', ['left', 'right']) };
}
